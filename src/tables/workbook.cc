// SPDX-License-Identifier: MIT
// Which kind of workbook a file is, by its bytes and not by its name, and what to do about those that are not read.
#include "tables/ods_contents.h"
#include "tables/sheet_table.h"
#include "tables/workbook_refused.h"
#include "tables/workbook.h"
#include "tables/xlsx_sheet.h"

namespace reportcard {
namespace {

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
    return sheet < sheets_.size() ? headers_of_grid(first_rows_grid(sheet)) : std::vector<std::string>{};
  }
  std::vector<std::vector<std::string>> first_rows(std::size_t sheet) const override {
    return sheet < sheets_.size() ? first_rows_of_grid(first_rows_grid(sheet)) : std::vector<std::vector<std::string>>{};
  }
  Place heading(std::size_t sheet, const std::vector<std::string>& row, std::string_view header) const override {
    return sheet < sheets_.size() ? heading_in_grid({name_, sheets_[sheet].name}, first_rows_grid(sheet), row, header) : whole_file(name_);
  }
  std::optional<Table> read(std::size_t sheet, const std::vector<WantedColumn>& wanted, Problems& problems) const override {
    const auto grid = cells(sheet, problems);
    if (!grid) return {};
    return table_of_grid({name_, sheets_[sheet].name}, *grid, wanted, problems, limits_);
  }
  std::shared_ptr<const SheetGrid> cells(std::size_t sheet, Problems& problems) const override {
    if (sheet >= sheets_.size()) return {};
    auto grid = std::make_shared<SheetGrid>(limits_);
    const PartFault fault = read_xlsx_sheet(*zip_, book_.sheets[sheet].part, context(), false, *grid);
    if (!fault.any()) return grid;
    report_part_fault(name_, fault, problems);
    return {};
  }

 private:
  SheetGrid first_rows_grid(std::size_t sheet) const {
    SheetGrid grid(limits_);
    (void)read_xlsx_sheet(*zip_, book_.sheets[sheet].part, context(), true, grid);
    return grid;
  }
  XlsxContext context() const { return {&strings_, &formats_, book_.from_1904, book_.has_links}; }
  std::string name_;
  std::unique_ptr<ZipReader> zip_;
  XlsxContents book_;
  WorkbookLimits limits_;
  std::vector<Sheet> sheets_;
  SharedStrings strings_;
  std::vector<NumberFormat> formats_;
};

class OdsWorkbook : public Workbook {
 public:
  OdsWorkbook(std::string name, std::vector<OdsSheet> contents, const WorkbookLimits& limits)
      : name_(std::move(name)), contents_(std::make_shared<const std::vector<OdsSheet>>(std::move(contents))), limits_(limits) {
    for (const OdsSheet& sheet : *contents_) sheets_.push_back({sheet.name, sheet.hidden});
  }
  const std::vector<Sheet>& sheets() const override { return sheets_; }
  std::vector<std::string> headers(std::size_t sheet) const override {
    return sheet < contents_->size() ? headers_of_grid((*contents_)[sheet].grid) : std::vector<std::string>{};
  }
  std::vector<std::vector<std::string>> first_rows(std::size_t sheet) const override {
    return sheet < contents_->size() ? first_rows_of_grid((*contents_)[sheet].grid) : std::vector<std::vector<std::string>>{};
  }
  Place heading(std::size_t sheet, const std::vector<std::string>& row, std::string_view header) const override {
    return sheet < contents_->size() ? heading_in_grid({name_, (*contents_)[sheet].name}, (*contents_)[sheet].grid, row, header) : whole_file(name_);
  }
  std::optional<Table> read(std::size_t sheet, const std::vector<WantedColumn>& wanted, Problems& problems) const override {
    if (sheet >= contents_->size()) return {};
    return table_of_grid({name_, (*contents_)[sheet].name}, (*contents_)[sheet].grid, wanted, problems, limits_);
  }
  std::shared_ptr<const SheetGrid> cells(std::size_t sheet, Problems&) const override {
    if (sheet >= contents_->size()) return {};
    return {contents_, &(*contents_)[sheet].grid};
  }

 private:
  std::string name_;
  std::shared_ptr<const std::vector<OdsSheet>> contents_;
  WorkbookLimits limits_;
  std::vector<Sheet> sheets_;
};

std::unique_ptr<Workbook> open_ods(const std::string& name, const ZipReader& zip, Problems& problems, const WorkbookLimits& limits) {
  PartFault fault;
  if (is_ods_encrypted(zip)) {
    fault.zip = ZipFault::encrypted;
  } else if (auto sheets = read_ods_sheets(zip, limits, fault); !fault.any()) {
    return std::make_unique<OdsWorkbook>(name, std::move(sheets), limits);
  }
  report_part_fault(name, fault, problems);
  return nullptr;
}

std::unique_ptr<Workbook> open_xlsx(const std::string& name, std::unique_ptr<ZipReader> zip, Problems& problems, const WorkbookLimits& limits) {
  PartFault fault;
  XlsxContents book = read_xlsx_contents(*zip, fault);
  if (fault.any()) {
    report_part_fault(name, fault, problems);
    return nullptr;
  }
  if (!book.is_workbook) {
    if (zip->find("Index/Document.iwa")) {
      problems.error("workbook-format", whole_file(name), "This file is a Numbers document, which is not read.",
                     "open it, and export it as an Excel workbook (.xlsx)");
    } else if (book.content_type.find("binary") != std::string::npos) {
      problems.error("workbook-format", whole_file(name), "This is a binary workbook (.xlsb), which is not read.",
                     "open it, and save it as an Excel workbook (.xlsx)");
    } else {
      problems.error("workbook-unreadable", whole_file(name), "This file is a package, but no workbook.",
                     "open the workbook, and save it again as .xlsx or .ods");
    }
    return nullptr;
  }
  auto out = std::make_unique<XlsxWorkbook>(name, std::move(zip), std::move(book), limits);
  if (!out->read_shared(problems)) return nullptr;
  return out;
}

}  // namespace

std::unique_ptr<Workbook> open_workbook(const std::string& name, const FileBytes& bytes, Problems& problems, const WorkbookLimits& limits) {
  if (refuse_workbook(name, bytes.view(), problems)) return nullptr;
  ZipLimits zip_limits;
  zip_limits.part_bytes = limits.part_bytes;
  zip_limits.expansion = limits.expansion;
  PartFault fault;
  auto zip = ZipReader::open(bytes, zip_limits, fault.zip);
  if (!zip) {
    report_part_fault(name, fault, problems);
    return nullptr;
  }
  if (is_ods_package(*zip)) return open_ods(name, *zip, problems, limits);
  return open_xlsx(name, std::move(zip), problems, limits);
}

}  // namespace reportcard
