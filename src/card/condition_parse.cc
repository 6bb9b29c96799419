// SPDX-License-Identifier: MIT
// Conditions read: words into a tree, each literal typed by the column beside it.
// A part that cannot be read is a problem; reading goes on, so that one condition shows all that is wrong with it.
#include <algorithm>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "card/card.h"
#include "card/condition.h"
#include "card/condition_words.h"
#include "card/known_words.h"

namespace reportcard {
namespace {

using What = ConditionWord::What;

// Brackets and "not" within each other: more is a slip, and depth is stack.
constexpr int deepest = 64;
constexpr std::size_t longest = 400;

std::string_view type_word(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "text";
    case ColumnType::date:
      return "a date";
    case ColumnType::period:
      return "a period";
    case ColumnType::number:
      return "a number";
    case ColumnType::percent:
      return "a percentage";
    case ColumnType::money:
      return "an amount of money";
    case ColumnType::choice:
      return "a choice";
    case ColumnType::yes_no:
      return "yes or no";
    case ColumnType::measure:
      return "a measure";
    case ColumnType::link:
      return "a link";
    case ColumnType::id:
      return "an id";
  }
  return "";
}

bool has_order(ColumnType type) {
  return type == ColumnType::date || type == ColumnType::period || type == ColumnType::number || type == ColumnType::percent ||
         type == ColumnType::money;
}

class Parser {
 public:
  Parser(std::string_view text, const Register& of, const Card& card, const Place& place, Problems& problems, PeriodKind kind)
      : text_(text), of_(of), card_(card), place_(place), problems_(problems), kind_(kind) {
    const std::size_t before = problems.all().size();
    words_ = condition_words(text, place, problems);
    good_ = problems.all().size() == before;
  }

  std::optional<Condition> parse() {
    if (words_.size() == 1) {
      syntax(words_[0], "The condition is empty.", "write a condition, or leave the key out");
      return std::nullopt;
    }
    if (!good_) return std::nullopt;
    any(0);
    if (!stopped_ && word().what != What::end) {
      syntax(word(), fmt::format("{} cannot stand here.", shown(word())), "join conditions by and, or");
    }
    if (!good_) return std::nullopt;
    Condition condition;
    condition.written = std::string(trim(text_));
    condition.nodes = std::move(nodes_);
    return condition;
  }

 private:
  const ConditionWord& word() const { return words_[at_]; }
  void next() {
    if (at_ + 1 < words_.size()) ++at_;
  }
  bool take(std::string_view keyword_or_sign) {
    const bool is = is_keyword(word(), keyword_or_sign) || (word().what == What::sign && word().text == keyword_or_sign);
    if (is) next();
    return is;
  }
  static std::string shown(const ConditionWord& word) { return word.what == What::end ? "The end" : in_quotes(word.text); }
  Place at(const ConditionWord& word) const { return place_within(place_, text_, word.from, word.to); }

  void problem(std::string_view code, const ConditionWord& word, std::string message, std::string remedy) {
    good_ = false;
    problems_.error(code, at(word), std::move(message), std::move(remedy));
  }
  // After a slip of syntax the rest cannot be trusted: nothing more is said of this condition.
  void syntax(const ConditionWord& word, std::string message, std::string remedy) {
    if (!stopped_) problem("condition-syntax", word, std::move(message), std::move(remedy));
    good_ = false;
    stopped_ = true;
    at_ = words_.size() - 1;
  }

  int add(ConditionNode node) {
    if (nodes_.size() == longest)
      syntax(word(), fmt::format("The condition has more than {} parts.", longest), "list values by in (...)");
    nodes_.push_back(std::move(node));
    return static_cast<int>(nodes_.size()) - 1;
  }
  int joined(ConditionOp op, int left, int right) {
    ConditionNode node;
    node.op = op;
    node.left = left;
    node.right = right;
    return add(std::move(node));
  }

  int any(int depth) {
    int left = every(depth);
    while (!stopped_ && take("or")) left = joined(ConditionOp::or_, left, every(depth));
    return left;
  }
  int every(int depth) {
    int left = one(depth);
    while (!stopped_ && take("and")) left = joined(ConditionOp::and_, left, one(depth));
    return left;
  }
  int one(int depth) {
    if (depth > deepest) {
      syntax(word(), "The condition is nested too deep.", "write it with fewer brackets");
      return -1;
    }
    if (take("not")) return joined(ConditionOp::not_, one(depth + 1), -1);
    if (take("(")) {
      const int inside = any(depth + 1);
      if (!stopped_ && !take(")")) syntax(word(), "A bracket is opened and not closed.", "close it with )");
      return inside;
    }
    return comparison();
  }

  int comparison() {
    const ConditionWord column = word();
    if (column.what != What::name) {
      syntax(column, fmt::format("{} stands where a column is expected.", shown(column)),
             "begin with the column: stage = 'stage 1'");
      return -1;
    }
    next();
    ConditionNode node;
    std::optional<ColumnPath> path = parse_path(column.text, of_, card_, at(column), problems_);
    if (!path) {
      good_ = false;
    } else {
      node.path = *path;
      check_column(column, *path);
    }

    bool negated = false;
    const bool several = path && holds_several(*path);
    if (take("is")) {
      node.op = take("not") ? ConditionOp::not_blank : ConditionOp::blank;
      if (!take("blank"))
        syntax(word(), "After \"is\" only \"blank\" or \"not blank\" can stand.",
               "write: is blank, is not blank, or = with a value");
      return add(std::move(node));
    }
    if (several) {
      problem("condition-type", column,
              fmt::format("{} can hold several values, parted by semicolons.", in_quotes(path->written)),
              "of such a column only \"is blank\" and \"is not blank\" can be asked");
    }
    if (take("not")) negated = true;
    if (take("in")) {
      node.op = ConditionOp::in;
      if (!take("(")) syntax(word(), "After \"in\" a list in brackets is expected.", "write: in ('stage 1', 'stage 2')");
      do {
        if (!stopped_) value(node, path);
      } while (!stopped_ && take(","));
      if (!stopped_ && !take(")"))
        syntax(word(), fmt::format("{} stands in a list.", shown(word())), "part values by commas, close the list with )");
    } else if (take("between")) {
      node.op = ConditionOp::between;
      order_needed(column, path, "between");
      value(node, path);
      if (!stopped_ && !take("and"))
        syntax(word(), "\"between\" has two values, joined by \"and\".", "write: between 1 and 5");
      if (!stopped_) value(node, path);
    } else if (!negated && word().what == What::sign &&
               (take("=") || take("<>") || take("<") || take("<=") || take(">") || take(">="))) {
      const std::string& sign = words_[at_ - 1].text;
      node.op = sign == "="    ? ConditionOp::equal
                : sign == "<>" ? ConditionOp::unequal
                : sign == "<"  ? ConditionOp::less
                : sign == "<=" ? ConditionOp::less_equal
                : sign == ">"  ? ConditionOp::greater
                               : ConditionOp::greater_equal;
      if (node.op != ConditionOp::equal && node.op != ConditionOp::unequal) order_needed(column, path, sign);
      value(node, path);
    } else {
      syntax(word(), fmt::format("{} cannot follow a column.", shown(word())),
             "after a column: = <> < <= > >=, in (...), not in (...), between, is blank, is not blank");
      return -1;
    }
    const int index = add(std::move(node));
    return negated ? joined(ConditionOp::not_, index, -1) : index;
  }

  const ColumnDefinition* definition(const ColumnPath& path) const {
    if (!path.back_count.empty() || path.column < 0) return nullptr;
    if (path.through.empty()) return &of_.columns[static_cast<std::size_t>(path.column)];
    auto found = card_.registers.find(path.through);
    return found == card_.registers.end() ? nullptr : &found->second.columns[static_cast<std::size_t>(path.linked_column)];
  }

  bool holds_several(const ColumnPath& path) const {
    if (path.column >= 0 && of_.columns[static_cast<std::size_t>(path.column)].many) return true;
    const ColumnDefinition* column = definition(path);
    return column && column->many;
  }

  void check_column(const ConditionWord& word, const ColumnPath& path) {
    const ColumnDefinition* column = definition(path);
    if (column && column->audience == Audience::never) {
      problem("column-never", word,
              fmt::format("The column {} is seen by nobody, so no condition may ask for it.", in_quotes(path.written)),
              "it may only be named by of and entity, where it is counted");
    }
  }

  void order_needed(const ConditionWord& word, const std::optional<ColumnPath>& path, std::string_view sign) {
    if (path && !has_order(path->type)) {
      problem("condition-type", word,
              fmt::format("{} is {}, which has no order, so {} means nothing for it.", in_quotes(path->written),
                          type_word(path->type), in_quotes(sign)),
              "write = <> or in (...)");
    }
  }

  void value(ConditionNode& node, const std::optional<ColumnPath>& path) {
    const ConditionWord literal = word();
    if (literal.what == What::end || literal.what == What::sign) {
      syntax(literal, literal.what == What::end ? "The condition ends where a value is expected."
                                                : fmt::format("{} stands where a value is expected.", shown(literal)),
             "write a text in single quotes, a number or a date");
      return;
    }
    next();
    if (!path) return;  // the column is already a problem
    if (literal.what == What::name && path->type != ColumnType::yes_no) {
      problem("condition-type", literal, fmt::format("{} is no value.", in_quotes(literal.text)),
              fmt::format("put texts in single quotes: '{}'; two columns cannot be compared", literal.text));
      return;
    }
    typed(node, *path, literal);
  }

  void typed(ConditionNode& node, const ColumnPath& path, const ConditionWord& literal) {
    ConditionValue value;
    value.text = literal.text;
    auto unfit = [&](std::string_view example) {
      problem("condition-type", literal,
              fmt::format("{} is {}, and {} is not.", in_quotes(path.written), type_word(path.type), in_quotes(literal.text)),
              fmt::format("write for example: {} = {}", path.written, example));
    };
    switch (path.type) {
      case ColumnType::number:
      case ColumnType::percent:
      case ColumnType::money: {
        std::optional<Decimal> number = literal.what == What::number ? Decimal::parse(literal.text) : std::nullopt;
        if (!number) return unfit("5");
        value.number = Ratio::of(*number);
        break;
      }
      case ColumnType::date: {
        std::optional<Date> day = Date::parse(literal.text);
        if (!day) return unfit("'2012-03-31'");
        value.day = day->days;
        break;
      }
      case ColumnType::period: {
        std::optional<Period> period = period_as(kind_, literal.text);
        if (!period) return unfit("'2011/12'");
        value.day = period->first().days;
        break;
      }
      case ColumnType::yes_no:
        value.text = fold(literal.text);
        if (literal.what == What::number || (value.text != "yes" && value.text != "no")) return unfit("'yes'");
        break;
      case ColumnType::choice: {
        if (literal.what != What::text) return unfit(fmt::format("'{}'", literal.text));
        const ColumnDefinition* column = definition(path);
        if (column && std::find(column->choices.begin(), column->choices.end(), literal.text) == column->choices.end()) {
          problem("choice-unknown", literal,
                  fmt::format("{} is not a choice of {}.", in_quotes(literal.text), in_quotes(path.written)),
                  one_of(literal.text, column->choices));
        }
        break;
      }
      case ColumnType::text:
      case ColumnType::measure:
      case ColumnType::link:
      case ColumnType::id:
        if (literal.what != What::text) return unfit(fmt::format("'{}'", literal.text));
        break;
    }
    node.values.push_back(std::move(value));
  }

  std::string_view text_;
  const Register& of_;
  const Card& card_;
  const Place& place_;
  Problems& problems_;
  PeriodKind kind_;
  std::vector<ConditionWord> words_;
  std::vector<ConditionNode> nodes_;
  std::size_t at_ = 0;
  bool good_ = true;
  bool stopped_ = false;
};

}  // namespace

std::optional<Condition> parse_condition(std::string_view text, const Register& of, const Card& card, const Place& place,
                                         Problems& problems, PeriodKind kind) {
  return Parser(text, of, card, place, problems, kind).parse();
}

}  // namespace reportcard
