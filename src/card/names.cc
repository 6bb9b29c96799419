// SPDX-License-Identifier: MIT
// Names of figures read and written: id(area)[choice]@period.word.word
#include "card/names.h"

#include <utility>

#include "base/text.h"

namespace reportcard {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_sign(char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '-'; }

// Reads from the front of what is left.
struct Reader {
  std::string_view rest;
  bool at(char c) const { return !rest.empty() && rest.front() == c; }
  template <class Is>
  std::string_view take(Is is) {
    std::size_t n = 0;
    while (n < rest.size() && is(rest[n])) ++n;
    std::string_view taken = rest.substr(0, n);
    rest.remove_prefix(n);
    return taken;
  }
  // What stands between the bracket in front and its partner; nothing where it is empty or not closed.
  std::optional<std::string_view> bracketed(char open, char close) {
    std::size_t depth = 0;
    for (std::size_t n = 0; n < rest.size(); ++n) {
      if (rest[n] == open) ++depth;
      if (rest[n] != close || --depth != 0) continue;
      std::string_view inside = trim(rest.substr(1, n - 1));
      rest.remove_prefix(n + 1);
      if (inside.empty()) return std::nullopt;
      return inside;
    }
    return std::nullopt;
  }
};

std::string slugs(std::string_view choice) {
  if (choice == "*") return "every";
  std::string all;
  for (std::string_view part : split(choice, '/')) all += (all.empty() ? "" : "--") + slug(part);
  return all;
}

}  // namespace

std::string FigureName::text() const {
  std::string name = measure;
  if (!area.empty()) name += "(" + area + ")";
  if (!choice.empty()) name += "[" + choice + "]";
  if (!period.empty()) name += "@" + period;
  for (const std::string& word : words) name += "." + word;
  return name;
}

std::optional<FigureName> parse_figure_name(std::string_view text) {
  Reader reader{trim(text)};
  FigureName name;
  name.measure = reader.take([](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
  if (!is_id(name.measure)) return std::nullopt;
  while (reader.at('(') || reader.at('[')) {
    const bool place = reader.at('(');
    std::string& part = place ? name.area : name.choice;
    std::optional<std::string_view> inside = place ? reader.bracketed('(', ')') : reader.bracketed('[', ']');
    if (!inside || !part.empty()) return std::nullopt;
    part = *inside;
  }
  if (reader.at('@')) {
    reader.rest.remove_prefix(1);
    name.period = reader.take([](char c) { return is_digit(c) || c == '/' || c == '-' || c == 'Q'; });
    if (name.period.empty()) return std::nullopt;
  }
  while (reader.at('.')) {
    reader.rest.remove_prefix(1);
    std::string word(reader.take(is_word_sign));
    if (word.empty()) return std::nullopt;
    if (reader.at('(')) {  // count(stage = 1)
      std::optional<std::string_view> inside = reader.bracketed('(', ')');
      if (!inside) return std::nullopt;
      word += "(" + std::string(*inside) + ")";
    }
    name.words.push_back(std::move(word));
  }
  if (!reader.rest.empty()) return std::nullopt;
  return name;
}

std::string address_of(const FigureName& name) {
  std::string address = name.measure;
  if (!name.choice.empty()) address += "--" + slugs(name.choice);
  if (!name.area.empty()) address += "--in-" + slug(name.area);
  if (!name.period.empty()) address += "--at-" + slug(name.period);
  for (const std::string& word : name.words) address += "--" + slug(word);
  return address;
}

}  // namespace reportcard
