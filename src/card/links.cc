// SPDX-License-Identifier: MIT
// Links resolved by the id column of the register they point to, and counted from its side.
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/records_reader.h"

namespace reportcard {
namespace {

// Rows of a register by id; of an id that stands twice the first, which is a problem of its own.
std::unordered_map<std::string_view, std::uint32_t> rows_by_id(const Records& target) {
  std::unordered_map<std::string_view, std::uint32_t> rows;
  const RecordColumn* ids = target.find(target.of->id_column());
  const TextColumn* text = ids ? ids->text() : nullptr;
  if (!text) return rows;
  rows.reserve(text->words.size());
  for (std::size_t row = 0; row < target.rows; ++row) {
    const std::uint32_t code = text->codes[row];
    if (code != 0) rows.emplace(text->words[code], static_cast<std::uint32_t>(row));
  }
  return rows;
}

void resolve(CardReading& reading, const Records& records, RecordColumn& column) {
  column.links.first.assign(records.rows + 1, 0);
  const TextColumn* text = column.text();
  if (!text) return;
  const ColumnDefinition& definition = *column.definition;
  auto target = reading.card.records.find(definition.to);
  if (target == reading.card.records.end()) return;  // a problem of the register
  if (target->second.of->file.empty() && reading.workbook_refused) return;  // it may stand in the workbook that was refused
  if (target->second.of->file.empty() && text->words.size() > 1) {
    reading.problems.error("link-to-nothing", records.place(0, definition.name),
                           fmt::format("The column {} points to rows of {}, which has no file.", in_quotes(definition.name),
                                       in_quotes(definition.to)),
                           fmt::format("put data/{}.csv into the folder, or leave the column blank", definition.to));
    return;
  }
  const std::unordered_map<std::string_view, std::uint32_t> rows = rows_by_id(target->second);
  // Targets of each word, one after the other: a nation's links must not be a million small lists.
  std::vector<std::uint32_t> from_of_word(text->words.size() + 1, 0);
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> missing;
  for (std::uint32_t code = 1; code < text->words.size(); ++code) {
    from_of_word[code] = static_cast<std::uint32_t>(targets.size());
    bool all = true;
    auto add = [&](std::string_view id) {
      if (id.empty()) return;
      auto found = rows.find(id);
      if (found == rows.end()) all = false;
      else targets.push_back(found->second);
    };
    if (definition.many) {
      for (std::string_view part : split(text->words[code], ';')) add(part);
    } else {
      add(text->words[code]);
    }
    if (!all) missing.push_back(code);
  }
  from_of_word.back() = static_cast<std::uint32_t>(targets.size());
  const std::vector<std::pair<std::uint32_t, std::size_t>> first = first_rows_of(*text, missing);
  if (!first.empty()) {
    std::vector<std::string> known;
    for (const auto& [id, row] : rows) {
      if (known.size() < 2'000) known.emplace_back(id);
    }
    std::sort(known.begin(), known.end());
    for (const auto& [code, row] : first) {
      std::string word = text->words[code];
      if (definition.many) {
        for (std::string_view part : split(text->words[code], ';')) {
          if (!part.empty() && !rows.count(part)) word = part;
        }
      }
      const std::string damaged = damaged_word_remedy(word, known);
      std::optional<std::string> meant = did_you_mean(word, known);
      const bool closed = target->second.of->row == RowKind::person || target->second.of->row == RowKind::case_;
      reading.problems.error("link-to-nothing", records.place(row, definition.name),
                             fmt::format("The register {} has no row with the id {}.", in_quotes(definition.to), in_quotes(word)),
                             !damaged.empty() && !closed ? damaged
                             : meant && !closed ? fmt::format("did you mean {}?", in_quotes(*meant))
                                              : fmt::format("add the row to {}, or correct the id", target->second.of->file));
    }
  }
  column.links.targets.reserve(records.rows);
  for (std::size_t row = 0; row < records.rows; ++row) {
    const std::uint32_t code = text->codes[row];
    for (std::uint32_t at = from_of_word[code]; at < from_of_word[code + 1]; ++at) column.links.targets.push_back(targets[at]);
    column.links.first[row + 1] = static_cast<std::uint32_t>(column.links.targets.size());
  }
}

}  // namespace

void resolve_links(CardReading& reading, Records& records) {
  for (RecordColumn& column : records.columns) {
    if (column.definition->type == ColumnType::link) resolve(reading, records, column);
  }
}

void count_back(CardReading& reading) {
  for (auto& [id, records] : reading.card.records) {
    for (const RecordColumn& column : records.columns) {
      const ColumnDefinition& definition = *column.definition;
      if (definition.type != ColumnType::link || definition.back.empty()) continue;
      auto target = reading.card.records.find(definition.to);
      if (target == reading.card.records.end()) continue;
      // Not read because nobody asked for it: there is no count, rather than a wrong one.
      if (!column.cells && records.rows > 0 && !reading.columns_needed.count(id + "." + definition.name)) continue;
      std::vector<std::uint32_t> counts(target->second.rows, 0);
      for (std::uint32_t to : column.links.targets) ++counts[to];
      target->second.back_counts.emplace_back(definition.back, std::move(counts));
    }
  }
}

}  // namespace reportcard
