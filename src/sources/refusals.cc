// SPDX-License-Identifier: MIT
#include "sources/refusals.h"

#include <algorithm>

#include "base/text.h"
#include "sources/published_header.h"

namespace reportcard {

namespace {

struct Words { std::string_view id, why, remedy; };
constexpr std::array<Words, all_refusals.size()> words = {{
    {"empty", "It holds nothing.", "Take it from its publisher again."},
    {"archive", "It is a package of several files.", "Unpack it, and put the tables from it into the folder."},
    {"document", "It is a document or a picture, and no table.", "Look on the publisher's page for the same figures as CSV, XLSX or ODS."},
    {"not-a-table", "It is nested data (XML, JSON or YAML), and no table of rows.", "Look on the publisher's page for the same figures as CSV, XLSX or ODS."},
    {"workbook-unreadable", "It is a workbook that cannot be opened: locked, damaged or in an old form.", "Open it in a spreadsheet program, take off its password, and save it as .xlsx or .ods."},
    {"no-text", "Its bytes are no text in any encoding that is known.", "Save it again as CSV in UTF-8, or say its encoding in sources.toml."},
    {"meaning-of-columns", "It says what columns or measures of other files mean, and has no values itself.", "Keep it for reference; nothing is lost by leaving it out."},
    {"list-of-places", "It is a list of places, and has no values.", "Keep it for reference; places that the program does not know are added with [[place]] in card.toml."},
    {"no-place", "It has no column of places.", "Take the table by local authority from the same release."},
    {"no-period", "It has values by place, but no column says of when they are.", "Add a column with the period, and the headings area_code, period, value and indicator."},
    {"header-unknown", "No row of it is the header of a series that is known.", "If it is a release of a series listed in docs/sources.md, take it from its publisher again; else put its values under the headings area_code, period, value and indicator."},
    {"nothing-used", "Its series is known, but none of its rows is of a place and period that are.", "Look at the reasons by which its rows were skipped; most often it is a table of districts or of schools."},
}};

const Words& words_of(Refusal refusal) { return words[static_cast<std::size_t>(refusal)]; }

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  const std::string folded = fold(name);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return folded.size() > ending.size() && folded.compare(folded.size() - ending.size(), ending.size(), ending) == 0; });
}

// By its first bytes before its name: names lie.
std::optional<Refusal> no_table(const std::string& file, std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 512);
  const auto begins = [&](std::string_view with) { return start.substr(0, with.size()) == with; };
  if (trim(bytes.substr(0, 65536)).empty()) return Refusal::empty;
  if (begins("%PDF") || begins("\x89PNG") || begins("\xFF\xD8\xFF") || begins("{\\rtf") || ends_with_any(file, {".docx", ".doc", ".pptx", ".odt", ".html", ".htm", ".md", ".txt"})) return Refusal::document;
  if (begins("\x1F\x8B") || begins("BZh") || begins("7z\xBC\xAF") || begins("\xFD" "7zXZ") || (begins("PK\x03\x04") && !is_workbook(file))) return Refusal::archive;
  std::string_view text = start;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  text = trim(text);
  if (text.substr(0, 1) == "{" || text.substr(0, 1) == "[" || text.substr(0, 1) == "<" || ends_with_any(file, {".yml", ".yaml", ".json", ".xml", ".xsd", ".toml"})) return Refusal::not_a_table;
  return std::nullopt;
}

// What the header of a table that nobody knows lacks.
Refusal why_unknown(const PublishedRows& rows) {
  std::vector<std::string> keys;   // of the row among the first that has most headings
  std::size_t looked_at = 0;
  bool place_like = false;
  rows.each([&](const PublishedRow& row) {
    if (row.filled() > keys.size()) {
      keys.clear();
      for (const std::string_view cell : row.cells) keys.push_back(heading_key(cell));
    }
    return ++looked_at < 20;
  });
  bool period = false, value = false, meaning = false;
  for (const std::string& key : keys) {
    const auto has = [&](std::string_view word) { return (" " + key + " ").find(" " + std::string(word) + " ") != std::string::npos; };
    place_like = place_like || has("area") || has("authority") || has("la") || has("region") || has("lad") || has("ltla") || has("utla") || key.substr(0, 3) == "lad" || key.substr(0, 4) == "utla" ||
                 key.substr(0, 4) == "ltla" || has("gss") || has("country") || has("council");
    period = period || has("period") || has("year") || has("years") || has("date") || has("month") || has("quarter");
    value = value || has("value") || has("values") || has("number") || has("rate") || has("percentage") || has("percent") || has("count") || has("total") || key.find('%') != std::string::npos;
    meaning = meaning || key == "col name" || key == "col type" || key == "polarity" || has("description") || has("definition");
  }
  if (meaning) return Refusal::meaning_of_columns;
  if (keys.size() < 2) return Refusal::header_unknown;
  const bool code_like = std::any_of(keys.begin(), keys.end(), [](const std::string& key) { return key.find("code") != std::string::npos || key.find("nice name") != std::string::npos || key.find("la number") != std::string::npos; });
  if (place_like && code_like && !value) return Refusal::list_of_places;
  if (place_like && value && !period) return Refusal::no_period;
  if (!place_like && value && period) return Refusal::no_place;
  return Refusal::header_unknown;
}

}  // namespace

std::string_view refusal_id(Refusal refusal) { return words_of(refusal).id; }
std::string_view refusal_of(Refusal refusal) { return words_of(refusal).why; }
std::string_view refusal_remedy(Refusal refusal) { return words_of(refusal).remedy; }

std::vector<SourceFound> sources_in(const std::string& file, const FileBytes& bytes) {
  if (ends_with_any(file, {".meta.csv"})) return {{file, file, nullptr, std::nullopt}};
  if (const auto refused = no_table(file, bytes.view())) return {{file, file, nullptr, refused}};
  Problems problems;
  const auto tables = tables_in_file(file, bytes, std::nullopt, problems);
  if (tables.empty()) return {{file, file, nullptr, !problems.has_errors() ? Refusal::empty : is_workbook(file) ? Refusal::workbook_unreadable : Refusal::no_text}};
  std::vector<SourceFound> found;
  for (const auto& rows : tables) {
    SourceFound one;
    one.file = file;
    one.where = rows->where();
    one.series = series_of(*rows);
    if (one.series == nullptr) one.refusal = why_unknown(*rows);
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<SourceFound> sources_in(const Folder& folder, std::string_view under) {
  std::vector<SourceFound> found;
  for (const std::string& name : folder.list()) {
    if (name.compare(0, under.size(), under) != 0) continue;
    const auto bytes = folder.read(name);
    if (!bytes) continue;
    for (SourceFound& one : sources_in(name, *bytes)) found.push_back(std::move(one));
  }
  return found;
}

}  // namespace reportcard
