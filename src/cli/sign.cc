// SPDX-License-Identifier: MIT
// `reportcard sign`: an office signs an edition. What it signs is bound to the hash of the figures and of all inputs.
#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/edition_store.h"
#include "cli/helplines.h"
#include "engine/print.h"

namespace reportcard {

namespace {

int refused(const std::string& why) {
  std::fprintf(stderr, "reportcard: %s Nothing was signed.\n", why.c_str());
  return 1;
}

// The figures of the edition's own place, each measure at its current period: what somebody who signs must have read.
void print_figures(const Card& card, const Figures& figures) {
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
    const Measure& measure = card.measures[m];
    const std::optional<Period> current = figures.current(m, card);
    if (measure.audience == Audience::never || !current) continue;
    const Cube* cube = figures.cube(m);
    if (!cube) continue;
    for (const std::string& choice : cube->choices) {
      const Figure* figure = figures.shown(m, card.area, choice, *current);
      if (!figure || (!figure->known && !figure->hidden)) continue;
      std::printf("  %s%s, %s: %s\n", measure.title.c_str(), choice.empty() ? "" : (" (" + choice + ")").c_str(), current->said().c_str(),
                  said_value(measure, figures, *figure).c_str());
    }
  }
}

}  // namespace

int run_sign(const SignOptions& options) {
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems, options.edition);
  if (!loaded || problems.has_errors()) {
    show(problems);
    return refused(loaded ? "the edition has errors, so nobody can sign it." : "there is no card here.");
  }
  const Card& card = *loaded->card;
  const EditionPlan& plan = card.editions[*card.edition];
  if (std::find(plan.sign.begin(), plan.sign.end(), options.office) == plan.sign.end()) {
    if (plan.sign.empty()) return refused("the edition " + plan.id + " asks no office to sign it.");
    const auto meant = did_you_mean(options.office, plan.sign);
    return refused("the edition " + plan.id + " does not ask the office \"" + options.office + "\" to sign; it asks " + list_of(plan.sign, "and") + "." +
                   (meant ? " Did you mean \"" + *meant + "\"?" : ""));
  }
  const std::optional<Date> on = options.on.empty() ? std::optional(today()) : Date::parse(options.on);
  if (!on) {
    std::fprintf(stderr, "reportcard: \"%s\" is not a day. Write for example --on 2012-11-09.\n", options.on.c_str());
    return 2;
  }
  const std::optional<EditionRecord> record = read_edition_record(*folder, plan.id, problems);
  if (problems.has_errors()) {
    show(problems);
    return refused("the record of the edition cannot be read.");
  }
  const EditionFiles files = edition_files(card, loaded->figures);
  const SignState state = sign_state(plan, record, files);
  if (std::find(state.missing.begin(), state.missing.end(), options.office) == state.missing.end())
    return refused("\"" + options.office + "\" has signed this edition as it is.");
  std::vector<SignOff> signed_by;
  if (record) {
    for (const SignOff& one : record->signed_by) {
      if (std::find(state.voided.begin(), state.voided.end(), one.office) == state.voided.end()) signed_by.push_back(one);
    }
  }
  signed_by.push_back({options.office, *on, files.figures_hash(), files.inputs_hash(), options.note});
  if (!write_edition_record(options.folder, plan.id, files, signed_by, problems)) {
    show(problems);
    return refused("the record cannot be written.");
  }
  std::printf("%s signs %s (%s), on %s:\n", options.office.c_str(), plan.title.c_str(), plan.id.c_str(), on->said().c_str());
  print_figures(card, loaded->figures);
  std::printf("figures  SHA-256 %s\ninputs   SHA-256 %s\n", files.figures_hash().c_str(), files.inputs_hash().c_str());
  for (const std::string& office : state.voided) {
    if (office != options.office) std::printf("The sign-off of \"%s\" was of something else and is taken out: %s changed.\n", office.c_str(), list_of(state.files_changed, "and").c_str());
  }
  std::vector<std::string> still;
  for (const std::string& office : state.missing) {
    if (office != options.office) still.push_back(office);
  }
  if (still.empty()) std::printf("All have signed that must.\n");
  else std::printf("Still to sign: %s.\n", list_of(still, "and").c_str());
  return 0;
}

}  // namespace reportcard
