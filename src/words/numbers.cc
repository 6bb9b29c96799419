// SPDX-License-Identifier: MIT
// A text is cut into words, numbers and signs; patterns of such steps are looked for at every place. No pattern is in here.
#include "words/numbers.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "card/toml_keys.h"
#include "card/toml_tree.h"

namespace reportcard {
namespace {

struct Token {
  enum class What : unsigned char { word, number, sign } what = What::sign;
  std::string text;          // folded
  std::size_t begin = 0, end = 0;
  bool blank_before = false;
  long whole = -1;           // a number without separators and places, as an integer
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

// The end of digits with thousands commas and one point: "1,920", "58.9".
std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  const auto three = [&](std::size_t from) {
    return from + 3 <= text.size() && is_digit(text[from]) && is_digit(text[from + 1]) && is_digit(text[from + 2]) &&
           (from + 3 == text.size() || !is_digit(text[from + 3]));
  };
  if (end - at <= 3) {
    while (end < text.size() && text[end] == ',' && three(end + 1)) end += 4;
  }
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
  }
  return end;
}

std::vector<Token> cut(std::string_view text) {
  std::vector<Token> tokens;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t bytes = std::max<std::size_t>(point.bytes, 1);
    if (is_blank(point.value)) {
      blank = true;
      at += bytes;
      continue;
    }
    Token token;
    token.begin = at;
    token.blank_before = blank;
    blank = false;
    if (point.value < 0x80 && is_digit(text[at])) {
      token.what = Token::What::number;
      token.end = number_end(text, at);
      const std::string_view digits = text.substr(at, token.end - at);
      if (digits.size() <= 12 && digits.find_first_of(",.") == std::string_view::npos) token.whole = std::stol(std::string(digits));
    } else if (is_letter(point.value)) {
      token.what = Token::What::word;
      token.end = at;
      for (CodePoint next = point; token.end < text.size() && is_letter(next.value); next = code_point_at(text, token.end)) token.end += next.bytes;
    } else {
      token.end = at + bytes;
    }
    token.text = token.what == Token::What::word ? fold(text.substr(at, token.end - at)) : std::string(text.substr(at, token.end - at));
    if (token.text == "–" || token.text == "‑") token.text = "-";
    if (token.text == "’") token.text = "'";
    at = token.end;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace

// One text, cut, while patterns are looked for in it.
struct NumberMatcher {
  const NumberRules& rules;
  std::string_view text;
  std::vector<Token> tokens;

  bool fits(const NumberRules::Step& step, const Token& token) const {
    using What = NumberRules::Step::What;
    switch (step.what) {
      case What::literal: return token.text == step.text;
      case What::range: return token.what == Token::What::number && token.whole >= step.low && token.whole <= step.high;
      case What::word: return token.what == Token::What::word;
      case What::number: return token.what == Token::What::number;
      case What::dial: return token.what == Token::What::number && token.text.size() >= 3 && token.text[0] == '0' && token.whole != -1;
      case What::list: {
        const auto list = rules.lists_.find(step.text);
        return list != rules.lists_.end() && std::find(list->second.begin(), list->second.end(), token.text) != list->second.end();
      }
    }
    return false;
  }

  // How many tokens the pattern takes at `at`; 0 where it does not stand there.
  std::size_t takes(const NumberRules::Pattern& pattern, std::size_t at) const {
    if (at + pattern.steps.size() > tokens.size()) return 0;
    for (std::size_t i = 0; i < pattern.steps.size(); ++i) {
      const Token& token = tokens[at + i];
      if (i != 0 && token.blank_before != pattern.steps[i].blank_before) return 0;
      if (!fits(pattern.steps[i], token)) return 0;
    }
    return pattern.steps.size();
  }

  struct Longest { const NumberRules::Pattern* pattern = nullptr; std::size_t tokens = 0; };
  Longest longest(const NumberRules::PatternSet& set, std::size_t at) const {
    Longest found;
    const auto look = [&](const std::vector<std::size_t>& some) {
      for (const std::size_t index : some) {
        const std::size_t taken = takes(set.all[index], at);
        if (taken > found.tokens) found = {&set.all[index], taken};
      }
    };
    if (const auto some = set.by_word.find(tokens[at].text); some != set.by_word.end()) look(some->second);
    if (tokens[at].what == Token::What::number) look(set.by_number);
    if (tokens[at].what == Token::What::word) look(set.by_any_word);
    return found;
  }

  // Sign and currency in front, unit behind.
  FoundNumber span(std::size_t first, std::size_t last) const {
    FoundNumber found{tokens[first].begin, tokens[last].end, {}};
    if (tokens[first].what == Token::What::number) {
      for (int i = 0; i < 2 && first > 0 && !tokens[first].blank_before; ++i) {
        const std::string& before = tokens[first - 1].text;
        const bool sign = before == "£" || before == "+" || before == "−" || (before == "-" && tokens[first - 1].blank_before);
        if (!sign) break;
        found.begin = tokens[--first].begin;
      }
    }
    for (std::size_t next = last + 1; next < tokens.size() && next < last + 3; ++next) {
      const bool unit = std::find(rules.units_.begin(), rules.units_.end(), tokens[next].text) != rules.units_.end();
      if (tokens[next].text == "per" && next + 1 < tokens.size() && tokens[next + 1].text == "cent") {
        found.end = tokens[next + 1].end;
        break;
      }
      if (!unit) break;
      found.end = tokens[next].end;
    }
    return found;
  }
};

NumberRules::Pattern NumberRules::read_pattern(std::string_view text, std::string why) {
  Pattern pattern;
  pattern.why = std::move(why);
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      blank = true;
      ++at;
      continue;
    }
    if (text[at] != '{') {
      const std::size_t end = std::min(text.find_first_of("{", at), text.size());
      for (const Token& token : cut(text.substr(at, end - at))) {
        Step step;
        step.text = token.text;
        step.blank_before = token.begin == 0 ? blank : token.blank_before;
        pattern.steps.push_back(std::move(step));
      }
      blank = end > at && text[end - 1] == ' ';
      at = end;
      continue;
    }
    const std::size_t end = std::min(text.find('}', at), text.size());
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    Step step;
    step.blank_before = blank;
    blank = false;
    const std::size_t dash = inside.find('-');
    if (!inside.empty() && is_digit(inside[0]) && dash != std::string_view::npos) {
      step.what = Step::What::range;
      const auto low = Decimal::parse(inside.substr(0, dash)), high = Decimal::parse(inside.substr(dash + 1));
      if (low && high) {
        step.low = static_cast<long>(low->units);
        step.high = static_cast<long>(high->units);
      }
    } else if (inside == "word" || inside == "number" || inside == "dial") {
      step.what = inside == "word" ? Step::What::word : inside == "number" ? Step::What::number : Step::What::dial;
    } else {
      step.what = Step::What::list;
      step.text = std::string(inside);
    }
    pattern.steps.push_back(std::move(step));
    at = end + 1;
  }
  return pattern;
}

void NumberRules::add(PatternSet& set, Pattern pattern) const {
  if (pattern.steps.empty()) return;
  const std::size_t index = set.all.size();
  const Step& first = pattern.steps.front();
  switch (first.what) {
    case Step::What::literal: set.by_word[first.text].push_back(index); break;
    case Step::What::word: set.by_any_word.push_back(index); break;
    case Step::What::list: {
      const auto list = lists_.find(first.text);
      if (list == lists_.end()) return;
      for (const std::string& word : list->second) set.by_word[word].push_back(index);
      break;
    }
    default: set.by_number.push_back(index); break;
  }
  set.all.push_back(std::move(pattern));
}

NumberRules NumberRules::load(std::string_view toml, Problems& problems) {
  NumberRules rules;
  const auto document = read_toml("library/words/numbers.toml", toml, problems);
  if (!document) return rules;
  Keys keys(document->root, "the rules of numbers", problems);
  const std::vector<std::string> figures = keys.words("figures");
  rules.units_ = keys.words("units");
  if (const TomlNode* lists = keys.table("lists")) {
    for (const TomlEntry& entry : lists->entries) {
      std::vector<std::string>& list = rules.lists_[entry.key];
      for (const TomlNode& item : entry.value.items) list.push_back(fold(item.text));
    }
  }
  for (const std::string& phrase : figures) rules.add(rules.figures_, read_pattern(phrase, {}));
  if (const TomlNode* not_figures = keys.table("not-figures")) {
    for (const TomlEntry& entry : not_figures->entries) {
      for (const TomlNode& item : entry.value.items) rules.add(rules.not_, read_pattern(item.text, entry.key));
    }
  }
  keys.finish();
  return rules;
}

std::vector<FoundNumber> NumberRules::find(std::string_view text) const {
  const NumberMatcher matcher{*this, text, cut(text)};
  const std::size_t count = matcher.tokens.size();
  std::vector<const std::string*> why(count, nullptr);
  for (std::size_t at = 0; at < count; ++at) {
    const NumberMatcher::Longest longest = matcher.longest(not_, at);
    for (std::size_t i = at; i < at + longest.tokens; ++i) {
      if (!why[i]) why[i] = &longest.pattern->why;
    }
  }
  std::vector<FoundNumber> found;
  for (std::size_t at = 0; at < count;) {
    std::size_t taken = matcher.longest(figures_, at).tokens;
    if (taken == 0 && matcher.tokens[at].what == Token::What::number) taken = 1;
    if (taken == 0) {
      ++at;
      continue;
    }
    FoundNumber number = matcher.span(at, at + taken - 1);
    const bool has_unit = number.end > matcher.tokens[at + taken - 1].end || text.substr(number.begin, 2) == "£";
    for (std::size_t i = at; i < at + taken && !has_unit; ++i) {   // "stage 62%" is no name
      if (why[i]) number.why = *why[i];
    }
    at += taken;
    while (at < count && matcher.tokens[at].begin < number.end) ++at;   // its unit is no number of its own
    found.push_back(std::move(number));
  }
  return found;
}

}  // namespace reportcard
