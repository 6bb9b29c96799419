// SPDX-License-Identifier: MIT
// `reportcard new`: a small card folder that builds at once and says in each file what to put there.
#include <filesystem>
#include <fstream>
#include <map>
#include <cstdio>

#include "cli/commands.h"
#include "cli/helplines.h"
#include "cli/new_workbook.h"
#include "base/text.h"
#include "card/card.h"

namespace reportcard {

namespace {

constexpr std::string_view template_folder = "new/";

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

int refuse(const std::string& message) {
  std::fprintf(stderr, "reportcard: %s\n", message.c_str());
  return 1;
}

// The rows of data/*.csv in one workbook, and every mention of them with it.
bool put_in_workbook(std::map<std::string, std::string>& files) {
  Problems problems;
  std::optional<CardWorkbook> workbook = workbook_of_card(files, today(), problems);
  if (!workbook) return false;
  for (const auto& [id, sheet] : workbook->sheets) files.erase("data/" + id + ".csv");
  for (auto& [file, text] : files) {
    for (const auto& [id, sheet] : workbook->sheets) replace_all(text, "data/" + id + ".csv", "data/card.xlsx (sheet " + sheet + ")");
    replace_all(text, "records and published values, as CSV", "records and published values, in the workbook `card.xlsx`");
  }
  files["data/card.xlsx"] = std::move(workbook->bytes);
  return true;
}

}  // namespace

int run_new(const NewOptions& options) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (fs::exists(options.folder, failed) && !fs::is_empty(options.folder, failed))
    return refuse("\"" + options.folder + "\" is there already and not empty. Name a new folder; nothing was written.");
  std::string authority = "E08000017", name = "Doncaster";
  if (!options.authority.empty()) {
    Problems problems;
    Areas areas;
    read_areas("areas/england.csv", FileBytes(std::string(*library_file("areas/england.csv"))), areas, problems);
    const auto area = areas.find(options.authority);
    if (!area) {
      std::vector<std::string> known;
      for (const Area& each : areas.all)
        if (each.level == AreaLevel::authority) known.push_back(each.name);
      const auto meant = did_you_mean(options.authority, known);
      std::fprintf(stderr, "reportcard: there is no authority \"%s\".%s\n", options.authority.c_str(),
                   meant ? (" Did you mean \"" + *meant + "\"?").c_str() : " Write its name or its code, such as E08000017.");
      return 2;
    }
    authority = areas.all[*area].code;
    name = areas.all[*area].name;
  }
  std::map<std::string, std::string> files;
  for (const std::string& file : library_list(template_folder)) {
    std::string text(*library_file(file));
    replace_all(text, "AUTHORITY-CODE", authority);
    replace_all(text, "AUTHORITY-NAME", name);
    files[file.substr(template_folder.size())] = std::move(text);
  }
  if (options.workbook && !put_in_workbook(files)) return refuse("the workbook could not be made; nothing was written.");
  for (const auto& [file, text] : files) {
    const fs::path path = fs::path(options.folder) / file;
    fs::create_directories(path.parent_path(), failed);
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (failed || !out) return refuse("cannot write \"" + path.string() + "\". Is the disk full, or the folder not yours?");
  }
  std::fprintf(stderr, "Wrote %s (%s). Next:\n  reportcard check %s\n  reportcard build %s --out %s-site\n", options.folder.c_str(),
               counted(files.size(), "file", "files").c_str(), options.folder.c_str(), options.folder.c_str(), options.folder.c_str());
  return 0;
}

}  // namespace reportcard
