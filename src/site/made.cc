// SPDX-License-Identifier: MIT
// From file and rule to the printed figure. For rows about people it ends at counts: no row, order or date of one case.
#include "site/made.h"

#include <algorithm>

#include "base/text.h"
#include "engine/print.h"
#include "site/components.h"
#include "site/registers_html.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return Decimal{static_cast<std::int64_t>(n), 0}.said() + " " + std::string(n == 1 ? one : many);
}

void step(Page& page, std::string_view name) { page.h.add("<li><b>").text(name).add("</b> "); }
void code(Page& page, std::string_view words) { page.h.add("<code>").text(words).add("</code>"); }

void rule(Page& page, Markup before, std::string_view words, Markup after) {
  page.h.add(before);
  code(page, words);
  page.h.add(after);
}

void read_step(Page& page, const PublicMeasure& m, const Comparison& c) {
  const View& view = page.view;
  Html& h = page.h;
  const Measure& definition = *m.definition;
  step(page, "Read.");
  const Account* account = view.account(m);
  if (definition.kind == MeasureKind::formula) {
    h.text("From other figures of this card: ");
    code(page, definition.formula_written);
    h.add(".");
  } else if (account != nullptr) {
    h.text(counted(account->read, "row", "rows")).add(" of ");
    code(page, view.source_file(m));
    h.add(account->read == 1 ? Markup(" was read.") : Markup(" were read."));
    const std::string place = view.value_place(m, c.now);
    if (definition.kind == MeasureKind::value && !place.empty()) {
      h.add(" This figure stands in ");
      code(page, place);
      const std::string written = view.value_row(m, c.now, "as_written"), value = view.value_row(m, c.now, "value");
      if (!written.empty()) h.add(", written there as “").text(written).add("”");
      else if (!value.empty()) h.add(", typed as ").text(value);
      h.add(".");
    }
  }
  h.add("</li>\n");
  if (account == nullptr || definition.kind == MeasureKind::formula) return;
  step(page, "Counted.");
  h.text(counted(account->counted, "row was", "rows were")).add(" used for the figures of this measure");
  if (!definition.where.every_row()) {
    h.add(", where ");
    code(page, definition.where.written);
  }
  h.add(".");
  std::string left;
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < account->left_out.size(); ++i) {
    if (account->left_out[i] == 0) continue;
    out += account->left_out[i];
    left += (left.empty() ? "" : "; ") + Decimal{static_cast<std::int64_t>(account->left_out[i]), 0}.said() + ": " + std::string(left_out_words(static_cast<LeftOut>(i)));
  }
  if (out != 0) h.add(" Left out, by reason: ").text(left).add(".");
  else h.add(" None was left out.");
  h.text(" " + Decimal{static_cast<std::int64_t>(account->counted), 0}.said() + " + " + Decimal{static_cast<std::int64_t>(out), 0}.said() + " = " + Decimal{static_cast<std::int64_t>(account->read), 0}.said() + ".").add("</li>\n");
}

void rule_step(Page& page, const PublicMeasure& m, const Comparison& c) {
  const Measure& definition = *m.definition;
  Html& h = page.h;
  const bool counts = c.now != nullptr && c.now->known && c.now->has_counts && !c.now->hidden;
  step(page, "Rule.");
  switch (definition.kind) {
    case MeasureKind::value: h.add("The value as it was given."); break;
    case MeasureKind::count:
      if (definition.of) rule(page, "How many different values of ", definition.of->written, " there are, each counted once.");
      else h.add("How many rows there are.");
      break;
    case MeasureKind::sum: rule(page, "The total of ", definition.of ? definition.of->written : std::string(), "."); break;
    case MeasureKind::mean: h.add("The total divided by the number of rows."); break;
    case MeasureKind::median: h.add("The one in the middle, or half the sum of the two in the middle."); break;
    case MeasureKind::share: rule(page, "The share of rows that meet ", definition.meets.written, "."); break;
    case MeasureKind::rate:
      h.add("How many there are for each ").text(Decimal{definition.per, 0}.said());
      rule(page, " of ", definition.denominator, ".");
      break;
    case MeasureKind::within:
      h.add("The share that was done within the limit");
      if (definition.limit) h.add(" (").text(definition.limit->title.empty() ? definition.limit->id : definition.limit->title).add(")");
      h.add(". What was open past its limit counts as late.");
      break;
    case MeasureKind::latest:
      rule(page, "For each one open on the last day, its latest result known by then; the share of those whose result meets ", definition.meets.written, ".");
      break;
    case MeasureKind::formula: h.add("Worked out exactly from the figures named."); break;
  }
  if (counts && definition.kind != MeasureKind::count && definition.kind != MeasureKind::sum) {
    h.add(" ").text(Decimal{c.now->numerator, 0}.said()).add(" of ").text(Decimal{c.now->denominator, 0}.said());
    if (definition.unit == Unit::percent) h.add(" is ").text(page.view.said(m, c.now));
    h.add(".");
  }
  if (const Account* account = page.view.account(m); definition.kind == MeasureKind::latest && account != nullptr && account->entities != 0) {
    const auto said = [](std::uint64_t n) { return Decimal{static_cast<std::int64_t>(n), 0}.said(); };
    h.text(" Of " + said(account->entities) + " in all, " + said(account->judged) + " had a result, " + said(account->unjudged) + " had none yet, " + said(account->closed) + " had closed and " +
           said(account->not_yet_open) + " were not yet open.");
  }
  h.add("</li>\n");
}

void difference_step(Page& page, const PublicMeasure& m, const Figure* now, const Figure* other, Ratio difference) {
  const Measure& definition = *m.definition;
  // Two shares may print alike and differ all the same: then their counts show it.
  const auto said = [&](const Figure* figure) {
    const bool counts = definition.unit == Unit::percent && definition.kind != MeasureKind::value && figure->has_counts;
    return page.view.said(m, figure) + (counts ? " (" + Decimal{figure->numerator, 0}.said() + " of " + Decimal{figure->denominator, 0}.said() + ")" : std::string());
  };
  page.h.text(said(now)).add(" − ").text(said(other)).add(" = ")
      .text(signed_difference(definition, difference, std::max(places_of(definition, *now), places_of(definition, *other))));
  if (definition.unit == Unit::percent) page.h.add(" points");
  page.h.add(". ");
}

void rival_steps(Page& page, const PublicMeasure& m, const Comparison& c) {
  const View& view = page.view;
  Html& h = page.h;
  if (c.previous && c.previous->known && c.previous->before != nullptr && !c.previous->before->hidden && !c.now->hidden) {
    step(page, "Change.");
    difference_step(page, m, c.now, c.previous->before, c.previous->difference);
    h.text(m.definition->better == Better::none ? "No better or worse is said of this measure." : m.definition->better == Better::higher ? "Higher is better." : "Lower is better.").add(" So: ");
    const DirectionWords words = view.direction(c, *c.previous);
    h.text(words.lead).add(words.rest.empty() || words.lead.empty() ? Markup("") : Markup(", ")).text(words.rest).add(".</li>\n");
  }
  for (const Gap& gap : c.gaps) {
    if (!gap.period || gap.ours == nullptr || gap.theirs == nullptr || gap.ours->hidden || gap.theirs->hidden) continue;
    step(page, "Gap.");
    difference_step(page, m, gap.ours, gap.theirs, gap.difference);
    h.add("Both are of ").text(period_words(*gap.period)).add(".");
    if (gap.members != 0) h.text(" " + gap.said + " is worked out from " + Decimal{gap.with_value, 0}.said() + " of " + Decimal{gap.members, 0}.said() + " members.");
    h.add("</li>\n");
  }
  step(page, "Sentence.");
  h.add("Built by rule from the figures above: value, change, comparison.</li>\n");
}

std::string unit_words(Unit unit) {
  switch (unit) {
    case Unit::percent: return "Per cent";
    case Unit::count: return "A count";
    case Unit::gbp: return "Pounds";
    case Unit::rate: return "A rate";
    case Unit::ratio: return "A ratio";
    case Unit::score: return "A score";
    default: return capital(std::string(unit_name(unit)));
  }
}

void definition_margin(Page& page, const PublicMeasure& m) {
  const Measure& d = *m.definition;
  if (!d.note.empty()) margin(page, "Method", d.note);
  if (!d.population.empty()) margin(page, "Who is measured", capital_words(d.population));
  margin(page, "Unit", unit_words(d.unit) + (d.better == Better::none ? "; no better or worse" : d.better == Better::higher ? "; higher is better" : "; lower is better"));
  if (d.size_many) margin(page, "Size", "Large, so better and worse can be said.");
  if (!d.many_choices.empty()) margin(page, "Size", "Large enough to say better and worse for: " + join(d.many_choices, "; ") + ".");
  if (d.counts != Counts::things) margin(page, "Small numbers", "1 to 5 are hidden in any split of people, with whatever would reveal them.");
  if (!d.already_public.empty()) margin(page, "Already public", d.already_public);
  margin(page, "Rounding", "Once, last, half away from zero.");
}

}  // namespace

std::string lower_words(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string words(dot == std::string_view::npos ? name : name.substr(dot + 1));
  std::replace(words.begin(), words.end(), '_', ' ');
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z' && (words.size() == 1 || words[1] < 'A' || words[1] > 'Z')) words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string capital_words(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + (words.empty() || words.back() == '.' ? "" : ".");
}

void how_it_was_made(Page& page, const PublicMeasure& m) {
  const View& view = page.view;
  Html& h = page.h;
  std::string choice;
  const Comparison* c = &m.whole;
  if (!m.has_whole() && !m.parts.empty()) {
    c = &m.parts[0];
    choice = m.choices[0];
  }
  h.add("<section class=\"part\" id=\"made\" aria-labelledby=\"h-made\">\n");
  open_pair(page);
  heading(page, 2, choice.empty() ? std::string("How this figure was made") : "How these figures were made", "h-made");
  if (!choice.empty()) quiet(page, "The steps are shown for " + part_title(m, choice) + ".");
  h.add("<ol class=\"steps\">\n");
  read_step(page, m, *c);
  rule_step(page, m, *c);
  if (c->now != nullptr && c->now->known) rival_steps(page, m, *c);
  h.add("</ol>\n");
  to_margin(page);
  definition_margin(page, m);
  close_pair(page);
  if (const PublicRegister* of = view.rows_register(m); of != nullptr && c->period && m.definition->kind != MeasureKind::value) {
    FigureRows rows = view.rows_behind(m, choice, *c->period);
    std::vector<std::size_t> shown(rows.denominator.begin(), rows.denominator.end());
    if (shown.empty()) shown.assign(rows.numerator.begin(), rows.numerator.end());
    std::erase_if(shown, [&](std::size_t row) { return row >= of->rows(); });
    constexpr std::size_t most = 300;  // the rest is in the download
    if (!shown.empty() && shown.size() <= most) {
      h.add("<details><summary>The rows themselves (").number(static_cast<std::int64_t>(shown.size())).add(")</summary>\n");
      plain_rows(page, *of, shown);
      h.add("</details>\n");
    }
  }
  heading(page, 3, "Cite this");
  const std::string period = c->period && c->period->kind != PeriodKind::not_given ? c->period->name() : std::string();
  h.add("<p class=\"code\">").text(view.title()).add(", ").text(view.period().said()).add(". ").text(m.title());
  if (!choice.empty()) h.add(", ").text(choice);
  if (c->period) h.add(", ").text(period_words(*c->period));
  h.add(": ").text(view.said(m, c->now)).add(". Figure ").text(m.id() + (choice.empty() ? "" : "[" + choice + "]") + (period.empty() ? "" : "@" + period)).add(".</p>\n</section>\n");
}

}  // namespace reportcard
