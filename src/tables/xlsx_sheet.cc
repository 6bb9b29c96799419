// SPDX-License-Identifier: MIT
// Rows and cells as they come by. Values are those last calculated; a formula is only looked at to see whether it has one.
#include "tables/xlsx_sheet.h"

#include <charconv>

#include "base/text.h"
#include "tables/sheet_header.h"

namespace reportcard {
namespace {

constexpr std::size_t longest_text = std::size_t{2} << 20;  // of one cell; what is longer is cut and then said to be too long

std::optional<std::uint32_t> whole_number(std::optional<std::string_view> value) {
  std::uint32_t out = 0;
  if (!value || std::from_chars(value->data(), value->data() + value->size(), out).ec != std::errc{}) return {};
  return out;
}

bool is_true(std::optional<std::string_view> value) { return value && (*value == "1" || *value == "true"); }

class SheetListener : public XmlListener {
 public:
  SheetListener(const XlsxContext& context, bool first_rows_only, SheetGrid& grid)
      : context_(context), first_rows_only_(first_rows_only), grid_(grid) {}

  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (skipped_ > 0 || !is_sheet_space(name.space)) {
      ++skipped_;
    } else if (name.local == "c") {
      open_cell(attributes);
    } else if (name.local == "v") {
      collect_ = in_cell_ ? &value_ : nullptr;
    } else if (name.local == "t") {
      collect_ = in_cell_ ? &value_ : nullptr;
    } else if (name.local == "f") {
      has_formula_ = in_cell_;
      collect_ = in_cell_ && context_.has_links && !grid_.linked ? &formula_ : nullptr;
    } else if (name.local == "row") {
      open_row(attributes);
    } else if (name.local == "rPh") {
      ++skipped_;
    } else if (name.local == "col") {
      if (is_true(attributes.get("hidden"))) hide_columns(attributes);
    } else if (name.local == "mergeCell") {
      merge(attributes.get("ref").value_or(""));
    }
  }

  void closed(const XmlName& name) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    collect_ = nullptr;
    if (name.local == "c" && in_cell_) {
      close_cell();
      in_cell_ = false;
    } else if (name.local == "row" && first_rows_only_ && grid_.rows() > 0) {
      two_filled_ = two_filled_ || grid_.filled(grid_.rows() - 1) >= 2;
      done = done || (two_filled_ && grid_.rows() >= header_rows_looked_at) || grid_.rows() > 200;
    }
  }

  void text(std::string_view piece) override {
    if (collect_ != nullptr && skipped_ == 0 && collect_->size() + piece.size() <= longest_text) *collect_ += piece;
  }

 private:
  void open_row(const XmlAttributes& attributes) {
    const auto number = whole_number(attributes.get("r"));
    row_ = number && *number > 0 ? *number - 1 : next_row_;
    next_row_ = row_ + 1;
    next_column_ = 0;
    in_row_ = grid_.begin_row(row_);
    done = done || !in_row_;
    if (is_true(attributes.get("hidden"))) {
      if (!grid_.hidden_rows.empty() && grid_.hidden_rows.back().last_row + 1 == row_) grid_.hidden_rows.back().last_row = row_;
      else grid_.hidden_rows.push_back({row_, row_, 0, 0});
    }
  }

  void open_cell(const XmlAttributes& attributes) {
    in_cell_ = in_row_;
    value_.clear();
    formula_.clear();
    has_formula_ = false;
    type_ = 'n';
    style_ = 0;
    column_ = next_column_;
    attributes.each([this](const XmlName& name, std::string_view value) {
      if (!name.space.empty()) return;
      if (name.local == "r") {
        if (const auto at = parse_cell_name(value)) column_ = at->second;
      } else if (name.local == "s") {
        style_ = whole_number(value).value_or(0);
      } else if (name.local == "t") {
        type_ = value == "s" ? 's' : value == "str" || value == "inlineStr" ? 't' : value == "b" ? 'b' : value == "e" ? 'e' : value == "d" ? 'd' : 'n';
      }
    });
    next_column_ = column_ + 1;
  }

  void close_cell() {
    if (!formula_.empty()) note_link();
    bool went_well = true;
    switch (type_) {
      case 's': {
        const auto index = whole_number(trim(value_));
        if (index && *index < context_.strings->size()) went_well = grid_.add(column_, Stored::text, (*context_.strings)[*index]);
        else if (!value_.empty()) went_well = grid_.add(column_, Stored::error, {});
        break;
      }
      case 't':
        clean_xlsx_text(value_);
        went_well = grid_.add(column_, Stored::text, value_);
        break;
      case 'b': went_well = grid_.add(column_, Stored::yes_no, trim(value_) == "1" || trim(value_) == "true" ? "yes" : value_.empty() ? "" : "no"); break;
      case 'e': went_well = grid_.add(column_, Stored::error, value_); break;
      case 'd':
        shown_.clear();
        append_iso_day(shown_, trim(value_));
        went_well = grid_.add(column_, Stored::date, shown_);
        break;
      default: went_well = add_number(trim(value_)); break;
    }
    done = done || !went_well;
  }

  bool add_number(std::string_view held) {
    if (held.empty()) return !has_formula_ || grid_.add(column_, Stored::error, {}, true);
    const NumberFormat format = style_ < context_.formats->size() ? (*context_.formats)[style_] : NumberFormat{};
    shown_.clear();
    const bool a_day = format.kind == NumberFormat::Kind::day || format.kind == NumberFormat::Kind::day_and_time ||
                       format.kind == NumberFormat::Kind::time;
    if (a_day && append_day(shown_, held, format, context_.from_1904)) return grid_.add(column_, Stored::date, shown_);
    shown_.clear();
    if (append_number(shown_, held, format)) return grid_.add(column_, Stored::number, shown_);
    return grid_.add(column_, Stored::number, held);
  }

  // [1]Outcomes!D14: the first of the workbooks that this one has links to.
  void note_link() {
    for (std::size_t at = formula_.find('['); at != std::string::npos; at = formula_.find('[', at + 1)) {
      std::size_t end = at + 1;
      while (end < formula_.size() && formula_[end] >= '0' && formula_[end] <= '9') ++end;
      if (end == at + 1 || end >= formula_.size() || formula_[end] != ']') continue;
      grid_.linked = CellRange{row_, row_, column_, column_};
      return;
    }
  }

  void hide_columns(const XmlAttributes& attributes) {
    const auto from = whole_number(attributes.get("min")), to = whole_number(attributes.get("max"));
    if (from && to && *from > 0 && *to >= *from && grid_.hidden_columns.size() < 16'384) {
      grid_.hidden_columns.push_back({0, 0, *from - 1, *to - 1});
    }
  }

  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos || grid_.merges.size() >= 100'000) return;
    const auto from = parse_cell_name(range.substr(0, colon)), to = parse_cell_name(range.substr(colon + 1));
    if (from && to) grid_.merges.push_back({from->first, to->first, from->second, to->second});
  }

  const XlsxContext& context_;
  bool first_rows_only_;
  SheetGrid& grid_;
  std::string value_, formula_, shown_;
  std::string* collect_ = nullptr;
  std::size_t skipped_ = 0;
  std::uint32_t row_ = 0, next_row_ = 0, column_ = 0, next_column_ = 0, style_ = 0;
  bool two_filled_ = false;  // a row with two filled cells, which may be that of headings
  bool in_row_ = false, in_cell_ = false, has_formula_ = false;
  char type_ = 'n';
};

}  // namespace

PartFault read_xlsx_sheet(const ZipReader& zip, std::size_t part, const XlsxContext& context, bool first_rows_only, SheetGrid& grid) {
  SheetListener listener(context, first_rows_only, grid);
  PartFault fault = read_xml_part(zip, part, listener);
  grid.drop_blank_rows();
  if (grid.too_large) fault.zip = ZipFault::too_large;
  if (grid.out_of_order) fault.zip = ZipFault::damaged;
  return fault;
}

}  // namespace reportcard
