// SPDX-License-Identifier: MIT
// Claims from strangers: no condition and no sentence may crash the reader, and what is blamed lies in the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "card/card.h"
#include "words/claims.h"
#include "words/english.h"

namespace {

using namespace reportcard;

struct World {
  Card card;
  Figures figures;
  World() {
    const auto folder = memory_folder({
        {"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = []\nagainst = [\"england\"]\n"},
        {"measures/m.toml", "[measure.gcse]\ntitle = \"GCSEs at stage 4\"\nfrom = \"t\"\nsplit = \"kind\"\nunit = \"percent\"\nbetter = \"higher\"\nsize = \"many\"\nperiods = \"financial year\"\nserves = \"context\"\ntarget = { \"2011/12\" = 60 }\n"},
        {"data/t.csv", "kind,period,area,value\n,2009/10,,49\n,2010/11,,50.8\n,2011/12,,56.7\n,2011/12,England,58.9\nstage 1,2011/12,,51\nstage 2,2011/12,,61\n"},
    });
    Problems problems;
    card = std::move(*read_card(*folder, problems));
    figures = compute(card, problems);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const World world;
  if (size > 4000) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  Problems problems;
  const Place place{"statements.toml", 1, 9, 1, {}, {}, 1};
  if (const auto says = parse_says(text, place, problems)) reckon(*says, world.card, world.figures, place, problems);
  std::string why, remedy;
  const auto about = find_figure(world.card, world.figures, "gcse", why, remedy);
  if (!about) std::abort();
  const SentenceVerdict verdict = test_sentence(world.card, world.figures, *about, text);
  if (verdict.from > verdict.to || verdict.to > text.size()) std::abort();
  if (verdict.verdict != Verdict::holds && verdict.reason.empty()) std::abort();
  read_printed(text);
  return 0;
}
