// SPDX-License-Identifier: MIT
// Each rule gives all the questions that it has; then one of each kind is taken, in the order of the kinds, and what room
// is left is filled in the same order. So a card with many gaps and one silent outcome still asks about the outcome.
#include "words/questions.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "words/commentary.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 5;

class Asker {
 public:
  Asker(const Card& card, const Figures& figures, const Grammar& grammar, const std::vector<const Comparison*>& told, Audience reader)
      : card_(card), figures_(figures), grammar_(grammar), told_(told), reader_(reader) {}

  std::vector<Question> ask() {
    outcomes();
    for (const Comparison* about : told_) behind(*about);
    for (const Comparison* about : told_) target(*about);
    actions();
    // Worse stands first, here as everywhere.
    for (const bool worse : {true, false}) {
      for (const Comparison* about : told_) moved(*about, worse);
    }
    return chosen();
  }

 private:
  const std::string& text(std::string_view key) const { return grammar_.phrases().text(key); }
  Sentence say(std::string_view key, Phrases::Slots slots = {}) const { return grammar_.phrases().say(key, slots); }
  std::vector<Question>& all(AskedOf of) { return found_[static_cast<std::size_t>(of)]; }
  const Measure& measure_of(const Comparison& about) const { return card_.measures[about.measure]; }

  void put(AskedOf of, Sentence fact, std::string_view asks, std::string because, const Comparison* about = nullptr) {
    all(of).push_back({of, std::move(fact), text(asks), std::move(because), about});
  }

  // The cell as this reader may see it.
  bool sees(const Records& records, std::string_view column) const {
    const ColumnDefinition* definition = records.of->find(column);
    return definition != nullptr && is_shown_to(reader_, definition->audience);
  }
  bool sees(const Records& records, std::size_t row) const { return is_shown_to(reader_, audience_of_row(card_, records, row)); }
  bool sees_measure(std::string_view id) const {
    return std::any_of(told_.begin(), told_.end(), [&](const Comparison* about) { return measure_of(*about).id == id; });
  }

  // Outcomes and priorities that a measure serves, that a promise with a measure belongs to, or that such an outcome serves.
  std::set<std::string, std::less<>> measured(const Records& outcomes) const {
    std::set<std::string, std::less<>> ids;
    for (const Comparison* about : told_) ids.insert(measure_of(*about).serves.begin(), measure_of(*about).serves.end());
    if (const Records* commitments = card_.find_records("commitments")) {
      for (std::size_t row = 0; row < commitments->rows; ++row) {
        // "yes" beside a measure says that it is only near.
        if (commitments->text(row, "nearest") != "yes" && sees_measure(commitments->text(row, "measure"))) ids.insert(commitments->text(row, "outcome"));
      }
    }
    for (std::size_t row = 0; row < outcomes.rows; ++row) {
      if (ids.find(outcomes.text(row, outcomes.of->id_column())) == ids.end()) continue;
      const std::string serves = outcomes.text(row, "serves");
      for (const std::string_view priority : split(serves, ';')) ids.emplace(priority);
    }
    return ids;
  }

  void outcomes() {
    const Records* outcomes = card_.find_records("outcomes");
    if (outcomes == nullptr || !sees(*outcomes, "title")) return;
    const auto ids = measured(*outcomes);
    for (std::size_t row = 0; row < outcomes->rows; ++row) {
      if (!sees(*outcomes, row) || ids.find(outcomes->text(row, outcomes->of->id_column())) != ids.end()) continue;
      std::string title = outcomes->text(row, "title");
      while (!title.empty() && title.back() == '.') title.pop_back();
      if (!title.empty()) put(AskedOf::outcome_without_measure, finished(say("question.outcome", {{"outcome", title}})), "question.outcome-asks", text("question.outcome-because"));
    }
  }

  // What an office says of the figure, and this reader may see.
  bool is_said(const Comparison& about, std::string_view column) const {
    const Records* records = card_.find_records("commentary");
    if (records == nullptr || !sees(*records, column)) return false;
    const std::vector<std::size_t> rows = commentary_on(card_, measure_of(about).id, about.choice);
    return std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return sees(*records, row) && !records->blank(row, column); });
  }

  Sentence value(const Comparison& about) const { return grammar_.value(card_, figures_, about); }

  void behind(const Comparison& about) {
    const Measure& measure = measure_of(about);
    for (const Gap& gap : about.gaps) {
      if (!is_behind(measure.better, gap)) continue;
      const Speech speech(grammar_.phrases(), card_, figures_, about);
      std::vector<Sentence> fact{value(about)};
      for (Sentence& one : gap_sentences(speech, gap)) fact.push_back(std::move(one));
      Sentence side = say(gap.way < 0 ? "mark.below" : "mark.above", {{"rival", gap.said}});
      if (measure.better == Better::lower) side = say("question.lower", {{"side", side}});
      put(AskedOf::behind, in_a_row(fact), is_said(about, "what_next") ? "question.behind-next" : "question.behind-asks", 
          gap.current ? say("question.behind-because", {{"side", side}}).text
                      : say("question.behind-then", {{"side", side}, {"when", when(grammar_.phrases(), card_, *gap.period)}}).text,
          &about);
      return;   // one rival is enough to ask
    }
  }

  void target(const Comparison& about) {
    for (const Change& target : about.targets) {
      const bool off = target.direction == Direction::worse, undated = target.from.kind == PeriodKind::not_given;
      const bool no_result = !target.known && target.cannot == Cannot::no_result;
      const bool met = target.known && target.direction == Direction::better;
      if (met || (!off && !undated && !no_result) || about.now == nullptr || !about.now->known || about.now->hidden) continue;
      const Speech speech(grammar_.phrases(), card_, figures_, about);
      const std::string& because = text(no_result        ? "question.result-because"
                                        : off && undated ? "question.off-undated"
                                        : off            ? "question.off-because"
                                                         : "question.undated-because");
      put(AskedOf::target, in_a_row({value(about), target_sentence(speech, target)}),
          no_result ? "question.target-result" : undated ? "question.target-when" : "question.target-asks", because, &about);
      return;
    }
  }

  void actions() {
    const Records* actions = card_.find_records("actions");
    if (actions == nullptr || !sees(*actions, "state")) return;
    std::int64_t unproven = 0, unowned = 0;
    for (std::size_t row = 0; row < actions->rows; ++row) {
      if (!sees(*actions, row)) continue;
      const std::string state = actions->text(row, "state");
      const bool done = state == "reported done" || state == "evidence seen" || state == "impact shown";
      unproven += state == "reported done" && actions->blank(row, "evidence");
      unowned += !done && actions->blank(row, "owner");
    }
    const auto some = [&](std::int64_t n) { return Sentence(counted(grammar_.phrases(), n)); };
    if (unproven > 0 && sees(*actions, "evidence")) {
      put(AskedOf::action, finished(unproven == 1 ? say("question.done-one") : say("question.done", {{"some", some(unproven)}})), "question.done-asks", text("question.done-because"));
    }
    if (unowned > 0 && sees(*actions, "owner")) {
      put(AskedOf::action, finished(unowned == 1 ? say("question.owner-one") : say("question.owner", {{"some", some(unowned)}})),
          unowned == 1 ? "question.owner-one-asks" : "question.owner-asks", text("question.owner-because"));
    }
  }

  void moved(const Comparison& about, bool worse) {
    const Measure& measure = measure_of(about);
    if (measure.better == Better::none || !about.previous || !about.previous->known || about.previous->way == 0) return;
    if ((about.previous->direction == Direction::worse) != worse || is_said(about, "why")) return;
    const Speech speech(grammar_.phrases(), card_, figures_, about);
    const Sentence clause = change_clause(speech, *about.previous);
    if (!clause.empty()) put(AskedOf::moved, in_a_row({value(about), finished(clause)}), "question.moved-asks", text("question.moved-because"), &about);
  }

  std::vector<Question> chosen() {
    std::vector<Question> taken;
    std::set<const Comparison*> asked;
    std::array<std::size_t, 5> at{};
    const auto next_of = [&](std::size_t kind) {
      std::vector<Question>& some = found_[kind];
      while (at[kind] < some.size() && some[at[kind]].about != nullptr && asked.count(some[at[kind]].about) != 0) ++at[kind];
      if (at[kind] == some.size()) return false;
      asked.insert(some[at[kind]].about);
      taken.push_back(std::move(some[at[kind]++]));
      return true;
    };
    for (std::size_t kind = 0; kind < found_.size(); ++kind) next_of(kind);
    for (std::size_t kind = 0; kind < found_.size() && taken.size() < most; ++kind) {
      while (taken.size() < most && next_of(kind)) {}
    }
    std::stable_sort(taken.begin(), taken.end(), [](const Question& a, const Question& b) { return a.of < b.of; });
    return taken;
  }

  const Card& card_;
  const Figures& figures_;
  const Grammar& grammar_;
  const std::vector<const Comparison*>& told_;
  Audience reader_;
  std::array<std::vector<Question>, 5> found_;   // by kind
};

}  // namespace

std::vector<Question> questions(const Card& card, const Figures& figures, const Grammar& grammar, const std::vector<const Comparison*>& told, Audience reader) {
  return Asker(card, figures, grammar, told, reader).ask();
}

}  // namespace reportcard
