// SPDX-License-Identifier: MIT
// Word gets its paper by pandoc. Styles, page and footer come from a document of ours, put together here from library/paper.
#include "base/files.h"
#include "base/run_program.h"
#include "base/text.h"
#include "base/utf8.h"
#include "card/card.h"
#include "html/html.h"
#include "site/paper.h"
#include "tables/zip_write.h"

namespace reportcard {

namespace {

constexpr int seconds_to_convert = 60;

std::string part(std::string_view name) { return std::string(library_file("paper/" + std::string(name)).value_or(std::string_view())); }

std::string footer_part(const std::string& words) {
  std::string xml = part("footer.xml");
  constexpr std::string_view here = "{footer}";
  const std::size_t at = xml.find(here);
  if (at != std::string::npos) xml.replace(at, here.size(), Html().text(words).take());
  return xml;
}

// Seconds since 1970-01-01, as pandoc takes its day; it cannot go before that day.
std::string seconds_of(Date day) { return std::to_string(day.days < 0 ? 0 : static_cast<std::int64_t>(day.days) * 86'400); }

}  // namespace

bool has_pandoc() { return find_program({"pandoc"}).has_value(); }

std::optional<std::string> docx_of(const DocxOf& wanted, Problems& problems) {
  const auto failed = [&](std::string message) {
    Place place;
    place.file = wanted.file;
    problems.error("paper-not-made", place, std::move(message), "Write the same paper as a page: --out paper.html. Word opens it.");
    return std::nullopt;
  };
  const auto pandoc = find_program({"pandoc"});
  if (!pandoc) return failed("There is no pandoc on this machine, which makes the Word document.");
  const Tree reference{{"[Content_Types].xml", part("types.xml")}, {"_rels/.rels", part("rels.xml")}, {"word/document.xml", part("document.xml")},
                       {"word/_rels/document.xml.rels", part("document-rels.xml")}, {"word/styles.xml", part("styles.xml")}, {"word/footer1.xml", footer_part(wanted.footer)}};
  const auto looks = write_zip(reference, {}, wanted.file, problems);
  if (!looks) return std::nullopt;
  const TemporaryFolder folder;
  if (!folder.put("paper.html", wanted.html) || !folder.put("reference.docx", *looks)) return failed("The paper cannot be put into the folder for temporary files.");
  // The heading of the page becomes the title, and what stands below it moves up one level.
  const Ran ran = run_program({*pandoc, "-f", "html", "-t", "docx", "--shift-heading-level-by=-1", "--reference-doc=reference.docx", "-o", "paper.docx", "paper.html"}, folder.path(),
                              seconds_to_convert, {{"SOURCE_DATE_EPOCH", seconds_of(wanted.day)}, {"HOME", folder.path()}, {"TZ", "UTC"}});
  if (ran.too_long) return failed("pandoc did not end within " + std::to_string(seconds_to_convert) + " seconds.");
  const auto bytes = ran.code == 0 ? FileBytes::map(folder.path() + "/paper.docx") : std::nullopt;
  if (!bytes) {
    const std::string said = printable(trim(std::string_view(ran.errors).substr(0, 300)));
    return failed("pandoc made no document" + (said.empty() ? std::string(".") : ": " + said));
  }
  return std::string(bytes->view());
}

}  // namespace reportcard
