// SPDX-License-Identifier: MIT
#include "pages.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <thread>
#include <vector>

#include "base/decimal.h"
#include "base/files.h"
#include "card/card.h"
#include "card/toml_tree.h"
#include "html/html.h"
#include "tables/csv.h"
#include "words/prose.h"

namespace reportcard::bench {

namespace {

struct Row { std::string_view period; std::optional<Decimal> value, england; };
struct Series { std::string measure, title; std::vector<Row> rows; };
struct CardPages { std::string code, name; std::vector<Series> series; };

bool write_file(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return false;
  const bool whole = write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  return close(file) == 0 && whole;
}

void head(Html& html, std::string_view title, std::string_view area) {
  html.add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").text(title);
  if (!area.empty()) html.add(" - ").text(area);
  html.add("</title>\n</head>\n<body>\n");
}

// Both sides have one decimal place, so a difference of units is exact.
std::optional<std::int64_t> difference(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  if (!a || !b) return std::nullopt;
  return a->units - b->units;
}

void tenths(Html& html, std::int64_t units) { html.text(Decimal{units, 1}.plain()); }

void path(Html& html, const std::vector<Row>& rows, std::optional<Decimal> Row::*side) {
  bool pen_down = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::optional<Decimal>& value = rows[i].*side;
    if (!value) { pen_down = false; continue; }
    if (pen_down) html.add("L"); else html.add("M");
    html.number(static_cast<std::int64_t>(400 + 400 * i)).add(" ").number(2200 - 2 * value->units);
    pen_down = true;
  }
}

void value(Html& html, const std::optional<Decimal>& v) {
  if (v) html.text(v->plain()); else html.add("not published");
}

void sentence(Html& html, std::string_view area, const std::vector<Row>& rows) {
  const Row& now = rows.back();
  const Row& before = rows[rows.size() - 2];
  if (!now.value) { html.add("No figure was published for ").text(area).add(" in ").text(now.period).add("."); return; }
  html.add("In ").text(now.period).add(" it was ").text(now.value->plain()).add("% in ").text(area);
  const auto change = difference(now.value, before.value);
  if (!change) html.add(", with no figure for ").text(before.period).add(" to compare");
  else if (*change > 0) { html.add(", up "); tenths(html, *change); html.add(" points from ").text(before.period); }
  else if (*change < 0) { html.add(", down "); tenths(html, -*change); html.add(" points from ").text(before.period); }
  else html.add(", the same as in ").text(before.period);
  if (const auto gap = difference(now.value, now.england)) {
    if (*gap > 0) { html.add(", "); tenths(html, *gap); html.add(" points above England"); }
    else if (*gap < 0) { html.add(", "); tenths(html, -*gap); html.add(" points below England"); }
    else html.add(", the same as England");
  }
  html.add(".");
}

Html measure_page(std::string_view area, std::string_view title, const std::vector<Row>& rows) {
  Html html(4096);
  head(html, title, area);
  html.add("<header><a href=\"index.html\">").text(area).add("</a></header>\n<main>\n<h1>").text(title).add("</h1>\n<p>");
  sentence(html, area, rows);
  html.add("</p>\n<figure>\n<svg viewBox=\"0 0 6800 2400\" role=\"img\" aria-label=\"").text(title).add("\">\n"
           "<path class=\"grid\" d=\"M400 200H6400M400 1200H6400M400 2200H6400\"/>\n<path class=\"england\" d=\"");
  path(html, rows, &Row::england);
  html.add("\"/>\n<path class=\"area\" d=\"");
  path(html, rows, &Row::value);
  html.add("\"/>\n</svg>\n<figcaption>Solid: ").text(area).add(". Dashed: England.</figcaption>\n</figure>\n<table>\n<thead><tr><th>Period</th><th>");
  html.text(area).add("</th><th>England</th><th>Gap</th></tr></thead>\n<tbody>\n");
  for (const Row& row : rows) {
    html.add("<tr><th>").text(row.period).add("</th><td>");
    value(html, row.value);
    html.add("</td><td>");
    value(html, row.england);
    html.add("</td><td>");
    if (const auto gap = difference(row.value, row.england)) tenths(html, *gap); else html.add("not published");
    html.add("</td></tr>\n");
  }
  html.add("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
  return html;
}

struct Entry { std::string href, title; const Series* latest = nullptr; };

Html list_page(std::string_view title, const std::vector<std::vector<Entry>>& lists) {
  Html html(4096);
  head(html, title, {});
  html.add("<main>\n<h1>").text(title).add("</h1>\n");
  for (const auto& list : lists) {
    html.add("<ul>\n");
    for (const Entry& entry : list) {
      html.add("<li><a href=\"").text(entry.href).add("\">").text(entry.title).add("</a>");
      if (entry.latest != nullptr) {
        html.add(": ");
        if (const auto& last = entry.latest->rows.back().value) html.text(last->plain()).add("%"); else html.add("not published");
      }
      html.add("</li>\n");
    }
    html.add("</ul>\n");
  }
  html.add("</main>\n</body>\n</html>\n");
  return html;
}

std::optional<Decimal> number_at(const Column& column, std::size_t row) {
  const NumberColumn& cells = std::get<NumberColumn>(column.cells);
  if (cells.units[row] == NumberColumn::blank) return std::nullopt;
  return cells.at(row);
}

const TextColumn& text_of(const Table& table, std::string_view name) { return std::get<TextColumn>(table.find(name)->cells); }

int complain(const Problems& problems) {
  const std::string text = print_problems(problems.sorted(), false);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return 1;
}

std::optional<Table> read(const std::string& name, const std::string& path, std::vector<std::string> texts, Problems& problems) {
  const auto bytes = FileBytes::map(path);
  if (!bytes) { Place place; place.file = name; problems.error("file-missing", place, "cannot be read", "make the inputs with bench/generate.py"); return std::nullopt; }
  std::vector<WantedColumn> wanted;
  for (std::string& text : texts) wanted.push_back({std::move(text), {}, CellType::text, true});
  wanted.push_back({"value", {}, CellType::number, true});
  wanted.push_back({"england", {}, CellType::number, true});
  return read_csv(name, *bytes, wanted, problems);
}

void write_card(const CardPages& card, const std::string& folder) {
  mkdir(folder.c_str(), 0755);
  std::vector<Entry> list;
  for (const Series& series : card.series) {
    write_file(folder + "/" + series.measure + ".html", measure_page(card.name, series.title, series.rows).view());
    list.push_back({series.measure + ".html", series.title, &series});
  }
  write_file(folder + "/index.html", list_page(card.name, {list}).view());
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

int run_site(const std::string& in, const std::string& out) {
  Problems problems;
  const auto table = read("figures.csv", in + "/figures.csv", {"area_code", "area_name", "measure", "title", "period"}, problems);
  if (!table) return complain(problems);
  const TextColumn &code = text_of(*table, "area_code"), &name = text_of(*table, "area_name"), &measure = text_of(*table, "measure"),
                   &title = text_of(*table, "title"), &period = text_of(*table, "period");
  const Column &value = *table->find("value"), &england = *table->find("england");
  std::vector<CardPages> cards;  // the file comes by area, measure, period, as its definition says
  for (std::size_t row = 0; row < table->rows; ++row) {
    const bool new_card = row == 0 || code.codes[row] != code.codes[row - 1];
    if (new_card) cards.push_back({code.words[code.codes[row]], name.words[name.codes[row]], {}});
    if (new_card || measure.codes[row] != measure.codes[row - 1])
      cards.back().series.push_back({measure.words[measure.codes[row]], title.words[title.codes[row]], {}});
    cards.back().series.back().rows.push_back({period.words[period.codes[row]], number_at(value, row), number_at(england, row)});
  }
  mkdir(out.c_str(), 0755);
  std::vector<Entry> list;
  for (const CardPages& card : cards) list.push_back({lower(card.code) + "/index.html", card.name});
  write_file(out + "/index.html", list_page("Report cards", {list}).view());
  const auto half = [&](std::size_t first) {
    for (std::size_t i = first; i < cards.size(); i += 2) write_card(cards[i], out + "/" + lower(cards[i].code));
  };
  std::jthread second(half, 1);
  half(0);
  return 0;
}

namespace {

// CommonMark's HTML of our tree of prose.
void markdown(Html& html, const ProseNode& node) {
  const auto children = [&] { for (const ProseNode& child : node.children) markdown(html, child); };
  switch (node.kind) {
    case ProseKind::document: children(); break;
    case ProseKind::heading: {
      const std::string tag = "h" + std::to_string(node.level);
      html.open(tag); children(); html.close(tag).add("\n"); break;
    }
    case ProseKind::paragraph: html.add("<p>"); children(); html.add("</p>\n"); break;
    case ProseKind::list: html.add("<ul>\n"); children(); html.add("</ul>\n"); break;
    case ProseKind::ordered_list: html.add("<ol>\n"); children(); html.add("</ol>\n"); break;
    case ProseKind::item: html.add("<li>"); children(); html.add("</li>\n"); break;
    case ProseKind::quote: html.add("<blockquote>\n"); children(); html.add("</blockquote>\n"); break;
    case ProseKind::strong: html.add("<strong>"); children(); html.add("</strong>"); break;
    case ProseKind::emphasis: html.add("<em>"); children(); html.add("</em>"); break;
    case ProseKind::code_span: html.add("<code>").text(node.text); children(); html.add("</code>"); break;
    case ProseKind::code: html.add("<pre><code>").text(node.text); children(); html.add("</code></pre>\n"); break;
    case ProseKind::link: html.open("a", {{"href", node.target}}); children(); html.add("</a>"); break;
    case ProseKind::rule: html.add("<hr />\n"); break;
    case ProseKind::line_break: html.add("<br />\n"); break;
    default: html.text(node.text); children(); break;
  }
}

}  // namespace

int run_card(const std::string& in, const std::string& out) {
  Problems problems;
  const auto folder = disk_folder(in);
  const auto definition = [&](const std::string& name) -> std::optional<TomlDocument> {
    const auto bytes = folder->read(name);
    return bytes ? read_toml(name, *bytes, problems) : std::nullopt;
  };
  const auto me = definition("card.toml");
  if (!me) return complain(problems);
  const auto text = [](const TomlNode& table, std::string_view key) { const TomlEntry* entry = table.find(key); return entry ? entry->value.text : std::string(); };
  CardPages card{"", text(me->root, "area"), {}};
  std::vector<Entry> words, measures;
  Card empty;
  Figures none;
  const Grammar grammar = Grammar::load(empty, problems);
  mkdir(out.c_str(), 0755);
  for (const std::string& name : folder->list())
    if (name.starts_with("words/")) empty.words[name.substr(6, name.size() - 9)] = std::string(folder->read(name)->view());
  for (const TomlNode& section : me->root.find("section")->value.items) {
    const std::string file = text(section, "file"), title = text(section, "title");
    Html html(4096);
    head(html, title, card.name);
    html.add("<header><a href=\"index.html\">").text(card.name).add("</a></header>\n<main>\n");
    markdown(html, read_prose(empty, none, grammar, file, problems).root);
    html.add("</main>\n</body>\n</html>\n");
    write_file(out + "/words-" + file + ".html", html.view());
    words.push_back({"words-" + file + ".html", title});
  }
  std::vector<std::unique_ptr<Table>> tables;  // periods stay where they were read
  std::map<std::string, Series> series;
  for (const std::string& name : folder->list()) {
    if (!name.starts_with("data/")) continue;
    auto table = read(name, in + "/" + name, {"measure", "period"}, problems);
    if (!table) continue;
    tables.push_back(std::make_unique<Table>(std::move(*table)));
    const TextColumn &measure = text_of(*tables.back(), "measure"), &period = text_of(*tables.back(), "period");
    const Column &value = *tables.back()->find("value"), &england = *tables.back()->find("england");
    for (std::size_t row = 0; row < tables.back()->rows; ++row)
      series[measure.words[measure.codes[row]]].rows.push_back({period.words[period.codes[row]], number_at(value, row), number_at(england, row)});
  }
  std::map<std::string, std::string> titles;
  for (const std::string& name : folder->list()) {
    if (!name.starts_with("measures/")) continue;
    const auto file = definition(name);
    if (!file) continue;
    for (const TomlEntry& entry : file->root.find("measure")->value.entries) titles[entry.key] = text(entry.value, "title");
  }
  for (const auto& [id, title] : titles) {
    write_file(out + "/" + id + ".html", measure_page(card.name, title, series[id].rows).view());
    measures.push_back({id + ".html", title, &series[id]});
  }
  write_file(out + "/index.html", list_page(text(me->root, "title"), {words, measures}).view());
  return problems.has_errors() ? complain(problems) : 0;
}

}  // namespace reportcard::bench
