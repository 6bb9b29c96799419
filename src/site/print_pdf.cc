// SPDX-License-Identifier: MIT
#include "site/print_pdf.h"

#include <unistd.h>

#include <algorithm>

#include "base/run_program.h"
#include "base/text.h"
#include "base/utf8.h"

namespace reportcard {

namespace {

constexpr int seconds_to_print = 90;

bool is_absolute(std::string_view link) {
  const std::size_t colon = link.find(':');
  return colon != std::string_view::npos && link.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
}

// The last line that a person can do something with; a browser says much of buses and drivers before it.
std::string last_line(std::string_view errors) {
  std::string last;
  for (const std::string_view line : split(errors, '\n')) {
    if (!line.empty() && line.find("dbus") == std::string_view::npos) last = printable(line.substr(0, 300));
  }
  return last;
}

void write_over(std::string& pdf, std::string_view key, const std::string& value) {
  const std::size_t at = pdf.find(std::string(key) + " (");
  if (at == std::string::npos) return;
  const std::size_t begin = at + key.size() + 1;
  std::size_t end = begin + 1;
  while (end < pdf.size() && pdf[end] != ')') end += pdf[end] == '\\' ? 2 : 1;
  if (end >= pdf.size() || value.size() + 2 > end + 1 - begin) return;
  std::string text = "(" + value + ")";
  text.resize(end + 1 - begin, ' ');  // blanks after the text are none of it, and nothing behind it moves
  pdf.replace(begin, text.size(), text);
}

}  // namespace

std::string page_to_print(std::string_view page, std::string_view address) {
  std::string base(address);
  while (!base.empty() && base.back() == '/') base.pop_back();
  std::string out;
  out.reserve(page.size());
  constexpr std::string_view key = " href=\"";
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t anchor = page.find("<a ", at);
    const std::size_t end = anchor == std::string_view::npos ? anchor : page.find('>', anchor);
    if (end == std::string_view::npos) return out.append(page.substr(at));
    const std::string_view tag = page.substr(anchor, end - anchor);
    const std::size_t href = tag.find(key);
    const std::size_t quote = href == std::string_view::npos ? href : tag.find('"', href + key.size());
    out.append(page.substr(at, anchor - at));
    at = end;
    if (quote == std::string_view::npos) {
      out.append(tag);
      continue;
    }
    const std::string_view link = tag.substr(href + key.size(), quote - href - key.size());
    if (link.empty() || link.front() == '#' || is_absolute(link)) {
      out.append(tag);
    } else if (constexpr std::string_view close = "</a></p>"; base.empty() && out.ends_with("<p>") && page.find("</a>", end) == page.find(close, end) && page.find(close, end) != std::string_view::npos) {
      // A paragraph that is nothing but a way to another page says nothing on paper.
      out.erase(out.size() - 3);
      at = page.find(close, end) + close.size();
    } else {
      out.append(tag.substr(0, href));
      if (!base.empty()) out.append(key).append(base).append("/").append(link).append("\"");
      out.append(tag.substr(quote + 1));
    }
  }
  return out;
}

void date_pdf(std::string& pdf, Date day, std::string_view made_with) {
  std::string digits = day.iso();
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  const std::string when = "D:" + digits + "000000+00'00'";
  write_over(pdf, "/CreationDate", when);
  write_over(pdf, "/ModDate", when);
  std::string maker(made_with);
  for (char& c : maker) {
    if (c == '(' || c == ')' || c == '\\' || static_cast<unsigned char>(c) >= 128) c = ' ';
  }
  write_over(pdf, "/Creator", maker);
}

bool add_pdf(const PdfOf& wanted, Tree& tree, Problems& problems) {
  Place place;
  place.file = wanted.file;
  const auto page = tree.find(wanted.page);
  if (page == tree.end()) return false;
  const auto browser = find_program({"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"});
  if (!browser) {
    problems.error("pdf-no-browser", place, "There is no Chromium on this machine, which prints the PDF.",
                   "Install it (on Debian: apt install chromium), or build without --pdf and print " + wanted.page + " from any browser.");
    return false;
  }
  const auto failed = [&](std::string message) {
    problems.error("pdf-not-made", place, std::move(message), "Build without --pdf, or print " + wanted.page + " from any browser.");
    return false;
  };
  const TemporaryFolder folder;
  const auto style = tree.find("style.css");
  if (!folder.put("page.html", page_to_print(page->second, wanted.address)) || (style != tree.end() && !folder.put("style.css", style->second))) {
    return failed("The page cannot be put into the folder for temporary files.");
  }
  const std::string made = folder.path() + "/page.pdf";
  std::vector<std::string> words{*browser, "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-sync",
                                 "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",  // nothing is asked of elsewhere
                                 "--user-data-dir=" + folder.path() + "/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=" + made};
  if (::geteuid() == 0) words.push_back("--no-sandbox");  // as root Chromium does not start with it
  words.push_back("file://" + folder.path() + "/page.html");
  const Ran ran = run_program(words, folder.path(), seconds_to_print, {{"HOME", folder.path()}, {"TZ", "UTC"}});
  const auto bytes = FileBytes::map(made);
  if (ran.too_long) return failed("Chromium did not end within " + std::to_string(seconds_to_print) + " seconds.");
  if (!bytes || !bytes->view().starts_with("%PDF")) {
    const std::string said = last_line(ran.errors);
    return failed("Chromium made no PDF" + (said.empty() ? std::string(".") : ": " + said));
  }
  std::string pdf(bytes->view());
  if (pdf.find("file://") != std::string::npos || pdf.find(folder.path()) != std::string::npos) {
    return failed("The PDF would name a folder of this machine.");
  }
  date_pdf(pdf, wanted.day, wanted.made_with);
  tree[wanted.file] = std::move(pdf);
  return true;
}

}  // namespace reportcard
