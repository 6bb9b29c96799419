// SPDX-License-Identifier: MIT
// The subject of a measure, cut so that a sentence can be built on it. docs/writing-style.md has the rule that writers follow:
// "pupils who got five or more GCSEs" is cut at the first " who " or " that " into those measured and what they did.
#pragma once
#include <string>
#include <string_view>

#include "card/measure.h"

namespace reportcard {

struct Subject {
  enum class Form { people_did, plural, singular, title } form = Form::title;
  std::string whole;          // "pupils who got five or more GCSEs"; the title where there is no subject
  std::string people, did;    // "pupils", "got five or more GCSEs"
  std::string choice;         // to be said first, because the subject has no slot for it; else ""
};

// `choice` "" is the whole; "a/b" is part b of a.
Subject subject_of(const Measure& measure, std::string_view choice);
// "Post-16 education" → "post-16 education"; "SEN support" and "Year 6" stay.
std::string small_first(std::string_view words);
// {choice}, {Choice} (as typed) and {at choice|in all} filled.
std::string with_choice(std::string_view text, std::string_view choice);
// "were judged" → "was judged": for one of them.
std::string for_one(std::string_view did);
// "England" → "England’s", "Ofsteds" → "Ofsteds’".
std::string possessive(std::string_view name);

}  // namespace reportcard
