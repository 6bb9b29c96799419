// SPDX-License-Identifier: MIT
// Which kind of workbook a file is, by its bytes and not by its name, and what to do about those that are not read.
#include <algorithm>

#include "base/text.h"
#include "tables/sheet_table.h"
#include "tables/workbook.h"
#include "tables/xlsx_sheet.h"

namespace reportcard {
namespace {

bool ends_with(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return fold(name.substr(name.size() - ending.size())) == ending;
}

std::string_view without_folder(std::string_view name) { return name.substr(std::min(name.rfind('/') + 1, name.size())); }

Place whole_file(const std::string& name) {
  Place place;
  place.file = name;
  return place;
}

class XlsxWorkbook : public Workbook {
 public:
  XlsxWorkbook(std::string name, std::unique_ptr<ZipReader> zip, XlsxContents book, const WorkbookLimits& limits)
      : name_(std::move(name)), zip_(std::move(zip)), book_(std::move(book)), limits_(limits) {
    for (const XlsxContents::Sheet& sheet : book_.sheets) sheets_.push_back({sheet.name, sheet.hidden});
  }
  // What all sheets share; read once, with the first of them.
  bool read_shared(Problems& problems) {
    PartFault fault;
    if (book_.strings) strings_ = read_shared_strings(*zip_, *book_.strings, fault);
    if (!fault.any() && book_.styles) formats_ = read_xlsx_formats(*zip_, *book_.styles, fault);
    if (fault.any()) report_part_fault(name_, fault, problems);
    return !fault.any();
  }
  const std::vector<Sheet>& sheets() const override { return sheets_; }
  std::vector<std::string> headers(std::size_t sheet) const override {
    SheetGrid grid(limits_);
    if (sheet >= sheets_.size()) return {};
    (void)read_xlsx_sheet(*zip_, book_.sheets[sheet].part, context(), true, grid);
    return headers_of_grid(grid);
  }
  std::optional<Table> read(std::size_t sheet, const std::vector<WantedColumn>& wanted, Problems& problems) const override {
    if (sheet >= sheets_.size()) return {};
    SheetGrid grid(limits_);
    const PartFault fault = read_xlsx_sheet(*zip_, book_.sheets[sheet].part, context(), false, grid);
    if (fault.any()) {
      report_part_fault(name_, fault, problems);
      return {};
    }
    return table_of_grid({name_, sheets_[sheet].name}, grid, wanted, problems, limits_);
  }

 private:
  XlsxContext context() const { return {&strings_, &formats_, book_.from_1904, book_.has_links}; }
  std::string name_;
  std::unique_ptr<ZipReader> zip_;
  XlsxContents book_;
  WorkbookLimits limits_;
  std::vector<Sheet> sheets_;
  SharedStrings strings_;
  std::vector<NumberFormat> formats_;
};

std::unique_ptr<Workbook> open_xlsx(const std::string& name, std::unique_ptr<ZipReader> zip, Problems& problems, const WorkbookLimits& limits) {
  PartFault fault;
  XlsxContents book = read_xlsx_contents(*zip, fault);
  if (fault.any()) {
    report_part_fault(name, fault, problems);
    return nullptr;
  }
  if (!book.is_workbook) {
    if (book.content_type.find("binary") != std::string::npos) {
      problems.error("workbook-format", whole_file(name), "This is a binary workbook (.xlsb), which is not read.",
                     "open it, and save it as an Excel workbook (.xlsx)");
    } else {
      problems.error("workbook-unreadable", whole_file(name), "This file is a package, but no workbook.",
                     "save the workbook again as .xlsx or .ods");
    }
    return nullptr;
  }
  auto out = std::make_unique<XlsxWorkbook>(name, std::move(zip), std::move(book), limits);
  if (!out->read_shared(problems)) return nullptr;
  return out;
}

}  // namespace

bool is_workbook(std::string_view name) {
  static constexpr std::string_view endings[] = {".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".ots",     ".xls",
                                                 ".xlsb", ".xlt",  ".fods", ".numbers", ".gsheet"};
  // The lock files of LibreOffice end with a hash.
  if (without_folder(name).substr(0, 7) == ".~lock." && !name.empty() && name.back() == '#') name.remove_suffix(1);
  return std::any_of(std::begin(endings), std::end(endings), [name](std::string_view one) { return ends_with(name, one); });
}

std::unique_ptr<Workbook> open_workbook(const std::string& name, const FileBytes& bytes, Problems& problems, const WorkbookLimits& limits) {
  ZipLimits zip_limits;
  zip_limits.part_bytes = limits.part_bytes;
  zip_limits.expansion = limits.expansion;
  PartFault fault;
  auto zip = ZipReader::open(bytes, zip_limits, fault.zip);
  if (!zip) {
    report_part_fault(name, fault, problems);
    return nullptr;
  }
  return open_xlsx(name, std::move(zip), problems, limits);
}

}  // namespace reportcard
