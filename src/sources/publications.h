// SPDX-License-Identifier: MIT
// All series of this room, offered to the reader of a card folder.
#pragma once
#include "card/publications.h"

namespace reportcard {

const Publications& published_series();

}  // namespace reportcard
