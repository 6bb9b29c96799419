// SPDX-License-Identifier: MIT
// What spreadsheets and hands do to codes, told at each cell: noughts lost, numbers rounded, days made of "10-12", letters
// that only look alike. Nothing is mended here: only the author knows what was meant.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/records_reader.h"
#include "tables/typed_slips.h"
#include "tables/workbook.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 50;  // problems of one kind in one column

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

// "1.02E+10": what a spreadsheet shows of a long number.
bool is_shortened(std::string_view text) {
  const std::size_t at = text.find_first_of("eE");
  if (at == text.npos || at == 0 || at + 2 >= text.size() || (text[at + 1] != '+' && text[at + 1] != '-')) return false;
  return all_digits(text.substr(at + 2)) && Decimal::parse(text.substr(0, at)).has_value();
}

// "1.10" as 1 and 10.
struct Numbered { std::string_view before; unsigned last = 0; std::size_t digits = 0; };
std::optional<Numbered> numbered(std::string_view text) {
  const std::size_t point = text.rfind('.');
  if (point == text.npos || point == 0 || text.size() - point > 4 || !all_digits(text.substr(point + 1))) return {};
  Numbered out{text.substr(0, point), 0, text.size() - point - 1};
  for (const char digit : text.substr(point + 1)) out.last = out.last * 10 + static_cast<unsigned>(digit - '0');
  return out;
}

class Typing {
 public:
  Typing(const CardReading& reading, const RecordColumn& column, const Records& records, Problems& problems)
      : reading_(reading), column_(column), definition_(*column.definition), records_(records), text_(*column.text()), problems_(problems) {}

  void check() {
    failed_formulas();
    const ColumnType type = definition_.type;
    const bool code = type == ColumnType::id || type == ColumnType::link || type == ColumnType::measure;
    if (code) {
      rounded();
      noughts();
      shortened_decimals();
      days();
      odd_signs(true);
    } else if (type == ColumnType::text && is_telephone()) {
      rounded();
      telephones();
    } else if (type == ColumnType::text && reading_.columns_needed.count(records_.of->id + "." + definition_.name)) {
      odd_signs(false);
      alike();
      if (records_.of->values) days();
    }
  }

 private:
  const std::string& word(std::size_t row) const { return text_.words[text_.codes[row]]; }
  bool is_stored(std::size_t row, Stored how) const {
    return row < column_.cells->stored.size() && column_.cells->stored[row] == static_cast<std::uint8_t>(how);
  }
  bool in_workbook() const { return !column_.cells->stored.empty(); }
  bool is_telephone() const { return definition_.name.find("phone") != std::string::npos; }
  std::string as_text() const { return in_workbook() ? "format the column as text, then write " : "write "; }

  // say(row, word) at the cells of the words flagged, in the order of the rows.
  template <class Flag, class Say> void at_cells(const Flag& flag, const Say& say) {
    std::vector<bool> flagged(text_.words.size(), false);
    bool any = false;
    for (std::uint32_t code = 1; code < text_.words.size(); ++code) {
      if (!flag(text_.words[code])) continue;
      flagged[code] = any = true;
    }
    if (!any) return;
    std::size_t said = 0;
    for (std::size_t row = 0; row < records_.rows && said < most; ++row) {
      if (flagged[text_.codes[row]] && say(row, word(row))) ++said;
    }
  }
  Place place(std::size_t row) const { return records_.place(row, definition_.name); }

  void failed_formulas() {
    at_cells([](const std::string& text) { return is_failed_formula(text); }, [&](std::size_t row, const std::string& text) {
      problems_.error("cell-error", place(row), fmt::format("The cell in the column {} shows {} instead of a value.", in_quotes(definition_.name), text),
                      "mend its formula in the workbook, or leave the cell blank");
      return true;
    });
  }

  void rounded() {
    at_cells([](const std::string& text) { return is_shortened(text) || (text.size() > 15 && all_digits(text)); },
             [&](std::size_t row, const std::string& text) {
               if (!is_shortened(text) && !is_stored(row, Stored::number)) return false;
               problems_.error("code-rounded", place(row),
                               fmt::format("A spreadsheet took {} for a number and kept only its first digits.", in_quotes(text)),
                               as_text() + "all its digits again");
               return true;
             });
  }

  void noughts() {
    std::size_t digits = 0;  // of the codes that begin with a nought
    for (const std::string& text : text_.words) {
      if (text.size() > 1 && text[0] == '0' && all_digits(text)) digits = std::max(digits, text.size());
    }
    if (digits == 0) return;
    at_cells([&](const std::string& text) { return text.size() < digits && text[0] != '0' && all_digits(text); },
             [&](std::size_t row, const std::string& text) {
               if (in_workbook() && !is_stored(row, Stored::number)) return false;
               const std::string whole = std::string(digits - text.size(), '0') + text;
               problems_.warning("code-noughts", place(row),
                                 fmt::format("{} may have lost the noughts it began with: others here have {} digits.", in_quotes(text), digits),
                                 as_text() + whole + ", if that is right");
               return true;
             });
  }

  // 1.10 is 1.1 to a spreadsheet: between 1.9 and 1.11, or where 1.1 stood before.
  void shortened_decimals() {
    if (std::none_of(text_.words.begin(), text_.words.end(), [](const std::string& text) { return numbered(text).has_value(); })) return;
    std::vector<std::size_t> first;  // row of each word, made when it is first asked for
    const auto stood_before = [&](std::size_t row) {
      if (first.empty()) {
        first.assign(text_.words.size(), records_.rows);
        for (std::size_t other = records_.rows; other-- > 0;) first[text_.codes[other]] = other;
      }
      return first[text_.codes[row]] < row;
    };
    for (std::size_t row = 1, said = 0; row < records_.rows && said < most; ++row) {
      const std::optional<Numbered> now = numbered(word(row));
      if (!now || now->digits != 1 || now->last == 0) continue;
      const std::optional<Numbered> before = numbered(word(row - 1));
      if (!before || before->before != now->before || before->last + 1 != now->last * 10) continue;
      const std::optional<Numbered> after = row + 1 < records_.rows ? numbered(word(row + 1)) : std::nullopt;
      const bool counts_on = after && after->before == now->before && after->last == before->last + 2;
      if (!counts_on && !stood_before(row)) continue;
      ++said;
      problems_.warning("code-decimal", place(row),
                        fmt::format("{} follows {}, so it is probably {}0, which a spreadsheet shortens.", word(row), word(row - 1), word(row)),
                        as_text() + word(row) + "0");
    }
  }

  void days() {
    if (!in_workbook()) return;
    at_cells([](const std::string& text) { return Date::parse(text.substr(0, 10)).has_value(); },
             [&](std::size_t row, const std::string& text) {
               if (!is_stored(row, Stored::date)) return false;
               const Date day = *Date::parse(text.substr(0, 10));
               problems_.error("code-as-date", place(row),
                               fmt::format("A spreadsheet made the day {} of what was written in the column {}.", day.said(), in_quotes(definition_.name)),
                               fmt::format("format the column as text, then write it again: {}-{} perhaps, or {}/{}", day.day(), day.month(), day.day(), day.month()));
               return true;
             });
  }

  void telephones() {
    at_cells([](const std::string& text) {
      const std::string_view first = "12378";
      std::string digits;
      for (const char sign : text) {
        if (sign != ' ') digits += sign;
      }
      return (digits.size() == 9 || digits.size() == 10) && all_digits(digits) && first.find(digits[0]) != first.npos;
    }, [&](std::size_t row, const std::string& text) {
      problems_.warning("telephone-nought", place(row), fmt::format("The telephone number {} lacks the 0 it begins with.", text), as_text() + "0" + text);
      return true;
    });
  }

  void odd_signs(bool code) {
    at_cells([&](const std::string& text) {
      const std::optional<OddSign> odd = odd_sign(text);
      return odd && (code || odd->unseen || odd->letter_alike);
    }, [&](std::size_t row, const std::string& text) {
      const OddSign odd = *odd_sign(text);
      problems_.warning("sign-alike", place(row),
                        odd.plain.empty() || odd.plain == " " ? fmt::format("{} holds {} ({}).", in_quotes(text), odd.name, odd.letter)
                                                               : fmt::format("{} holds {} ({}) that looks like {}.", in_quotes(text), odd.name, odd.letter, odd.plain),
                        fmt::format("write {}", in_quotes(in_plain_signs(text))));
      return true;
    });
  }

  // Two words that a reader takes for one are two parts of a figure.
  void alike() {
    constexpr std::size_t most_parts = 10'000;  // a column with more words parts no figure
    if (text_.words.size() > most_parts) return;
    std::map<std::string, std::uint32_t> first;
    std::map<std::uint32_t, std::uint32_t> like;
    for (std::uint32_t code = 1; code < text_.words.size(); ++code) {
      const auto [there, fresh] = first.emplace(fold(in_plain_signs(text_.words[code])), code);
      if (!fresh) like.emplace(code, there->second);
    }
    std::vector<std::uint32_t> codes;
    for (const auto& [code, other] : like) codes.push_back(code);
    for (const auto& [code, row] : first_rows_of(text_, codes)) {
      problems_.warning("words-alike", place(row),
                        fmt::format("{} and {} differ only in capitals, blanks or signs, and are counted as two.", in_quotes(text_.words[code]),
                                    in_quotes(text_.words[like[code]])),
                        fmt::format("write one of them in both places, such as {}", in_quotes(text_.words[like[code]])));
    }
  }

  const CardReading& reading_;
  const RecordColumn& column_;
  const ColumnDefinition& definition_;
  const Records& records_;
  const TextColumn& text_;
  Problems& problems_;
};

}  // namespace

void check_typing(const CardReading& reading, const RecordColumn& column, const Records& records, Problems& problems) {
  if (column.text()) Typing(reading, column, records, problems).check();
}

// What a word that is not known was meant to be, where a spreadsheet or a letter that looks alike is at fault; else "".
std::string damaged_word_remedy(std::string_view word, const std::vector<std::string>& known) {
  const auto is_known = [&](const std::string& text) { return std::find(known.begin(), known.end(), text) != known.end(); };
  if (const std::optional<OddSign> odd = odd_sign(word)) {
    const std::string plain = in_plain_signs(word);
    if (is_known(plain)) return fmt::format("it has {} ({}): write {}", odd->name, odd->letter, in_quotes(plain));
  }
  if (all_digits(word)) {
    for (const std::string& text : known) {
      if (text.size() > word.size() && all_digits(text) && text.find_first_not_of('0') == text.size() - word.size() && text.substr(text.size() - word.size()) == word)
        return fmt::format("a spreadsheet may have taken the noughts off: format the column as text, then write {}", text);
    }
  }
  // "10-12" becomes 10 December, in a sheet a day and in CSV "10-Dec".
  std::optional<unsigned> day, month;
  if (const std::optional<Date> date = Date::parse(word.substr(0, 10))) {
    day = date->day();
    month = date->month();
  } else if (const std::size_t dash = word.find('-'); dash != word.npos && dash <= 2 && all_digits(word.substr(0, dash))) {
    month = month_named(word.substr(dash + 1));
    day = static_cast<unsigned>(std::stoul(std::string(word.substr(0, dash))));
  }
  if (day && month) {
    for (const char* between : {"-", "/", " to ", "\xE2\x80\x93"}) {
      for (const auto& [first, second] : {std::pair(*day, *month), std::pair(*month, *day)}) {
        const std::string meant = fmt::format("{}{}{}", first, between, second);
        if (is_known(meant)) return fmt::format("a spreadsheet may have made this of {0}: format the column as text, then write {0}", in_quotes(meant));
      }
    }
  }
  return {};
}

}  // namespace reportcard
