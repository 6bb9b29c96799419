// SPDX-License-Identifier: MIT
// [[edition]] of card.toml: what is planned, month by month. The edition that is asked for becomes the period of the card.
#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

const std::vector<std::string> kind_words = {"month", "quarter", "year", "as-at"};
constexpr std::array<const char*, 4> period_examples = {"\"2012-10\"", "\"2012-Q3\"", "\"2011/12\"", "\"2012-10-31\""};

// It names a folder: small letters, digits and single hyphens.
bool is_edition_id(std::string_view id) {
  if (id.empty() || id.size() > 60 || id.front() == '-' || id.back() == '-' || id.find("--") != id.npos) return false;
  return std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::optional<Period> period_of(EditionKind kind, std::string_view written) {
  switch (kind) {
    case EditionKind::month: return Period::parse(PeriodKind::month, written);
    case EditionKind::quarter: return Period::parse(PeriodKind::quarter, written);
    case EditionKind::as_at: return Period::parse(PeriodKind::day, written);
    case EditionKind::year: break;
  }
  // "2011/12" is a financial year and "2012" a calendar year, as everywhere in card.toml.
  for (const PeriodKind year : {PeriodKind::financial_year, PeriodKind::calendar_year}) {
    if (auto period = Period::parse(year, written)) return period;
  }
  return {};
}

// A date or a text, so that `period = 2012-10-31` needs no quotes.
std::optional<std::string> written_period(Keys& keys) {
  const TomlNode* node = keys.node("period");
  if (!node) return {};
  if (node->kind == TomlNode::Kind::text || node->kind == TomlNode::Kind::date) return std::string(trim(node->text));
  keys.wrong_type("period", *node, "a period", "\"2012-10\"");
  return {};
}

void check_dates(CardReading& reading, Keys& keys, const EditionPlan& plan) {
  if (plan.known_to && *plan.known_to < plan.period.first()) {
    reading.problems.error("edition-dates", keys.place("known_to"),
                           fmt::format("{} is before {} begins, so nothing of it would be known.", plan.known_to->said(), plan.period.said()),
                           "write the last day on which something could become known and still be in the edition");
  }
  if (plan.published && *plan.published < plan.period.last()) {
    reading.problems.error("edition-dates", keys.place("published"),
                           fmt::format("The edition would be published on {}, before {} is over.", plan.published->said(), plan.period.said()),
                           "write the day on which it is given to its readers");
  } else if (plan.published && plan.known_to && *plan.published < *plan.known_to) {
    reading.problems.error("edition-dates", keys.place("published"),
                           fmt::format("The edition would be published on {}, and holds what became known until {}.", plan.published->said(), plan.known_to->said()),
                           "published is on known_to or later");
  }
}

}  // namespace

void read_editions(CardReading& reading, Keys& keys) {
  Card& card = reading.card;
  for (const TomlNode* node : keys.tables("edition")) {
    Keys of(*node, "an edition", reading.problems);
    EditionPlan plan;
    plan.place = node->place();
    for (const auto& [key, example] : {std::pair{"id", "\"2012-10\""}, {"kind", "\"month\""}, {"period", "\"2012-10\""}}) of.must_have(key, example, plan.place);
    plan.id = of.text("id");
    if (of.has("id")) plan.place = of.place("id");
    const auto kind = of.choice("kind", kind_words);
    if (kind) plan.kind = static_cast<EditionKind>(*kind);
    const std::optional<std::string> written = written_period(of);
    std::optional<Period> period = kind && written ? period_of(plan.kind, *written) : std::nullopt;
    if (kind && written && !period) {
      reading.problems.error("period-unfit", of.place("period"),
                             fmt::format("{} is no period for an edition of the kind {}.", in_quotes(*written), kind_words[*kind]),
                             fmt::format("write for example {}", period_examples[*kind]));
    }
    plan.known_to = of.date("known_to");
    plan.published = of.date("published");
    if (const auto audience = of.choice("audience", reader_words())) plan.audience = static_cast<Audience>(*audience);
    plan.sign = of.words("sign");
    plan.measures = of.words("measures");
    plan.title = of.text("title", period ? period->said() : std::string());
    of.finish();
    if (!plan.id.empty() && !is_edition_id(plan.id)) {
      reading.problems.error("id-form", plan.place, fmt::format("{} cannot be the id of an edition.", in_quotes(plan.id)),
                             "write small letters, digits and single hyphens, such as \"2012-10\": it names a folder in editions/");
      continue;
    }
    if (!period || plan.id.empty()) continue;
    plan.period = *period;
    check_dates(reading, of, plan);
    if (card.plan(plan.id)) {
      reading.problems.error("edition-twice", plan.place, fmt::format("The edition {} is there twice.", in_quotes(plan.id)),
                             "give each edition an id of its own");
      continue;
    }
    for (const EditionPlan& earlier : card.editions) {
      if (earlier.kind != plan.kind || earlier.period < plan.period) continue;
      reading.problems.error("edition-order", of.place("period"),
                             fmt::format("{} stands below the edition {}, which is not earlier.", in_quotes(plan.id), in_quotes(earlier.id)),
                             "list the editions of a kind from the earliest to the latest, one a period");
      break;
    }
    reading.edition_tables.push_back(node);
    card.editions.push_back(std::move(plan));
  }
  if (reading.edition.empty()) return;
  const EditionPlan* plan = card.plan(reading.edition);
  if (!plan) {
    std::vector<std::string> ids;
    for (const EditionPlan& one : card.editions) ids.push_back(one.id);
    reading.problems.error("edition-unknown", whole_file("card.toml"), fmt::format("There is no edition {}.", in_quotes(reading.edition)),
                           known_are(reading.edition, ids, "plan it with [[edition]] in card.toml: id, kind and period"));
    return;
  }
  card.edition = static_cast<std::size_t>(plan - card.editions.data());
  card.period = plan->period;
  card.as_at = plan->period.last();
  if (plan->known_to) card.known_at = plan->known_to;
}

void check_editions(CardReading& reading) {
  Card& card = reading.card;
  const std::vector<std::string> offices = ids_of_register(card, "offices");
  for (std::size_t i = 0; i < card.editions.size(); ++i) {
    const EditionPlan& plan = card.editions[i];
    for (const std::string& office : plan.sign) {
      if (offices.empty() || std::find(offices.begin(), offices.end(), office) != offices.end()) continue;
      reading.problems.error("office-unknown", word_place(reading.edition_tables[i], "sign", office, plan.place),
                             fmt::format("There is no office {}.", in_quotes(office)), known_are(office, offices, ""));
    }
    for (const std::string& id : plan.measures) {
      if (!card.measure(id) && !reading.measures_unread.count(id))
        unknown_measure(reading, id, word_place(reading.edition_tables[i], "measures", id, plan.place));
    }
  }
}

}  // namespace reportcard
