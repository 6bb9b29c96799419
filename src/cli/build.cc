// SPDX-License-Identifier: MIT
// `reportcard build`: the folder becomes a site, whole or not at all.
#include <chrono>
#include <cstdio>

#include "cli/commands.h"
#include "cli/edition_store.h"
#include "cli/load.h"
#include "cli/version.h"
#include "site/handover.h"
#include "site/site.h"

namespace reportcard {

namespace {

// A build that went well speaks of what may be wrong; what another document says is read with `check`.
Problems without_notes(const Problems& all) {
  Problems rest;
  for (const Problem& problem : all.all())
    if (problem.severity != Severity::note) rest.add(problem);
  return rest;
}

}  // namespace

int run_build(const BuildOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems, options.edition);
  const Audience audience = loaded ? audience_asked_for(*loaded->card, options.audience, problems) : Audience::public_;
  const EditionWork work = loaded ? work_on_edition(*loaded, *folder, audience, problems) : EditionWork{};
  if (options.strict) problems.make_warnings_errors();
  if (!loaded || problems.has_errors()) {
    show(problems);
    std::fprintf(stderr, "Not built: %s. %s is as it was.\n",
                 counted(problems.count(Severity::error), "error", "errors").c_str(), options.out.c_str());
    return 1;
  }
  const Edition edition{*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, version, audience, &work.history, work.draft};
  Tree tree = build_site(edition, problems);
  if (!problems.has_errors()) add_hand_over(edition, {options.workbook, options.pdf, options.zip}, tree, problems);
  if (options.strict) problems.make_warnings_errors();
  std::optional<Written> written;
  // The record first: what is published has always its record, and one without a site does no harm.
  if (!problems.has_errors() && (!work.record_due || write_edition_record(options.folder, options.edition, work.files, {}, problems)))
    written = write_tree(tree, options.out, problems);
  const std::size_t notes = problems.count(Severity::note);
  if (written) problems = without_notes(problems);
  show(problems);
  if (!written) {
    std::fprintf(stderr, "Not built. %s is as it was.\n", options.out.c_str());
    return 1;
  }
  std::size_t pages = 0;
  for (const auto& [name, bytes] : tree) pages += name.ends_with(".html");
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  std::fprintf(stderr, "%s, %s, %s, %.2f s. Wrote %s (%s changed). Look: %s/index.html\n",
               counted(loaded->card->measures.size(), "measure", "measures").c_str(), counted(pages, "page", "pages").c_str(),
               counted(problems.count(Severity::warning), "warning", "warnings").c_str(), seconds, options.out.c_str(),
               counted(written->changed, "file", "files").c_str(), options.out.c_str());
  if (notes != 0) std::fprintf(stderr, "%s: see them with reportcard check.\n", counted(notes, "note", "notes").c_str());
  return 0;
}

}  // namespace reportcard
