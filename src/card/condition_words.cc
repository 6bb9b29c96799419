// SPDX-License-Identifier: MIT
// The text of a condition cut into its words, each with where it stands.
#include "card/condition_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"

namespace reportcard {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
// Names hold hyphens and dots (a step through a link); letters beyond ASCII are for headers as publishers write them.
bool is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}
// 12.5, 1,920, 2012-03-31, 2011/12, 2012-Q3: what it is depends on the column beside it.
bool is_number(char c) { return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '/' || c == 'Q'; }

bool is_curly(std::string_view three) { return three == "\u2018" || three == "\u2019" || three == "\u201C" || three == "\u201D"; }

}  // namespace

Place place_within(const Place& whole, std::string_view text, std::size_t from, std::size_t to) {
  from = std::min(from, text.size());
  to = std::clamp(to, from, text.size());
  const std::string_view before = text.substr(0, from);
  if (before.find('\n') != before.npos || whole.line == 0) return whole;  // a text of several lines is shown from its start
  Place place = whole;
  place.column += static_cast<std::uint32_t>(code_points(before));
  place.length = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(code_points(text.substr(from, to - from))));
  return place;
}

bool is_keyword(const ConditionWord& word, std::string_view keyword) {
  if (word.what != ConditionWord::What::name || word.text.size() != keyword.size()) return false;
  return std::equal(keyword.begin(), keyword.end(), word.text.begin(), [](char k, char w) { return k == w || k - 32 == w; });
}

std::vector<ConditionWord> condition_words(std::string_view text, const Place& place, Problems& problems) {
  using What = ConditionWord::What;
  std::vector<ConditionWord> words;
  std::size_t at = 0;
  auto syntax = [&](std::size_t from, std::size_t to, std::string message, std::string remedy) {
    problems.error("condition-syntax", place_within(place, text, from, to), std::move(message), std::move(remedy));
  };
  while (at < text.size()) {
    const char c = text[at];
    const std::size_t from = at;
    if (is_blank(c)) {
      ++at;
    } else if (c == '\'' || c == '"') {
      std::string inside;
      bool closed = false;
      for (++at; at < text.size(); ++at) {
        if (text[at] != c) {
          inside += text[at];
        } else if (at + 1 < text.size() && text[at + 1] == c) {
          inside += c;
          ++at;
        } else {
          closed = true;
          ++at;
          break;
        }
      }
      if (!closed) syntax(from, text.size(), "A quote is opened here and not closed.", fmt::format("end the text with {}", c));
      // Double quotes name a column whose header is not one word, as in SQL.
      words.push_back({c == '\'' ? What::text : What::name, std::string(trim(inside)), from, at});
    } else if (is_digit(c) || ((c == '-' || c == '+' || c == '.') && at + 1 < text.size() && is_digit(text[at + 1]))) {
      ++at;
      while (at < text.size() && is_number(text[at])) ++at;
      while (at > from + 1 && text[at - 1] == ',') --at;  // the comma of a list
      words.push_back({What::number, std::string(text.substr(from, at - from)), from, at});
    } else if (is_curly(text.substr(at, 3))) {
      syntax(from, from + 3, "This is a curly quote.", "write straight single quotes: 'stage 1'");
      at += 3;
    } else if (is_name(c)) {
      while (at < text.size() && is_name(text[at]) && !is_curly(text.substr(at, 3))) ++at;
      words.push_back({What::name, std::string(text.substr(from, at - from)), from, at});
    } else {
      std::size_t length = 1;
      const std::string_view two = text.substr(at, 2);
      if (two == "<=" || two == ">=" || two == "<>" || two == "!=" || two == "==" || two == "&&" || two == "||") length = 2;
      std::string sign(text.substr(at, length));
      at += length;
      if (sign == "!=" || sign == "==" || sign == "&&" || sign == "||" || sign == "!") {
        const std::string_view ours = sign == "!="   ? "<>"
                                      : sign == "==" ? "="
                                      : sign == "&&" ? "and"
                                      : sign == "||" ? "or"
                                                     : "not";
        syntax(from, at, fmt::format("{} is not a sign of conditions.", in_quotes(sign)), fmt::format("write {}", ours));
        if (sign == "!=") sign = "<>";
        if (sign == "==") sign = "=";
      } else if (std::string_view("=<>()<=>=,").find(sign) == std::string_view::npos) {
        syntax(from, at, fmt::format("{} has no meaning in a condition.", in_quotes(sign)),
               "conditions are written with = <> < <= > >=, in (...), between, is blank, and, or, not");
        continue;
      }
      words.push_back({What::sign, std::move(sign), from, at});
    }
  }
  words.push_back({What::end, "", text.size(), text.size()});
  return words;
}

}  // namespace reportcard
