// SPDX-License-Identifier: MIT
// Cells say their value and how it is shown; the value is taken, and from what is shown how many places it has. A row or
// cell that stands there a million times is written once with a count, and is worth one look here too.
#include "tables/ods_contents.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "tables/number_format.h"

namespace reportcard {
namespace {

constexpr std::string_view sheets_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view office_space = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view table_space = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view text_space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view style_space = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr std::string_view manifest_space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
constexpr std::string_view calc_space = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
constexpr std::size_t longest_text = std::size_t{2} << 20;  // of one cell; what is longer is cut and then said to be too long
constexpr std::uint32_t far = 1u << 30;                     // beyond any row or column

std::uint32_t count_of(std::string_view value) {
  std::uint32_t out = 1;
  if (std::from_chars(value.data(), value.data() + value.size(), out).ec == std::errc::result_out_of_range) return far;
  return std::clamp<std::uint32_t>(out, 1, far);
}

std::uint32_t add_up(std::uint32_t at, std::uint32_t count) { return std::min(far, at + count); }

// What is shown, as a format: "66.0" has one place, "007" three digits, "56.7%" a place. General where it is not such.
NumberFormat format_shown(std::string_view shown, bool percent) {
  constexpr unsigned places_of_habit = 10;  // more are a division shown in full
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  NumberFormat out;
  out.kind = percent ? NumberFormat::Kind::percent : NumberFormat::Kind::general;
  std::size_t from = 0, to = shown.size();
  while (from < to && !is_digit(shown[from]) && shown[from] != '.') ++from;
  while (to > from && !is_digit(shown[to - 1])) {
    // "1.2m" is not the number that is held.
    if ((shown[to - 1] | 0x20) >= 'a' && (shown[to - 1] | 0x20) <= 'z') return out;
    --to;
  }
  const std::string_view digits = shown.substr(from, to - from);
  if (digits.empty() || digits.find_first_not_of("0123456789.,") != std::string_view::npos) return out;
  std::size_t point = digits.rfind('.');
  if (point == std::string_view::npos) {
    const std::size_t comma = digits.find(',');
    const bool one = comma != std::string_view::npos && digits.find(',', comma + 1) == std::string_view::npos;
    if (one && digits.size() - comma - 1 != 3) point = comma;
  }
  const std::size_t places = point == std::string_view::npos ? 0 : digits.size() - point - 1;
  if (places >= places_of_habit) return out;
  out.kind = percent ? NumberFormat::Kind::percent : NumberFormat::Kind::number;
  out.places = static_cast<std::uint8_t>(places);
  out.whole_digits = 1;
  if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) {
    out.whole_digits = static_cast<std::uint8_t>(std::min<std::size_t>(15, std::min(point, digits.size())));
  }
  return out;
}

bool is_error_text(std::string_view text) {
  static constexpr std::string_view errors[] = {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"};
  return std::find(std::begin(errors), std::end(errors), text) != std::end(errors) || text.substr(0, 4) == "Err:";
}

class OdsListener : public XmlListener {
 public:
  explicit OdsListener(const WorkbookLimits& limits) : limits_(limits) {}
  std::vector<OdsSheet> sheets;
  bool too_large = false;

  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (skipped_ > 0) {
      ++skipped_;
    } else if (in_cell_) {
      open_in_cell(name, attributes);
    } else if (name.space == table_space) {
      open_in_table(name, attributes);
    } else if (name.space == style_space) {
      if (name.local == "style") style_ = attributes.get(style_space, "family").value_or("") == "table" ? attributes.get(style_space, "name").value_or("") : "";
      else if (name.local == "table-properties" && attributes.get(table_space, "display").value_or("") == "false") hidden_styles_.insert(style_);
    } else if (in_sheet_) {
      ++skipped_;  // forms, and whatever else is drawn on it
    }
  }

  void closed(const XmlName& name) override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (in_cell_ && name.space == table_space) {
      close_cell();
    } else if (name.space == table_space && in_sheet_) {
      if (name.local == "table-row") row_ = add_up(row_, row_times_);
      else if (name.local == "table") close_sheet();
    }
  }

  void text(std::string_view piece) override {
    if (paragraphs_ == 0 || !in_cell_ || skipped_ > 0 || text_.size() > longest_text) return;
    // White space is one blank, as in a browser.
    for (const char letter : piece) {
      const bool blank = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
      if (!blank) text_ += letter;
      else if (!text_.empty() && text_.back() != ' ' && text_.back() != line_break_in_cell) text_ += ' ';
    }
  }

 private:
  void open_in_table(const XmlName& name, const XmlAttributes& attributes) {
    if (!in_sheet_) {
      if (name.local == "table") open_sheet(attributes);
      return;
    }
    if (name.local == "table-cell") {
      open_cell(attributes, false);
    } else if (name.local == "covered-table-cell") {
      open_cell(attributes, true);
    } else if (name.local == "table-row") {
      row_times_ = count_of(attributes.get(table_space, "number-rows-repeated").value_or("1"));
      column_ = 0;
      row_begun_ = false;
      if (is_hidden(attributes)) grid().hidden_rows.push_back({row_, add_up(row_, row_times_) - 1, 0, 0});
    } else if (name.local == "table-column") {
      const std::uint32_t times = count_of(attributes.get(table_space, "number-columns-repeated").value_or("1"));
      if (is_hidden(attributes)) grid().hidden_columns.push_back({0, 0, table_column_, add_up(table_column_, times) - 1});
      table_column_ = add_up(table_column_, times);
    } else if (name.local == "shapes" || name.local == "table") {
      ++skipped_;
    }
  }

  static bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes.get(table_space, "visibility").value_or("visible");
    return visibility == "collapse" || visibility == "filter";
  }

  void open_sheet(const XmlAttributes& attributes) {
    if (sheets.size() >= 10'000) return fail();
    const std::string style(attributes.get(table_space, "style-name").value_or(""));
    sheets.push_back({std::string(attributes.get(table_space, "name").value_or("")), hidden_styles_.contains(style), SheetGrid(limits_)});
    in_sheet_ = true;
    row_ = 0;
    table_column_ = 0;
  }

  void close_sheet() {
    in_sheet_ = false;
    bytes_ += grid().bytes();
    if (bytes_ > limits_.part_bytes) return fail();
    // What other workbooks' cells were worth when they were last looked at lies in sheets of its own.
    if (sheets.back().name.substr(0, 6) == "'file:") sheets.pop_back();
  }

  void open_cell(const XmlAttributes& attributes, bool covered) {
    in_cell_ = true;
    covered_ = covered;
    cell_times_ = 1;
    type_.clear(), value_.clear(), text_.clear(), formula_.clear();
    has_text_value_ = false;
    is_error_ = false;
    paragraphs_ = 0;
    std::uint32_t columns = 1, rows = 1;
    attributes.each([&](const XmlName& name, std::string_view value) {
      if (name.space == table_space) {
        if (name.local == "number-columns-repeated") cell_times_ = count_of(value);
        else if (name.local == "number-columns-spanned") columns = count_of(value);
        else if (name.local == "number-rows-spanned") rows = count_of(value);
        else if (name.local == "formula") formula_ = value.substr(0, 1'000);
      } else if (name.space == office_space) {
        if (name.local == "value-type") {
          type_ = value;
        } else if (name.local == "value" || name.local == "date-value" || name.local == "time-value" || name.local == "boolean-value") {
          value_ = value;
        } else if (name.local == "string-value") {
          value_ = value.substr(0, longest_text);
          has_text_value_ = true;
        }
      } else if (name.space == calc_space && name.local == "value-type") {
        is_error_ = value == "error";
      }
    });
    if ((columns > 1 || rows > 1) && grid().merges.size() < 100'000) {
      grid().merges.push_back({row_, add_up(row_, rows) - 1, column_, add_up(column_, columns) - 1});
    }
  }

  void open_in_cell(const XmlName& name, const XmlAttributes& attributes) {
    if (name.space != text_space || name.local == "ruby-text" || name.local == "note") {
      ++skipped_;  // a comment, a picture
    } else if (name.local == "p" || name.local == "h") {
      if (paragraphs_++ > 0) text_ += line_break_in_cell;
    } else if (name.local == "s") {
      if (text_.size() < longest_text) text_.append(std::min<std::uint32_t>(100, count_of(attributes.get(text_space, "c").value_or("1"))), ' ');
    } else if (name.local == "tab") {
      text_ += ' ';
    } else if (name.local == "line-break") {
      text_ += line_break_in_cell;
    }
  }

  void close_cell() {
    in_cell_ = false;
    if (!covered_) put_cell();
    column_ = add_up(column_, cell_times_);
  }

  void put_cell() {
    if (!formula_.empty() && !grid().linked && formula_.find("'file:") != std::string::npos) {
      grid().linked = CellRange{row_, row_, column_, column_};
    }
    shown_.clear();
    const std::string_view shown = trim(text_);
    if (is_error_ || (!formula_.empty() && is_error_text(shown))) return put(Stored::error, shown);
    if (type_.empty() || type_ == "void") {
      if (!formula_.empty() && shown.empty()) return put(Stored::error, {}, true);
      return put(Stored::text, shown);
    }
    // A truth whose cell has another format is a number to LibreOffice, but shown as what it is.
    if (type_ == "float" && (shown == "TRUE" || shown == "FALSE")) return put(Stored::yes_no, shown == "TRUE" ? "yes" : "no");
    if (type_ == "float" || type_ == "currency" || type_ == "percentage") {
      if (!append_number(shown_, value_, format_shown(shown, type_ == "percentage"))) shown_ = value_;
      return put(Stored::number, shown_);
    }
    if (type_ == "date") {
      append_iso_day(shown_, value_);
      return put(Stored::date, shown_);
    }
    if (type_ == "time") {
      if (!append_iso_time(shown_, value_)) shown_ = value_;
      return put(Stored::date, shown_);
    }
    if (type_ == "boolean") return put(Stored::yes_no, value_ == "true" ? "yes" : "no");
    if (!has_text_value_ || (value_.empty() && !shown.empty())) return put(Stored::text, shown);
    std::replace(value_.begin(), value_.end(), '\n', line_break_in_cell);
    put(Stored::text, value_);
  }

  void put(Stored stored, std::string_view text, bool uncalculated = false) {
    if (trim(text).empty() && stored != Stored::error) return;
    if (!row_begun_ && !grid().begin_row(row_, row_times_)) return fail();
    row_begun_ = true;
    for (std::uint32_t time = 0; time < cell_times_; ++time) {
      if (!grid().add(column_ + time, stored, text, uncalculated)) return fail();
    }
  }

  void fail() {
    too_large = true;
    done = true;
  }
  SheetGrid& grid() { return sheets.back().grid; }

  WorkbookLimits limits_;
  std::set<std::string> hidden_styles_;
  std::string style_;
  std::string type_, value_, text_, formula_, shown_;
  std::size_t skipped_ = 0, paragraphs_ = 0, bytes_ = 0;
  std::uint32_t row_ = 0, row_times_ = 1, column_ = 0, cell_times_ = 1, table_column_ = 0;
  bool in_sheet_ = false, in_cell_ = false, covered_ = false, row_begun_ = false, has_text_value_ = false, is_error_ = false;
};

class ManifestListener : public XmlListener {
 public:
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    if (name.space != manifest_space) return;
    if (name.local == "encryption-data") encrypted = true;
    if (name.local != "file-entry" || attributes.get(manifest_space, "full-path").value_or("") != "/") return;
    is_sheets = attributes.get(manifest_space, "media-type").value_or("").substr(0, sheets_type.size()) == sheets_type;
  }
  void closed(const XmlName&) override {}
  void text(std::string_view) override {}
  bool encrypted = false, is_sheets = false;
};

ManifestListener manifest_of(const ZipReader& zip) {
  ManifestListener listener;
  if (const auto part = zip.find("META-INF/manifest.xml")) (void)read_xml_part(zip, *part, listener);
  return listener;
}

}  // namespace

bool is_ods_package(const ZipReader& zip) {
  if (const auto part = zip.find("mimetype")) {
    ZipFault fault = ZipFault::none;
    const auto type = zip.whole(*part, 200, fault);
    if (type && type->substr(0, sheets_type.size()) == sheets_type) return true;
  }
  // Some writers leave that part out; the manifest says it again.
  return manifest_of(zip).is_sheets;
}

bool is_ods_encrypted(const ZipReader& zip) {
  // LibreOffice 24 and later put the whole package into one encrypted part.
  return zip.find("encrypted-package").has_value() || manifest_of(zip).encrypted;
}

std::vector<OdsSheet> read_ods_sheets(const ZipReader& zip, const WorkbookLimits& limits, PartFault& fault) {
  const auto part = zip.find("content.xml");
  if (!part) {
    fault.zip = ZipFault::damaged;
    return {};
  }
  OdsListener listener(limits);
  fault = read_xml_part(zip, *part, listener);
  if (listener.too_large) fault.zip = ZipFault::too_large;
  return std::move(listener.sheets);
}

}  // namespace reportcard
