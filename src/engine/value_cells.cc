// SPDX-License-Identifier: MIT
// Cells of values. A number keeps the places it was typed with: "62" is known to the point, "66.0" to a tenth.
#include "engine/value_cells.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace reportcard {
namespace {

const TextColumn* text_of(const Records& records, std::string_view name) {
  const RecordColumn* column = records.find(name);
  return column ? column->text() : nullptr;
}

const NumberColumn* numbers_named(const Records& records, std::string_view name) {
  const RecordColumn* column = records.find(name);
  return column ? column->numbers() : nullptr;
}

// A whole number, or nothing where the cell is blank or holds a fraction.
std::optional<std::int64_t> whole_at(const NumberColumn* column, std::size_t row) {
  if (!column || column->units[row] == NumberColumn::blank) return {};
  std::int64_t units = column->units[row];
  for (std::uint8_t place = 0; place < column->places; ++place) {
    if (units % 10 != 0) return {};
    units /= 10;
  }
  return units;
}

// What the symbols of English statistics stand for.
std::string_view symbol_words(std::string_view symbol) {
  if (symbol == "c" || symbol == "*" || symbol == "s" || symbol == "supp") return "kept back by its publisher: a small number";
  if (symbol == "z" || symbol == ".") return "does not apply";
  if (symbol == "x" || symbol == ".." || symbol == ":") return "not available";
  if (symbol == "u") return "kept back by its publisher: too unsure";
  if (symbol == "low" || symbol == "k") return "too small to print";
  return "";
}

}  // namespace

ValueCells::ValueCells(Computing& computing, const Records& records)
    : computing_(computing), records_(records), value_(numbers_named(records, "value")), numerator_(numbers_named(records, "numerator")),
      denominator_(numbers_named(records, "denominator")), symbol_(words("symbol")), note_(words("note")), called_(words("called")),
      status_(text_of(records, "status")), qualifier_(text_of(records, "qualifier")) {
  if (status_) {
    for (const std::string& word : status_->words) {
      status_of_code_.push_back(word == "provisional" ? Status::provisional : word == "revised" ? Status::revised : word == "forecast" ? Status::forecast : Status::final_);
    }
  }
  if (qualifier_) {
    for (const std::string& word : qualifier_->words) {
      qualifier_of_code_.push_back(word == "at least" ? Qualifier::at_least : word == "over" ? Qualifier::over : word == "about" ? Qualifier::about
                                   : word == "at most" ? Qualifier::at_most : word == "under" ? Qualifier::under : Qualifier::none);
    }
  }
}

ValueCells::Words ValueCells::words(std::string_view name) const {
  Words made;
  made.text = text_of(records_, name);
  if (made.text) made.of_code.assign(made.text->words.size(), 0);
  return made;
}

std::uint16_t ValueCells::text(Words& words, std::size_t row) {
  if (!words.text) return 0;
  const std::uint32_t code = words.text->codes[row];
  if (code == 0) return 0;
  if (words.of_code[code] == 0) words.of_code[code] = computing_.text(words.text->words[code]);
  return words.of_code[code];
}

void ValueCells::set_value(const Measure& measure, std::size_t row, Figure& figure) {
  const auto numerator = whole_at(numerator_, row), denominator = whole_at(denominator_, row);
  if (numerator && denominator) {
    figure.numerator = *numerator;
    figure.denominator = *denominator;
    figure.has_counts = true;
  }
  if (value_ && value_->units[row] != NumberColumn::blank) {
    const Decimal typed = value_->at(row);
    const std::optional<Ratio> value = measure.scale == 1 ? std::optional(Ratio::of(typed)) : multiply(Ratio::of(typed), Ratio::whole(measure.scale));
    if (value) {
      figure.value = *value;
      figure.places = static_cast<std::int8_t>(typed.places - scale_places(measure));
      figure.known = true;
      return;
    }
  } else if (figure.symbol != 0) {
    const std::string_view words = symbol_words(computing_.figures.texts[figure.symbol]);
    figure.reason = words.empty() ? computing_.text(fmt::format("printed as \"{}\"", computing_.figures.texts[figure.symbol])) : computing_.text(words);
    return;
  } else if (!figure.has_counts) {
    figure.reason = computing_.text("its cell is blank");
    return;
  } else if (figure.denominator <= 0) {
    figure.reason = computing_.text("its denominator is 0");
    return;
  } else if (const auto value = made_of_counts(measure, figure.numerator, figure.denominator)) {
    figure.value = *value;
    figure.known = true;
    return;
  }
  figure.reason = computing_.text("too large to compute");
  if (++overflows_ <= problems_of_a_kind) {
    computing_.problems.error("arithmetic-overflow", records_.place(row, "value"), fmt::format("The value of the measure \"{}\" is too large to compute with.", measure.id),
                              "check the number and the measure's scale");
  }
}

Figure ValueCells::figure(const Measure& measure, std::size_t row, std::int32_t known) {
  Figure figure;
  figure.row = static_cast<std::uint32_t>(row);
  figure.counted = 1;
  if (known != DateColumn::blank) figure.published = known;
  figure.symbol = text(symbol_, row);
  figure.note = text(note_, row);
  figure.called = text(called_, row);
  if (status_) figure.status = status_of_code_[status_->codes[row]];
  if (qualifier_) figure.qualifier = qualifier_of_code_[qualifier_->codes[row]];
  set_value(measure, row, figure);
  return figure;
}

}  // namespace reportcard
