// SPDX-License-Identifier: MIT
// A register of a council's own in each of the forms that `shown` knows, and on the plain page: the same rows, no code.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kRows = "id,title,what,kind,start,state,amount,link,source\n"
                          "w2,Reading week,Books in each school.,play,2012-06-01,done,2000,,\"Old card, line 2\"\n"
                          "w1,Story hour,Stories for small children.,play,2012-03-01,planned,,w2,\n"
                          "w3,Road safety,,care,,,30,,\n"
                          "w4,Quiet room,A place to sit.,,2012-01-05,under way,,,\n";

std::string definition(const std::string& shown) {
  return "title = \"Works\"\nwhat = \"One work.\"\nrow = \"thing\"\nshown = \"" + shown + "\"\nempty = \"No work is listed.\"\nroles = { date = \"start\" }\n"
         "[column.id]\ntype = \"id\"\n[column.title]\ntitle = \"Work\"\nrequired = true\n[column.what]\ntitle = \"What it is\"\n"
         "[column.kind]\ntitle = \"Kind\"\ntype = \"choice\"\nchoices = [\"care\", \"play\"]\n[column.start]\ntitle = \"Started\"\ntype = \"date\"\n"
         "[column.state]\ntitle = \"State\"\ntype = \"choice\"\nchoices = [\"planned\", \"under way\", \"done\"]\n[column.amount]\ntitle = \"Amount\"\ntype = \"money\"\n"
         "[column.link]\ntitle = \"Follows\"\ntype = \"link\"\nto = \"works\"\n[column.source]\ntitle = \"Source\"\n";
}

BuiltSite site_with(const std::string& shown, const std::string& rows = kRows) {
  return build_for_test({{"card.toml",
                          "title = \"Testham Report Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"works\"]\n"
                          "[section.works]\ntitle = \"Works\"\nregisters = [\"works\"]\n"
                          "[page.hard]\nkind = \"exploitation\"\ntitle = \"A hard subject\"\nregisters = [\"works\"]\nplain = true\n"},
                         {"registers/works.toml", definition(shown)},
                         {"data/works.csv", rows}});
}

// The text of the register's section, "|" for tags.
std::string shown_text(const BuiltSite& site, const std::string& page = "works.html") {
  EXPECT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  const std::string& html = site.page(page);
  EXPECT_THAT(PageFaults(html).faults, ::testing::IsEmpty());
  const std::size_t begin = html.find("id=\"register-works\""), end = html.find("</section>", begin);
  std::string text;
  bool tag = false;
  for (const char c : html.substr(html.find('>', begin) + 1, end - html.find('>', begin) - 1)) {
    if (c == '<' && (text.empty() || text.back() != '|')) text += '|';
    if (!tag && c != '<') text += c;
    tag = c == '<' || (tag && c != '>');
  }
  return text;
}

std::size_t at(const std::string& text, const std::string& words) {
  const std::size_t found = text.find(words);
  EXPECT_NE(found, std::string::npos) << words << " in " << text;
  return found;
}

TEST(Shown, as_a_list_each_row_says_what_it_has_in_the_order_of_the_file) {
  const std::string text = shown_text(site_with("list"));
  EXPECT_LT(at(text, "Reading week"), at(text, "Story hour"));
  EXPECT_LT(at(text, "Story hour"), at(text, "Road safety"));
  EXPECT_THAT(text, HasSubstr("Old card, line 2"));
  EXPECT_THAT(text, HasSubstr("£2,000"));
  EXPECT_THAT(text, HasSubstr("1 June 2012"));
  EXPECT_THAT(text, Not(HasSubstr("not given")));
}

TEST(Shown, as_a_table_a_cell_without_a_value_says_so) {
  const BuiltSite site = site_with("table");
  const std::string text = shown_text(site);
  for (const char* heading : {"Work", "What it is", "Kind", "Started", "State", "Amount", "Follows"}) EXPECT_THAT(text, HasSubstr(heading));
  EXPECT_THAT(text, HasSubstr("not given"));
  EXPECT_THAT(site.page("works.html"), HasSubstr("<th scope=\"row\">"));
  EXPECT_THAT(site.page("works.html"), HasSubstr("<caption class=\"vh\">Works</caption>"));
}

TEST(Shown, as_cards_texts_stand_side_by_side_and_facts_below) {
  const BuiltSite site = site_with("cards");
  const std::string text = shown_text(site);
  EXPECT_THAT(site.page("works.html"), HasSubstr("<div class=\"flow\"><div><p class=\"name\">Work</p><p>Reading week</p></div><div><p class=\"name\">What it is</p><p>Books in each school.</p></div></div>"));
  EXPECT_LT(at(text, "Books in each school."), at(text, "£2,000"));
}

TEST(Shown, as_a_timeline_rows_stand_by_their_day_and_those_without_one_last) {
  const std::string text = shown_text(site_with("timeline"));
  EXPECT_LT(at(text, "Quiet room"), at(text, "Story hour"));
  EXPECT_LT(at(text, "Story hour"), at(text, "Reading week"));
  EXPECT_LT(at(text, "Reading week"), at(text, "Road safety"));
  EXPECT_THAT(text, HasSubstr("date not given"));
  EXPECT_THAT(text, Not(HasSubstr("Started")));   // it stands beside the title already
}

TEST(Shown, in_groups_choices_stand_as_they_are_defined_and_rows_of_none_last) {
  const BuiltSite site = site_with("grouped by kind");
  const std::string text = shown_text(site);
  EXPECT_LT(at(text, "Care"), at(text, "Road safety"));
  EXPECT_LT(at(text, "Road safety"), at(text, "Play"));
  EXPECT_LT(at(text, "Play"), at(text, "Reading week"));
  EXPECT_LT(at(text, "Not said: kind"), at(text, "Quiet room"));
  EXPECT_LT(at(text, "Story hour"), at(text, "Not said: kind"));
  EXPECT_THAT(site.page("works.html"), HasSubstr("<h3>Care</h3>"));
}

TEST(Shown, a_link_leads_to_its_row_in_every_form) {
  for (const char* shown : {"list", "table", "cards", "timeline", "grouped by kind"}) {
    const BuiltSite site = site_with(shown);
    EXPECT_THAT(site.page("works.html"), HasSubstr("<a href=\"#works-w2\">Reading week</a>")) << shown;
    EXPECT_THAT(site.page("works.html"), HasSubstr("id=\"works-w2\"")) << shown;
    EXPECT_THAT(site.page("works.html"), HasSubstr("href=\"downloads/register-works.csv\"")) << shown;
  }
}

TEST(Shown, as_none_it_is_nowhere) {
  const BuiltSite site = site_with("none");
  EXPECT_THAT(site.page("works.html"), Not(HasSubstr("Reading week")));
}

TEST(Shown, with_no_rows_says_its_sentence) {
  for (const char* shown : {"list", "table", "cards", "timeline", "grouped by kind"}) {
    EXPECT_THAT(site_with(shown, "id,title\n").page("works.html"), HasSubstr("No work is listed.")) << shown;
  }
}

TEST(Shown, on_the_plain_page_keeps_its_form_and_draws_nothing) {
  for (const char* shown : {"list", "table", "cards", "timeline", "grouped by kind"}) {
    const BuiltSite site = site_with(shown);
    const std::string text = shown_text(site, "hard.html");
    for (const char* words : {"Reading week", "Story hour", "Road safety", "Quiet room", "Under way"}) EXPECT_THAT(text, HasSubstr(words)) << shown;
    const std::string& html = site.page("hard.html");
    const std::string main = html.substr(html.find("<main"));
    for (const char* mark : {"<svg", "class=\"dir", "class=\"state", "class=\"chart"}) EXPECT_THAT(main, Not(HasSubstr(mark))) << shown;
  }
}

TEST(Services, say_in_their_group_what_they_do_and_whom_to_ring) {
  const BuiltSite site = build_for_test(
      {{"card.toml", "title = \"Testham Report Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"care\"]\n[section.care]\ntitle = \"Care\"\n"
                     "[page.what-there-is]\nkind = \"services\"\ntitle = \"What there is\"\nregisters = [\"services\"]\n[page.help]\nkind = \"help\"\nregisters = [\"contacts\", \"services\"]\n"},
       {"data/services.csv", "id,title,group,what,state,contact\ns1,Youth clubs,Growing up,Evenings in each town.,running,clubs\ns2,Toy library,Before school,Toys to lend.,ended,\ns3,Advice,,,running,clubs;front\n"},
       {"data/contacts.csv", "id,title,kind,telephone,email,hours\nfront,Children's front door,front door,01632 960009,,day and night\nclubs,Youth office,office,01632 960001,clubs@testham.example,weekdays\nemergency,Emergency,emergency,999,,\n"}});
  ASSERT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  for (const char* page : {"what-there-is.html", "help.html"}) {
    const std::string& html = site.page(page);
    EXPECT_THAT(PageFaults(html).faults, ::testing::IsEmpty()) << page;
    EXPECT_THAT(html, HasSubstr("<h3>Growing up</h3>"));
    EXPECT_THAT(html, HasSubstr("<b>Youth clubs</b><br>Evenings in each town.<br><span class=\"small\">Youth office: <a href=\"tel:01632960001\">01632 960001</a>, "
                                "<a href=\"mailto:clubs@testham.example\">clubs@testham.example</a>, weekdays</span>"));
    EXPECT_THAT(html, HasSubstr("<b>Ended.</b>"));
    EXPECT_THAT(html, HasSubstr("<h3>Other services</h3>"));
  }
  // On the help page the front door stands second, after the emergency number.
  const std::string& help = site.page("help.html");
  EXPECT_LT(help.find("href=\"tel:999\""), help.find("<a class=\"big\" href=\"tel:01632960009\">"));
  EXPECT_LT(help.find("<a class=\"big\" href=\"tel:01632960009\">"), help.find("id=\"services\""));
  EXPECT_THAT(help, Not(HasSubstr("own number is not published")));
}

}  // namespace
}  // namespace reportcard
