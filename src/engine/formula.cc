// SPDX-License-Identifier: MIT
// Figures made of figures of one place and the same dates, exactly. A percentage enters as the fraction that it is, and a
// quotient said in per cent is multiplied by 100 once, at the end.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "engine/computing.h"

namespace reportcard {
namespace {

using What = FormulaStep::What;

// A value and half of the last unit that it is known to. The half unit only decides how many decimals are printed.
struct Term {
  Ratio value;
  double half = 0;
};

double number(Ratio value) { return static_cast<double>(value.over) / static_cast<double>(value.under); }

std::int8_t places_for(double half) {
  if (half <= 0) return Number::wholly;
  const double places = std::floor(-std::log10(2 * half) + 1e-9);
  return static_cast<std::int8_t>(std::clamp(places, -18.0, 18.0));
}

struct Part {
  std::uint32_t measure = 0;
  std::string choice;
  bool there = false;
};

std::string folded_choice(std::string_view choice) {
  std::string all;
  for (const std::string_view part : split(choice, '/')) all += (all.empty() ? "" : "/") + slug(part);
  return all;
}

// A formula names choices as names of figures do: "children-in-care" is "Children in care".
Part find_part(const Computing& computing, const FormulaStep& step) {
  Part part;
  const Measure* measure = computing.card.measure(step.measure);
  if (!measure) return part;
  part.measure = static_cast<std::uint32_t>(measure - computing.card.measures.data());
  part.choice = step.choice;
  const Cube* cube = computing.figures.cube(part.measure);
  if (!cube) return part;
  for (const std::string& choice : cube->choices) {
    if (choice == step.choice || (!step.choice.empty() && folded_choice(choice) == folded_choice(step.choice))) {
      part.choice = choice;
      part.there = true;
      break;
    }
  }
  return part;
}

class Formula {
 public:
  Formula(Computing& computing, std::uint32_t index) : computing_(computing), measure_(computing.card.measures[index]) {
    for (const FormulaStep& step : measure_.formula) {
      parts_.push_back(step.what == What::figure ? find_part(computing, step) : Part{});
    }
    cube_.measure = index;
    for (const Part& part : parts_) {
      for (const Cube& cube : computing.figures.cubes) {
        if (!part.there || cube.measure != part.measure || cube.side != Side::main) continue;
        areas_.insert(areas_.end(), cube.areas.begin(), cube.areas.end());
        for (const Period& period : cube.periods) {
          if (period.kind != PeriodKind::not_given) periods_.push_back(period);
        }
      }
    }
    std::sort(areas_.begin(), areas_.end());
    areas_.erase(std::unique(areas_.begin(), areas_.end()), areas_.end());
    std::sort(periods_.begin(), periods_.end());
    periods_.erase(std::unique(periods_.begin(), periods_.end()), periods_.end());
  }

  Cube make() {
    Cube cube = empty_cube(cube_.measure, Side::main, Basis::computed, areas_, {std::string{}}, periods_, 0);
    for (std::size_t a = 0; a < areas_.size(); ++a) {
      for (std::size_t p = 0; p < periods_.size(); ++p) cube.at(a, 0, p) = figure(areas_[a], periods_[p]);
    }
    return cube;
  }

 private:
  Figure figure(AreaId area, Period period) {
    Figure made;
    std::vector<Term> stack;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const FormulaStep& step = measure_.formula[i];
      if (step.what == What::number) {
        stack.push_back({step.number, 0});
      } else if (step.what == What::figure) {
        const Figure* part = parts_[i].there ? computing_.figures.shown(parts_[i].measure, area, parts_[i].choice, period) : nullptr;
        if (!part || !part->known) return unknown(parts_[i], part);
        const Measure& of = computing_.card.measures[parts_[i].measure];
        Term term{part->value, number(half_unit(part->places))};
        if (of.unit == Unit::percent) {
          const auto fraction = divide(term.value, Ratio::whole(100));
          if (!fraction) return too_large();
          term = {*fraction, term.half / 100};
        }
        stack.push_back(term);
        if (part->status != Status::final_) made.status = part->status;
        if (part->qualifier != Qualifier::none) made.qualifier = Qualifier::about;
        if (made.note == 0) made.note = part->note;
      } else {
        if (stack.size() < 2) return too_large();
        const Term right = stack.back();
        stack.pop_back();
        const Term left = stack.back();
        if (step.what == What::over && right.value.sign() == 0) {
          made = Figure{};
          made.reason = computing_.text("it would be divided by 0");
          return made;
        }
        const auto result = combined(step.what, left, right);
        if (!result) return too_large();
        stack.back() = *result;
      }
    }
    if (stack.size() != 1) return too_large();
    Term result = stack.back();
    if (measure_.unit == Unit::percent) {
      const auto hundred = multiply(result.value, Ratio::whole(100));
      if (!hundred) return too_large();
      result = {*hundred, result.half * 100};
    }
    made.value = result.value;
    made.places = places_for(result.half);
    made.known = true;
    return made;
  }

  static std::optional<Term> combined(What what, const Term& a, const Term& b) {
    const double left = std::fabs(number(a.value)), right = std::fabs(number(b.value));
    std::optional<Ratio> value;
    double half = std::max(a.half, b.half);  // a sum is known to the fewer places of its parts
    switch (what) {
      case What::plus: value = add(a.value, b.value); break;
      case What::minus: value = subtract(a.value, b.value); break;
      case What::times:
        value = multiply(a.value, b.value);
        half = left * b.half + right * a.half;
        break;
      default:
        value = divide(a.value, b.value);
        half = (left * b.half + right * a.half) / (right * right);
        break;
    }
    if (!value) return {};
    return Term{*value, half};
  }

  Figure unknown(const Part& part, const Figure* figure) {
    Figure made;
    const Measure& of = computing_.card.measures[part.measure];
    const std::string& why = figure ? computing_.figures.texts[figure->reason] : std::string();
    made.reason = computing_.text(fmt::format("{}: {}", of.title, figure && figure->hidden ? "a small number, not shown" : why.empty() ? "no value is given" : why));
    return made;
  }

  Figure too_large() {
    Figure made;
    made.reason = computing_.text("too large to compute");
    if (!said_) {
      computing_.problems.error("arithmetic-overflow", measure_.place, fmt::format("The formula of the measure \"{}\" gives numbers too large to compute.", measure_.id),
                                "check the numbers and the scale of its parts");
    }
    said_ = true;
    return made;
  }

  Computing& computing_;
  const Measure& measure_;
  std::vector<Part> parts_;  // as the steps
  Cube cube_;
  std::vector<AreaId> areas_;
  std::vector<Period> periods_;
  bool said_ = false;
};

}  // namespace

void make_formula(Computing& computing, std::uint32_t index) {
  Cube cube = Formula(computing, index).make();
  computing.figures.cubes.push_back(std::move(cube));
}

}  // namespace reportcard
