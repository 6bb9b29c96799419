// SPDX-License-Identifier: MIT
#include "site/workbook.h"

#include <algorithm>

#include "card/card.h"
#include "site/marking.h"
#include "site/handover.h"
#include "site/workbook_parts.h"

namespace reportcard {

namespace {

std::string for_whom(const View& view) {
  const std::string words = marking_sentence(view.audience());
  return words.empty() ? "For everyone." : words;
}

XlsxSheet cover(const Edition& edition, const View& view) {
  XlsxSheet sheet;
  sheet.name = "Cover";
  sheet.lines = {view.title() + ", " + edition_title(edition.card)};
  sheet.widths = {100};
  const auto say = [&](const std::string& words) {
    if (!words.empty()) sheet.rows.push_back({XlsxCell::of_text(words)});
  };
  say(view.subtitle());
  say(for_whom(view));
  say(view.banner());
  say(view.publisher().empty() ? std::string() : "From: " + view.publisher());
  say("Place: " + view.area_name() + " (" + view.area_code() + ")");
  say("Period: " + view.period().first().said() + " to " + view.period().last().said() + ", unless a row names another.");
  if (const auto day = view.as_at()) say("As at: " + day->said());
  say("How to read it: each sheet after this one holds one table with one header row, and its first cell says what it is. The sheet \"Contents\" leads to each. "
      "Where there is no value, a symbol stands, which the sheet \"Symbols\" explains. Numbers in square brackets lead to the sheet \"Notes\". Nothing is said by colour alone.");
  say("The figures are those of figures.csv beside the pages, to the last digit; the sheet \"Columns\" says what each column means.");
  const CardContact& contact = view.contact();
  std::string who = contact.office;
  for (const std::string& part : {contact.telephone, contact.post}) {
    if (!part.empty()) who += (who.empty() ? "" : "; ") + part;
  }
  say(who.empty() ? std::string() : "Questions: " + who);
  if (!contact.email.empty()) sheet.rows.push_back({XlsxCell::link_to(contact.email, "mailto:" + contact.email)});
  if (!edition.card.address.empty()) sheet.rows.push_back({XlsxCell::link_to(edition.card.address, edition.card.address)});
  say(view.licence().empty() ? std::string() : "Licence: " + view.licence());
  say("Made with reportcard " + view.version() + ".");
  return sheet;
}

XlsxSheet contents(const std::vector<DescribedSheet>& sheets) {
  XlsxSheet sheet;
  sheet.name = "Contents";
  sheet.lines = {"Contents: the sheets of this workbook"};
  sheet.columns.resize(3);
  sheet.columns[0].title = "Sheet";
  sheet.columns[0].width = 44;
  sheet.columns[1].title = "What it holds";
  sheet.columns[1].width = 80;
  sheet.columns[2].title = "Rows";
  sheet.columns[2].holds = XlsxColumn::Holds::number;
  for (const DescribedSheet& one : sheets) {
    sheet.rows.push_back({XlsxCell::link_to(one.sheet.name, one.sheet.name), XlsxCell::of_text(one.holds), XlsxCell::of_number(std::to_string(one.sheet.rows.size()))});
  }
  return sheet;
}

}  // namespace

XlsxBook card_workbook(const Edition& edition, const View& view, const Tree& tree) {
  const DownloadRows figures = read_download(tree, "downloads/figures.csv"), comparisons = read_download(tree, "downloads/comparisons.csv");
  WorkbookNotes notes;
  general_notes(view, notes);
  std::vector<DescribedSheet> sections = section_sheets(view, figures, comparisons, notes);
  std::vector<DescribedSheet> sheets;
  sheets.push_back({notes.sheet(), "What the numbers in square brackets say: rounding, hidden numbers, sources, licence"});
  sheets.push_back({symbols_sheet(figures), "What stands where there is no value"});
  for (DescribedSheet& one : sections) sheets.push_back(std::move(one));
  sheets.push_back({download_sheet("Figures", {"Every figure, one a row, as in figures.csv"}, figures, figure_columns()), "Every figure, one a row, as in figures.csv"});
  if (!comparisons.rows.empty()) {
    sheets.push_back({download_sheet("Comparisons", {"Our figures beside those of other places, as in comparisons.csv. A gap needs the same period."}, comparisons, comparison_columns()),
                      "Our figures beside those of other places"});
  }
  for (const PublicRegister& of : view.registers()) {
    if (of.rows() == 0 || of.columns() == 0) continue;
    XlsxSheet sheet = register_sheet(view, of);
    // A list may be called as a section is.
    const bool taken = std::any_of(sheets.begin(), sheets.end(), [&](const DescribedSheet& other) { return other.sheet.name == sheet.name; });
    if (taken) sheet.name = "List of " + sheet.name;
    sheets.push_back({std::move(sheet), of.title() + ". Each row: " + of.what()});
  }
  sheets.push_back({columns_sheet(view), "What each column of the tables means"});

  // The names that the sheets get, so that the contents and the notes say what stands on the tabs.
  std::vector<std::string> taken{"Cover", "Contents"};
  for (DescribedSheet& one : sheets) one.sheet.name = safe_sheet_name(one.sheet.name, taken);

  XlsxBook book;
  book.title = view.title() + ", " + edition_title(edition.card);
  book.subject = for_whom(view);
  book.author = view.publisher();
  book.language = view.language();
  book.created = day_of(edition.card);
  book.sheets.push_back(cover(edition, view));
  book.sheets.push_back(contents(sheets));
  for (DescribedSheet& one : sheets) book.sheets.push_back(std::move(one.sheet));
  return book;
}

}  // namespace reportcard
