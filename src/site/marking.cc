// SPDX-License-Identifier: MIT
#include "site/marking.h"

namespace reportcard {

std::string marking(Audience reader) {
  if (reader == Audience::public_) return {};
  return reader == Audience::members ? "For members" : "OFFICIAL-SENSITIVE";
}

std::string marking_sentence(Audience reader) {
  if (reader == Audience::public_) return {};
  return marking(reader) + (reader == Audience::members ? ". Not for publication." : ". For staff. Not for publication.");
}

}  // namespace reportcard
