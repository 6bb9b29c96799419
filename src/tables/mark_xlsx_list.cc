// SPDX-License-Identifier: MIT
// One table that begins in A1, with its header row marked as one: what a screen reader needs to say which column a cell is in.
#include "tables/mark_xlsx_list.h"

#include <algorithm>

#include "tables/mark_xlsx_comments.h"
#include "tables/package.h"
#include "tables/package_links.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

constexpr std::string_view heading_xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// How a list in the styles (fonts, cellXfs) grows: how many are in it, and where more are put.
struct StyleList {
  std::optional<XmlTag> tag;
  std::size_t count = 0, end = 0;
};

void grow(std::string_view text, const StyleList& list, std::size_t more, std::string elements, XmlEdits& edits) {
  if (const auto bytes = attribute_bytes(text, list.tag->begin, list.tag->end, "count"))
    edits.replace(bytes->first, bytes->second, std::to_string(list.count + more));
  edits.append_inside(text, *list.tag, list.end, std::move(elements));
}

std::string cell(std::uint32_t row, std::uint32_t column, std::string_view words, const std::string& style) {
  if (words.empty()) return {};
  return "<c r=\"" + cell_name({row, column}) + "\"" + style + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + sheet_text(words) + "</t></is></c>";
}

// As high as its words need, 52 letters a line: not every program does that by itself.
std::string height(const MarkedProblem& one) {
  const std::size_t lines = std::min<std::size_t>(std::max({one.message.size() / 52, one.remedy.size() / 52, one.code.size() / 22, one.sheet.size() / 20}) + 1, 27);
  return lines == 1 ? "" : " ht=\"" + std::to_string(15 * lines) + "\" customHeight=\"1\"";
}

std::string quoted(std::string_view sheet) {
  std::string out = "'";
  for (const char letter : sheet) out += letter == '\'' ? "''" : std::string(1, letter);
  return out + "'";
}

// Numbers and names of tables are the workbook's own: each once.
std::optional<std::string> table_xml(const Package& package, const std::string& part, const std::string& names, std::uint32_t last_row) {
  std::size_t id = 1;
  std::string name = "reportcard_problems";
  for (const std::string& other : package.parts()) {
    if (!other.starts_with("xl/tables/") || other == part) continue;
    const auto text = package.read(other, std::size_t{1} << 26);
    if (!text) continue;
    walk_xml(*text, {[&](const XmlTag& tag) {
                       if (tag.depth != 0) return;
                       std::size_t number = 0;
                       for (const char digit : tag.attribute("id").value_or("0"))
                         if (digit >= '0' && digit <= '9' && number < 1'000'000'000) number = number * 10 + static_cast<std::size_t>(digit - '0');
                       id = std::max(id, number + 1);
                       if (tag.attribute("displayName").value_or("") == name) name += "_2";
                     },
                     {}});
  }
  const auto& headings = list_headings();
  const std::string ref = "A1:" + cell_name({last_row, static_cast<std::uint32_t>(headings.size())});
  std::string out = std::string(heading_xml) + "<table xmlns=\"" + names + "\" id=\"" + std::to_string(id) + "\" name=\"" + name +
                    "\" displayName=\"" + name + "\" ref=\"" + ref + "\" totalsRowShown=\"0\"><autoFilter ref=\"" + ref + "\"/><tableColumns count=\"" +
                    std::to_string(headings.size()) + "\">";
  for (std::size_t at = 0; at < headings.size(); ++at)
    out += "<tableColumn id=\"" + std::to_string(at + 1) + "\" name=\"" + headings[at] + "\"/>";
  return out + "</tableColumns><tableStyleInfo showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"0\" showColumnStripes=\"0\"/></table>";
}

}  // namespace

ListStyles add_list_styles(Package& package, const std::string& part) {
  const auto text = part.empty() ? std::nullopt : package.read(part);
  if (!text) return {};
  StyleList fonts, formats;
  std::string p;
  const bool read = walk_xml(*text, {[&](const XmlTag& tag) {
                                       if (tag.depth == 0) p = std::string(tag.prefix());
                                       if (tag.depth == 1 && tag.local == "fonts") fonts.tag = tag;
                                       if (tag.depth == 1 && tag.local == "cellXfs") formats.tag = tag;
                                       fonts.count += tag.depth == 2 && tag.local == "font" && !fonts.end;
                                       formats.count += tag.depth == 2 && tag.local == "xf" && formats.tag && !formats.end;
                                     },
                                     [&](const XmlTag& tag) {
                                       if (tag.depth == 1 && tag.local == "fonts") fonts.end = tag.begin;
                                       if (tag.depth == 1 && tag.local == "cellXfs") formats.end = tag.begin;
                                     }});
  if (!read || !fonts.tag || !formats.tag || formats.count == 0) return {};
  const auto font = [&](std::string_view mark, std::string_view colour) {
    return "<" + p + "font>" + (mark.empty() ? "" : "<" + p + std::string(mark) + "/>") + "<" + p + "sz val=\"11\"/><" + p + "color rgb=\"" + std::string(colour) + "\"/><" + p +
           "name val=\"Arial\"/><" + p + "family val=\"2\"/></" + p + "font>";
  };
  const auto format = [&](std::size_t which) {
    return "<" + p + "xf numFmtId=\"0\" fontId=\"" + std::to_string(fonts.count + which) +
           "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><" + p + "alignment vertical=\"top\" wrapText=\"1\"/></" + p + "xf>";
  };
  XmlEdits edits;
  grow(*text, fonts, 3, font("", "FF0B0C0C") + font("b", "FF0B0C0C") + font("u", "FF0563C1"), edits);
  grow(*text, formats, 3, format(0) + format(1) + format(2), edits);
  package.write(part, edits.done(*text));
  const auto style = [&](std::size_t which) { return " s=\"" + std::to_string(formats.count + which) + "\""; };
  return {style(0), style(1), style(2)};
}

bool write_list_sheet(Package& package, const std::string& part, const Marking& marking, const ListSheet& about) {
  std::string rows = "<row r=\"1\">", links;
  std::uint32_t row = 1;
  for (std::size_t at = 0; at < list_headings().size(); ++at)
    rows += cell(1, static_cast<std::uint32_t>(at + 1), list_headings()[at], about.styles.heading);
  rows += "</row>";
  for (const MarkedProblem& one : marking.list) {
    const std::string n = std::to_string(++row), place = one.cell ? cell_name(*one.cell) : "";
    const bool linked = about.names.count(one.sheet) != 0;
    // What is about a sheet as a whole is linked from its name, a cell from its own.
    if (linked)
      links += "<hyperlink ref=\"" + std::string(one.cell ? "B" : "A") + n + "\" location=\"" + xml_text(quoted(one.sheet) + "!" + (one.cell ? place : "A1")) +
               "\" display=\"" + xml_text(one.cell ? place : one.sheet) + "\"/>";
    rows += "<row r=\"" + n + "\"" + height(one) + ">" + cell(row, 1, one.sheet, linked && !one.cell ? about.styles.link : about.styles.words) +
            cell(row, 2, place, linked ? about.styles.link : about.styles.words) + cell(row, 3, severity_word(one.severity), about.styles.words) +
            cell(row, 4, one.message, about.styles.words) + cell(row, 5, one.remedy, about.styles.words) + cell(row, 6, one.code, about.styles.words) + "</row>";
  }
  if (const std::string last = last_words(marking); !last.empty()) {
    ++row;
    rows += "<row r=\"" + std::to_string(row) + "\">" + cell(row, 4, last, about.styles.words) + "</row>";
  }
  std::string table;
  const auto old = part_links(package, part);
  if (!old) return false;
  for (const PartLink& link : *old)
    if (link.kind == "table") table = link.target;
  std::string id;
  if (table.empty()) {
    table = fresh_part(package, "xl/tables/table", ".xml");
    const auto added = add_part_link(package, part, about.family + "table", table);
    if (!added || !declare_part(package, table, "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml")) return false;
    id = *added;
  } else {
    for (const PartLink& link : *old)
      if (link.target == table) id = link.id;
  }
  const auto table_text = table_xml(package, table, about.main_names, row);
  if (!table_text) return false;
  package.write(table, *table_text);
  package.write(part, std::string(heading_xml) + "<worksheet xmlns=\"" + about.main_names + "\" xmlns:r=\"" + about.link_names + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:F" +
                          std::to_string(row) + "\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
                          "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"22\" customWidth=\"1\"/>"
                          "<col min=\"2\" max=\"3\" width=\"11\" customWidth=\"1\"/><col min=\"4\" max=\"5\" width=\"56\" customWidth=\"1\"/>"
                          "<col min=\"6\" max=\"6\" width=\"24\" customWidth=\"1\"/></cols><sheetData>" + rows + "</sheetData>" +
                          (links.empty() ? "" : "<hyperlinks>" + links + "</hyperlinks>") +
                          "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
                          "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><tableParts count=\"1\"><tablePart r:id=\"" + id + "\"/></tableParts></worksheet>");
  return true;
}

}  // namespace reportcard
