// SPDX-License-Identifier: MIT
// Old workbooks and encrypted ones share one container, the compound file: the names of its streams tell them apart.
#include "tables/workbook_refused.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "tables/workbook.h"

namespace reportcard {
namespace {

std::string_view without_folder(std::string_view name) { return name.substr(std::min(name.rfind('/') + 1, name.size())); }

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() && fold(name.substr(name.size() - ending.size())) == ending;
}

// The workbook whose lock this is, or "".
std::string_view locked_by(std::string_view name) {
  std::string_view file = without_folder(name);
  if (file.substr(0, 2) == "~$") return file.substr(2);
  if (file.substr(0, 7) == ".~lock." && !file.empty() && file.back() == '#') return file.substr(7, file.size() - 8);
  return {};
}

// Compound files name their streams in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char letter : name) wide.append(1, letter).append(1, '\0');
  return bytes.find(wide) != std::string_view::npos;
}

struct Refusal {
  std::string_view code, message, remedy;
};

Refusal refusal_of_compound_file(std::string_view bytes) {
  if (has_stream(bytes, "DRMEncrypted")) {
    return {"workbook-protected", "This workbook is encrypted by a sensitivity label or by rights management.",
            "open it, choose a label that does not encrypt (in Excel: Home, Sensitivity), and save it"};
  }
  if (has_stream(bytes, "EncryptedPackage") || has_stream(bytes, "DataSpaces")) {
    return {"workbook-protected", "This workbook is encrypted: it needs a password to be opened.",
            "open it, take the password off (in Excel: File, Info, Protect Workbook, Encrypt with Password), and save it"};
  }
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
    return {"workbook-format", "This is a workbook of the old Excel format (.xls), which is not read.",
            "open it, and save it as an Excel workbook (.xlsx)"};
  }
  return {"workbook-unreadable", "This file is no workbook, though its name says so: it is another document of Office.",
          "put the workbook here, saved as .xlsx or .ods"};
}

Refusal refusal_of(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) {
    return {"workbook-unreadable", "This file is empty.", "copy the workbook again, or save it again"};
  }
  if (bytes.substr(0, 8) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") return refusal_of_compound_file(bytes);
  if (bytes.substr(0, 2) == "PK") return {};
  const std::string_view start = trim(bytes.substr(0, 400));
  if (ends_with(name, ".gsheet")) {
    return {"workbook-format", "This file is only a link to a sheet in Google Drive; the rows are not in it.",
            "open the sheet there, and download it as .xlsx or .ods"};
  }
  if (start.find("office:document") != std::string_view::npos || ends_with(name, ".fods")) {
    return {"workbook-format", "This is a flat OpenDocument file (.fods), which is not read.", "open it, and save it as .ods"};
  }
  if (start.substr(0, 1) == "<" || start.substr(0, 4) == "\xEF\xBB\xBF<") {
    return {"workbook-format", "This file is a web page or other XML with the name of a workbook.",
            "open it in a spreadsheet program, and save it as .xlsx or .ods"};
  }
  if (bytes.size() > 4 && bytes[0] == 0x09 && (bytes[1] == 0x08 || bytes[1] == 0x04 || bytes[1] == 0x02)) {
    return {"workbook-format", "This is a workbook of a very old Excel format (.xls), which is not read.",
            "open it, and save it as an Excel workbook (.xlsx)"};
  }
  return {"workbook-unreadable", "This file is no workbook, though its name says so.",
          "open it in a spreadsheet program, and save it again as .xlsx or .ods; a file of text is called .csv"};
}

}  // namespace

bool is_workbook(std::string_view name) {
  static constexpr std::string_view endings[] = {".xlsx", ".xlsm", ".xltx", ".xltm", ".ods",     ".ots",
                                                 ".xls",  ".xlsb", ".xlt",  ".fods", ".numbers", ".gsheet"};
  if (const std::string_view locked = locked_by(name); !locked.empty()) name = locked;
  return std::any_of(std::begin(endings), std::end(endings), [name](std::string_view one) { return ends_with(name, one); });
}

bool refuse_workbook(const std::string& name, std::string_view bytes, Problems& problems) {
  Place place;
  place.file = name;
  if (const std::string_view locked = locked_by(name); !locked.empty()) {
    problems.warning("workbook-open", std::move(place), fmt::format("This file says that somebody has \"{}\" open, so what is read of that may not be the last of it.", locked),
                     "save and close the workbook; if nobody has it open, delete this file");
    return true;
  }
  const Refusal refusal = refusal_of(name, bytes);
  if (refusal.code.empty()) return false;
  problems.error(refusal.code, std::move(place), std::string(refusal.message), std::string(refusal.remedy));
  return true;
}

}  // namespace reportcard
