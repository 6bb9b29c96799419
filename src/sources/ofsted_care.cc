// SPDX-License-Identifier: MIT
#include "sources/ofsted_care.h"

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

enum At : std::size_t {
  urn_, type_, status_, registered_, authority_, places_, event_, date_, published_, grade_, before_event_, before_date_, before_published_, before_grade_, outcome_
};
const std::vector<PublishedColumn>& columns() {
  static const std::vector<PublishedColumn> wanted = {
      {"urn", {"URN"}, true},
      {"type", {"Provision type"}, true},
      {"status", {"Registration status", "Reg Status"}, false},
      {"registered", {"Registration date"}, false},
      {"authority", {"Local authority", "LA"}, true},
      {"places", {"Places", "Max/Estimated Places"}, false},
      {"event", {"Latest full inspection event type", "Event type", "Inspection type"}, false},
      {"date", {"Latest full inspection date", "Inspection date"}, false},
      {"published", {"Latest full inspection publication date", "Publication date"}, false},
      {"grade", {"Latest full inspection overall experiences and progress of children and young people", "Overall experiences and progress of children and young people", "Overall effectiveness"}, false},
      {"before event", {"Previous full inspection event type"}, false},
      {"before date", {"Previous full inspection event date", "Previous full inspection date"}, false},
      {"before published", {"Previous full inspection publication date"}, false},
      {"before grade", {"Previous overall experiences and progress of children and young people", "Previous full inspection overall experiences and progress of children and young people"}, false},
      {"outcome", {"Supported accommodation outcome"}, false}};
  return wanted;
}

std::size_t recognise(const PublishedRows& rows) {
  const auto header = find_header(rows, columns(), 40);
  if (!header) return 0;
  // Who left and who joined in a year is no list of those there on a day.
  for (const std::string& heading : header->headings)
    if (heading_key(heading) == "leaver status") return 0;
  return header->found();
}

// The words that are grades of the whole; all else in that column is none ("Improved effectiveness", "Not judged").
std::string_view grade_of(std::string_view written) {
  static constexpr std::string_view grades[] = {"Outstanding", "Good", "Requires improvement to be good", "Requires improvement", "Adequate", "Satisfactory", "Inadequate"};
  const std::string folded = fold(written);
  for (const std::string_view grade : grades)
    if (fold(grade) == folded) return grade;
  return {};
}

bool is_full(std::string_view event) { return fold(event) == "full inspection" || event.empty(); }

struct Release {
  const SourceFile* file = nullptr;
  PublishedHeader header;
  DayForm form = DayForm::day_month_year;
  Date as_at;              // of the list; the last day of the month of its latest inspection where no title says it
  bool list = false;       // all providers of that day, not the inspections of a year
};

struct Provider {
  std::string type, authority, places;
  std::optional<Date> opened, closed;
  Date listed_first, listed_last;
  std::size_t release = 0;
  std::uint32_t row = 0;
};
struct Event {
  std::string urn, kind, grade, authority;
  std::optional<Date> published;
  Date date;
  std::size_t release = 0;
  std::uint32_t row = 0;
  bool before = false;     // from the columns of the inspection before
};

// "as at 31 March 2025", "at March 2022" in a title row.
std::optional<Date> day_in_title(std::string_view title) {
  static constexpr std::array<std::string_view, 12> months = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold(title) + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word += c;
    else if (!word.empty()) words.push_back(std::move(word)), word.clear();
  }
  for (std::size_t i = words.size(); i-- > 1;) {
    const auto month = std::find(months.begin(), months.end(), words[i - 1]);
    if (month == months.end() || words[i].size() != 4 || words[i].find_first_not_of("0123456789") != std::string::npos) continue;
    const int year = std::stoi(words[i]);
    const auto m = static_cast<unsigned>(month - months.begin() + 1);
    return Period::holding(PeriodKind::month, Date::of(year, m, 1)).last();   // lists are of the last day of a month
  }
  return std::nullopt;
}

class Reading {
 public:
  Reading(const std::vector<SourceFile>& files, const Areas& areas, Problems& problems) : areas_(areas), problems_(problems) {
    for (const SourceFile& file : files) open(file);
    std::sort(releases_.begin(), releases_.end(), [](const Release& a, const Release& b) { return a.as_at < b.as_at; });
    for (std::size_t r = 0; r < releases_.size(); ++r) read(r);
    close_what_is_listed_no_more();
  }
  std::vector<PublishedTable> take() {
    std::vector<PublishedTable> made;
    made.push_back(providers());
    made.push_back(inspections());
    return made;
  }

 private:
  void open(const SourceFile& file) {
    const PublishedRows& rows = *file.rows;
    auto header = find_header(rows, columns(), 40);
    if (!header) return;
    Release release;
    release.file = &file;
    DayForms forms;
    std::optional<Date> titled;
    std::string title;
    rows.each([&](const PublishedRow& row) {
      if (row.number < header->row) {
        if (!titled && row.number == 1 && !row.cells.empty()) titled = day_in_title(row.cells.front());
        return true;
      }
      if (row.number == header->row) return true;
      for (const std::size_t at : {registered_, date_, published_, before_date_, before_published_}) forms.see(row.cell(header->at[at]));
      return true;
    });
    const auto form = forms.form();
    if (!form) {
      Place place;
      place.file = rows.where();
      problems_.error("days-mixed", place, "Its days are written in two orders: some can only be day, month, year, others only month, day, year.",
                      "take the file from its publisher again; a spreadsheet program has changed some of its days");
      return;
    }
    release.form = *form;
    release.header = std::move(*header);
    std::optional<Date> latest;
    bool only_full = true;
    std::map<std::string, std::size_t, std::less<>> urns;
    std::size_t twice = 0;
    rows.each([&](const PublishedRow& row) {
      if (row.number <= release.header.row || row.cell(release.header.at[urn_]).empty()) return true;
      const auto day = published_day(row.cell(release.header.at[date_]), *form);
      if (day && (!latest || *day > *latest)) latest = day;
      only_full = only_full && is_full(row.cell(release.header.at[event_]));
      twice += urns[std::string(row.cell(release.header.at[urn_]))]++ != 0;
      return true;
    });
    // A list has each provider once; the inspections of a year have many of them several times.
    release.list = twice * 50 < urns.size();
    if (titled) release.as_at = *titled;
    else if (latest) release.as_at = Period::holding(PeriodKind::month, *latest).last();
    else release.as_at = Date::of(1900, 1, 1);
    releases_.push_back(std::move(release));
  }

  void read(std::size_t r) {
    const Release& release = releases_[r];
    const PublishedHeader& header = release.header;
    release.file->rows->each([&](const PublishedRow& row) {
      if (row.number <= header.row) return true;
      const std::string urn(row.cell(header.at[urn_]));
      if (urn.empty() || row.filled() < 3) {
        account_.skip("no row of the table");
        return true;
      }
      ++account_.read;
      ++account_.used;
      const std::string authority = place_of(row.cell(header.at[authority_]), *release.file->rows, row.number, header.at[authority_]);
      if (release.list) {
        Provider& provider = providers_[urn];
        if (provider.type.empty() || release.as_at >= provider.listed_last) {
          if (provider.type.empty()) provider.listed_first = release.as_at;
          provider.type = provision_type(row.cell(header.at[type_]));
          provider.authority = authority;
          provider.listed_last = release.as_at;
          provider.release = r;
          provider.row = row.number;
          if (const auto places = published_number(row.cell(header.at[places_]))) provider.places = places->plain();
          if (const auto day = published_day(row.cell(header.at[registered_]), release.form)) provider.opened = day;
        }
      }
      event(urn, authority, row, r, event_, date_, published_, grade_, false);
      event(urn, authority, row, r, before_event_, before_date_, before_published_, before_grade_, true);
      return true;
    });
  }

  void event(const std::string& urn, const std::string& authority, const PublishedRow& row, std::size_t r, At kind, At date, At published, At grade, bool before) {
    const PublishedHeader& header = releases_[r].header;
    const auto day = published_day(row.cell(header.at[date]), releases_[r].form);
    if (!day) return;
    const bool full = is_full(row.cell(header.at[kind]));
    const std::string key = fmt::format("{}|{}|{}", urn, day->days, full ? "full" : fold(row.cell(header.at[kind])));
    Event& event = events_[key];
    const auto known = published_day(row.cell(header.at[published]), releases_[r].form);
    if (event.urn.empty()) {
      event.urn = urn;
      event.date = *day;
      event.kind = full ? "full" : fold(row.cell(header.at[kind])).find("monitoring") != std::string::npos ? "monitoring" : fold(row.cell(header.at[kind])).find("interim") != std::string::npos ? "interim" : "other";
      event.release = r;
      event.row = row.number;
      event.before = before;
      event.authority = authority;
      event.grade = full ? std::string(grade_of(row.cell(header.at[grade]))) : std::string();
      account_.use_day(day->iso());
    } else if (event.grade.empty() && full) {
      event.grade = std::string(grade_of(row.cell(header.at[grade])));
    }
    // The first release that printed a word printed it in the words of its time.
    if (known && !event.published) event.published = known;
  }

  // A provider that a later list has no more was closed when that list was made; the day itself is in no list.
  void close_what_is_listed_no_more() {
    std::vector<Date> lists;
    for (const Release& release : releases_)
      if (release.list) lists.push_back(release.as_at);
    for (auto& [urn, provider] : providers_) {
      const auto next = std::upper_bound(lists.begin(), lists.end(), provider.listed_last);
      if (next != lists.end()) provider.closed = *next;
      // Listed first on a day with a list before it: it was not there then, whatever its registration says.
      if (!provider.opened) {
        const auto first = std::lower_bound(lists.begin(), lists.end(), provider.listed_first);
        if (first != lists.begin() && first != lists.end()) provider.opened = (first - 1)->plus_days(1);
      }
    }
  }

  std::string place_of(std::string_view written, const PublishedRows& rows, std::uint32_t number, int column) {
    if (written.empty()) return {};
    const auto known = place_codes_.find(written);
    if (known != place_codes_.end()) return known->second;
    const auto found = areas_.find(written);
    if (!found) {
      Place place = rows.place(number, column);
      place.excerpt.clear();   // the row holds a name
      place.length = 0;
      problems_.warning("area-unknown", place, fmt::format("\"{}\" is not a place that is known.", written), "its providers are counted in no authority");
    }
    return place_codes_.emplace(std::string(written), found ? areas_.all[*found].code : std::string()).first->second;
  }

  PublishedTable providers() {
    TableBuilder builder(name(), {{"id", CellType::text}, {"title", CellType::text}, {"type", CellType::text}, {"provision", CellType::text}, {"opened", CellType::date},
                                  {"closed", CellType::date}, {"area", CellType::text}, {"places", CellType::number}});
    builder.show_no_rows();
    std::vector<const std::pair<const std::string, Provider>*> order;
    for (const auto& one : providers_) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->second.release < b->second.release; });
    std::size_t open_release = releases_.size();
    for (const auto* one : order) {
      const Provider& provider = one->second;
      if (provider.release != open_release) {
        open_release = provider.release;
        const auto& at = releases_[open_release].header.at;
        builder.from_file(releases_[open_release].file->rows, {at[urn_], -1, at[type_], at[type_], at[registered_], -1, at[authority_], at[places_]});
      }
      builder.begin_row(provider.row);
      builder.text(0, one->first);
      builder.text(1, one->first);   // no name: the number stands for it
      builder.text(2, provider_group(provider.type));
      builder.text(3, provider.type);
      if (provider.opened) builder.date(4, *provider.opened);
      if (provider.closed) builder.date(5, *provider.closed);
      builder.text(6, provider.authority);
      if (const auto places = Decimal::parse(provider.places)) builder.number(7, *places);
    }
    return {"providers", std::nullopt, builder.take(), account_};
  }

  PublishedTable inspections() {
    TableBuilder builder(name(), {{"id", CellType::text}, {"provider", CellType::text}, {"body", CellType::text}, {"kind", CellType::text}, {"ended", CellType::date},
                                  {"published", CellType::date}, {"grade", CellType::text}, {"area", CellType::text}});
    builder.show_no_rows();
    std::vector<const std::pair<const std::string, Event>*> order;
    for (const auto& one : events_) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return std::pair(a->second.release, a->second.before) < std::pair(b->second.release, b->second.before); });
    std::pair<std::size_t, bool> open_release{releases_.size(), false};
    for (const auto* one : order) {
      const Event& event = one->second;
      if (std::pair(event.release, event.before) != open_release) {
        open_release = {event.release, event.before};
        const auto& at = releases_[event.release].header.at;
        const auto pick = [&](At now, At before) { return at[event.before ? before : now]; };
        builder.from_file(releases_[event.release].file->rows, {-1, at[urn_], -1, pick(event_, before_event_), pick(date_, before_date_), pick(published_, before_published_), pick(grade_, before_grade_), at[authority_]});
      }
      builder.begin_row(event.row);
      builder.text(0, fmt::format("{}-{}-{}", event.urn, event.date.iso(), event.kind));
      if (providers_.count(event.urn) != 0) builder.text(1, event.urn);
      builder.text(2, "Ofsted");
      builder.text(3, event.kind);
      builder.date(4, event.date);
      if (event.published) builder.date(5, *event.published);
      builder.text(6, event.grade);
      builder.text(7, event.authority);
    }
    return {"inspections", std::nullopt, builder.take(), account_};
  }

  std::string name() const { return releases_.size() == 1 ? releases_.front().file->rows->where() : fmt::format("{} lists of Ofsted", releases_.size()); }

  const Areas& areas_;
  Problems& problems_;
  std::vector<Release> releases_;
  std::map<std::string, Provider, std::less<>> providers_;
  std::map<std::string, Event, std::less<>> events_;
  std::map<std::string, std::string, std::less<>> place_codes_;
  SourceAccount account_;
};

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes&, const Areas& areas, Problems& problems) {
  return Reading(files, areas, problems).take();
}

}  // namespace

std::string provision_type(std::string_view written) {
  struct Known { std::string_view folded, said; };
  static constexpr Known known[] = {{"residential special school (>295 days/year)", "Residential special school (registered as a children's home)"}};
  const std::string folded = fold(trim(written));
  for (const Known& one : known)
    if (one.folded == folded) return std::string(one.said);
  std::string said = folded;   // one spelling: a capital at its head, small letters behind
  if (!said.empty() && said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - 'a' + 'A');
  for (std::size_t at = said.find("cafcass"); at != std::string::npos; at = said.npos) said = "CAFCASS";
  if (said == "Cafcass") said = "CAFCASS";
  return said;
}

std::string_view provider_group(std::string_view type) {
  const std::string folded = fold(type);
  const auto has = [&](std::string_view part) { return folded.find(part) != std::string::npos; };
  if (has("supported accommodation")) return "Supported accommodation";
  if (has("fostering")) return "Fostering and adoption/Fostering";
  if (has("adoption")) return "Fostering and adoption/Adoption";
  if (has("children's home") || has("childrens home") || has("secure training") || has("secure children") || has("residential special school (registered")) return "Children's homes";
  return "Other";
}

Series ofsted_care_series() { return {"ofsted-care", "Children's social care: providers and their inspections", "Ofsted", true, recognise, read}; }

}  // namespace reportcard
