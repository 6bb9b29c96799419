// SPDX-License-Identifier: MIT
// The truth gate: claims reckoned, general rules looked up, and each result said where it belongs. Our own claim that is
// false stops a build; another document's is a finding, printed with its sum.
#include "words/statement.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "words/claim_words.h"
#include "words/english.h"
#include "words/rules.h"

namespace reportcard {
namespace {

// Names of claims that are about nothing; said once each.
bool names_are_known(const RuleInput& in, const Claim& claim, Problems& problems) {
  bool all = true;
  for (const std::string* name : {&claim.about, &claim.beside, &claim.of, &claim.said_of}) {
    if (name->empty()) continue;
    std::string why, remedy;
    if (find_figure(in.card, in.figures, *name, why, remedy)) continue;
    problems.error("claim-unknown", claim.place, why, remedy);
    all = false;
  }
  return all;
}

Finding test_says(const RuleInput& in, const Claim& claim, Problems& problems) {
  Finding finding = found_in(claim, "claim", fmt::format("It is claimed that {}.", claim.says), "");
  finding.place = claim.says_place;
  finding.verdict = Verdict::cannot_be_tested;
  const auto says = parse_says(claim.says, claim.says_place, problems);
  if (!says) {
    finding.sum = "it cannot be read";
    return finding;
  }
  const Reckoning reckoning = reckon(*says, in.card, in.figures, claim.says_place, problems);
  finding.verdict = reckoning.verdict;
  finding.sum = reckoning.sum;
  if (reckoning.verdict == Verdict::cannot_be_tested) finding.sum += (finding.sum.empty() ? "" : "; ") + reckoning.reason;
  for (const SaysNode& node : says->nodes) finding.audience = std::max(finding.audience, audience_of_measure(in.card, node.name.measure));
  if (finding.figure.empty()) {
    for (const SaysNode& node : says->nodes) {
      if (finding.figure.empty() && !node.name.measure.empty()) finding.figure = node.name.text();
    }
  }
  return finding;
}

Finding test_own_sentence(const RuleInput& in, const Claim& claim, const NamedFigure& about) {
  const SentenceVerdict tested = test_sentence(in.card, in.figures, about, claim.sentence);
  Finding finding = found_in(claim, "claim", fmt::format("It is said of {}: \"{}\"{}", claim.about, claim.sentence, claim.sentence.ends_with('.') ? "" : "."), tested.sum);
  finding.place = within(claim.sentence_place, claim.sentence, tested.from, tested.to);
  finding.verdict = tested.verdict;
  // A sentence of our own that is not understood is not let through: it may be false.
  if (claim.own() && tested.verdict == Verdict::cannot_be_tested) finding.verdict = Verdict::fails;
  // A reason that holds the sum says it all.
  if (tested.reason.find(tested.sum) != std::string::npos) finding.sum = tested.reason;
  else if (!tested.reason.empty()) finding.sum += (finding.sum.empty() ? "" : "; ") + tested.reason;
  return finding;
}

// A value as printed, against the figure; a direction as printed, against the rival's value.
std::optional<Finding> test_printed(const RuleInput& in, const Claim& claim) {
  std::string why, remedy;
  auto named = find_figure(in.card, in.figures, claim.about, why, remedy);
  if (!named) return {};
  const auto name = parse_figure_name(claim.about);
  // A period in the name is that of the fact; one beside it is what the document says, and rules look at that.
  if (name && name->period.empty()) named = about_of(in, claim);
  const Measure& measure = *named->measure;
  std::string reason;
  Finding finding = found_in(claim, "claim", "", "");
  finding.verdict = Verdict::cannot_be_tested;
  const auto printed = read_printed(claim.printed);
  if (claim.kind == ClaimKind::value || claim.kind == ClaimKind::share || claim.kind == ClaimKind::comparison) {
    if (!printed) return {};
    finding.message = fmt::format("{} is printed as {}.", said_figure(in.card, *named), claim.printed);
    const auto amount = amount_of(in.card, in.figures, *named, reason);
    if (!amount) {
      finding.sum = reason;
      return finding;
    }
    finding.sum = fmt::format("{}, printed as {}", amount->said, claim.printed);
    const bool wrong_unit = (printed->unit == PrintedUnit::percent) != (measure.unit == Unit::percent) &&
                            (printed->unit == PrintedUnit::percent || printed->unit == PrintedUnit::points);
    switch (agrees(amount->value, amount->places, Ratio::of(printed->number), printed->places)) {
      case Agrees::yes: finding.verdict = wrong_unit ? Verdict::fails : Verdict::holds; break;
      case Agrees::no: finding.verdict = Verdict::fails; break;
      case Agrees::beyond_what_is_known: finding.sum += "; the figure is not known to so many places"; break;
    }
    return finding;
  }
  if ((claim.kind == ClaimKind::above || claim.kind == ClaimKind::below) && claim.against.size() == 1) {
    const auto area = find_area(in.card, claim.against.front());
    finding.message = fmt::format("{} is said to be {} {}.", said_figure(in.card, *named), claim.kind == ClaimKind::above ? "above" : "below", said_comparator(in.card, claim.against.front()));
    if (!area || !named->known()) return {};
    const NamedFigure theirs = in_area(*named, *area);
    if (!theirs.known()) return {};
    const auto gap = subtract(named->figure->value, theirs.figure->value);
    const auto slack = add(half_known(measure, *named->figure), half_known(measure, *theirs.figure));
    if (!gap || !slack) return {};
    finding.sum = fmt::format("{} beside {}", bare_value(measure, *named->figure), bare_value(measure, *theirs.figure));
    if (gap->size() > *slack) finding.verdict = gap->sign() == (claim.kind == ClaimKind::above ? 1 : -1) ? Verdict::holds : Verdict::fails;
    else finding.sum += ", level beyond rounding";
    return finding;
  }
  return {};
}

// "Report card 2011/12, line 85"
std::string where_printed(const Finding& finding) {
  const std::size_t colon = finding.at.rfind(':');
  if (finding.source.empty() || colon == std::string::npos || finding.at.substr(0, colon) != slug(finding.source)) return finding.at;
  return finding.source + ", line " + finding.at.substr(colon + 1);
}

// What is wrong with a line is said: that nothing can be tested there follows from it.
bool says_error_at(const Problems& problems, const Place& place) {
  return std::any_of(problems.all().begin(), problems.all().end(), [&place](const Problem& problem) {
    return problem.severity == Severity::error && problem.place.file == place.file && problem.place.line == place.line;
  });
}

void say(const Finding& finding, std::string_view remedy, Problems& problems) {
  if (finding.verdict == Verdict::holds) return;
  const bool own = finding.source.empty();
  const bool is_claim = finding.rule == "claim";
  std::string message = finding.message;
  if (!finding.sum.empty()) message += fmt::format(" Reckoned: {}{}", finding.sum, finding.sum.back() == '.' ? "" : ".");
  if (!finding.explains.empty()) message += fmt::format(" Explained: {}", finding.explains);
  if (finding.verdict == Verdict::cannot_be_tested) {
    if (own && finding.explains.empty() && !says_error_at(problems, finding.place)) problems.warning("claim-untestable", finding.place, std::move(message), "name figures that are there, or take the claim out");
    return;
  }
  if (!finding.at.empty()) message = fmt::format("{}: {}", where_printed(finding), message);
  if (!own) {
    problems.note(is_claim ? "claim-not-borne" : finding.rule, finding.place, std::move(message));
  } else if (is_claim) {
    problems.error("claim-false", finding.place, std::move(message), std::string(remedy));
  } else if (!finding.explains.empty()) {
    problems.note(finding.rule, finding.place, std::move(message));
  } else {
    problems.warning(finding.rule, finding.place, std::move(message), std::string(remedy));
  }
}

// The reader of measures has said of a target of our own that it has no date, or of a value that its counts belie it.
bool said_before(const Finding& finding, const Problems& problems) {
  if (finding.rule == "value-and-counts") return says_error_at(problems, finding.place);
  if (finding.rule != "target-without-date-or-result" || !finding.source.empty()) return false;
  return std::any_of(problems.all().begin(), problems.all().end(), [&finding](const Problem& problem) {
    return problem.code == "target-undated" && problem.message.find("\"" + finding.figure + "\"") != std::string::npos;
  });
}

}  // namespace

std::vector<Finding> test_statements(const Card& card, const Figures& figures, const std::vector<Prose>&, Problems& problems) {
  const Statements statements = read_statements(card, problems);
  const RuleInput in{card, figures, statements};
  std::vector<Finding> all;

  for (const Claim& claim : statements.claims) {
    if (!names_are_known(in, claim, problems)) continue;
    // Words of another body are tested for their numbers, never as a claim of the card.
    Claim tested = claim;
    if (tested.source.empty() && !tested.said_by.empty()) tested.source = tested.said_by;
    if (!tested.says.empty()) all.push_back(test_says(in, tested, problems));
    if (!tested.sentence.empty()) {
      if (const auto about = about_of(in, tested)) all.push_back(test_own_sentence(in, tested, *about));
    }
    if (tested.kind != ClaimKind::says && !tested.about.empty()) {
      if (auto finding = test_printed(in, tested)) all.push_back(std::move(*finding));
    }
  }
  for (const Finding& finding : all) say(finding, "correct the claim, or the figures that it is about", problems);

  for (const Rule& rule : general_rules()) {
    std::vector<Finding> found;
    rule.look(in, found);
    for (Finding& finding : found) {
      if (!said_before(finding, problems)) say(finding, rule.remedy, problems);
      all.push_back(std::move(finding));
    }
  }
  const std::vector<RegisterRule> rules = register_rules(card, problems);
  for (const RegisterRule& rule : rules) {
    std::vector<Finding> found;
    look_at_registers(in, {rule}, problems, found);
    for (Finding& finding : found) {
      say(finding, rule.remedy, problems);
      all.push_back(std::move(finding));
    }
  }
  // A problem shows the line to the officer; what goes on to the site does not carry words of staff columns.
  for (Finding& finding : all) {
    finding.place.excerpt.clear();
    if (const auto name = parse_figure_name(finding.figure)) finding.audience = std::max(finding.audience, audience_of_measure(card, name->measure));
  }
  return all;
}

}  // namespace reportcard
