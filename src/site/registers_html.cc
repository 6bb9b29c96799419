// SPDX-License-Identifier: MIT
// Lists, tables, cards, timelines and groups of any register. What a row is and what a column is called come from its
// definition; a handful of column names (source, note, telephone ...) say how a value wants to be printed.
#include "site/registers_html.h"

#include <algorithm>
#include <map>

#include "site/components.h"
#include "site/made.h"
#include "site/state.h"

namespace reportcard {

namespace {

bool beside(const PublicRegister& of, int column) {  // small print, not a column of its own
  const std::string& name = of.column(column).name;
  return name == "source" || name == "section" || name == "note" || name == "line" || name == "number" ||
         name.starts_with("young_");  // words for the young people's page alone
}

// Columns that say something for these rows, in order; without the id, the small print and the main words.
std::vector<int> shown_columns(const PublicRegister& of, const std::vector<std::size_t>& rows) {
  std::vector<int> columns;
  for (int at = 0; at < static_cast<int>(of.columns()); ++at) {
    if (at == of.id_column() || at == of.main_column() || at == of.grouped_by() || of.is_companion(at) || beside(of, at)) continue;
    const bool any = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return !of.said(row, at).empty(); });
    if (any) columns.push_back(at);
  }
  return columns;
}

bool number_like(ColumnType type) { return type == ColumnType::number || type == ColumnType::percent || type == ColumnType::money; }

void small_print(Page& page, const PublicRegister& of, std::size_t row) {
  const std::string note = of.said(row, "note"), source = of.said(row, "source");
  if (!note.empty()) page.h.add("<span class=\"small line\">").text(note).add("</span>");
  if (!source.empty()) page.h.add("<span class=\"small soft line\">").text(source).add("</span>");
}

// The main words, after the row's number where it has one.
void main_words(Page& page, const PublicRegister& of, std::size_t row) {
  const std::string number = of.said(row, "number");
  if (!number.empty()) page.h.text(number).add(". ");
  cell(page, of, row, of.main_column());
}

void open_item(Page& page, const PublicRegister& of, std::size_t row, Markup element) {
  page.h.add("<").add(element);
  const std::string anchor = of.anchor(row);
  if (!anchor.empty()) page.h.add(" id=\"").text(anchor).add("\"");
  page.h.add(">");
}

// "Owner office: Performance team. Due: March 2013."
void details(Page& page, const PublicRegister& of, std::size_t row, const std::vector<int>& columns) {
  bool any = false;
  for (const int column : columns) {
    if (of.said(row, column).empty()) continue;
    page.h.add(any ? Markup("") : Markup("<dl class=\"meta\">")).add("<div><dt>").text(of.column(column).title.empty() ? in_words(of.column(column).name) : of.column(column).title).add("</dt> <dd>");
    cell(page, of, row, column);
    page.h.add("</dd></div>");
    any = true;
  }
  if (any) page.h.add("</dl>");
}

void list(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows) {
  const std::vector<int> columns = shown_columns(of, rows);
  page.h.add("<ul class=\"items tight\">\n");
  for (const std::size_t row : rows) {
    open_item(page, of, row, "li");
    main_words(page, of, row);
    details(page, of, row, columns);
    small_print(page, of, row);
    page.h.add("</li>\n");
  }
  page.h.add("</ul>\n");
}

void table(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows, bool anchors = true) {
  const std::vector<int> columns = shown_columns(of, rows);
  if (columns.empty()) return list(page, of, rows);
  Html& h = page.h;
  std::vector<std::string> headings{of.column(of.main_column()).title};
  for (const int column : columns) headings.push_back(of.column(column).title.empty() ? in_words(of.column(column).name) : of.column(column).title);
  h.add("<table class=\"rows reg\"><caption class=\"vh\">").text(of.title()).add("</caption><thead><tr>");
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const bool number = i > 0 && number_like(of.column(columns[i - 1]).type);
    h.add(number ? Markup("<th scope=\"col\" class=\"n\">") : Markup("<th scope=\"col\">")).text(headings[i]).add("</th>");
  }
  h.add("</tr></thead><tbody>\n");
  for (const std::size_t row : rows) {
    if (anchors) open_item(page, of, row, "tr");
    else h.add("<tr>");
    h.add("<th scope=\"row\">");
    main_words(page, of, row);
    small_print(page, of, row);
    h.add("</th>");
    for (std::size_t i = 0; i < columns.size(); ++i) {
      h.add(number_like(of.column(columns[i]).type) ? Markup("<td class=\"wide n\">") : Markup("<td class=\"wide\">"));
      h.add("<span class=\"lab soft\">").text(headings[i + 1]).add(": </span>");
      if (of.said(row, columns[i]).empty()) none(page, "not given");
      else cell(page, of, row, columns[i]);
      h.add("</td>");
    }
    h.add("</tr>\n");
  }
  close_rows(page);
}

void cards(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows) {
  const std::vector<int> columns = shown_columns(of, rows);
  page.h.add("<ul class=\"items\">\n");
  for (const std::size_t row : rows) {
    open_item(page, of, row, "li");
    page.h.add("<div class=\"flow\">");
    std::vector<int> told{of.main_column()}, rest;  // what is told stands side by side, the facts below
    for (const int column : columns) (of.column(column).type == ColumnType::text ? told : rest).push_back(column);
    for (const int column : told) {
      if (of.said(row, column).empty()) continue;
      page.h.add("<div><p class=\"name\">").text(of.column(column).title).add("</p><p>");
      cell(page, of, row, column);
      page.h.add("</p></div>");
    }
    page.h.add("</div>");
    details(page, of, row, rest);
    small_print(page, of, row);
    page.h.add("</li>\n");
  }
  page.h.add("</ul>\n");
}

void timeline(Page& page, const PublicRegister& of, std::vector<std::size_t> rows) {
  const int date = of.role_date(), period = of.find("when");
  const auto key = [&](std::size_t row) {
    const std::string day = of.text(row, date);
    return day.empty() ? of.text(row, period) : day;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    const std::string left = key(a), right = key(b);
    return left.empty() || right.empty() ? !left.empty() && right.empty() : left < right;  // those without a day last
  });
  std::vector<int> columns = shown_columns(of, rows);
  std::erase_if(columns, [&](int column) { return column == date || column == period; });
  page.h.add("<ol class=\"time\">\n");
  for (const std::size_t row : rows) {
    open_item(page, of, row, "li");
    std::string when = of.said(row, date);
    if (when.empty()) when = of.said(row, period);
    page.h.add("<b>");
    cell(page, of, row, of.main_column());
    page.h.add("</b> <span class=\"soft\">").text(when.empty() ? "date not given" : when).add("</span>");
    details(page, of, row, columns);
    small_print(page, of, row);
    page.h.add("</li>\n");
  }
  page.h.add("</ol>\n");
}

void grouped(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows, int level) {
  const ColumnDefinition& by = of.column(of.grouped_by());
  // Choices in the order of their definition, others as they come; rows of no group last.
  std::vector<std::string> order = by.choices;
  std::map<std::string, std::vector<std::size_t>> groups;
  for (const std::size_t row : rows) {
    const std::string value = of.text(row, of.grouped_by());
    if (!value.empty() && std::find(order.begin(), order.end(), value) == order.end()) order.push_back(value);
    groups[value].push_back(row);
  }
  order.push_back("");
  for (const std::string& value : order) {
    const auto found = groups.find(value);
    if (found == groups.end()) continue;
    if (value.empty()) {
      heading(page, level, "Not said: " + lower_words(by.title.empty() ? by.name : by.title));
    } else {
      std::string words = by.type == ColumnType::link ? linked_words(page.view, of, found->second[0], by.name) : in_words(value);
      heading(page, level, words.empty() ? value : words);
    }
    list(page, of, found->second);
  }
}

}  // namespace

std::vector<std::size_t> all_rows(const PublicRegister& of) {
  std::vector<std::size_t> rows(of.rows());
  for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
  return rows;
}

std::string linked_words(const View& view, const PublicRegister& of, std::size_t row, std::string_view column) {
  const int at = of.find(column);
  if (at < 0) return {};
  if (of.column(at).type != ColumnType::link) return of.said(row, at);
  std::string words;
  const PublicRegister* to = view.find(of.column(at).to);
  for (const std::string& id : of.links(row, at)) {
    const auto target = to == nullptr ? std::nullopt : to->row_with_id(id);
    words += (words.empty() ? "" : "; ") + (target ? to->said(*target, to->main_column()) : id);
  }
  return words;
}

void cell(Page& page, const PublicRegister& of, std::size_t row, int column) {
  if (column < 0) return;
  Html& h = page.h;
  const ColumnDefinition& definition = of.column(column);
  const std::string words = of.said(row, column);
  const std::string_view name = definition.name;
  if (definition.type == ColumnType::link) {
    const PublicRegister* to = page.view.find(definition.to);
    bool first = true;
    for (const std::string& id : of.links(row, column)) {
      if (!first) h.add("; ");
      first = false;
      const auto target = to == nullptr ? std::nullopt : to->row_with_id(id);
      const std::string file = target ? page.view.page_showing(definition.to, *target) : std::string();
      if (!file.empty()) h.add("<a href=\"").text(file == page.head.file ? "" : file).add("#").text(to->anchor(*target)).add("\">");
      h.text(target ? to->said(*target, to->main_column()) : id);
      if (!file.empty()) h.add("</a>");
    }
    return;
  }
  if (definition.type == ColumnType::measure) {
    if (const PublicMeasure* m = page.view.measure(of.text(row, column))) {
      h.add("<a href=\"").text(m->file).add("\">").text(m->title()).add("</a>");
      if (m->has_whole() && m->whole.now != nullptr) {
        h.add(": ").text(page.view.said(*m, m->whole.now));
        if (m->whole.period && m->whole.period->kind != PeriodKind::not_given) h.add(", ").text(m->whole.period->said());
      }
    } else {
      h.text(in_words(words));
    }
    return;
  }
  const bool of_its_time = of.text(row, "kind") == "historic" || of.text(row, "live") == "no";
  if ((name == "telephone" || name == "text_number") && !of_its_time && !words.empty()) {
    h.add("<a href=\"").text(phone_address(words)).add("\">").text(words).add("</a>");
  } else if (name == "email" && !of_its_time && !words.empty()) {
    h.add("<a href=\"mailto:").text(words).add("\">").text(words).add("</a>");
  } else if (name == "address" && !of_its_time && (words.starts_with("https://") || words.starts_with("http://"))) {
    h.add("<a href=\"").text(words).add("\">").text(words).add("</a>");
  } else if (name == "state" && !words.empty()) {
    state(page, words);
  } else if (definition.type == ColumnType::choice && column != of.main_column()) {
    h.text(in_words(words));
  } else {
    h.text(words);
  }
}

void register_rows(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows, int level) {
  if (rows.empty()) {
    paragraph(page, of.empty_sentence());
    return;
  }
  switch (of.shown()) {
    case Shown::table: table(page, of, rows); break;
    case Shown::cards: cards(page, of, rows); break;
    case Shown::timeline: timeline(page, of, rows); break;
    case Shown::grouped:
      if (of.grouped_by() >= 0) grouped(page, of, rows, level);
      else list(page, of, rows);
      break;
    case Shown::list: list(page, of, rows); break;
    case Shown::none: break;
  }
}

void plain_rows(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows) { table(page, of, rows, false); }

void register_section(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows) {
  if (of.columns() == 0 || of.shown() == Shown::none) return;
  open_section(page, "register-" + of.id(), of.title());
  register_rows(page, of, rows, 3);
  if (!rows.empty()) page.h.add("<p class=\"small\"><a download href=\"downloads/register-").text(of.id()).add(".csv\">Download this list (CSV)</a></p>\n");
  close_section(page);
}

}  // namespace reportcard
