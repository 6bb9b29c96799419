// SPDX-License-Identifier: MIT
#include "sources/published_header.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {

std::size_t PublishedHeader::found() const {
  return static_cast<std::size_t>(std::count_if(at.begin(), at.end(), [](int column) { return column >= 0; }));
}

std::string heading_key(std::string_view heading) {
  std::string key;
  bool blank = false;
  for (const char c : fold(heading)) {
    const bool sign = static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%');
    if (sign && c != '\'') {
      blank = !key.empty();
      continue;
    }
    if (c == '\'') continue;   // "Children's", "Childrens"
    if (blank) key += ' ';
    blank = false;
    key += c;
  }
  // The typographer's apostrophe is none either.
  for (std::size_t at = key.find("\xE2\x80\x99"); at != std::string::npos; at = key.find("\xE2\x80\x99")) key.erase(at, 3);
  return key;
}

namespace {

std::string on_one_line(std::string_view cell) {
  std::string text;
  for (const char c : cell) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) text += c;
    else if (!text.empty() && text.back() != ' ') text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// A band stands over its first column and goes on to the next one that is named.
std::string band_over(const PublishedRow* bands, std::size_t column) {
  if (bands == nullptr) return {};
  for (std::size_t at = std::min(column + 1, bands->cells.size()); at > 0; --at)
    if (!bands->cells[at - 1].empty()) return heading_key(bands->cells[at - 1]);
  return {};
}

struct HeldRow {   // a row kept for longer than it is shown
  std::vector<std::string> texts;
  PublishedRow row;
  explicit HeldRow(const PublishedRow& from) {
    for (const std::string_view cell : from.cells) texts.emplace_back(cell);
    row.number = from.number;
    for (const std::string& text : texts) row.cells.push_back(text);
  }
  HeldRow(HeldRow&&) = default;
  HeldRow& operator=(HeldRow&&) = default;
};

}  // namespace

std::optional<PublishedHeader> header_in(const PublishedRow& row, const PublishedRow* bands, const std::vector<PublishedColumn>& columns) {
  PublishedHeader header;
  header.row = row.number;
  std::vector<std::string> keys, banded;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    header.headings.push_back(on_one_line(row.cells[c]));
    keys.push_back(heading_key(row.cells[c]));
    banded.push_back(keys.back().empty() ? "" : band_over(bands, c) + " " + keys.back());
  }
  for (const PublishedColumn& column : columns) {
    int found = -1;
    for (const std::string& heading : column.headings) {
      const std::string key = heading_key(heading);
      const bool with_band = heading.find(": ") != std::string::npos;
      for (const std::vector<std::string>* among : {&banded, &keys}) {
        if (found >= 0 || (among == &banded && !with_band)) continue;
        const auto at = std::find(among->begin(), among->end(), key);
        if (at != among->end()) found = static_cast<int>(at - among->begin());
      }
      if (found >= 0) break;
    }
    if (found < 0 && column.required) return std::nullopt;
    header.at.push_back(found);
  }
  return header;
}

std::optional<PublishedHeader> find_header(const PublishedRows& rows, const std::vector<PublishedColumn>& columns, std::size_t most_rows) {
  std::optional<PublishedHeader> best;
  std::optional<HeldRow> above;
  std::size_t looked_at = 0;
  rows.each([&](const PublishedRow& row) {
    if (auto header = header_in(row, above ? &above->row : nullptr, columns); header && (!best || header->found() > best->found())) best = std::move(header);
    above.emplace(row);
    return ++looked_at < most_rows;
  });
  return best;
}

}  // namespace reportcard
