// SPDX-License-Identifier: MIT
// What may be seen is decided here, once: `row = "thing"`, `audience = "public"`, and no link to anything else.
#include "site/public_register.h"

#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "card/card.h"

namespace reportcard {

namespace {

bool may_be_seen(const Card& card, const ColumnDefinition& column) {
  if (column.audience != Audience::public_) return false;
  if (column.type != ColumnType::link) return true;
  const auto target = card.registers.find(column.to);  // the id of a case is as secret as the case
  return target == card.registers.end() || target->second.row == RowKind::thing;
}

std::string said_period(const std::string& written) {
  const auto period = period_as(PeriodKind::not_given, written);
  return period ? period->said() : written;
}

}  // namespace

PublicRegister::PublicRegister(const Card& card, const Register& of, const Records* records) : register_(&of), records_(records) {
  if (of.row != RowKind::thing || of.values) return;
  rows_ = records == nullptr ? 0 : records->rows;
  for (std::size_t at = 0; at < of.columns.size(); ++at) {
    if (may_be_seen(card, of.columns[at])) columns_.push_back({&of.columns[at], at});
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

std::string PublicRegister::empty_sentence() const { return register_->empty.empty() ? "None is recorded." : register_->empty; }

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
  return records_->text(row, seen.definition->name);
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
    if (name == back) return counts[row];
  }
  return 0;
}

}  // namespace reportcard
