// SPDX-License-Identifier: MIT
// A sentence cut into words that know what they claim. Numbers of names and definitions are taken out first: "key stage 2",
// "within 10 working days", "aged 16 to 18" hold no figures.
#include "words/english_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "card/card.h"
#include "words/english_lexicon.h"
#include "words/english_masks.h"
#include "words/english_pieces.h"

namespace reportcard {
namespace {

class Reader {
 public:
  Reader(const Card& card, const NamedFigure& about, std::string_view text) : card_(card), about_(about), pieces_(english_pieces(text)), masks_(english_masks(about, pieces_)) {}

  std::vector<EnglishWord> read() {
    std::vector<EnglishWord> words;
    while (at_ < pieces_.size()) {
      EnglishWord word;
      const std::size_t from = at_;
      if (masks_.other[at_]) { word.kind = WordKind::part; word.text = pieces_[at_ - 1].text + " " + pieces_[at_].text; ++at_; }
      else if (masks_.name[at_]) { word.text = pieces_[at_].text; ++at_; }
      else if (other_part(word)) {}
      else if (!period(word) && !number(word) && !comparator(word) && !phrase(word)) plain(word);
      word.from = pieces_[from].from;
      word.to = pieces_[at_ - 1].to;
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  const EnglishPiece* piece(std::size_t at) const { return at < pieces_.size() && !masks_.name[at] ? &pieces_[at] : nullptr; }
  bool is(std::size_t at, std::string_view text) const { return at < pieces_.size() && !masks_.name[at] && pieces_[at].text == text; }
  // Written on, without a blank between.
  bool on(std::size_t at, std::string_view text) const { return is(at, text) && !pieces_[at].blank_before; }

  // "stage 2" in a sentence about stage 1, or about all stages. One word may be any word: "other", "secure".
  bool other_part(EnglishWord& word) {
    if (!about_.cube) return false;
    for (const std::string& choice : about_.cube->choices) {
      const std::size_t stroke = choice.rfind('/');
      const std::vector<EnglishPiece> name = english_pieces(stroke == std::string::npos ? choice : std::string_view(choice).substr(stroke + 1));
      if (choice == about_.choice || name.size() < 2) continue;
      bool same = true;
      for (std::size_t j = 0; same && j < name.size(); ++j) same = is(at_ + j, name[j].text);
      if (!same) continue;
      word.kind = WordKind::part;
      word.text = choice;
      at_ += name.size();
      return true;
    }
    return false;
  }

  // A year, a month of a year or a day of one, as the measure's own kind has it.
  bool period(EnglishWord& word) {
    const PeriodKind kind = about_.measure->periods;
    const EnglishPiece* first = piece(at_);
    if (!first) return false;
    const auto year_at = [this](std::size_t at) { const EnglishPiece* p = piece(at); return p && p->digits && p->text.size() == 4 ? std::stoi(p->text) : 0; };
    std::size_t end = at_;
    std::optional<Period> found;
    const auto taken = [&](std::size_t to, std::optional<Period> as) {
      end = to;
      found = as;
      return true;
    };
    bool read = false;
    if (const int year = year_at(at_); year >= 1800 && year <= 2200) {
      const EnglishPiece* next = piece(at_ + 2);
      if (on(at_ + 1, "/") && next && next->digits && !next->blank_before) read = taken(at_ + 3, Period::parse(kind, first->text + "/" + next->text));
      else if (on(at_ + 1, "%") || (on(at_ + 1, ",") && piece(at_ + 2) && piece(at_ + 2)->digits && !piece(at_ + 2)->blank_before) || (on(at_ + 1, ".") && piece(at_ + 2) && piece(at_ + 2)->digits && !piece(at_ + 2)->blank_before)) return false;
      else if (kind == PeriodKind::calendar_year) read = taken(at_ + 1, Period::parse(kind, first->text));
      else if (year >= 1900 && year <= 2100 && looks_like_year(at_)) read = taken(at_ + 1, std::nullopt);
    } else if (first->digits && first->text.size() <= 2 && piece(at_ + 1) && month_number(piece(at_ + 1)->text) && year_at(at_ + 2)) {
      const int day = std::stoi(first->text), month = month_number(piece(at_ + 1)->text);
      std::string iso = std::to_string(year_at(at_ + 2)) + (month < 10 ? "-0" : "-") + std::to_string(month) + (day < 10 ? "-0" : "-") + std::to_string(day);
      const auto date = Date::parse(iso);
      read = taken(at_ + 3, date ? ending_on(*date) : std::nullopt);
    } else if (first->letters && month_number(first->text) && year_at(at_ + 1)) {
      read = taken(at_ + 2, month_end(month_number(first->text), year_at(at_ + 1), false));
    } else if (first->letters && month_number(first->text) && is(at_ + 1, "to") && piece(at_ + 2) && month_number(piece(at_ + 2)->text) && year_at(at_ + 3)) {
      auto whole = month_end(month_number(piece(at_ + 2)->text), year_at(at_ + 3), true);
      if (whole && static_cast<int>(whole->first().month()) != month_number(first->text)) whole.reset();
      read = taken(at_ + 4, whole);
    } else if (is(at_, "summer") && year_at(at_ + 1) && kind == PeriodKind::academic_year) {
      read = taken(at_ + 2, Period{kind, year_at(at_ + 1) - 1});
    }
    if (!read) return false;
    at_ = end;
    word.kind = found ? WordKind::period : WordKind::bad_period;
    word.period = found;
    return true;
  }
  // "in 2012" is a year; "2012 children" is a number.
  bool looks_like_year(std::size_t at) const {
    static constexpr std::array<std::string_view, 14> before = {"in", "since", "from", "to", "of", "by", "until", "and", "than", "for", "during", "before", "after", "summer"};
    return at > 0 && std::find(before.begin(), before.end(), pieces_[at - 1].text) != before.end();
  }
  std::optional<Period> ending_on(Date date) const {
    const Period whole = Period::holding(about_.measure->periods, date);
    return whole.kind != PeriodKind::not_given && whole.last() == date ? std::optional(whole) : std::nullopt;
  }
  std::optional<Period> month_end(int month, int year, bool stretch) const {
    const Date last = Date::of(month == 12 ? year + 1 : year, static_cast<unsigned>(month == 12 ? 1 : month + 1), 1).plus_days(-1);
    const Period whole = Period::holding(about_.measure->periods, last);
    if (whole.kind == PeriodKind::not_given || whole.last() != last) return {};
    const bool year_kind = whole.kind == PeriodKind::financial_year || whole.kind == PeriodKind::academic_year || whole.kind == PeriodKind::calendar_year;
    // "March 2012" is a month; "the year to March 2012" is a year.
    if (year_kind && !stretch && !(at_ > 0 && pieces_[at_ - 1].text == "to")) return {};
    if (whole.kind == PeriodKind::quarter && !stretch) return {};
    return whole;
  }

  bool number(EnglishWord& word) {
    std::size_t at = at_;
    bool negative = false, pounds = false;
    if (is(at, "~") || (is(at, "-") && pieces_[at].blank_before && piece(at + 1) && piece(at + 1)->digits && !piece(at + 1)->blank_before)) { negative = true; ++at; }
    if (is(at, "$")) { pounds = true; ++at; }
    const EnglishPiece* digits = piece(at);
    std::string written;
    if (digits && digits->digits) {
      written = digits->text;
      ++at;
      while (on(at, ",") && piece(at + 1) && piece(at + 1)->digits && !piece(at + 1)->blank_before && piece(at + 1)->text.size() == 3) { written += pieces_[at + 1].text; at += 2; }
      if (on(at, ".") && piece(at + 1) && piece(at + 1)->digits && !piece(at + 1)->blank_before) { written += "." + pieces_[at + 1].text; at += 2; }
    } else if (!negative && !pounds && fraction(word)) {
      return true;
    } else if (!negative && !pounds && digits && spelt_number(digits->text) >= 0) {
      // "one" is mostly no number: it is one in "one of five" and before a hyphen-free noun only if the measure counts.
      if (digits->text == "one" && !(is(at + 1, "of") || is(at + 2, "of") || is(at + 1, "in") || is(at + 1, "out"))) return false;
      written = std::to_string(spelt_number(digits->text));
      word.spelt = true;
      ++at;
    } else {
      return false;
    }
    const auto value = Decimal::parse(written);
    if (!value) return false;
    word.kind = WordKind::number;
    word.number.number = *value;
    word.number.places = static_cast<std::int8_t>(value->places);
    word.number.has_sign = negative;
    std::int64_t scale = 1;
    if (is(at, "million") || on(at, "m")) { scale = 1'000'000; ++at; }
    else if (is(at, "thousand") || on(at, "k")) { scale = 1'000; ++at; }
    else if (is(at, "billion") || on(at, "bn")) { scale = 1'000'000'000; ++at; }
    for (std::int64_t step = scale; step > 1; step /= 10) word.number.places = static_cast<std::int8_t>(word.number.places - 1);
    while (scale > 1 && word.number.number.places > 0) { scale /= 10; --word.number.number.places; }
    if (word.number.number.units > 9'000'000'000'000'000'000 / scale) return false;
    word.number.number.units *= negative ? -scale : scale;
    if (pounds) word.unit = "\xC2\xA3";
    at = unit(at, word, pounds);
    at_ = at;
    return true;
  }

  std::size_t unit(std::size_t at, EnglishWord& word, bool pounds) const {
    struct UnitWords { std::string_view first, second, unit; };
    static constexpr UnitWords units[] = {
        {"percentage", "points", "points"}, {"percentage", "point", "points"}, {"per", "cent", "%"}, {"%", "points", "points"}, {"working", "days", "working days"}, {"working", "day", "working days"},
        {"calendar", "days", "days"}, {"percent", "", "%"}, {"%", "", "%"}, {"points", "", "points"}, {"point", "", "points"}, {"days", "", "days"}, {"day", "", "days"}, {"weeks", "", "weeks"},
        {"week", "", "weeks"}, {"months", "", "months"}, {"month", "", "months"}, {"years", "", "years"}, {"year", "", "years"}, {"hours", "", "hours"}, {"pounds", "", "\xC2\xA3"}, {"pence", "", "pence"}};
    for (const UnitWords& one : units) {
      if (!is(at, one.first) || (!one.second.empty() && !is(at + 1, one.second))) continue;
      if (pounds && one.unit != "points") { word.unit = "\xC2\xA3 " + std::string(one.unit); return at + (one.second.empty() ? 1 : 2); }
      word.unit = one.unit;
      return at + (one.second.empty() ? 1 : 2);
    }
    return at;
  }

  // "a third", "two thirds", "half", "three quarters"; "one in five" is read with its "in" (english_read.cc).
  bool fraction(EnglishWord& word) {
    std::size_t at = at_;
    int over = 1;
    if (is(at, "a") || is(at, "one")) ++at;
    else if (piece(at) && spelt_number(piece(at)->text) >= 2 && spelt_number(piece(at)->text) <= 9) { over = spelt_number(piece(at)->text); ++at; }
    const EnglishPiece* name = piece(at);
    if (!name) return false;
    struct Part { std::string_view one, many; int under; };
    static constexpr Part parts[] = {{"half", "halves", 2}, {"third", "thirds", 3}, {"quarter", "quarters", 4}, {"fifth", "fifths", 5}, {"tenth", "tenths", 10}};
    for (const Part& part : parts) {
      if (name->text != (over == 1 ? part.one : part.many)) continue;
      if (part.under != 2 && at == at_) return false;   // "third" alone is an ordinal
      if (over >= part.under) return false;
      // "the third quarter of 2012" names a period.
      const auto share = round_to(Ratio{100 * over, part.under}, 4);
      if (!share) return false;
      word.kind = WordKind::number;
      word.number.number = *share;
      word.number.places = 0;
      word.fraction = true;
      word.spelt = true;
      word.unit = "%";
      at_ = at + 1;
      return true;
    }
    return false;
  }

  // An area with values, the region, a list of the card.
  bool comparator(EnglishWord& word) {
    if (!piece(at_) || !pieces_[at_].letters) return false;
    struct Named { std::string_view name, comparator; };
    static constexpr Named names[] = {{"the national average", "england"}, {"national average", "england"}, {"the england average", "england"}, {"england average", "england"}, {"nationally", "england"},
                                      {"the national figure", "england"}, {"national figure", "england"}, {"national", "england"}, {"england", "england"}, {"the region", "region"},
                                      {"regional average", "region"}, {"regionally", "region"}, {"statistical neighbours", "neighbours"}, {"similar councils", "neighbours"}, {"similar areas", "neighbours"},
                                      {"neighbours", "neighbours"}};
    std::size_t best = 0;
    const auto matched = [this](std::string_view name) -> std::size_t {
      const std::vector<EnglishPiece> sought = english_pieces(name);
      for (std::size_t j = 0; j < sought.size(); ++j) {
        if (!is(at_ + j, sought[j].text)) return 0;
      }
      return sought.size();
    };
    for (const Named& one : names) {
      const std::size_t length = matched(one.name);
      if (length <= best) continue;
      best = length;
      word.areas.clear();
      if (const auto area = find_area(card_, one.comparator)) word.areas.push_back(*area);
      word.text = one.comparator;
    }
    for (const auto& [id, members] : card_.own_lists) {
      const std::size_t length = matched(id);
      if (length > best) { best = length; word.areas.clear(); word.text = id; }
    }
    bool own = false;
    for (std::size_t i = 0; i < card_.areas.all.size(); ++i) {
      const std::string& name = card_.areas.all[i].name;
      if (name.empty() || (name[0] | 0x20) != pieces_[at_].text[0]) continue;
      const std::size_t length = matched(name);
      if (length <= best) continue;
      best = length;
      word.areas = {static_cast<AreaId>(i)};
      word.text = name;
      own = static_cast<AreaId>(i) == about_.area;
    }
    if (best == 0) return false;
    word.kind = own ? WordKind::us : WordKind::comparator;
    at_ += best;
    return true;
  }

  bool phrase(EnglishWord& word) {
    if (!piece(at_) || !pieces_[at_].letters) return false;
    for (const Phrase& one : phrases_from(pieces_[at_].text)) {
      const auto parts = split(one.words, ' ');
      bool same = true;
      for (std::size_t j = 0; same && j < parts.size(); ++j) same = is(at_ + j, parts[j]);
      if (!same) continue;
      word.kind = one.kind;
      word.value = one.value;
      word.text = one.words;
      if (word.kind == WordKind::number) word.spelt = true;   // "none"
      at_ += parts.size();
      return true;
    }
    return false;
  }

  void plain(EnglishWord& word) {
    word.text = pieces_[at_].text;
    const bool stop = word.text == "." || word.text == "!" || word.text == "?" || word.text == ";";
    if (stop) word.kind = WordKind::end;
    ++at_;
  }

  const Card& card_;
  const NamedFigure& about_;
  std::vector<EnglishPiece> pieces_;
  EnglishMasks masks_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<EnglishWord> read_english(const Card& card, const NamedFigure& about, std::string_view text) { return Reader(card, about, text).read(); }

}  // namespace reportcard
