// SPDX-License-Identifier: MIT
#include "sources/neighbours.h"

#include <algorithm>

#include <fmt/format.h>

#include "sources/published_header.h"
#include "sources/table_builder.h"

namespace reportcard {

namespace {

constexpr int most_neighbours = 20;

// The authority's number, then "SN1", "SN_1", "Neighbour 1" and so on.
const std::vector<PublishedColumn>& columns() {
  static const std::vector<PublishedColumn> wanted = [] {
    std::vector<PublishedColumn> made = {{"number", {"LA number", "LA num", "old_la_code", "la_code", "LA code"}, true}};
    for (int n = 1; n <= most_neighbours; ++n)
      made.push_back({fmt::format("neighbour {}", n), {fmt::format("SN{}", n), fmt::format("SN_{}", n), fmt::format("Neighbour {}", n), fmt::format("Statistical neighbour {}", n)}, n <= 2});
    return made;
  }();
  return wanted;
}

std::size_t recognise(const PublishedRows& rows) {
  const auto header = find_header(rows, columns(), 20);
  return header ? header->found() : 0;
}

// How close neighbour `n` is: a column that names it ("SN_3P"), else the column "SNP" between it and the next neighbour.
int closeness_at(const PublishedHeader& header, int n) {
  const int from = header.at[static_cast<std::size_t>(n)];
  for (std::size_t c = 0; c < header.headings.size(); ++c) {
    const std::string key = heading_key(header.headings[c]);
    if (key == fmt::format("sn {}p", n) || key == fmt::format("sn{}p", n)) return static_cast<int>(c);
  }
  const std::size_t next = static_cast<std::size_t>(from) + 1;
  return next < header.headings.size() && heading_key(header.headings[next]) == "snp" ? static_cast<int>(next) : -1;
}

ColumnDefinition column(const char* name, const char* title, ColumnType type) {
  ColumnDefinition made;
  made.name = name;
  made.title = title;
  made.type = type;
  return made;
}

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto header = find_header(*rows, columns(), 20);
  if (!header) return {};
  SourceAccount account;
  account.header = header->row;
  TableBuilder builder(rows->file(), {{"area", CellType::text}, {"neighbour", CellType::text}, {"rank", CellType::number}, {"closeness", CellType::text}});
  builder.from_file(rows, {header->at[0], -2, -2, -2});
  std::vector<int> closeness(most_neighbours + 1, -1);
  for (int n = 1; n <= most_neighbours; ++n)
    if (header->at[static_cast<std::size_t>(n)] >= 0) closeness[static_cast<std::size_t>(n)] = closeness_at(*header, n);
  rows->each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    const std::string_view number = row.cell(header->at[0]);
    const auto area = areas.find(number);
    if (number.empty() || row.filled() < 3 || !area) {
      account.skip(number.empty() || row.filled() < 3 ? "no row of the table" : "an authority that is not known");
      return true;
    }
    account.use({});
    for (int n = 1; n <= most_neighbours; ++n) {
      const int at = header->at[static_cast<std::size_t>(n)];
      const std::string_view written = row.cell(at);
      if (written.empty()) continue;
      const auto neighbour = areas.find(written);
      if (!neighbour) {
        problems.warning("area-unknown", rows->place(row.number, at), fmt::format("\"{}\" is not a place that is known.", written), "it is left out of the neighbours; look up the number in the publisher's list of authorities");
        continue;
      }
      builder.begin_row(row.number, at);
      builder.text(0, areas.all[*area].code);
      builder.text(1, areas.all[*neighbour].code);
      builder.number(2, Decimal{n, 0});
      builder.text(3, row.cell(closeness[static_cast<std::size_t>(n)]));
    }
    return true;
  });
  PublishedTable made;
  made.register_id = wishes.id;
  Register reg;
  reg.id = reg.title = wishes.id;
  reg.what = "One authority that is like another.";
  reg.file = rows->where();
  reg.shown = Shown::none;
  reg.columns = {column("area", "Place", ColumnType::text), column("neighbour", "Neighbour", ColumnType::text), column("rank", "Rank", ColumnType::number), column("closeness", "How close", ColumnType::text)};
  reg.roles.area = "area";
  made.definition = std::move(reg);
  made.table = builder.take();
  made.account = std::move(account);
  std::vector<PublishedTable> tables;
  tables.push_back(std::move(made));
  return tables;
}

}  // namespace

std::vector<AreaId> neighbours_of(const Table& table, const Areas& areas, AreaId area) {
  const Column* of = table.find("area");
  const Column* to = table.find("neighbour");
  const Column* rank = table.find("rank");
  if (of == nullptr || to == nullptr || rank == nullptr) return {};
  const auto& froms = std::get<TextColumn>(of->cells);
  const auto& tos = std::get<TextColumn>(to->cells);
  const auto& ranks = std::get<NumberColumn>(rank->cells);
  std::vector<std::pair<std::int64_t, AreaId>> found;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (froms.words[froms.codes[row]] != areas.all[area].code) continue;
    if (const auto id = areas.find(tos.words[tos.codes[row]])) found.emplace_back(ranks.units[row], *id);
  }
  std::sort(found.begin(), found.end());
  std::vector<AreaId> ids;
  for (const auto& one : found) ids.push_back(one.second);
  return ids;
}

Series neighbours_series() { return {"neighbours", "Statistical neighbours of children's services", "Department for Education", false, recognise, read}; }

}  // namespace reportcard
