// SPDX-License-Identifier: MIT
// Problems as people read them: place, message, the line as typed with a caret, the remedy. And as machines do.
// What is quoted comes from strangers' files, so nothing is printed that could steer a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/caret.h"
#include "base/json.h"
#include "base/problem.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr std::size_t many = 10;          // more of one code in one file are one heading
constexpr std::size_t places_shown = 60;  // of one message under a heading; machines are given all
constexpr std::size_t messages_shown = 10;

struct Paint {
  bool on;
  std::string operator()(std::string_view code, std::string_view text) const {
    return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  }
};

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string_view severity_colour(Severity severity) {
  switch (severity) {
    case Severity::note: return "1;36";
    case Severity::warning: return "1;35";
    case Severity::error: break;
  }
  return "1;31";
}

}  // namespace

std::string spot_in_file(const Place& place) {
  if (!place.cell.empty()) return printable(place.cell);
  if (place.line == 0) return {};
  return place.column == 0 ? fmt::format("{}", place.line) : fmt::format("{}:{}", place.line, place.column);
}

ExcerptPart underlined(const Place& place) {
  std::uint32_t column = std::max<std::uint32_t>(1, place.excerpt_from);
  std::size_t at = 0;
  for (; column < place.column && at < place.excerpt.size(); ++column) at += code_point_at(place.excerpt, at).bytes;
  ExcerptPart part{at, at};
  if (place.column == 0 || column < place.column) return part;
  for (std::uint32_t done = 0; done < place.length && part.end < place.excerpt.size(); ++done)
    part.end += code_point_at(place.excerpt, part.end).bytes;
  return part;
}

std::string caret_line(const Place& place) {
  std::string out;
  std::uint32_t column = std::max<std::uint32_t>(1, place.excerpt_from);
  const ExcerptPart part = underlined(place);
  std::size_t at = 0;
  for (; at < part.begin; ++column) {
    const CodePoint point = code_point_at(place.excerpt, at);
    if (point.value == '\t') out += '\t';
    else out.append(static_cast<std::size_t>(std::max(0, columns_shown(point.value))), ' ');
    at += point.bytes;
  }
  if (column < place.column) return {};  // the excerpt does not reach there
  std::size_t width = 0;
  while (at < part.end) {
    const CodePoint point = code_point_at(place.excerpt, at);
    width += static_cast<std::size_t>(std::max(0, columns_shown(point.value)));
    at += point.bytes;
  }
  out += '^';
  if (width > 1) out.append(width - 1, '~');
  return out;
}

namespace {

std::string heading_place(const Place& place) {
  const std::string spot = spot_in_file(place);
  std::string out = printable(place.file);
  if (!out.empty() && !spot.empty()) out += place.cell.empty() ? ":" : ": ";
  out += spot;
  if (!out.empty()) out += ": ";
  return out;
}

std::string line_number(const Place& place) {
  return place.line != 0 && place.cell.empty() ? fmt::format("{:5}", place.line) : std::string(5, ' ');
}

void print_excerpt(std::string& out, const Place& place, Paint paint) {
  if (place.excerpt.empty()) return;
  const std::string number = line_number(place);
  const std::string_view cut = place.excerpt_from > 1 ? "…" : "";
  out += paint("2", number + " |") + " " + std::string(cut) + printable(place.excerpt) + "\n";
  if (place.column == 0 || place.length == 0) return;
  const std::string caret = caret_line(place);
  if (caret.empty()) return;
  out += paint("2", std::string(number.size(), ' ') + " |") + " " + std::string(cut.empty() ? 0 : 1, ' ') +
         paint("1;32", caret) + "\n";
}

void print_remedy(std::string& out, std::string_view remedy, std::string_view indent) {
  if (remedy.empty()) return;
  out += indent;
  out += "= ";
  out += printable(remedy);
  out += '\n';
}

constexpr std::string_view gutter = "      ";

void print_one(std::string& out, const Problem& one, Paint paint) {
  out += paint("1", heading_place(one.place));
  out += paint(severity_colour(one.severity), fmt::format("{}:", severity_name(one.severity)));
  out += ' ' + printable(one.message) + fmt::format("  [{}]\n", one.code);
  print_excerpt(out, one.place, paint);
  print_remedy(out, one.remedy, gutter);
}

std::string list_places(const std::vector<const Problem*>& problems) {
  std::string out;
  std::size_t shown = 0;
  for (const Problem* one : problems) {
    if (shown == places_shown) break;
    const std::string spot = spot_in_file(one->place);
    if (shown++ > 0) out += ", ";
    out += spot.empty() ? "the whole file" : spot;
  }
  if (problems.size() > shown) out += fmt::format(" and {} more places", problems.size() - shown);
  return out;
}

// One heading; under it each different message once, with its places; the first line as typed; the remedy once if it
// is the same for all.
void print_group(std::string& out, const std::vector<const Problem*>& group, Paint paint) {
  const Problem& first = *group.front();
  out += paint("1", first.place.file.empty() ? std::string{} : printable(first.place.file) + ": ");
  out += paint(severity_colour(first.severity), fmt::format("{}:", severity_name(first.severity)));
  out += fmt::format(" {} problems of one kind  [{}]\n", group.size(), first.code);
  print_excerpt(out, first.place, paint);

  std::vector<std::vector<const Problem*>> alike;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> where;
  bool one_remedy = true;
  for (const Problem* one : group) {
    one_remedy = one_remedy && one->remedy == first.remedy;
    const auto [found, added] = where.try_emplace({one->message, one->remedy}, alike.size());
    if (added) alike.emplace_back();
    alike[found->second].push_back(one);
  }
  std::vector<const Problem*> others;
  for (std::size_t i = 0; i < alike.size(); ++i) {
    if (i >= messages_shown) {
      others.insert(others.end(), alike[i].begin(), alike[i].end());
      continue;
    }
    out += fmt::format("{}- {}\n", gutter, printable(alike[i].front()->message));
    out += fmt::format("{}  at {}\n", gutter, list_places(alike[i]));
    if (!one_remedy) print_remedy(out, alike[i].front()->remedy, "        ");
  }
  if (!others.empty()) out += fmt::format("{}- and alike at {}\n", gutter, list_places(others));
  if (one_remedy) print_remedy(out, first.remedy, gutter);
}

}  // namespace

std::string print_problems(const std::vector<Problem>& problems, bool colour) {
  using Kind = std::tuple<Severity, std::string_view, std::string_view>;
  const auto kind = [](const Problem& one) { return Kind(one.severity, one.place.file, one.code); };
  std::map<Kind, std::vector<const Problem*>> groups;
  for (const Problem& one : problems) groups[kind(one)].push_back(&one);
  std::string out;
  for (const Problem& one : problems) {
    const auto& group = groups[kind(one)];
    if (group.size() <= many) print_one(out, one, {colour});
    else if (group.front() == &one) print_group(out, group, {colour});
  }
  return out;
}

std::string print_problems_json(const std::vector<Problem>& problems) {
  std::string out = "[";
  for (const Problem& one : problems) {
    out += &one == problems.data() ? "\n" : ",\n";
    out += fmt::format(
        R"({{"severity": "{}", "code": {}, "file": {}, "line": {}, "column": {}, "length": {}, "cell": {}, )"
        R"("message": {}, "remedy": {}, "excerpt": {}, "excerpt_from": {}}})",
        severity_name(one.severity), json_text(one.code), json_text(one.place.file), one.place.line, one.place.column,
        one.place.length, json_text(one.place.cell), json_text(one.message), json_text(one.remedy),
        json_text(one.place.excerpt), one.place.excerpt_from);
  }
  out += problems.empty() ? "]\n" : "\n]\n";
  return out;
}

}  // namespace reportcard
