// SPDX-License-Identifier: MIT
// From the TOML library's tree to ours: order, places and numbers as typed are put back, which it does not keep.
#include "card/toml_tree.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/text.h"

namespace reportcard {
namespace {

// Deeper than any card needs; keeps a hostile file from exhausting the stack.
constexpr int deepest = 32;

std::size_t sign_length(unsigned char first) { return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4; }

TomlSpan span_of(const toml::source_region& region) {
  return {region.begin.line, region.begin.column, region.end.line, region.end.column};
}

// Where a key or the heading of a table stands before: in the same table, or anywhere.
std::string stands_already(std::string_view text, std::string_view key, std::uint32_t line) {
  std::uint32_t found = 0, number = 0;
  for (std::string_view rest : split(text, '\n')) {
    if (++number >= line) break;
    rest = trim(rest);
    if (!rest.empty() && rest[0] == '[' && key[0] != '[') found = 0;  // another table begins
    if (rest.substr(0, key.size()) != key) continue;
    rest = trim(rest.substr(key.size()));
    if (rest.empty() || rest[0] == '=' || rest[0] == '#') found = number;
  }
  if (found == 0) return "A key or table of this name stands in the file already.";
  return fmt::format("{} stands in line {} already.", key[0] == '[' ? std::string(key) : fmt::format("\"{}\"", key), found);
}

class Copying {
 public:
  Copying(const TomlFile& file, Problems& problems) : file_(file), problems_(problems) {}

  TomlNode node(const toml::node& from, int depth) {
    TomlNode to;
    to.file = &file_;
    to.span = span_of(from.source());
    if (depth > deepest) {
      problems_.error("toml-syntax", file_.place(to.span), fmt::format("Tables or lists are nested more than {} deep.", deepest),
                      "write it flatter; no key of a card needs this");
      return to;
    }
    if (const toml::table* table = from.as_table()) {
      to.kind = TomlNode::Kind::table;
      to.entries.reserve(table->size());
      for (auto&& [key, value] : *table) {
        to.entries.push_back({std::string(key.str()), span_of(key.source()), node(value, depth + 1)});
      }
      std::stable_sort(to.entries.begin(), to.entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
        return std::pair(a.key_span.line, a.key_span.column) < std::pair(b.key_span.line, b.key_span.column);
      });
    } else if (const toml::array* array = from.as_array()) {
      to.kind = TomlNode::Kind::list;
      to.items.reserve(array->size());
      for (const toml::node& item : *array) to.items.push_back(node(item, depth + 1));
    } else if (const auto* text = from.as_string()) {
      to.kind = TomlNode::Kind::text;
      to.text = text->get();
    } else if (const auto* truth = from.as_boolean()) {
      to.kind = TomlNode::Kind::truth;
      to.yes = truth->get();
      to.text = to.yes ? "true" : "false";
    } else if (from.is_number()) {
      number(to);
    } else {
      to.kind = TomlNode::Kind::date;
      to.text = typed(to.span);
      if (!from.is_date()) {
        problems_.error("time-form", file_.place(to.span), fmt::format("{} is a time of day; a card knows days only.", to.text),
                        "write the day alone, such as 2012-03-31");
      }
    }
    return to;
  }

 private:
  std::string typed(TomlSpan span) const {
    const std::size_t from = file_.offset(span.line, span.column);
    const std::size_t to = file_.offset(span.end_line, span.end_column);
    return std::string(trim(file_.text.substr(from, to > from ? to - from : 0)));
  }

  void number(TomlNode& to) {
    to.kind = TomlNode::Kind::number;
    to.text = typed(to.span);
    std::string digits = to.text;
    std::erase(digits, '_');
    if (digits.find(',') == std::string::npos) to.number = Decimal::parse(digits);
    if (!to.number) {
      problems_.error("number-form", file_.place(to.span), fmt::format("{} is not a number as a report card writes it.", to.text),
                      "write it out in digits, such as 1200 or 58.9, with at most 18 digits");
    }
  }

  const TomlFile& file_;
  Problems& problems_;
};

struct Advice { std::string message, remedy; };

// The library speaks to programmers; these are the slips that people make.
Advice advice_for(std::string_view line, std::string_view library_says) {
  const auto has = [line](std::string_view sign) { return line.find(sign) != line.npos; };
  const auto count = [line](char sign) { return std::count(line.begin(), line.end(), sign); };
  if (has("\u201C") || has("\u201D") || has("\u2018")) {
    return {"This line has curly quotes.", "use straight quotes (\") around texts"};
  }
  if (!has("=") && has(":")) return {"This line has a colon where an equals sign is expected.", "write: key = \"value\""};
  if (!has("=") && !has("[")) return {"This line is neither a key with its value nor a heading.", "write: key = \"value\", or begin a remark with #"};
  if (count('"') % 2 == 1) return {"A text is opened in this line and not closed.", "end it with \""};
  if (count('[') > count(']')) return {"A bracket is opened in this line and not closed.", "close it with ]"};
  if (!has("\"") && !has("'")) return {"The value in this line cannot be read.", "put quotes around texts: key = \"value\""};
  if (const std::size_t prefix = library_says.find(": "); library_says.substr(0, 5) == "Error" && prefix != library_says.npos) {
    library_says.remove_prefix(prefix + 2);
  }
  return {fmt::format("This is not TOML: {}.", library_says), "write: key = \"value\" on one line; texts in quotes, lists in [ ]"};
}

std::optional<TomlDocument> read(std::unique_ptr<TomlFile> file, Problems& problems) {
  std::string_view& text = file->text;
  if (text.size() > 64u << 20) {
    problems.error("file-too-large", whole_file(file->name), "The file is larger than 64 MB.",
                   "definitions are short; is this another file?");
    return std::nullopt;
  }
  file->lines.push_back(0);
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) file->lines.push_back(at + 1);
  if (!is_utf8(text)) {
    problems.error("encoding-unreadable", whole_file(file->name), "The file is not UTF-8 text.", "save it as UTF-8");
    return std::nullopt;
  }
  toml::parse_result result = toml::parse(text);
  if (!result) {
    const toml::parse_error& error = result.error();
    TomlSpan span = span_of(error.source());
    Place place = file->place(span);
    const bool twice = error.description().find("redefine") != std::string_view::npos;
    if (twice) {
      // The library points behind the key; the key is what stands twice.
      const std::size_t begin = file->offset(span.line, 1);
      std::string_view key = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
      key = trim(key.substr(0, key.find('=')));
      if (key.empty()) key = " ";
      else place = Source{file->name, text}.at(static_cast<std::size_t>(key.data() - text.data()), key.size());
      problems.error("key-twice", place, stands_already(text, key, span.line), "keep one of the two");
    } else {
      Advice advice = advice_for(place.excerpt, error.description());
      problems.error("toml-syntax", place, std::move(advice.message), std::move(advice.remedy));
    }
    return std::nullopt;
  }
  TomlDocument document;
  document.root = Copying(*file, problems).node(result.table(), 0);
  document.file = std::move(file);
  return document;
}

}  // namespace

std::size_t TomlFile::offset(std::uint32_t line, std::uint32_t column) const {
  if (line == 0 || line > lines.size()) return text.size();
  std::size_t at = lines[line - 1];
  const std::size_t end = line < lines.size() ? lines[line] : text.size();
  // A byte-order mark is no sign of the first line.
  if (at == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") at = 3;
  for (std::uint32_t n = 1; n < column && at < end; ++n) at += sign_length(static_cast<unsigned char>(text[at]));
  return std::min(at, end);
}

Place TomlFile::place(TomlSpan span) const {
  if (span.line == 0) return whole_file(name);
  const std::size_t from = offset(span.line, span.column);
  std::size_t to = offset(span.end_line, span.end_column);
  const std::size_t line_end = std::min(text.find('\n', from), text.size());
  if (to > line_end) to = line_end;
  while (to > from && (text[to - 1] == '\r' || text[to - 1] == ' ')) --to;
  return Source{name, text}.at(std::min(from, text.size()), to > from ? to - from : 1);
}

Place TomlNode::place() const { return file ? file->place(span) : Place{}; }

Place TomlNode::inside() const {
  Place place = this->place();
  if (kind != Kind::text || !file || span.line == 0) return place;
  const std::string_view typed = file->text.substr(std::min(file->offset(span.line, span.column), file->text.size()));
  const bool three = typed.substr(0, 3) == "\"\"\"" || typed.substr(0, 3) == "'''";
  if (three && typed.size() > 3 && (typed[3] == '\n' || typed[3] == '\r')) {
    place = file->place({span.line + 1, 1, span.line + 1, 1});
  } else {
    place.column += three ? 3 : 1;
  }
  place.length = static_cast<std::uint32_t>(code_points(text));
  return place;
}

const TomlEntry* TomlNode::find(std::string_view key) const {
  for (const TomlEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

Place TomlEntry::key_place() const { return value.file ? value.file->place(key_span) : Place{}; }

std::optional<TomlDocument> read_toml(std::string name, const FileBytes& bytes, Problems& problems) {
  auto file = std::make_unique<TomlFile>();
  file->name = std::move(name);
  file->bytes = bytes;
  file->text = file->bytes.view();
  return read(std::move(file), problems);
}

std::optional<TomlDocument> read_toml(std::string name, std::string_view text, Problems& problems) {
  auto file = std::make_unique<TomlFile>();
  file->name = std::move(name);
  file->text = text;
  return read(std::move(file), problems);
}

std::string_view kind_word(TomlNode::Kind kind) {
  switch (kind) {
    case TomlNode::Kind::text:
      return "a text";
    case TomlNode::Kind::number:
      return "a number";
    case TomlNode::Kind::truth:
      return "true or false";
    case TomlNode::Kind::date:
      return "a date";
    case TomlNode::Kind::list:
      return "a list";
    case TomlNode::Kind::table:
      return "a table";
  }
  return "";
}

}  // namespace reportcard
