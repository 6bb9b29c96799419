// SPDX-License-Identifier: MIT
// What stands in braces in the prose, and the words it becomes: {gcse}, {gcse.change}, {findings.count(state = 'strength')}.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "words/named_figure.h"
#include "words/sentence.h"

namespace reportcard {

struct Bound {
  Sentence text;
  bool known = true;        // else the text is a reason: "not printed"
  std::string figure;       // the name that numbers of the text are bound by
};

class Binder {
 public:
  // `reader`: who reads the prose. A figure or row that is for fewer is not bound.
  Binder(const Card& card, const Figures& figures, const Grammar& grammar, Audience reader);
  // Nothing where it is bound to nothing; the problem is reported at `place`, the first sign inside the braces.
  // Problems: binding-syntax, binding-unknown, binding-not-public, and those of conditions.
  std::optional<Bound> bind(std::string_view written, const Source& source, std::size_t offset, Problems& problems);

 private:
  const Comparison& comparison(const NamedFigure& named);
  std::optional<Bound> of_measure(const FigureName& name, std::string_view written, const Source& source, std::size_t offset, Problems& problems);
  std::optional<Bound> of_words(const NamedFigure& named, const std::string& name, Side side);
  std::optional<Bound> of_rival(const NamedFigure& named, const std::string& name, const std::optional<Change>& change, std::string_view word);
  std::optional<Bound> of_target(const NamedFigure& named, const std::string& name, std::string_view word);
  std::optional<Bound> of_gap(const NamedFigure& named, const std::string& name, const Gap& gap, std::string_view word);
  std::optional<Bound> of_register(const FigureName& name, std::string_view written, const Source& source, std::size_t offset, Problems& problems);
  // {claim gcse: Up 5.9 points on the year before}: the sentence itself, tested. Problems: claim-false, claim-unknown.
  std::optional<Bound> of_claim(std::string_view written, const Source& source, std::size_t offset, Problems& problems);
  std::optional<Bound> of_card(std::string_view word) const;
  Bound value(const NamedFigure& named, const Figure* figure, const std::string& name) const;
  Bound beside(const NamedFigure& named, Side side, const std::string& name) const;
  std::optional<Bound> limit(const NamedFigure& named, const std::string& name) const;
  bool may_be_read(const NamedFigure& named, std::string_view written, const Source& source, std::size_t offset, Problems& problems) const;
  Bound count(std::int64_t n, const std::string& name) const;
  std::vector<std::string> words() const;   // all that may follow the name of a measure

  const Card& card_;
  const Figures& figures_;
  const Grammar& grammar_;
  Audience reader_;
  std::map<std::string, Comparison> made_;   // one comparison a measure, area, choice and period
};

}  // namespace reportcard
