// SPDX-License-Identifier: MIT
// Bindings and {when} blocks found. What a block leaves out is still read, so that a slip in it is found in any month.
#include "words/prose_marks.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace reportcard {
namespace {

struct Block {
  std::size_t begin = 0, size = 0;   // of the {when ...} line's own words
  bool known = false;                // the condition
  bool otherwise = false;            // we are behind {otherwise}
  bool shows() const { return known != otherwise; }
};

class Marker {
 public:
  Marker(const Source& source, Binder& binder, Problems& problems)
      : source_(source), binder_(binder), problems_(problems) { marked_.markdown = std::string(source.text); }

  Marked take() {
    if (source_.text.substr(0, 3) == "\xEF\xBB\xBF") blank_out(0, 3);
    for (std::size_t at = 0; at < source_.text.size();) {
      std::size_t end = line_end(at);
      const std::string_view line = trim(source_.text.substr(at, end - at));
      if (is_directive(line)) {
        directive(line, static_cast<std::size_t>(line.data() - source_.text.data()));
        blank_out(at, end);
        at = end + 1;
        continue;
      }
      bindings(at, end);
      if (!shown()) blank_out(at, end);
      at = end + 1;
    }
    for (const Block& block : blocks_) {
      problems_.error("when-unclosed", source_.at(block.begin, block.size), "This {when ...} has no {end}.", "write {end} on a line of its own where the block ends");
    }
    return std::move(marked_);
  }

 private:
  bool shown() const { return std::all_of(blocks_.begin(), blocks_.end(), [](const Block& block) { return block.shows(); }); }

  void blank_out(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < marked_.markdown.size(); ++i) {
      if (marked_.markdown[i] != '\n' && marked_.markdown[i] != '\r') marked_.markdown[i] = ' ';
    }
    // What is not shown prints nothing, its bindings included.
    while (!marked_.marks.empty() && marked_.marks.back().begin >= from) marked_.marks.pop_back();
  }

  static bool is_directive(std::string_view line) {
    return line == "{otherwise}" || line == "{end}" || line == "{when}" || (line.substr(0, 6) == "{when " && line.back() == '}');
  }

  void directive(std::string_view line, std::size_t offset) {
    if (line == "{end}" || line == "{otherwise}") {
      if (blocks_.empty() || (line == "{otherwise}" && blocks_.back().otherwise)) {
        problems_.error("when-unclosed", source_.at(offset, line.size()), fmt::format("There is no {{when ...}} for this {}.", line),
                        "write {when NAME is known} on a line of its own before it");
      } else if (line == "{end}") {
        blocks_.pop_back();
      } else {
        blocks_.back().otherwise = true;
      }
      return;
    }
    Block block;
    block.begin = offset;
    block.size = line.size();
    block.known = condition(line, offset);
    if (blocks_.size() >= 100) return;   // nobody means this; the {end}s that are too many say so
    blocks_.push_back(block);
  }

  // "{when gcse.england is known}"
  bool condition(std::string_view line, std::size_t offset) {
    const std::string_view text = trim(line.substr(5, line.size() - 6));
    struct Ending { std::string_view words; bool known; };
    static constexpr Ending endings[] = {{" is not known", false}, {" is unknown", false}, {" is known", true}};
    for (const Ending& ending : endings) {
      if (text.size() <= ending.words.size() || text.substr(text.size() - ending.words.size()) != ending.words) continue;
      const std::string_view name = trim(text.substr(0, text.size() - ending.words.size()));
      const auto bound = binder_.bind(name, source_, static_cast<std::size_t>(name.data() - source_.text.data()), problems_);
      return bound && bound->known == ending.known;
    }
    problems_.error("binding-syntax", source_.at(offset, line.size()), "This line does not say what is to be known.", "write {when gcse is known} or {when gcse is not known}");
    return false;
  }

  std::size_t line_end(std::size_t at) const { return std::min(source_.text.find('\n', at), source_.text.size()); }

  // All bindings that begin between `at` and `end`, the end of a line; a binding that goes on moves the end.
  void bindings(std::size_t at, std::size_t& end) {
    constexpr std::size_t longest = 2000;
    while (at < end) {
      const std::size_t open = source_.text.find('{', at);
      if (open >= end) return;
      if (is_escaped(open)) {
        at = open + 1;
        continue;
      }
      const std::string_view within = source_.text.substr(open, longest);
      const std::size_t size = within.find('}');
      if (size == std::string_view::npos || size > std::min(within.find("\n\n"), within.find("\n\r\n"))) {
        problems_.error("binding-syntax", source_.at(open, 1), "This brace is not closed.", "close it with }, or write \\{ for a brace that is to be printed");
        at = open + 1;
        continue;
      }
      at = open + size + 1;
      mark(open, at);
      if (at > end) end = line_end(at);
    }
  }

  bool is_escaped(std::size_t at) const {
    std::size_t strokes = 0;
    while (strokes < at && source_.text[at - strokes - 1] == '\\') ++strokes;
    return strokes % 2 == 1;
  }

  void mark(std::size_t begin, std::size_t end) {
    Mark mark;
    mark.begin = begin;
    mark.end = end;
    const std::string_view written = source_.text.substr(begin + 1, end - begin - 2);
    const std::string_view inside = trim(written);
    const std::size_t at = inside.empty() ? begin + 1 : static_cast<std::size_t>(inside.data() - source_.text.data());
    if (inside.empty()) {
      problems_.error("binding-syntax", source_.at(begin, end - begin), "These braces hold nothing.", "write {gcse}, or \\{ for a brace that is to be printed");
      return;   // too short for a stand-in: the braces are printed, and the build has stopped anyhow
    }
    constexpr std::string_view quoting = "as written:";
    if (inside.substr(0, quoting.size()) == quoting) {
      as_written(mark, inside.substr(quoting.size()), at);
    } else if (inside == "when" || inside.substr(0, 5) == "when " || inside == "otherwise" || inside == "end") {
      problems_.error("binding-syntax", source_.at(begin, end - begin), fmt::format("{{{}}} does not stand on a line of its own.", inside), "put it on a line of its own");
    } else if (const auto bound = binder_.bind(inside, source_, at, problems_)) {
      mark.what = Mark::What::figure;
      mark.text = bound->text;
      mark.figure = bound->figure;
      if (!bound->known) {
        if (bound->text.empty()) mark.text = Sentence("not printed");
        if (blocks_.empty()) {
          problems_.warning("binding-no-value", source_.at(begin, end - begin), fmt::format("{} has no value here, and prints “{}”.", inside, mark.text.text),
                            fmt::format("put the sentence between {{when {} is known}} and {{end}}", inside));
        }
      }
    }
    stand(mark);
  }

  void as_written(Mark& mark, std::string_view rest, std::size_t at) {
    const std::size_t bar = rest.find('|');
    const std::string_view words = trim(rest.substr(0, bar));
    const std::string_view from = bar == std::string_view::npos ? std::string_view{} : trim(rest.substr(bar + 1));
    if (words.empty() || from.empty()) {
      problems_.error("binding-syntax", source_.at(at, static_cast<std::size_t>(rest.data() - source_.text.data()) + rest.size() - at),
                      "The words as written need a source.", "write {as written: 700+ | Plan on a page, outcome 6}");
    }
    mark.what = Mark::What::as_written;
    mark.text = Sentence(words);
    std::replace(mark.text.text.begin(), mark.text.text.end(), '\n', ' ');
    mark.source = std::string(from);
  }

  void stand(const Mark& mark) {
    std::string& markdown = marked_.markdown;
    for (std::size_t i = mark.begin; i < mark.end; ++i) markdown[i] = i - mark.begin < stand_in.size() ? stand_in[i - mark.begin] : 'x';
    marked_.marks.push_back(mark);
  }

  const Source& source_;
  Binder& binder_;
  Problems& problems_;
  Marked marked_;
  std::vector<Block> blocks_;
};

}  // namespace

const Mark* Marked::at(std::size_t offset) const {
  const auto found = std::lower_bound(marks.begin(), marks.end(), offset, [](const Mark& mark, std::size_t at) { return mark.begin < at; });
  return found != marks.end() && found->begin == offset ? &*found : nullptr;
}

Marked mark_prose(const Source& source, Binder& binder, Problems& problems) { return Marker(source, binder, problems).take(); }

}  // namespace reportcard
