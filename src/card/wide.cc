// SPDX-License-Identifier: MIT
// A wide table recognised by its headings, and turned. A cell is a row of its own; a blank cell is none.
#include "card/wide.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/period_forms.h"
#include "card/reading.h"
#include "tables/csv_cells.h"
#include "tables/typed_slips.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 50;  // problems of one kind in one table

std::string name_of_heading(const std::vector<PeriodKind>& kinds, const std::string& header) {
  for (const PeriodKind kind : kinds) {
    if (const std::optional<Period> period = heading_as_period(kind, header)) return period->name();
  }
  return {};
}

// Of a heading that is a day: whether a spreadsheet made it of a period.
bool was_damaged(const std::vector<PeriodKind>& kinds, const std::string& header) {
  const std::optional<Date> day = Date::parse(header);
  if (!day) return false;
  return std::all_of(kinds.begin(), kinds.end(), [&](PeriodKind kind) { return !day_as_period(kind, *day).exact; });
}

// Where each row of the turned table stands: its own cell for what is said under a heading, its row for all else.
struct WidePlaces : RowPlaces {
  std::shared_ptr<const RowPlaces> inner;
  std::vector<std::string> headers;
  std::vector<std::uint32_t> rows;
  std::vector<std::uint16_t> columns;  // index into headers

  Place cell(std::size_t row, std::string_view column) const override {
    if (row >= rows.size()) return inner->row(0);
    const bool own = column == "value" || column == "period" || column == "symbol";
    return inner->cell(rows[row], own ? std::string_view(headers[columns[row]]) : column);
  }
  Place row(std::size_t row) const override { return cell(row, "value"); }
};

Codes narrow(std::vector<std::uint32_t> codes, std::size_t words) {
  if (words <= 1u << 8) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(codes.size());
    for (std::uint32_t code : codes) bytes.push_back(static_cast<std::uint8_t>(code));
    return Codes{std::move(bytes)};
  }
  return Codes{std::move(codes)};
}

// One scale a column, the greatest at which all fit. Nothing where a number does not fit beside the others.
std::optional<NumberColumn> column_of(const std::vector<std::optional<Decimal>>& values) {
  NumberColumn column;
  for (const std::optional<Decimal>& value : values) {
    if (value) column.places = std::max(column.places, value->places);
  }
  bool alike = true;
  for (const std::optional<Decimal>& value : values) {
    std::int64_t units = value ? value->units : NumberColumn::blank;
    if (value) {
      alike = alike && value->places == column.places;
      for (std::uint8_t place = value->places; place < column.places; ++place) {
        if (__builtin_mul_overflow(units, std::int64_t{10}, &units)) return std::nullopt;
      }
    }
    column.units.push_back(units);
  }
  if (!alike) {
    for (const std::optional<Decimal>& value : values) column.places_by_row.push_back(value ? value->places : 0);
  }
  return column;
}

class Turning {
 public:
  Turning(CardReading& reading, const Register& reg, const WidePlan& plan, const Table& from) : reading_(reading), reg_(reg), plan_(plan), from_(from) {}

  std::optional<Table> turn() {
    for (std::size_t h = 0; h < plan_.headings.size(); ++h) {
      const Column* column = from_.find(plan_.headings[h].header);
      headings_.push_back(column ? std::get_if<TextColumn>(&column->cells) : nullptr);
      cells_of_words_.push_back(headings_.back() ? read_words(*headings_.back(), h) : std::vector<Cell>());
    }
    places_ = std::make_shared<WidePlaces>();
    places_->inner = from_.places;
    for (const WidePlan::Heading& heading : plan_.headings) places_->headers.push_back(heading.header);
    for (std::size_t row = 0; row < from_.rows; ++row) {
      for (std::size_t h = 0; h < headings_.size(); ++h) add(row, h);
    }
    Table table;
    table.file = from_.file;
    table.rows = places_->rows.size();
    table.unused_headers = from_.unused_headers;
    for (const Column& column : from_.columns) {
      const bool heading = std::any_of(plan_.headings.begin(), plan_.headings.end(), [&](const auto& one) { return one.header == column.name; });
      if (!heading) table.columns.push_back(repeated(column));
    }
    table.columns.push_back({"period", "period", period_column(), {}});
    std::optional<NumberColumn> numbers = column_of(values_);
    if (!numbers) {
      reading_.problems.error("cell-not-a-number", reg_.source, "The numbers of this table differ too much in their decimals to be held beside each other.",
                              "round those with the most decimals");
      return std::nullopt;
    }
    table.columns.push_back({"value", "value", std::move(*numbers), {}});
    symbols_.words.insert(symbols_.words.begin(), "");
    table.columns.push_back({"symbol", "symbol", TextColumn{narrow(std::move(symbol_codes_), symbols_.words.size()), symbols_.words}, {}});
    table.places = places_;
    return table;
  }

 private:
  struct Cell {
    std::optional<Decimal> value;
    std::uint32_t symbol = 0;  // code of the column of symbols
    bool wrong = false;
  };

  // What each word under a heading says. Words that say nothing known are told at each of their cells.
  std::vector<Cell> read_words(const TextColumn& text, std::size_t) {
    std::vector<Cell> cells(text.words.size());
    for (std::size_t code = 1; code < text.words.size(); ++code) {
      const std::string& word = text.words[code];
      Sign sign = Sign::none;
      if (is_value_symbol(word)) {
        const auto at = std::find(symbols_.words.begin(), symbols_.words.end(), word);
        cells[code].symbol = static_cast<std::uint32_t>(at - symbols_.words.begin()) + 1;
        if (at == symbols_.words.end()) symbols_.words.push_back(word);
      } else if (std::optional<Decimal> number = number_said(word, sign)) {
        cells[code].value = number;
      } else {
        cells[code].wrong = true;
      }
    }
    return cells;
  }

  void add(std::size_t row, std::size_t h) {
    if (!headings_[h]) return;
    const std::uint32_t code = headings_[h]->codes[row];
    if (code == 0) return;
    const Cell& cell = cells_of_words_[h][code];
    places_->rows.push_back(static_cast<std::uint32_t>(row));
    places_->columns.push_back(static_cast<std::uint16_t>(h));
    values_.push_back(cell.value);
    symbol_codes_.push_back(cell.symbol);
    if (!cell.wrong || ++wrong_ > most) return;
    const std::string& word = headings_[h]->words[code];
    reading_.problems.error("cell-not-a-number", from_.places->cell(row, plan_.headings[h].header),
                            fmt::format("{} in the column {} is not a number, and no symbol that stands for one.", in_quotes(word),
                                        in_quotes(plan_.headings[h].header)),
                            number_remedy(word));
  }

  Column repeated(const Column& column) const {
    Column made{column.name, column.header, {}, {}};
    const std::vector<std::uint32_t>& rows = places_->rows;
    if (const TextColumn* text = std::get_if<TextColumn>(&column.cells)) {
      std::vector<std::uint32_t> codes;
      codes.reserve(rows.size());
      for (std::uint32_t row : rows) codes.push_back(text->codes[row]);
      made.cells = TextColumn{narrow(std::move(codes), text->words.size()), text->words};
      if (!column.stored.empty()) {
        for (std::uint32_t row : rows) made.stored.push_back(column.stored[row]);
      }
    } else if (const DateColumn* dates = std::get_if<DateColumn>(&column.cells)) {
      DateColumn days;
      for (std::uint32_t row : rows) days.days.push_back(dates->days[row]);
      made.cells = std::move(days);
    } else {
      const NumberColumn& numbers = std::get<NumberColumn>(column.cells);
      NumberColumn again;
      again.places = numbers.places;
      for (std::uint32_t row : rows) {
        again.units.push_back(numbers.units[row]);
        if (!numbers.places_by_row.empty()) again.places_by_row.push_back(numbers.places_by_row[row]);
      }
      made.cells = std::move(again);
    }
    return made;
  }

  TextColumn period_column() const {
    std::vector<std::string> words = {""};
    std::vector<std::uint32_t> code_of_heading;
    for (const WidePlan::Heading& heading : plan_.headings) {
      const auto at = std::find(words.begin(), words.end(), heading.period);
      code_of_heading.push_back(static_cast<std::uint32_t>(at - words.begin()));
      if (at == words.end()) words.push_back(heading.period);
    }
    std::vector<std::uint32_t> codes;
    codes.reserve(places_->columns.size());
    for (std::uint16_t h : places_->columns) codes.push_back(code_of_heading[h]);
    return TextColumn{narrow(std::move(codes), words.size()), std::move(words)};
  }

  CardReading& reading_;
  const Register& reg_;
  const WidePlan& plan_;
  const Table& from_;
  std::vector<const TextColumn*> headings_;
  std::vector<std::vector<Cell>> cells_of_words_;
  std::shared_ptr<WidePlaces> places_;
  std::vector<std::optional<Decimal>> values_;
  std::vector<std::uint32_t> symbol_codes_;
  TextColumn symbols_;
  std::size_t wrong_ = 0;
};

}  // namespace

std::vector<PeriodKind> kinds_of_readers(const CardReading& reading, const std::string& id) {
  std::vector<PeriodKind> kinds;
  for (const RawMeasure& measure : reading.raw) {
    if (measure.from != id && measure.published != id) continue;
    for (const TomlEntry* entry : measure.entries) {
      if (entry->key != "periods" || entry->value.kind != TomlNode::Kind::text) continue;
      const std::optional<PeriodKind> kind = parse_kind(trim(entry->value.text));
      if (kind && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) kinds.push_back(*kind);
    }
  }
  return kinds;
}

void find_wide(CardReading& reading, Register& reg, const DataSource& source, const std::vector<std::string>& headers, const std::vector<PeriodKind>& kinds) {
  if (kinds.empty()) return;
  const std::vector<std::string>& own = own_columns_of_values();
  const std::string* long_column = nullptr;  // what a table with a row for each value has
  WidePlan plan;
  std::vector<std::string> half, damaged;
  for (const std::string& header : headers) {
    const std::string folded = fold(header);
    if (folded == "period" || folded == "value" || folded == "numerator" || folded == "denominator") long_column = &header;
    if (header.empty() || std::find(own.begin(), own.end(), folded) != own.end()) continue;
    if (std::string name = name_of_heading(kinds, header); !name.empty()) {
      if (was_damaged(kinds, header)) damaged.push_back(header);
      plan.headings.push_back({header, std::move(name)});
    } else if (looks_like_period(header)) {
      half.push_back(header);
    }
  }
  if (plan.headings.empty() && half.empty()) return;
  const auto place = [&](const std::string& header) { return heading_place(reading, source, headers, header); };
  if (long_column) {
    if (plan.headings.empty()) return;
    reading.problems.warning("wide-mixed", place(plan.headings.front().header),
                             fmt::format("This table has a column {} and columns named after periods ({}), which nobody reads.", in_quotes(*long_column),
                                         in_quotes(plan.headings.front().header)),
                             fmt::format("write a row for each value, or take the column {} out", in_quotes(*long_column)));
    return;
  }
  for (const std::string& header : half) {
    reading.problems.error("heading-no-period", place(header), fmt::format("The heading {} looks like a period and is not {}.", in_quotes(header), kind_said(kinds.front())),
                           period_remedy(kinds.front(), header));
  }
  for (const std::string& header : damaged) {
    const std::string period = name_of_heading(kinds, header);
    reading.problems.warning("period-as-date", place(header), fmt::format("The heading {} is a day. It is taken as {}.", in_quotes(header), period),
                             fmt::format("format the heading as text, then write {} again", period));
  }
  // Of a wide table the columns are those that rows have in common, and what the turned table adds.
  reg.columns.erase(std::remove_if(reg.columns.begin(), reg.columns.end(),
                                   [&](const ColumnDefinition& column) {
                                     const auto is = [&](const std::string& header) { return header == column.name; };
                                     return column.name == "symbol" || std::any_of(half.begin(), half.end(), is) ||
                                            std::any_of(plan.headings.begin(), plan.headings.end(), [&](const auto& one) { return is(one.header); });
                                   }),
                    reg.columns.end());
  for (const auto& [name, type] : {std::pair("period", ColumnType::period), std::pair("value", ColumnType::number), std::pair("symbol", ColumnType::text)}) {
    ColumnDefinition column;
    column.name = name;
    column.title = title_from_id(name);
    column.type = type;
    column.place = reg.place;
    reg.columns.push_back(std::move(column));
  }
  reg.roles.period = "period";
  reading.wide.insert_or_assign(reg.id, std::move(plan));
}

std::optional<Table> read_wide(CardReading& reading, const Register& reg, const WidePlan& plan, const std::vector<WantedColumn>& wanted) {
  std::vector<WantedColumn> asked;
  for (const WantedColumn& column : wanted) {
    if (column.name != "period" && column.name != "value" && column.name != "symbol") asked.push_back(column);
  }
  for (const WidePlan::Heading& heading : plan.headings) asked.push_back({heading.header, {}, CellType::text, true});
  const std::optional<Table> table = read_rows(reading, reading.data.at(reg.id), asked);
  return table ? Turning(reading, reg, plan, *table).turn() : std::nullopt;
}

}  // namespace reportcard
