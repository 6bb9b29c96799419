// SPDX-License-Identifier: MIT
// For tests and fuzzers: packages made of their parts as text, stored and not packed, and small workbooks around the XML of
// one sheet. Namespaces and names of parts are those that most writers use.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/csv_test_reading.h"
#include "tables/workbook.h"

namespace reportcard {

using PackageParts = std::vector<std::pair<std::string, std::string>>;

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1u)));
  }
  return ~crc;
}

// A ZIP file of these parts.
inline std::string package_of(const PackageParts& parts) {
  std::string out, directory;
  const auto put = [](std::string& to, std::uint32_t value, int bytes) {
    for (int byte = 0; byte < bytes; ++byte) to += static_cast<char>(value >> (8 * byte) & 0xFF);
  };
  for (const auto& part : parts) {
    const std::string &name = part.first, &text = part.second;
    const auto at = static_cast<std::uint32_t>(out.size()), size = static_cast<std::uint32_t>(text.size());
    const auto common = [&](std::string& to) {
      put(to, 20, 2), put(to, 0, 2), put(to, 0, 2), put(to, 0, 2), put(to, 0x21, 2);
      put(to, crc_of(text), 4), put(to, size, 4), put(to, size, 4);
      put(to, static_cast<std::uint32_t>(name.size()), 2), put(to, 0, 2);
    };
    out += "PK\x03\x04";
    common(out);
    out += name + text;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    common(directory);
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4), put(directory, at, 4);
    directory += name;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory + "PK\x05\x06";
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(parts.size()), 2), put(out, static_cast<std::uint32_t>(parts.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4), put(out, begin, 4), put(out, 0, 2);
  return out;
}

// One sheet: its rows, and what may stand before and after them.
struct XlsxParts {
  std::string rows;                  // <row>...</row>
  std::string before, after;         // of <sheetData>
  std::string shared_strings;        // <si>...</si>
  std::string styles;                // inside <styleSheet>
  std::string properties;            // <workbookPr/>
  std::string other_links;           // of the workbook
  std::string name = "Outcomes";
};

inline PackageParts xlsx_parts(const XlsxParts& parts) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  const std::string link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string links = head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  return {
      {"[Content_Types].xml", head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                     "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"},
      {"_rels/.rels", links + "<Relationship Id=\"rId1\" Type=\"" + link + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", head + "<workbook" + main + " xmlns:r=\"" + link + "\">" + parts.properties +
                              "<sheets><sheet name=\"" + parts.name + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", links + "<Relationship Id=\"rId1\" Type=\"" + link + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
                                         "<Relationship Id=\"rId2\" Type=\"" + link + "/sharedStrings\" Target=\"sharedStrings.xml\"/>" +
                                         "<Relationship Id=\"rId3\" Type=\"" + link + "/styles\" Target=\"styles.xml\"/>" +
                                         parts.other_links + "</Relationships>"},
      {"xl/sharedStrings.xml", head + "<sst" + main + ">" + parts.shared_strings + "</sst>"},
      {"xl/styles.xml", head + "<styleSheet" + main + ">" + parts.styles + "</styleSheet>"},
      {"xl/worksheets/sheet1.xml", head + "<worksheet" + main + ">" + parts.before + "<sheetData>" + parts.rows + "</sheetData>" +
                                       parts.after + "</worksheet>"},
  };
}

inline std::string xlsx_of(const XlsxParts& parts) { return package_of(xlsx_parts(parts)); }

// content.xml of an ODS file: its styles, and its sheets.
inline std::string ods_content(const std::string& styles, const std::string& sheets) {
  const std::string ns = "=\"urn:oasis:names:tc:opendocument:xmlns:";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office" + ns + "office:1.0\" xmlns:table" + ns + "table:1.0\" xmlns:text" + ns +
         "text:1.0\" xmlns:style" + ns + "style:1.0\" xmlns:draw" + ns +
         "drawing:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-styles>" + styles +
         "</office:automatic-styles><office:body><office:spreadsheet>" + sheets + "</office:spreadsheet></office:body></office:document-content>";
}

// An ODS file of one sheet called Outcomes.
inline std::string ods_of(const std::string& rows) {
  return package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"content.xml", ods_content("", "<table:table table:name=\"Outcomes\">" + rows + "</table:table>")}});
}

// A row of inline strings, for headings: row_of(1, {"urn", "started"}).
inline std::string row_of(int number, const std::vector<std::string>& cells) {
  std::string out = "<row r=\"" + std::to_string(number) + "\">";
  for (const std::string& cell : cells) {
    out += cell.empty() ? "<c/>" : cell[0] == '<' ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  }
  return out + "</row>";
}

inline Read read_workbook(const std::string& bytes, const std::vector<WantedColumn>& wanted, const std::string& name = "data/card.xlsx",
                          const WorkbookLimits& limits = {}) {
  Read out;
  if (const auto book = open_workbook(name, FileBytes(bytes), out.problems, limits)) out.table = book->read(0, wanted, out.problems);
  return out;
}

// How each cell of a text column is stored: "n" number, "t" text, "d" date, "y" yes or no, "e" error, "-" blank.
inline std::string stored_of(const Table& table, std::string_view name) {
  std::string out;
  const Column* column = table.find(name);
  if (column == nullptr) return "(no such column)";
  for (const std::uint8_t one : column->stored) out += "-tndye"[one];
  return out;
}

}  // namespace reportcard
