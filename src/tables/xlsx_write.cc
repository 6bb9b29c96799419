// SPDX-License-Identifier: MIT
// The only file that knows libxlsxwriter. It writes to a file, so a book is made in a folder of its own and read back.
#include "tables/xlsx_write.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/files.h"
#include "base/run_program.h"
#include "base/text.h"
#include "tables/xlsx_layout.h"

namespace reportcard {

namespace {

enum class Look : std::uint8_t { plain, title, line, header, text, code, date, link };

// Formats are made when first asked for, in the order of asking, so that the same book has the same list of them.
class Formats {
 public:
  explicit Formats(lxw_workbook* book) : book_(book) {}
  lxw_format* of(Look look, int places = -1, bool marked = false) {
    const auto [at, fresh] = made_.emplace(std::make_tuple(look, places, marked), nullptr);
    if (fresh) at->second = make(look, places, marked);
    return at->second;
  }

 private:
  lxw_format* make(Look look, int places, bool marked) {
    lxw_format* format = workbook_add_format(book_);
    if (look == Look::title) {
      format_set_bold(format);
      format_set_font_size(format, 14);
    }
    if (look == Look::header) {
      format_set_bold(format);
      format_set_bottom(format, LXW_BORDER_MEDIUM);
    }
    if (look == Look::text || look == Look::code || look == Look::header || look == Look::link) format_set_text_wrap(format);
    if (look != Look::title && look != Look::line) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (look == Look::code) format_set_num_format(format, "@");
    if (look == Look::date) format_set_num_format(format, "d mmmm yyyy");
    if (look == Look::link) {
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      format_set_font_color(format, 0x0B3D91);
    }
    if (places >= 0) format_set_num_format(format, ("#,##0" + (places > 0 ? "." + std::string(static_cast<std::size_t>(places), '0') : std::string())).c_str());
    if (marked) {
      format_set_border(format, LXW_BORDER_THICK);
      format_set_border_color(format, 0x9C2F0A);
    }
    return format;
  }

  lxw_workbook* book_;
  std::map<std::tuple<Look, int, bool>, lxw_format*> made_;
};

// "_x0041_" in a text would be read as the letter of that number: its first mark is written as a number itself.
std::string spelt_out(const std::string& words) {
  if (words.find("_x") == std::string::npos) return words;
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); };
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool mistaken = words[at] == '_' && at + 6 < words.size() && words[at + 1] == 'x' && words[at + 6] == '_' &&
                          std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at) + 2, words.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_digit);
    if (mistaken) out += "_x005F";
    out += words[at];
  }
  return out;
}

double as_double(const Decimal& value) {
  double under = 1;
  for (int i = 0; i < value.places; ++i) under *= 10;  // exact up to 22 places, so the division is rounded once
  return static_cast<double>(value.units) / under;
}

// What a sheet needs beside itself: where its lists stand, and which cells have a border.
struct Placed {
  lxw_worksheet* to = nullptr;
  std::string name, table;
  std::map<std::size_t, std::string> list_of;  // column -> "=Lists!$A$2:$A$9"
};

std::string sheet_reference(const std::string& name) {
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

bool is_address(std::string_view to) { return to.starts_with("https://") || to.starts_with("http://") || to.starts_with("mailto:"); }

void write_cell(Formats& formats, const std::map<std::string, std::string>& names, lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const XlsxCell& cell, Look look, bool marked) {
  switch (cell.kind) {
    case XlsxCell::Kind::blank:
      if (marked || look == Look::code) worksheet_write_blank(to, row, column, formats.of(look, -1, marked));
      return;
    case XlsxCell::Kind::number:
      if (const auto value = Decimal::parse(cell.text)) {
        worksheet_write_number(to, row, column, as_double(*value), formats.of(Look::plain, value->places, marked));
        return;
      }
      break;
    case XlsxCell::Kind::date:
      if (const auto day = Date::parse(cell.text)) {
        lxw_datetime when{day->year(), static_cast<int>(day->month()), static_cast<int>(day->day()), 0, 0, 0};
        worksheet_write_datetime(to, row, column, &when, formats.of(Look::date, -1, marked));
        return;
      }
      break;
    case XlsxCell::Kind::link: {
      const auto sheet = names.find(cell.to);
      const std::string address = is_address(cell.to) ? cell.to : sheet == names.end() ? std::string() : "internal:" + sheet_reference(sheet->second) + "!A1";
      if (!address.empty() && worksheet_write_url_opt(to, row, column, address.c_str(), formats.of(Look::link, -1, marked), cell.text.c_str(), nullptr) == LXW_NO_ERROR) return;
      break;  // a link that leads nowhere is read as its words
    }
    case XlsxCell::Kind::text: break;
  }
  worksheet_write_string(to, row, column, spelt_out(cell.text).c_str(), formats.of(look, -1, marked));
}

Look look_of(XlsxColumn::Holds holds) {
  if (holds == XlsxColumn::Holds::code) return Look::code;
  if (holds == XlsxColumn::Holds::date) return Look::date;
  return holds == XlsxColumn::Holds::number ? Look::plain : Look::text;
}

// Cuts by letters, for messages that have a limit of their own.
std::string short_of(std::string_view words, std::size_t most) {
  if (code_points(words) <= most) return std::string(words);
  std::string out(words.substr(0, most - 3));
  while (!out.empty() && !is_utf8(out)) out.pop_back();
  return out + "...";
}

void validate_column(const XlsxColumn& column, const std::string& list, lxw_worksheet* to, lxw_row_t first, lxw_row_t last, lxw_col_t at) {
  if (column.choices.empty() && column.help.empty()) return;
  lxw_data_validation rule{};
  std::string formula = list, title = short_of(column.title, 32), help = short_of(column.help, 255);
  std::string wrong = "Choose one from the list.";
  rule.validate = column.choices.empty() ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST_FORMULA;
  if (!column.choices.empty()) {
    rule.value_formula = formula.data();
    rule.error_title = title.data();
    rule.error_message = wrong.data();
    rule.show_error = column.several ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
  }
  if (!help.empty()) {
    rule.input_title = title.data();
    rule.input_message = help.data();
  }
  worksheet_data_validation_range(to, first, at, last, at, &rule);
}

void write_table(Formats& formats, const XlsxSheet& sheet, const Placed& placed, lxw_row_t header) {
  if (sheet.columns.empty()) return;
  const auto titles = sheet_titles(sheet);
  const lxw_row_t last = header + static_cast<lxw_row_t>(std::max<std::size_t>(sheet.rows.size(), 1));  // a table has a row at least
  std::vector<lxw_table_column> columns(titles.size());
  std::vector<lxw_table_column*> pointers;
  std::vector<std::string> texts = titles;
  for (std::size_t at = 0; at < titles.size(); ++at) {
    columns[at] = lxw_table_column{};
    columns[at].header = texts[at].data();
    columns[at].header_format = formats.of(Look::header);
    pointers.push_back(&columns[at]);
  }
  pointers.push_back(nullptr);
  std::string name = placed.table;
  lxw_table_options options{};
  options.name = name.data();
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 1;
  options.columns = pointers.data();
  worksheet_add_table(placed.to, header, 0, last, static_cast<lxw_col_t>(titles.size() - 1), &options);
}

void set_widths(Formats& formats, const XlsxSheet& sheet, lxw_worksheet* to) {
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    const XlsxColumn& column = sheet.columns[at];
    const int places = column.holds == XlsxColumn::Holds::number ? column.places : -1;
    const auto col = static_cast<lxw_col_t>(at);
    worksheet_set_column(to, col, col, column_width(sheet, at), formats.of(look_of(column.holds), places));
  }
}

void set_grid_widths(Formats& formats, const XlsxSheet& sheet, lxw_worksheet* to) {
  for (std::size_t at = 0; sheet.columns.empty() && at < sheet.widths.size(); ++at) {
    const auto col = static_cast<lxw_col_t>(at);
    worksheet_set_column(to, col, col, sheet.widths[at], formats.of(Look::text));
  }
}

// Not every program makes a row higher for a text that needs more than one line; so the height is said.
void set_heights(const XlsxSheet& sheet, lxw_worksheet* to, lxw_row_t first) {
  const auto titles = sheet_titles(sheet);
  std::vector<int> widths = titles.empty() ? sheet.widths : std::vector<int>{};
  for (std::size_t at = 0; at < titles.size(); ++at) widths.push_back(column_width(sheet, at));
  const auto set = [&](lxw_row_t row, std::size_t lines) {
    constexpr double a_line = 15, most = 405;
    if (lines > 1) worksheet_set_row(to, row, std::min(a_line * static_cast<double>(lines), most), nullptr);
  };
  std::size_t header = 1;
  for (std::size_t at = 0; at < titles.size(); ++at) header = std::max(header, lines_in(titles[at], widths[at] - 3));
  if (!titles.empty()) set(first - 1, header);
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    std::size_t lines = 1;
    for (std::size_t at = 0; at < sheet.rows[row].size() && at < widths.size(); ++at) {
      const XlsxCell& cell = sheet.rows[row][at];
      if (cell.kind == XlsxCell::Kind::text || cell.kind == XlsxCell::Kind::link) lines = std::max(lines, lines_in(cell.text, widths[at]));
    }
    set(first + static_cast<lxw_row_t>(row), lines);
  }
}

void write_comments(const XlsxSheet& sheet, lxw_worksheet* to, const std::string& author) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> joined;
  for (const XlsxComment& comment : sheet.comments) {
    if (comment.row == 0 || comment.column == 0) continue;
    std::string& text = joined[{comment.row, comment.column}];
    text += (text.empty() ? "" : "\n\n") + comment.text;
  }
  for (auto& [place, text] : joined) {
    std::string writer = author;
    lxw_comment_options options{};
    options.author = writer.data();
    options.width = 320;
    const std::size_t lines = code_points(text) / 44 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2;
    options.height = static_cast<std::uint16_t>(std::clamp<std::size_t>(lines * 18, 54, 600));
    worksheet_write_comment_opt(to, place.first - 1, static_cast<lxw_col_t>(place.second - 1), XlsxCell::of_text(text).text.c_str(), &options);
  }
}

void write_sheet(Formats& formats, const std::map<std::string, std::string>& names, const XlsxSheet& sheet, const Placed& placed, const std::string& author) {
  lxw_worksheet* to = placed.to;
  set_widths(formats, sheet, to);
  set_grid_widths(formats, sheet, to);
  const lxw_row_t header = static_cast<lxw_row_t>(sheet.lines.size());
  for (lxw_row_t row = 0; row < header; ++row) {
    worksheet_write_string(to, row, 0, spelt_out(XlsxCell::of_text(sheet.lines[row]).text).c_str(), formats.of(row == 0 ? Look::title : Look::line));
  }
  write_table(formats, sheet, placed, header);
  const lxw_row_t first = header + (sheet.columns.empty() ? 0 : 1);
  set_heights(sheet, to, first);
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> marked;
  for (const XlsxComment& comment : sheet.comments) {
    if (comment.mark) marked[{comment.row, comment.column}] = true;
  }
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    const lxw_row_t at = first + static_cast<lxw_row_t>(row);
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const Look look = column < sheet.columns.size() ? look_of(sheet.columns[column].holds) : Look::text;
      const bool mark = !marked.empty() && marked.count({at + 1, static_cast<std::uint32_t>(column) + 1}) != 0;
      write_cell(formats, names, to, at, static_cast<lxw_col_t>(column), sheet.rows[row][column], look == Look::date || look == Look::plain ? (sheet.rows[row][column].kind == XlsxCell::Kind::text ? Look::text : look) : look, mark);
    }
  }
  const lxw_row_t rows = static_cast<lxw_row_t>(std::max<std::size_t>(sheet.rows.size(), 1)) + sheet.rows_to_fill;
  for (std::size_t at = 0; at < sheet.columns.size(); ++at) {
    const auto list = placed.list_of.find(at);
    validate_column(sheet.columns[at], list == placed.list_of.end() ? std::string() : list->second, to, first, first + rows - 1, static_cast<lxw_col_t>(at));
  }
  write_comments(sheet, to, author);
  // For paper: A4, as wide as one page, the header row on each, page n of m.
  worksheet_set_paper(to, 9);
  worksheet_set_landscape(to);
  worksheet_fit_to_pages(to, 1, 0);
  worksheet_set_footer(to, "&L&A&RPage &P of &N");
  if (!sheet.columns.empty()) worksheet_repeat_rows(to, header, header);
  if (sheet.hidden) worksheet_hide(to);
}

// All choices of all columns on one sheet: each column of it is one list.
std::optional<XlsxSheet> sheet_of_lists(const XlsxBook& book, std::map<std::vector<std::string>, std::size_t>& column_of) {
  XlsxSheet lists;
  lists.name = "Lists";
  lists.lines = {"Lists: what may be chosen in the columns of the other sheets"};
  std::size_t longest = 0;
  std::vector<std::vector<std::string>> all;
  for (const XlsxSheet& sheet : book.sheets) {
    for (const XlsxColumn& column : sheet.columns) {
      if (column.choices.empty() || column_of.count(column.choices) != 0) continue;
      column_of[column.choices] = lists.columns.size();
      XlsxColumn list;
      list.title = column.title;
      list.holds = XlsxColumn::Holds::code;
      lists.columns.push_back(std::move(list));
      all.push_back(column.choices);
      longest = std::max(longest, column.choices.size());
    }
  }
  if (all.empty()) return std::nullopt;
  for (std::size_t row = 0; row < longest; ++row) {
    std::vector<XlsxCell> cells;
    for (const auto& list : all) cells.push_back(row < list.size() ? XlsxCell::of_text(list[row]) : XlsxCell{});
    lists.rows.push_back(std::move(cells));
  }
  return lists;
}

bool fits(const XlsxSheet& sheet) {
  if (sheet.lines.size() + sheet.rows.size() + sheet.rows_to_fill + 2 > LXW_ROW_MAX || sheet.columns.size() > LXW_COL_MAX) return false;
  return std::all_of(sheet.rows.begin(), sheet.rows.end(), [](const auto& row) { return row.size() <= LXW_COL_MAX; });
}

std::string column_letters(std::size_t column) {
  char name[LXW_MAX_COL_NAME_LENGTH] = {};
  lxw_col_to_name(name, static_cast<lxw_col_t>(column), 1);
  return name;
}

}  // namespace

std::optional<std::string> write_xlsx(const XlsxBook& book, std::string_view file, Problems& problems) {
  const auto refuse = [&](std::string message, std::string remedy) {
    Place place;
    place.file = std::string(file);
    problems.error("cannot-write", place, std::move(message), std::move(remedy));
    return std::nullopt;
  };
  std::vector<XlsxSheet const*> sheets;
  for (const XlsxSheet& sheet : book.sheets) {
    if (!fits(sheet)) return refuse("The sheet \"" + sheet.name + "\" has more rows or columns than a workbook can hold.", "Use the CSV of it, which has no such limit.");
    sheets.push_back(&sheet);
  }
  std::map<std::vector<std::string>, std::size_t> list_column;
  const std::optional<XlsxSheet> lists = sheet_of_lists(book, list_column);
  if (lists) sheets.push_back(&*lists);

  const TemporaryFolder folder;
  if (folder.path().empty()) return refuse("There is no folder for temporary files.", "Set TMPDIR to a folder that may be written.");
  const std::string path = folder.path() + "/book.xlsx";
  std::string temporary = folder.path();
  lxw_workbook_options options{};
  options.tmpdir = temporary.data();
  options.use_zip64 = LXW_FALSE;
  lxw_workbook* workbook = workbook_new_opt(path.c_str(), &options);
  if (workbook == nullptr) return refuse("The workbook cannot be made: memory ran out.", "Close other programs and try again.");

  std::string title = book.title, subject = book.subject, author = book.author;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.subject = subject.data();
  properties.author = author.data();
  properties.created = static_cast<time_t>(book.created.days) * 86'400;
  workbook_set_properties(workbook, &properties);
  if (!book.language.empty()) workbook_set_custom_property_string(workbook, "Language", book.language.c_str());

  std::vector<std::string> taken;
  std::map<std::string, std::string> names;  // as the caller has them -> as they are written
  std::vector<Placed> placed(sheets.size());
  std::vector<std::string> tables;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    placed[i].name = safe_sheet_name(sheets[i]->name, taken);
    names.emplace(sheets[i]->name, placed[i].name);
    placed[i].to = workbook_add_worksheet(workbook, placed[i].name.c_str());
    std::string table = "table_" + slug(placed[i].name);
    std::replace(table.begin(), table.end(), '-', '_');
    if (std::find(tables.begin(), tables.end(), table) != tables.end()) table += "_" + std::to_string(i + 1);
    tables.push_back(table);
    placed[i].table = table;
  }
  for (std::size_t i = 0; lists && i < sheets.size(); ++i) {
    for (std::size_t at = 0; at < sheets[i]->columns.size(); ++at) {
      const auto& choices = sheets[i]->columns[at].choices;
      if (choices.empty()) continue;
      const std::string letters = column_letters(list_column.at(choices));
      const std::size_t first = lists->header_row() + 1;
      placed[i].list_of[at] = "=" + sheet_reference(placed.back().name) + "!" + letters + "$" + std::to_string(first) + ":" + letters + "$" + std::to_string(first + choices.size() - 1);
    }
  }
  Formats formats(workbook);
  bool made = true;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (placed[i].to == nullptr) made = false;
    else write_sheet(formats, names, *sheets[i], placed[i], author);
  }
  const lxw_error result = workbook_close(workbook);  // frees it, whatever it answers
  const auto bytes = made && result == LXW_NO_ERROR ? FileBytes::map(path) : std::nullopt;
  if (!bytes) return refuse("The workbook cannot be written: " + std::string(lxw_strerror(result)) + ".", "Make room in the folder for temporary files, and try again.");
  return std::string(bytes->view());
}

}  // namespace reportcard
