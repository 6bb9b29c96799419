// SPDX-License-Identifier: MIT
// Claims that need a figure to bear them, targets that need a date and a result, references that need an aim.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

std::string what_of(const RuleInput& in, const Claim& claim, const std::optional<NamedFigure>& named) {
  return named ? said_figure(in.card, *named) : claim.subject.empty() ? claim.about : claim.subject;
}

bool has_value(const NamedFigure& named) { return named.known() && !named.figure->hidden; }

// The comparators of a claim that have no value of this measure, in any period.
std::vector<std::string> without_value(const RuleInput& in, const Claim& claim, const NamedFigure& named) {
  std::vector<std::string> lacking;
  for (const std::string& who : claim.against) {
    std::vector<AreaId> areas = members_of(in.card, who);
    if (const auto area = find_area(in.card, who)) areas.push_back(*area);
    bool any = false;
    for (const AreaId area : areas) {
      if (area == named.area || !named.cube) continue;
      for (const Period& period : named.cube->periods) any = any || has_value(in_area(at_period(named, period), area));
    }
    if (!any) lacking.push_back(said_comparator(in.card, who));
  }
  return lacking;
}

std::size_t periods_with_value(const NamedFigure& named) {
  std::size_t count = 0;
  if (!named.cube) return 0;
  for (const Period& period : named.cube->periods) count += has_value(at_period(named, period)) ? 1 : 0;
  return count;
}

}  // namespace

void comparator_without_value(const RuleInput& in, std::vector<Finding>& found) {
  for (const Claim& claim : in.statements.claims) {
    if (!claim.said_by.empty() || (claim.kind != ClaimKind::above && claim.kind != ClaimKind::below && claim.kind != ClaimKind::comparison)) continue;
    const auto named = about_of(in, claim);
    if (!named || claim.against.empty()) continue;
    const auto lacking = without_value(in, claim, *named);
    if (lacking.empty()) continue;
    const std::string ours = has_value(*named) ? bare_value(*named->measure, *named->figure) : "not known";
    found.push_back(found_in(claim, "comparator-without-value",
                             fmt::format("{} is compared with {}, of which no value is given.", said_figure(in.card, *named), list_of(lacking, "and")),
                             fmt::format("ours {}; {}: none", ours, list_of(lacking, "and"))));
  }
}

void superlative_without_figure(const RuleInput& in, std::vector<Finding>& found) {
  for (const Claim& claim : in.statements.claims) {
    if (!claim.said_by.empty() || claim.kind != ClaimKind::superlative) continue;
    const auto named = about_of(in, claim);
    std::string sum;
    if (!named) {
      if (!claim.about.empty()) continue;  // a name about nothing is a problem of its own
      sum = "no value is given, own or others'";
    } else {
      const auto lacking = without_value(in, claim, *named);
      const bool over_time = claim.against.empty() && periods_with_value(*named) >= 2;
      if (has_value(*named) && lacking.empty() && (over_time || !claim.against.empty())) continue;
      sum = fmt::format("ours {}; {}", has_value(*named) ? bare_value(*named->measure, *named->figure) : "not known",
                        lacking.empty() ? "no other period" : list_of(lacking, "and") + ": none");
    }
    found.push_back(found_in(claim, "superlative-without-figure",
                             fmt::format("It is said that {} is among the highest or lowest, and there are no values to see it among.", what_of(in, claim, named)), std::move(sum)));
  }
}

void claim_without_figure(const RuleInput& in, std::vector<Finding>& found) {
  for (const Claim& claim : in.statements.claims) {
    if (!claim.said_by.empty()) continue;
    const bool compares = claim.kind == ClaimKind::above || claim.kind == ClaimKind::below;
    if (!compares && claim.kind != ClaimKind::trend && claim.kind != ClaimKind::most && claim.kind != ClaimKind::narrowing) continue;
    const auto named = about_of(in, claim);
    if (!named && !claim.about.empty()) continue;
    std::string lacks;
    if (!named) {
      lacks = "no figure is given";
    } else if (claim.kind == ClaimKind::trend) {
      const std::size_t periods = periods_with_value(*named);
      if (periods >= 2) continue;
      lacks = fmt::format("a trend needs two periods; {} has {}", titled(in.card, *named), periods == 0 ? "none" : "one");
    } else if (claim.kind == ClaimKind::narrowing) {
      // Two gaps at two periods, of the comparator named, else of any.
      const std::string who = claim.against.empty() ? "england" : claim.against.front();
      const auto area = find_area(in.card, who);
      std::size_t gaps = 0;
      if (area && named->cube) {
        for (const Period& period : named->cube->periods) {
          if (period.kind == PeriodKind::not_given || (named->period && period > *named->period)) continue;
          const NamedFigure ours = at_period(*named, period);
          if (has_value(ours) && has_value(in_area(ours, *area))) ++gaps;
        }
      }
      if (gaps >= 2) continue;
      lacks = fmt::format("nearer needs two gaps; the values give {}", gaps == 0 ? "none" : "one");
      if (area && has_value(*named)) {
        const NamedFigure theirs = in_area(*named, *area);
        const auto gap = has_value(theirs) ? subtract(named->figure->value, theirs.figure->value) : std::nullopt;
        if (gap) {
          lacks += fmt::format(": {} \xE2\x88\x92 {} = {} now, and none before", bare_value(*named->measure, *named->figure), bare_value(*named->measure, *theirs.figure),
                               bare(*named->measure, *gap, std::max(bare_places(*named->measure, *named->figure), bare_places(*named->measure, *theirs.figure))));
        }
      }
    } else if (has_value(*named)) {
      continue;
    } else {
      lacks = fmt::format("{} has no value for it", titled(in.card, *named));
    }
    found.push_back(found_in(claim, "claim-without-figure", fmt::format("No figure bears what is said of {}.", what_of(in, claim, named)), std::move(lacks)));
  }
}

namespace {

// Which choices reach an undated target, by their latest values: "3 of 7 reach 65".
std::string who_reaches(const RuleInput& in, std::uint32_t measure_index, const Target& target) {
  const Measure& measure = in.card.measures[measure_index];
  const Cube* cube = in.figures.cube(measure_index);
  const auto period = in.figures.current(measure_index, in.card);
  if (!cube || !period || measure.better == Better::none) return {};
  std::vector<std::string> reach, miss;
  for (const std::string& choice : cube->choices) {
    if (choice.empty() && cube->choices.size() > 1) continue;
    const Figure* figure = cube->find(in.card.area, choice, *period);
    if (!figure || !figure->known || figure->hidden) continue;
    const bool there = measure.better == Better::higher ? figure->value >= Ratio::of(target.value) : figure->value <= Ratio::of(target.value);
    (there ? reach : miss).push_back(bare_value(measure, *figure));
  }
  if (reach.empty() && miss.empty()) return {};
  std::string said = fmt::format("; {}: {} of {} reach it", said_period(*period), reach.size(), reach.size() + miss.size());
  if (!reach.empty()) said += fmt::format(" ({})", list_of(reach, "and"));
  if (!miss.empty()) said += fmt::format(", {} do not", list_of(miss, "and"));
  return said;
}

const Claim* target_claim(const RuleInput& in, const Measure& measure, const std::optional<Period>& period) {
  for (const Claim& claim : in.statements.claims) {
    if (claim.kind != ClaimKind::target) continue;
    const auto name = parse_figure_name(claim.about);
    if (!name || name->measure != measure.id) continue;
    const std::string written = claim.period ? *claim.period : name->period;
    const auto said = read_period(measure.periods, written);
    if (written.empty() ? !period.has_value() : said && period && same_period(*said, *period)) return &claim;
  }
  return nullptr;
}

}  // namespace

void target_without_date_or_result(const RuleInput& in, std::vector<Finding>& found) {
  const Date today = in.card.as_at ? *in.card.as_at : in.card.period.last();
  for (std::size_t i = 0; i < in.card.measures.size(); ++i) {
    const Measure& measure = in.card.measures[i];
    const auto index = static_cast<std::uint32_t>(i);
    for (const Target& target : measure.targets) {
      std::string message, sum;
      const std::string value = target.value.said();
      if (!target.period) {
        message = fmt::format("The target of {} for {} has no date.", value, titled(measure));
        sum = fmt::format("target {}, no date", value) + who_reaches(in, index, target);
      } else {
        if (target.period->last() > today) continue;
        const Cube* cube = in.figures.cube(index);
        bool result = false;
        if (cube) {
          for (const std::string& choice : cube->choices) {
            const Figure* figure = cube->find(in.card.area, choice, *target.period);
            result = result || (figure && figure->known);
          }
        }
        if (result) continue;
        message = fmt::format("The target of {} for {} in {} has no result.", value, titled(measure), said_period(*target.period));
        sum = fmt::format("target {} for {}, which ended on {}; no value for it", value, said_period(*target.period), target.period->last().said());
        if (cube) {
          const auto current = in.figures.current(index, in.card);
          const Figure* latest = current ? cube->find(in.card.area, "", *current) : nullptr;
          if (latest && latest->known && !latest->hidden) sum += fmt::format("; latest {} in {}", bare_value(measure, *latest), said_period(*current));
        }
      }
      const Claim* claim = target_claim(in, measure, target.period);
      Finding finding;
      if (claim) finding = found_in(*claim, "target-without-date-or-result", std::move(message), std::move(sum));
      else {
        finding.rule = "target-without-date-or-result";
        finding.place = measure.place;
        finding.message = std::move(message);
        finding.sum = std::move(sum);
      }
      finding.figure = measure.id;
      found.push_back(std::move(finding));
    }
  }
}

namespace {
std::string quoted_title(const std::string& title) { return "\xE2\x80\x9C" + title + "\xE2\x80\x9D"; }
}  // namespace

void reference_misses(const RuleInput& in, std::vector<Finding>& found) {
  const auto holds = [&in](const std::string& section, const std::vector<std::string>& measures, const std::vector<std::string>& registers, const Reference& reference, bool pages) {
    const auto in_list = [](const std::vector<std::string>& list, const std::string& id) { return !id.empty() && std::find(list.begin(), list.end(), id) != list.end(); };
    if (in_list(measures, reference.measure) || in_list(registers, reference.register_id)) return true;
    if (!pages) return false;
    for (const PageWish& page : in.card.pages) {
      if (page.section == section && (in_list(page.measures, reference.measure) || in_list(page.registers, reference.register_id))) return true;
    }
    return false;
  };
  for (const Reference& reference : in.statements.references) {
    const Section* to = nullptr;
    std::vector<std::string> elsewhere;
    bool there = false;
    for (const Section& section : in.card.sections) {
      const bool here = holds(section.id, section.measures, section.registers, reference, true);
      if (section.id == reference.to) {
        to = &section;
        there = here;
      } else if (here) {
        elsewhere.push_back(quoted_title(section.title));
      }
    }
    if (there) continue;
    std::string what = reference.measure;
    if (!reference.register_id.empty()) {
      const auto reg = in.card.registers.find(reference.register_id);
      what = quoted_title(reg != in.card.registers.end() ? reg->second.title : reference.register_id);
    } else if (const Measure* measure = in.card.measure(reference.measure)) {
      what = titled(*measure);
    }
    Finding finding;
    finding.rule = "reference-misses";
    finding.place = reference.place;
    finding.at = reference.at;
    finding.source = reference.source;
    finding.explains = reference.reason;
    finding.message = to ? fmt::format("The reader is sent to {} for {}, and does not find it there.", quoted_title(to->title), what)
                         : fmt::format("The reader is sent to \"{}\", and there is no such section.", reference.to);
    finding.sum = elsewhere.empty() ? fmt::format("{} is in no section", what) : fmt::format("{} is in {}", what, list_of(elsewhere, "and"));
    found.push_back(std::move(finding));
  }
}

}  // namespace reportcard
