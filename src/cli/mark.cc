// SPDX-License-Identifier: MIT
// Nothing is half written: a copy is made beside its place and moved there in one step. The workbook itself is never written.
#include "cli/mark.h"

#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "tables/workbook.h"
#include "tables/workbook_mark.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;

Place whole_file(const std::string& name) {
  Place place;
  place.file = name;
  return place;
}

std::string ending_of(const std::string& name) { return fold(fs::path(name).extension().string()); }

bool write_whole(const std::string& path, const std::string& bytes, Problems& problems) {
  std::error_code failed;
  const fs::path parent = fs::path(path).parent_path();
  if (!parent.empty()) fs::create_directories(parent, failed);
  const std::string beside = path + ".part";
  std::ofstream to(beside, std::ios::binary);
  to << bytes;
  to.close();
  const bool written = static_cast<bool>(to);
  failed.clear();
  if (written) fs::rename(beside, path, failed);
  if (written && !failed) return true;
  std::error_code none;
  fs::remove(beside, none);
  problems.error("cannot-write", whole_file(path), "\"" + path + "\" cannot be written.", "see that the folder is yours, that the disk is not full, and that no program has the file open");
  return false;
}

}  // namespace

std::string card_around(const std::string& file) {
  std::error_code failed;
  const fs::path data = fs::absolute(file, failed).lexically_normal().parent_path();
  if (data.filename() != "data" || !fs::exists(data.parent_path() / "card.toml", failed)) return {};
  return data.parent_path().string();
}

std::vector<std::string> write_marked(const std::vector<ToMark>& workbooks, const std::string& out, const std::vector<Problem>& found,
                                      Problems& problems) {
  std::vector<std::string> written;
  const bool one_file = is_workbook(out);
  if (workbooks.empty() || (one_file && workbooks.size() > 1)) {
    std::vector<std::string> names;
    for (const ToMark& one : workbooks) names.push_back(one.name);
    problems.error("mark-which", whole_file(out),
                   workbooks.empty() ? "There is no workbook to mark." : "\"" + out + "\" is one workbook, and " + std::to_string(workbooks.size()) + " are to be marked.",
                   workbooks.empty() ? "put a workbook (.xlsx or .ods) into data/; CSV files are marked where something is wrong with them"
                                     : "name a folder for the copies, or check one of them alone: " + list_of(names));
    return written;
  }
  for (const ToMark& one : workbooks) {
    const fs::path source(one.path);
    const bool csv = ending_of(one.path) == ".csv";
    const std::string ending = csv ? ".xlsx" : ending_of(one.path);
    const std::string path = one_file ? out : (fs::path(out) / (source.stem().string() + "-marked" + ending)).string();
    std::error_code failed;
    if (fs::equivalent(path, source, failed)) {
      problems.error("mark-over-source", whole_file(path), "\"" + path + "\" is the workbook itself, which is never written to.", "give the marked copy a name of its own");
      continue;
    }
    if (ending_of(path) != ending) {
      problems.error("mark-ending", whole_file(path), "\"" + path + "\" does not end in " + ending + (csv ? ", as the marked copy of a CSV file does." : " as the workbook does."),
                     "name it " + fs::path(path).stem().string() + ending + ": spreadsheets go by the ending");
      continue;
    }
    const std::optional<std::string> bytes = csv ? marked_csv(one.name, one.bytes, found, problems) : marked_copy(one.name, one.bytes, found, problems);
    if (bytes && write_whole(path, *bytes, problems)) written.push_back(path);
  }
  return written;
}

}  // namespace reportcard
