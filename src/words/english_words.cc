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

namespace reportcard {
namespace {

// A run of letters, of digits, or one sign; with where it stands.
struct Piece {
  std::string text;          // small letters; a possessive 's is cut off
  bool letters = false, digits = false;
  bool blank_before = false;
  std::size_t from = 0, to = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Apostrophes, dashes and other marks that are no letters although they are not ASCII.
std::size_t mark_at(std::string_view text, std::size_t at, char& as) {
  struct Mark { std::string_view bytes; char as; };
  static constexpr Mark marks[] = {{"\xE2\x80\x99", '\''}, {"\xE2\x80\x98", '\''}, {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'}, {"\xE2\x80\x93", '-'}, {"\xE2\x80\x94", ';'},
                                   {"\xE2\x88\x92", '~'}, {"\xC2\xA3", '$'}, {"\xC2\xA0", ' '}, {"\xE2\x80\xAF", ' '}};
  for (const Mark& mark : marks) {
    if (text.substr(at, mark.bytes.size()) != mark.bytes) continue;
    as = mark.as;
    return mark.bytes.size();
  }
  return 0;
}

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  bool blank = true;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = at;
    char as = text[at];
    const std::size_t marked = mark_at(text, at, as);
    if (as == ' ' || as == '\t' || as == '\n' || as == '\r') {
      blank = true;
      at += marked ? marked : 1;
      continue;
    }
    Piece piece;
    piece.from = from;
    piece.blank_before = blank;
    blank = false;
    if (!marked && is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      piece.digits = true;
      piece.text = text.substr(from, at - from);
    } else if (!marked && (is_ascii_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) {
      piece.letters = true;
      while (at < text.size()) {
        const std::size_t apostrophe = mark_at(text, at, as);
        const bool inside = (apostrophe ? as == '\'' : text[at] == '\'') && at + 1 < text.size() && is_ascii_letter(text[at + (apostrophe ? apostrophe : 1)]);
        if (inside) {
          piece.text += '\'';
          at += apostrophe ? apostrophe : 1;
        } else if (!apostrophe && (is_ascii_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) {
          const char c = text[at++];
          piece.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else {
          break;
        }
      }
      if (piece.text.size() > 2 && piece.text.compare(piece.text.size() - 2, 2, "'s") == 0) piece.text.resize(piece.text.size() - 2);
    } else {
      at += marked ? marked : 1;
      piece.text = std::string(1, as);
    }
    piece.to = at;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

class Reader {
 public:
  Reader(const Card& card, const NamedFigure& about, std::string_view text) : card_(card), about_(about), pieces_(cut(text)), masked_(pieces_.size(), false), other_(pieces_.size(), false) {
    find_other_definitions();
    mask_names();
    mask_definitions();
  }

  std::vector<EnglishWord> read() {
    std::vector<EnglishWord> words;
    while (at_ < pieces_.size()) {
      EnglishWord word;
      const std::size_t from = at_;
      if (other_[at_]) { word.kind = WordKind::part; word.text = pieces_[at_ - 1].text + " " + pieces_[at_].text; ++at_; }
      else if (masked_[at_]) { word.text = pieces_[at_].text; ++at_; }
      else if (other_part(word)) {}
      else if (!period(word) && !number(word) && !comparator(word) && !phrase(word)) plain(word);
      word.from = pieces_[from].from;
      word.to = pieces_[at_ - 1].to;
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  const Piece* piece(std::size_t at) const { return at < pieces_.size() && !masked_[at] ? &pieces_[at] : nullptr; }
  bool is(std::size_t at, std::string_view text) const { return at < pieces_.size() && !masked_[at] && pieces_[at].text == text; }
  // Written on, without a blank between.
  bool on(std::size_t at, std::string_view text) const { return is(at, text) && !pieces_[at].blank_before; }

  // Two words or more of a name, in its order, are that name where they hold a number or a word that would claim
  // something: "a good level of development", "45 working days". Other words of it do no harm.
  void mask(std::string_view name) {
    const std::vector<Piece> sought = cut(name);
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
      if (claims) std::fill(masked_.begin() + static_cast<std::ptrdiff_t>(i), masked_.begin() + static_cast<std::ptrdiff_t>(i + longest), true);
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

  static bool names_a_number(const std::vector<Piece>& pieces, std::size_t at) {
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
      const std::vector<Piece> pieces = cut(*name);
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
      if (numbered && !fits) other_[i + 1] = true;
    }
  }

  // "stage 2" in a sentence about stage 1, or about all stages. One word may be any word: "other", "secure".
  bool other_part(EnglishWord& word) {
    if (!about_.cube) return false;
    for (const std::string& choice : about_.cube->choices) {
      const std::size_t stroke = choice.rfind('/');
      const std::vector<Piece> name = cut(stroke == std::string::npos ? choice : std::string_view(choice).substr(stroke + 1));
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

  void mask_definitions() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (names_a_number(pieces_, i) && !begins_a_part(i)) {
        masked_[i + 1] = true;
        if (i + 3 < pieces_.size() && (pieces_[i + 2].text == "to" || pieces_[i + 2].text == "-" || pieces_[i + 2].text == "and") && pieces_[i + 3].digits) masked_[i + 2] = masked_[i + 3] = true;
      }
      // "good or better", "level 4 or above": the name of a grade.
      if (pieces_[i].text == "or" && i + 1 < pieces_.size() && (pieces_[i + 1].text == "better" || pieces_[i + 1].text == "above" || pieces_[i + 1].text == "higher")) masked_[i] = masked_[i + 1] = true;
      // "five or more GCSEs" defines; "700 or more families" counts.
      if (spelt_number(pieces_[i].text) >= 0 && i + 2 < pieces_.size() && pieces_[i + 1].text == "or" && pieces_[i + 2].text == "more") masked_[i] = masked_[i + 1] = masked_[i + 2] = true;
      // The limit of a measure of timeliness: "within 10 working days".
      if (about_.measure->kind == MeasureKind::within && pieces_[i].text == "within" && i + 1 < pieces_.size() && pieces_[i + 1].digits && about_.measure->limit) {
        for (const Limit::Dated& dated : about_.measure->limit->amounts) {
          if (std::to_string(dated.amount) == pieces_[i + 1].text) masked_[i + 1] = true;
        }
      }
      // "for each 10,000 children": what a rate is of.
      const std::string per = std::to_string(about_.measure->per / 1000);
      if ((pieces_[i].text == "each" || pieces_[i].text == "per" || pieces_[i].text == "every") && about_.measure->unit == Unit::rate && i + 3 < pieces_.size() &&
          pieces_[i + 1].text == per && pieces_[i + 2].text == "," && pieces_[i + 3].text == "000") {
        masked_[i + 1] = masked_[i + 2] = masked_[i + 3] = true;
      }
    }
  }

  // "stage 2" is a definition, unless the measure is split by stage.
  bool begins_a_part(std::size_t at) const {
    if (!about_.cube) return false;
    for (const std::string& choice : about_.cube->choices) {
      const std::vector<Piece> name = cut(choice);
      if (name.size() < 2 || at + name.size() > pieces_.size()) continue;
      bool same = true;
      for (std::size_t j = 0; same && j < name.size(); ++j) same = pieces_[at + j].text == name[j].text;
      if (same) return true;
    }
    return false;
  }

  // A year, a month of a year or a day of one, as the measure's own kind has it.
  bool period(EnglishWord& word) {
    const PeriodKind kind = about_.measure->periods;
    const Piece* first = piece(at_);
    if (!first) return false;
    const auto year_at = [this](std::size_t at) { const Piece* p = piece(at); return p && p->digits && p->text.size() == 4 ? std::stoi(p->text) : 0; };
    std::size_t end = at_;
    std::optional<Period> found;
    const auto taken = [&](std::size_t to, std::optional<Period> as) {
      end = to;
      found = as;
      return true;
    };
    bool read = false;
    if (const int year = year_at(at_); year >= 1800 && year <= 2200) {
      const Piece* next = piece(at_ + 2);
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
    const Piece* digits = piece(at);
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
    const Piece* name = piece(at);
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
      const std::vector<Piece> sought = cut(name);
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
  std::vector<Piece> pieces_;
  std::vector<bool> masked_, other_;   // parts of names; numbers of other definitions
  std::size_t at_ = 0;
};

}  // namespace

std::vector<EnglishWord> read_english(const Card& card, const NamedFigure& about, std::string_view text) { return Reader(card, about, text).read(); }

}  // namespace reportcard
