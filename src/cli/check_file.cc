// SPDX-License-Identifier: MIT
// `reportcard check FILE`: one workbook or CSV file outside a card folder. What its sheets are, and what is wrong in them
// that shows without the card.
#include "cli/check_file.h"

#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "base/text.h"
#include "card/file_look.h"
#include "cli/mark.h"
#include "tables/workbook.h"

namespace reportcard {

bool is_table_file(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return is_workbook(name) || (dot != std::string::npos && fold(name.substr(dot)) == ".csv");
}

int run_check_file(const CheckOptions& options, const std::string& file) {
  const std::optional<FileBytes> bytes = FileBytes::map(file);
  if (!bytes || !is_table_file(file)) {
    std::fprintf(stderr, "reportcard: %s is %s.\n", file.c_str(), bytes ? "neither a CSV file nor a workbook, nor the folder of a card" : "not there, or cannot be read");
    return 2;
  }
  Problems problems;
  const std::vector<SheetSeen> sheets = look_at_file(file, *bytes, problems);
  if (options.strict) problems.make_warnings_errors();
  if (!options.mark.empty()) {
    const std::vector<ToMark> workbooks = {{file, file, *bytes}};
    const std::vector<Problem> found = problems.sorted();
    for (const std::string& path : write_marked(workbooks, options.mark, found, problems)) std::fprintf(stderr, "Wrote %s.\n", path.c_str());
  }
  if (!options.json) {
    std::size_t wide = 0;
    for (const SheetSeen& sheet : sheets) wide = std::max(wide, code_points(sheet.name));
    for (const SheetSeen& sheet : sheets) {
      std::string name = sheet.name;
      if (wide > 0) name += std::string(wide - code_points(name) + 2, ' ');
      std::printf("%s%s%s\n", name.c_str(), sheet.looks.c_str(), sheet.read ? (": " + counted(sheet.rows, "row", "rows")).c_str() : "");
    }
  }
  std::fflush(stdout);  // what the sheets are stands before what is wrong with them
  show(problems, options.json);
  if (!options.json)
    std::fprintf(stderr, "%s, %s\n", counted(problems.count(Severity::error), "error", "errors").c_str(),
                 counted(problems.count(Severity::warning), "warning", "warnings").c_str());
  return problems.has_errors() ? 1 : 0;
}

}  // namespace reportcard
