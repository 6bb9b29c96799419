// SPDX-License-Identifier: MIT
#include "tables/mark_ods_row.h"

#include <algorithm>

namespace reportcard {
namespace {

std::string with_repeats(std::string_view tag, std::size_t name_length, std::string_view prefix, std::string_view what, std::uint32_t times) {
  const std::string name = std::string(prefix) + "number-" + std::string(what) + "-repeated";
  std::string out(tag);
  if (const auto bytes = attribute_bytes(out, 0, out.size(), name))
    return out.replace(bytes->first, bytes->second - bytes->first, std::to_string(times));
  return times == 1 ? out : out.insert(1 + name_length, " " + name + "=\"" + std::to_string(times) + "\"");
}

std::string annotation(std::string_view words, const std::string& names) {
  return "<office:annotation" + names + " office:display=\"false\"><dc:creator>" + std::string(marking_author) + "</dc:creator>" +
         ods_paragraphs(words) + "</office:annotation>";
}

std::string start_of(std::string_view text, const XmlTag& tag, std::string_view what, std::uint32_t times) {
  return with_repeats(text.substr(tag.begin, tag.end - tag.begin), tag.name.size(), tag.prefix(), what, times);
}

// The cell, `times` of it, as it is but for what we said earlier.
std::string plain_cell(std::string_view text, const OdsCell& cell, std::uint32_t times) {
  std::string out = start_of(text, cell.tag, "columns", times);
  if (cell.tag.empty) return out;
  if (cell.note.ours) return out += std::string(text.substr(cell.tag.end, cell.note.begin - cell.tag.end)) + std::string(text.substr(cell.note.end, cell.end - cell.note.end));
  if (cell.note.ours_from != 0)
    return out += std::string(text.substr(cell.tag.end, cell.note.ours_from - cell.tag.end)) + std::string(text.substr(cell.note.words_end, cell.end - cell.note.words_end));
  return out += text.substr(cell.tag.end, cell.end - cell.tag.end);
}

std::string marked_cell(std::string_view text, const OdsCell& cell, const std::string& words, const std::string& names) {
  std::string out = start_of(text, cell.tag, "columns", 1);
  if (cell.tag.empty) {
    out.resize(out.find_last_of('/'));
    return out + ">" + annotation(words, names) + "</" + std::string(cell.tag.name) + ">";
  }
  const OdsNote& note = cell.note;
  if (note.there() && !note.ours) {
    const std::size_t keep = note.ours_from != 0 ? note.ours_from : note.words_end;
    out += text.substr(cell.tag.end, keep - cell.tag.end);
    out += ods_paragraphs("reportcard says:\n" + words);
    return out += text.substr(note.words_end, cell.end - note.words_end);
  }
  out += annotation(words, names);
  const std::size_t from = note.there() ? note.end : cell.tag.end;
  if (note.there()) out += text.substr(cell.tag.end, note.begin - cell.tag.end);
  return out += text.substr(from, cell.end - from);
}

std::string blank_cells(std::string_view prefix, std::uint32_t times) {
  const std::string p(prefix);
  return times == 0 ? "" : "<" + p + "table-cell " + p + "number-columns-repeated=\"" + std::to_string(times) + "\"/>";
}

std::string more_cells(std::string_view prefix, std::uint32_t from, OdsMarks::const_iterator mark, OdsMarks::const_iterator end, const std::string& names) {
  const std::string p(prefix);
  std::string out;
  for (; mark != end; ++mark) {
    out += blank_cells(prefix, mark->first - from) + "<" + p + "table-cell>" + annotation(mark->second, names) + "</" + p + "table-cell>";
    from = mark->first + 1;
  }
  return out;
}

std::string one_row(std::string_view text, const OdsRow& row, std::uint32_t times, const OdsMarks& marks, const std::string& names) {
  std::string out = start_of(text, row.tag, "rows", times);
  if (row.tag.empty) out.resize(out.find_last_of('/')), out += ">";
  std::size_t at = row.tag.end;
  std::uint32_t column = 1;
  auto mark = marks.begin();
  for (const OdsCell& cell : row.cells) {
    out += text.substr(at, cell.tag.begin - at);
    at = cell.end;
    const std::uint32_t end = column + cell.times;
    for (; mark != marks.end() && mark->first < end; ++mark) {
      if (mark->first > column) out += plain_cell(text, cell, mark->first - column);
      out += marked_cell(text, cell, mark->second, names);
      column = mark->first + 1;
    }
    if (column < end) out += plain_cell(text, cell, end - column);
    column = end;
  }
  if (!row.tag.empty) out += text.substr(at, row.cells_end - at);
  out += more_cells(row.tag.prefix(), column, mark, marks.end(), names);
  return out + "</" + std::string(row.tag.name) + ">";
}

}  // namespace

bool OdsRow::has_ours() const {
  return std::any_of(cells.begin(), cells.end(), [](const OdsCell& cell) { return cell.note.ours || cell.note.ours_from != 0; });
}

std::uint32_t repeats(const XmlTag& tag, std::string_view what) {
  const auto said = tag.attribute(std::string(tag.prefix()) + "number-" + std::string(what) + "-repeated");
  std::uint32_t times = 0;
  for (const char digit : said.value_or("1"))
    if (digit >= '0' && digit <= '9') times = std::min<std::uint32_t>(times * 10 + static_cast<std::uint32_t>(digit - '0'), 100'000'000);
  return std::max<std::uint32_t>(times, 1);
}

std::string ods_paragraphs(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    out += "<text:p>" + xml_text(words.substr(at, end - at)) + "</text:p>";
    at = end + 1;
  }
  return out;
}

std::string marked_rows(std::string_view text, const OdsRow& row, const std::map<std::uint32_t, OdsMarks>& marks, const std::string& names) {
  std::string out;
  std::uint32_t number = row.number;
  const std::uint32_t end = row.number + row.times;
  for (auto at = marks.lower_bound(number); at != marks.end() && at->first < end; ++at) {
    if (at->first > number) out += one_row(text, row, at->first - number, {}, names);
    out += one_row(text, row, 1, at->second, names);
    number = at->first + 1;
  }
  return number < end ? out + one_row(text, row, end - number, {}, names) : out;
}

std::string fresh_row(std::string_view prefix, std::uint32_t blank_rows_before, const OdsMarks& marks, const std::string& names) {
  const std::string p(prefix);
  std::string out;
  if (blank_rows_before != 0)
    out += "<" + p + "table-row " + p + "number-rows-repeated=\"" + std::to_string(blank_rows_before) + "\"><" + p + "table-cell/></" + p + "table-row>";
  return out + "<" + p + "table-row>" + more_cells(prefix, 1, marks.begin(), marks.end(), names) + "</" + p + "table-row>";
}

}  // namespace reportcard
