// SPDX-License-Identifier: MIT
// Problems of one workbook sorted to its cells. Several problems of one cell are one comment, the gravest first.
#include "tables/workbook_mark.h"

#include <algorithm>
#include <tuple>

#include "base/decimal.h"
#include "tables/marking.h"
#include "tables/package.h"
#include "tables/sheet_grid.h"

namespace reportcard {
namespace {

constexpr std::size_t comment_most = 1'800;  // bytes: more does not fit a window, and the list has it
constexpr std::size_t list_most = 10'000;    // rows
constexpr std::size_t comments_most = 2'000; // of one sheet: spreadsheets grow slow beyond it

std::string cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return std::string(text.substr(0, most)) + " ...";
}

// As cell_in_sheet() writes it: "Outcomes!D14", "'Early help'!D14", or the name of a sheet alone.
void place_in(MarkedProblem& one, std::string_view place) {
  const std::size_t mark = place.rfind('!');
  if (mark != std::string_view::npos) one.cell = parse_cell(place.substr(mark + 1));
  std::string_view sheet = one.cell ? place.substr(0, mark) : place;
  if (sheet.size() < 2 || sheet.front() != '\'' || sheet.back() != '\'') {
    one.sheet = std::string(sheet);
    return;
  }
  sheet = sheet.substr(1, sheet.size() - 2);
  for (std::size_t at = 0; at < sheet.size(); ++at) {
    one.sheet += sheet[at];
    if (sheet[at] == '\'' && at + 1 < sheet.size() && sheet[at + 1] == '\'') ++at;
  }
}

Marking sort_out(std::string_view name, const std::vector<Problem>& problems) {
  Marking marking;
  for (const Problem& problem : problems) {
    if (problem.place.file != name) continue;
    MarkedProblem one;
    one.severity = problem.severity;
    place_in(one, problem.place.cell);
    one.message = cut(problem.message, comment_most);
    one.remedy = cut(problem.remedy, comment_most);
    one.code = problem.code;
    marking.list.push_back(std::move(one));
  }
  std::stable_sort(marking.list.begin(), marking.list.end(), [](const MarkedProblem& a, const MarkedProblem& b) {
    const auto key = [](const MarkedProblem& one) {
      return std::tuple(-static_cast<int>(one.severity), std::string_view(one.sheet), one.cell.value_or(CellAt{0, 0}));
    };
    return key(a) < key(b);
  });
  for (const MarkedProblem& one : marking.list) {
    if (!one.cell || one.severity == Severity::note) continue;
    auto& cells = marking.sheets[one.sheet];
    if (cells.size() >= comments_most && cells.find(*one.cell) == cells.end()) continue;
    std::string& text = cells[*one.cell];
    if (text.size() > comment_most) continue;
    if (!text.empty()) text += "\n\n";
    text += one.words();
  }
  if (marking.list.size() > list_most) {
    marking.unlisted = marking.list.size() - list_most;
    marking.list.resize(list_most);
  }
  return marking;
}

}  // namespace

std::string cell_name(CellAt cell) { return cell_name(cell.row - 1, cell.column - 1); }

std::optional<CellAt> parse_cell(std::string_view text) {
  const auto cell = parse_cell_name(text);
  if (!cell) return std::nullopt;
  return CellAt{cell->first + 1, cell->second + 1};
}

std::map<CellAt, std::string> at_first_cells(const std::map<CellAt, std::string>& comments, const std::vector<MergedCells>& merged) {
  std::map<CellAt, std::string> out;
  for (const auto& [cell, text] : comments) {
    CellAt at = cell;
    for (const MergedCells& one : merged) {
      const bool inside = one.first.row <= cell.row && cell.row <= one.last.row && one.first.column <= cell.column && cell.column <= one.last.column;
      if (inside) at = one.first;
    }
    std::string& there = out[at];
    there += (there.empty() ? "" : "\n\n") + text;
  }
  return out;
}

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::note: return "Note";
    case Severity::warning: return "Warning";
    case Severity::error: break;
  }
  return "Error";
}

std::string last_words(const Marking& marking) {
  if (marking.list.empty()) return "No problem was found in this workbook.";
  return marking.unlisted == 0 ? "" : "There are " + Decimal{static_cast<std::int64_t>(marking.unlisted), 0}.said() + " more; mend these first.";
}

std::string MarkedProblem::words() const {
  std::string out = std::string(severity_word(severity)) + ": " + message;
  if (!remedy.empty()) out += "\nDo: " + remedy + (remedy.back() == '.' || remedy.back() == '?' ? "" : ".");
  return out;
}

const std::vector<std::string>& list_headings() {
  static const std::vector<std::string> headings = {"Sheet", "Cell", "How grave", "What is wrong", "What to do", "Code of the problem"};
  return headings;
}

bool is_list_of_problems(const std::vector<std::string>& headers) {
  std::vector<std::string> filled;
  for (const std::string& one : headers)
    if (!one.empty()) filled.push_back(one);
  return filled == list_headings();
}

std::optional<std::string> marked_copy(std::string_view name, const FileBytes& workbook, const std::vector<Problem>& problems,
                                       Problems& out) {
  const std::string file(name);
  const auto refuse = [&]() -> std::optional<std::string> {
    Place place;
    place.file = file;
    out.error("mark-unreadable", place, "\"" + file + "\" cannot be taken apart, so no marked copy of it was made.",
              "open it in a spreadsheet, save it as an Excel workbook (.xlsx), and try again");
    return std::nullopt;
  };
  std::optional<Package> package = Package::open(workbook);
  if (!package) return refuse();
  const Marking marking = sort_out(name, problems);
  const bool done = package->has("content.xml") ? mark_ods(*package, marking) : mark_xlsx(*package, marking);
  if (!done) return refuse();
  std::optional<std::string> bytes = package->finish();
  if (!bytes) return refuse();
  return bytes;
}

}  // namespace reportcard
