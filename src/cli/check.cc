// SPDX-License-Identifier: MIT
// `reportcard check`: everything that is wrong with a folder, and how each number of its prose is founded.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "cli/check_file.h"
#include "cli/commands.h"
#include "cli/edition_store.h"
#include "cli/foreword_today.h"
#include "cli/helplines.h"
#include "cli/load.h"
#include "cli/mark.h"
#include "tables/workbook.h"

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

// The workbooks that the card was read from and the CSV files with something wrong, or the one file that was asked for.
void mark_tables(const CheckOptions& options, const std::string& folder, const Folder& files, Problems& problems) {
  namespace fs = std::filesystem;
  const std::vector<Problem> found = problems.sorted();
  std::vector<ToMark> tables;
  for (const std::string& name : files.list()) {
    if (name.compare(0, 5, "data/") != 0 || !is_table_file(name)) continue;
    const std::string path = (fs::path(folder) / name).string();
    std::error_code none;
    const bool asked_for = folder != options.folder && fs::equivalent(path, options.folder, none);
    const bool wrong = std::any_of(found.begin(), found.end(), [&](const Problem& one) { return one.place.file == name && one.severity != Severity::note; });
    if (folder != options.folder ? !asked_for : !is_workbook(name) && !wrong) continue;
    if (const auto bytes = files.read(name)) tables.push_back({name, path, *bytes});
  }
  for (const std::string& path : write_marked(tables, options.mark, found, problems)) std::fprintf(stderr, "Wrote %s.\n", path.c_str());
}

}  // namespace

int run_check(const CheckOptions& options) {
  std::error_code none;
  const bool is_file = std::filesystem::is_regular_file(options.folder, none) || (is_table_file(options.folder) && !std::filesystem::is_directory(options.folder, none));
  // A workbook of a card is marked with all that the card says of it.
  const std::string around = is_file && !options.mark.empty() ? card_around(options.folder) : "";
  if (is_file && around.empty()) return run_check_file(options, options.folder);
  const std::string root = is_file ? around : options.folder;
  Problems problems;
  const auto folder = disk_folder(root);
  const std::optional<Loaded> loaded = load(*folder, problems, options.edition);
  if (loaded) check_helplines(*loaded->card, today(), problems);
  if (loaded) check_foreword(*loaded->card, today(), problems);
  if (loaded && options.edition.empty()) check_against_records(*loaded, *folder, problems);
  if (loaded && !options.edition.empty()) work_on_edition(*loaded, *folder, Audience::staff, problems);
  if (options.strict) problems.make_warnings_errors();
  if (!options.mark.empty()) mark_tables(options, root, *folder, problems);
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
