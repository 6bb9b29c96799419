// SPDX-License-Identifier: MIT
// Conditions over figures reckoned: exactly, and with regard to how far each number is known.
#include "words/claims.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/claim_words.h"

namespace reportcard {

Agrees agrees(Ratio value, std::int8_t places, Ratio printed, int printed_places) {
  if (value == printed) return Agrees::yes;
  const auto here = round_to(value, printed_places);
  if (here && Ratio::of(*here) == printed && (places == Number::wholly || printed_places <= places)) return Agrees::yes;
  if (places == Number::wholly || printed_places <= places) return Agrees::no;
  // The claim has more places than the value: it may be right, and cannot be shown to be.
  const auto known = round_to(value, places), claimed = round_to(printed, places);
  return known && claimed && Ratio::of(*known) == Ratio::of(*claimed) ? Agrees::beyond_what_is_known : Agrees::no;
}

namespace {

class Reckoner {
 public:
  Reckoner(const Says& says, const Card& card, const Figures& figures, const Place& place, Problems& problems)
      : says_(says), card_(card), figures_(figures), place_(place), problems_(problems) {}

  Reckoning reckon() {
    Reckoning all;
    all.verdict = truth(static_cast<int>(says_.nodes.size()) - 1);
    all.sum = join(sums_, "; ");
    all.reason = reason_;
    return all;
  }

 private:
  const SaysNode& node(int at) const { return says_.nodes[static_cast<std::size_t>(at)]; }
  std::string written(int at) const { return std::string(trim(std::string_view(says_.written).substr(std::min(node(at).from, says_.written.size()), node(at).to - node(at).from))); }
  void because(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
  }

  Verdict truth(int at) {
    const SaysNode& here = node(at);
    switch (here.op) {
      case SaysOp::and_: case SaysOp::or_: {
        const Verdict left = truth(here.left), right = truth(here.right);
        const Verdict settles = here.op == SaysOp::and_ ? Verdict::fails : Verdict::holds;
        if (left == settles || right == settles) return settles;
        return left == Verdict::cannot_be_tested ? left : right;
      }
      case SaysOp::not_: {
        const Verdict of = truth(here.left);
        return of == Verdict::holds ? Verdict::fails : of == Verdict::fails ? Verdict::holds : of;
      }
      case SaysOp::is: case SaysOp::is_not: return is(here);
      default: return compared(here);
    }
  }

  Verdict compared(const SaysNode& here) {
    const auto left = amount(here.left), right = amount(here.right);
    if (!left || !right) return Verdict::cannot_be_tested;
    if (left->typed && right->typed) sums_.push_back(fmt::format("{} beside {}", left->said, right->said));
    else if (right->typed) sums_.push_back(fmt::format("{} is {}; the claim says {}", written(here.left), left->said, right->said));
    else if (left->typed) sums_.push_back(fmt::format("{} is {}; the claim says {}", written(here.right), right->said, left->said));
    else sums_.push_back(fmt::format("{} is {}, {} is {}", written(here.left), left->said, written(here.right), right->said));
    if (here.op == SaysOp::equal || here.op == SaysOp::unequal) {
      const Agrees same = equal(*left, *right);
      if (same == Agrees::beyond_what_is_known) {
        because("the claim has more places than the figure is known to");
        return Verdict::cannot_be_tested;
      }
      return (same == Agrees::yes) == (here.op == SaysOp::equal) ? Verdict::holds : Verdict::fails;
    }
    // Between two figures an order is only shown where it is larger than the rounding of both.
    if (!left->typed && !right->typed && here.op != SaysOp::less_equal && here.op != SaysOp::greater_equal) {
      const auto apart = subtract(left->value, right->value);
      const auto slack = add(left->slack, right->slack);
      if (apart && slack && slack->sign() > 0 && apart->size() <= *slack) {
        because("the two are level beyond their rounding");
        return Verdict::cannot_be_tested;
      }
    }
    const auto order = left->value <=> right->value;
    const bool holds = here.op == SaysOp::less ? order < 0 : here.op == SaysOp::less_equal ? order <= 0 : here.op == SaysOp::greater ? order > 0 : order >= 0;
    return holds ? Verdict::holds : Verdict::fails;
  }

  // A number as typed has its places; two figures agree where they do with the fewer places of the two.
  static Agrees equal(const Amount& left, const Amount& right) {
    if (right.typed) return agrees(left.value, left.places, right.value, right.places);
    if (left.typed) return agrees(right.value, right.places, left.value, left.places);
    const int fewer = std::min(left.places, right.places);
    if (left.value == right.value) return Agrees::yes;
    if (fewer == Number::wholly) return Agrees::no;
    const auto a = round_to(left.value, fewer), b = round_to(right.value, fewer);
    return a && b && Ratio::of(*a) == Ratio::of(*b) ? Agrees::yes : Agrees::no;
  }

  Verdict is(const SaysNode& here) {
    const auto named = find(node(here.left));
    if (!named) return Verdict::cannot_be_tested;
    const auto verdict = [&](bool holds) { return holds == (here.op == SaysOp::is) ? Verdict::holds : Verdict::fails; };
    if (here.word == SaysWord::known || here.word == SaysWord::unknown) {
      if (!named->words.empty()) {
        std::string reason;
        return verdict(amount_of(card_, figures_, *named, reason).has_value() == (here.word == SaysWord::known));
      }
      return verdict(named->known() == (here.word == SaysWord::known));
    }
    if (!named->known()) {
      std::string reason;
      amount_of_figure(*named, reason);
      because(std::move(reason));
      return Verdict::cannot_be_tested;
    }
    const Comparison all = compare(card_, figures_, named->index, named->area, named->choice, named->period);
    const std::string_view first = named->words.empty() ? std::string_view("change") : std::string_view(named->words.front());
    const bool of_gap = !named->words.empty() && (named->words.back() == "gap" || !is_change_word(first));
    if (here.word == SaysWord::narrowing || here.word == SaysWord::widening || of_gap) {
      const auto gap = gap_of(all, first == "change" || first == "gap" ? std::string_view() : first);
      if (!gap || !gap->period) {
        because(gap ? std::string(cannot_words(gap->cannot)) : "the card does not compare it with any such rival");
        return Verdict::cannot_be_tested;
      }
      if (!gap->ours || !gap->theirs) return Verdict::cannot_be_tested;
      sums_.push_back(fmt::format("{}: {}, {} {}", said_period(*gap->period), bare_value(*named->measure, *gap->ours), gap->said, bare_value(*named->measure, *gap->theirs)));
      if (here.word == SaysWord::narrowing || here.word == SaysWord::widening) {
        if (gap->trend == Gap::Trend::cannot_say || !gap->earlier_difference) {
          because("a gap narrows or widens between two periods, and only one is known");
          return Verdict::cannot_be_tested;
        }
        const int places = std::min(int{gap->places}, 3);
        sums_.push_back(fmt::format("gap {}, before {}", bare(*named->measure, gap->difference, std::max(0, places)), bare(*named->measure, *gap->earlier_difference, std::max(0, places))));
        return verdict(gap->trend == (here.word == SaysWord::narrowing ? Gap::Trend::narrowing : Gap::Trend::widening));
      }
      if (here.word == SaysWord::above || here.word == SaysWord::below) return verdict(gap->way == (here.word == SaysWord::above ? 1 : -1));
      return direction(here, verdict, gap->direction, gap->way, gap->cannot);
    }
    const auto change = change_of(all, first);
    if (!change || !change->known) {
      because(change && change->cannot != Cannot::no ? std::string(cannot_words(change->cannot)) : "there is nothing to compare it with");
      return Verdict::cannot_be_tested;
    }
    std::string reason;
    NamedFigure with_word = *named;
    if (with_word.words.empty()) with_word.words = {"change"};
    if (const auto difference = amount_of(card_, figures_, with_word, reason)) sums_.push_back(difference->said);
    if (here.word == SaysWord::above || here.word == SaysWord::below) return verdict(change->way == (here.word == SaysWord::above ? 1 : -1));
    return direction(here, verdict, change->direction, change->way, change->cannot);
  }

  template <class Verdicts>
  Verdict direction(const SaysNode& here, const Verdicts& verdict, Direction direction, int way, Cannot cannot) {
    if (here.word == SaysWord::level) return verdict(way == 0);
    if (direction == Direction::cannot_say) {
      because(std::string(cannot_words(cannot)));
      return Verdict::cannot_be_tested;
    }
    return verdict(direction == (here.word == SaysWord::better ? Direction::better : Direction::worse));
  }

  std::optional<NamedFigure> find(const SaysNode& here) {
    std::string why, remedy;
    auto named = find_figure(card_, figures_, here.name, why, remedy);
    if (!named) {
      if (!card_.is_unread(here.name.measure)) problems_.error("claim-unknown", within(place_, says_.written, here.from, here.to), why, remedy);
      because(std::move(why));
    }
    return named;
  }

  std::optional<Amount> amount(int at) {
    const SaysNode& here = node(at);
    std::string reason;
    std::optional<Amount> found;
    switch (here.op) {
      case SaysOp::number: {
        Amount number;
        number.value = Ratio::of(here.number);
        number.places = static_cast<std::int8_t>(here.number.places);
        number.typed = true;
        number.said = here.number.said();
        return number;
      }
      case SaysOp::figure: case SaysOp::sum: case SaysOp::highest: case SaysOp::lowest: case SaysOp::rank: {
        const auto named = find(here);
        if (!named) return {};
        if (here.op == SaysOp::figure) found = amount_of(card_, figures_, *named, reason);
        else if (here.op == SaysOp::sum) found = sum_of(card_, *named, reason);
        else if (here.op == SaysOp::rank) found = rank_of(card_, *named, here.comparator, reason);
        else found = highest_of(*named, here.op == SaysOp::lowest, reason);
        if (!found) because(std::move(reason));
        return found;
      }
      default: return joined(here);
    }
  }

  std::optional<Amount> joined(const SaysNode& here) {
    const auto left = amount(here.left), right = amount(here.right);
    if (!left || !right) return {};
    std::optional<Ratio> value, slack;
    const Ratio a = left->value.size(), b = right->value.size();
    const auto product = [](Ratio x, Ratio y) { return y.sign() == 0 || x.sign() == 0 ? std::optional(Ratio{}) : multiply(x, y); };
    // |ab − a'b'| is at most |a| db + |b| da + da db.
    const auto across = [&]() -> std::optional<Ratio> {
      const auto one = product(a, right->slack), two = product(b, left->slack), three = product(left->slack, right->slack);
      if (!one || !two || !three) return {};
      const auto some = add(*one, *two);
      return some ? add(*some, *three) : std::nullopt;
    };
    const char* sign = "+";
    switch (here.op) {
      case SaysOp::plus: value = add(left->value, right->value); slack = add(left->slack, right->slack); break;
      case SaysOp::minus: sign = "\xE2\x88\x92"; value = subtract(left->value, right->value); slack = add(left->slack, right->slack); break;
      case SaysOp::times: sign = "\xC3\x97"; value = multiply(left->value, right->value); slack = across(); break;
      default: {
        sign = "/";
        value = divide(left->value, right->value);
        const auto all = across();
        const auto least = subtract(b, right->slack);
        const auto under = least && least->sign() > 0 ? multiply(b, *least) : std::nullopt;
        if (all && under) slack = all->sign() == 0 ? std::optional(Ratio{}) : divide(*all, *under);
      }
    }
    if (!value) {
      because(here.op == SaysOp::over && right->value.sign() == 0 ? "the claim divides by nothing" : "the numbers are too large");
      return {};
    }
    Amount all;
    all.value = *value;
    all.slack = slack.value_or(Ratio{});
    all.places = here.op == SaysOp::plus || here.op == SaysOp::minus ? std::min(left->typed ? Number::wholly : left->places, right->typed ? Number::wholly : right->places) : Number::wholly;
    all.measure = left->measure ? left->measure : right->measure;
    all.typed = left->typed && right->typed;
    if (all.typed) all.places = static_cast<std::int8_t>(std::max(left->places, right->places));
    const auto rounded = all.measure && (here.op == SaysOp::plus || here.op == SaysOp::minus) ? std::nullopt : round_to(*value, 2);
    all.said = fmt::format("{} {} {} = {}", left->said, sign, right->said, rounded ? rounded->said() : bare(*all.measure, *value, 3));
    return all;
  }

  const Says& says_;
  const Card& card_;
  const Figures& figures_;
  const Place& place_;
  Problems& problems_;
  std::vector<std::string> sums_;
  std::string reason_;
};

}  // namespace

Reckoning reckon(const Says& says, const Card& card, const Figures& figures, const Place& place, Problems& problems) {
  return Reckoner(says, card, figures, place, problems).reckon();
}

}  // namespace reportcard
