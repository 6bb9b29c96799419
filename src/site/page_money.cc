// SPDX-License-Identifier: MIT
// Money: the lines against the total that was printed, what one thing costs, and savings by kind.
// Cash saved, savings expected and costs avoided are different things, so nothing adds them together.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/before_and_now.h"
#include "site/chart.h"
#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

bool is_parts_of_money(const PublicMeasure& m) {
  return m.definition->unit == Unit::gbp && m.definition->parts != Parts::apart && !m.choices.empty();
}

std::size_t depth(std::string_view choice) { return static_cast<std::size_t>(std::count(choice.begin(), choice.end(), '/')); }

// Lines of the first level, each with the one named part of it that is known.
std::vector<Bar> bars_of(const View& view, const PublicMeasure& m, Period period) {
  std::vector<Bar> bars;
  for (const std::string& choice : m.choices) {
    const Figure* figure = view.figure(m, choice, period);
    if (depth(choice) == 0 && may_be_printed(figure)) bars.push_back({choice, figure->value, view.said(m, figure), false, std::nullopt});
  }
  for (const std::string& choice : m.choices) {
    const Figure* figure = view.figure(m, choice, period);
    if (depth(choice) != 1 || !may_be_printed(figure)) continue;
    for (Bar& bar : bars) {
      if (choice.rfind(bar.label + "/", 0) == 0 && !bar.of_which) bar.of_which = figure->value;
    }
  }
  return bars;
}

std::optional<Ratio> sum_of(const std::vector<Bar>& bars) {
  Ratio sum = Ratio::whole(0);
  for (const Bar& bar : bars) {
    const auto next = add(sum, bar.value);
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

// The sum of the lines is no figure of the card: it is said only beside the total that it misses, as precisely as the lines.
std::string said_sum(const View& view, const PublicMeasure& m, Period period, Ratio sum) {
  const Figure* model = nullptr;
  for (const std::string& choice : m.choices) {
    const Figure* figure = view.figure(m, choice, period);
    if (depth(choice) == 0 && may_be_printed(figure) && (model == nullptr || figure->places > model->places)) model = figure;
  }
  if (model == nullptr) return {};
  Figure of_lines = *model;
  of_lines.value = sum;
  of_lines.qualifier = Qualifier::none;
  return view.said(m, &of_lines);
}

void parts_table(Page& page, const PublicMeasure& m, Period period, std::size_t lines, const std::string& sum_said) {
  const View& view = page.view;
  open_table(page, m.title() + ", " + period.said(), {"Line", period.said()});
  Html& h = page.h;
  for (const std::string& choice : m.choices) {
    const Figure* figure = view.figure(m, choice, period);
    if (figure == nullptr) continue;
    h.add(depth(choice) == 0 ? Markup("<tr><th scope=\"row\">") : Markup("<tr><th scope=\"row\" class=\"sub\">of which "));
    const std::size_t slash = choice.rfind('/');
    h.add("<a href=\"").text(address(m, choice)).add("\">").text(slash == std::string::npos ? choice : choice.substr(slash + 1)).add("</a>");
    if (const std::string note = view.value_row(m, figure, "note"); !note.empty()) h.add("<br><span class=\"small soft\">").text(note).add("</span>");
    h.add("</th><td class=\"num\">");
    if (may_be_printed(figure)) h.text(view.said(m, figure));
    else none(page, view.said(m, figure));
    h.add("</td></tr>\n");
  }
  if (!sum_said.empty()) h.add("<tr class=\"total\"><th scope=\"row\">").text(capital(how_many(lines, "line", "lines"))).add(" added</th><td class=\"num\">").text(sum_said).add("</td></tr>\n");
  const Figure* total = view.figure(m, "", period);
  h.add(sum_said.empty() ? Markup("<tr class=\"total\">") : Markup("<tr>")).add("<th scope=\"row\"><a href=\"").text(m.file).add("\">Total");
  const bool given = total != nullptr && total->row != Figure::no_row;
  if (given) h.add(", as given");
  h.add("</a>");
  if (const std::string note = view.value_row(m, total, "note"); !note.empty()) h.add("<br><span class=\"small soft\">").text(note).add("</span>");
  h.add("</th><td class=\"num\">");
  if (may_be_printed(total)) h.text(view.said(m, total));
  else none(page, "not given");
  h.add("</td></tr>\n");
  close_table(page);
}

bool sums_up(const std::vector<const Finding*>& found) {
  return std::none_of(found.begin(), found.end(), [](const Finding* f) { return f->rule == "parts-against-total"; });
}

void spending(Page& page, const PublicMeasure& m) {
  if (!m.whole.period && m.parts.empty()) return;
  const View& view = page.view;
  const Period period = m.whole.period ? *m.whole.period : *m.parts[0].period;
  const std::vector<Bar> bars = bars_of(view, m, period);
  const std::vector<const Finding*> found = findings_about(view, {&m});
  const Figure* total = view.figure(m, "", period);
  const bool given = may_be_printed(total) && total->row != Figure::no_row;
  const auto sum = sum_of(bars);
  const bool misses = given && sum && !sums_up(found);
  const std::string sum_said = misses ? said_sum(view, m, period, *sum) : std::string();
  open_section(page, "lines-" + m.id(), misses ? m.title() + ": the lines against the total" : m.title(), true);
  parts_chart(page, misses ? "The lines add up to " + sum_said + "; the total given is " + view.said(m, total) : m.title() + ", " + period.said(),
              bars.empty() || !std::any_of(bars.begin(), bars.end(), [](const Bar& bar) { return bar.of_which.has_value(); })
                  ? "Bars end to end, from zero."
                  : "Bars end to end, from zero. Where a bar has a solid part, it is the part named under it in the table.",
              bars, may_be_printed(total) ? std::optional<Ratio>(total->value) : std::nullopt,
              may_be_printed(total) ? "Total: " + view.said(m, total) : std::string(), misses ? "Lines added: " + sum_said : std::string());
  parts_table(page, m, period, bars.size(), sum_said);
  if (!found.empty()) {
    open_note(page, misses ? "These figures do not add up" : "What does not follow from these figures");
    findings_list(page, found, 4);
    if (misses) page.h.add("<p>So no share of the total is worked out here.</p>");
    close_note(page);
  }
  if (!m.definition->cannot_tell.empty()) {
    heading(page, 3, "What these figures cannot tell");
    page.h.add("<ul>");
    for (const std::string& cannot : m.definition->cannot_tell) page.h.element("li", cannot);
    page.h.add("</ul>\n");
  }
  printed_rows(page, view.printed_beside(m.id()));
  close_section(page);
}

void other_sums(Page& page, const std::vector<const PublicMeasure*>& measures) {
  if (measures.empty()) return;
  const View& view = page.view;
  open_section(page, "sums", "What one thing costs, and other sums");
  page.h.add("<dl class=\"facts\">\n");
  for (const Line& line : lines_of(measures)) {
    if (line.comparison->now == nullptr) continue;
    page.h.add("<div><dt><a href=\"").text(address(*line.measure, line.choice)).add("\">").text(line_title(line)).add("</a></dt><dd>");
    if (may_be_printed(line.comparison->now)) page.h.add("<span class=\"big\">").text(view.said(*line.measure, line.comparison->now)).add("</span>");
    else none(page, view.said(*line.measure, line.comparison->now) + ". ");
    page.h.text(said_period_of(*line.comparison)).add("</dd></div>\n");
  }
  page.h.add("</dl>\n");
  close_section(page);
}

std::string kind_of_saving(const PublicRegister& of, std::size_t row) {
  const std::string state = of.text(row, "state"), nature = of.text(row, "nature"), recurs = of.text(row, "recurs");
  std::string words = nature == "avoidance" ? "Cost avoided" : nature == "cash" ? "Cash" : "Not said";
  if (!state.empty()) words += ", " + state;
  if (recurs == "each year" || recurs == "once") words += ", " + recurs;
  return words;
}

void savings(Page& page) {
  const PublicRegister* of = page.view.find("savings");
  if (of == nullptr) return;
  open_section(page, "savings", "Savings, by kind");
  open_pair(page);
  Html& h = page.h;
  if (of->rows() == 0) {
    h.add("<p class=\"none\">").text(of->empty_sentence()).add("</p>\n");
  } else {
    open_rows(page, "nos sav", "Savings and avoided costs by kind and year", {"What was done", "Kind", "Year", "Sum"});
    for (std::size_t row = 0; row < of->rows(); ++row) {
      h.add("<tr");
      if (const std::string anchor = of->anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
      h.add("><th scope=\"row\">").text(of->said(row, of->main_column()));
      if (const std::string note = of->said(row, "note"); !note.empty()) h.add("<br><span class=\"small soft\">").text(note).add("</span>");
      h.add("</th><td class=\"wide\">").text(kind_of_saving(*of, row)).add("</td><td>");
      const std::string year = of->said(row, "period");
      if (year.empty()) none(page, "not given");
      else h.text(year);
      h.add("</td><td class=\"num\">");
      // "£708,000 (as written: £708k)": the words as written stand under the sum.
      const std::string amount = of->said(row, "amount"), as_written = of->text(row, "amount_said");
      if (of->text(row, "amount").empty()) none(page, "no sum published");
      else h.text(amount.substr(0, amount.find(" (as written")));
      if (!as_written.empty()) h.add("<br><span class=\"small soft\">as written: ").text(as_written).add("</span>");
      h.add("</td></tr>\n");
    }
    close_rows(page);
  }
  to_margin(page);
  for (const std::string& document : documents_of(*of, all_rows(*of))) margin(page, "From", document);
  margin(page, "Not added together", "Cash saved, savings expected and costs avoided are different things.");
  close_pair(page);
  close_section(page);
}

void printed_and_found(Page& page, std::vector<const PublicMeasure*> measures, const std::vector<const PublicMeasure*>& more) {
  measures.insert(measures.end(), more.begin(), more.end());
  std::vector<Row> printed;
  for (const PublicMeasure* m : measures) {
    for (const Row& row : page.view.printed_beside(m->id())) printed.push_back(row);
  }
  const auto found = findings_about(page.view, measures);
  if (printed.empty() && found.empty()) return;
  open_section(page, "printed", "What the earlier document prints otherwise, or cannot bear");
  printed_rows(page, printed);
  findings_list(page, found, 3);
  close_section(page);
}

}  // namespace

std::string money_in_words(const View& view, const std::vector<const PublicMeasure*>& measures) {
  const auto lines = std::find_if(measures.begin(), measures.end(), [](const PublicMeasure* m) { return is_parts_of_money(*m); });
  for (const PublicMeasure* m : measures) {
    if (!may_be_printed(m->whole.now)) continue;
    std::string words = without_full_stop(first_sentence(std::string_view(view.whole(m->whole).text)).first);
    if (lines != measures.end() && m == *lines && !sums_up(findings_about(view, {m}))) words += "; the lines do not add up to it";
    return words;
  }
  return {};
}

std::string money_page(const View& view, const PublicPage& asked) {
  const std::vector<const PublicMeasure*> measures = page_measures(view, asked);
  std::vector<const PublicMeasure*> lines, sums, rest;
  for (const PublicMeasure* m : measures) {
    if (is_parts_of_money(*m)) lines.push_back(m);
    else if (m->definition->unit == Unit::gbp) sums.push_back(m);
    else rest.push_back(m);
  }
  const std::string name = asked.title.empty() ? std::string("Money") : asked.title;
  const std::string said = money_in_words(view, measures), title = said.empty() ? name : said;
  Page page = begin_page(view, {asked.file, name, title + ".", asked.kind, current_of(view, asked), asked.plain, false, {}});
  open_pair(page);
  crumb(page, asked, title == name ? std::string() : name);
  heading(page, 1, title);
  page_words(page, asked);
  to_margin(page);
  for (const PublicMeasure* m : lines) {
    if (m->whole.period) margin(page, "Period", m->whole.period->first().said() + " to " + m->whole.period->last().said());
    if (!m->definition->note.empty()) margin(page, m->title(), m->definition->note);
  }
  margin(page, "No better or worse", "Spending more or less is not in itself better or worse.");
  close_pair(page);
  for (const PublicMeasure* m : lines) spending(page, *m);
  other_sums(page, sums);
  if (!rest.empty()) {
    open_section(page, "shares", "Shares and counts");
    measure_rows(page, rest, "Shares and counts about money");
    close_section(page);
  }
  savings(page);
  printed_and_found(page, sums, rest);
  rest_of_registers(page, asked, {"savings"});
  return end_page(page);
}

}  // namespace reportcard
