// SPDX-License-Identifier: MIT
// Values held against the measures that read them: periods of the right kind, shares within 100, counts that make them.
// Each check here is one that a typist's slip would fail and no honest table does; `explains` answers it in the data.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/period_forms.h"
#include "card/records_reader.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 50;  // problems of one kind in one table

class Values {
 public:
  Values(CardReading& reading, const Records& records) : reading_(reading), records_(records) {
    period_ = column("period");
    value_ = numbers("value");
    over_ = numbers("numerator");
    under_ = numbers("denominator");
    symbol_ = text("symbol");
    explains_ = text("explains");
  }

  void check() {
    // Which measure reads a row: the one named in its column `measure`, else the first that reads the table.
    const TextColumn* named = text("measure");
    std::vector<const Measure*> by_code(named ? named->words.size() : 1, nullptr);
    std::vector<std::uint32_t> nobodys;
    for (std::size_t code = 0; code < by_code.size(); ++code) {
      for (const Measure& measure : reading_.card.measures) {
        const bool reads = measure.from == records_.of->id || measure.published == records_.of->id;
        if (!reads || (named && measure.id != named->words[code])) continue;
        by_code[code] = &measure;
        break;
      }
      if (named && code > 0 && !by_code[code] && !reading_.measures_incomplete &&
          !reading_.measures_unread.count(named->words[code]))
        nobodys.push_back(static_cast<std::uint32_t>(code));
    }
    for (const auto& [code, row] :
         named ? first_rows_of(*named, nobodys) : std::vector<std::pair<std::uint32_t, std::size_t>>()) {
      reading_.problems.warning(
          "rows-unread", records_.place(row, "measure"),
          fmt::format("No measure with the id {} reads this table, so its rows are left out.", in_quotes(named->words[code])),
          known_are(named->words[code], readers(), "write the measure, with from = \"" + records_.of->id + "\""));
    }
    std::set<std::pair<const Measure*, std::uint32_t>> periods_said;
    for (std::size_t row = 0; row < records_.rows; ++row) {
      const Measure* measure = by_code[named ? named->codes[row] : 0];
      if (!measure) continue;
      if (period_) period(row, *measure, periods_said);
      number(row, *measure);
      if (measure->unit == Unit::percent && there(value_, row)) percents_[measure].push_back(row);
    }
    for (const auto& [measure, rows] : percents_) fractions(*measure, rows);
  }

 private:
  const RecordColumn* column(std::string_view name) const {
    const RecordColumn* found = records_.find(name);
    return found && found->cells ? found : nullptr;
  }
  const TextColumn* text(std::string_view name) const { return column(name) ? column(name)->text() : nullptr; }
  const NumberColumn* numbers(std::string_view name) const { return column(name) ? column(name)->numbers() : nullptr; }
  static bool there(const NumberColumn* column, std::size_t row) { return column && column->units[row] != NumberColumn::blank; }
  static bool there(const TextColumn* column, std::size_t row) { return column && column->codes[row] != 0; }

  std::vector<std::string> readers() const {
    std::vector<std::string> ids;
    for (const Measure& measure : reading_.card.measures) {
      if (measure.from == records_.of->id || measure.published == records_.of->id) ids.push_back(measure.id);
    }
    return ids;
  }

  void say(std::string_view code, std::size_t row, std::string_view column, std::string message, std::string remedy) {
    std::size_t& said = code == "share-over-100" ? over_100_ : code == "numerator-above-denominator" ? above_ : unlike_;
    if (++said > most) return;
    reading_.problems.error(code, records_.place(row, column), std::move(message), std::move(remedy));
  }

  void period(std::size_t row, const Measure& measure, std::set<std::pair<const Measure*, std::uint32_t>>& said) {
    const TextColumn& words = *period_->text();
    const std::uint32_t code = words.codes[row];
    if (code == 0 || !period_->periods[code] || period_->periods[code]->kind == measure.periods) return;
    if (Period::parse(measure.periods, words.words[code]) || !said.emplace(&measure, code).second || said.size() > most) return;
    reading_.problems.error("period-unfit", records_.place(row, "period"),
                            fmt::format("{} is not {}, which is what the measure {} has.", in_quotes(words.words[code]),
                                        kind_said(measure.periods), in_quotes(measure.id)),
                            period_remedy(measure.periods, words.words[code]));
  }

  void number(std::size_t row, const Measure& measure) {
    const bool percent = measure.unit == Unit::percent;
    if (!percent && measure.unit != Unit::ratio) return;
    if (there(explains_, row) || there(symbol_, row)) return;
    const bool counts = there(over_, row) && there(under_, row);
    if (percent && there(value_, row)) {
      const Ratio value = Ratio::of(value_->at(row));
      if (value > Ratio::whole(100)) {
        say("share-over-100", row, "value", fmt::format("{} is more than 100 per cent.", value_->at(row).said()),
            "correct the value; if it is right, say why in a column explains");
        return;
      }
    }
    if (!counts) return;
    const Ratio over = Ratio::of(over_->at(row)), under = Ratio::of(under_->at(row));
    if (percent && over > under) {
      say("numerator-above-denominator", row, "numerator",
          fmt::format("The numerator {} is above the denominator {}.", over_->at(row).said(), under_->at(row).said()),
          "correct one of the two; if it is right, say why in a column explains");
      return;
    }
    if (!there(value_, row)) return;
    std::optional<Ratio> made = divide(over, under);
    if (made && percent) made = multiply(*made, Ratio::whole(100));
    const Decimal typed = value_->at(row);
    const std::optional<Ratio> apart = made ? subtract(Ratio::of(typed), *made) : std::nullopt;
    if (!apart) return;  // nothing in the denominator, or beyond what can be computed: the engine says so
    if (apart->size() > half_unit(static_cast<std::int8_t>(typed.places))) {
      const std::optional<Decimal> shown = round_to(*made, typed.places + 1);
      say("value-unlike-counts", row, "value",
          fmt::format("The value is {}, and {} of {} make {}.", typed.said(), over_->at(row).said(), under_->at(row).said(),
                      shown ? shown->said() : "something else"),
          "correct the value or the counts; a known difference can be answered in a column explains");
    }
  }

  // 0.589 among 53.0 and 58.4: a percentage that lost its format. Only where all others are far above 1.
  void fractions(const Measure& measure, const std::vector<std::size_t>& rows) {
    std::vector<std::size_t> small;
    std::optional<Ratio> least, greatest;
    for (const std::size_t row : rows) {
      const Decimal typed = value_->at(row);
      const Ratio value = Ratio::of(typed);
      if (value.sign() > 0 && value <= Ratio::whole(1) && typed.places >= 2) {
        small.push_back(row);
        continue;
      }
      if (!least || value < *least) least = value;
      if (!greatest || value > *greatest) greatest = value;
    }
    if (small.empty() || rows.size() < small.size() * 2 + 1 || *least < Ratio::whole(5)) return;
    for (const std::size_t row : small) {
      const Decimal typed = value_->at(row);
      const std::optional<Ratio> hundred = multiply(Ratio::of(typed), Ratio::whole(100));
      if (!hundred || *hundred < *least || there(explains_, row)) continue;
      const std::optional<Decimal> meant = round_to(*hundred, typed.places - 2);
      if (!meant || ++fractions_ > most) continue;
      reading_.problems.warning("percent-as-fraction", records_.place(row, "value"),
                                fmt::format("{} may be a fraction: the other values of {} are per cents of {} and more.", typed.said(), in_quotes(measure.id),
                                            round_to(*least, 1)->said()),
                                fmt::format("write {}, if that is right; else say why in a column explains", meant->said()));
    }
  }

  CardReading& reading_;
  const Records& records_;
  std::map<const Measure*, std::vector<std::size_t>> percents_;
  std::size_t fractions_ = 0;
  const RecordColumn* period_ = nullptr;
  const NumberColumn *value_ = nullptr, *over_ = nullptr, *under_ = nullptr;
  const TextColumn *symbol_ = nullptr, *explains_ = nullptr;
  std::size_t over_100_ = 0, above_ = 0, unlike_ = 0;
};

Place key_of(const CardReading& reading, const Measure& measure, std::string_view key) {
  for (const RawMeasure& raw : reading.raw) {
    if (raw.id != measure.id) continue;
    for (const TomlEntry* entry : raw.entries) {
      if (entry->key == key) return entry->value.place();
    }
  }
  return measure.place;
}

// Every choice of a measure's splits: as listed, else as they stand in the data.
std::vector<std::string> choices_of(const Card& card, const Measure& measure) {
  std::vector<std::string> choices;
  for (const ColumnPath& path : measure.split) {
    auto records = card.records.find(path.through.empty() ? measure.from : path.through);
    if (records == card.records.end()) continue;
    const int index = path.through.empty() ? path.column : path.linked_column;
    if (index < 0 || static_cast<std::size_t>(index) >= records->second.columns.size()) continue;
    const RecordColumn& column = records->second.columns[static_cast<std::size_t>(index)];
    choices.insert(choices.end(), column.definition->choices.begin(), column.definition->choices.end());
    if (const TextColumn* text = column.text()) choices.insert(choices.end(), text->words.begin() + 1, text->words.end());
  }
  return choices;
}

std::string address(std::string_view choice) {
  std::string all;
  for (std::string_view part : split(choice, '/')) all += (all.empty() ? "" : "/") + slug(part);
  return all;
}

void check_formula_choices(CardReading& reading, const Measure& measure) {
  for (const FormulaStep& step : measure.formula) {
    if (step.what != FormulaStep::What::figure || step.choice.empty()) continue;
    const Measure* part = reading.card.measure(step.measure);
    if (!part || part->split.empty()) continue;
    const std::vector<std::string> choices = choices_of(reading.card, *part);
    if (choices.empty()) continue;  // no data, which is said
    const std::string wanted = address(step.choice);
    const bool found = std::any_of(choices.begin(), choices.end(), [&](const std::string& choice) {
      const std::string one = address(choice);
      return one == wanted || (one.size() > wanted.size() && one.substr(0, wanted.size() + 1) == wanted + "/");
    });
    if (found) continue;
    std::vector<std::string> known;
    for (const std::string& choice : choices) {
      if (std::find(known.begin(), known.end(), address(choice)) == known.end()) known.push_back(address(choice));
    }
    reading.problems.error("formula-choice", key_of(reading, measure, "formula"),
                           fmt::format("{} is not a choice of the measure {}.", in_quotes(step.choice), in_quotes(part->id)),
                           one_of(step.choice, known));
  }
}

}  // namespace

void check_records(CardReading& reading) {
  for (auto& [id, records] : reading.card.records) {
    // A publisher's table holds many indicators: each measure takes its own, so no row is held against the first of them.
    if (reading.given.count(id)) continue;
    if (!records.of->values) {
      if (!records.of->file.empty()) continue;
      for (const Measure& measure : reading.card.measures) {
        if (measure.from != id && measure.published != id) continue;
        reading.card.unread.insert(measure.id);
        if (reading.workbook_refused) continue;  // its rows may stand in the workbook that was refused, which is said
        reading.problems.error("file-missing", key_of(reading, measure, measure.from == id ? "from" : "published"),
                               fmt::format("The measure {} reads the register {}, and there is no file data/{}.csv.",
                                           in_quotes(measure.id), in_quotes(id), id),
                               fmt::format("put data/{}.csv into the folder, or take the measure out", id));
      }
      continue;
    }
    const bool read = std::any_of(reading.raw.begin(), reading.raw.end(),
                                  [&, &name = id](const RawMeasure& raw) { return raw.from == name || raw.published == name; });
    if (!read) {
      // A measure whose register is mistyped may be the one that was to read it.
      if (reading.measures_incomplete || !reading.measures_unread.empty()) continue;
      std::vector<std::string> names;
      for (const auto& [name, other] : reading.card.registers)
        if (!other.values) names.push_back(name);
      for (const std::string& name : library_list("registers")) names.push_back(name.substr(10, name.size() - 15));
      std::optional<std::string> meant = did_you_mean(id, names);
      reading.problems.warning("file-unread", records.of->source,
                               fmt::format("Nobody reads {}: no register is called {}, and no measure has from = \"{}\".",
                                           records.of->file, in_quotes(id), id),
                               meant ? fmt::format("did you mean {}? then name the file data/{}.csv", in_quotes(*meant), *meant)
                                     : "write a definition in registers/, or a measure that reads it");
      continue;
    }
    Values(reading, records).check();
  }
  for (const Measure& measure : reading.card.measures) check_formula_choices(reading, measure);
}

}  // namespace reportcard
