// SPDX-License-Identifier: MIT
#include "site/state.h"

#include <algorithm>
#include <string>

#include "site/sentences.h"

namespace reportcard {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

constexpr Markup ring_of(Progress at) {
  switch (at) {
    case Progress::none: return "<circle cx=\"8\" cy=\"8\" r=\"6.4\" class=\"ring dots\"/>";
    case Progress::meant: return "<circle cx=\"8\" cy=\"8\" r=\"6.4\" class=\"ring\"/>";
    case Progress::moving: return "<circle cx=\"8\" cy=\"8\" r=\"6.4\" class=\"ring\"/><path d=\"M8 1a7 7 0 0 1 0 14z\"/>";
    case Progress::said_done: return "<circle cx=\"8\" cy=\"8\" r=\"6.4\" class=\"ring\"/><path d=\"M8 8V1a7 7 0 1 1-7 7z\"/>";
    case Progress::seen: return "<circle cx=\"8\" cy=\"8\" r=\"7\"/>";
  }
  return "";
}

}  // namespace

Progress progress_of(std::string_view word) {
  if (one_of(word, {"evidence seen", "impact shown"})) return Progress::seen;
  if (one_of(word, {"reported done", "done", "complete", "in place", "ended", "recommissioned", "achieved"})) return Progress::said_done;
  if (one_of(word, {"under way", "ongoing", "running", "changing", "to date", "consultation", "in force"})) return Progress::moving;
  if (one_of(word, {"planned", "aim", "proposed", "identified", "projected", "stated"})) return Progress::meant;
  return Progress::none;
}

void state(Page& page, std::string_view word) {
  Html& h = page.h;
  const std::string words = capital(std::string(word));
  if (page.head.plain) {
    h.text(words);
    return;
  }
  h.add("<span class=\"state\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">");
  h.add(ring_of(progress_of(word))).add("</svg>").text(words).add("</span>");
}

void state_passed(Page& page, std::string_view words) {
  Html& h = page.h;
  if (page.head.plain) {
    h.text(words);
    return;
  }
  h.add("<span class=\"state late\"><svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\"><path d=\"M8 1.2 15.4 14.6H.6z\"/></svg>").text(words).add("</span>");
}

}  // namespace reportcard
