// SPDX-License-Identifier: MIT
// `reportcard paper`: the committee's paper as a Word document or, where the name ends so, as a page.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/commands.h"
#include "cli/edition_store.h"
#include "cli/load.h"
#include "cli/version.h"
#include "site/handover.h"
#include "site/paper.h"

namespace reportcard {

namespace {

// Written beside and then renamed, so that a paper is whole or is the old one.
bool write_whole(const std::string& path, const std::string& bytes, Problems& problems) {
  const std::string beside = path + ".part";
  std::error_code failed;
  {
    std::ofstream to(beside, std::ios::binary);
    to << bytes;
    if (to.flush()) {
      to.close();
      std::filesystem::rename(beside, path, failed);
      if (!failed) return true;
    }
  }
  std::filesystem::remove(beside, failed);
  Place place;
  place.file = path;
  problems.error("cannot-write", place, "The paper cannot be written.", "Name a file in a folder that is there and may be written, on a disk with room.");
  return false;
}

}  // namespace

int run_paper(const PaperOptions& options) {
  const bool word = options.out.ends_with(".docx");
  if (!word && !options.out.ends_with(".html")) {
    std::fprintf(stderr, "reportcard: --out ends in .docx for Word or in .html for a page, and \"%s\" in neither.\n", options.out.c_str());
    return 2;
  }
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load(*folder, problems, options.edition);
  const Audience audience = loaded ? audience_asked_for(*loaded->card, options.audience, problems) : Audience::public_;
  // The same rule as for pages: who must sign has signed, or the paper is for staff and says that it is a draft.
  const EditionWork work = loaded ? work_on_edition(*loaded, *folder, audience, problems) : EditionWork{};
  if (!loaded || problems.has_errors()) {
    Problems serious;  // notes are read with check
    for (const Problem& problem : problems.all())
      if (problem.severity != Severity::note) serious.add(problem);
    show(serious);
    std::fprintf(stderr, "Not written: %s.\n", counted(problems.count(Severity::error), "error", "errors").c_str());
    return 1;
  }
  const Card& card = *loaded->card;
  const Edition edition{card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, version, audience, &work.history, work.draft};
  const View view(edition);
  const std::string html = committee_paper(view, edition_title(card), card.address);
  Problems said;  // what may be wrong with the card is read with check, not each time that a paper is made
  std::string out = options.out;
  std::optional<std::string> bytes = html;
  if (word && has_pandoc()) {
    bytes = docx_of({html, paper_title(view, edition_title(card)), options.out, day_of(card)}, said);
  } else if (word) {
    out = out.substr(0, out.size() - 5) + ".html";
    Place place;
    place.file = options.out;
    said.warning("paper-no-pandoc", place, "There is no pandoc on this machine, which makes the Word document. The same paper was written as a page: " + out + ".",
                 "Open that page in Word, or install pandoc (on Debian: apt install pandoc) and run this again.");
  }
  const bool written = bytes && write_whole(out, *bytes, said);
  show(said);
  if (!written) return 1;
  std::fprintf(stderr, "Wrote %s: %s.\n", out.c_str(), paper_title(view, edition_title(card)).c_str());
  return 0;
}

}  // namespace reportcard
