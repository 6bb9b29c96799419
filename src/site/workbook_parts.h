// SPDX-License-Identifier: MIT
// The sheets of the card's workbook, and the notes that they share.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "site/figures_csv.h"
#include "site/view.h"
#include "tables/xlsx_write.h"

namespace reportcard {

// A download read back, so that a sheet holds what the file holds.
struct DownloadRows {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
  int find(std::string_view column) const;                            // -1: there is none
  const std::string& at(std::size_t row, std::string_view column) const;  // "" where there is no such column
};
DownloadRows read_download(const Tree& tree, const std::string& file);

// Notes are numbered in the order in which they are first asked for; the same words are one note.
class WorkbookNotes {
 public:
  // "[note 3]"; "" for no words.
  std::string mark(std::string_view about, std::string_view words);
  XlsxSheet sheet() const;

 private:
  struct Note { std::string about, words; };
  std::vector<Note> notes_;
  std::map<std::string, std::size_t, std::less<>> by_words_;
};

struct DescribedSheet { XlsxSheet sheet; std::string holds; };   // what the list of contents says of it

void general_notes(const View&, WorkbookNotes& to);              // rounding, hidden numbers, periods, what it cannot tell, sources
XlsxSheet symbols_sheet(const DownloadRows& figures);
// One a section that has figures of the card's own place.
std::vector<DescribedSheet> section_sheets(const View&, const DownloadRows& figures, const DownloadRows& comparisons, WorkbookNotes& notes);
XlsxSheet download_sheet(std::string name, std::vector<std::string> lines, const DownloadRows& of, const std::vector<DataColumn>& columns);
XlsxSheet register_sheet(const View&, const PublicRegister& of);
XlsxSheet columns_sheet(const View&);                             // what each column of the tables means

}  // namespace reportcard
