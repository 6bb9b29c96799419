// SPDX-License-Identifier: MIT
// `reportcard check`: everything that is wrong with a folder, and how each number of its prose is founded.
#include <cstdio>
#include <filesystem>

#include "cli/check_file.h"
#include "cli/commands.h"
#include "cli/edition_store.h"
#include "cli/foreword_today.h"
#include "cli/helplines.h"
#include "cli/load.h"

namespace reportcard {

namespace {

void print_numbers(const Loaded& loaded) {
  std::size_t by_class[5] = {};
  for (const auto& [file, prose] : loaded.prose) {
    for (const ProseNumber& number : prose.numbers) {
      static constexpr const char* names[] = {"bound", "sourced", "loose", "not a figure", "tested"};
      ++by_class[static_cast<int>(number.kind)];
      std::printf("%s:%u:%u: %s: %s%s%s\n", number.place.file.c_str(), number.place.line, number.place.column,
                  number.text.c_str(), names[static_cast<int>(number.kind)], number.why.empty() ? "" : ": ",
                  number.why.c_str());
    }
  }
  std::printf("%zu bound, %zu tested, %zu sourced, %zu loose, %zu not figures\n", by_class[0], by_class[4], by_class[1], by_class[2], by_class[3]);
}

void print_findings(const Loaded& loaded) {
  for (const Finding& finding : loaded.findings) {
    if (finding.verdict == Verdict::holds) continue;
    std::printf("%s: %s [%s]\n", finding.at.empty() ? finding.place.file.c_str() : finding.at.c_str(),
                finding.message.c_str(), finding.rule.c_str());
    std::printf("    declared at %s:%u\n", finding.place.file.c_str(), finding.place.line);
    if (!finding.sum.empty()) std::printf("    sum: %s\n", finding.sum.c_str());
    if (!finding.explains.empty()) std::printf("    explained: %s\n", finding.explains.c_str());
  }
}

}  // namespace

int run_check(const CheckOptions& options) {
  std::error_code none;
  if (std::filesystem::is_regular_file(options.folder, none) || (is_table_file(options.folder) && !std::filesystem::is_directory(options.folder, none))) return run_check_file(options, options.folder);
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems, options.edition);
  if (loaded) check_helplines(*loaded->card, today(), problems);
  if (loaded) check_foreword(*loaded->card, today(), problems);
  if (loaded && options.edition.empty()) check_against_records(*loaded, *folder, problems);
  if (loaded && !options.edition.empty()) work_on_edition(*loaded, *folder, Audience::staff, problems);
  if (options.strict) problems.make_warnings_errors();
  if (loaded && options.numbers && !options.json) print_numbers(*loaded);
  if (loaded && options.findings && !options.json) print_findings(*loaded);
  show(problems, options.json);
  if (!options.json) {
    std::size_t figures = 0, held = 0, failed = 0;
    if (loaded) {
      for (const Cube& cube : loaded->figures.cubes)
        for (const Figure& figure : cube.figures) figures += figure.known;
      for (const Finding& finding : loaded->findings) (finding.verdict == Verdict::holds ? held : failed) += 1;
    }
    std::fprintf(stderr, "%s, %s, %s; %s, %s\n",
                 counted(problems.count(Severity::error), "error", "errors").c_str(),
                 counted(problems.count(Severity::warning), "warning", "warnings").c_str(),
                 counted(figures, "figure", "figures").c_str(),
                 counted(held, "statement holds", "statements hold").c_str(), counted(failed, "finding", "findings").c_str());
  }
  return problems.has_errors() ? 1 : 0;
}

}  // namespace reportcard
