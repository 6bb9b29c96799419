// SPDX-License-Identifier: MIT
// A marked copy of an ODS workbook: comments at cells of content.xml, and the list as its first sheet.
#include <array>
#include <set>

#include "tables/mark_ods_row.h"
#include "tables/marking.h"
#include "tables/package.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> namespaces = {{
    {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
}};

constexpr std::string_view list_styles[][2] = {
    {"reportcard-narrow", " style:family=\"table-column\"><style:table-column-properties style:column-width=\"3cm\"/>"},
    {"reportcard-wide", " style:family=\"table-column\"><style:table-column-properties style:column-width=\"11cm\"/>"},
    {"reportcard-words", " style:family=\"table-cell\"><style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/>"},
    {"reportcard-heading", " style:family=\"table-cell\"><style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/>"
                           "<style:text-properties fo:font-weight=\"bold\"/>"},
};

std::uint32_t spanned(const XmlTag& tag, std::string_view what) {
  std::uint32_t cells = 0;
  for (const char digit : tag.attribute(std::string(tag.prefix()) + "number-" + std::string(what) + "-spanned").value_or("1"))
    if (digit >= '0' && digit <= '9') cells = std::min<std::uint32_t>(cells * 10 + static_cast<std::uint32_t>(digit - '0'), 1'048'576);
  return std::max<std::uint32_t>(cells, 1);
}

struct OdsTable {
  std::string name;
  std::size_t begin = 0, end = 0, rows_end = 0;
  std::string prefix;
  std::vector<std::string> first_row;
};

// Everything that is needed of content.xml, in one walk. Rows are turned over to `each_row` and forgotten.
struct OdsWalk {
  std::string_view text;
  std::function<void(const std::string& sheet, const OdsRow&)> each_row;
  std::string names;  // those of `namespaces` that the root does not state
  std::optional<std::size_t> styles_end;
  std::vector<OdsTable> tables;

  OdsRow row;
  std::size_t row_depth = 0, words_from = 0;
  std::uint32_t next_row = 1;
  std::string creator;

  void start(const XmlTag& tag) {
    words_from = tag.end;
    if (tag.depth == 0)
      for (const auto& [prefix, space] : namespaces)
        if (tag.attribute("xmlns:" + std::string(prefix)).value_or("") != space) names += " xmlns:" + std::string(prefix) + "=\"" + std::string(space) + "\"";
    if (tag.depth == 3 && tag.local == "table") {
      OdsTable table;
      table.prefix = std::string(tag.prefix());
      table.name = std::string(tag.attribute(table.prefix + "name").value_or(""));
      table.begin = tag.begin;
      tables.push_back(std::move(table));
      next_row = 1;
      row_depth = 0;
    }
    if (tables.empty() || tables.back().end != 0) return;
    if (tag.local == "table-row" && row_depth == 0) {
      row_depth = tag.depth;
      row = OdsRow{};
      row.tag = tag;
      row.number = next_row;
      row.times = repeats(tag, "rows");
      return;
    }
    if (row_depth == 0) return;
    if (tag.depth == row_depth + 1 && (tag.local == "table-cell" || tag.local == "covered-table-cell")) {
      OdsCell cell;
      cell.tag = tag;
      cell.times = repeats(tag, "columns");
      cell.rows = spanned(tag, "rows");
      cell.columns = spanned(tag, "columns");
      row.cells.push_back(cell);
    }
    if (tag.depth == row_depth + 2 && tag.local == "annotation" && !row.cells.empty()) {
      row.cells.back().note.begin = tag.begin;
      creator.clear();
    }
  }

  void end(const XmlTag& tag) {
    if (tag.depth == 1 && tag.local == "automatic-styles") styles_end = tag.begin == tag.end ? std::nullopt : std::optional(tag.begin);
    if (tables.empty()) return;
    OdsTable& table = tables.back();
    if (tag.depth == 3 && tag.local == "table") table.end = tag.end;
    if (table.end == 0 && tag.depth == 4 && (tag.local == "table-row" || tag.local == "table-rows" || tag.local == "table-row-group" || tag.local == "table-header-rows"))
      table.rows_end = tag.end;
    if (row_depth == 0) return;
    if (!row.cells.empty()) end_in_cell(tag, table);
    if (tag.depth != row_depth || tag.local != "table-row") return;
    row.cells_end = tag.begin;
    row.end = tag.end;
    row_depth = 0;
    next_row += row.times;
    each_row(table.name, row);
  }

  void end_in_cell(const XmlTag& tag, OdsTable& table) {
    OdsCell& cell = row.cells.back();
    OdsNote& note = cell.note;
    const std::string_view words = tag.begin >= words_from ? text.substr(words_from, tag.begin - words_from) : std::string_view();
    const bool in_note = note.begin != 0 && note.end == 0;
    if (in_note && tag.local == "creator") creator = std::string(words);
    if (in_note && tag.local == "p" && note.ours_from == 0 && words.substr(0, 16) == "reportcard says:") note.ours_from = text.rfind('<', words_from - 1);
    if (in_note && tag.depth == row_depth + 2 && tag.local == "annotation") {
      note.words_end = tag.begin;
      note.end = tag.end;
      note.ours = creator == marking_author;
      if (note.ours) note.ours_from = 0;
    }
    if (!in_note && row.number == 1 && tag.local == "p" && table.first_row.size() < row.cells.size()) {
      table.first_row.resize(row.cells.size());
      table.first_row.back() = std::string(words);
    }
    if (tag.depth == row_depth + 1) cell.end = tag.end;
  }
};

std::map<std::string, std::vector<MergedCells>> merged_cells(std::string_view text) {
  std::map<std::string, std::vector<MergedCells>> merged;
  OdsWalk walk;
  walk.text = text;
  walk.each_row = [&](const std::string& sheet, const OdsRow& row) {
    std::uint32_t column = 1;
    for (const OdsCell& cell : row.cells) {
      if (cell.rows > 1 || cell.columns > 1) merged[sheet].push_back({{row.number, column}, {row.number + cell.rows - 1, column + cell.columns - 1}});
      column += cell.times;
    }
  };
  walk_xml(text, {[&](const XmlTag& tag) { walk.start(tag); }, [&](const XmlTag& tag) { walk.end(tag); }});
  return merged;
}

bool is_our_list(const OdsTable& table) {
  return table.name.substr(0, list_sheet.size()) == list_sheet && table.first_row.size() >= 3 && table.first_row[0] == list_headings()[0] &&
         table.first_row[2] == list_headings()[2];
}

std::string list_cell(std::string_view words, std::string_view link, std::string_view style) {
  const std::string styled = " table:style-name=\"" + std::string(style) + "\"";
  if (words.empty()) return "<table:table-cell" + styled + "/>";
  const std::string body = link.empty() ? xml_text(words) : "<text:a xlink:type=\"simple\" xlink:href=\"" + xml_text(link) + "\">" + xml_text(words) + "</text:a>";
  return "<table:table-cell" + styled + " office:value-type=\"string\"><text:p>" + body + "</text:p></table:table-cell>";
}

std::string address(const std::string& sheet, CellAt cell) {
  std::string out = "#'";
  for (const char letter : sheet) out.append(letter == '\'' ? 2 : 1, letter);
  return out + "'." + cell_name(cell);
}

std::string list_table(const std::string& name, const Marking& marking, const std::set<std::string>& sheets, const std::string& names) {
  const auto columns = [](int times, std::string_view style) {
    return "<table:table-column table:style-name=\"" + std::string(style) + "\" table:number-columns-repeated=\"" + std::to_string(times) + "\"/>";
  };
  std::string out = "<table:table" + names + " table:name=\"" + xml_text(name) + "\">" + columns(3, "reportcard-narrow") + columns(2, "reportcard-wide") +
                    columns(1, "reportcard-narrow") + "<table:table-header-rows><table:table-row>";
  for (const std::string& heading : list_headings()) out += list_cell(heading, "", "reportcard-heading");
  out += "</table:table-row></table:table-header-rows>";
  for (const MarkedProblem& one : marking.list) {
    const std::string link = sheets.count(one.sheet) == 0 ? "" : address(one.sheet, one.cell.value_or(CellAt{}));
    out += "<table:table-row>" + list_cell(one.sheet, one.cell ? "" : link, "reportcard-words") +
           list_cell(one.cell ? cell_name(*one.cell) : "", link, "reportcard-words");
    for (const std::string_view words : {severity_word(one.severity), std::string_view(one.message), std::string_view(one.remedy), std::string_view(one.code)})
      out += list_cell(words, "", "reportcard-words");
    out += "</table:table-row>";
  }
  if (const std::string last = last_words(marking); !last.empty())
    out += "<table:table-row><table:table-cell table:number-columns-repeated=\"3\"/>" + list_cell(last, "", "reportcard-words") + "</table:table-row>";
  return out + "</table:table>";
}

// The workbook opens at the list.
void open_at(Package& package, const std::string& name) {
  const auto text = package.has("settings.xml") ? package.read("settings.xml", std::size_t{1} << 26) : std::nullopt;
  if (!text) return;
  XmlEdits edits;
  std::size_t from = 0;
  const bool read = walk_xml(*text, {[&](const XmlTag& tag) { from = tag.attribute(std::string(tag.prefix()) + "name").value_or("") == "ActiveTable" ? tag.end : 0; },
                                     [&](const XmlTag& tag) {
                                       if (from != 0 && tag.begin >= from) edits.replace(from, tag.begin, xml_text(name));
                                       from = 0;
                                     }});
  if (read && edits.any()) package.write("settings.xml", edits.done(*text));
}

}  // namespace

bool mark_ods(Package& package, const Marking& marking) {
  const auto text = package.read("content.xml");
  if (!text) return false;
  const auto merged = merged_cells(*text);
  std::map<std::string, std::map<std::uint32_t, OdsMarks>, std::less<>> marks;
  for (const auto& [sheet, cells] : marking.sheets) {
    const auto found = merged.find(sheet);
    for (const auto& [cell, words] : at_first_cells(cells, found == merged.end() ? std::vector<MergedCells>{} : found->second))
      marks[sheet][cell.row][cell.column] = words;
  }
  XmlEdits edits;
  OdsWalk walk;
  std::map<std::string, std::uint32_t> rows;  // how many each sheet has
  walk.text = *text;
  walk.each_row = [&](const std::string& sheet, const OdsRow& row) {
    rows[sheet] = row.number + row.times - 1;
    static const std::map<std::uint32_t, OdsMarks> none;
    const auto found = marks.find(sheet);
    const auto& wanted = found == marks.end() ? none : found->second;
    const auto first = wanted.lower_bound(row.number);
    const bool marked = first != wanted.end() && first->first < row.number + row.times;
    if (marked || row.has_ours()) edits.replace(row.tag.begin, row.end, marked_rows(*text, row, wanted, walk.names));
  };
  if (!walk_xml(*text, {[&](const XmlTag& tag) { walk.start(tag); }, [&](const XmlTag& tag) { walk.end(tag); }}) || walk.tables.empty()) return false;
  std::set<std::string> sheets;
  const OdsTable* list = nullptr;
  for (const OdsTable& table : walk.tables) {
    if (is_our_list(table)) list = &table;
    else sheets.insert(table.name);
    const auto found = marks.find(table.name);
    if (found == marks.end() || table.rows_end == 0) continue;
    std::uint32_t last = rows[table.name];
    for (auto at = found->second.upper_bound(last); at != found->second.end(); ++at) {
      edits.insert(table.rows_end, fresh_row(table.prefix, at->first - last - 1, at->second, walk.names));
      last = at->first;
    }
  }
  std::string name = list != nullptr ? list->name : std::string(list_sheet);
  for (int number = 2; list == nullptr && sheets.count(name) != 0; ++number) name = std::string(list_sheet) + " " + std::to_string(number);
  const std::size_t at = list != nullptr ? list->begin : walk.tables.front().begin;
  edits.replace(at, list != nullptr ? list->end : at, list_table(name, marking, sheets, walk.names));
  for (const auto& style : list_styles)
    if (walk.styles_end && text->find("\"" + std::string(style[0]) + "\"") == std::string::npos)
      edits.insert(*walk.styles_end, "<style:style" + walk.names + " style:name=\"" + std::string(style[0]) + "\"" + std::string(style[1]) + "</style:style>");
  package.write("content.xml", edits.done(*text));
  open_at(package, name);
  return true;
}

}  // namespace reportcard
