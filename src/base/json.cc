// SPDX-License-Identifier: MIT
// JSON written in the order given, numbers as their own text.
#include "base/json.h"

#include <utility>

#include "base/utf8.h"

namespace reportcard {

std::string json_text(std::string_view value) {
  constexpr char hex[] = "0123456789abcdef";
  std::string out;
  out.reserve(value.size() + 2);
  out += '"';
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = code_point_at(value, at);
    switch (point.value) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (!point.valid) {
          out += "\xEF\xBF\xBD";
        } else if (point.value < 0x20 || point.value == 0x7F) {
          out += "\\u00";
          out += hex[point.value >> 4];
          out += hex[point.value & 15];
        } else {
          out.append(value.substr(at, point.bytes));
        }
    }
    at += point.bytes;
  }
  out += '"';
  return out;
}

bool is_json_number(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at - start;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const std::size_t start = at;
  const std::size_t whole = digits();
  if (whole == 0 || (whole > 1 && text[start] == '0')) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (digits() == 0) return false;
  }
  return at == text.size();
}

void JsonWriter::newline() {
  out_ += '\n';
  out_.append(has_items_.size() * 2, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) out_ += ',';
  has_items_.back() = true;
  newline();
}

JsonWriter& JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  const bool items = !has_items_.empty() && has_items_.back();
  if (!has_items_.empty()) has_items_.pop_back();
  if (items) newline();
  out_ += '}';
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  const bool items = !has_items_.empty() && has_items_.back();
  if (!has_items_.empty()) has_items_.pop_back();
  if (items) newline();
  out_ += ']';
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  out_ += json_text(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  before_value();
  out_ += json_text(value);
  return *this;
}

JsonWriter& JsonWriter::number(std::string_view as_printed) {
  before_value();
  // A text is a wrong type, which a reader notices; bytes that are no JSON would lose the whole file.
  out_ += is_json_number(as_printed) ? std::string(as_printed) : json_text(as_printed);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

std::string JsonWriter::take() {
  std::string out = std::move(out_);
  out += '\n';
  out_.clear();
  has_items_.clear();
  after_key_ = false;
  return out;
}

}  // namespace reportcard
