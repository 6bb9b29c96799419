// SPDX-License-Identifier: MIT
// The page jobs of the bench, `site` and `card`, through the project's own rooms: tables read, words parses the Markdown,
// html escapes. Here stand only the race's templates. Writing is plain: the races want a new folder, not an exchange.
#pragma once
#include <string>

namespace reportcard::bench {

int run_site(const std::string& in, const std::string& out);
int run_card(const std::string& in, const std::string& out);

}  // namespace reportcard::bench
