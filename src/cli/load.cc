// SPDX-License-Identifier: MIT
#include "cli/load.h"

#include "sources/publications.h"
#include "words/commentary.h"
#include "words/young_check.h"

namespace reportcard {

std::optional<Loaded> load_figures(const Folder& folder, Problems& problems, std::string_view edition) {
  std::optional<Card> card = read_card(folder, problems, edition, &published_series());
  if (!card) return std::nullopt;
  Loaded loaded;
  loaded.card = std::make_unique<Card>(std::move(*card));
  // From here on no record changes: every figure below sees the same rows.
  loaded.figures = compute(*loaded.card, problems);
  return loaded;
}

std::optional<Loaded> load(const Folder& folder, Problems& problems, std::string_view edition) {
  std::optional<Loaded> loaded = load_figures(folder, problems, edition);
  if (!loaded) return std::nullopt;
  const Card& card = *loaded->card;
  loaded->grammar = Grammar::load(card, problems);
  loaded->prose = read_all_prose(card, loaded->figures, loaded->grammar, problems);
  check_commentary(card, loaded->figures, problems);
  std::vector<Prose> all;
  check_young_words(card, loaded->prose, problems);
  for (const auto& [name, prose] : loaded->prose) all.push_back(prose);
  loaded->findings = test_statements(card, loaded->figures, all, problems);
  return loaded;
}

}  // namespace reportcard
