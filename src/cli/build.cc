// SPDX-License-Identifier: MIT
// `reportcard build`: the folder becomes a site, whole or not at all.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "card/audience.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/version.h"
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

// The command line lets no other word through.
Audience audience_of(const BuildOptions& options) {
  const std::vector<std::string>& words = reader_words();
  return static_cast<Audience>(std::find(words.begin(), words.end(), options.audience) - words.begin());
}

}  // namespace

int run_build(const BuildOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems);
  if (options.strict) problems.make_warnings_errors();
  if (!loaded || problems.has_errors()) {
    show(problems);
    std::fprintf(stderr, "Not built: %s. %s is as it was.\n",
                 counted(problems.count(Severity::error), "error", "errors").c_str(), options.out.c_str());
    return 1;
  }
  const Tree tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, version, audience_of(options)}, problems);
  if (options.strict) problems.make_warnings_errors();
  std::optional<Written> written;
  if (!problems.has_errors()) written = write_tree(tree, options.out, problems);
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
