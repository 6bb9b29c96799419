// SPDX-License-Identifier: MIT
// CsvFindings become problems here.
#include "tables/csv_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

struct Kind {
  std::string_view code;
  std::string_view more;  // "{} more ...": what the rest of them are
  std::string_view remedy;
};

const Kind& kind_of(CsvFault fault) {
  static constexpr Kind kinds[csv_faults] = {
      {"row-ragged", "rows of this file have more or fewer cells than its header", "mend the rows named above first"},
      {"quote-unclosed", "quotation marks of this file are never closed", "mend those named above first"},
      {"quote-stray", "quoted cells of this file go on after their closing quotation mark", "mend the cells named above first"},
      {"cell-not-a-date", "cells of this file are not days", "write days as year-month-day: 2012-10-31"},
      {"cell-not-a-number", "cells of this file are not numbers", "mend the cells named above first"},
      {"cell-too-long", "cells of this file are too long", "shorten the cells named above first"},
  };
  return kinds[static_cast<std::size_t>(fault)];
}

}  // namespace

Place place_near(const std::string& name, std::string_view text, LineMark mark, std::size_t offset, std::size_t length) {
  // From the mark to the end of the line in which the place ends, so that the excerpt is whole.
  const std::size_t end = std::min(text.find('\n', std::min(offset, text.size())), text.size());
  // The newline before goes with it: else a mark of byte order in the middle of a file would count as that of a file.
  const bool goes_back = mark.offset > 0 && text[mark.offset - 1] == '\n';
  const std::size_t begin = mark.offset - (goes_back ? 1 : 0);
  Place place = Source{name, text.substr(begin, end - begin)}.at(offset - begin, length);
  place.line += static_cast<std::uint32_t>(mark.lines_before) - (goes_back ? 1 : 0);
  return place;
}

std::string quoted(std::string_view words) {
  constexpr std::size_t most = 60;
  if (words.size() <= most) return fmt::format("\"{}\"", words);
  std::size_t end = 0;
  while (end < most) end += std::max<std::size_t>(1, code_point_at(words, end).bytes);
  return fmt::format("\"{}…\"", words.substr(0, end));
}

void CsvFindings::settle() {
  if (kept_.size() == settled_in_all_) return;
  const auto fresh = kept_.begin() + static_cast<std::ptrdiff_t>(settled_in_all_);
  std::stable_sort(fresh, kept_.end(), [](const CsvFinding& a, const CsvFinding& b) { return a.offset < b.offset; });
  const auto end = std::stable_partition(fresh, kept_.end(), [this](const CsvFinding& finding) {
    return settled_[static_cast<std::size_t>(finding.fault)]++ < most_of_a_kind;
  });
  kept_.erase(end, kept_.end());
  settled_in_all_ = kept_.size();
}

void CsvFindings::append(CsvFindings later, std::size_t lines_before) {
  settle();
  later.settle();
  for (std::size_t fault = 0; fault < csv_faults; ++fault) counts_[fault] += later.counts_[fault];
  for (CsvFinding& finding : later.kept_) {
    finding.near.lines_before += lines_before;
    kept_.push_back(std::move(finding));
  }
  settled_in_all_ = kept_.size();
}

void CsvFindings::clear() { *this = CsvFindings(); }

void CsvFindings::report(const std::string& name, std::string_view text, Problems& problems) const {
  std::array<std::size_t, csv_faults> said{};
  for (const CsvFinding& finding : kept_) {
    if (++said[static_cast<std::size_t>(finding.fault)] > most_of_a_kind) continue;
    problems.error(kind_of(finding.fault).code, place_near(name, text, finding.near, finding.offset, finding.length),
                   finding.message, finding.remedy);
  }
  for (std::size_t fault = 0; fault < csv_faults; ++fault) {
    if (counts_[fault] <= most_of_a_kind) continue;
    const Kind& kind = kind_of(static_cast<CsvFault>(fault));
    Place whole;
    whole.file = name;
    problems.error(kind.code, std::move(whole), fmt::format("{} more {}.", Decimal{static_cast<std::int64_t>(counts_[fault] - most_of_a_kind), 0}.said(), kind.more),
                   std::string(kind.remedy));
  }
}

}  // namespace reportcard
