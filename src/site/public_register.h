// SPDX-License-Identifier: MIT
// A register as the public may see it: rows of things only, and only their public columns.
// Page code holds these and never the records, so a staff column cannot be asked for by any name or number.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/records.h"
#include "card/register.h"

namespace reportcard {

struct Card;

class PublicRegister {
 public:
  // The register whole, even where no row of it may be seen: its title and what a row is are no secret.
  PublicRegister(const Card& card, const Register& of, const Records* records);

  const std::string& id() const { return register_->id; }
  const std::string& title() const { return register_->title; }
  const std::string& what() const { return register_->what; }
  Shown shown() const { return register_->shown; }
  std::string empty_sentence() const;
  std::size_t rows() const { return rows_; }             // rows that may be seen
  std::size_t columns() const { return columns_.size(); }
  const ColumnDefinition& column(int at) const { return *columns_[static_cast<std::size_t>(at)].definition; }
  int find(std::string_view name) const;                 // -1: not there, or not public
  int grouped_by() const { return grouped_by_; }         // -1: no
  int id_column() const { return id_; }                  // -1: no
  int main_column() const { return main_; }              // the row's main words
  int role_date() const { return date_; }                // what a timeline is ordered by; -1: nothing

  std::string text(std::size_t row, int column) const;   // as typed; dates and periods as data have them
  std::string said(std::size_t row, int column) const;   // as people read it, with "as written" where no day is given
  std::string text(std::size_t row, std::string_view column) const { return text(row, find(column)); }
  std::string said(std::size_t row, std::string_view column) const { return said(row, find(column)); }
  bool blank(std::size_t row, int column) const;
  std::string id_of(std::size_t row) const { return text(row, id_); }
  std::string anchor(std::size_t row) const;              // id on a page: "findings-f1"; "" where rows have no id
  std::optional<std::size_t> row_with_id(std::string_view id) const;
  // Ids in a link column, and the register that they are rows of. Links to what the public may not see are not public columns.
  std::vector<std::string> links(std::size_t row, int column) const;
  std::size_t pointed_at(std::size_t row, std::string_view back) const;  // how many rows of public registers point here
  // "due" has "due_said" beside it: one column to a reader.
  bool is_companion(int column) const { return columns_[static_cast<std::size_t>(column)].companion_of >= 0; }

 private:
  struct Seen { const ColumnDefinition* definition; std::size_t at; int companion = -1, companion_of = -1; };
  const Register* register_;
  const Records* records_;
  std::size_t rows_ = 0;
  std::vector<Seen> columns_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  int grouped_by_ = -1, id_ = -1, main_ = -1, date_ = -1;
};

}  // namespace reportcard
