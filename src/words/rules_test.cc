// SPDX-License-Identifier: MIT
// Every general rule over claims and figures: three cases where it fires, with the sum, and three where it is silent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "words/claims_for_tests.h"
#include "words/rules.h"

namespace reportcard {
namespace {

struct RuleCase {
  const char* rule;
  const char* what;
  const char* sum;      // part of it; "" where the rule is silent
  Files changed;
};

Files say(const std::string& statements) { return {{"statements.toml", statements}}; }
std::string measure(const std::string& keys) { return "[measure.x]\ntitle = \"X\"\nserves = \"context\"\n" + table("", keys).substr(5); }
// A measure x with its table of values.
Files x(const std::string& keys, const std::string& csv, Files more = {}) {
  more["measures/x.toml"] = measure("from = 'x'; periods = 'financial year'; " + keys);
  more["data/x.csv"] = csv;
  return more;
}
const std::string parts = "split = 'part'; parts = 'add'; unit = 'count'; counts = 'things'; better = 'none'";
const std::string share = "unit = 'percent'; size = 'many'; better = 'higher'";

std::vector<RuleCase> cases() {
  const Files wide = {{"data/shares.csv", "period,area,value\n2020/21,,58\n2022/23,,62\n2023/24,,62.3\n2023/24,England,59\n"}};
  const auto bands = [](const std::string& list) { return say(table("printed-bands", "measure = 'share'; at = 'report:3'; source = 'Report'; bands = [" + list + "]")); };
  return {
      // ---- parts and counts
      {"parts-against-total", "parts exceed their total", "3 + 4 = 7: 1 above the total of 6", x(parts, "part,period,value\n,2023/24,6\na,2023/24,3\nb,2023/24,4\n")},
      {"parts-against-total", "parts fall short of their total", "3 + 4 = 7: 2 below the total of 9", x(parts, "part,period,value\n,2023/24,9\na,2023/24,3\nb,2023/24,4\n")},
      {"parts-against-total", "a total said to be just over is less than a unit above", "= 47.98 million: 6.98 million above the total of over 41 million",
       x("split = 'part'; parts = 'add'; unit = 'gbp'; scale = 'million'; better = 'none'", "part,period,value,qualifier\n,2023/24,41,over\na,2023/24,30.47,\nb,2023/24,17.51,\n")},
      {"parts-against-total", "parts add to their total", "", x(parts, "part,period,value\n,2023/24,7\na,2023/24,3\nb,2023/24,4\n")},
      {"parts-against-total", "rounded parts may miss by their rounding", "", x("split = 'part'; parts = 'add'; unit = 'percent'; size = 'many'; better = 'none'", "part,period,value\n,2023/24,100\na,2023/24,33\nb,2023/24,33\nc,2023/24,33\n")},
      {"parts-against-total", "some parts leave a rest", "", x("split = 'part'; parts = 'some'; unit = 'count'; counts = 'things'; better = 'none'", "part,period,value\n,2023/24,9\na,2023/24,3\nb,2023/24,4\n")},

      {"value-and-counts", "a share unlike its counts", "80 of 100 is 80.0, printed as 81.0", x(share, "period,value,numerator,denominator\n2023/24,81.0,80,100\n")},
      {"value-and-counts", "a share of a third", "1 of 3 is 33.3, printed as 33.4", x(share, "period,value,numerator,denominator\n2023/24,33.4,1,3\n")},
      {"value-and-counts", "a whole number too low", "50 of 80 is 63, printed as 61", x(share, "period,value,numerator,denominator\n2023/24,61,50,80\n2022/23,62.5,5,8\n")},
      {"value-and-counts", "a share as its counts print it", "", x(share, "period,value,numerator,denominator\n2023/24,33.3,1,3\n")},
      {"value-and-counts", "no counts are given", "", x(share, "period,value\n2023/24,33.4\n")},
      {"value-and-counts", "counts without a value", "", x(share, "period,value,numerator,denominator\n2023/24,,1,3\n")},

      {"counts-in-two-units", "cases rise while people fall", "“Letters”: 200 to 250 = +50 (+25.0 per cent); “People who wrote”: 120 to 90 = −30 (−25.0 per cent)", say(printed("kind = 'counts'; about = 'letters'; beside = 'writers'; since = '2022/23'"))},
      {"counts-in-two-units", "cases beside people, as if one", "“Letters” counts cases, “People who wrote” counts people", say(printed("kind = 'counts'; about = 'letters'; beside = 'writers'"))},
      {"counts-in-two-units", "a share of letters is said of people", "91% of 250 is 227 to 228; of 90 it would be 82", say(printed("kind = 'share'; about = 'share'; printed = '91%'; of = 'letters'; said_of = 'writers'"))},
      {"counts-in-two-units", "both rise", "", with(say(printed("kind = 'counts'; about = 'letters'; beside = 'writers'; since = '2022/23'")), {{"data/writers.csv", "period,value\n2022/23,80\n2023/24,90\n"}})},
      {"counts-in-two-units", "two counts of one unit", "", say(printed("kind = 'counts'; about = 'letters'; beside = 'letters@2022/23'"))},
      {"counts-in-two-units", "a share is said of what it is of", "", say(printed("kind = 'share'; about = 'share'; printed = '65.3%'; of = 'letters'; said_of = 'letters'"))},

      // ---- changes
      {"from-to-difference", "a difference of something else", "65.3 − 62.0 = 3.3", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '4.3 points'; arrow = 'up'"))},
      {"from-to-difference", "an arrow the other way", "65.3 − 62.0 = 3.3", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'down'"))},
      {"from-to-difference", "a per cent change of counts", "250 − 200 = 50, +25.0 per cent", say(printed("kind = 'change'; about = 'letters@2023/24'; since = '2022/23'; printed = '20%'; arrow = 'up'"))},
      {"from-to-difference", "the difference", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3 points'; arrow = 'up'"))},
      {"from-to-difference", "a true per cent change", "", say(printed("kind = 'change'; about = 'letters@2023/24'; since = '2022/23'; printed = '25%'; arrow = 'up'"))},
      {"from-to-difference", "the start is not known", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2010/11'; printed = '9 points'; arrow = 'up'"))},

      {"points-said-as-per-cent", "points with a per cent sign", "65.3 − 62.0 = 3.3 points; as per cent it would be +5.3", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3%'; arrow = 'up'"))},
      {"points-said-as-per-cent", "per cent written out", "60.1 − 58 = 2.1 points", say(printed("kind = 'change'; about = 'share@2021/22'; since = '2020/21'; printed = '2.1 per cent'; arrow = 'up'"))},
      {"points-said-as-per-cent", "the start is not known", "65.3 from 55.3 if points, from 59.4 if per cent", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2010/11'; printed = '10%'; arrow = 'up'"))},
      {"points-said-as-per-cent", "points", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3 points'; arrow = 'up'"))},
      {"points-said-as-per-cent", "a true per cent change of a share", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '5.3%'; arrow = 'up'"))},
      {"points-said-as-per-cent", "a per cent change of a count", "", say(printed("kind = 'change'; about = 'letters@2023/24'; since = '2022/23'; printed = '25%'; arrow = 'up'"))},

      {"more-places-than-known", "a tenth from a whole", "65.3 − 58 = 7.3, known only as 6.75 to 7.85", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2020/21'; printed = '7.3 points'"))},
      {"more-places-than-known", "a tenth from a whole, falling", "58.0 − 62 = −4.0", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '-4.0 points'")), {{"data/shares.csv", "period,value\n2022/23,62\n2023/24,58.0\n"}})},
      {"more-places-than-known", "the end is whole", "61 − 60.5 = 0.5", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '0.5 points'")), {{"data/shares.csv", "period,value\n2022/23,60.5\n2023/24,61\n"}})},
      {"more-places-than-known", "both ends are known to a tenth", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3 points'"))},
      {"more-places-than-known", "printed as whole as known", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2020/21'; printed = '7 points'"))},
      {"more-places-than-known", "from counts everything is known", "", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '16.7 points'")), {{"data/shares.csv", "period,numerator,denominator\n2022/23,1,2\n2023/24,2,3\n"}})},

      {"change-within-rounding", "up by less than rounding", "62.3 − 62 = 0.3, and rounding alone may make 0.55", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'up'; printed = '0.3'")), wide)},
      {"change-within-rounding", "down by less than rounding", "61.8 − 62 = −0.2", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'down'")), {{"data/shares.csv", "period,value\n2022/23,62\n2023/24,61.8\n"}})},
      {"change-within-rounding", "no change at all, shown as up", "62.0 − 62.0 = 0.0", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'up'")), {{"data/shares.csv", "period,value\n2022/23,62.0\n2023/24,62.0\n"}})},
      {"change-within-rounding", "level is what it is", "", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'level'; printed = '0.3'")), wide)},
      {"change-within-rounding", "larger than rounding", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'up'"))},
      {"change-within-rounding", "one more of a count", "", with(say(printed("kind = 'change'; about = 'letters@2023/24'; since = '2022/23'; arrow = 'up'")), {{"data/letters.csv", "period,value\n2022/23,200\n2023/24,201\n"}})},

      {"two-baselines", "said since one year, counted since another", "since 2020/21: 65.3 − 58 = 7.3; since 2022/23: 65.3 − 62.0 = 3.3", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '7.3'; arrow = 'up'"))},
      {"two-baselines", "the arrow would turn", "(down, and not level)", with(say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '0.0'; arrow = 'level'")), {{"data/shares.csv", "period,value\n2020/21,60.0\n2022/23,80.0\n2023/24,60.0\n"}})},
      {"two-baselines", "one number since two years", "3.3 points both times", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3 points'") + printed("kind = 'change'; about = 'share@2023/24'; since = '2021/22'; printed = '3.3 points'"))},
      {"two-baselines", "counted since the year that is named", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3'; arrow = 'up'"))},
      {"two-baselines", "two changes since two years", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '3.3'") + printed("kind = 'change'; about = 'share@2023/24'; since = '2021/22'; printed = '5.2'"))},
      {"two-baselines", "wrong from both", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; printed = '9.9'; arrow = 'up'"))},

      // ---- periods
      {"heading-period", "a value of March under October", "heading October 2023; the value is of March 2023", x("unit = 'percent'; size = 'many'; better = 'higher'", "period,value\n2023-03,67\n", {{"statements.toml", printed("kind = 'value'; about = 'x@2023-03'; printed = '67%'; heading = '2023-10'")}})},
      {"heading-period", "a year under a month", "heading October 2023; the value is of 2022/23 (1 April 2022 to 31 March 2023)", say(printed("kind = 'value'; about = 'share@2022/23'; printed = '62.0%'; heading = '2023-10'"))},
      {"heading-period", "a value without a period under a heading", "no period is given for the value", x(share, "period,value\n,67\n", say(printed("kind = 'value'; about = 'x'; printed = '67%'; heading = '2023/24'")))},
      {"heading-period", "the heading's own period", "", say(printed("kind = 'value'; about = 'share@2022/23'; printed = '62.0%'; heading = '2022/23'"))},
      {"heading-period", "no heading", "", say(printed("kind = 'value'; about = 'share@2022/23'; printed = '62.0%'"))},
      {"heading-period", "the last day of the month that is the heading", "", x("unit = 'percent'; size = 'many'; better = 'higher'", "period,value\n2023-10,67\n", {{"statements.toml", printed("kind = 'value'; about = 'x@2023-10'; printed = '67%'; heading = '2023-10-31'")}})},

      {"fact-outside-card-period", "a document's fact is of the year after", "2024/25; the period ends on 31 March 2024", x(share, "period,value,source\n2024/25,67,\"Report, line 4\"\n", {})},
      {"fact-outside-card-period", "several on one line are one", "2024/25 to 2025/26; the period ends on 31 March 2024", x(share, "period,value,source\n2024/25,67,\"Report, line 4\"\n2025/26,68,\"Report, line 4\"\n")},
      {"fact-outside-card-period", "an own fact after the card's last day", "the period ends on 31 March 2024", x(share, "period,value\n2024/25,67\n")},
      {"fact-outside-card-period", "a fact of the year", "", x(share, "period,value,source\n2023/24,67,\"Report, line 4\"\n")},
      {"fact-outside-card-period", "a fact of the year before", "", x(share, "period,value,source\n2021/22,67,\"Report, line 4\"\n")},
      {"fact-outside-card-period", "an own fact before the day that the card goes to", "", x(share, "period,value\n2024/25,67\n", {{"card.toml", "title = \"Ashby\"\narea = \"Rotherham\"\nperiod = \"2023/24\"\nas_at = \"2025-03-31\"\nsections = []\n"}})},

      {"figure-without-period", "a value without a period", "67, period blank", x(share, "period,value,source\n,67,\"Report, line 4\"\n")},
      {"figure-without-period", "another body's value without a period", "England, 70, period blank", x(share, "period,area,value\n2023/24,,67\n,England,70\n")},
      {"figure-without-period", "one of two", "12, period blank", x(parts, "part,period,value\na,2023/24,3\nb,,12\n")},
      {"figure-without-period", "every value has one", "", x(share, "period,value\n2023/24,67\n")},
      {"figure-without-period", "a blank period without a value", "", x(share, "period,value,symbol\n2023/24,67,\n,,..\n")},
      {"figure-without-period", "nothing at all", "", {}},

      {"one-value-two-periods", "called by another year", "23.3 is of 2021/22, printed as 2023/24", x(share, "period,value,called,source\n2021/22,23.3,2023/24,\"Report, line 4\"\n")},
      {"one-value-two-periods", "given to a year of which it is not", "62.0 is of 2022/23, printed as 2023/24", say(printed("kind = 'value'; about = 'share@2022/23'; period = '2023/24'; printed = '62.0%'"))},
      {"one-value-two-periods", "given to two years", "62.0% at report:7 and at report:7", with(say(printed("kind = 'value'; about = 'share'; period = '2022/23'; printed = '62.0%'") + printed("kind = 'value'; about = 'share'; period = '2025/26'; printed = '62.0%'")), {})},
      {"one-value-two-periods", "called by its own year", "", x(share, "period,value,called,source\n2021/22,23.3,2021/22,\"Report, line 4\"\n")},
      {"one-value-two-periods", "given to its own year", "", say(printed("kind = 'value'; about = 'share@2022/23'; period = '2022/23'; printed = '62.0%'"))},
      {"one-value-two-periods", "two years with the same value", "", with(say(printed("kind = 'value'; about = 'share'; period = '2022/23'; printed = '62.0%'") + printed("kind = 'value'; about = 'share'; period = '2023/24'; printed = '62.0%'")), {{"data/shares.csv", "period,value\n2022/23,62.0\n2023/24,62.0\n"}})},

      {"one-figure-two-precisions", "a coarser print that is no rounding of the finer", "65.3 rounds to 65, printed as 66", say(printed("kind = 'value'; about = 'share'; printed = '65.3%'") + printed("kind = 'value'; about = 'share'; printed = '66%'"))},
      {"one-figure-two-precisions", "the finer comes second", "65.3 rounds to 65, printed as 64", say(printed("kind = 'value'; about = 'share'; printed = '64%'") + printed("kind = 'value'; about = 'share'; printed = '65.3%'"))},
      {"one-figure-two-precisions", "money in millions and thousands", "12,540,000 rounds to 13,000,000, printed as 12,000,000", x("unit = 'gbp'; better = 'none'", "period,value\n2023/24,12540000\n", say(printed("kind = 'value'; about = 'x'; printed = '£12.54m'") + printed("kind = 'value'; about = 'x'; printed = '£12m'")))},
      {"one-figure-two-precisions", "the rounding of the finer", "", say(printed("kind = 'value'; about = 'share'; printed = '65.3%'") + printed("kind = 'value'; about = 'share'; printed = '65%'"))},
      {"one-figure-two-precisions", "two figures", "", say(printed("kind = 'value'; about = 'share@2023/24'; printed = '65.3%'") + printed("kind = 'value'; about = 'share@2022/23'; printed = '66%'"))},
      {"one-figure-two-precisions", "printed alike", "", say(printed("kind = 'value'; about = 'share'; printed = '65.3%'") + printed("kind = 'value'; about = 'share'; printed = '65.3%'"))},

      {"unlike-periods-compared", "ours of one year, theirs of another", "65.3 of 2023/24 beside 63.5 of 2022/23: 1.8; like with like, 62.0 of 2022/23: −1.5", say(printed("kind = 'comparison'; about = 'share@2023/24'; against = 'england'; against_period = '2022/23'"))},
      {"unlike-periods-compared", "theirs has no period", "65.3 of 2023/24 beside England of no period", say(printed("kind = 'above'; about = 'share@2023/24'; against = 'england'; against_period = ''"))},
      {"unlike-periods-compared", "a change between a March and a December", "411 of 31 March 2022 beside 393 of 31 December 2023, 21 months apart: −18",
       {{"measures/x.toml", measure("from = 'x'; periods = 'day'; unit = 'count'; counts = 'people'; better = 'none'")}, {"data/x.csv", "period,value\n2022-03-31,411\n2023-12-31,393\n"}, {"statements.toml", printed("kind = 'change'; about = 'x@2023-12-31'; since = '2022-03-31'; arrow = 'down'")}}},
      {"unlike-periods-compared", "of one year", "", say(printed("kind = 'comparison'; about = 'share@2023/24'; against = 'england'; against_period = '2023/24'"))},
      {"unlike-periods-compared", "a change from one year to the next", "", say(printed("kind = 'change'; about = 'share@2023/24'; since = '2022/23'; arrow = 'up'"))},
      {"unlike-periods-compared", "a change between two ends of March", "",
       {{"measures/x.toml", measure("from = 'x'; periods = 'day'; unit = 'count'; counts = 'people'; better = 'none'")}, {"data/x.csv", "period,value\n2022-03-31,411\n2024-03-31,393\n"}, {"statements.toml", printed("kind = 'change'; about = 'x@2024-03-31'; since = '2022-03-31'; arrow = 'down'")}}},

      // ---- claims that a figure must bear
      {"comparator-without-value", "below the region, whose value is not given", "ours 65.3; Yorkshire and The Humber: none", say(printed("kind = 'below'; about = 'share'; against = 'region'"))},
      {"comparator-without-value", "one of two has none", "similar councils: none", say(printed("kind = 'above'; about = 'share'; against = ['england', 'similar councils']"))},
      {"comparator-without-value", "England has no count", "ours 250; England: none", say(claim("kind = 'comparison'; about = 'letters'; against = 'england'"))},
      {"comparator-without-value", "England's value is given", "", say(printed("kind = 'above'; about = 'share'; against = 'england'"))},
      {"comparator-without-value", "another body says so", "", say(printed("kind = 'below'; about = 'share'; against = 'region'; said_by = 'Ofsted'"))},
      {"comparator-without-value", "a change compares with nobody", "", say(printed("kind = 'change'; about = 'share'; since = '2022/23'; arrow = 'up'"))},

      {"superlative-without-figure", "highest of others who have no value", "ours 65.3; Yorkshire and The Humber: none", say(printed("kind = 'superlative'; about = 'share'; against = 'region'"))},
      {"superlative-without-figure", "of what there is no figure", "no value is given, own or others'", say(printed("kind = 'superlative'; subject = 'time to answer a letter'; against = 'region'"))},
      {"superlative-without-figure", "highest in time, with one period", "no other period", x(share, "period,value\n2023/24,67\n", say(printed("kind = 'superlative'; about = 'x'")))},
      {"superlative-without-figure", "England's value is there to be seen", "", say(printed("kind = 'superlative'; about = 'share'; against = 'england'"))},
      {"superlative-without-figure", "several periods are there", "", say(printed("kind = 'superlative'; about = 'share'"))},
      {"superlative-without-figure", "another body says so", "", say(printed("kind = 'superlative'; subject = 'time to answer'; said_by = 'peers'"))},

      {"claim-without-figure", "a trend of nothing", "no figure is given", say(printed("kind = 'trend'; subject = 'use of the service'"))},
      {"claim-without-figure", "a trend from one period", "a trend needs two periods; “X” has one", x(share, "period,value\n2023/24,67\n", say(printed("kind = 'trend'; about = 'x'")))},
      {"claim-without-figure", "nearer, with one gap", "nearer needs two gaps; the values give one: 62.3 − 59 = 3.3 now, and none before", with(say(printed("kind = 'narrowing'; about = 'share'; against = 'england'")), wide)},
      {"claim-without-figure", "a trend of four years", "", say(printed("kind = 'trend'; about = 'share'"))},
      {"claim-without-figure", "nearer, with two gaps", "", say(printed("kind = 'narrowing'; about = 'share'; against = 'england'"))},
      {"claim-without-figure", "another body says so", "", say(printed("kind = 'most'; subject = 'teams'; said_by = 'Ofsted'"))},

      {"target-without-date-or-result", "no date", "target 70, no date; 2023/24: 0 of 1 reach it, 67 do not", x(share + "; target = 70", "period,value\n2023/24,67\n")},
      {"target-without-date-or-result", "past, and no result", "target 70 for 2023/24, which ended on 31 March 2024; no value for it; latest 67 in 2022/23", x(share + "; target = { '2023/24' = 70 }", "period,value\n2022/23,67\n")},
      {"target-without-date-or-result", "no date, in another document", "target 70, no date", x(share + "; target = 70", "period,value\n2023/24,71\n", say(printed("kind = 'target'; about = 'x'; period = ''; printed = '70%'")))},
      {"target-without-date-or-result", "past, with its result", "", x(share + "; target = { '2023/24' = 70 }", "period,value\n2023/24,67\n")},
      {"target-without-date-or-result", "still to come", "", x(share + "; target = { '2024/25' = 70 }", "period,value\n2023/24,67\n")},
      {"target-without-date-or-result", "no target", "", x(share, "period,value\n2023/24,67\n")},

      {"reference-misses", "sent to the wrong section for a measure", "“Letters” is in “Voice”", say(table("reference", "to = 'learning'; measure = 'letters'; at = 'report:9'; source = 'Report'"))},
      {"reference-misses", "sent to a section that is not there", "“Reviews held in time” is in “Learning”", say(table("reference", "to = 'money'; measure = 'share'"))},
      {"reference-misses", "sent for what stands nowhere", "“People who wrote” is in no section", say(table("reference", "to = 'voice'; measure = 'writers'"))},
      {"reference-misses", "sent to the right section", "", say(table("reference", "to = 'learning'; measure = 'share'"))},
      {"reference-misses", "a page of the section has it", "", with(say(table("reference", "to = 'learning'; measure = 'writers'")), {{"card.toml", ashby().at("card.toml") + "[page.people]\nkind = \"position\"\ntitle = \"People\"\nsection = \"learning\"\nmeasures = [\"writers\"]\n"}})},
      {"reference-misses", "no reference", "", {}},

      {"band-gap", "a value between two bands", "80.0 is in no band; 0 values fall in it", bands("{ above = 80 }, { from = 65, to = 79.99 }, { below = 65 }")},
      {"band-gap", "values fall in it", "60.0 to 62.0 are in no band; 2 values fall in it", bands("{ above = 62 }, { below = 60 }")},
      {"band-gap", "two bands overlap", "60 to 62 is in both; 2 values fall in it", bands("{ from = 60 }, { to = 62 }")},
      {"band-gap", "a gap too narrow for a value", "", bands("{ from = 65 }, { to = 64.99 }")},
      {"band-gap", "lower bounds meet upper bounds", "", bands("{ from = 80 }, { from = 65, below = 80 }, { below = 65 }")},
      {"band-gap", "one band", "", bands("{ from = 80 }")},
  };
}

// Monthly values for the two cases of a heading that need them.
Files prepared(const RuleCase& one) {
  Files files = with(ashby(), one.changed);
  if (std::string(one.rule) == "heading-period" && files.count("data/x.csv") && files["data/x.csv"].find("2023-") != std::string::npos) {
    std::string& text = files["measures/x.toml"];
    text.replace(text.find("financial year"), 14, "month end");
  }
  return files;
}

TEST(Rules, fire_where_they_must_with_their_sum_and_are_silent_where_they_must) {
  for (const RuleCase& one : cases()) {
    const auto tested = test_card(prepared(one));
    ASSERT_TRUE(tested->card) << one.rule << ": " << one.what << "\n" << tested->problems();
    const std::size_t fired = tested->count(one.rule);
    if (*one.sum) {
      EXPECT_EQ(fired, 1u) << one.rule << ": " << one.what << "\n" << tested->sums_of(one.rule) << "\n" << tested->problems();
      EXPECT_THAT(tested->sums_of(one.rule), testing::HasSubstr(one.sum)) << one.rule << ": " << one.what;
    } else {
      EXPECT_EQ(fired, 0u) << one.rule << ": " << one.what << "\n" << tested->sums_of(one.rule);
    }
  }
}

TEST(Rules, have_three_cases_each_way) {
  std::map<std::string, std::pair<int, int>> counts;
  for (const RuleCase& one : cases()) (*one.sum ? counts[one.rule].first : counts[one.rule].second) += 1;
  for (const Rule& rule : general_rules()) {
    const auto [fires, silent] = counts[std::string(rule.id)];
    EXPECT_GE(fires, 3) << rule.id;
    EXPECT_GE(silent, 3) << rule.id;
  }
  EXPECT_EQ(counts.size(), general_rules().size());
}

// The first step of any rule is reading what is there: what is answered in the data is a note, not a warning.
TEST(Rules, that_the_data_answer_are_notes_with_the_answer) {
  const Files unanswered = x(parts, "part,period,value,explains\n,2023/24,9,\na,2023/24,3,\nb,2023/24,4,\n");
  EXPECT_EQ(test_card(with(ashby(), unanswered))->said.count(Severity::warning), 1u);
  const auto answered = test_card(with(ashby(), x(parts, "part,period,value,explains\n,2023/24,9,two are in no part\na,2023/24,3,\nb,2023/24,4,\n")));
  EXPECT_EQ(answered->said.count(Severity::warning), 0u) << answered->problems();
  ASSERT_EQ(answered->count("parts-against-total"), 1u);
  EXPECT_THAT(answered->problems(), testing::HasSubstr("Explained: two are in no part"));
}

TEST(Rules, about_another_document_are_notes) {
  const auto tested = test_card(with(ashby(), x(parts, "part,period,value,source\n,2023/24,9,\"Report 2023/24, line 12\"\na,2023/24,3,\nb,2023/24,4,\n")));
  EXPECT_EQ(tested->said.count(Severity::warning), 0u) << tested->problems();
  ASSERT_EQ(tested->count("parts-against-total"), 1u);
  EXPECT_EQ(tested->findings.front().at, "report-2023-24:12");
  EXPECT_EQ(tested->findings.front().source, "Report 2023/24");
}

TEST(Sources, are_another_document_only_where_they_name_a_line_or_page) {
  EXPECT_EQ(read_source("Report card 2011/12, line 162").at, "report-card-2011-12:162");
  EXPECT_EQ(read_source("Report card 2011/12, lines 97 to 98").at, "report-card-2011-12:97");
  EXPECT_EQ(read_source("Annual report, page 4").at, "annual-report:4");
  EXPECT_EQ(read_source("Council's return").source, "");
  EXPECT_EQ(read_source("").source, "");
  EXPECT_EQ(read_source(", line 3").source, "");
  EXPECT_EQ(read_source("Report, line").source, "");
}

}  // namespace
}  // namespace reportcard
