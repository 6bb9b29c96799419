// SPDX-License-Identifier: MIT
// Notes numbered, symbols explained, and the figures of each section in the order of the card.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "card/card.h"
#include "site/components.h"
#include "site/parts_of_page.h"
#include "site/workbook_parts.h"

namespace reportcard {

namespace {

XlsxColumn column(std::string title, XlsxColumn::Holds holds = XlsxColumn::Holds::text, int width = 0) {
  XlsxColumn made;
  made.title = std::move(title);
  made.holds = holds;
  made.width = width;
  return made;
}

std::string unit_words(const std::string& unit) {
  if (unit == "percent") return "%";
  if (unit == "gbp") return "£";
  return unit;
}

// Words of the files as pages have them.
std::string direction_words(const std::string& direction) {
  return direction.empty() ? std::string() : std::string(1, static_cast<char>(direction[0] - 'a' + 'A')) + direction.substr(1);
}

struct Beside { std::string id, name; };

}  // namespace

std::string WorkbookNotes::mark(std::string_view about, std::string_view words) {
  if (trim(words).empty()) return {};
  const auto [at, fresh] = by_words_.emplace(std::string(words), notes_.size() + 1);
  if (fresh) notes_.push_back({std::string(about), std::string(words)});
  return "[note " + std::to_string(at->second) + "]";
}

XlsxSheet WorkbookNotes::sheet() const {
  XlsxSheet sheet;
  sheet.name = "Notes";
  sheet.lines = {"Notes: what the numbers in square brackets say"};
  sheet.columns = {column("Note"), column("About", XlsxColumn::Holds::text, 40), column("What it says", XlsxColumn::Holds::text, 100)};
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    sheet.rows.push_back({XlsxCell::of_text("[note " + std::to_string(i + 1) + "]"), XlsxCell::of_text(notes_[i].about), XlsxCell::of_text(notes_[i].words)});
  }
  return sheet;
}

void general_notes(const View& view, WorkbookNotes& to) {
  to.mark("Rounding", "A figure is rounded once, last, half away from zero. 62% is known to the point, 66.0% to a tenth. A change no larger than the rounding of both sides is no change.");
  to.mark("Points", "A difference of percentages is in points: from 50% to 55% is up 5 points. Changes of counts and money are in their own unit.");
  to.mark("Better or worse", "By the measure's own rule. Where what would be needed is missing, or where too few are counted, it is \"cannot say\".");
  to.mark("Periods", "Each figure has its own period. A change is set against the last comparable period; a gap needs the same period on both sides.");
  to.mark("Hidden numbers", "People, 1 to 5, are hidden in any part smaller than the whole authority, together with whatever would reveal them. A hidden figure has the symbol c and no value. Providers, pounds and actions are never hidden.");
  to.mark("Records of people", "No row about a case or a person stands in this workbook.");
  for (const std::string& words : view.cannot_tell()) to.mark("What this card cannot tell", words);
  if (const PublicRegister* sources = view.find("sources")) {
    for (std::size_t row = 0; row < sources->rows(); ++row) {
      std::string words = sources->said(row, sources->main_column());
      for (const char* part : {"publisher", "published", "covers", "licence"}) {
        const std::string more = sources->said(row, part);
        if (!more.empty()) words += "; " + more;
      }
      to.mark("Source", words);
    }
  }
  to.mark("Licence", view.licence());
}

XlsxSheet symbols_sheet(const DownloadRows& figures) {
  std::map<std::string, std::set<std::string>> reasons;
  std::map<std::string, std::size_t> times;
  for (std::size_t row = 0; row < figures.rows.size(); ++row) {
    const std::string& symbol = figures.at(row, "symbol");
    if (symbol.empty()) continue;
    ++times[symbol];
    if (!figures.at(row, "reason").empty()) reasons[symbol].insert(figures.at(row, "reason"));
  }
  XlsxSheet sheet;
  sheet.name = "Symbols";
  sheet.lines = {"Symbols: what stands where there is no value"};
  sheet.columns = {column("Symbol", XlsxColumn::Holds::code), column("What it means", XlsxColumn::Holds::text, 100), column("How many figures have it", XlsxColumn::Holds::number)};
  times.try_emplace("c", 0);
  times.try_emplace("x", 0);
  for (const auto& [symbol, count] : times) {
    std::string means;
    if (symbol == "c") means = "Hidden: a small number, not shown, to protect people";
    else if (symbol == "x") means = "Not available";
    else means = "As its source has it";
    const std::vector<std::string> why(reasons[symbol].begin(), reasons[symbol].end());
    if (symbol != "c" && !why.empty()) means += ": " + join(why, "; ");
    sheet.rows.push_back({XlsxCell::of_text(symbol), XlsxCell::of_text(means + "."), XlsxCell::of_number(std::to_string(count))});
  }
  return sheet;
}

std::vector<DescribedSheet> section_sheets(const View& view, const DownloadRows& figures, const DownloadRows& comparisons, WorkbookNotes& notes) {
  // Who our figures are set beside, in the order of the file.
  std::vector<Beside> against;
  std::map<std::vector<std::string>, std::size_t> row_of;  // measure, choice, period, basis, comparator -> row of comparisons
  for (std::size_t row = 0; row < comparisons.rows.size(); ++row) {
    if (comparisons.at(row, "area_code") != view.area_code()) continue;
    const std::string& id = comparisons.at(row, "comparator");
    if (std::none_of(against.begin(), against.end(), [&](const Beside& one) { return one.id == id; })) against.push_back({id, comparisons.at(row, "comparator_name")});
    row_of.emplace(std::vector<std::string>{comparisons.at(row, "measure"), comparisons.at(row, "choice"), comparisons.at(row, "period"), comparisons.at(row, "basis"), id}, row);
  }
  std::vector<DescribedSheet> made;
  std::vector<const PublicMeasure*> done;
  const auto one = [&](const std::string& name, const std::string& title, const std::vector<const PublicMeasure*>& measures) {
    XlsxSheet sheet;
    sheet.name = name;
    sheet.lines = {title + ": figures of " + view.area_name() + ". Changes and gaps are in the unit of the figure; of percentages they are in points."};
    using Holds = XlsxColumn::Holds;
    sheet.columns = {column("Measure", Holds::text, 44), column("Part"), column("Period", Holds::code, 14), column("Figure", Holds::number), column("Unit"), column("As printed"), column("Symbol", Holds::code),
                     column("Compared with", Holds::code, 16), column("Change", Holds::number), column("Better or worse")};
    for (const Beside& who : against) {
      sheet.columns.push_back(column(who.name + ", same period", Holds::number, 16));
      sheet.columns.push_back(column("Gap to " + who.name, Holds::number, 16));
    }
    sheet.columns.push_back(column("Target", Holds::number));
    sheet.columns.push_back(column("Notes", Holds::text, 24));
    for (const PublicMeasure* m : measures) {
      for (std::size_t row = 0; row < figures.rows.size(); ++row) {
        if (figures.at(row, "measure") != m->id() || figures.at(row, "area_code") != view.area_code()) continue;
        const std::string& choice = figures.at(row, "choice");
        if (figures.at(row, "symbol") == "x" && choice.empty() && !m->has_whole()) continue;  // parts that have no sum
        std::vector<XlsxCell> cells{XlsxCell::of_text(m->title()), XlsxCell::of_text(choice.empty() ? std::string("All") : choice),
                                    XlsxCell::of_text(figures.at(row, "period").empty() ? std::string("not given") : figures.at(row, "period")), XlsxCell::of_number(figures.at(row, "value")),
                                    XlsxCell::of_text(unit_words(figures.at(row, "unit"))), XlsxCell::of_text(figures.at(row, "value_shown")), XlsxCell::of_text(figures.at(row, "symbol")),
                                    XlsxCell::of_text(figures.at(row, "previous_period")), XlsxCell::of_number(figures.at(row, "change")), XlsxCell::of_text(direction_words(figures.at(row, "direction")))};
        for (const Beside& who : against) {
          const auto found = row_of.find({m->id(), choice, figures.at(row, "period"), figures.at(row, "basis"), who.id});
          const bool same = found != row_of.end() && comparisons.at(found->second, "comparator_period") == figures.at(row, "period");
          cells.push_back(same ? XlsxCell::of_number(comparisons.at(found->second, "comparator_value")) : XlsxCell{});
          cells.push_back(same ? XlsxCell::of_number(comparisons.at(found->second, "gap")) : XlsxCell{});
        }
        cells.push_back(XlsxCell::of_number(figures.at(row, "target_value")));
        std::string marks = notes.mark(m->title(), m->definition->note);
        const auto more = [&](std::string_view words) {
          const std::string mark = notes.mark(m->title(), words);
          if (!mark.empty() && marks.find(mark) == std::string::npos) marks += (marks.empty() ? "" : " ") + mark;
        };
        for (const std::string& words : m->definition->cannot_tell) more(words);
        more(figures.at(row, "note"));
        cells.push_back(XlsxCell::of_text(marks));
        sheet.rows.push_back(std::move(cells));
      }
    }
    if (!sheet.rows.empty()) made.push_back({std::move(sheet), title + ": its figures, with change, gaps and target"});
  };
  const auto fresh = [&](std::vector<const PublicMeasure*> measures) {
    measures.erase(std::remove_if(measures.begin(), measures.end(), [&](const PublicMeasure* m) { return std::find(done.begin(), done.end(), m) != done.end(); }), measures.end());
    done.insert(done.end(), measures.begin(), measures.end());
    return measures;
  };
  for (const PublicPage& page : view.pages()) {
    const auto measures = fresh(measures_listed(view, page.measures));
    if (!measures.empty()) one(page.nav.empty() ? page.title : page.nav, page.title, measures);
  }
  std::vector<const PublicMeasure*> all;
  for (const PublicMeasure& m : view.measures()) all.push_back(&m);
  const auto rest = fresh(all);
  if (!rest.empty()) one("Other figures", "Other figures", rest);
  return made;
}

}  // namespace reportcard
