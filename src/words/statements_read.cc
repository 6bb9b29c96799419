// SPDX-License-Identifier: MIT
// statements.toml read: claims, keys of tables and references that the card, or a document about its figures, makes.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "card/toml_keys.h"
#include "card/toml_tree.h"
#include "words/claims.h"

namespace reportcard {
namespace {

const std::vector<std::string> kind_words = {"says",   "value",       "change", "comparison", "target", "share",    "counts",
                                             "superlative", "above", "below",  "trend",      "narrowing", "most"};
const std::vector<std::string> arrow_words = {"up", "down", "level"};

Place text_place(Keys& keys, std::string_view key) {
  const TomlNode* node = keys.node(key);
  return node ? node->inside() : Place{};
}

Claim read_claim(const TomlNode& table, Problems& problems) {
  Keys keys(table, "the claim", problems);
  Claim claim;
  claim.place = table.place();
  claim.says = keys.text("says");
  claim.says_place = text_place(keys, "says");
  claim.sentence = keys.text("sentence");
  claim.sentence_place = text_place(keys, "sentence");
  claim.at = keys.text("at");
  claim.source = keys.text("source");
  claim.said_by = keys.text("said_by");
  claim.about = keys.text("about");
  claim.subject = keys.text("subject");
  claim.printed = keys.text("printed");
  if (!claim.printed.empty() && claim.printed[0] == '-') claim.printed.replace(0, 1, "\xE2\x88\x92");   // it is quoted in sentences
  claim.unit = keys.text("unit");
  claim.reason = keys.text("reason");
  claim.beside = keys.text("beside");
  claim.of = keys.text("of");
  claim.said_of = keys.text("said_of");
  claim.period = keys.text_if("period");
  claim.since = keys.text_if("since");
  claim.heading = keys.text_if("heading");
  claim.against_period = keys.text_if("against_period");
  claim.against = keys.words("against");
  if (const auto arrow = keys.choice("arrow", arrow_words)) claim.arrow = arrow_words[*arrow];
  if (const auto kind = keys.choice("kind", kind_words)) {
    claim.kind = static_cast<ClaimKind>(*kind);
  } else if (claim.says.empty() && !claim.printed.empty()) {
    claim.kind = ClaimKind::value;
  }
  keys.finish();

  const auto lacks = [&](std::string message, std::string remedy) {
    problems.error("claim-incomplete", claim.place, std::move(message), std::move(remedy));
  };
  if (claim.kind == ClaimKind::says && claim.says.empty() && claim.sentence.empty()) {
    lacks("The claim says nothing.", "add says = \"gcse@2011/12 = 56.7\", a sentence, or kind and about");
  }
  if (!claim.sentence.empty() && claim.about.empty()) {
    lacks("It is not said which figure the sentence is about.", "add for example: about = \"gcse\"");
  }
  if (claim.kind != ClaimKind::says && claim.about.empty() && claim.subject.empty()) {
    lacks(fmt::format("It is not said what this claim ({}) is about.", kind_words[static_cast<std::size_t>(claim.kind)]),
          "add about = \"gcse\"; where there is no figure, subject = \"in words\"");
  }
  if (claim.kind == ClaimKind::counts && claim.beside.empty()) lacks("Counts are set beside other counts, and those are not named.", "add for example: beside = \"complainants\"");
  if (claim.kind == ClaimKind::share && claim.said_of.empty()) lacks("It is not said of what the sentence says that it is a share.", "add said_of = \"...\", and of = \"...\" for what it is a share of");
  if (claim.kind == ClaimKind::comparison && claim.against.empty()) lacks("A comparison is with somebody, and that is not said.", "add for example: against = \"england\"");
  if (!claim.printed.empty() && !read_printed(claim.printed)) {
    problems.error("claim-incomplete", keys.place("printed"), fmt::format("\"{}\" is not a number with a unit.", claim.printed),
                   "write it as it is printed: \"56.7%\", \"5.9 points\", \"£41m\" or \"1,920\"");
    claim.printed.clear();
  }
  for (const auto& [key, text] : {std::pair{"period", &claim.period}, std::pair{"since", &claim.since},
                                  std::pair{"heading", &claim.heading}, std::pair{"against_period", &claim.against_period}}) {
    if (!*text || read_period(PeriodKind::not_given, **text)) continue;
    problems.error("claim-incomplete", keys.place(key), fmt::format("\"{}\" is not a period.", **text),
                   "write 2011/12, 2012, 2012-Q3, 2012-10 or 2012-10-31; \"\" where none is printed");
    text->reset();
  }
  return claim;
}

PrintedBands read_printed_bands(const TomlNode& table, Problems& problems) {
  Keys keys(table, "the printed bands", problems);
  PrintedBands all;
  all.place = table.place();
  all.at = keys.text("at");
  all.source = keys.text("source");
  all.measure = keys.text("measure");
  all.reason = keys.text("reason");
  for (const TomlNode* one : keys.tables("bands")) {
    Keys band_keys(*one, "the band", problems);
    PrintedBand band;
    band.name = band_keys.text("name");
    if (const auto from = band_keys.number("from")) band.low = from;
    if (const auto above = band_keys.number("above")) { band.low = above; band.low_belongs = false; }
    if (const auto to = band_keys.number("to")) band.high = to;
    if (const auto below = band_keys.number("below")) { band.high = below; band.high_belongs = false; }
    band_keys.finish();
    if (!band.low && !band.high) {
      problems.error("claim-incomplete", one->place(), "The band has no bound.", "write for example: { from = 65, to = 79.99 } or { below = 50 }");
      continue;
    }
    all.bands.push_back(std::move(band));
  }
  keys.must_have("bands", "[{ above = 80 }, { from = 65, to = 79.99 }]", all.place);
  keys.finish();
  return all;
}

Reference read_reference(const TomlNode& table, Problems& problems) {
  Keys keys(table, "the reference", problems);
  Reference reference;
  reference.place = table.place();
  reference.at = keys.text("at");
  reference.source = keys.text("source");
  reference.to = keys.text("to");
  reference.register_id = keys.text("register");
  reference.measure = keys.text("measure");
  reference.reason = keys.text("reason");
  keys.must_have("to", "\"inspections\"", reference.place);
  keys.finish();
  if (reference.register_id.empty() && reference.measure.empty()) {
    problems.error("claim-incomplete", reference.place, "It is not said what the reader is sent to.", "add register = \"inspections\", or measure = \"gcse\"");
  }
  return reference;
}

}  // namespace

Statements read_statements(const Card& card, Problems& problems) {
  Statements all;
  const auto file = card.files.find("statements.toml");
  if (file == card.files.end()) return all;
  const auto document = read_toml(file->first, file->second, problems);
  if (!document) return all;
  Keys keys(document->root, "statements.toml", problems);
  for (const TomlNode* table : keys.tables("claim")) all.claims.push_back(read_claim(*table, problems));
  for (const TomlNode* table : keys.tables("printed-bands")) all.bands.push_back(read_printed_bands(*table, problems));
  for (const TomlNode* table : keys.tables("reference")) all.references.push_back(read_reference(*table, problems));
  keys.node("rule");  // rules_registers.cc reads these
  keys.finish();
  return all;
}

std::optional<PrintedNumber> read_printed(std::string_view text) {
  PrintedNumber printed;
  text = trim(text);
  bool negative = false;
  for (const std::string_view sign : {std::string_view("-"), std::string_view("\xE2\x88\x92"), std::string_view("+")}) {
    if (text.substr(0, sign.size()) != sign) continue;
    printed.has_sign = true;
    negative = sign != "+";
    text.remove_prefix(sign.size());
    break;
  }
  if (text.substr(0, 2) == "\xC2\xA3") {
    printed.unit = PrintedUnit::pounds;
    text.remove_prefix(2);
  }
  std::size_t end = 0;
  while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.' || text[end] == ',')) ++end;
  const auto number = Decimal::parse(text.substr(0, end));
  if (!number) return {};
  printed.number = *number;
  int places = number->places;
  const std::string unit = fold(trim(text.substr(end)));
  std::string_view rest = unit;
  std::int64_t scale = 1;
  const auto take = [&rest](std::string_view word) {
    if (rest.substr(0, word.size()) != word) return false;
    if (rest.size() > word.size() && rest[word.size()] >= 'a' && rest[word.size()] <= 'z') return false;
    rest = trim(rest.substr(word.size()));
    return true;
  };
  if (take("million") || take("m")) { scale = 1'000'000; places -= 6; }
  else if (take("thousand") || take("k")) { scale = 1'000; places -= 3; }
  if (take("+") || take("plus")) {}
  if (take("%") || take("per cent") || take("percent")) {
    printed.unit = PrintedUnit::percent;
    if (take("points") || take("point")) printed.unit = PrintedUnit::points;
  } else if (take("percentage points") || take("percentage point") || take("points") || take("point")) {
    printed.unit = PrintedUnit::points;
  } else if (take("working days") || take("days") || take("day")) {
    printed.unit = PrintedUnit::days;
  } else if (!rest.empty()) {
    if (printed.unit == PrintedUnit::none) printed.unit = PrintedUnit::other;
    rest = {};
  }
  if (!rest.empty()) return {};
  while (scale > 1 && printed.number.places > 0) { scale /= 10; --printed.number.places; }
  if (printed.number.units > 9'000'000'000'000'000'000 / scale) return {};
  printed.number.units *= negative ? -scale : scale;
  printed.places = static_cast<std::int8_t>(places);
  return printed;
}

}  // namespace reportcard
