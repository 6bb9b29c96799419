// SPDX-License-Identifier: MIT
// Places made from bytes, and problems collected and put in order. How they are printed is print_problems.cc.
#include "base/problem.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr std::size_t excerpt_limit = 300;

std::size_t points_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).bytes;
  return count;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The start of the code point that holds the byte: never more than three back, so that wrong bytes cannot drag us far.
std::size_t point_start(std::string_view text, std::size_t at) {
  for (std::size_t back = 0; back < 4 && back <= at; ++back) {
    if (at - back >= text.size() || is_continuation(text[at - back])) continue;
    return at - back + code_point_at(text, at - back).bytes > at ? at - back : at;
  }
  return at;
}

std::uint32_t small(std::size_t count) { return static_cast<std::uint32_t>(std::min<std::size_t>(count, 0xFFFFFFFF)); }

// The line without its end, cut to a window that holds `offset` (bytes into the line), and the window's first column.
std::pair<std::string, std::uint32_t> excerpt_of(std::string_view line, std::size_t offset) {
  std::size_t from = 0;
  if (line.size() > excerpt_limit && offset > excerpt_limit / 2) {
    from = point_start(line, std::min(offset - excerpt_limit / 2, line.size() - excerpt_limit));
  }
  std::size_t to = std::min(line.size(), from + excerpt_limit);
  if (to < line.size()) to = point_start(line, to);
  return {std::string(line.substr(from, to - from)), small(points_in(line.substr(0, from)) + 1)};
}

std::string_view line_at(std::string_view text, std::size_t start) {
  std::string_view line = text.substr(start, std::min(text.find('\n', start), text.size()) - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

// A byte order mark is no column.
std::size_t mark_length(std::string_view text) { return text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

}  // namespace

Place Source::at(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, text.size());
  std::uint32_t number = 1;
  std::size_t start = mark_length(text);
  for (;;) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos || end >= offset) break;
    ++number;
    start = end + 1;
  }
  return in_line(number, start, offset, length);
}

Place Source::in_line(std::uint32_t number, std::size_t line_start, std::size_t offset, std::size_t length) const {
  Place place;
  place.file = name;
  place.line = number;
  const std::size_t start = std::min(std::max(line_start, number == 1 ? mark_length(text) : 0), text.size());
  offset = std::max(point_start(text, std::min(offset, text.size())), start);
  const std::string_view line = line_at(text, start);
  const std::size_t before = offset - start;
  place.column = small(points_in(text.substr(start, before)) + 1);
  if (length > 0) {
    // What goes on over the end of the line is underlined to its end; the end itself (something is missing) has one caret.
    const std::size_t left = before < line.size() ? std::min(length, line.size() - before) : 0;
    place.length = std::max<std::uint32_t>(1, small(points_in(line.substr(std::min(before, line.size()), left))));
  }
  std::tie(place.excerpt, place.excerpt_from) = excerpt_of(line, std::min(before, line.size()));
  return place;
}

Place Source::line(std::uint32_t number) const {
  Place place;
  place.file = name;
  place.line = number;
  std::size_t start = mark_length(text);
  for (std::uint32_t passed = 1; passed < number; ++passed) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) return place;
    start = end + 1;
  }
  if (number > 0) place.excerpt = excerpt_of(line_at(text, start), 0).first;
  return place;
}

std::string spot_said(const Place& place) {
  if (!place.cell.empty()) return "cell " + place.cell;
  return place.line == 0 ? "the file" : "line " + std::to_string(place.line);
}

std::string place_said(const Place& place) {
  if (!place.cell.empty()) return place.file + ": " + place.cell;
  return place.line == 0 ? place.file : place.file + ", line " + std::to_string(place.line);
}

void Problems::error(std::string_view code, Place place, std::string message, std::string remedy) {
  all_.push_back({Severity::error, std::string(code), std::move(place), std::move(message), std::move(remedy)});
}

void Problems::warning(std::string_view code, Place place, std::string message, std::string remedy) {
  all_.push_back({Severity::warning, std::string(code), std::move(place), std::move(message), std::move(remedy)});
}

void Problems::note(std::string_view code, Place place, std::string message, std::string remedy) {
  all_.push_back({Severity::note, std::string(code), std::move(place), std::move(message), std::move(remedy)});
}

void Problems::add(Problem problem) { all_.push_back(std::move(problem)); }

void Problems::merge(Problems other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

std::size_t Problems::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [&](const Problem& one) { return one.severity == severity; }));
}

void Problems::make_warnings_errors() {
  for (Problem& one : all_) {
    if (one.severity == Severity::warning) one.severity = Severity::error;
  }
}

namespace {

// "Outcomes!D14" as sheet, row, column: D9 stands before D14.
std::tuple<std::string_view, std::uint64_t, std::size_t, std::string_view> cell_order(std::string_view cell) {
  const std::size_t mark = cell.rfind('!');
  const std::string_view sheet = mark == std::string_view::npos ? std::string_view{} : cell.substr(0, mark);
  const std::string_view spot = mark == std::string_view::npos ? cell : cell.substr(mark + 1);
  std::size_t digits = 0;
  while (digits < spot.size() && (spot[digits] < '0' || spot[digits] > '9')) ++digits;
  std::uint64_t row = 0;
  for (std::size_t i = digits; i < spot.size() && i < digits + 9 && spot[i] >= '0' && spot[i] <= '9'; ++i) {
    row = row * 10 + static_cast<std::uint64_t>(spot[i] - '0');
  }
  return {sheet, row, digits, spot};
}

auto order_of(const Problem& one) {
  return std::tuple(one.severity, std::string_view(one.place.file), one.place.line, cell_order(one.place.cell),
                    one.place.column, std::string_view(one.code), std::string_view(one.message),
                    std::string_view(one.remedy));
}

}  // namespace

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> out = all_;
  std::stable_sort(out.begin(), out.end(),
                   [](const Problem& a, const Problem& b) { return order_of(a) < order_of(b); });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const Problem& a, const Problem& b) { return order_of(a) == order_of(b); }),
            out.end());
  return out;
}

}  // namespace reportcard
