// SPDX-License-Identifier: MIT
// CSV for whoever downloads it. A cell that a spreadsheet would run as a formula could send their data elsewhere, so no
// text leaves here that begins like one.
#include "base/text.h"
#include "tables/csv.h"

namespace reportcard {
namespace {

bool runs_as_formula(std::string_view value) {
  if (value.empty()) return false;
  if (value[0] == '\t' || value[0] == '\r') return true;
  // Spreadsheets pass over blanks before a formula.
  const std::string_view words = trim(value);
  if (words.empty()) return false;
  // The wide forms are taken for the plain ones where Japanese is set.
  for (const std::string_view start : {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (words.substr(0, start.size()) == start) return true;
  }
  return false;
}

void append_quoted(std::string& to, std::string_view value) {
  to += '"';
  for (const char letter : value) {
    if (letter == '"') to += '"';
    to += letter;
  }
  to += '"';
}

}  // namespace

CsvWriter::CsvWriter(const std::vector<std::string>& header) {
  for (const std::string& one : header) text(one);
  end_row();
}

void CsvWriter::separator() {
  if (row_started_) out_ += ',';
  row_started_ = true;
}

CsvWriter& CsvWriter::text(std::string_view value) {
  separator();
  std::string guarded;
  if (runs_as_formula(value)) {
    guarded.append("'").append(value);
    value = guarded;
  }
  // Blanks at the ends are kept by quotes.
  const bool needs_quotes = value.find_first_of(",\"\r\n\t") != std::string_view::npos || trim(value).size() != value.size();
  if (needs_quotes) append_quoted(out_, value);
  else out_ += value;
  return *this;
}

CsvWriter& CsvWriter::number(std::string_view plain) {
  separator();
  out_ += plain;
  return *this;
}

CsvWriter& CsvWriter::end_row() {
  // A row that is one blank cell must not look like an empty line.
  if (row_started_ && (out_.empty() || out_.back() == '\n')) out_ += "\"\"";
  out_ += '\n';
  row_started_ = false;
  return *this;
}

std::string CsvWriter::take() { return std::move(out_); }

}  // namespace reportcard
