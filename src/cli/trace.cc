// SPDX-License-Identifier: MIT
// `reportcard trace`: a figure walked back to the rule that made it and the rows that it was made of.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "engine/print.h"
#include "words/named_figure.h"

namespace reportcard {

namespace {

struct Traced { std::uint32_t measure = 0; AreaId area = 0; std::string choice; Period period; const Cube* cube = nullptr; };

int not_found(const std::string& message) {
  std::fprintf(stderr, "reportcard: %s\n", message.c_str());
  return 2;
}

void print_definition(const Card& card, const Measure& measure) {
  std::printf("measure   %s: %s\n", measure.id.c_str(), measure.title.c_str());
  std::printf("rule      %s:%u\n", measure.place.file.c_str(), measure.place.line);
  if (!measure.from.empty()) {
    std::printf("from      register \"%s\"", measure.from.c_str());
    if (const Records* records = card.find_records(measure.from)) {
      for (const Table& table : records->tables) {
        const auto file = card.files.find(table.file);
        std::printf("\nfile      %s", records->of->file.c_str());
        if (file != card.files.end()) std::printf(", SHA-256 %s", sha256_hex(file->second.view()).c_str());
      }
    }
    std::printf("\n");
  }
  if (!measure.where.every_row()) std::printf("where     %s\n", measure.where.written.c_str());
  if (!measure.meets.every_row()) std::printf("meets     %s\n", measure.meets.written.c_str());
  if (!measure.formula_written.empty()) std::printf("formula   %s\n", measure.formula_written.c_str());
}

void print_account(const Account& account) {
  if (account.read == 0) return;
  std::printf("rows      %llu read = %llu counted", static_cast<unsigned long long>(account.read),
              static_cast<unsigned long long>(account.counted));
  for (std::size_t i = 0; i < account.left_out.size(); ++i)
    if (account.left_out[i] != 0)
      std::printf(" + %llu left out (%s)", static_cast<unsigned long long>(account.left_out[i]),
                  std::string(left_out_words(static_cast<LeftOut>(i))).c_str());
  std::printf(", over all periods\n");
}

void print_rows(const Records& records, const std::vector<std::uint32_t>& rows, const char* what) {
  if (rows.empty()) return;
  std::printf("%s\n", what);
  for (const std::uint32_t row : rows) {
    const Place place = records.place(row);
    if (!place.cell.empty()) std::printf("  %s: %s  %s\n", place.file.c_str(), place.cell.c_str(), place.excerpt.c_str());
    else std::printf("  %s:%u  %s\n", place.file.c_str(), place.line, place.excerpt.c_str());
  }
}

void print_change(const Card& card, const Loaded& loaded, const Comparison& comparison, const Change& change, const char* name) {
  const Measure& measure = card.measures[comparison.measure];
  if (!change.known) {
    std::printf("%s cannot say: %s\n", name, std::string(cannot_words(change.cannot)).c_str());
    return;
  }
  const DirectionWords words = loaded.grammar.direction(card, loaded.figures, comparison, change);
  std::printf("%s %s − %s = %s: %s%s%s\n", name, said_value(measure, loaded.figures, *change.now).c_str(),
              change.before ? said_value(measure, loaded.figures, *change.before).c_str() : change.target.said().c_str(),
              signed_difference(measure, change.difference, change.places).c_str(), words.lead.c_str(),
              words.rest.empty() ? "" : ": ", words.rest.c_str());
}

}  // namespace

int run_trace(const TraceOptions& options) {
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems);
  if (!loaded) {
    show(problems);
    return 1;
  }
  const Card& card = *loaded->card;
  const auto name = parse_figure_name(options.figure);
  if (!name) return not_found("\"" + options.figure + "\" is not the name of a figure. Write id, id[choice] or id@period.");
  const Measure* measure = card.measure(name->measure);
  if (measure == nullptr) {
    std::vector<std::string> known;
    for (const Measure& each : card.measures) known.push_back(each.id);
    const auto meant = did_you_mean(name->measure, known);
    return not_found("there is no measure \"" + name->measure + "\"." + (meant ? " Did you mean \"" + *meant + "\"?" : ""));
  }
  Traced traced;
  traced.measure = static_cast<std::uint32_t>(measure - card.measures.data());
  traced.cube = loaded->figures.cube(traced.measure);
  traced.area = card.area;
  if (!name->area.empty()) {
    const auto area = card.areas.find(name->area);
    if (!area) return not_found("there is no area \"" + name->area + "\".");
    traced.area = *area;
  }
  if (!name->choice.empty() && traced.cube) {
    const auto choice = std::find_if(traced.cube->choices.begin(), traced.cube->choices.end(),
                                     [&name](const std::string& each) { return is_choice(name->choice, each); });
    if (choice == traced.cube->choices.end()) {
      std::vector<std::string> known;
      for (const std::string& each : traced.cube->choices)
        if (!each.empty()) known.push_back(each);
      return not_found("\"" + name->choice + "\" is no part of " + measure->id + "." + (known.empty() ? " It is not split." : " Its parts are: " + list_of(known, "and") + "."));
    }
    traced.choice = *choice;
  }
  std::optional<Period> period = loaded->figures.current(traced.measure, card);
  if (!name->period.empty()) {
    period = Period::parse(measure->periods, name->period);
    if (!period) return not_found("\"" + name->period + "\" is not a " + std::string(kind_name(measure->periods)) + ".");
  }
  print_definition(card, *measure);
  if (!period) {
    std::printf("figure    no period has a value\n");
    return 1;
  }
  const Figure* figure = traced.cube ? traced.cube->find(traced.area, traced.choice, *period) : nullptr;
  if (figure == nullptr) return not_found("there is no figure " + options.figure + " for " + period->said() + ".");
  print_account(loaded->figures.accounts[traced.measure]);
  std::printf("period    %s%s%s, %s to %s\n", period->said().c_str(), period->said().empty() ? "" : ": ",
              std::string(kind_name(measure->periods)).c_str(), period->first().iso().c_str(), period->last().iso().c_str());
  if (figure->has_counts)
    std::printf("sum       %lld of %lld\n", static_cast<long long>(figure->numerator), static_cast<long long>(figure->denominator));
  std::printf("figure    %s\n", figure->known ? said_value(*measure, loaded->figures, *figure).c_str()
                                              : ("cannot say: " + loaded->figures.texts[figure->reason]).c_str());
  const Comparison comparison = compare(card, loaded->figures, traced.measure, traced.area, traced.choice, *period);
  if (comparison.previous) print_change(card, *loaded, comparison, *comparison.previous, "previous ");
  if (comparison.year_ago) print_change(card, *loaded, comparison, *comparison.year_ago, "year ago ");
  if (comparison.baseline) print_change(card, *loaded, comparison, *comparison.baseline, "baseline ");
  for (const Gap& gap : comparison.gaps) {
    const DirectionWords words = loaded->grammar.rival(card, loaded->figures, comparison, gap);
    std::printf("gap       %s%s%s\n", words.lead.c_str(), words.rest.empty() ? "" : " ", words.rest.c_str());
  }
  std::printf("sentence  %s\n", loaded->grammar.whole(card, loaded->figures, comparison).text.c_str());
  if (const Records* records = card.find_records(measure->from)) {
    const FigureRows rows = rows_of(card, traced.measure, traced.area, traced.choice, *period);
    const bool share = !rows.denominator.empty();
    print_rows(*records, rows.numerator, share ? "rows that meet the condition" : "rows");
    std::vector<std::uint32_t> others;
    std::set_difference(rows.denominator.begin(), rows.denominator.end(), rows.numerator.begin(), rows.numerator.end(), std::back_inserter(others));
    print_rows(*records, others, "the other rows that it is a share of");
  }
  show(problems);
  return 0;
}

}  // namespace reportcard
