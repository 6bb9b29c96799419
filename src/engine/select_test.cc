// SPDX-License-Identifier: MIT
// Conditions: SQL's three values over a table of cases, and blocks that agree with single rows.
#include "engine/select.h"

#include "engine/small_card.h"

namespace reportcard {
namespace {

const char* rows_toml =
    "title = \"Rows\"\nwhat = \"A row.\"\nrow = \"thing\"\nroles = { date = \"day\" }\n"
    "[column.id]\ntitle = \"Id\"\ntype = \"id\"\n[column.text]\ntitle = \"Text\"\ntype = \"text\"\n[column.number]\ntitle = \"Number\"\ntype = \"number\"\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n"
    "[column.period]\ntitle = \"Period\"\ntype = \"period\"\n[column.follows]\ntitle = \"Follows\"\ntype = \"link\"\nto = \"rows\"\nback = \"followers\"\n[column.yes]\ntitle = \"Yes\"\ntype = \"yes/no\"\n"
    "[column.topics]\ntitle = \"Topics\"\ntype = \"choice\"\nmany = true\nchoices = [\"a\", \"b\", \"c\"]\n";

const char* rows_csv =
    "id,text,number,day,period,follows,yes,topics\n"
    "r0,one,1,2012-01-01,2011/12,,yes,a;b\n"
    "r1,two,2.50,2012-06-01,2012/13,r0,no,b\n"
    "r2,,,,,r0,,\n"
    "r3,three,-3,2013-01-01,2012-10,r2,yes,c\n";

std::string selected(const std::string& condition) {
  const SmallCard card = small_card({{"data/rows.csv", rows_csv}, {"registers/rows.toml", rows_toml},
                                     {"measures/a.toml", "[measure.m]\ntitle = \"M\"\nkind = \"count\"\nfrom = \"rows\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\nserves = \"context\"\nwhere = \"" + condition + "\"\n"}});
  if (card.problems.has_errors()) return card.all_problems();
  std::string rows;
  for (const std::uint32_t row : select(*card.card, *card.card->find_records("rows"), card.measure("m").where, card.measure("m").periods)) rows += std::to_string(row);
  return rows;
}

TEST(Select, leaves_out_what_is_false_and_what_is_unknown) {
  struct Case { const char *condition, *rows; };
  for (const Case& is : {
           Case{"text = 'one'", "0"}, Case{"text <> 'one'", "13"}, Case{"not text = 'one'", "13"}, Case{"text in ('one', 'two')", "01"}, Case{"not text in ('one', 'two')", "3"},
           Case{"text is blank", "2"}, Case{"text is not blank", "013"}, Case{"text = 'one' or text is blank", "02"}, Case{"text = 'one' or number > 0", "01"},
           Case{"number = 2.5", "1"}, Case{"number = 2.50", "1"}, Case{"number <> 2.5", "03"}, Case{"number < 2.5", "03"}, Case{"number <= 2.5", "013"}, Case{"number > 2.499", "1"},
           Case{"number > 2.501", ""}, Case{"number >= 2.501", ""}, Case{"number < 2.501", "013"}, Case{"number between 1 and 2.5", "01"}, Case{"number between 1.1 and 2.4", ""},
           Case{"number in (1, -3)", "03"}, Case{"number is blank", "2"}, Case{"not number is blank", "013"}, Case{"number = 0.001", ""}, Case{"number <> 0.001", "013"},
           Case{"day < '2012-06-01'", "0"}, Case{"day <= '2012-06-01'", "01"}, Case{"day between '2012-01-01' and '2012-12-31'", "01"}, Case{"day in ('2013-01-01')", "3"},
           Case{"period = '2011/12'", "0"}, Case{"period > '2011/12'", "13"}, Case{"period >= '2012/13'", "13"},
           Case{"follows = 'r0'", "12"}, Case{"follows is blank", "0"}, Case{"follows.text = 'one'", "12"}, Case{"follows.text is blank", "03"}, Case{"follows.number >= 1", "12"},
           Case{"followers = 0", "13"}, Case{"followers > 1", "0"}, Case{"yes = 'yes'", "03"}, Case{"yes <> 'yes'", "1"},
           Case{"topics is blank", "2"}, Case{"topics is not blank", "013"},
           Case{"number > 0 and (text = 'one' or text = 'two')", "01"}, Case{"not (number > 0 and text = 'one')", "13"}, Case{"number > 0 or day is blank", "012"}}) {
    EXPECT_EQ(selected(is.condition), is.rows) << is.condition;
  }
}

TEST(Select, takes_as_long_a_chain_as_can_be_written) {
  std::string condition = "number = 1";
  for (int i = 0; i < 95; ++i) condition += " or number = 1";
  EXPECT_EQ(selected(condition), "0");
}

TEST(Select, reads_on_over_the_end_of_a_block) {
  std::string csv = "id,text,number,day,period,follows,yes,topics\n";
  std::size_t expected = 0;
  for (int i = 0; i < 10'000; ++i) {
    csv += "r" + std::to_string(i) + "," + (i % 3 == 0 ? "one" : "two") + "," + (i % 7 == 0 ? "" : std::to_string(i)) + ",2012-01-01,,,,\n";
    expected += i % 3 == 0 && i % 7 != 0 && i >= 4'000;
  }
  const SmallCard card = small_card({{"data/rows.csv", csv}, {"registers/rows.toml", rows_toml},
                                     {"measures/a.toml", "[measure.m]\ntitle = \"M\"\nkind = \"count\"\nfrom = \"rows\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\nserves = \"context\"\nwhere = \"text = 'one' and number >= 4000\"\n"}});
  EXPECT_EQ(select(*card.card, *card.card->find_records("rows"), card.measure("m").where).size(), expected);
  EXPECT_EQ(card.figure("m", "2011/12")->value, Ratio::whole(static_cast<std::int64_t>(expected)));
}

}  // namespace
}  // namespace reportcard
