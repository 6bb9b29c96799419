// SPDX-License-Identifier: MIT
// Workbook, shared strings and styles. Namespaces decide what an element is; prefixes do not.
#include "tables/xlsx_contents.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/utf8.h"
#include "tables/sheet_grid.h"

namespace reportcard {
namespace {

constexpr std::string_view link_spaces[] = {"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                            "http://purl.oclc.org/ooxml/officeDocument/relationships"};

bool is_true(std::optional<std::string_view> value) { return value && (*value == "1" || *value == "true" || *value == "on"); }

unsigned number_of(std::optional<std::string_view> value, unsigned otherwise) {
  unsigned out = otherwise;
  if (value) std::from_chars(value->data(), value->data() + value->size(), out);
  return out;
}

class BookListener : public XmlListener {
 public:
  struct Named {
    std::string name, link;
    bool hidden = false;
  };
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (!is_sheet_space(name.space)) return;
    if (name.local == "workbook") is_workbook = true;
    else if (name.local == "workbookPr") from_1904 = is_true(attributes.get("date1904"));
    else if (name.local == "sheet" && sheets.size() < 10'000) {
      Named& sheet = sheets.emplace_back();
      sheet.name = attributes.get("name").value_or("");
      const std::string_view state = attributes.get("state").value_or("visible");
      sheet.hidden = state == "hidden" || state == "veryHidden";
      for (const std::string_view space : link_spaces) {
        if (const auto id = attributes.get(space, "id")) sheet.link = *id;
      }
    }
  }
  void closed(const XmlName&) override {}
  void text(std::string_view) override {}
  std::vector<Named> sheets;
  bool from_1904 = false, is_workbook = false;
};

class StringsListener : public XmlListener {
 public:
  void opened(const XmlName& name, const XmlAttributes&) override {
    if (skipped_ > 0 || !is_sheet_space(name.space)) {
      ++skipped_;
    } else if (name.local == "rPh" || name.local == "phoneticPr") {
      ++skipped_;  // how a name is said, in Japanese workbooks: no part of it
    } else if (name.local == "si") {
      text_.clear();
    } else if (name.local == "t") {
      in_text_ = true;
    }
  }
  void closed(const XmlName& name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (name.local == "t") {
      in_text_ = false;
    } else if (name.local == "si") {
      clean_xlsx_text(text_);
      strings.add(text_);
    }
  }
  void text(std::string_view piece) override {
    if (in_text_ && skipped_ == 0) text_ += piece;
  }
  SharedStrings strings;

 private:
  std::string text_;
  std::size_t skipped_ = 0;
  bool in_text_ = false;
};

class StylesListener : public XmlListener {
 public:
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (!is_sheet_space(name.space)) return;
    if (name.local == "numFmt") {
      formats_[number_of(attributes.get("numFmtId"), 0)] = number_format(attributes.get("formatCode").value_or(""));
    } else if (name.local == "cellXfs") {
      in_cells_ = true;
    } else if (name.local == "xf" && in_cells_ && ids.size() < 100'000) {
      ids.push_back(number_of(attributes.get("numFmtId"), 0));
    }
  }
  void closed(const XmlName& name) override {
    if (name.local == "cellXfs") in_cells_ = false;
  }
  void text(std::string_view) override {}
  NumberFormat format(unsigned id) const {
    const auto own = formats_.find(id);
    return own == formats_.end() ? built_in_number_format(id) : own->second;
  }
  std::vector<unsigned> ids;

 private:
  std::map<unsigned, NumberFormat> formats_;
  bool in_cells_ = false;
};

}  // namespace

bool is_sheet_space(std::string_view space) {
  return space == "http://schemas.openxmlformats.org/spreadsheetml/2006/main" || space == "http://purl.oclc.org/ooxml/spreadsheetml/main";
}

XlsxContents read_xlsx_contents(const ZipReader& zip, PartFault& fault) {
  XlsxContents out;
  std::string workbook;
  for (const PackageLink& link : read_package_links(zip, "", fault)) {
    if (link.type == "officeDocument" && workbook.empty()) workbook = link.target;
  }
  if (fault.any()) return out;
  const auto part = zip.find(workbook);
  if (workbook.empty() || !part) return out;
  out.content_type = content_type_of(zip, zip.names()[*part], fault);
  if (fault.any() || out.content_type.find("binary") != std::string::npos) return out;
  BookListener book;
  fault = read_xml_part(zip, *part, book);
  if (fault.any() || !book.is_workbook) return out;
  out.is_workbook = true;
  out.from_1904 = book.from_1904;
  const std::vector<PackageLink> links = read_package_links(zip, workbook, fault);
  if (fault.any()) return out;
  for (const PackageLink& link : links) {
    if (link.type == "sharedStrings" && !out.strings) out.strings = zip.find(link.target);
    if (link.type == "styles" && !out.styles) out.styles = zip.find(link.target);
    if (link.type == "externalLink") out.has_links = true;
  }
  for (BookListener::Named& sheet : book.sheets) {
    const auto link = std::find_if(links.begin(), links.end(), [&](const PackageLink& one) { return one.id == sheet.link; });
    if (link == links.end() || link->type != "worksheet") continue;
    const auto at = zip.find(link->target);
    if (!at) {
      fault.zip = ZipFault::damaged;
      fault.part = link->target;
      return out;
    }
    out.sheets.push_back({std::move(sheet.name), sheet.hidden, *at});
  }
  return out;
}

SharedStrings read_shared_strings(const ZipReader& zip, std::size_t part, PartFault& fault) {
  StringsListener listener;
  fault = read_xml_part(zip, part, listener);
  return std::move(listener.strings);
}

std::vector<NumberFormat> read_xlsx_formats(const ZipReader& zip, std::size_t part, PartFault& fault) {
  StylesListener listener;
  fault = read_xml_part(zip, part, listener);
  std::vector<NumberFormat> out;
  for (const unsigned id : listener.ids) out.push_back(listener.format(id));
  return out;
}

void clean_xlsx_text(std::string& text) {
  if (text.find("_x") != std::string::npos) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
      unsigned value = 0;
      const bool escape = at + 7 <= text.size() && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_';
      const char* from = text.data() + at + 2;
      if (escape && std::from_chars(from, from + 4, value, 16).ptr == from + 4) {
        // Half of a pair is no letter; a control character is nothing that a person typed.
        if (value >= 0x20 && (value < 0xD800 || value > 0xDFFF) && value != 0x7F) append_code_point(out, value);
        else if (value == '\n' || value == '\r' || value == '\t') out += static_cast<char>(value);
        at += 6;
      } else {
        out += text[at];
      }
    }
    text = std::move(out);
  }
  if (text.find_first_of("\r\n") == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[to++] = text[at] == '\r' || text[at] == '\n' ? line_break_in_cell : text[at];
  }
  text.resize(to);
}

}  // namespace reportcard
