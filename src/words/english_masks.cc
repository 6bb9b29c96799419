// SPDX-License-Identifier: MIT
#include "words/english_masks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "card/card.h"
#include "words/english_lexicon.h"

namespace reportcard {
namespace {

class Masking {
 public:
  Masking(const NamedFigure& about, const std::vector<EnglishPiece>& pieces)
      : about_(about), pieces_(pieces), masks_{std::vector<bool>(pieces.size(), false), std::vector<bool>(pieces.size(), false)} {
    find_other_definitions();
    mask_names();
    mask_definitions();
  }
  EnglishMasks take() { return std::move(masks_); }

 private:
  // Two words or more of a name, in its order, are that name where they hold a number or a word that would claim
  // something: "a good level of development", "45 working days". Other words of it do no harm.
  void mask(std::string_view name) {
    const std::vector<EnglishPiece> sought = english_pieces(name);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      std::size_t longest = 0;
      for (std::size_t j = 0; j < sought.size(); ++j) {
        std::size_t length = 0;
        while (i + length < pieces_.size() && j + length < sought.size() && pieces_[i + length].text == sought[j + length].text) ++length;
        longest = std::max(longest, length);
      }
      if (longest < 2 && longest < sought.size()) continue;
      bool claims = false;
      for (std::size_t k = i; k < i + longest; ++k) claims = claims || pieces_[k].digits || spelt_number(pieces_[k].text) >= 0 || !phrases_from(pieces_[k].text).empty();
      if (claims) std::fill(masks_.name.begin() + static_cast<std::ptrdiff_t>(i), masks_.name.begin() + static_cast<std::ptrdiff_t>(i + longest), true);
    }
  }
  void mask_names() {
    const Measure& measure = *about_.measure;
    mask(measure.title);
    mask(measure.population);
    // "{choice|providers} that were judged good": what stands outside the brackets.
    std::string_view subject = measure.subject;
    while (!subject.empty()) {
      const std::size_t open = subject.find('{');
      mask(trim(subject.substr(0, open)));
      const std::size_t close = open == subject.npos ? subject.npos : subject.find('}', open);
      if (close == subject.npos) break;
      const std::string_view inside = subject.substr(open + 1, close - open - 1);
      const std::size_t stroke = inside.find('|');
      if (stroke != inside.npos) mask(trim(inside.substr(stroke + 1)));
      subject.remove_prefix(close + 1);
    }
    const std::size_t stroke = about_.choice.rfind('/');
    mask(stroke == std::string::npos ? about_.choice : about_.choice.substr(stroke + 1));
  }

  static bool names_a_number(const std::vector<EnglishPiece>& pieces, std::size_t at) {
    static constexpr std::array<std::string_view, 9> words = {"stage", "level", "section", "year", "grade", "aged", "age", "ages", "lot"};
    return at + 1 < pieces.size() && std::find(words.begin(), words.end(), pieces[at].text) != words.end() && (pieces[at + 1].digits || spelt_number(pieces[at + 1].text) >= 0) &&
           pieces[at + 1].text.size() <= 5;
  }
  // "Stage 1 complaints that went on to stage 2": where the measure's names number their stages, a sentence must name the
  // same ones, in that order. Of what they do not number ("key stage 2" of a measure of pupils at 11) nothing is known.
  void find_other_definitions() {
    const Measure& measure = *about_.measure;
    using Numbers = std::vector<std::string>;
    std::vector<Numbers> names;
    for (const std::string* name : {&measure.title, &measure.subject, &measure.population, &about_.choice, &measure.where.written}) {
      const std::vector<EnglishPiece> pieces = english_pieces(*name);
      Numbers numbers;
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (names_a_number(pieces, i)) numbers.push_back(pieces[i].text + " " + pieces[i + 1].text);
      }
      if (!numbers.empty()) names.push_back(std::move(numbers));
    }
    std::vector<std::size_t> used(names.size(), 0);   // of each name, how far a sentence has come
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].text == "." && (i + 1 >= pieces_.size() || pieces_[i + 1].blank_before)) std::fill(used.begin(), used.end(), 0U);
      if (!names_a_number(pieces_, i)) continue;
      const std::string said = pieces_[i].text + " " + pieces_[i + 1].text;
      bool numbered = false, fits = false;
      for (std::size_t n = 0; n < names.size(); ++n) {
        numbered = numbered || std::any_of(names[n].begin(), names[n].end(), [&](const std::string& one) { return one.substr(0, one.find(' ')) == pieces_[i].text; });
        const auto found = std::find(names[n].begin() + static_cast<std::ptrdiff_t>(used[n]), names[n].end(), said);
        if (found == names[n].end()) continue;
        used[n] = static_cast<std::size_t>(found - names[n].begin()) + 1;
        fits = true;
      }
      if (numbered && !fits) masks_.other[i + 1] = true;
    }
  }

  void mask_definitions() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (names_a_number(pieces_, i) && !begins_a_part(i)) {
        masks_.name[i + 1] = true;
        if (i + 3 < pieces_.size() && (pieces_[i + 2].text == "to" || pieces_[i + 2].text == "-" || pieces_[i + 2].text == "and") && pieces_[i + 3].digits) masks_.name[i + 2] = masks_.name[i + 3] = true;
      }
      // "good or better", "level 4 or above": the name of a grade.
      if (pieces_[i].text == "or" && i + 1 < pieces_.size() && (pieces_[i + 1].text == "better" || pieces_[i + 1].text == "above" || pieces_[i + 1].text == "higher")) masks_.name[i] = masks_.name[i + 1] = true;
      // "five or more GCSEs" defines; "700 or more families" counts.
      if (spelt_number(pieces_[i].text) >= 0 && i + 2 < pieces_.size() && pieces_[i + 1].text == "or" && pieces_[i + 2].text == "more") masks_.name[i] = masks_.name[i + 1] = masks_.name[i + 2] = true;
      // The limit of a measure of timeliness: "within 10 working days".
      if (about_.measure->kind == MeasureKind::within && pieces_[i].text == "within" && i + 1 < pieces_.size() && pieces_[i + 1].digits && about_.measure->limit) {
        for (const Limit::Dated& dated : about_.measure->limit->amounts) {
          if (std::to_string(dated.amount) == pieces_[i + 1].text) masks_.name[i + 1] = true;
        }
      }
      // "for each 10,000 children": what a rate is of.
      const std::string per = std::to_string(about_.measure->per / 1000);
      if ((pieces_[i].text == "each" || pieces_[i].text == "per" || pieces_[i].text == "every") && about_.measure->unit == Unit::rate && i + 3 < pieces_.size() &&
          pieces_[i + 1].text == per && pieces_[i + 2].text == "," && pieces_[i + 3].text == "000") {
        masks_.name[i + 1] = masks_.name[i + 2] = masks_.name[i + 3] = true;
      }
    }
  }

  // "stage 2" is a definition, unless the measure is split by stage.
  bool begins_a_part(std::size_t at) const {
    if (!about_.cube) return false;
    for (const std::string& choice : about_.cube->choices) {
      const std::vector<EnglishPiece> name = english_pieces(choice);
      if (name.size() < 2 || at + name.size() > pieces_.size()) continue;
      bool same = true;
      for (std::size_t j = 0; same && j < name.size(); ++j) same = pieces_[at + j].text == name[j].text;
      if (same) return true;
    }
    return false;
  }

  const NamedFigure& about_;
  const std::vector<EnglishPiece>& pieces_;
  EnglishMasks masks_;
};

}  // namespace

EnglishMasks english_masks(const NamedFigure& about, const std::vector<EnglishPiece>& pieces) { return Masking(about, pieces).take(); }

}  // namespace reportcard
