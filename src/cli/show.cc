// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/problem.h"
#include "cli/commands.h"

namespace reportcard {

void show(const Problems& problems, bool json) {
  const bool colour = isatty(2) != 0 && std::getenv("NO_COLOR") == nullptr;
  const std::string text = json ? print_problems_json(problems.sorted()) : print_problems(problems.sorted(), colour);
  std::fwrite(text.data(), 1, text.size(), json ? stdout : stderr);
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

}  // namespace reportcard
