// SPDX-License-Identifier: MIT
// Headers are matched folded (case, width, spaces), by name first and then by alias, in the order the aliases are given.
#include "tables/csv_header.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "tables/csv_encoding.h"
#include "tables/csv_findings.h"
#include "tables/csv_row.h"

namespace reportcard {
namespace {

// The first row that is more than commas. False where there is none.
bool find_header_row(std::string_view text, std::size_t begin, CsvRow& row) {
  while (begin < text.size()) {
    scan_row(text, begin, row);
    if (!row.only_commas) return true;
    begin = row.next;
  }
  return false;
}

std::vector<std::string> headers_of(std::string_view text, const CsvRow& row) {
  std::vector<std::string> headers;
  std::string room;
  for (std::size_t column = 0; column < row.ends.size(); ++column) {
    headers.emplace_back(cell_text(row.cell(text, column), room));
  }
  return headers;
}

struct HeaderRow {
  const std::string& name;
  std::string_view text;
  const CsvRow& row;
  LineMark mark;

  Place at(std::size_t column) const {
    const std::string_view raw = row.cell(text, column);
    const std::string_view trimmed = trim(raw);
    const std::size_t from = trimmed.empty() ? raw.data() - text.data() : trimmed.data() - text.data();
    return place_near(name, text, mark, from, std::max<std::size_t>(1, trimmed.size()));
  }
  Place whole() const { return place_near(name, text, mark, row.begin, 0); }
};

void report_missing(const WantedColumn& wanted, const CsvHeader& header, const HeaderRow& row, Problems& problems) {
  std::string remedy;
  const char other = header.headers.size() > 1 ? '\0'
                     : header.headers[0].find(';') != std::string::npos  ? ';'
                     : header.headers[0].find('\t') != std::string::npos ? '\t' : '\0';
  if (other != '\0') {
    remedy = fmt::format("save the file with commas between its cells: it has {}", other == ';' ? "semicolons" : "tabs");
  } else if (const auto meant = did_you_mean(wanted.name, header.unused)) {
    remedy = fmt::format("call a column of the first row \"{}\" (did you mean \"{}\"?)", wanted.name, *meant);
  } else {
    constexpr std::size_t most = 12;
    std::vector<std::string> there;
    for (const std::string& one : header.headers) {
      if (!one.empty()) there.push_back(one);
    }
    if (const std::size_t all = there.size(); all > most) {
      there.resize(most);
      there.push_back(fmt::format("{} more", all - most));
    }
    remedy = fmt::format("add a column \"{}\"; the file has {}", wanted.name, list_of(there, "and"));
  }
  problems.error("column-missing", row.whole(), fmt::format("There is no column \"{}\".", wanted.name), std::move(remedy));
}

}  // namespace

std::optional<CsvHeader> read_header(const std::string& name, std::string_view text, std::size_t begin,
                                     const std::vector<WantedColumn>& wanted, const CsvLimits& limits, Problems& problems) {
  CsvRow row;
  if (!find_header_row(text, begin, row)) {
    Place whole;
    whole.file = name;
    problems.error("csv-empty", std::move(whole), "This file has no rows.",
                   "give it a first row with the names of its columns");
    return {};
  }
  const std::size_t bad = first_bad_byte(text.substr(begin, row.next - begin));
  if (bad != std::string_view::npos) {
    report_bad_byte(name, text, begin + bad, problems);
    return {};
  }
  const HeaderRow where{name, text, row, {begin, count_newlines(text.substr(0, begin))}};
  if (row.fault == RowFault::quote_unclosed) {
    problems.error("quote-unclosed", place_near(name, text, where.mark, row.fault_at, 1),
                   "This quotation mark is never closed, so the whole file is one cell of its header.",
                   "close it with another quotation mark, or take it away");
    return {};
  }
  if (row.fault == RowFault::quote_stray) {
    problems.error("quote-stray", place_near(name, text, where.mark, row.fault_at, 1),
                   "A quoted header goes on after its closing quotation mark.",
                   "write a quotation mark inside a quoted cell twice: \"\"");
    return {};
  }
  if (row.ends.size() > limits.columns) {
    problems.error("csv-too-large", where.whole(),
                   fmt::format("The header has {} columns; at most {} are read.", row.ends.size(), limits.columns),
                   "take out the columns that are not needed");
    return {};
  }
  CsvHeader header;
  header.headers = headers_of(text, row);
  header.begin = row.begin;
  header.end = row.next;
  header.lines_before_rows = count_newlines(text.substr(0, row.next));
  std::vector<std::string> folded;
  for (const std::string& one : header.headers) folded.push_back(fold(one));
  std::vector<bool> used(folded.size());
  std::vector<std::size_t> missing;
  for (std::size_t index = 0; index < wanted.size(); ++index) {
    std::vector<std::string> names = {fold(wanted[index].name)};
    for (const std::string& alias : wanted[index].aliases) names.push_back(fold(alias));
    const auto known = std::find_if(names.begin(), names.end(), [&](const std::string& one) {
      return !one.empty() && std::find(folded.begin(), folded.end(), one) != folded.end();
    });
    if (known == names.end()) {
      if (wanted[index].required) missing.push_back(index);
      continue;
    }
    const auto found = static_cast<std::size_t>(std::find(folded.begin(), folded.end(), *known) - folded.begin());
    for (std::size_t again = found + 1; again < folded.size(); ++again) {
      if (folded[again] != *known) continue;
      used[again] = true;
      problems.error("header-duplicate", where.at(again),
                     fmt::format("Columns {} and {} are both called \"{}\".", found + 1, again + 1, header.headers[again]),
                     "give each column a name of its own, or take one out");
    }
    used[found] = true;
    header.matches.push_back({index, found});
  }
  for (std::size_t column = 0; column < folded.size(); ++column) {
    if (!used[column] && !header.headers[column].empty()) header.unused.push_back(header.headers[column]);
  }
  for (const std::size_t index : missing) report_missing(wanted[index], header, where, problems);
  return header;
}

std::vector<std::string> csv_headers(std::string_view bytes) {
  const std::size_t begin = byte_order_mark(bytes);
  CsvRow row;
  if (!find_header_row(bytes, begin, row)) return {};
  if (row.fault != RowFault::none || first_bad_byte(bytes.substr(begin, row.next - begin)) != std::string_view::npos) return {};
  return headers_of(bytes, row);
}

}  // namespace reportcard
