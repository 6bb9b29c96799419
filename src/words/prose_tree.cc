// SPDX-License-Identifier: MIT
// The one file that knows md4c. Its texts are slices of what it was given, so every word keeps its place.
#include "words/prose_tree.h"

#include <algorithm>
#include <utility>

#include <md4c.h>

#include "base/text.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr std::size_t deepest = 40;   // lists in lists in quotes: nobody reads further down
constexpr std::string_view schemes[] = {"http", "https", "mailto", "tel", "sms"};

std::string entity(std::string_view written) {
  struct Named { std::string_view name, text; };
  static constexpr Named named[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},  {"&apos;", "'"},   {"&nbsp;", "\xC2\xA0"},
                                    {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}, {"&pound;", "£"}, {"&euro;", "€"},   {"&minus;", "−"},
                                    {"&lsquo;", "‘"}, {"&rsquo;", "’"}, {"&ldquo;", "“"}, {"&rdquo;", "”"},  {"&times;", "×"},  {"&copy;", "©"},
                                    {"&frac12;", "½"}, {"&middot;", "·"}};
  for (const Named& one : named) {
    if (written == one.name) return std::string(one.text);
  }
  if (written.size() < 4 || written[1] != '#') return std::string(written);
  const bool hex = written[2] == 'x' || written[2] == 'X';
  char32_t value = 0;
  for (const char c : written.substr(hex ? 3 : 2, written.size() - (hex ? 4 : 3))) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
    if (digit >= (hex ? 16 : 10) || value > 0x10FFFF) return std::string(written);
    value = value * (hex ? 16u : 10u) + static_cast<char32_t>(digit);
  }
  std::string text;
  append_code_point(text, value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? 0xFFFD : value);
  return text;
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string text;
  if (!attribute.text || attribute.size == 0) return text;
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const std::string_view part(attribute.text + attribute.substr_offsets[i], attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      text += entity(part);
    } else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR) {
      text += "\xEF\xBF\xBD";
    } else {
      text += part;
    }
  }
  return text;
}

bool is_safe(std::string_view address) {
  if (address.empty() || address.substr(0, 2) == "//") return false;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) < 0x21 || c == '\\' || c == 0x7F) return false;
  }
  const std::size_t end = address.find_first_of("/?#");
  const std::size_t colon = address.substr(0, end).find(':');
  if (colon == std::string_view::npos) return true;
  const std::string scheme = fold(address.substr(0, colon));
  return std::find(std::begin(schemes), std::end(schemes), scheme) != std::end(schemes);
}

class TreeMaker {
 public:
  TreeMaker(const Source& source, const Marked& marked, Problems& problems) : source_(source), marked_(marked), problems_(problems) {
    open_.emplace_back();
  }

  ProseTree take() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<TreeMaker*>(self)->enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<TreeMaker*>(self)->leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<TreeMaker*>(self)->enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<TreeMaker*>(self)->leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) { return static_cast<TreeMaker*>(self)->text(type, {text, size}); };
    md_parse(marked_.markdown.data(), static_cast<MD_SIZE>(marked_.markdown.size()), &parser, this);
    end_run();
    while (open_.size() > 1) close();
    tree_.root = std::move(open_.front());
    return std::move(tree_);
  }

 private:
  void open(ProseKind kind, int level = 0) {
    if (open_.size() > deepest) {
      if (too_deep_ == 0 && !said_too_deep_) {
        problems_.error("words-too-deep", source_.at(last_), "Lists or quotes stand in each other more than 40 deep.", "write it flatter");
        said_too_deep_ = true;
      }
      ++too_deep_;
      return;
    }
    ProseNode node;
    node.kind = kind;
    node.level = level;
    open_.push_back(std::move(node));
  }

  void close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (open_.size() < 2) return;
    ProseNode node = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(node));
  }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    end_run();
    switch (type) {
      case MD_BLOCK_DOC:
      case MD_BLOCK_TBODY: break;
      case MD_BLOCK_THEAD: in_head_ = true; break;
      case MD_BLOCK_QUOTE: open(ProseKind::quote); break;
      case MD_BLOCK_UL: open(ProseKind::list); break;
      case MD_BLOCK_OL: open(ProseKind::ordered_list, static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)); break;
      case MD_BLOCK_LI: open(ProseKind::item); break;
      case MD_BLOCK_HR: open(ProseKind::rule); break;
      case MD_BLOCK_H: open(ProseKind::heading, static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level)); break;
      case MD_BLOCK_CODE: open(ProseKind::code); break;
      case MD_BLOCK_TABLE: open(ProseKind::table); break;
      case MD_BLOCK_TR: open(in_head_ ? ProseKind::table_head : ProseKind::table_row); break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: open(ProseKind::table_cell); break;
      case MD_BLOCK_HTML:
      case MD_BLOCK_P: open(ProseKind::paragraph); break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_P) look_for_table();
    end_run();
    if (type == MD_BLOCK_THEAD) in_head_ = false;
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return 0;
    close();
    return 0;
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: open(ProseKind::emphasis); break;
      case MD_SPAN_STRONG: open(ProseKind::strong); break;
      case MD_SPAN_CODE: open(ProseKind::code_span); break;
      case MD_SPAN_A: {
        open(ProseKind::link);
        if (too_deep_ == 0) open_.back().target = address(attribute_text(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        break;
      }
      case MD_SPAN_IMG:
        problems_.warning("picture-unread", source_.at(find_behind("![")), "Pictures are not shown; the words for it are printed.", "take it out, or say in words what it shows");
        open(ProseKind::emphasis);
        break;
      default: open(ProseKind::emphasis); break;
    }
    return 0;
  }

  int leave_span(MD_SPANTYPE) {
    close();
    return 0;
  }

  std::size_t find_behind(std::string_view what) const {
    const std::size_t at = source_.text.find(what, last_);
    return at == std::string_view::npos ? last_ : at;
  }

  std::string address(std::string written) {
    const std::size_t at = find_behind(written.empty() ? "](" : written);
    if (written.find(stand_in) != std::string::npos) {
      problems_.error("binding-syntax", source_.at(find_behind("{")), "A figure cannot stand in an address.", "write the address out");
      return {};
    }
    if (is_safe(written)) return written;
    problems_.error("link-unsafe", source_.at(at, std::max<std::size_t>(written.size(), 1)), "This link leads nowhere that a page may lead.",
                    "write an address that begins with https:, mailto: or tel:, or the name of a page");
    return {};
  }

  int text(MD_TEXTTYPE type, std::string_view words) {
    switch (type) {
      case MD_TEXT_BR: open(ProseKind::line_break); close(); print("\n", last_, nullptr, false); break;
      case MD_TEXT_SOFTBR: print(" ", last_, nullptr, true); break;
      case MD_TEXT_NULLCHAR: print("\xEF\xBF\xBD", last_, nullptr, true); break;
      case MD_TEXT_ENTITY: print(entity(words), offset_of(words), nullptr, true); break;
      default: sliced(words); break;
    }
    return 0;
  }

  // Where a text stands in the source. md4c hands out other memory only for blanks and line ends.
  std::size_t offset_of(std::string_view words) {
    const char* from = marked_.markdown.data();
    if (words.data() < from || words.data() > from + marked_.markdown.size()) return last_;
    return last_ = static_cast<std::size_t>(words.data() - from);
  }

  // A slice that may hold stand-ins of bindings.
  void sliced(std::string_view words) {
    const bool ours = words.data() >= marked_.markdown.data() && words.data() < marked_.markdown.data() + marked_.markdown.size();
    std::size_t offset = offset_of(words);
    while (!words.empty()) {
      const std::size_t at = ours ? words.find(stand_in) : std::string_view::npos;
      const Mark* mark = at == std::string_view::npos ? nullptr : marked_.at(offset + at);
      const std::size_t typed = mark ? at : at == std::string_view::npos ? words.size() : at + stand_in.size();
      if (typed > 0) print(std::string(words.substr(0, typed)), offset, nullptr, true);
      words.remove_prefix(typed);
      offset += typed;
      if (!mark) continue;
      print_mark(*mark);
      const std::size_t size = std::min(mark->end - mark->begin, words.size());
      words.remove_prefix(size);
      offset += size;
    }
    last_ = offset;
  }

  void print_mark(const Mark& mark) {
    std::size_t at = 0;
    const std::string_view text = mark.text.text;
    const bool verbatim = open_.back().kind == ProseKind::code || open_.back().kind == ProseKind::code_span;
    for (const Sentence::Link& link : mark.text.links) {
      if (verbatim || link.begin < at || link.end > text.size()) continue;
      add_text(text.substr(at, link.begin - at));
      ProseNode node;
      node.kind = ProseKind::figure_link;
      node.text = std::string(text.substr(link.begin, link.end - link.begin));
      node.target = link.figure;
      open_.back().children.push_back(std::move(node));
      at = link.end;
    }
    add_text(text.substr(at));
    print(std::string(text), mark.begin, &mark, false);
  }

  void print(std::string text, std::size_t offset, const Mark* mark, bool into_tree) {
    if (into_tree) add_text(text);
    run_.pieces.push_back({run_.text.size(), run_.text.size() + text.size(), offset, mark});
    run_.text += text;
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    ProseNode& node = open_.back();
    if (node.kind == ProseKind::code || node.kind == ProseKind::code_span) {
      node.text += text;
    } else if (!node.children.empty() && node.children.back().kind == ProseKind::text) {
      node.children.back().text += text;
    } else {
      ProseNode child;
      child.kind = ProseKind::text;
      child.text = std::string(text);
      node.children.push_back(std::move(child));
    }
  }

  void look_for_table() {
    if (run_.pieces.empty() || run_.text[0] != '|' || std::count(run_.text.begin(), run_.text.end(), '|') < 3) return;
    problems_.warning("table-not-a-table", source_.at(run_.pieces.front().offset), "This looks like a table, but is shown as text.",
                      "leave a line blank before it, and write at least three dashes for each column in its second line: |---|---|");
  }

  void end_run() {
    if (!run_.text.empty()) tree_.runs.push_back(std::move(run_));
    run_ = Run{};
  }

  const Source& source_;
  const Marked& marked_;
  Problems& problems_;
  ProseTree tree_;
  std::vector<ProseNode> open_;
  Run run_;
  std::size_t last_ = 0;        // the source is read up to here
  std::size_t too_deep_ = 0;
  bool said_too_deep_ = false, in_head_ = false;
};

}  // namespace

ProseTree read_tree(const Source& source, const Marked& marked, Problems& problems) { return TreeMaker(source, marked, problems).take(); }

}  // namespace reportcard
