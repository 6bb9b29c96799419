// SPDX-License-Identifier: MIT
// A quote has meaning only where it is the first of its cell (blanks before it aside); elsewhere it is a character like
// any other: a 6" ruler is no beginning of a quotation.
#include "tables/csv_row.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace reportcard {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }

std::size_t find_byte(std::string_view text, std::size_t from, char byte) {
  return std::min(text.find(byte, from), text.size());
}

// The comma or newline at or after `from`, or the end of the text.
std::size_t find_separator(std::string_view text, std::size_t from) {
  while (from < text.size() && text[from] != ',' && text[from] != '\n') ++from;
  return from;
}

// The closing quote of the cell that `open` opens; the text's size where there is none.
std::size_t find_closing(std::string_view text, std::size_t open) {
  for (std::size_t at = open + 1;; at += 2) {
    at = find_byte(text, at, '"');
    if (at + 1 >= text.size() || text[at + 1] != '"') return at;
  }
}

std::size_t opening_quote(std::string_view raw) {
  std::size_t at = 0;
  while (at < raw.size() && is_blank(raw[at])) ++at;
  return at < raw.size() && raw[at] == '"' ? at : std::string_view::npos;
}

}  // namespace

void scan_row(std::string_view text, std::size_t begin, CsvRow& row) {
  row.begin = begin;
  row.ends.clear();
  row.fault = RowFault::none;
  row.fault_at = 0;
  const auto blame = [&row](RowFault fault, std::size_t at) {
    if (row.fault != RowFault::none) return;
    row.fault = fault;
    row.fault_at = at;
  };
  for (std::size_t at = begin;; ++at) {
    std::size_t start = at;
    while (start < text.size() && is_blank(text[start])) ++start;
    if (start < text.size() && text[start] == '"') {
      const std::size_t closing = find_closing(text, start);
      if (closing == text.size()) {
        blame(RowFault::quote_unclosed, start);
        at = closing;
      } else {
        at = closing + 1;
        while (at < text.size() && (is_blank(text[at]) || text[at] == '\r')) ++at;
        if (at < text.size() && text[at] != ',' && text[at] != '\n') {
          blame(RowFault::quote_stray, at);
          at = find_separator(text, at);
        }
      }
    } else {
      at = find_separator(text, at);
    }
    row.ends.push_back(at);
    if (at >= text.size() || text[at] == '\n') break;
  }
  row.end = row.ends.back();
  row.next = std::min(row.end + 1, text.size());
  std::string_view line = text.substr(begin, row.end - begin);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  row.only_commas = line.find_first_not_of(',') == std::string_view::npos;
}

std::string_view cell_text(std::string_view raw, std::string& room) {
  const std::size_t open = opening_quote(raw);
  if (open == std::string_view::npos) return trim(raw);
  const std::size_t closing = raw.rfind('"');
  if (closing == open) return trim(raw);
  const std::string_view inner = raw.substr(open + 1, closing - open - 1);
  if (inner.find('"') == std::string_view::npos) return trim(inner);
  room.clear();
  for (std::size_t at = 0; at < inner.size(); ++at) {
    room += inner[at];
    if (inner[at] == '"' && at + 1 < inner.size() && inner[at + 1] == '"') ++at;
  }
  return trim(room);
}

std::size_t count_newlines(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace reportcard
