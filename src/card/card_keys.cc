// SPDX-License-Identifier: MIT
// card.toml: who, where, which period, against whom, and the sections in order.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

const std::vector<std::string> page_kinds = {"position", "compare",       "actions", "complaints", "money",
                                             "plan",     "commissioning", "help",    "services",   "exploitation",
                                             "young-people"};

void read_places(CardReading& reading, Keys& keys, const TomlNode& root) {
  Card& card = reading.card;
  auto find = [&](const TomlNode& node) -> std::optional<AreaId> {
    std::optional<AreaId> id = card.areas.find(node.text);
    if (!id) {
      reading.problems.error(
          "area-unknown", node.place(), fmt::format("{} is not a place that is known.", in_quotes(node.text)),
          known_are(node.text, card.areas.names(), "") + " A place that is missing can be added by [[place]].");
    }
    return id;
  };
  // Places that the library does not know: an invented council, a part of a town, a group of authorities.
  for (const TomlNode* node : keys.tables("place")) {
    Keys of(*node, "a place", reading.problems);
    Area area;
    area.code = of.text("code");
    area.name = of.text("name");
    area.region = of.text("region");
    area.also = of.words("also");
    static const std::vector<std::string> levels = {"country", "region", "group", "authority", "other"};
    if (auto level = of.choice("level", levels)) area.level = static_cast<AreaLevel>(*level);
    of.must_have("code", "\"X99000001\"", node->place());
    of.must_have("name", "\"Harrowmere\"", node->place());
    of.finish();
    if (area.code.empty() || area.name.empty()) continue;
    if (card.areas.by_code.count(area.code)) {
      reading.problems.error(
          "area-twice", of.place("code"),
          fmt::format("The code {} stands for {} already.", area.code, card.areas.all[card.areas.by_code.at(area.code)].name),
          "give the place a code of its own");
      continue;
    }
    card.areas.add(std::move(area));
  }
  bool has_area = false;
  if (std::optional<std::string> written = keys.text_if("area")) {
    has_area = true;
    // An unknown place stands for itself, so that blank areas are not taken for another place's.
    if (auto id = find(*keys.node("area"))) {
      card.area = *id;
    } else {
      Area unknown;
      unknown.code = unknown.name = *written;
      card.area = card.areas.add(std::move(unknown));
    }
  }
  if (std::optional<std::string> set = keys.text_if("areas")) {
    if (*set != "upper-tier") {
      reading.problems.error("word-unknown", keys.place("areas"), fmt::format("{} is not a set of places.", in_quotes(*set)),
                             "write areas = \"upper-tier\"");
    } else {
      const Date last = card.period.kind == PeriodKind::not_given ? Date::of(2026, 1, 1) : card.period.last();
      for (AreaId id = 0; id < card.areas.all.size(); ++id) {
        const Area& area = card.areas.all[id];
        if (area.level == AreaLevel::authority && area.there_on(last)) card.area_set.push_back(id);
      }
      if (!has_area && !card.area_set.empty()) card.area = card.area_set.front();
    }
  } else if (!has_area) {
    keys.must_have("area", "\"Rotherham\"", whole_file(root.file->name));
  }
  if (card.area_set.empty() && has_area) card.area_set.push_back(card.area);

  if (const TomlNode* comparators = keys.table("comparator")) {
    for (const TomlEntry& entry : comparators->entries) {
      if (entry.value.kind != TomlNode::Kind::table) continue;
      Keys of(entry.value, fmt::format("the comparator {}", entry.key), reading.problems);
      Comparator comparator;
      comparator.id = entry.key;
      comparator.title = of.text("title", title_from_id(entry.key));
      comparator.says = of.text("says");
      comparator.place = entry.key_place();
      of.must_have("areas", "[\"Doncaster\", \"Barnsley\"]", entry.key_place());
      for (const TomlNode* node : of.texts("areas")) {
        if (auto id = find(*node)) comparator.areas.push_back(*id);
      }
      of.finish();
      card.own_lists[comparator.id] = comparator.areas;
      card.comparators.push_back(std::move(comparator));
    }
  }
  for (const TomlNode* node : keys.texts("against")) {
    const std::string word(trim(node->text));
    const bool known =
        word == "england" || word == "region" || word == "neighbours" || card.own_lists.count(word) || card.areas.find(word);
    if (!known) {
      std::vector<std::string> words = {"england", "region", "neighbours"};
      for (const Comparator& comparator : card.comparators) words.push_back(comparator.id);
      reading.problems.error("comparator-unknown", node->place(),
                             fmt::format("{} is neither a comparator nor a place.", in_quotes(word)),
                             known_are(word, words, "") + ", the name of a place, or a list of your own under [comparator.ID]");
    } else if (word == "neighbours" && !card.own_lists.count(word)) {
      reading.problems.error("comparator-unknown", node->place(), "The neighbours of a place are a list that has to be given.",
                             "write [comparator.neighbours] with areas = [...] and says = \"which list, of what date\"");
    } else {
      card.against.push_back(word);
    }
  }
}

// Name of a file in words/, without its ending. Empty: none.
std::string words_file(CardReading& reading, Keys& keys, std::string_view key, const std::string& otherwise) {
  std::optional<std::string> written = keys.text_if(key);
  if (!written) return otherwise;
  std::string name = *written;
  if (name.size() > 3 && name.substr(name.size() - 3) == ".md") name.resize(name.size() - 3);
  if (leaves_folder(name) || name.find('/') != std::string::npos) {
    reading.problems.error("file-outside", keys.place(key),
                           fmt::format("{} is not a file of the folder words/.", in_quotes(*written)),
                           "write the name of a file in words/, without its ending");
    return {};
  }
  if (!name.empty() && !reading.card.words.count(name)) {
    std::vector<std::string> known;
    for (const auto& [word, bytes] : reading.card.words) known.push_back(word);
    reading.problems.error("file-missing", keys.place(key), fmt::format("There is no file words/{}.md.", name),
                           known_are(name, known, "write it in words/"));
    return {};
  }
  return name;
}

void read_foreword(CardReading& reading, const TomlNode& table, const Place& place) {
  Keys of(table, "the foreword", reading.problems);
  Foreword foreword;
  foreword.place = place;
  foreword.words = words_file(reading, of, "words", reading.card.words.count("foreword") ? "foreword" : "");
  foreword.office = of.text("office");
  foreword.hide_from = of.date("hide_from");
  foreword.hide_to = of.date("hide_to");
  of.must_have("office", "\"director-childrens-services\"", place);
  if (!of.has("words") && foreword.words.empty()) of.must_have("words", "\"foreword\"", place);
  if (of.has("hide_from") != of.has("hide_to") || (foreword.hide_from && foreword.hide_to && *foreword.hide_to < *foreword.hide_from)) {
    const std::string_view there = of.has("hide_from") ? "hide_from" : "hide_to";
    reading.problems.error("foreword-days", of.key_place(there), "The days on which the foreword is hidden have no first day, no last day, or end before they begin.",
                           "write both: hide_from = 2027-03-22 and hide_to = 2027-05-06");
  }
  of.finish();
  if (!foreword.words.empty()) reading.card.foreword = std::move(foreword);
}

template <class Part>
void read_part(CardReading& reading, Keys& keys, Part& part) {
  part.title = keys.text("title", title_from_id(part.id));
  part.nav = keys.text("nav");
  part.measures = keys.words("measures");
  part.registers = keys.words("registers");
  part.plain = keys.truth("plain", false);
  part.found_later = keys.truth("found_later", false);
  if (const auto audience = keys.choice("audience", reader_words())) part.audience = static_cast<Audience>(*audience);
  part.words = words_file(reading, keys, "words", reading.card.words.count(part.id) ? part.id : std::string());
  if (part.found_later && reading.card.found_later.empty()) {
    reading.problems.error("found-later-missing", keys.place("found_later"),
                           fmt::format("{} shows what was found later, and the card names no words for it.", in_quotes(part.id)),
                           "add to the top of card.toml: found_later = \"afterwards\", and write words/afterwards.md");
  }
}

void read_sections(CardReading& reading, Keys& keys, const TomlNode& root) {
  const TomlNode* tables = keys.table("section");
  std::set<std::string> listed;
  for (const TomlNode* node : keys.texts("sections")) {
    const std::string id(trim(node->text));
    if (!listed.insert(id).second) {
      reading.problems.error("section-twice", node->place(), fmt::format("The section {} is listed twice.", in_quotes(id)),
                             "keep one of the two");
      continue;
    }
    if (!is_id(id)) {
      reading.problems.error("id-form", node->place(), fmt::format("{} cannot be the id of a section.", in_quotes(id)),
                             fmt::format("write \"{}\", and its title under [section.{}]", slug(id), slug(id)));
      continue;
    }
    Section section;
    section.id = id;
    section.place = node->place();
    const TomlEntry* entry = tables ? tables->find(id) : nullptr;
    static const TomlNode nothing;
    Keys of(entry && entry->value.kind == TomlNode::Kind::table ? entry->value : nothing, fmt::format("the section {}", id),
            reading.problems);
    if (entry) section.place = entry->key_place();
    read_part(reading, of, section);
    if (section.nav.empty()) section.nav = section.title;
    section.on_time_note = of.truth("on_time_note", false);
    of.finish();
    reading.card.sections.push_back(std::move(section));
  }
  if (tables) {
    for (const TomlEntry& entry : tables->entries) {
      if (listed.count(entry.key)) continue;
      std::vector<std::string> ids(listed.begin(), listed.end());
      reading.problems.warning(
          "section-unlisted", entry.key_place(),
          fmt::format("The section {} is not in the list of sections, so it is not shown.", in_quotes(entry.key)),
          known_are(entry.key, ids, fmt::format("write sections = [\"{}\"] at the top", entry.key)));
    }
  }
  if (const TomlNode* pages = keys.table("page")) {
    for (const TomlEntry& entry : pages->entries) {
      if (entry.value.kind != TomlNode::Kind::table) continue;
      PageWish page;
      page.id = entry.key;
      page.place = entry.key_place();
      if (!is_id(page.id))
        reading.problems.error("id-form", page.place, fmt::format("{} cannot be the id of a page.", in_quotes(page.id)),
                               fmt::format("write [page.{}]", slug(page.id)));
      Keys of(entry.value, fmt::format("the page {}", page.id), reading.problems);
      of.must_have("kind", "\"position\"", page.place);
      if (auto kind = of.choice("kind", page_kinds)) page.kind = page_kinds[*kind];
      read_part(reading, of, page);
      if (page.kind == "young-people") {
        page.young = read_young_words(reading, of, page.measures);
        page.measures.clear();  // what it counts is named once, with its words
        for (const YoungWords::Counted& one : page.young.counted) page.measures.push_back(one.measure);
      }
      page.section = of.text("section");
      if (!page.section.empty() && !listed.count(page.section)) {
        std::vector<std::string> ids(listed.begin(), listed.end());
        reading.problems.error("section-unknown", of.place("section"),
                               fmt::format("There is no section {}.", in_quotes(page.section)),
                               known_are(page.section, ids, "the card has no sections"));
      }
      if (listed.count(page.id))
        reading.problems.error("section-twice", page.place, fmt::format("{} is a section and a page.", in_quotes(page.id)),
                               "give one of them another id: both would have the same address");
      of.finish();
      reading.card.pages.push_back(std::move(page));
    }
  }
  if (listed.empty()) {
    reading.problems.warning("sections-missing", whole_file(root.file->name),
                             "The card has no sections, so its pages hang from the home page alone.",
                             "add for example: sections = [\"outcomes\"]");
  }
}

}  // namespace

Period period_of_card(CardReading& reading, Keys& keys) {
  static const std::vector<std::string> kinds = [] {
    std::vector<std::string> words;
    for (int k = static_cast<int>(PeriodKind::financial_year); k <= static_cast<int>(PeriodKind::day); ++k)
      words.emplace_back(kind_name(static_cast<PeriodKind>(k)));
    return words;
  }();
  PeriodKind kind = PeriodKind::not_given;
  if (auto word = keys.choice("period_kind", kinds)) kind = *parse_kind(kinds[*word]);
  keys.must_have("period", "\"2011/12\"", whole_file("card.toml"));
  std::optional<std::string> written = keys.text_if("period");
  if (!written) return {};
  std::optional<Period> period =
      kind == PeriodKind::not_given ? period_as(PeriodKind::financial_year, *written) : Period::parse(kind, *written);
  if (!period) {
    reading.problems.error("period-unfit", keys.place("period"),
                           kind == PeriodKind::not_given ? fmt::format("{} is not a period.", in_quotes(*written))
                                                         : fmt::format("{} is not {}.", in_quotes(*written), kind_said(kind)),
                           "write for example \"2011/12\" (a financial year), \"2012\", \"2012-Q3\" or \"2012-10\"");
    return {};
  }
  return *period;
}

const TomlNode* read_card_keys(CardReading& reading) {
  Card& card = reading.card;
  const TomlNode* root = reading.toml("card.toml");
  if (!root) return nullptr;
  Keys keys(*root, "card.toml", reading.problems);
  card.title = keys.text("title");
  keys.must_have("title", "\"Report card of Rotherham\"", whole_file("card.toml"));
  card.subtitle = keys.text("subtitle");
  card.publisher = keys.text("publisher");
  card.banner = keys.text("banner");
  card.language = keys.text("language", "en-GB");
  card.noindex = keys.truth("noindex", false);
  card.address = keys.text("address");
  if (!card.address.empty() && (card.address.rfind("https://", 0) != 0 || card.address.find_first_of(" \"<>") != std::string::npos)) {
    reading.problems.error("address-unfit", keys.place("address"), fmt::format("{} is not the address of a site.", in_quotes(card.address)),
                           "write it as the browser shows it: address = \"https://www.example.org/report-card/\"");
    card.address.clear();
  }
  card.period = period_of_card(reading, keys);
  card.as_at = keys.date("as_at");
  card.known_at = keys.date("known_at");
  read_editions(reading, keys);
  if (const TomlNode* baseline = keys.node("baseline")) {
    if (baseline->kind != TomlNode::Kind::text && baseline->kind != TomlNode::Kind::date) {
      keys.wrong_type("baseline", *baseline, "a period", "\"2010/11\"");
    } else if (!period_as(PeriodKind::financial_year, trim(baseline->text))) {
      reading.problems.error("period-unfit", baseline->place(), fmt::format("{} is not a period.", in_quotes(baseline->text)),
                             "write for example \"2010/11\", \"2011-08\" or \"2011-08-31\"");
    } else {
      card.baseline = std::string(trim(baseline->text));
    }
  }
  read_places(reading, keys, *root);

  card.cannot_tell = keys.words("cannot_tell");
  card.helplines = keys.words("helplines");
  card.licence = keys.text("licence");
  card.found_later = words_file(reading, keys, "found_later", {});
  card.accessibility = words_file(reading, keys, "accessibility", card.words.count("accessibility") ? "accessibility" : "");
  card.privacy = words_file(reading, keys, "privacy", card.words.count("privacy") ? "privacy" : "");
  if (const TomlNode* table = keys.table("foreword")) read_foreword(reading, *table, keys.key_place("foreword"));
  if (const TomlNode* table = keys.table("contact")) {
    Keys of(*table, "the contact", reading.problems);
    card.contact.office = of.text("office");
    card.contact.email = of.text("email");
    card.contact.telephone = of.text("telephone");
    card.contact.post = of.text("post");
    card.contact.note = of.text("note");
    of.finish();
  }
  if (const TomlNode* bands = keys.table("bands")) {
    for (const TomlEntry& entry : bands->entries) {
      if (entry.value.kind != TomlNode::Kind::table) continue;
      std::optional<Bands> read = read_bands(entry.key, entry.value, reading.problems);
      if (read) card.bands.insert_or_assign(entry.key, std::move(*read));
      else reading.bands_broken.insert(entry.key);
    }
  }
  if (const TomlNode* limits = keys.table("limit")) read_card_limits(reading, *limits);
  read_sections(reading, keys, *root);
  keys.finish();
  return root;
}

}  // namespace reportcard
