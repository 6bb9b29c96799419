// SPDX-License-Identifier: MIT
// Text made safe once. Only `Html` may reach a browser, and only these functions make it: text is always escaped,
// and bare markup can only be a literal of the program. Flat: elements are written as they come, one buffer a page, no tree.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace reportcard {

// Markup as the program has it in its text. Made by the compiler only, so nothing read from a file can become markup.
struct Markup {
  template <std::size_t N> consteval Markup(const char (&markup)[N]) : view(markup, N - 1) {}  // NOLINT: meant to be implicit
  std::string_view view;
};

class Html {
 public:
  Html() = default;
  explicit Html(std::size_t expected_bytes) { out_.reserve(expected_bytes); }
  Html& add(Markup markup) { out_.append(markup.view); return *this; }
  Html& add(const Html& other) { out_.append(other.out_); return *this; }
  Html& text(std::string_view words);               // escaped; right inside a quoted attribute too
  Html& number(std::int64_t value);
  struct Attribute { std::string_view name, value; };
  Html& open(std::string_view element, std::initializer_list<Attribute> attributes = {});   // <p class="x">
  Html& close(std::string_view element);
  Html& empty(std::string_view element, std::initializer_list<Attribute> attributes = {});  // <br>, <meta ...>
  Html& element(std::string_view name, std::string_view words, std::initializer_list<Attribute> attributes = {});
  bool is_empty() const { return out_.empty(); }
  std::size_t size() const { return out_.size(); }
  std::string_view view() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void start_tag(std::string_view element, std::initializer_list<Attribute> attributes);
  std::string out_;
};

}  // namespace reportcard
