// SPDX-License-Identifier: MIT
// Small numbers of people: 1 to 5 in a part of the whole could point to somebody, so they are kept back, and with them
// whatever would reveal them: a part that could be had by subtraction is no secret.
#include <algorithm>

#include "engine/area_axis.h"
#include "engine/choice_axis.h"
#include "engine/computing.h"

namespace reportcard {
namespace {

std::int64_t threshold_of(const Measure& measure) {
  if (!measure.already_public.empty()) return 0;
  if (measure.hide) return *measure.hide;
  return measure.counts == Counts::things ? 0 : 5;
}

// Of cases the totals by stage and by outcome are shown.
bool is_shown_split(const Measure& measure, const std::string& name) {
  return measure.counts == Counts::cases && (name == "stage" || name == "outcome" || name == "state" || name == "status");
}

class SmallNumbers {
 public:
  SmallNumbers(Computing& computing, std::uint32_t index, Cube& cube, const Cube* main)
      : computing_(computing), measure_(computing.card.measures[index]), cube_(cube), main_(main), hide_(threshold_of(measure_)), larger_(computing.larger[index]) {}

  void run() {
    find_parts();
    secret_.assign(cube_.figures.size(), false);
    for (const std::size_t c : parts_) {
      for (std::size_t a = 0; a < cube_.areas.size(); ++a) {
        for (std::size_t p = 0; p < cube_.periods.size(); ++p) {
          const std::size_t at = cell(a, c, p);
          secret_[at] = is_small(cube_.figures[at]) || (main_ && main_->figures[at].hidden);
        }
      }
    }
    if (std::none_of(secret_.begin(), secret_.end(), [](bool one) { return one; })) return;
    // What is hidden in a place may have to be hidden elsewhere, and there again something more.
    for (int round = 0; round < 8 && protect_all(); ++round) {}
    const std::uint16_t reason = computing_.text("a small number, not shown");
    for (std::size_t at = 0; at < secret_.size(); ++at) {
      Figure& figure = cube_.figures[at];
      if (!secret_[at] || !figure.known) continue;
      figure.hidden = true;
      figure.known = figure.has_counts = false;
      figure.numerator = figure.denominator = 0;
      figure.counted = 0;
      figure.reason = reason;
    }
  }

 private:
  std::size_t cell(std::size_t a, std::size_t c, std::size_t p) const { return (a * cube_.choices.size() + c) * cube_.periods.size() + p; }

  // Choices of splits that may tell too much; those of several splits are told apart by the words of the data.
  void find_parts() {
    const bool all = std::none_of(measure_.split_names.begin(), measure_.split_names.end(), [&](const std::string& name) { return is_shown_split(measure_, name); });
    const bool none = !all && std::all_of(measure_.split_names.begin(), measure_.split_names.end(), [&](const std::string& name) { return is_shown_split(measure_, name); });
    if (none) return;
    std::vector<std::string> shown;
    if (!all) {
      const Records* records = computing_.card.find_records(measure_.from);
      for (std::size_t s = 0; records && s < measure_.split.size(); ++s) {
        if (!is_shown_split(measure_, measure_.split_names[s])) continue;
        const RowWords words = words_of(computing_.card, *records, measure_.split[s]);
        for (std::uint32_t code = 1; code < words.words().size(); ++code) {
          for (const std::string_view part : parts_of(words, code)) shown.emplace_back(part);
        }
      }
    }
    for (std::size_t c = 1; c < cube_.choices.size(); ++c) {
      if (std::find(shown.begin(), shown.end(), cube_.choices[c]) == shown.end()) parts_.push_back(c);
    }
  }

  bool in_range(std::int64_t count) const { return count >= 1 && count <= hide_; }

  bool is_small(const Figure& figure) const {
    if (!figure.known) return false;
    if (cube_.side == Side::median || (cube_.side == Side::main && (measure_.kind == MeasureKind::mean || measure_.kind == MeasureKind::median || measure_.kind == MeasureKind::sum))) {
      return in_range(figure.counted);
    }
    if (cube_.side == Side::main && measure_.kind == MeasureKind::rate) return in_range(figure.numerator);
    if (figure.has_counts) return in_range(figure.numerator) || in_range(figure.denominator - figure.numerator) || in_range(figure.denominator);
    if (measure_.unit != Unit::count && cube_.side == Side::main) return false;
    return in_range(weight(figure));
  }

  // How many stand behind a cell: what could be had by subtraction.
  std::int64_t weight(const Figure& figure) const {
    if (cube_.side == Side::main && measure_.kind == MeasureKind::rate) return figure.numerator;
    if (figure.has_counts) return figure.denominator;
    if (figure.counted > 0 && measure_.kind != MeasureKind::value && measure_.kind != MeasureKind::count) return figure.counted;
    return figure.value.over / figure.value.under;
  }

  // Cells that make a whole together: one hidden alone, or hidden ones that are few in sum, could be reckoned from the rest.
  bool protect(const std::vector<std::size_t>& group) {
    std::size_t hidden = 0;
    std::int64_t sum = 0;
    std::vector<std::size_t> rest;
    for (const std::size_t at : group) {
      const Figure& figure = cube_.figures[at];
      if (secret_[at]) {
        ++hidden;
        sum += weight(figure);
      } else if (figure.known) {
        rest.push_back(at);
      }
    }
    if (hidden == 0) return false;
    std::stable_sort(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) { return weight(cube_.figures[a]) < weight(cube_.figures[b]); });
    bool more = false;
    for (const std::size_t at : rest) {
      if (hidden >= 2 && sum > hide_) break;
      secret_[at] = more = true;
      ++hidden;
      sum += weight(cube_.figures[at]);
    }
    return more;
  }

  bool protect_all() {
    bool more = false;
    for (std::size_t p = 0; p < cube_.periods.size(); ++p) {
      for (std::size_t a = 0; a < cube_.areas.size(); ++a) {
        std::vector<std::string> wholes;
        for (const std::size_t c : parts_) {
          const std::string whole = part_of_choice(cube_.choices[c]);
          if (std::find(wholes.begin(), wholes.end(), whole) == wholes.end()) wholes.push_back(whole);
        }
        for (const std::string& whole : wholes) {
          std::vector<std::size_t> group;
          for (const std::size_t c : parts_) {
            if (part_of_choice(cube_.choices[c]) == whole) group.push_back(cell(a, c, p));
          }
          more = protect(group) || more;
        }
      }
      for (const LargerArea& larger : larger_) {
        for (const std::size_t c : parts_) {
          const auto slot = cube_.area_slot(larger.area);
          if (!slot || secret_[cell(*slot, c, p)]) continue;
          std::vector<std::size_t> group;
          for (const AreaId member : larger.members) {
            if (const auto a = cube_.area_slot(member)) group.push_back(cell(*a, c, p));
          }
          more = protect(group) || more;
        }
      }
    }
    return more;
  }

  Computing& computing_;
  const Measure& measure_;
  Cube& cube_;
  const Cube* main_;
  std::int64_t hide_;
  const std::vector<LargerArea>& larger_;
  std::vector<std::size_t> parts_;
  std::vector<bool> secret_;
};

}  // namespace

void hide_small_numbers(Computing& computing, std::uint32_t index) {
  const Measure& measure = computing.card.measures[index];
  if (threshold_of(measure) <= 0 || measure.split.empty()) return;
  Cube* main = nullptr;
  for (Cube& cube : computing.figures.cubes) {
    // What others published is public already.
    const bool ours = cube.basis == Basis::computed || measure.kind == MeasureKind::value;
    if (cube.measure != index || cube.side != Side::main || !ours || (measure.kind == MeasureKind::value && !measure.published.empty() && cube.basis == Basis::published)) continue;
    SmallNumbers(computing, index, cube, nullptr).run();
    main = &cube;
  }
  if (!main) return;
  for (Cube& cube : computing.figures.cubes) {
    if (cube.measure == index && cube.side != Side::main && cube.basis == Basis::computed) SmallNumbers(computing, index, cube, main).run();
  }
}

}  // namespace reportcard
