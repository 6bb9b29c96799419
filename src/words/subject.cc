// SPDX-License-Identifier: MIT
// Subjects cut and filled.
#include "words/subject.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {
namespace {

bool is_large(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A part's own name: of "safeguarding/looked after" it is "looked after".
std::string_view last_part(std::string_view choice) {
  const std::size_t stroke = choice.rfind('/');
  return trim(stroke == std::string_view::npos ? choice : choice.substr(stroke + 1));
}

// Whether `text` has this word by itself at `at`.
bool word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (text.substr(at, word.size()) != word) return false;
  const auto is_letter = [&](std::size_t i) { return i < text.size() && (is_small(text[i]) || is_large(text[i])); };
  return (at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size());
}

}  // namespace

std::string small_first(std::string_view words) {
  std::string said(words);
  if (said.empty() || !is_large(said[0])) return said;
  const std::size_t end = std::min(said.find(' '), said.size());
  const std::string_view first = std::string_view(said).substr(0, end);
  if (first.size() == 1 || std::any_of(first.begin() + 1, first.end(), is_large)) return said;  // A level, SEN, GCSEs
  const char next = end + 1 < said.size() ? said[end + 1] : ' ';
  if (is_large(next) || (next >= '0' && next <= '9' && first == "Year")) return said;  // Key Stage, Year 6
  said[0] = static_cast<char>(said[0] - 'A' + 'a');
  return said;
}

std::string with_choice(std::string_view text, std::string_view choice) {
  const std::string named(last_part(choice));
  std::string filled;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    filled += text.substr(at, open - at);
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const std::size_t bar = inside.find('|');
    if (choice.empty()) {
      if (bar != std::string_view::npos) filled += inside.substr(bar + 1);
    } else {
      const std::string_view part = inside.substr(0, bar);
      for (std::size_t i = 0; i < part.size();) {
        if (word_at(part, i, "choice") || word_at(part, i, "Choice")) {
          filled += part[i] == 'c' ? small_first(named) : named;
          i += 6;
        } else {
          filled += part[i++];
        }
      }
    }
    at = close + 1;
  }
  filled += text.substr(at);
  // An empty slot leaves its blanks behind.
  std::string clean;
  for (const char c : filled) {
    if (c == ' ' && (clean.empty() || clean.back() == ' ')) continue;
    clean += c;
  }
  while (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

Subject subject_of(const Measure& measure, std::string_view choice) {
  Subject subject;
  const bool written = !measure.subject.empty();
  const std::string& text = written ? measure.subject : measure.title;
  if (!choice.empty() && text.find('{') == std::string::npos) subject.choice = std::string(last_part(choice));
  subject.whole = with_choice(text, choice);
  const bool counted = measure.unit == Unit::percent || measure.unit == Unit::count;
  if (!written) return subject;
  if (!counted) {
    subject.form = Subject::Form::singular;
    return subject;
  }
  std::size_t cut = std::string::npos, behind = 0;
  for (const std::string_view word : {" who ", " that "}) {
    const std::size_t at = subject.whole.find(word);
    if (at >= cut) continue;
    cut = at;
    behind = at + word.size();
  }
  if (cut != std::string::npos && cut != 0 && behind < subject.whole.size()) {
    subject.form = Subject::Form::people_did;
    subject.people = subject.whole.substr(0, cut);
    subject.did = subject.whole.substr(behind);
  } else if (measure.unit == Unit::count) {
    subject.form = Subject::Form::plural;
  }
  return subject;
}

std::string for_one(std::string_view did) {
  if (did.substr(0, 5) == "were ") return "was " + std::string(did.substr(5));
  return std::string(did);
}

std::string possessive(std::string_view name) {
  std::string said(name);
  said += !said.empty() && said.back() == 's' ? "’" : "’s";
  return said;
}

}  // namespace reportcard
