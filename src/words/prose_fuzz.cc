// SPDX-License-Identifier: MIT
// Markdown with bindings from strangers: no text may crash the reader, and each place that it gives lies in the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "card/card.h"
#include "words/prose.h"

namespace {

using namespace reportcard;

// A card with one measure that has a value, one split, and one register of things.
struct World {
  Card card;
  Figures figures;
  Grammar grammar;
  World() {
    const auto folder = memory_folder({
        {"card.toml", "title = \"Card\"\npublisher = \"Council\"\narea = \"E08000018\"\nperiod = \"2011/12\"\nsections = []\nagainst = [\"england\"]\n"},
        {"measures/m.toml", "[measure.gcse]\ntitle = \"GCSEs\"\nsubject = \"pupils who got five or more GCSEs\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\n"},
        {"data/t.csv", "period,value\n2010/11,50.8\n2011/12,56.7\n"},
        {"data/findings.csv", "id,area,kind,text\n"},
    });
    Problems problems;
    card = std::move(*read_card(*folder, problems));
    figures = compute(card, problems);
    grammar = Grammar::load(card, problems);
  }
};

std::size_t bytes_of(const ProseNode& node, int depth) {
  if (depth > 60) std::abort();
  std::size_t bytes = node.text.size();
  for (const ProseNode& child : node.children) bytes += bytes_of(child, depth + 1);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static World world;
  const std::string text(reinterpret_cast<const char*>(data), size);
  world.card.words["fuzz"] = text;
  Problems problems;
  const Prose prose = read_prose(world.card, world.figures, world.grammar, "words/fuzz.md", problems);
  bytes_of(prose.root, 0);
  std::uint32_t lines = 1;
  for (const char c : text) lines += c == '\n';
  for (const ProseNumber& number : prose.numbers) {
    if (number.text.empty() || number.place.line == 0 || number.place.line > lines) std::abort();
  }
  for (const Problem& problem : problems.all()) {
    if (problem.place.line > lines || problem.message.empty()) std::abort();
  }
  return 0;
}
