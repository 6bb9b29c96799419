// SPDX-License-Identifier: MIT
// Text as people type it: UTF-8 checked, trimmed, folded for comparing, split; and which known word was meant.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

std::string_view trim(std::string_view text);                              // blanks, tabs, CR, no-break spaces
std::vector<std::string_view> split(std::string_view text, char at);       // keeps empty parts; parts are trimmed
std::string join(const std::vector<std::string>& parts, std::string_view between);
std::string fold(std::string_view text);   // case and width folded, spaces made one: for matching names, never for printing
bool is_utf8(std::string_view text);
std::size_t code_points(std::string_view text);
bool is_id(std::string_view text);         // kebab-case: a-z 0-9 and single hyphens, starts with a letter
std::string slug(std::string_view text);   // kebab-case made of any title, for addresses; never empty
// The nearest of the known words, if near enough to be a slip of the hand.
std::optional<std::string> did_you_mean(std::string_view word, const std::vector<std::string>& known);
// "a", "a or b", "a, b or c".
std::string list_of(const std::vector<std::string>& words, std::string_view last = "or");

}  // namespace reportcard
