// SPDX-License-Identifier: MIT
#include "figures.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

#include "base/files.h"
#include "card/card.h"
#include "engine/compare.h"
#include "engine/print.h"
#include "tables/csv.h"

namespace reportcard::bench {

namespace {

const std::string england = "E92000001";

// The job's own files and the definitions made for them, as one folder.
class JobFolder : public Folder {
 public:
  void text(const std::string& name, std::string text) { files_[name] = FileBytes(std::move(text)); }
  bool map(const std::string& name, const std::string& path) {
    const auto bytes = FileBytes::map(path);
    if (bytes) files_[name] = *bytes;
    return bytes.has_value();
  }
  std::optional<FileBytes> read(const std::string& name) const override {
    const auto found = files_.find(name);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  }
  std::vector<std::string> list() const override {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files_) names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, FileBytes> files_;
};

struct Job {
  std::string in;
  JobFolder folder;
  Problems problems;
  std::optional<Card> card;
  std::string out;

  std::vector<std::vector<std::string>> table(const std::string& name, const std::vector<std::string>& columns) {
    std::vector<WantedColumn> wanted;
    for (const std::string& column : columns) wanted.push_back({column, {}, CellType::text, true});
    std::vector<std::vector<std::string>> rows;
    const auto bytes = FileBytes::map(in + "/" + name);
    const auto read = bytes ? read_csv(name, *bytes, wanted, problems) : std::nullopt;
    for (std::size_t row = 0; read && row < read->rows; ++row) {
      rows.emplace_back();
      for (const std::string& column : columns) {
        const auto& text = std::get<TextColumn>(read->find(column)->cells);
        rows.back().push_back(text.words[text.codes[row]]);
      }
    }
    return rows;
  }
  void definitions(const std::string& card_toml, const std::string& measures) {
    folder.text("card.toml", R"(title = "Bench"
publisher = "Bench"
area = "England"
as_at = "2025-12-31"
period = "2025"
period_kind = "calendar year"
)" + card_toml);
    folder.text("measures/bench.toml", measures);
  }
  // The bench's places are invented and stand in no library, so what the reader says of them is no problem here; and a
  // provider without a closure links to none.
  bool read() {
    card = read_card(folder, problems);
    for (const Problem& problem : problems.all()) {
      if (problem.severity != Severity::error || problem.code == "area-unknown" || problem.code == "link-to-nothing") continue;
      std::fputs(print_problems({problem}, false).c_str(), stderr);
      card.reset();
      break;
    }
    return card.has_value();
  }
  void places(std::vector<Area> places) {
    std::sort(places.begin(), places.end(), [](const Area& a, const Area& b) { return a.code < b.code; });
    card->areas = Areas{};
    card->area_set.clear();
    for (const Area& place : places) {
      const AreaId id = card->areas.add(place);
      if (place.level == AreaLevel::authority) card->area_set.push_back(id);
    }
    card->area = *card->areas.england();
  }
  void listed_places() {
    std::vector<Area> all{{england, "England", AreaLevel::country, {}, {}, {}, {}}};
    for (const auto& row : table("areas.csv", {"area_code"})) all.push_back({row[0], row[0], AreaLevel::authority, {}, {}, {}, {}});
    places(std::move(all));
  }
  // One line for each place, choice and period from the first one asked for.
  using Line = std::function<void(const Cube&, AreaId, const std::string&, Period)>;
  void lines(const Figures& figures, std::vector<std::string> choices, Period first, Period last, const Line& line) {
    std::sort(choices.begin(), choices.end());
    const Cube& cube = *figures.cube(0);
    for (AreaId area = 0; area < card->areas.all.size(); ++area) {
      for (const std::string& choice : choices) {
        for (Period period = first; period <= last; period = period.plus(1)) {
          out += card->areas.all[area].code + "," + choice + "," + period.last().iso() + ",";
          line(cube, area, choice, period);
          out += '\n';
        }
      }
    }
  }
};

std::string whole(std::int64_t number) { return std::to_string(number); }

bool measures(Job& job) {
  std::string bands, toml;
  for (const auto& d : job.table("definitions.csv", {"measure", "unit", "polarity", "series_from", "t1", "t2", "t3"})) {
    const bool low = d[2] == "low", none = d[2] == "none";
    toml += "[measure." + d[0] + "]\n" + R"(title = "A measure"
from = "measures"
periods = "financial year"
decimals = 1
compare_as = "printed"
size = "many"
serves = "context"
)" + "unit = \"" + d[1] + "\"\nbreaks = [\"" + d[3] + "\"]\n" +
            (none ? "better = \"none\"\n" : std::string("better = \"") + (low ? "lower" : "higher") + "\"\nbands = \"" + d[0] + "\"\n");
    const std::string names = low ? "ABCD" : "DCBA";
    bands += "[bands." + d[0] + "]\nbands = [{ from = 0, name = \"" + names[0] + "\" }";
    for (std::size_t i = 1; i < 4; ++i) bands += ", { from = " + d[3 + i] + ", name = \"" + names[i] + "\" }";
    bands += "]\n";
  }
  job.definitions("against = [\"england\", \"region\"]\n" + bands, toml);
  job.folder.text("registers/measures.toml", R"(title = "Measures"
what = "A value."
row = "thing"
roles = { period = "period", area = "area_code" }
column.area_code.type = "text"
column.level.type = "text"
column.region_code.type = "text"
column.measure.type = "measure"
column.period.type = "period"
column.numerator.type = "number"
column.denominator.type = "number"
column.value.type = "number"
column.symbol.type = "text"
)");
  if (!job.folder.map("data/measures.csv", job.in + "/measures.csv") || !job.read()) return false;
  // Level and region of a place stand beside its first row.
  const Records& records = *job.card->find_records("measures");
  const TextColumn& codes = *records.find("area_code")->text();
  const TextColumn &levels = *records.find("level")->text(), &regions = *records.find("region_code")->text();
  std::vector<Area> places(codes.words.size());
  std::size_t found = 1;
  for (std::size_t row = 0; row < records.rows && found < places.size(); ++row) {
    Area& place = places[codes.codes[row]];
    if (!place.code.empty()) continue;
    ++found;
    const std::string& level = levels.words[levels.codes[row]];
    place.code = place.name = codes.words[codes.codes[row]];
    place.level = level == "country" ? AreaLevel::country : level == "region" ? AreaLevel::region
                  : level == "group" ? AreaLevel::group : AreaLevel::authority;
    place.region = regions.words[regions.codes[row]];
  }
  places.erase(places.begin());
  job.places(std::move(places));
  const Figures figures = compute(*job.card, job.problems);
  std::map<std::string, std::uint32_t> by_id;
  for (std::uint32_t m = 0; m < job.card->measures.size(); ++m) by_id.emplace(job.card->measures[m].id, m);
  job.out = "measure,area_code,period,value,symbol,previous_period,change,gap_england,gap_region,gap_change,rank,of,quartile,band\n";
  for (const auto& [id, m] : by_id) {
    const Measure& measure = job.card->measures[m];
    const auto points = [&](std::optional<Ratio> difference) { return difference ? plain_difference(measure, *difference, 1) : std::string(); };
    for (const Comparison& one : compare_all(*job.card, figures, m, "")) {
      if (!one.now || one.now->row == Figure::no_row) continue;
      const bool changed = one.previous && one.previous->known;
      std::optional<Ratio> to_england, to_region, moved;
      for (const Gap& gap : one.gaps) {
        if (!gap.period || !gap.current) continue;
        (gap.comparator == "england" ? to_england : to_region) = gap.difference;
        if (gap.comparator == "england" && changed && gap.earlier_period == one.previous->from) moved = gap.change;
      }
      job.out += id + "," + job.card->areas.all[one.area].code + "," + one.period->name() + "," + plain_value(measure, *one.now) + ",";
      job.out += (one.now->known ? "" : figures.texts[one.now->symbol]) + "," + (changed ? one.previous->from.name() : "") + ",";
      job.out += (changed ? points(one.previous->difference) : "") + "," + points(to_england) + "," + points(to_region) + "," + points(moved) + ",";
      if (one.rank) job.out += whole(one.rank->rank) + "," + whole(one.rank->of) + "," + whole(one.rank->quartile);
      else job.out += ",,";
      job.out += "," + (one.band ? one.band->name : "") + "\n";
    }
  }
  return true;
}

bool asat(Job& job) {
  job.definitions("", R"([measure.good]
title = "Good"
kind = "latest"
from = "events"
entity = "urn"
where = "grade is not blank"
meets = "grade <= 2"
split = "provider_type"
periods = "month end"
unit = "percent"
decimals = 1
better = "higher"
counts = "things"
serves = "context"
)");
  job.folder.text("registers/events.toml", R"(title = "Events"
what = "An inspection."
row = "case"
roles = { date = "inspection_date", known = "publication_date", area = "area_code" }
column.urn = { type = "link", to = "closures" }
column.provider_type.type = "text"
column.area_code.type = "text"
column.inspection_date.type = "date"
column.publication_date.type = "date"
column.grade.type = "number"
)");
  job.folder.text("registers/closures.toml", R"(title = "Closures"
what = "A closure."
row = "case"
roles = { end = "closed_date" }
column.urn.type = "id"
column.closed_date.type = "date"
)");
  for (const std::string name : {"events.csv", "closures.csv"}) {
    if (!job.folder.map("data/" + name, job.in + "/" + name)) return false;
  }
  if (!job.read()) return false;
  job.listed_places();
  std::vector<std::string> types;
  for (const auto& row : job.table("types.csv", {"provider_type"})) types.push_back(row[0]);
  const Figures figures = compute(*job.card, job.problems);
  job.out = "area_code,provider_type,month_end,graded,good,share\n";
  const Period first = *Period::parse(PeriodKind::month_end, "2011-01"), last = *Period::parse(PeriodKind::month_end, "2025-12");
  job.lines(figures, types, first, last, [&](const Cube& cube, AreaId area, const std::string& type, Period month) {
    const Figure* figure = cube.find(area, type, month);
    job.out += figure ? whole(figure->denominator) + "," + whole(figure->numerator) + "," + plain_value(job.card->measures[0], *figure) : "0,0,";
  });
  return true;
}

bool timely(Job& job) {
  std::string limits;
  std::vector<std::string> kinds;
  for (const auto& row : job.table("limits.csv", {"kind", "limit"})) {
    limits += (limits.empty() ? "" : ", ") + row[0] + " = \"" + row[1] + " working days\"";
    kinds.push_back(row[0]);
  }
  job.definitions("", R"([measure.in-time]
title = "In time"
kind = "within"
from = "episodes"
by = "end"
split = "kind"
periods = "quarter"
unit = "percent"
decimals = 1
better = "higher"
counts = "things"
serves = "context"
limit = { )" + limits + " }\n");
  job.folder.text("registers/episodes.toml", R"(title = "Episodes"
what = "An episode."
row = "case"
roles = { start = "started", end = "completed", area = "area_code" }
covers = ["2005-04-01", "2025-12-31"]
column.area_code.type = "text"
column.kind.type = "text"
column.started.type = "date"
column.completed.type = "date"
)");
  if (!job.folder.map("data/episodes.csv", job.in + "/episodes.csv") || !job.read()) return false;
  job.listed_places();
  const auto holidays = FileBytes::map(job.in + "/holidays.csv");
  auto calendar = holidays ? WorkingDays::read(Source{"holidays.csv", holidays->view()}, job.problems) : std::nullopt;
  if (!calendar) return false;
  job.card->calendar = std::make_shared<const WorkingDays>(std::move(*calendar));
  const Figures figures = compute(*job.card, job.problems);
  const Measure& measure = job.card->measures[0];
  job.out = "area_code,kind,quarter_end,completed,within,share,median_days,open,overdue\n";
  const Period first = *Period::parse(PeriodKind::quarter, "2006-Q1"), last = *Period::parse(PeriodKind::quarter, "2025-Q4");
  job.lines(figures, kinds, first, last, [&](const Cube& cube, AreaId area, const std::string& kind, Period quarter) {
    const Figure* figure = cube.find(area, kind, quarter);
    job.out += figure ? whole(figure->denominator) + "," + whole(figure->numerator) + "," + plain_value(measure, *figure) : "0,0,";
    for (const Side side : {Side::median, Side::open, Side::overdue}) {
      const Figure* beside = figures.cube(0, side)->find(area, kind, quarter);
      job.out += "," + (beside ? plain_value(measure, *beside, side) : "");
    }
  });
  return true;
}

}  // namespace

int run_figures(const std::string& name, const std::string& in, const std::string& out) {
  Job job;
  job.in = in;
  const bool done = name == "measures" ? measures(job) : name == "timely" ? timely(job) : asat(job);
  std::FILE* file = done ? std::fopen(out.c_str(), "wb") : nullptr;
  if (!file) return 1;
  const bool written = std::fwrite(job.out.data(), 1, job.out.size(), file) == job.out.size();
  return std::fclose(file) == 0 && written ? 0 : 1;
}

}  // namespace reportcard::bench
