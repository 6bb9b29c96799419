// SPDX-License-Identifier: MIT
#include "words/young_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "words/reading_age.h"

namespace reportcard {

namespace {

constexpr std::string_view columns[] = {"young_words", "young_said", "young_did", "young_not_done"};

const PageWish* page_for_young(const Card& card) {
  for (const PageWish& page : card.pages) {
    if (page.kind == "young-people") return &page;
  }
  return nullptr;
}

// Prose has no places of its own: a paragraph is where its first words stand in the file.
Place place_of(const Card& card, const std::string& name, std::string_view text) {
  Place place;
  place.file = "words/" + name + ".md";
  const auto file = card.words.find(name);
  if (file == card.words.end()) return place;
  std::string_view bytes = file->second;
  const std::string_view start = text.substr(0, std::min<std::size_t>(text.size(), 12));
  const std::size_t at = bytes.find(start);
  place.line = 1 + static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  return place;
}

void paragraphs(const Card& card, const std::string& name, const ProseNode& node, std::vector<YoungText>& texts) {
  if (node.kind == ProseKind::heading) return;
  if (node.kind == ProseKind::paragraph || node.kind == ProseKind::item || node.kind == ProseKind::table_cell) {
    std::string text = plain_text(node);
    const Place place = place_of(card, name, text);
    texts.push_back({std::move(text), place, 0});
    return;
  }
  for (const ProseNode& child : node.children) paragraphs(card, name, child, texts);
}

std::string short_form(std::string_view sentence) {
  std::string words(sentence);
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words.size() <= 90 ? words : words.substr(0, words.rfind(' ', 87)) + " ...";
}

// A whole number below ten in digits: on this page it may be somebody.
bool small_number(std::string_view text) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(i) || (i > 0 && (digit(i - 1) || text[i - 1] == '.' || text[i - 1] == ',')) || digit(i + 1)) continue;
    if (i + 1 < text.size() && (text[i + 1] == ',' || text[i + 1] == '.') && digit(i + 2)) continue;
    return true;
  }
  return false;
}

bool quoted(std::string_view text) { return text.find("\xE2\x80\x9C") != std::string_view::npos || text.find('"') != std::string_view::npos; }

// The words between the first two quotation marks.
std::string quotation(std::string_view text) {
  std::size_t open = text.find("\xE2\x80\x9C"), length = 3;
  if (open == std::string_view::npos) {
    open = text.find('"');
    length = 1;
  }
  const std::string_view rest = text.substr(open + length);
  return std::string(rest.substr(0, std::min(rest.find("\xE2\x80\x9D"), rest.find('"'))));
}

bool somebody_printed(const Card& card, const std::string& words) {
  const Records* quotations = card.find_records("quotations");
  if (quotations == nullptr || words.empty()) return false;
  for (std::size_t row = 0; row < quotations->rows; ++row) {
    if (quotations->text(row, "words").find(words) != std::string::npos) return true;
  }
  return false;
}

void check_helplines_for_young(const Card& card, const PageWish& page, Problems& problems) {
  const Records* contacts = card.find_records("contacts");
  for (std::size_t row = 0; contacts != nullptr && row < contacts->rows; ++row) {
    const std::string place = contacts->text(row, "young_place");
    if (!contacts->text(row, "young_words").empty() && (place.empty() || place == "not safe") && contacts->text(row, "kind") != "emergency") return;
  }
  problems.warning("young-no-helpline", page.place, "The page for young people gives nobody to ring but 999.",
                   "put a helpline for children into data/contacts.csv, with plain words in the column young_words: \"This is Childline. It is free.\"");
}

}  // namespace

std::vector<YoungText> young_texts(const Card& card, const std::map<std::string, Prose>& prose) {
  std::vector<YoungText> texts;
  const PageWish* page = page_for_young(card);
  if (page == nullptr) return texts;
  for (const YoungWords::Counted& one : page->young.counted) texts.push_back({one.words, one.place, 4});
  if (!page->young.chosen_by.words.empty()) texts.push_back({page->young.chosen_by.words, page->young.chosen_by.place, 0});
  for (const YoungWords::Line& line : page->young.not_known) texts.push_back({line.words, line.place, 0});
  for (const auto& [id, records] : card.records) {
    const bool on_page = id == "contacts" || page->registers.empty() || std::find(page->registers.begin(), page->registers.end(), id) != page->registers.end();
    if (!on_page || records.of == nullptr || records.of->row != RowKind::thing) continue;
    for (std::size_t row = 0; row < records.rows; ++row) {
      for (const std::string_view column : columns) {
        if (records.of->find(column) == nullptr) continue;
        if (std::string text = records.text(row, column); !text.empty()) texts.push_back({std::move(text), records.place(row, column), 0});
      }
    }
  }
  if (const auto words = prose.find("words/" + page->words + ".md"); words != prose.end() && !page->words.empty()) {
    paragraphs(card, page->words, words->second.root, texts);
  }
  return texts;
}

void check_young_words(const Card& card, const std::map<std::string, Prose>& prose, Problems& problems) {
  const PageWish* page = page_for_young(card);
  if (page == nullptr) return;
  check_helplines_for_young(card, *page, problems);
  const std::vector<YoungText> texts = young_texts(card, prose);
  TextCounts all;
  struct Hardest { std::string sentence; const YoungText* in = nullptr; int age = -1; } hardest;
  for (const YoungText& one : texts) {
    for (const SentenceSpan& sentence : sentences_of(one.text)) {
      all.words += sentence.counts.words;
      all.sentences += 1;
      all.letters += sentence.counts.letters;
      all.syllables += sentence.counts.syllables;
      const std::string_view words = std::string_view(one.text).substr(sentence.begin, sentence.end - sentence.begin);
      const int age = reading_age(sentence.counts).harder();
      if (age > hardest.age) hardest = {std::string(words), &one, age};
      const long long length = sentence.counts.words + (sentence.begin == 0 ? one.lead : 0);
      if (length > longest_young_sentence) {
        problems.warning("sentence-long", one.place,
                         fmt::format("A sentence for young people has {} words{}: \"{}\"", length, length > sentence.counts.words ? " with \"98 of every 100\" before it" : "", short_form(words)),
                         "make two sentences of it: each should have fewer than 15 words");
      }
    }
    if (small_number(one.text)) {
      problems.warning("young-number", one.place, "Words for young people hold a number below ten: a few may be somebody they know.",
                       "say it without the number");
    }
    if (quoted(one.text) && !somebody_printed(card, quotation(one.text))) {
      problems.warning("quotation-unsourced", one.place, "Words for young people stand in quotation marks, and no row of the register quotations has them.",
                       "say it without quotation marks: \"Someone said that ...\"");
    }
  }
  const ReadingAge age = reading_age(all);
  if (age.harder() <= oldest_young_reader || hardest.in == nullptr) return;
  problems.warning("hard-to-read", hardest.in->place,
                   fmt::format("The card's words for young people read at age {} (Flesch-Kincaid) and {} (Coleman-Liau), above 10. The hardest sentence: \"{}\"",
                               said_age(age.kincaid), said_age(age.coleman_liau), short_form(hardest.sentence)),
                   "use shorter words and shorter sentences, this one first");
}

}  // namespace reportcard
