// SPDX-License-Identifier: MIT
// One table: phrase, what it is, its value. A word that measures by feeling ("significantly") is here to be refused.
#include "words/english_lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/date.h"

namespace reportcard {
namespace {

using K = WordKind;
constexpr int previous = static_cast<int>(AgoWord::previous), year_ago = static_cast<int>(AgoWord::year_ago), baseline = static_cast<int>(AgoWord::baseline);
constexpr int about = static_cast<int>(HedgeWord::about), over = static_cast<int>(HedgeWord::over), under = static_cast<int>(HedgeWord::under),
              at_least = static_cast<int>(HedgeWord::at_least), at_most = static_cast<int>(HedgeWord::at_most),
              just_over = static_cast<int>(HedgeWord::just_over), just_under = static_cast<int>(HedgeWord::just_under);

constexpr Phrase table[] = {
    // The number's way.
    {"up", K::direction, 1}, {"rose", K::direction, 1}, {"risen", K::direction, 1}, {"rise", K::direction, 1}, {"rises", K::direction, 1}, {"rising", K::direction, 1},
    {"increase", K::direction, 1}, {"increased", K::direction, 1}, {"increases", K::direction, 1}, {"increasing", K::direction, 1}, {"grew", K::direction, 1},
    {"grown", K::direction, 1}, {"growth", K::direction, 1}, {"growing", K::direction, 1}, {"climbed", K::direction, 1}, {"climbing", K::direction, 1}, {"gained", K::direction, 1},
    {"went up", K::direction, 1}, {"gone up", K::direction, 1}, {"going up", K::direction, 1}, {"jumped", K::direction, 1}, {"surged", K::direction, 1}, {"soared", K::direction, 1},
    {"larger", K::direction, 1}, {"higher", K::direction, 1}, {"more", K::direction, 1}, {"upward", K::direction, 1}, {"upwards", K::direction, 1},
    {"down", K::direction, -1}, {"fell", K::direction, -1}, {"fallen", K::direction, -1}, {"fall", K::direction, -1}, {"falls", K::direction, -1}, {"falling", K::direction, -1},
    {"decrease", K::direction, -1}, {"decreased", K::direction, -1}, {"decreases", K::direction, -1}, {"decreasing", K::direction, -1}, {"dropped", K::direction, -1}, {"drop", K::direction, -1},
    {"drops", K::direction, -1}, {"dropping", K::direction, -1}, {"declined", K::direction, -1}, {"decline", K::direction, -1}, {"declining", K::direction, -1}, {"reduced", K::direction, -1},
    {"reduction", K::direction, -1}, {"went down", K::direction, -1}, {"gone down", K::direction, -1}, {"going down", K::direction, -1}, {"slipped", K::direction, -1}, {"dipped", K::direction, -1},
    {"plunged", K::direction, -1}, {"plummeted", K::direction, -1}, {"shrank", K::direction, -1}, {"lost", K::direction, -1}, {"smaller", K::direction, -1}, {"lower", K::direction, -1},
    {"fewer", K::direction, -1}, {"less", K::direction, -1}, {"downward", K::direction, -1}, {"downwards", K::direction, -1},
    {"unchanged", K::direction, 0}, {"no change", K::direction, 0}, {"did not change", K::direction, 0}, {"has not changed", K::direction, 0}, {"have not changed", K::direction, 0},
    {"not changed", K::direction, 0}, {"stayed the same", K::direction, 0}, {"stayed level", K::direction, 0}, {"remained level", K::direction, 0}, {"level with", K::relation, 0},
    {"level", K::direction, 0}, {"the same", K::direction, 0}, {"flat", K::direction, 0},
    // Its meaning.
    {"better", K::direction, 2}, {"improved", K::direction, 2}, {"improve", K::direction, 2}, {"improves", K::direction, 2}, {"improvement", K::direction, 2}, {"improving", K::direction, 2},
    {"worse", K::direction, -2}, {"worsened", K::direction, -2}, {"worsening", K::direction, -2}, {"deteriorated", K::direction, -2}, {"deterioration", K::direction, -2}, {"got worse", K::direction, -2},
    {"got better", K::direction, 2},
    // Beside a rival.
    {"above", K::relation, 1}, {"higher than", K::relation, 1}, {"more than", K::relation, 1}, {"greater than", K::relation, 1}, {"larger than", K::relation, 1}, {"up on", K::relation, 1},
    {"below", K::relation, -1}, {"lower than", K::relation, -1}, {"less than", K::relation, -1}, {"fewer than", K::relation, -1}, {"smaller than", K::relation, -1}, {"short of", K::relation, -1},
    {"under", K::relation, -1}, {"down on", K::relation, -1}, {"over", K::relation, 1}, {"exceeds", K::relation, 1}, {"exceeded", K::relation, 1},
    {"better than", K::relation, 2}, {"ahead of", K::relation, 2}, {"worse than", K::relation, -2}, {"behind", K::relation, -2},
    {"the same as", K::relation, 0}, {"equal to", K::relation, 0}, {"in line with", K::relation, 0}, {"similar to", K::relation, 0},
    {"met", K::relation, 2}, {"meets", K::relation, 2}, {"reached", K::relation, 2}, {"missed", K::relation, -2}, {"misses", K::relation, -2},
    {"target", K::target, 0}, {"targets", K::target, 0},
    {"narrowed", K::gap, -1}, {"narrowing", K::gap, -1}, {"narrower", K::gap, -1}, {"closing", K::gap, -1}, {"closed", K::gap, -1}, {"nearer", K::gap, -1}, {"closer", K::gap, -1},
    {"widened", K::gap, 1}, {"widening", K::gap, 1}, {"wider", K::gap, 1}, {"further behind", K::gap, 1},
    // Rivals in time.
    {"the year before", K::ago, previous}, {"the previous year", K::ago, previous}, {"a year earlier", K::ago, year_ago}, {"a year before", K::ago, year_ago}, {"a year ago", K::ago, year_ago},
    {"one year earlier", K::ago, year_ago}, {"the year earlier", K::ago, year_ago}, {"last year", K::ago, previous}, {"the month before", K::ago, previous}, {"the previous month", K::ago, previous},
    {"a month earlier", K::ago, previous}, {"the quarter before", K::ago, previous}, {"the previous quarter", K::ago, previous}, {"before", K::ago, previous}, {"previously", K::ago, previous},
    {"the baseline", K::ago, baseline}, {"earlier", K::ago, previous},
    // Among others.
    {"highest", K::superlative, 1}, {"most", K::most, 1}, {"most recent", K::plain, 0}, {"most of", K::most, 1}, {"the most", K::superlative, 1}, {"greatest", K::superlative, 1}, {"largest", K::superlative, 1}, {"record high", K::superlative, 1}, {"peak", K::superlative, 1},
    {"lowest", K::superlative, -1}, {"the least", K::superlative, -1}, {"fewest", K::superlative, -1}, {"smallest", K::superlative, -1}, {"record low", K::superlative, -1},
    {"best", K::superlative, 2}, {"worst", K::superlative, -2}, {"majority", K::most, 1}, {"minority", K::most, -1},
    {"record", K::judgement, 0}, {"at least", K::hedge, at_least}, {"or more", K::hedge, at_least}, {"no fewer than", K::hedge, at_least}, {"no less than", K::hedge, at_least},
    {"at most", K::hedge, at_most}, {"up to", K::hedge, at_most}, {"no more than", K::hedge, at_most}, {"or fewer", K::hedge, at_most}, {"or less", K::hedge, at_most},
    {"about", K::hedge, about}, {"around", K::hedge, about}, {"roughly", K::hedge, about}, {"approximately", K::hedge, about}, {"some", K::hedge, about},
    {"just over", K::hedge, just_over}, {"just above", K::hedge, just_over}, {"just under", K::hedge, just_under}, {"just below", K::hedge, just_under}, {"nearly", K::hedge, just_under},
    {"almost", K::hedge, just_under}, {"close to", K::hedge, about},
    {"doubled", K::times, 2}, {"doubling", K::times, 2}, {"trebled", K::times, 3}, {"tripled", K::times, 3}, {"halved", K::times, -2},
    {"twice", K::judgement, 0}, {"steadily", K::steady, 0}, {"again", K::steady, 0}, {"every year", K::steady, 0}, {"each year", K::steady, 0}, {"year on year", K::steady, 0},
    {"continues to", K::steady, 0}, {"continued to", K::steady, 0}, {"continue to", K::steady, 0}, {"still rising", K::steady, 1}, {"consistently", K::steady, 0},
    // Refused, because they deny or because no rule says how much they are.
    {"not", K::denial, 0}, {"never", K::denial, 0}, {"no longer", K::denial, 0}, {"neither", K::denial, 0}, {"nor", K::denial, 0}, {"without", K::denial, 0}, {"didn't", K::denial, 0}, {"isn't", K::denial, 0},
    {"wasn't", K::denial, 0}, {"hasn't", K::denial, 0}, {"cannot", K::denial, 0}, {"no", K::denial, 0}, {"hardly", K::denial, 0},
    {"significantly", K::judgement, 0}, {"significant", K::judgement, 0}, {"sharply", K::judgement, 0}, {"sharp", K::judgement, 0}, {"dramatically", K::judgement, 0}, {"dramatic", K::judgement, 0},
    {"slightly", K::judgement, 0}, {"slight", K::judgement, 0}, {"marginally", K::judgement, 0}, {"considerably", K::judgement, 0}, {"substantially", K::judgement, 0}, {"greatly", K::judgement, 0},
    {"hugely", K::judgement, 0}, {"strongly", K::judgement, 0}, {"rapidly", K::judgement, 0}, {"quickly", K::judgement, 0}, {"slowly", K::judgement, 0}, {"well above", K::judgement, 0},
    {"well below", K::judgement, 0}, {"far above", K::judgement, 0}, {"far below", K::judgement, 0}, {"much", K::judgement, 0}, {"far", K::judgement, 0}, {"so far", K::plain, 0}, {"vast", K::judgement, 0}, {"excellent", K::judgement, 0},
    {"outstanding performance", K::judgement, 0}, {"impressive", K::judgement, 0}, {"because", K::judgement, 0}, {"thanks to", K::judgement, 0}, {"as a result of", K::judgement, 0}, {"due to", K::judgement, 0},
    {"average", K::plain, 0}, {"one of the", K::judgement, 0}, {"among the", K::judgement, 0}, {"second", K::judgement, 0}, {"third highest", K::judgement, 0}, {"third lowest", K::judgement, 0},
    {"all", K::judgement, 0}, {"of all", K::plain, 0}, {"everyone", K::judgement, 0}, {"nobody", K::judgement, 0}, {"none", K::number, 0},
    {"but", K::but, 0}, {"while", K::but, 0}, {"whereas", K::but, 0}, {"although", K::but, 0}, {"though", K::but, 0},
    {"we", K::us, 0}, {"our", K::us, 0}, {"ours", K::us, 0}, {"here", K::us, 0}, {"locally", K::us, 0},
};

std::size_t words_in(std::string_view phrase) { return 1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')); }

using ByFirst = std::map<std::string, std::vector<Phrase>, std::less<>>;

ByFirst by_first() {
  ByFirst all;
  for (const Phrase& phrase : table) all[std::string(phrase.words.substr(0, phrase.words.find(' ')))].push_back(phrase);
  for (auto& [word, list] : all) {
    std::stable_sort(list.begin(), list.end(), [](const Phrase& a, const Phrase& b) { return words_in(a.words) > words_in(b.words); });
  }
  return all;
}

}  // namespace

const std::vector<Phrase>& phrases_from(std::string_view first_word) {
  static const ByFirst all = by_first();
  static const std::vector<Phrase> none;
  const auto found = all.find(first_word);
  return found == all.end() ? none : found->second;
}

int spelt_number(std::string_view word) {
  static constexpr std::array<std::string_view, 13> words = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

int month_number(std::string_view word) {
  for (unsigned month = 1; month <= 12; ++month) {
    std::string name(month_name(month));
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
    if (name == word) return static_cast<int>(month);
  }
  return 0;
}

}  // namespace reportcard
