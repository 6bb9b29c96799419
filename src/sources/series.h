// SPDX-License-Identifier: MIT
// The series of published files that this program knows. Each is recognised by what stands in its header, never by the
// name of the file, and becomes the rows of registers, each with its place in the publisher's file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "card/areas.h"
#include "card/register.h"
#include "sources/published_rows.h"
#include "tables/table.h"

namespace reportcard {

// What was done with the rows of a file: rows read = used + skipped by reason.
struct SourceAccount {
  std::uint64_t read = 0, used = 0;
  struct Skipped { std::string reason; std::uint64_t rows = 0; };
  std::vector<Skipped> skipped;
  std::optional<std::string> from, to;     // the first and last period or day, by name
  std::uint32_t header = 0;                // number of the header's row
  void skip(std::string_view reason);
  void use_day(std::string_view day);       // widens from and to; counts nothing
  void use(std::string_view period);       // "": the row has none; names of one kind compare as text
};

struct PublishedTable {
  std::string register_id;                 // whose rows these are
  std::optional<Register> definition;      // of a table of values; none: the library's register
  Table table;
  SourceAccount account;
};

// What a folder says of one of its sources, in sources.toml or by default.
struct SourceWishes {
  std::string id;                          // of the register, where the series makes a table of values
  std::vector<std::string> indicators;     // only these; empty: all
  std::string reporting_year_ends = "03-31";   // of "Reporting year" in statistics of social care: 31 March
  std::vector<std::pair<std::string, Encoding>> encodings;  // declared, by file
};

// One published file, or one sheet of it, with what lies beside it.
struct SourceFile {
  std::shared_ptr<const PublishedRows> rows;
  std::shared_ptr<const PublishedRows> meta;   // X.meta.csv; null where there is none
};

struct Series {
  std::string_view id, title, publisher;
  // Releases that lie side by side are one register (lists of providers); else each file is a register of its own.
  bool together = false;
  // How many of its columns the rows have; 0: this is none of it. More is surer.
  std::size_t (*recognise)(const PublishedRows& rows);
  // One file, or with `together` all of them. Rows are used once, whichever file they stand in.
  std::vector<PublishedTable> (*read)(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems);
};

const std::vector<Series>& all_series();
const Series* series_of(const PublishedRows& rows);   // the surest; null: nobody knows it

}  // namespace reportcard
