// SPDX-License-Identifier: MIT
// A register as its readers may see it: rows of things only, those for them, and only the columns for them.
// Page code holds these and never the records, so what is for fewer cannot be asked for by any name or number.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <set>
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
  PublicRegister(const Card& card, const Register& of, const Records* records, Audience reader);

  const std::string& id() const { return register_->id; }
  const std::string& title() const { return register_->title; }
  const std::string& what() const { return register_->what; }
  Shown shown() const { return register_->shown; }
  std::string empty_sentence() const;
  std::size_t rows() const { return rows_; }             // rows that may be seen, numbered from 0
  std::size_t record_of(std::size_t row) const { return seen_rows_.empty() ? row : seen_rows_[row]; }
  std::optional<std::size_t> row_of_record(std::size_t record) const;   // nothing: not for these readers
  std::size_t columns() const { return columns_.size(); }
  const ColumnDefinition& column(int at) const { return *columns_[static_cast<std::size_t>(at)].definition; }
  int find(std::string_view name) const;                 // -1: not there, or not for these readers
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
  // Ids in a link column, those of rows that may be seen. A link to a register of cases is no column here.
  std::vector<std::string> links(std::size_t row, int column) const;
  // How many rows point here by a link with back = "NAME", whoever may see them: that a finding is answered is no secret.
  std::size_t pointed_at(std::size_t row, std::string_view back) const;
  // "due" has "due_said" beside it: one column to a reader.
  bool is_companion(int column) const { return columns_[static_cast<std::size_t>(column)].companion_of >= 0; }

 private:
  struct Seen { const ColumnDefinition* definition; std::size_t at; int companion = -1, companion_of = -1; std::set<std::string, std::less<>> withheld; };  // ids that are not for these readers
  const Register* register_;
  const Records* records_;
  std::size_t rows_ = 0;
  std::vector<std::size_t> seen_rows_;   // records of the rows; empty: all, in order
  bool some_withheld_ = false;
  std::vector<Seen> columns_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  int grouped_by_ = -1, id_ = -1, main_ = -1, date_ = -1;
};

}  // namespace reportcard
