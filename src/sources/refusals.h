// SPDX-License-Identifier: MIT
// Why a published file is not read: a few reasons, each with what to do, so that no file of a folder is passed over in silence.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "sources/series.h"

namespace reportcard {

enum class Refusal : std::uint8_t {
  empty, archive, document, not_a_table, workbook_unreadable, no_text, meaning_of_columns, list_of_places, no_place, no_period, header_unknown, nothing_used,
};
constexpr std::array<Refusal, 12> all_refusals = {Refusal::empty, Refusal::archive, Refusal::document, Refusal::not_a_table, Refusal::workbook_unreadable, Refusal::no_text,
                                                  Refusal::meaning_of_columns, Refusal::list_of_places, Refusal::no_place, Refusal::no_period, Refusal::header_unknown, Refusal::nothing_used};
std::string_view refusal_id(Refusal refusal);      // "header-unknown"
std::string_view refusal_of(Refusal refusal);      // one sentence: why
std::string_view refusal_remedy(Refusal refusal);  // one sentence: what to do

// One table of a folder of published files: a text file, or a sheet of a workbook.
struct SourceFound {
  std::string file, where;              // "data/x.ods", "data/x.ods: Sheet 1"
  const Series* series = nullptr;       // who reads it; else
  std::optional<Refusal> refusal;       // why not. Neither: read with the file that it describes (X.meta.csv)
};

// Who reads this file, or why nobody does: one entry for a text file, one for each sheet of a workbook that is not empty.
std::vector<SourceFound> sources_in(const std::string& file, const FileBytes& bytes);
// The same for all files of a folder below `under` ("" or "data/"), by name.
std::vector<SourceFound> sources_in(const Folder& folder, std::string_view under = {});

}  // namespace reportcard
