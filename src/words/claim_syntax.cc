// SPDX-License-Identifier: MIT
// The grammar of conditions over figures. Ids hold hyphens and periods hold strokes, so minus and divided-by need blanks
// around them; that is why a name is read as far as names.h goes, and only then are signs looked for.
#include "words/claim_syntax.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr int deepest = 64;            // brackets and "not" within each other: depth is stack
constexpr std::size_t most_nodes = 400;

constexpr std::array<std::string_view, 9> words = {"narrowing", "widening", "better", "worse", "level", "known", "unknown", "above", "below"};

struct Compared { std::string_view sign; SaysOp op; };
constexpr Compared compared[] = {{"<=", SaysOp::less_equal}, {">=", SaysOp::greater_equal}, {"<>", SaysOp::unequal},
                                 {"=", SaysOp::equal},       {"<", SaysOp::less},           {">", SaysOp::greater}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_sign(char c) { return is_lower(c) || is_digit(c) || c == '-'; }

class Parser {
 public:
  Parser(std::string_view text, const Place& place, Problems& problems) : text_(text), place_(place), problems_(problems) {}

  std::optional<Says> parse() {
    if (trim(text_).empty()) {
      slip(0, text_.size(), "The claim says nothing.", "write a condition over figures: gcse@2011/12 = 56.7");
      return {};
    }
    const int root = either(0);
    skip();
    if (good_ && at_ < text_.size()) slip(at_, word_end(), fmt::format("\"{}\" cannot stand here.", shown(at_)), "join conditions by and, or");
    if (good_ && !is_truth(nodes_[static_cast<std::size_t>(root)].op)) {
      slip(0, text_.size(), "The claim is a number, and neither true nor false.", "compare it: gcse = 56.7");
    }
    if (!good_) return {};
    return Says{std::string(trim(text_)), std::move(nodes_)};
  }

 private:
  static bool is_truth(SaysOp op) { return op >= SaysOp::equal; }

  void slip(std::size_t from, std::size_t to, std::string message, std::string remedy) {
    if (good_) problems_.error("claim-syntax", within(place_, text_, from, to), std::move(message), std::move(remedy));
    good_ = false;
    at_ = text_.size();
  }
  void skip() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  std::size_t word_end() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    return end == at_ ? at_ + 1 : end;
  }
  std::string shown(std::size_t from) const {
    const std::size_t to = word_end();
    return from >= text_.size() ? "the end" : printable(text_.substr(from, to - from));
  }
  bool ahead(std::string_view sign) const { return text_.substr(at_, sign.size()) == sign; }
  bool take_sign(std::string_view sign) {
    skip();
    if (!ahead(sign)) return false;
    at_ += sign.size();
    return true;
  }
  bool take_word(std::string_view word) {
    skip();
    if (!ahead(word)) return false;
    const std::size_t end = at_ + word.size();
    if (end < text_.size() && is_name_sign(text_[end])) return false;
    at_ = end;
    return true;
  }

  int add(SaysNode node, std::size_t from) {
    node.from = from;
    node.to = at_;
    if (nodes_.size() >= most_nodes) {
      slip(from, text_.size(), fmt::format("The claim has more than {} parts.", most_nodes), "write several claims");
      return nodes_.empty() ? 0 : static_cast<int>(nodes_.size()) - 1;
    }
    nodes_.push_back(std::move(node));
    return static_cast<int>(nodes_.size()) - 1;
  }
  int join(SaysOp op, int left, int right, std::size_t from) {
    SaysNode node;
    node.op = op;
    node.left = left;
    node.right = right;
    return add(std::move(node), from);
  }
  bool must_be(int node, bool truth) {
    if (!good_) return false;
    const SaysNode& at = nodes_[static_cast<std::size_t>(node)];
    if (is_truth(at.op) == truth) return true;
    slip(at.from, at.to, truth ? "This is a number, and a condition is wanted." : "This is a condition, and a number is wanted.",
         truth ? "compare it: gcse = 56.7" : "take the comparison out, or join two conditions by and");
    return false;
  }

  int either(int depth) {
    const std::size_t from = at_;
    int left = both(depth);
    while (good_ && take_word("or")) {
      const int right = both(depth);
      if (must_be(left, true) && must_be(right, true)) left = join(SaysOp::or_, left, right, from);
    }
    return left;
  }
  int both(int depth) {
    const std::size_t from = at_;
    int left = denied(depth);
    while (good_ && take_word("and")) {
      const int right = denied(depth);
      if (must_be(left, true) && must_be(right, true)) left = join(SaysOp::and_, left, right, from);
    }
    return left;
  }
  int denied(int depth) {
    skip();
    const std::size_t from = at_;
    if (!take_word("not")) return comparison(depth);
    if (depth >= deepest) return too_deep(from);
    const int of = denied(depth + 1);
    return must_be(of, true) ? join(SaysOp::not_, of, -1, from) : of;
  }
  int too_deep(std::size_t from) {
    slip(from, from + 1, fmt::format("Brackets and not stand more than {} deep.", deepest), "write several claims");
    return 0;
  }

  // A chain "1 < a < 2" is each pair in turn.
  int comparison(int depth) {
    skip();
    const std::size_t from = at_;
    int left = terms(depth);
    int all = -1;
    while (good_) {
      skip();
      const Compared* found = nullptr;
      for (const Compared& one : compared) {
        if (ahead(one.sign)) { found = &one; break; }
      }
      if (!found) break;
      at_ += found->sign.size();
      const int right = terms(depth);
      if (!must_be(left, false) || !must_be(right, false)) return 0;
      const int pair = join(found->op, left, right, from);
      all = all < 0 ? pair : join(SaysOp::and_, all, pair, from);
      left = right;
    }
    if (all >= 0 || !good_) return all < 0 ? left : all;
    if (!take_word("is")) return left;
    const SaysOp op = take_word("not") ? SaysOp::is_not : SaysOp::is;
    skip();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!take_word(words[i])) continue;
      if (!must_be(left, false)) return 0;
      if (nodes_[static_cast<std::size_t>(left)].op != SaysOp::figure) {
        slip(from, at_, fmt::format("Only one figure can be {}.", words[i]), "name one figure before is");
        return 0;
      }
      SaysNode node;
      node.op = op;
      node.left = left;
      node.word = static_cast<SaysWord>(i);
      return add(std::move(node), from);
    }
    slip(at_, word_end(), fmt::format("A figure cannot be \"{}\".", shown(at_)),
         fmt::format("write one of: {}", list_of({words.begin(), words.end()})));
    return 0;
  }

  // The sign must have a blank behind it: "-1" is a number, " - 1" is less one.
  bool take_operator(std::string_view sign) {
    skip();
    if (!ahead(sign)) return false;
    const std::size_t end = at_ + sign.size();
    if (end < text_.size() && !is_blank(text_[end]) && text_[end] != '(') return false;
    at_ = end;
    return true;
  }
  int terms(int depth) {
    skip();
    const std::size_t from = at_;
    int left = factors(depth);
    while (good_) {
      SaysOp op = SaysOp::plus;
      if (take_operator("-") || take_operator("\xE2\x88\x92")) op = SaysOp::minus;
      else if (!take_operator("+")) break;
      const int right = factors(depth);
      if (!must_be(left, false) || !must_be(right, false)) return 0;
      left = join(op, left, right, from);
    }
    return left;
  }
  int factors(int depth) {
    skip();
    const std::size_t from = at_;
    int left = one(depth);
    while (good_) {
      SaysOp op = SaysOp::times;
      if (take_operator("/")) op = SaysOp::over;
      else if (!take_operator("*")) break;
      const int right = one(depth);
      if (!must_be(left, false) || !must_be(right, false)) return 0;
      left = join(op, left, right, from);
    }
    return left;
  }

  int one(int depth) {
    skip();
    const std::size_t from = at_;
    if (depth >= deepest) return too_deep(from);
    if (at_ >= text_.size()) {
      slip(at_, at_, "The claim ends where a figure or a number is wanted.", "write the other side of it");
      return 0;
    }
    if (take_sign("(")) {
      const int inner = either(depth + 1);
      if (good_ && !take_sign(")")) slip(from, from + 1, "This bracket is not closed.", "add )");
      return inner;
    }
    if (is_digit(text_[at_]) || text_[at_] == '.' || ahead("\xC2\xA3") || ahead("-") || ahead("\xE2\x88\x92") || ahead("+")) return number();
    if (is_lower(text_[at_])) return named();
    slip(at_, word_end(), fmt::format("\"{}\" is neither a figure nor a number.", shown(at_)), "write for example: gcse@2011/12 = 56.7");
    return 0;
  }

  int number() {
    const std::size_t from = at_;
    bool negative = false;
    for (const std::string_view minus : {std::string_view("-"), std::string_view("\xE2\x88\x92")}) {
      if (ahead(minus)) { negative = true; at_ += minus.size(); break; }
    }
    if (!negative && ahead("+")) ++at_;
    if (ahead("\xC2\xA3")) at_ += 2;
    const std::size_t digits = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.' || text_[at_] == ',')) ++at_;
    // The comma or stop of a sentence is no part of a number.
    while (at_ > digits && !is_digit(text_[at_ - 1])) --at_;
    auto value = Decimal::parse(text_.substr(digits, at_ - digits));
    if (!value) {
      at_ = from;
      slip(from, word_end(), fmt::format("\"{}\" is not a number.", shown(from)), "write digits, with commas in threes and one point: 1,920 or 58.9");
      return 0;
    }
    if (ahead("%")) ++at_;
    const std::size_t end = at_;
    std::int64_t scale = 1;
    if (take_word("million")) scale = 1'000'000;
    else if (take_word("thousand")) scale = 1'000;
    else at_ = end;
    if (scale > 1) {
      // 30.47 million is known to 10,000: the places come off the scale, so that nothing is lost or made up.
      while (scale > 1 && value->places > 0) { scale /= 10; --value->places; }
      if (value->units > 9'000'000'000'000'000'000 / scale) {
        slip(from, at_, "This number is too large.", "write fewer digits");
        return 0;
      }
      value->units *= scale;
    }
    if (negative) value->units = -value->units;
    SaysNode node;
    node.number = *value;
    return add(std::move(node), from);
  }

  // What belongs to a name: up to a blank, a comma or a sign outside its brackets.
  std::string_view name_text() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_name_sign(text_[at_])) ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '[' || c == '(') {
        const char close = c == '[' ? ']' : ')';
        const std::size_t end = text_.find(close, at_);
        if (end == text_.npos) {
          slip(at_, at_ + 1, "This bracket is not closed.", fmt::format("add {}", close));
          return {};
        }
        at_ = end + 1;
      } else if (c == '@') {
        ++at_;
        while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '/' || text_[at_] == '-' || text_[at_] == 'Q')) ++at_;
      } else if (c == '.' && at_ + 1 < text_.size() && is_lower(text_[at_ + 1])) {
        ++at_;
        while (at_ < text_.size() && (is_name_sign(text_[at_]) || (text_[at_] >= 'A' && text_[at_] <= 'Z'))) ++at_;
      } else {
        break;
      }
    }
    return text_.substr(from, at_ - from);
  }

  bool figure_name(FigureName& into) {
    skip();
    const std::size_t from = at_;
    const std::string_view written = name_text();
    if (!good_) return false;
    auto name = parse_figure_name(written);
    if (!name) {
      at_ = from;
      slip(from, word_end(), fmt::format("\"{}\" is not the name of a figure.", shown(from)),
           "write the id of a measure, then as needed [choice], @period and .word: gcse@2011/12.change");
      return false;
    }
    into = std::move(*name);
    return true;
  }

  int named() {
    const std::size_t from = at_;
    struct Function { std::string_view name; SaysOp op; };
    static constexpr Function functions[] = {{"sum", SaysOp::sum}, {"highest", SaysOp::highest}, {"lowest", SaysOp::lowest}, {"rank", SaysOp::rank}};
    for (const Function& function : functions) {
      if (!take_word(function.name)) continue;
      if (!take_sign("(")) { at_ = from; break; }
      SaysNode node;
      node.op = function.op;
      if (!figure_name(node.name)) return 0;
      if (function.op == SaysOp::rank) {
        if (!take_sign(",")) {
          slip(from, at_, "A rank is among others, and they are not named.", "write: rank(gcse, region)");
          return 0;
        }
        skip();
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != ')') ++at_;
        node.comparator = trim(text_.substr(start, at_ - start));
      } else if (node.name.choice != "*") {
        slip(from, at_, fmt::format("{} is over several figures, and this is one.", function.name), fmt::format("write: {}(spending[*])", function.name));
        return 0;
      }
      if (!take_sign(")")) {
        slip(from, at_, "This bracket is not closed.", "add )");
        return 0;
      }
      return add(std::move(node), from);
    }
    for (const std::string_view word : {"and", "or", "is", "not"}) {
      const std::size_t here = at_;
      if (take_word(word)) {
        at_ = here;
        slip(at_, at_ + word.size(), fmt::format("\"{}\" stands where a figure or a number is wanted.", word), "write the other side of it");
        return 0;
      }
    }
    SaysNode node;
    node.op = SaysOp::figure;
    if (!figure_name(node.name)) return 0;
    if (node.name.choice == "*") {
      slip(from, at_, "[*] is several figures, and a number is wanted.", "write sum(...), highest(...) or lowest(...) around it");
      return 0;
    }
    return add(std::move(node), from);
  }

  std::string_view text_;
  const Place& place_;
  Problems& problems_;
  std::vector<SaysNode> nodes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace

std::string_view says_word(SaysWord word) { return words[static_cast<std::size_t>(word)]; }

Place within(const Place& whole, std::string_view text, std::size_t from, std::size_t to) {
  Place place = whole;
  from = std::min(from, text.size());
  to = std::min(std::max(to, from), text.size());
  place.column += static_cast<std::uint32_t>(code_points(text.substr(0, from)));
  place.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, code_points(text.substr(from, to - from))));
  return place;
}

std::optional<Says> parse_says(std::string_view text, const Place& place, Problems& problems) { return Parser(text, place, problems).parse(); }

}  // namespace reportcard
