// SPDX-License-Identifier: MIT
// Where rows stand, a CSV file or a sheet of a workbook, asked in one way: nobody after this file knows which it was.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/period_forms.h"
#include "card/reading.h"
#include "tables/csv.h"

namespace reportcard {

std::string DataSource::said() const { return given ? given->said : book ? file + ": " + book->sheets()[sheet].name : file; }

Place DataSource::whole() const {
  Place place = whole_file(file);
  if (book) place.cell = book->sheets()[sheet].name;
  return place;
}

std::string stem_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
  return std::string(last.substr(0, last.rfind('.')));
}

std::vector<std::string> headers_of(CardReading& reading, const DataSource& source, const KnownHeading& known) {
  if (source.given) {
    std::vector<std::string> names;
    for (const Column& column : source.given->table.columns) names.push_back(column.name);
    return names;
  }
  if (!source.book) {
    const std::optional<FileBytes> bytes = reading.open(source.file);
    return bytes ? csv_headers(bytes->view()) : std::vector<std::string>();
  }
  std::vector<std::string> best = source.book->headers(source.sheet);
  std::ptrdiff_t most = 0;
  for (std::vector<std::string>& row : source.book->first_rows(source.sheet)) {
    const std::ptrdiff_t found = std::count_if(row.begin(), row.end(), known);
    if (found <= most) continue;
    most = found;
    best = std::move(row);
  }
  return best;
}

KnownHeading heading_of_values(std::vector<PeriodKind> kinds) {
  return [kinds = std::move(kinds)](const std::string& header) {
    const std::vector<std::string>& own = own_columns_of_values();
    return std::find(own.begin(), own.end(), fold(header)) != own.end() ||
           std::any_of(kinds.begin(), kinds.end(), [&](PeriodKind kind) { return heading_as_period(kind, header).has_value(); });
  };
}

std::vector<std::string> also_called(const Register& reg, const ColumnDefinition& column) {
  std::vector<std::string> all = column.aliases;
  const std::string title = fold(column.title);
  const bool another = std::any_of(reg.columns.begin(), reg.columns.end(), [&](const ColumnDefinition& other) {
    return &other != &column && (fold(other.name) == title || fold(other.title) == title ||
                                 std::any_of(other.aliases.begin(), other.aliases.end(), [&](const std::string& alias) { return fold(alias) == title; }));
  });
  if (!reg.values && !another && !title.empty()) all.push_back(column.title);
  return all;
}

std::set<std::string> all_headings(const Register& reg) {
  std::set<std::string> all;
  for (const ColumnDefinition& column : reg.columns) {
    all.insert(fold(column.name));
    for (const std::string& other : also_called(reg, column)) all.insert(fold(other));
  }
  all.erase("");
  return all;
}

Place heading_place(CardReading& reading, const DataSource& source, const std::vector<std::string>& headers, const std::string& header) {
  if (source.book) {
    Place place = source.book->heading(source.sheet, headers, header);
    if (!place.cell.empty()) place.excerpt = header;
    return place.cell.empty() ? source.whole() : place;
  }
  const std::optional<FileBytes> bytes = reading.open(source.file);
  if (!bytes) return source.whole();
  const std::string_view text = bytes->view();
  const std::string_view line = text.substr(0, text.find('\n'));
  // The first cell that is this heading and not only a part of one.
  for (std::size_t at = line.find(header); at != line.npos; at = line.find(header, at + 1)) {
    const std::size_t end = at + header.size();
    const bool begins = at == 0 || line[at - 1] == ',' || line[at - 1] == '"' || line[at - 1] == ' ';
    const bool ends = end == line.size() || line[end] == ',' || line[end] == '"' || line[end] == ' ' || line[end] == '\r';
    if (begins && ends) return Source{source.file, text}.at(at, header.size());
  }
  return Source{source.file, text}.line(1);
}

std::optional<Table> read_rows(CardReading& reading, const DataSource& source, const std::vector<WantedColumn>& wanted) {
  if (source.given) {
    for (auto& [id, given] : reading.given)
      if (&given == source.given) return std::move(given.table);   // nobody asks twice
  }
  if (source.book) return source.book->read(source.sheet, wanted, reading.problems);
  const std::optional<FileBytes> bytes = reading.open(source.file);
  return bytes ? read_csv(source.file, *bytes, wanted, reading.problems) : std::nullopt;
}

void claimed_twice(CardReading& reading, const std::string& id, const DataSource& second, const std::string& first) {
  reading.problems.error("register-twice", second.whole(),
                         fmt::format("Both {} and {} claim the register {}.", first, second.said(), in_quotes(id)),
                         second.book ? "keep one of the two, or give the sheet another name"
                                     : "keep one of the two files, or give one another name");
}

}  // namespace reportcard
