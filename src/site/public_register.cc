// SPDX-License-Identifier: MIT
// What may be seen is decided here, once: `row = "thing"`, an audience that the reader belongs to, no link to anything else.
#include "site/public_register.h"

#include <algorithm>

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"

namespace reportcard {

namespace {

bool may_be_seen(const Card& card, const ColumnDefinition& column, Audience reader) {
  if (!is_shown_to(reader, column.audience)) return false;
  if (column.type != ColumnType::link) return true;
  const auto target = card.registers.find(column.to);  // the id of a case is as secret as the case
  return target == card.registers.end() || target->second.row == RowKind::thing;
}

// Ids that a cell of this column may hold and these readers may not see: of rows, and of measures.
std::set<std::string, std::less<>> withheld_from(const Card& card, const ColumnDefinition& column, Audience reader) {
  std::set<std::string, std::less<>> ids;
  if (column.type == ColumnType::measure) {
    for (const Measure& measure : card.measures) {
      if (!is_shown_to(reader, measure.audience)) ids.insert(measure.id);
    }
  }
  const Records* target = column.type == ColumnType::link ? card.find_records(column.to) : nullptr;
  const std::string id = target == nullptr ? std::string() : target->of->id_column();
  for (std::size_t row = 0; target != nullptr && row < target->rows; ++row) {
    if (!is_shown_to(reader, audience_of_row(card, *target, row))) ids.insert(target->text(row, id));
  }
  return ids;
}

std::string said_period(const std::string& written) {
  const auto period = period_as(PeriodKind::not_given, written);
  return period ? period->said() : written;
}

}  // namespace

PublicRegister::PublicRegister(const Card& card, const Register& of, const Records* records, Audience reader) : register_(&of), records_(records) {
  if (of.row != RowKind::thing || of.values) return;
  for (std::size_t row = 0; records != nullptr && row < records->rows; ++row) {
    if (is_shown_to(reader, audience_of_row(card, *records, row))) seen_rows_.push_back(row);
  }
  rows_ = seen_rows_.size();
  some_withheld_ = records != nullptr && rows_ != records->rows;
  if (!some_withheld_) seen_rows_.clear();
  if (rows_ == 0 && !is_shown_to(reader, of.audience)) return;  // a register for fewer has no columns to tell of
  for (std::size_t at = 0; at < of.columns.size(); ++at) {
    const ColumnDefinition& column = of.columns[at];
    if (!may_be_seen(card, column, reader)) continue;
    // Who may see a row is told to those alone from whom some row may be kept.
    if (column.name == of.roles.audience && (reader == Audience::public_ || records == nullptr || records->columns[at].cells == nullptr)) continue;
    columns_.push_back({&column, at, -1, -1, withheld_from(card, column, reader)});
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string& name = columns_[i].definition->name;
    if (name.ends_with("_said")) {
      const int base = find(std::string_view(name).substr(0, name.size() - 5));
      if (base >= 0) {
        columns_[i].companion_of = base;
        columns_[static_cast<std::size_t>(base)].companion = static_cast<int>(i);
      }
    }
  }
  id_ = find(of.id_column());
  for (std::size_t row = 0; id_ >= 0 && row < rows_; ++row) {
    if (std::string id = text(row, id_); !id.empty()) by_id_.emplace(std::move(id), row);
  }
  grouped_by_ = of.grouped_by.empty() ? -1 : find(of.grouped_by);
  date_ = find(of.roles.date);
  if (date_ < 0) date_ = find(of.roles.period);
  for (const char* name : {"title", "text", "name", "complaint", "subject"}) {
    if (main_ < 0) main_ = find(name);
  }
  for (std::size_t i = 0; main_ < 0 && i < columns_.size(); ++i) {
    const ColumnType type = columns_[i].definition->type;
    if (type == ColumnType::text && columns_[i].companion_of < 0) main_ = static_cast<int>(i);
  }
  if (main_ < 0 && !columns_.empty()) main_ = id_ >= 0 ? id_ : 0;
}

std::string PublicRegister::empty_sentence() const {
  if (some_withheld_) return "None is published here.";  // that there is none would be untrue
  return register_->empty.empty() ? "None is recorded." : register_->empty;
}

std::optional<std::size_t> PublicRegister::row_of_record(std::size_t record) const {
  if (!some_withheld_) return record < rows_ ? std::optional(record) : std::nullopt;
  const auto found = std::lower_bound(seen_rows_.begin(), seen_rows_.end(), record);
  return found != seen_rows_.end() && *found == record ? std::optional(static_cast<std::size_t>(found - seen_rows_.begin())) : std::nullopt;
}

int PublicRegister::find(std::string_view name) const {
  if (name.empty()) return -1;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].definition->name == name) return static_cast<int>(i);
  }
  return -1;
}

std::string PublicRegister::text(std::size_t row, int column) const {
  if (column < 0 || row >= rows_) return {};
  const Seen& seen = columns_[static_cast<std::size_t>(column)];
  std::string words = records_->text(record_of(row), seen.definition->name);
  if (seen.withheld.empty() || words.empty()) return words;
  std::string left;
  for (const std::string_view id : split(words, ';')) {
    if (seen.withheld.find(trim(id)) == seen.withheld.end()) left += (left.empty() ? "" : ";") + std::string(id);
  }
  return left;
}

bool PublicRegister::blank(std::size_t row, int column) const { return text(row, column).empty(); }

std::string PublicRegister::said(std::size_t row, int column) const {
  if (column < 0 || row >= rows_) return {};
  const Seen& seen = columns_[static_cast<std::size_t>(column)];
  std::string written = text(row, column);
  if (!written.empty()) {
    switch (seen.definition->type) {
      case ColumnType::date:
        if (const auto date = Date::parse(written)) written = date->said();
        break;
      case ColumnType::period: written = said_period(written); break;
      case ColumnType::number:
        if (const auto number = Decimal::parse(written)) written = number->said();
        break;
      case ColumnType::percent:
        if (const auto number = Decimal::parse(written)) written = number->said() + "%";
        break;
      case ColumnType::money:
        if (const auto number = Decimal::parse(written)) {
          written = number->units < 0 ? "−£" + Decimal{-number->units, number->places}.said() : "£" + number->said();
        }
        break;
      default: break;
    }
  }
  if (seen.companion < 0) return written;
  const std::string as_written = text(row, seen.companion);
  if (as_written.empty() || as_written == written) return written;
  return written.empty() ? as_written : written + " (as written: " + as_written + ")";
}

std::string PublicRegister::anchor(std::size_t row) const {
  const std::string id = id_of(row);
  return id.empty() ? std::string() : register_->id + "-" + slug(id);
}

std::optional<std::size_t> PublicRegister::row_with_id(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> PublicRegister::links(std::size_t row, int column) const {
  std::vector<std::string> ids;
  const std::string written = text(row, column);
  for (const std::string_view id : split(written, ';')) {
    if (!id.empty()) ids.emplace_back(id);
  }
  return ids;
}

std::size_t PublicRegister::pointed_at(std::size_t row, std::string_view back) const {
  if (records_ == nullptr || row >= rows_) return 0;
  for (const auto& [name, counts] : records_->back_counts) {
    if (name == back) return counts[record_of(row)];
  }
  return 0;
}

}  // namespace reportcard
