// SPDX-License-Identifier: MIT
// Workbooks, XLSX and ODS, read sheet by sheet into the one table type. A workbook is opened once (its list of sheets);
// a sheet is streamed when somebody asks for it. Values are the cached ones: nothing is calculated here.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/table.h"

namespace reportcard {

struct WorkbookLimits {
  std::size_t rows = 1'048'576;              // of one sheet, repeats counted
  std::size_t columns = 16'384;
  std::size_t part_bytes = std::size_t{1} << 30;   // one part of the package, unpacked
  std::size_t expansion = 200;               // unpacked by packed, of parts above a megabyte
  std::size_t cell_bytes = 1 << 20;
  std::size_t cells = 20'000'000;            // filled ones of one sheet: a file of a few kilobytes can ask for millions by repeating one
};

// How a cell lies in its sheet, which the text of it does not say: 42 typed into a column of codes is a number there.
enum class Stored : std::uint8_t { blank, text, number, date, yes_no, error };

class SheetGrid;

class Workbook {
 public:
  struct Sheet { std::string name; bool hidden = false; };
  virtual ~Workbook() = default;
  virtual const std::vector<Sheet>& sheets() const = 0;   // in the order of their tabs
  // The header row of a sheet, trimmed: the first row with two or more filled cells (the first filled row where none has).
  virtual std::vector<std::string> headers(std::size_t sheet) const = 0;
  // The first filled rows, at most 20: who knows what the headings may be finds them below titles, as read() does.
  virtual std::vector<std::vector<std::string>> first_rows(std::size_t sheet) const = 0;
  // The cell of a heading, in the first of these rows that is `row`; a place without a cell where there is none such.
  virtual Place heading(std::size_t sheet, const std::vector<std::string>& row, std::string_view header) const = 0;
  // As read_csv, with places such as "card.xlsx: Outcomes!D14". Text columns carry how each cell is stored (Column::stored).
  virtual std::optional<Table> read(std::size_t sheet, const std::vector<WantedColumn>& wanted, Problems& problems) const = 0;
  // The filled cells of a sheet as they stand, for who knows no headings beforehand (tables/sheet_grid.h). Null after a problem.
  virtual std::shared_ptr<const SheetGrid> cells(std::size_t sheet, Problems& problems) const = 0;
};

bool is_workbook(std::string_view name);  // by its ending: .xlsx .xlsm .ods, and those refused with advice (.xls .xlsb ...)
// Nothing after a problem: a password or a sensitivity label, an old format, a lock file, a DOCTYPE, too large when unpacked.
std::unique_ptr<Workbook> open_workbook(const std::string& name, const FileBytes& bytes, Problems& problems,
                                        const WorkbookLimits& limits = {});

}  // namespace reportcard
