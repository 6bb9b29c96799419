// SPDX-License-Identifier: MIT
#include "sources/ofsted_authorities.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/published_cells.h"
#include "sources/published_header.h"
#include "sources/table_builder.h"

namespace reportcard {

namespace {

// A list: one inspection or visit a row.
enum At : std::size_t { name_, date_, kind_, grade_, leaders_, protection_, care_, leavers_, theme_, published_ };
const std::vector<PublishedColumn>& list_columns() {
  static const std::vector<PublishedColumn> wanted = {
      {"name", {"Local authority name", "Local authority", "LA name"}, true},
      {"date", {"Inspection date", "Inspection/Visit date", "Inspection or visit date"}, true},
      {"kind", {"Inspection/Visit type", "Inspection or visit type", "Inspection type"}, false},
      {"grade", {"Overall effectiveness", "Overall effectiveness (OE)"}, false},   // gone from inspections of May 2026 on
      {"leaders", {"Impact of leaders", "Impact of leaders on social work practice with children and families"}, true},
      {"protection", {"Experiences and progress of children who need help and protection", "Children who need help and protection"}, true},
      {"care", {"Experiences and progress of children in care", "Experiences and progress of children in care and care leavers", "Children in care"}, false},
      {"leavers", {"Experiences and progress of care leavers", "Care leavers"}, false},
      {"theme", {"Visit theme", "Focused visit theme"}, false},
      {"published", {"Publication date", "Inspection publication date"}, false}};
  return wanted;
}

// The history: one authority a row, its inspections side by side, told by day of publication.
struct Past { std::string framework, note, published, grade, leaders, protection, care, leavers, type; };
const std::vector<Past>& pasts() {
  static const std::vector<Past> known = [] {
    std::vector<Past> made = {
        {"SLAC", "Safeguarding.", "Safeguarding & Looked After Children (SLAC) Inspection publication date", "SLAC Safeguarding Overall effectiveness (OE)", {}, {}, {}, {}, {}},
        {"SLAC", "Looked after children.", "Safeguarding & Looked After Children (SLAC) Inspection publication date", "SLAC Looked After Children Overall Effectiveness (OE)", {}, {}, {}, {}, {}},
        {"SLAC", "Safeguarding, inspected again.", "SLAC re-inspection of Safeguarding publication date", "SLAC re-inspection Safeguarding OE", {}, {}, {}, {}, {}},
        {"SLAC", "Looked after children, inspected again.", "SLAC re-inspection of services for Children Looked After publication date", "SLAC re-inspection of services Children Looked After OE", {}, {}, {}, {}, {}},
        {"CPI", "", "Child Protection Inspections (CPI) publication date", "CPI Overall Effectiveness (OE)", {}, {}, {}, {}, {}},
        {"CPI", "Inspected again.", "Child Protection Re-Inspection (CPRI) publication date", "CPRI Overall Effectiveness (OE)", {}, {}, {}, {}, {}},
        {"TLAC", "", "Targeted Looked After Children (TLAC) inspection publication date", "TLAC Overall Effectiveness (OE)", {}, {}, {}, {}, {}}};
    for (const bool again : {false, true}) {
      const std::string of = again ? "SIF Re-inspection" : "First SIF";
      made.push_back({"SIF", again ? "Inspected again." : "", fmt::format("Single Inspection of LA Children's Services (SIF) {} publication date", of), of + " Overall Judgement (OE)",
                      of + " leadership, management and governance", of + " children who need help and protection", of + " children looked after and achieving permanence",
                      of + " CLA Sub: Experiences and progress of care leavers", {}});
    }
    for (const char* which : {"First ILACS", "Second ILACS", "Third ILACS", "Fourth ILACS", "ILACS"})
      for (const char* word : {"", " framework"}) {   // the 2023 and the 2024 release word them differently
        const std::string of = fmt::format("{}{}", which, word);
        made.push_back({"ILACS", "", of + " publication date", of + " overall effectiveness", of + " impact of leaders", of + " experiences and progress of children who need help and protection",
                        of + " experiences and progress of children in care", of + " experiences and progress of care leavers", of + " inspection type"});
      }
    return made;
  }();
  return known;
}
constexpr std::size_t per_past = 7;
const std::vector<PublishedColumn>& history_columns() {
  static const std::vector<PublishedColumn> wanted = [] {
    std::vector<PublishedColumn> made = {{"name", {"Local authority name", "Local authority", "LA name"}, true}};
    for (const Past& past : pasts()) {
      const std::vector<std::string> care = past.care.empty() ? std::vector<std::string>{} : std::vector<std::string>{past.care, past.care + " and care leavers"};
      made.push_back({"published", {past.published}, false});
      made.push_back({"grade", {past.grade}, false});
      made.push_back({"leaders", past.leaders.empty() ? std::vector<std::string>{} : std::vector<std::string>{past.leaders}, false});
      made.push_back({"protection", past.protection.empty() ? std::vector<std::string>{} : std::vector<std::string>{past.protection}, false});
      made.push_back({"care", care, false});
      made.push_back({"leavers", past.leavers.empty() ? std::vector<std::string>{} : std::vector<std::string>{past.leavers}, false});
      made.push_back({"type", past.type.empty() ? std::vector<std::string>{} : std::vector<std::string>{past.type}, false});
    }
    return made;
  }();
  return wanted;
}

std::size_t events_in(const PublishedHeader& header) {
  std::size_t events = 0;
  for (std::size_t p = 0; p < pasts().size(); ++p) events += header.at[1 + p * per_past] >= 0 && header.at[2 + p * per_past] >= 0;
  return events;
}

// With a column "URN" it is a list of providers.
bool has_urn(const PublishedHeader& header) {
  return std::any_of(header.headings.begin(), header.headings.end(), [](const std::string& heading) { return heading_key(heading) == "urn"; });
}

std::size_t recognise(const PublishedRows& rows) {
  if (const auto header = find_header(rows, list_columns(), 40); header && !has_urn(*header)) return header->found();
  const auto header = find_header(rows, history_columns(), 40);
  return header && events_in(*header) != 0 ? header->found() : 0;
}

std::string_view kind_of(std::string_view type) {
  const std::string folded = fold(type);
  if (folded.find("monitoring") != std::string::npos) return "monitoring";
  if (folded.find("focused") != std::string::npos || folded.find("visit") != std::string::npos || folded.find("jtai") != std::string::npos) return "visit";
  return "full";
}

struct Event {
  std::string area, kind, framework, grade, leaders, protection, care, leavers, note;
  std::optional<Date> ended, published;
  std::size_t file = 0;
  std::uint32_t row = 0;
  std::array<int, 3> from{-1, -1, -1};   // ended, published, grade
  int name = -1;
};

class Authorities {
 public:
  Authorities(const std::vector<SourceFile>& files, const Areas& areas, Problems& problems) : files_(files), areas_(areas), problems_(problems) {
    for (std::size_t f = 0; f < files_.size(); ++f) read(f);
    join();
  }

  PublishedTable take() {
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return std::pair(a.file, a.row) < std::pair(b.file, b.row); });
    const std::vector<TableBuilder::Wish> wishes = {{"id", CellType::text},    {"area", CellType::text},    {"body", CellType::text},       {"kind", CellType::text}, {"framework", CellType::text},
                                                    {"ended", CellType::date}, {"published", CellType::date}, {"grade", CellType::text},      {"leaders", CellType::text}, {"protection", CellType::text},
                                                    {"care", CellType::text},  {"leavers", CellType::text}, {"note", CellType::text}};
    TableBuilder builder(files_.size() == 1 ? files_.front().rows->where() : fmt::format("{} lists of Ofsted", files_.size()), wishes);
    std::optional<std::pair<std::size_t, std::array<int, 4>>> open;
    for (const Event& event : events_) {
      const std::pair<std::size_t, std::array<int, 4>> from{event.file, {event.name, event.from[0], event.from[1], event.from[2]}};
      if (open != from) builder.from_file(files_[event.file].rows, {-1, event.name, -1, -1, -1, event.from[0], event.from[1], event.from[2]});
      open = from;
      builder.begin_row(event.row);
      const Date day = event.ended ? *event.ended : *event.published;
      builder.text(0, fmt::format("{}-{}-{}{}", event.area, day.iso(), fold(event.framework.empty() ? event.kind : event.framework), event.note.empty() || event.kind != "full" ? "" : "-" + slug(event.note)));
      builder.text(1, event.area);
      builder.text(2, "Ofsted");
      builder.text(3, event.kind);
      builder.text(4, event.framework);
      if (event.ended) builder.date(5, *event.ended);
      if (event.published) builder.date(6, *event.published);
      builder.text(7, event.grade);
      builder.text(8, event.leaders);
      builder.text(9, event.protection);
      builder.text(10, event.care);
      builder.text(11, event.leavers);
      builder.text(12, event.note);
    }
    PublishedTable made;
    made.register_id = "authority-inspections";
    Register reg;
    reg.id = made.register_id;
    reg.title = "Inspections of authorities";
    reg.what = "One inspection or visit of one authority's services for children.";
    reg.shown = Shown::none;
    const auto column = [&](const char* name, const char* title, ColumnType type) {
      ColumnDefinition one;
      one.name = name;
      one.title = title;
      one.type = type;
      reg.columns.push_back(std::move(one));
    };
    column("id", "Id", ColumnType::id);
    column("area", "Place", ColumnType::text);
    column("body", "Inspectorate", ColumnType::text);
    column("kind", "Kind", ColumnType::text);
    column("framework", "Framework", ColumnType::text);
    column("ended", "Date", ColumnType::date);
    column("published", "Published", ColumnType::date);
    column("grade", "Overall effectiveness", ColumnType::text);
    column("leaders", "Impact of leaders", ColumnType::text);
    column("protection", "Help and protection", ColumnType::text);
    column("care", "Children in care", ColumnType::text);
    column("leavers", "Care leavers", ColumnType::text);
    column("note", "Note", ColumnType::text);
    reg.roles.date = "ended";
    reg.roles.known = "published";
    reg.roles.area = "area";
    made.definition = std::move(reg);
    made.table = builder.take();
    made.account = account_;
    return made;
  }

 private:
  std::optional<std::string> area_of(std::string_view written) {
    const auto found = areas_.find(written);
    return found ? std::optional(areas_.all[*found].code) : std::nullopt;
  }

  DayForm form_of(const PublishedRows& rows, const PublishedHeader& header, const std::vector<std::size_t>& columns) {
    DayForms forms;
    rows.each([&](const PublishedRow& row) {
      if (row.number > header.row)
        for (const std::size_t at : columns)
          if (const std::string_view cell = row.cell(header.at[at]); !cell.empty() && cell[0] >= '0' && cell[0] <= '9') forms.see(cell);
      return true;
    });
    if (const auto form = forms.form()) return *form;
    Place place;
    place.file = rows.where();
    problems_.error("days-mixed", place, "Its days are written in two orders: some can only be day, month, year, others only month, day, year.",
                    "take the file from its publisher again; a spreadsheet program has changed some of its days");
    return DayForm::iso;   // those of the other orders are not read
  }

  void read(std::size_t f) {
    const PublishedRows& rows = *files_[f].rows;
    if (auto header = find_header(rows, list_columns(), 40); header && !has_urn(*header)) read_list(f, rows, std::move(*header));
    else if (auto wide = find_header(rows, history_columns(), 40); wide && events_in(*wide) != 0) read_history(f, rows, std::move(*wide));
  }

  void read_list(std::size_t f, const PublishedRows& rows, PublishedHeader header) {
    const DayForm form = form_of(rows, header, {date_, published_});
    if (account_.header == 0) account_.header = header.row;
    rows.each([&](const PublishedRow& row) {
      if (row.number <= header.row) return true;
      if (auto again = header_in(row, nullptr, list_columns())) {
        header = std::move(*again);
        return true;
      }
      const auto cell = [&](At at) { return row.cell(header.at[at]); };
      const auto area = area_of(cell(name_));
      const auto day = published_day(cell(date_), form);
      if (cell(name_).empty() || row.filled() < 3) account_.skip("no row of the table");
      else if (!area) account_.skip("an authority that is not known");
      else if (!day) account_.skip(fold(cell(date_)).find("not yet") != std::string::npos ? "an authority not yet inspected" : "no day that can be read");
      else {
        account_.use(day->iso());
        Event event;
        event.area = *area;
        event.kind = kind_of(cell(kind_));
        // Since 2018 every inspection of an authority's services for children is an ILACS; before it, a list says which.
        event.framework = event.kind == "monitoring" ? "" : *day >= Date::of(2018, 1, 1) ? "ILACS" : *day >= Date::of(2013, 11, 1) ? "SIF" : "";
        event.ended = day;
        event.published = published_day(cell(published_), form);
        event.file = f;
        event.row = row.number;
        event.name = header.at[name_];
        event.from = {header.at[date_], header.at[published_], header.at[grade_]};
        event.note = cell(theme_);
        if (event.kind == "full") {
          event.grade = cell(grade_);
          event.leaders = cell(leaders_);
          event.protection = cell(protection_);
          event.care = cell(care_);
          event.leavers = cell(leavers_);
          event.note.clear();
        }
        events_.push_back(std::move(event));
      }
      return true;
    });
  }

  void read_history(std::size_t f, const PublishedRows& rows, PublishedHeader header) {
    std::vector<std::size_t> days;
    for (std::size_t p = 0; p < pasts().size(); ++p) days.push_back(1 + p * per_past);
    const DayForm form = form_of(rows, header, days);
    if (account_.header == 0) account_.header = header.row;
    rows.each([&](const PublishedRow& row) {
      if (row.number <= header.row) return true;
      // Authorities that ended stand in a second table below, under a header of its own.
      if (auto again = header_in(row, nullptr, history_columns()); again && events_in(*again) != 0) {
        header = std::move(*again);
        return true;
      }
      const std::string_view name = row.cell(header.at[0]);
      const auto area = area_of(name);
      if (name.empty() || row.filled() < 3) account_.skip("no row of the table");
      else if (!area) account_.skip("an authority that is not known");
      else {
        account_.use({});
        for (std::size_t p = 0; p < pasts().size(); ++p) {
          const auto at = [&](std::size_t which) { return header.at[1 + p * per_past + which]; };
          const auto day = published_day(row.cell(at(0)), form);
          if (at(0) < 0 || at(1) < 0 || !day) continue;
          account_.use_day(day->iso());
          Event event;
          event.area = *area;
          event.kind = kind_of(row.cell(at(6)));
          event.framework = pasts()[p].framework;
          event.note = pasts()[p].note;
          event.published = day;
          event.grade = row.cell(at(1)) == "-" ? std::string_view() : row.cell(at(1));   // a dash: judged without an overall grade
          event.leaders = row.cell(at(2));
          event.protection = row.cell(at(3));
          event.care = row.cell(at(4));
          event.leavers = row.cell(at(5));
          event.file = f;
          event.row = row.number;
          event.name = header.at[0];
          event.from = {-1, at(0), at(1)};
          events_.push_back(std::move(event));
        }
      }
      return true;
    });
  }

  // An inspection stands in several lists: with its day in some, with its day of publication in others. Reports come out
  // within half a year; an authority has no two full inspections of one framework in that time.
  void join() {
    std::vector<Event> kept;
    std::map<std::string, std::vector<std::size_t>> by_area;
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.ended.has_value() > b.ended.has_value(); });
    for (Event& event : events_) {
      std::vector<std::size_t>& there = by_area[event.area + "|" + event.kind];
      const auto same = std::find_if(there.begin(), there.end(), [&](std::size_t k) {
        const Event& one = kept[k];
        if (event.ended) return one.ended == event.ended;
        if (one.note != event.note || one.framework != event.framework) return false;
        if (one.published) return one.published == event.published;
        return one.ended && *event.published > *one.ended && event.published->days - one.ended->days < 184 && one.grade == event.grade;
      });
      if (same == there.end()) {
        there.push_back(kept.size());
        kept.push_back(std::move(event));
        continue;
      }
      Event& one = kept[*same];
      if (!one.published) one.published = event.published;
      if (one.leavers.empty()) one.leavers = event.leavers;
    }
    events_ = std::move(kept);
  }

  const std::vector<SourceFile>& files_;
  const Areas& areas_;
  Problems& problems_;
  std::vector<Event> events_;
  SourceAccount account_;
};

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes&, const Areas& areas, Problems& problems) {
  std::vector<PublishedTable> made;
  made.push_back(Authorities(files, areas, problems).take());
  return made;
}

}  // namespace

Series ofsted_authorities_series() { return {"ofsted-authorities", "Judgements of authorities' services for children", "Ofsted", true, recognise, read}; }

}  // namespace reportcard
