// SPDX-License-Identifier: MIT
// What is quick agrees with what is plain: sweeps with looking at every event on every day, difference arrays with counting
// one by one, middles with sorting; and for any rows at all, accounts add up.
#include "engine/small_card.h"

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "card/card.h"
#include "engine/deadlines.h"

namespace reportcard {
namespace {

const Date zero = Date::of(2011, 1, 1);

struct Row { int entity, kind, area, start, end, known, grade; };  // days after zero; end and known below 0: blank; grade 0: blank

rc::Gen<std::vector<Row>> rows() {
  return rc::gen::container<std::vector<Row>>(rc::gen::apply(
      [](int entity, int kind, int area, int start, int taken, int known, int grade) {
        return Row{entity, kind, area, start, taken < 0 ? -1 : start + taken - 3, known < 0 ? -1 : start + known, grade};
      },
      rc::gen::inRange(0, 5), rc::gen::inRange(0, 3), rc::gen::inRange(0, 3), rc::gen::inRange(0, 400), rc::gen::inRange(-30, 120), rc::gen::inRange(-20, 90), rc::gen::inRange(0, 5)));
}

const char* const areas[] = {"Rotherham", "Barnsley", "Leicester"};
const char* const kinds[] = {"x", "y", ""};

std::string day(int after) { return after < 0 ? std::string() : zero.plus_days(after).iso(); }

SmallCard card_of(const std::vector<Row>& all, const std::string& measures) {
  std::string csv = "area,kind,urn,start,end,known,grade\n";
  for (const Row& row : all) {
    csv += std::string(areas[row.area]) + "," + kinds[row.kind] + ",u" + std::to_string(row.entity) + "," + day(row.start) + "," + day(row.end) + "," + day(row.known) + "," +
           (row.grade ? std::to_string(row.grade) : "") + "\n";
  }
  return small_card({{"data/rows.csv", csv},
                     {"registers/rows.toml", "title = \"Rows\"\nwhat = \"A row.\"\nrow = \"thing\"\nroles = { date = \"start\", start = \"start\", end = \"end\", area = \"area\", entity = \"urn\" }\ncovers = [\"2011-01-01\", \"2012-06-30\"]\n"
                                             "[column.area]\ntitle = \"Area\"\ntype = \"text\"\n[column.kind]\ntitle = \"Kind\"\ntype = \"text\"\n[column.urn]\ntitle = \"URN\"\ntype = \"text\"\n[column.start]\ntitle = \"Start\"\ntype = \"date\"\n"
                                             "[column.end]\ntitle = \"End\"\ntype = \"date\"\n[column.known]\ntitle = \"Known\"\ntype = \"date\"\n[column.grade]\ntitle = \"Grade\"\ntype = \"number\"\n"},
                     {"measures/a.toml", measures}},
                    "areas = \"upper-tier\"\nperiod = \"2011/12\"\nas_at = \"2012-06-30\"\n");
}

std::string keys(const std::string& id, const std::string& more) { return "[measure." + id + "]\ntitle = \"T\"\nfrom = \"rows\"\nserves = \"context\"\nbetter = \"higher\"\n" + more; }

// Whether a row is of this cell; area 3 is England, kind "" the whole.
bool in_cell(const Row& row, int area, const std::string& kind) { return (area == 3 || row.area == area) && (kind.empty() || kind == kinds[row.kind]); }
const char* area_name(int area) { return area == 3 ? "England" : areas[area]; }

void accounts_add_up(const SmallCard& card) {
  for (const Account& account : card.figures.accounts) {
    std::uint64_t sum = account.counted;
    for (const std::uint64_t reason : account.left_out) sum += reason;
    RC_ASSERT(account.read == sum);
    RC_ASSERT(account.entities == account.judged + account.unjudged + account.closed + account.not_yet_open);
  }
}

RC_GTEST_PROP(Latest, the_sweep_agrees_with_looking_at_every_event, ()) {
  const std::vector<Row> all = *rows();
  RC_PRE(!all.empty());
  const SmallCard card = card_of(all, keys("good", "kind = \"latest\"\nwhere = \"grade is not blank\"\nmeets = \"grade <= 2\"\nknown = \"known\"\nsplit = \"kind\"\nperiods = \"month end\"\nunit = \"percent\"\n"));
  const Cube* cube = card.figures.cube(card.index("good"));
  RC_ASSERT(cube != nullptr);
  for (const Period& period : cube->periods) {
    // The event that stands for each entity, the plain way; what it says of kind and area counts.
    std::vector<const Row*> standing(5, nullptr);
    const int last = period.last().days - zero.days;
    for (const Row& row : all) {
      const int known = row.known < 0 ? row.start : row.known;
      if (row.grade == 0 || row.start > last || known > last) continue;
      const Row*& best = standing[static_cast<std::size_t>(row.entity)];
      const auto order = [](const Row& r) { return std::tuple(r.start, r.known < 0 ? r.start : r.known, r.grade > 2); };
      if (!best || order(row) > order(*best)) best = &row;
    }
    for (int area = 0; area < 4; ++area) {
      for (const std::string kind : {"", "x", "y"}) {
        std::int64_t judged = 0, good = 0;
        std::set<std::pair<int, int>> ties;  // rows alike in all that decides may differ in kind and area: either may stand
        bool tied = false;
        for (const Row* row : standing) {
          if (!row) continue;
          for (const Row& other : all) {
            tied = tied || (&other != row && other.entity == row->entity && other.grade && other.start == row->start && (other.kind != row->kind || other.area != row->area));
          }
          judged += in_cell(*row, area, kind);
          good += in_cell(*row, area, kind) && row->grade <= 2;
        }
        if (tied) continue;
        const Figure* figure = cube->find(card.area(area_name(area)), kind, period);
        if (!figure) {
          RC_ASSERT(judged == 0);
          continue;
        }
        RC_ASSERT(figure->denominator == judged);
        RC_ASSERT(figure->numerator == good);
      }
    }
  }
  accounts_add_up(card);
}

RC_GTEST_PROP(Within, open_overdue_and_middles_agree_with_counting_one_by_one, ()) {
  const std::vector<Row> all = *rows();
  RC_PRE(!all.empty());
  const SmallCard card = card_of(all, keys("in-time", "kind = \"within\"\nby = \"end\"\nlimit = \"20 working days\"\nsplit = \"kind\"\nperiods = \"quarter\"\nunit = \"percent\"\n"));
  const WorkingDays& calendar = *card.card->calendar;
  const Cube* cube = card.figures.cube(card.index("in-time"));
  RC_ASSERT(cube != nullptr);
  for (const Period& period : cube->periods) {
    const int first = period.first().days - zero.days, last = period.last().days - zero.days;
    for (int area = 0; area < 4; ++area) {
      for (const std::string kind : {"", "x", "y"}) {
        std::int64_t ended = 0, within = 0, open = 0, overdue = 0;
        std::vector<int> taken;
        for (const Row& row : all) {
          if (!in_cell(row, area, kind) || (row.end >= 0 && row.end < row.start)) continue;
          if (row.end >= first && row.end <= last) {
            const int days = calendar.between(zero.plus_days(row.start), zero.plus_days(row.end)).value();
            ++ended;
            within += days <= 20;
            taken.push_back(days);
          }
          if (row.start <= last && (row.end < 0 || row.end > last)) {
            ++open;
            overdue += calendar.between(zero.plus_days(row.start), zero.plus_days(last)).value() > 20;
          }
        }
        std::sort(taken.begin(), taken.end());
        const AreaId at = card.area(area_name(area));
        const Figure* figure = cube->find(at, kind, period);
        if (!figure) {
          RC_ASSERT(ended + open == 0);
          continue;
        }
        RC_ASSERT(figure->denominator == ended);
        RC_ASSERT(figure->numerator == within);
        RC_ASSERT(card.figures.cube(card.index("in-time"), Side::open)->find(at, kind, period)->value == Ratio::whole(open));
        RC_ASSERT(card.figures.cube(card.index("in-time"), Side::overdue)->find(at, kind, period)->value == Ratio::whole(overdue));
        const Figure* median = card.figures.cube(card.index("in-time"), Side::median)->find(at, kind, period);
        RC_ASSERT(median->known == !taken.empty());
        if (!taken.empty()) RC_ASSERT(median->value == (Ratio{taken[(taken.size() - 1) / 2] + taken[taken.size() / 2], 2}));
      }
    }
  }
  accounts_add_up(card);
}

RC_GTEST_PROP(Counts, of_different_values_on_a_day_and_in_a_period_agree_with_a_set, ()) {
  const std::vector<Row> all = *rows();
  RC_PRE(!all.empty());
  const SmallCard card = card_of(all, keys("open", "kind = \"count\"\nof = \"urn\"\nby = \"open\"\nperiods = \"month end\"\nunit = \"count\"\n") +
                                      keys("began", "kind = \"count\"\nof = \"urn\"\nby = \"start\"\nknown = \"known\"\nperiods = \"rolling 12 months\"\nunit = \"count\"\n"));
  const auto check = [&](const std::string& id, const auto& counts) {
    const Cube* cube = card.figures.cube(card.index(id));
    RC_ASSERT(cube != nullptr);
    for (const Period& period : cube->periods) {
      for (int area = 0; area < 4; ++area) {
        std::set<int> different;
        for (const Row& row : all) {
          if (in_cell(row, area, "") && counts(row, period.first().days - zero.days, period.last().days - zero.days)) different.insert(row.entity);
        }
        const Figure* figure = cube->find(card.area(area_name(area)), "", period);
        if (figure && figure->known) RC_ASSERT(figure->value == Ratio::whole(static_cast<std::int64_t>(different.size())));
        else RC_ASSERT(different.empty());
      }
    }
  };
  check("open", [](const Row& row, int, int last) { return row.start <= last && (row.end < 0 || row.end > last) && !(row.end >= 0 && row.end < row.start); });
  check("began", [](const Row& row, int first, int last) {
    return row.start >= first && row.start <= last && (row.known < 0 || row.known <= last) && !(row.end >= 0 && row.end < row.start);
  });
  accounts_add_up(card);
}

RC_GTEST_PROP(Figures, are_traced_to_as_many_rows_as_they_count, ()) {
  const std::vector<Row> all = *rows();
  RC_PRE(!all.empty());
  const SmallCard card = card_of(all, keys("share", "kind = \"share\"\nby = \"date\"\nmeets = \"grade > 2\"\nsplit = \"kind\"\nperiods = \"quarter\"\nunit = \"percent\"\n") +
                                      keys("latest", "kind = \"latest\"\nmeets = \"grade <= 2\"\nsplit = \"kind\"\nperiods = \"quarter end\"\nunit = \"percent\"\n"));
  for (const std::string id : {"share", "latest"}) {
    const Cube* cube = card.figures.cube(card.index(id));
    RC_ASSERT(cube != nullptr);
    for (const Period& period : cube->periods) {
      for (const std::string& choice : cube->choices) {
        for (int area = 0; area < 4; ++area) {
          const Figure* figure = cube->find(card.area(area_name(area)), choice, period);
          if (!figure) continue;
          const FigureRows traced = rows_of(*card.card, card.index(id), card.area(area_name(area)), choice, period);
          RC_ASSERT(static_cast<std::int64_t>(traced.denominator.size()) == figure->denominator);
          RC_ASSERT(static_cast<std::int64_t>(traced.numerator.size()) == figure->numerator);
        }
      }
    }
  }
  accounts_add_up(card);
}

TEST(Deadlines, are_the_last_day_on_which_days_taken_are_within_the_limit) {
  const SmallCard card = card_of({{0, 0, 0, 0, 5, -1, 1}}, keys("in-time", "kind = \"within\"\nby = \"end\"\nlimit = \"20 working days\"\nperiods = \"quarter\"\nunit = \"percent\"\n"));
  const WorkingDays* calendar = card.card->calendar.get();
  for (const Limit::In unit : {Limit::In::working_days, Limit::In::days, Limit::In::weeks}) {
    for (const Limit::Count rule : {Limit::Count::after, Limit::Count::with, Limit::Count::clear}) {
      Limit limit;
      limit.unit = unit;
      limit.rule = rule;
      limit.amounts = {{std::nullopt, Date::of(2011, 6, 30), 10}, {Date::of(2011, 7, 1), std::nullopt, 3}};
      const std::int32_t first = Date::of(2011, 3, 1).days, last = Date::of(2012, 3, 1).days;
      const Deadlines deadlines(limit, calendar, first, last);
      const Taken taken(unit == Limit::In::working_days ? Unit::working_days : Unit::days, rule, calendar);
      for (std::int32_t start = first; start <= last; ++start) {
        const std::int32_t amount = (start <= Date::of(2011, 6, 30).days ? 10 : 3) * (unit == Limit::In::weeks ? 7 : 1);
        const std::int32_t deadline = deadlines.of(start);
        ASSERT_LE(taken.between(start, deadline), amount) << Date{start}.iso();
        ASSERT_GT(taken.between(start, deadline + 1), amount) << Date{start}.iso();
      }
    }
  }
}

TEST(Deadlines, in_months_end_on_the_corresponding_day) {
  Limit limit;
  limit.unit = Limit::In::months;
  limit.amounts = {{std::nullopt, std::nullopt, 3}};
  const Deadlines deadlines(limit, nullptr, Date::of(2011, 11, 30).days, Date::of(2011, 12, 1).days);
  EXPECT_EQ(Date{deadlines.of(Date::of(2011, 11, 30).days)}.iso(), "2012-02-29");
  EXPECT_EQ(Date{deadlines.of(Date::of(2011, 12, 1).days)}.iso(), "2012-03-01");
}

}  // namespace
}  // namespace reportcard
