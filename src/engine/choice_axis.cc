// SPDX-License-Identifier: MIT
// Choices in the order in which their register lists them, else in which they first stand in the file.
#include "engine/choice_axis.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace reportcard {
namespace {

// A word's choice as it is printed: "a / b" is "a/b".
std::string tidy(std::string_view word) {
  if (word.find('/') == word.npos) return std::string(word);
  std::string out;
  for (const std::string_view part : split(word, '/')) {
    if (part.empty()) continue;
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

class Axis {
 public:
  explicit Axis(ChoiceAxis& axis) : axis_(axis) {}

  void begin_split(std::string name) {
    name_ = std::move(name);
    slots_.clear();
  }
  // The slot of a choice of the present split; that of which it is a part is made before it.
  std::uint32_t slot(const std::string& choice) {
    if (const auto there = slots_.find(choice); there != slots_.end()) return there->second;
    if (const std::string whole = part_of_choice(choice); !whole.empty()) slot(whole);
    // Two splits may share a word ("other"): the later one then says of what it is.
    const bool taken = std::find(axis_.choices.begin(), axis_.choices.end(), choice) != axis_.choices.end();
    axis_.choices.push_back(taken ? name_ + ": " + choice : choice);
    const auto made = static_cast<std::uint32_t>(axis_.choices.size() - 1);
    slots_.emplace(choice, made);
    axis_.splits.back().all.push_back(made);
    return made;
  }

 private:
  ChoiceAxis& axis_;
  std::string name_;
  std::map<std::string, std::uint32_t> slots_;
};

}  // namespace

std::string part_of_choice(const std::string& choice) {
  const std::size_t stroke = choice.rfind('/');
  return stroke == choice.npos ? std::string() : choice.substr(0, stroke);
}

ChoiceAxis choice_axis(std::vector<SplitColumn> splits, const std::vector<std::vector<bool>>& used, bool defined) {
  ChoiceAxis axis;
  Axis making(axis);
  for (std::size_t s = 0; s < splits.size(); ++s) {
    SplitColumn& column = splits[s];
    axis.splits.emplace_back();
    making.begin_split(column.name);
    const std::vector<std::string>& words = column.words.words();
    const auto occurs = [&](std::size_t code) { return used.empty() || used[s].empty() || used[s][code]; };
    std::vector<std::vector<std::string>> of_code(words.size());
    std::vector<std::string> occurring;
    for (std::uint32_t code = 1; code < words.size(); ++code) {
      if (!occurs(code)) continue;
      for (const std::string_view part : parts_of(column.words, code)) of_code[code].push_back(tidy(part));
      occurring.insert(occurring.end(), of_code[code].begin(), of_code[code].end());
    }
    if (column.definition) {
      std::vector<std::string> sorted = occurring;
      std::sort(sorted.begin(), sorted.end());
      for (const std::string& choice : column.definition->choices) {
        if (defined || std::binary_search(sorted.begin(), sorted.end(), tidy(choice))) making.slot(tidy(choice));
      }
    }
    for (const std::string& choice : occurring) making.slot(choice);
    ChoiceAxis::Split& made = axis.splits.back();
    made.first.assign(words.size() + 1, 0);
    for (std::size_t code = 0; code < words.size(); ++code) {
      const std::size_t begin = made.slots.size();
      const auto add = [&](std::uint32_t slot) {
        if (std::find(made.slots.begin() + static_cast<std::ptrdiff_t>(begin), made.slots.end(), slot) == made.slots.end()) made.slots.push_back(slot);
      };
      for (const std::string& choice : of_code[code]) add(making.slot(choice));
      for (const std::string& choice : of_code[code]) {
        for (std::string whole = part_of_choice(choice); !whole.empty(); whole = part_of_choice(whole)) add(making.slot(whole));
      }
      made.first[code + 1] = static_cast<std::uint32_t>(made.slots.size());
    }
    made.words = std::move(column.words);
    made.name = column.name;
  }
  return axis;
}

}  // namespace reportcard
