// SPDX-License-Identifier: MIT
#include "site/problems_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/caret.h"
#include "base/text.h"
#include "base/utf8.h"
#include "card/card.h"
#include "site/counts.h"
#include "site/frame.h"
#include "site/marking.h"

namespace reportcard {

namespace {

constexpr std::size_t alike_shown = 10;   // of one code in one file; the rest is a list of places
constexpr std::size_t places_shown = 60;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

void kind_of(Html& h, Severity severity) {
  const bool error = severity == Severity::error;
  h.open("dd", {{"class", error ? "state late" : "state"}}).add("<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">");
  if (error) h.add("<path d=\"M5 1h6l4 4v6l-4 4H5l-4-4V5z\" fill=\"currentColor\"/>");
  else if (severity == Severity::warning)
    h.add("<path d=\"M8 2l6.5 12h-13z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/><path d=\"M8 6.5v3.4\" stroke=\"currentColor\" stroke-width=\"1.6\"/>");
  else h.add("<circle cx=\"8\" cy=\"8\" r=\"6.3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/><path d=\"M8 7v4.4\" stroke=\"currentColor\" stroke-width=\"1.6\"/>");
  h.add("</svg>").text(error ? "Error" : severity == Severity::warning ? "Warning" : "Note").close("dd");
}

std::string where_said(const Place& place) {
  if (!place.cell.empty() || place.line == 0) return place.cell.empty() ? "the whole file" : printable(place.cell);
  return "line " + std::to_string(place.line) + (place.column == 0 ? "" : ", column " + std::to_string(place.column));
}

// The line as typed, what is wrong in it marked, and a caret below for those who do not see the mark.
// A cell of a workbook stands for itself, so it is not shown where the message has said it.
void excerpt(Html& h, const Problem& problem) {
  const Place& place = problem.place;
  if (place.excerpt.empty() || (!place.cell.empty() && problem.message.find(place.excerpt) != std::string::npos)) return;
  const std::string where = printable(place.file) + ", " + where_said(place);
  const std::string number = place.line != 0 && place.cell.empty() ? std::to_string(place.line) : "";
  const ExcerptPart part = underlined(place);
  const std::string_view line = place.excerpt;
  const bool cut = place.excerpt_from > 1;
  h.open("pre", {{"class", "code"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", where}});
  if (!number.empty()) h.text(number).add(" | ");
  if (cut) h.add("…");
  h.text(printable(line.substr(0, part.begin)));
  if (part.end > part.begin) h.element("mark", printable(line.substr(part.begin, part.end - part.begin)));
  h.text(printable(line.substr(part.end)));
  const std::string caret = place.column == 0 || place.length == 0 ? "" : caret_line(place);
  if (!caret.empty()) {
    h.add("\n");
    if (!number.empty()) h.text(std::string(number.size(), ' ')).add(" | ");
    h.text((cut ? " " : "") + caret);
  }
  h.close("pre");
}

// Ids are made of codes, so that a problem can be linked to: the second of a code is "cell-blank-2".
class Ids {
 public:
  std::string next(const std::string& code) {
    const std::size_t count = ++used_[code];
    return count == 1 ? code : code + "-" + std::to_string(count);
  }

 private:
  std::map<std::string, std::size_t> used_;
};

void item(Html& h, const Problem& problem, const std::string& id, bool with_file) {
  if (id.empty()) h.open("li");
  else h.open("li", {{"id", id}});
  h.add("<div class=\"pair\"><div>").element("h3", capital(printable(problem.message)));
  excerpt(h, problem);
  if (!problem.remedy.empty()) {
    const std::string remedy = capital(printable(problem.remedy));
    h.add("<p><b>Remedy.</b> ").text(remedy).text(remedy.ends_with('.') || remedy.ends_with('?') ? "" : ".").add("</p>");
  }
  h.add("</div><dl class=\"meta stack\"><div><dt>Kind</dt>");
  kind_of(h, problem.severity);
  h.add("</div><div><dt>Place</dt><dd>");
  if (with_file && !problem.place.file.empty()) h.text(printable(problem.place.file) + ", ");
  h.text(where_said(problem.place)).add("</dd></div><div><dt>Code</dt><dd>").text(problem.code).add("</dd></div></dl></div></li>\n");
}

void more_of_a_kind(Html& h, const std::vector<const Problem*>& rest) {
  std::string places;
  for (std::size_t i = 0; i < rest.size() && i < places_shown; ++i) places += (i == 0 ? "" : ", ") + where_said(rest[i]->place);
  if (rest.size() > places_shown) places += " and " + how_many(rest.size() - places_shown, "more place", "more places");
  h.add("<li><h3>").text(capital(how_many(rest.size(), "more problem", "more problems")) + " of the kind “" + rest.front()->code + "”").add("</h3><p>At ")
      .text(places).add(".</p></li>\n");
}

struct OfFile {
  std::string name;
  std::vector<const Problem*> problems;   // the worst first
  std::size_t count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [&](const Problem* one) { return one->severity == severity; }));
  }
};

std::vector<const Problem*> worst_first(const std::vector<Problem>& sorted) {
  std::vector<const Problem*> all;
  for (const Problem& one : sorted) all.push_back(&one);
  std::stable_sort(all.begin(), all.end(), [](const Problem* a, const Problem* b) { return a->severity > b->severity; });
  return all;
}

// The file that was asked about, then those with errors, then the rest, each by name.
std::vector<OfFile> by_file(const std::vector<const Problem*>& all, const std::string& first_file) {
  std::map<std::string, std::size_t> known;
  std::vector<OfFile> files;
  for (const Problem* one : all) {
    const auto [found, added] = known.try_emplace(one->place.file, files.size());
    if (added) files.push_back({one->place.file, {}});
    files[found->second].problems.push_back(one);
  }
  const auto rank = [&](const OfFile& file) { return file.name == first_file ? 0 : file.count(Severity::error) != 0 ? 1 : 2; };
  std::sort(files.begin(), files.end(), [&](const OfFile& a, const OfFile& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.name < b.name;
  });
  return files;
}

std::string name_of(const OfFile& file) { return file.name.empty() ? "The whole folder" : printable(file.name); }

void numbers(Html& h, const OfFile& file) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = file.count(severity);
    h.open("td", {{"class", count == 0 ? "num soft" : "num"}}).number(static_cast<std::int64_t>(count)).close("td");
  }
}

void table_of_files(Html& h, const std::vector<OfFile>& files) {
  h.add("<section aria-labelledby=\"p-f\"><h2 id=\"p-f\">By file</h2>\n<table class=\"fit\"><caption class=\"vh\">Problems by file</caption><thead><tr>"
        "<th scope=\"col\">File</th><th scope=\"col\" class=\"num\">Errors</th><th scope=\"col\" class=\"num\">Warnings</th>"
        "<th scope=\"col\" class=\"num\">Notes</th></tr></thead><tbody>\n");
  OfFile all{"", {}};
  for (std::size_t i = 0; i < files.size(); ++i) {
    h.add("<tr><th scope=\"row\">").element("a", name_of(files[i]), {{"href", "#f" + std::to_string(i)}}).add("</th>");
    numbers(h, files[i]);
    h.add("</tr>\n");
    all.problems.insert(all.problems.end(), files[i].problems.begin(), files[i].problems.end());
  }
  h.add("<tr class=\"total\"><th scope=\"row\">All</th>");
  numbers(h, all);
  h.add("</tr></tbody></table></section>\n");
}

void section_of_file(Html& h, const OfFile& file, std::size_t number, Ids& ids) {
  const std::string id = "f" + std::to_string(number);
  h.open("section", {{"class", "part"}, {"id", id}, {"aria-labelledby", "h" + id}});
  h.element("h2", name_of(file), {{"id", "h" + id}, {"class", "file"}}).add("<ul class=\"items\">\n");
  std::map<std::string, std::vector<const Problem*>> of_code;
  for (const Problem* one : file.problems) of_code[one->code].push_back(one);
  std::map<std::string, std::size_t> shown;
  for (const Problem* one : file.problems) {
    const auto& alike = of_code[one->code];
    const std::size_t nth = shown[one->code]++;
    if (nth < alike_shown || alike.size() == alike_shown + 1) item(h, *one, ids.next(one->code), false);
    else if (nth == alike_shown) more_of_a_kind(h, {alike.begin() + alike_shown, alike.end()});
  }
  h.add("</ul></section>\n");
}

std::string description(const std::vector<OfFile>& files) {
  return files.empty() ? "Nothing is wrong with this card folder." : "All problems of a card folder, by file, each with its place and its remedy.";
}

}  // namespace

std::string problems_heading(const Problems& problems) {
  const std::size_t errors = problems.count(Severity::error);
  std::vector<std::string> others;
  if (const std::size_t n = problems.count(Severity::warning)) others.push_back(how_many(n, "warning", "warnings"));
  if (const std::size_t n = problems.count(Severity::note)) others.push_back(how_many(n, "note", "notes"));
  const std::string rest = list_of(others, "and");
  if (errors == 0) return others.empty() ? "Nothing is wrong" : "Nothing stops the build; please read " + rest;
  const bool one = others.size() == 1 && rest.starts_with("one ");
  return capital(how_many(errors, "error", "errors")) + (errors == 1 ? " stops the build" : " stop the build") +
         (others.empty() ? "" : "; " + rest + (one ? " does not" : " do not"));
}

Html problem_items(const std::vector<Problem>& sorted, std::size_t shown) {
  Html h;
  h.add("<ul class=\"items\">\n");
  for (const Problem* one : worst_first(sorted)) {
    if (shown-- == 0) break;
    item(h, *one, "", true);
  }
  h.add("</ul>\n");
  return h;
}

std::string problems_page(const Problems& problems, const ProblemsHead& head) {
  const std::vector<Problem> sorted = problems.sorted();
  const std::vector<OfFile> files = by_file(worst_first(sorted), head.first_file);
  const std::string heading = problems_heading(problems);
  Html top;
  top.add("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  if (const std::string marked = marking(head.reader); !marked.empty()) top.text(marked).add(": ");
  top.text(heading).add(" – ").text(head.title).add("</title>\n<meta name=\"description\" content=\"").text(description(files))
      .add("\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<style>\n");
  Html h;
  h.add("</style>\n</head>\n<body class=\"tool\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n");
  if (const std::string marked = marking_sentence(head.reader); !marked.empty())
    h.add("<div class=\"notice\"><div class=\"wrap\"><p><b>").text(marked).add("</b></p></div></div>\n");
  h.add("<div class=\"wrap mast\">\n<p class=\"brand\"><a>");
  brand_mark(h);
  h.add("<span>").text(head.title);
  if (!head.place.empty()) h.add(" <span>").text(head.place).add("</span>");
  h.add("</span></a></p>\n</div>\n</header>\n<main id=\"main\">\n<div class=\"pair\"><div>").element("h1", heading);
  if (!head.lede.empty()) h.element("p", head.lede, {{"class", "lede"}});
  h.add("</div>\n<div class=\"source\">");
  for (const auto& [lead, words] : head.facts) h.add("<p><b>").text(lead).add("</b> ").text(words).add("</p>");
  if (!files.empty()) h.add("<p><b>An error</b>: a figure would be wrong or cannot be made. <b>A warning</b>: right, but a promise is not kept.</p>");
  h.add("</div></div>\n");
  if (!head.links.empty()) {
    h.add("<ul class=\"plainlist\">");
    for (const auto& [address, words] : head.links) h.open("li").element("a", words, {{"href", address}}).close("li");
    h.add("</ul>\n");
  }
  if (files.size() > 1) table_of_files(h, files);
  Ids ids;
  for (std::size_t i = 0; i < files.size(); ++i) section_of_file(h, files[i], i, ids);
  h.add("</main>\n<footer class=\"foot\"><div class=\"wrap\"><p>").text(head.foot).add("</p></div></footer>\n</body>\n</html>\n");
  // The style is the program's own file, and no text of a folder stands in it.
  return top.take() + std::string(library_file("site/style.css").value_or(std::string_view())) + h.take();
}

}  // namespace reportcard
