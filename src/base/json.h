// SPDX-License-Identifier: MIT
// JSON written in the order given, numbers as their own text. Reading JSON is not needed here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

std::string json_text(std::string_view value);        // in quotes, escaped; wrong UTF-8 becomes U+FFFD
bool is_json_number(std::string_view as_printed);

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::string_view as_printed);  // must be a JSON number
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  std::string take();  // indented by two blanks, ends with a newline

 private:
  void before_value();
  void newline();
  std::string out_;
  std::vector<bool> has_items_;
  bool after_key_ = false;
};

}  // namespace reportcard
