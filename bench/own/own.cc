// SPDX-License-Identifier: MIT
// own JOB IN OUT: the bench's jobs done by the project's rooms. bench/README.md says what they are.
#include <cstdio>
#include <string>

#include "figures.h"
#include "pages.h"

int main(int count, char** words) {
  using namespace reportcard::bench;
  if (count != 4) {
    std::fputs("own JOB IN OUT; jobs: measures, asat, asat-big, timely, site, card\n", stderr);
    return 2;
  }
  const std::string job = words[1];
  if (job == "site") return run_site(words[2], words[3]);
  if (job == "card") return run_card(words[2], words[3]);
  if (job == "measures" || job == "asat" || job == "asat-big" || job == "timely") return run_figures(job, words[2], words[3]);
  std::fprintf(stderr, "own: there is no job \"%s\"\n", words[1]);
  return 2;
}
