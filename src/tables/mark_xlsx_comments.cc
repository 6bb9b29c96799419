// SPDX-License-Identifier: MIT
// Comments of our own from an earlier marked copy are replaced or taken away; words that we put under somebody else's
// comment begin with a line that says so, and are cut off again from there.
#include "tables/mark_xlsx_comments.h"

#include <optional>
#include <set>
#include <vector>

#include "tables/mark_vml.h"
#include "tables/package.h"
#include "tables/package_links.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

constexpr std::string_view ours_begins = "reportcard says:";
using Comments = std::map<CellAt, std::string>;

struct Piece { std::size_t begin = 0, begin_end = 0, end_begin = 0, end = 0; bool run = false, empty = false; };  // <r> or <t> in <text>

struct OldComment {
  std::size_t begin = 0, end = 0, text_end = 0;
  CellAt cell;
  std::string author;
  XmlTag text_tag;
  std::vector<Piece> pieces;
};

struct OldComments {
  std::string prefix;
  std::size_t authors = 0, authors_end = 0, list_end = 0;
  std::optional<XmlTag> authors_tag, list_tag;
  std::size_t ours = 0;   // number of the author "reportcard"; `authors` where there is none
  std::vector<OldComment> all;
};

std::optional<OldComments> read_comments(std::string_view text) {
  OldComments old;
  std::vector<std::string> authors;
  std::size_t author_begin = 0;
  std::vector<std::size_t> by;
  const auto start = [&](const XmlTag& tag) {
    if (tag.depth == 0) old.prefix = std::string(tag.prefix());
    if (tag.depth == 1 && tag.local == "authors") old.authors_tag = tag;
    if (tag.depth == 1 && tag.local == "commentList") old.list_tag = tag;
    if (tag.depth == 2 && tag.local == "author") author_begin = tag.end;
    if (tag.depth == 2 && tag.local == "comment") {
      OldComment one;
      one.begin = tag.begin;
      one.cell = parse_cell(tag.attribute("ref").value_or("")).value_or(CellAt{0, 0});
      std::size_t number = 0;
      for (const char digit : tag.attribute("authorId").value_or("0")) number = number * 10 + static_cast<std::size_t>(digit - '0');
      by.push_back(number);
      old.all.push_back(std::move(one));
    }
    if (old.all.empty()) return;
    OldComment& one = old.all.back();
    if (tag.depth == 3 && tag.local == "text") one.text_tag = tag;
    if (tag.depth == 4 && (tag.local == "r" || tag.local == "t")) one.pieces.push_back({tag.begin, tag.end, 0, 0, tag.local == "r", tag.empty});
  };
  const auto end = [&](const XmlTag& tag) {
    if (tag.depth == 1 && tag.local == "authors") old.authors_end = tag.begin;
    if (tag.depth == 1 && tag.local == "commentList") old.list_end = tag.begin;
    if (tag.depth == 2 && tag.local == "author") authors.emplace_back(text.substr(author_begin, tag.begin - author_begin));
    if (old.all.empty()) return;
    OldComment& one = old.all.back();
    if (tag.depth == 2 && tag.local == "comment") one.end = tag.end;
    if (tag.depth == 3 && tag.local == "text") one.text_end = tag.begin;
    if (tag.depth == 4 && (tag.local == "r" || tag.local == "t")) {
      one.pieces.back().end_begin = tag.begin;
      one.pieces.back().end = tag.end;
    }
  };
  if (!walk_xml(text, {start, end}) || !old.authors_tag || !old.list_tag) return std::nullopt;
  old.authors = authors.size();
  old.ours = authors.size();
  for (std::size_t at = 0; at < authors.size(); ++at)
    if (authors[at] == marking_author) old.ours = at;
  for (std::size_t at = 0; at < by.size(); ++at)
    if (by[at] < authors.size()) old.all[at].author = authors[by[at]];
  return old;
}

std::string comment_element(CellAt cell, std::string_view words, std::string_view prefix, std::size_t author) {
  const std::string p(prefix);
  return "<" + p + "comment ref=\"" + cell_name(cell) + "\" authorId=\"" + std::to_string(author) + "\"><" + p + "text>" +
         comment_runs(words, prefix) + "</" + p + "text></" + p + "comment>";
}

// Somebody else's comment: our earlier words cut off, our words now put under theirs.
void edit_other(std::string_view text, const OldComment& one, std::string_view prefix, const std::string* words, XmlEdits& edits) {
  std::size_t last = one.pieces.size();
  std::size_t cut = text.substr(0, one.end).find(ours_begins, one.begin);
  if (cut != std::string_view::npos) {
    const auto ends = [&](std::string_view with) { return text.substr(0, cut).ends_with(with); };
    for (std::size_t before = cut + 1; cut < before;) {
      before = cut;
      for (const std::string_view line_end : {"\n", "\r", "&#10;", "&#xA;", "&#xa;", "&#13;"})
        if (ends(line_end)) cut -= line_end.size();
    }
    for (std::size_t at = 0; at < one.pieces.size(); ++at) {
      const Piece& piece = one.pieces[at];
      if (cut < piece.begin || cut >= piece.end) continue;
      const std::size_t text_close = text.find("</", cut);
      edits.replace(cut, text_close, "");
      if (at + 1 < one.pieces.size()) edits.replace(one.pieces[at + 1].begin, one.pieces.back().end, "");
      last = at + 1;
      break;
    }
  }
  if (words == nullptr) return;
  const std::string more = comment_runs("\n\n" + std::string(ours_begins) + "\n" + *words, prefix);
  const std::string p(prefix);
  // A text may be one <t>, or runs <r>; both together are allowed and rarely read, so a lone <t> is made a run.
  if (last == 1 && !one.pieces[0].run) {
    edits.insert(one.pieces[0].begin, "<" + p + "r>");
    edits.insert(one.pieces[0].end, "</" + p + "r>" + more);
  } else if (last > 0) {
    edits.insert(one.pieces[last - 1].end, more);
  } else {
    edits.append_inside(text, one.text_tag, one.text_end, more);
  }
}

// Those of the sheet, from the list that stands behind its rows.
std::vector<MergedCells> merged_cells(const Package& package, const std::string& part) {
  std::vector<MergedCells> merged;
  const auto text = package.read(part);
  const std::size_t list = text ? text->rfind("mergeCells>") : std::string::npos;
  if (list == std::string::npos) return merged;
  walk_xml(*text, {[&](const XmlTag& tag) {
                     if (tag.depth != 2 || tag.local != "mergeCell") return;
                     const std::string_view range = tag.attribute("ref").value_or("");
                     const std::size_t colon = std::min(range.find(':'), range.size());
                     const auto first = parse_cell(range.substr(0, colon)), last = parse_cell(range.substr(std::min(colon + 1, range.size())));
                     if (first && last) merged.push_back({*first, *last});
                   },
                   {}});
  return merged;
}

struct SheetSpots {
  std::string prefix, drawing;      // r:id of <legacyDrawing>, "" none
  std::size_t drawing_at = 0;       // where it would stand
};

std::optional<SheetSpots> read_sheet_spots(std::string_view text) {
  // What follows <legacyDrawing> in the order that Excel insists on.
  static const std::set<std::string_view> after = {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"};
  SheetSpots spots;
  bool rows_seen = false, found = false;
  const bool read = walk_xml(text, {[&](const XmlTag& tag) {
                                      if (tag.depth == 0) spots.prefix = std::string(tag.prefix());
                                      if (tag.depth != 1) return;
                                      rows_seen = rows_seen || tag.local == "sheetData";
                                      if (tag.local == "legacyDrawing")
                                        for (const char* const* at = tag.attributes; *at != nullptr; at += 2)
                                          if (std::string_view(at[0]).ends_with(":id")) spots.drawing = at[1];
                                      if (!found && (after.count(tag.local) != 0 || (rows_seen && tag.local == "AlternateContent"))) {
                                        spots.drawing_at = tag.begin;
                                        found = true;
                                      }
                                    },
                                    [&](const XmlTag& tag) {
                                      if (tag.depth == 0 && !found) spots.drawing_at = tag.begin;
                                    }});
  if (!read) return std::nullopt;
  return spots;
}

// The shapes of new comments, in the sheet's drawing or in a new one.
bool draw(Package& package, const MarkedSheet& sheet, const std::vector<PartLink>& links, const Comments& fresh, const std::set<CellAt>& gone) {
  const auto text = sheet.text.empty() ? package.read(sheet.part) : std::optional(sheet.text);
  const auto spots = text ? read_sheet_spots(*text) : std::nullopt;
  if (!spots) return false;
  if (!sheet.text.empty()) package.write(sheet.part, *text);
  for (const PartLink& link : links) {
    if (spots->drawing.empty() || link.id != spots->drawing) continue;
    const auto vml = package.read(link.target);
    std::string changed = vml ? with_comments(*vml, fresh, gone) : "";
    if (changed.empty()) return false;
    package.write(link.target, std::move(changed));
    return true;
  }
  if (fresh.empty()) return true;
  std::uint32_t greatest = 0;
  for (const std::string& part : package.parts()) {
    if (!part.ends_with(".vml")) continue;
    if (const auto vml = package.read(part)) greatest = std::max(greatest, greatest_shape(*vml));
  }
  const std::string part = fresh_part(package, "xl/drawings/vmlDrawing", ".vml");
  package.write(part, comment_drawing(fresh, (greatest / 1024 + 1) * 1024));
  const auto id = add_part_link(package, sheet.part, sheet.family + "vmlDrawing", part);
  if (!id || !declare_ending(package, "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")) return false;
  XmlEdits edits;
  edits.insert(spots->drawing_at, "<" + spots->prefix + "legacyDrawing xmlns:r=\"" + sheet.link_names + "\" r:id=\"" + *id + "\"/>");
  package.write(sheet.part, edits.done(*text));
  return true;
}

}  // namespace

std::string sheet_text(std::string_view words) {
  std::string out = xml_text(words);
  for (std::size_t at = out.find("_x"); at != std::string::npos; at = out.find("_x", at + 1)) {
    const bool escape = out.size() > at + 6 && out[at + 6] == '_' && out.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
    if (escape) out.replace(at, 1, "_x005F_");
    at += escape ? 6 : 0;
  }
  return out;
}

std::string comment_runs(std::string_view words, std::string_view prefix) {
  const std::string p(prefix);
  const auto run = [&](std::string_view text, bool bold) {
    return "<" + p + "r><" + p + "rPr>" + (bold ? "<" + p + "b/>" : "") + "<" + p + "sz val=\"10\"/><" + p + "rFont val=\"Arial\"/><" + p +
           "family val=\"2\"/></" + p + "rPr><" + p + "t xml:space=\"preserve\">" + sheet_text(text) + "</" + p + "t></" + p + "r>";
  };
  std::string out, plain;
  while (!words.empty()) {
    const std::size_t line = std::min(words.find('\n'), words.size() - 1) + 1;
    const std::string_view one = words.substr(0, line);
    std::size_t lead = 0;
    for (const std::string_view bold : {std::string_view("Error:"), std::string_view("Warning:"), std::string_view("Do:"), ours_begins})
      if (one.starts_with(bold)) lead = bold.size();
    if (lead != 0) {
      // Line ends alone go with the words that follow, so that they are cut off with them.
      const bool words_before = plain.find_first_not_of('\n') != std::string::npos;
      if (words_before) out += run(plain, false);
      if (words_before) plain.clear();
      out += run(plain + std::string(one.substr(0, lead)), true);
      plain.clear();
    }
    plain += one.substr(lead);
    words.remove_prefix(line);
  }
  return plain.empty() ? out : out + run(plain, false);
}

bool mark_sheet(Package& package, const MarkedSheet& sheet, const Comments& wanted) {
  const Comments marks = wanted.empty() ? wanted : at_first_cells(wanted, merged_cells(package, sheet.part));
  const auto links = part_links(package, sheet.part);
  if (!links) return false;
  std::string part;
  for (const PartLink& link : *links)
    if (link.kind == "comments" && !link.external) part = link.target;
  if (part.empty() && marks.empty()) {
    if (!sheet.text.empty()) package.write(sheet.part, sheet.text);
    return true;
  }
  Comments fresh = marks;  // those for which there is no window yet
  std::set<CellAt> gone;
  if (part.empty()) {
    part = fresh_part(package, "xl/comments", ".xml");
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" + sheet.main_names + "\"><authors><author>" +
                       std::string(marking_author) + "</author></authors><commentList>";
    for (const auto& [cell, words] : marks) text += comment_element(cell, words, "", 0);
    package.write(part, text + "</commentList></comments>");
    if (!add_part_link(package, sheet.part, sheet.family + "comments", part)) return false;
    if (!declare_part(package, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")) return false;
    return draw(package, sheet, *links, fresh, gone);
  }
  const auto text = package.read(part);
  const auto old = text ? read_comments(*text) : std::nullopt;
  if (!old) return false;
  XmlEdits edits;
  for (const OldComment& one : old->all) {
    const auto mark = marks.find(one.cell);
    const bool marked = mark != marks.end() && fresh.erase(one.cell) != 0;
    if (one.author != marking_author) {
      edit_other(*text, one, old->prefix, marked ? &mark->second : nullptr, edits);
    } else if (marked) {
      edits.replace(one.begin, one.end, comment_element(one.cell, mark->second, old->prefix, old->ours));
    } else {
      edits.replace(one.begin, one.end, "");
      gone.insert(one.cell);
    }
  }
  std::string more;
  for (const auto& [cell, words] : fresh) more += comment_element(cell, words, old->prefix, old->ours);
  if (!more.empty()) edits.append_inside(*text, *old->list_tag, old->list_end, more);
  if (old->ours == old->authors && !marks.empty())
    edits.append_inside(*text, *old->authors_tag, old->authors_end, "<" + old->prefix + "author>" + std::string(marking_author) + "</" + old->prefix + "author>");
  if (edits.any()) package.write(part, edits.done(*text));
  if (fresh.empty() && gone.empty()) {
    if (!sheet.text.empty()) package.write(sheet.part, sheet.text);
    return true;
  }
  return draw(package, sheet, *links, fresh, gone);
}

}  // namespace reportcard
