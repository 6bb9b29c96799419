// SPDX-License-Identifier: MIT
// Columns of periods: names read by the kind that their measures have, and days that a spreadsheet made of names.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/period_forms.h"
#include "card/records_reader.h"
#include "tables/workbook.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 50;

// A day in a sheet's column of periods is taken where every measure that may read it reads the same period, and said; else
// it is a problem. What is taken stands in the column as if it had been written so.
class DaysAsPeriods {
 public:
  DaysAsPeriods(const CardReading& reading, const RecordColumn& column, const Records& records, Problems& problems)
      : reading_(reading), column_(column), records_(records), text_(*column.text()), problems_(problems) {
    for (const Measure& measure : reading.card.measures) {
      if (measure.from == records.of->id || measure.published == records.of->id) all_.push_back(measure.periods);
    }
    if (all_.empty()) all_.push_back(reading.card.period.kind);
    const auto ids = std::find_if(records.columns.begin(), records.columns.end(), [](const RecordColumn& one) { return one.definition->type == ColumnType::measure; });
    ids_ = ids == records.columns.end() ? nullptr : ids->text();
  }

  std::optional<TextColumn> read() {
    const std::vector<std::uint8_t>& stored = column_.cells->stored;
    std::map<std::size_t, std::string> taken;  // row -> name
    for (std::size_t row = 0; row < stored.size() && row < records_.rows; ++row) {
      if (stored[row] != static_cast<std::uint8_t>(Stored::date)) continue;
      if (const std::optional<Date> day = Date::parse(std::string_view(text_.words[text_.codes[row]]).substr(0, 10))) {
        taken.emplace(row, period_of(row, *day));
      }
    }
    if (taken.empty()) return std::nullopt;
    TextColumn made;
    made.words = {""};
    std::map<std::string_view, std::uint32_t> codes = {{"", 0}};
    std::vector<std::uint32_t> row_codes(records_.rows);
    made.words.reserve(text_.words.size() + taken.size() + 1);  // words are looked up by views of them
    for (std::size_t row = 0; row < records_.rows; ++row) {
      const auto other = taken.find(row);
      const std::string& word = other == taken.end() ? text_.words[text_.codes[row]] : other->second;
      auto found = codes.find(word);
      if (found == codes.end()) {
        made.words.push_back(word);
        found = codes.emplace(made.words.back(), static_cast<std::uint32_t>(made.words.size() - 1)).first;
      }
      row_codes[row] = found->second;
    }
    made.codes = Codes{std::move(row_codes)};
    return made;
  }

 private:
  std::vector<PeriodKind> kinds_of(std::size_t row) const {
    if (!ids_) return all_;
    const Measure* measure = reading_.card.measure(ids_->words[ids_->codes[row]]);
    return measure ? std::vector<PeriodKind>{measure->periods} : all_;
  }

  // The name that the day is taken as; "" where it is none, which is said, and the cell then counts as blank.
  std::string period_of(std::size_t row, Date day) {
    std::optional<std::string> name;
    std::string typed;
    bool one_reading = true, exact = true;
    const std::vector<PeriodKind> kinds = kinds_of(row);
    for (const PeriodKind kind : kinds) {
      const DayAsPeriod read = day_as_period(kind, day);
      if (typed.empty()) typed = read.typed;
      exact = exact && read.exact;
      if (!read.is || (name && *name != read.is->name())) one_reading = false;
      else name = read.is->name();
    }
    const Place place = records_.place(row, column_.definition->name);
    if (one_reading && name) {
      if (!exact && ++said_ <= most)
        problems_.warning("period-as-date", place, fmt::format("A spreadsheet made the day {} of a period. It is taken as {}.", day.said(), *name),
                          fmt::format("format the column as text, then write {} again", *name));
      return *name;
    }
    if (++said_ <= most) {
      const std::string needs = kind_said(kinds.front());
      problems_.error("period-as-date", place, fmt::format("The cell is the day {}, and its column holds {}.", day.said(), needs),
                      typed.empty() ? fmt::format("format the column as text, then write for example {}", Period::holding(kinds.front(), day).name())
                                    : fmt::format("a spreadsheet may have made it of {0}: format the column as text, then write {0} again", typed));
    }
    return {};
  }

  const CardReading& reading_;
  const RecordColumn& column_;
  const Records& records_;
  const TextColumn& text_;
  Problems& problems_;
  std::vector<PeriodKind> all_;
  const TextColumn* ids_ = nullptr;
  std::size_t said_ = 0;
};

}  // namespace

void read_periods(const CardReading& reading, RecordColumn& column, Column& cells, const Records& records, Problems& problems) {
  if (!column.text()) return;
  if (!cells.stored.empty()) {
    if (std::optional<TextColumn> made = DaysAsPeriods(reading, column, records, problems).read()) cells.cells = std::move(*made);
  }
  const TextColumn* text = column.text();
  PeriodKind kind = reading.card.period.kind, asked_for = PeriodKind::not_given;
  for (const Measure& measure : reading.card.measures) {
    if (measure.from == records.of->id || measure.published == records.of->id) {
      kind = asked_for = measure.periods;
      break;
    }
  }
  column.periods = periods_as(column, kind);
  std::vector<std::uint32_t> unread;
  for (std::uint32_t code = 1; code < text->words.size(); ++code) {
    if (!column.periods[code]) unread.push_back(code);
  }
  for (const auto& [code, row] : first_rows_of(*text, unread)) {
    problems.error("period-unread", records.place(row, column.definition->name),
                   fmt::format("{} is not the name of a period.", in_quotes(text->words[code])), period_remedy(asked_for, text->words[code]));
  }
}

}  // namespace reportcard
