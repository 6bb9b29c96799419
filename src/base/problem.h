// SPDX-License-Identifier: MIT
// What can be wrong with somebody's folder, said so that they can mend it: where, what, remedy.
// There is one form of problem in the whole program; nothing that reads input throws.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// Where something stands. Lines and columns count from 1; columns count code points; 0 is "the whole file".
struct Place {
  std::string file;         // as the user knows it: relative to the card folder, '/' between parts
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;  // code points to underline; 0 draws no caret
  std::string cell;          // "Outcomes!D14" in a workbook, else empty
  std::string excerpt;       // the line as typed (at most 300 bytes, cut on a code point), for the caret
  std::uint32_t excerpt_from = 1;  // the column at which the excerpt begins: above 1 only where a long line was cut
};

// A text with a name: the bytes of one file, from which places are made.
// The caller keeps `text` alive; a Place copies what it needs.
struct Source {
  std::string name;
  std::string_view text;
  Place at(std::size_t offset, std::size_t length = 1) const;  // byte offset and byte length into `text`
  // The same for a reader that knows the line and where it starts: at() looks through all the text before it.
  Place in_line(std::uint32_t number, std::size_t line_start, std::size_t offset, std::size_t length = 1) const;
  Place line(std::uint32_t number) const;                      // the whole line, no caret
};

// For a message about another row or cell of the same file: "line 14", or "cell Outcomes!D14" of a workbook.
std::string spot_said(const Place& place);
// "data/care.csv, line 14", "data/card.xlsx: Outcomes!D14"; the file alone where the place is the whole of it.
std::string place_said(const Place& place);

enum class Severity : std::uint8_t { note, warning, error };

struct Problem {
  Severity severity = Severity::error;
  std::string code;     // stable, kebab-case; each has its page in docs/problems.md
  Place place;
  std::string message;  // one sentence about the user's file
  std::string remedy;   // what to do; empty only for notes
};

// A sink: readers put in all they find and go on. Not for use from two threads at once; merge instead.
class Problems {
 public:
  void error(std::string_view code, Place place, std::string message, std::string remedy);
  void warning(std::string_view code, Place place, std::string message, std::string remedy);
  void note(std::string_view code, Place place, std::string message, std::string remedy = {});
  void add(Problem problem);
  void merge(Problems other);
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) != 0; }
  bool empty() const { return all_.empty(); }
  const std::vector<Problem>& all() const { return all_; }
  // By severity (errors last, where the eye is), then by file, line and column. Equal problems once.
  std::vector<Problem> sorted() const;
  void make_warnings_errors();  // --strict

 private:
  std::vector<Problem> all_;
};

// As printed for people. More than ten of one code in one file are one heading with their places.
std::string print_problems(const std::vector<Problem>& problems, bool colour);
// For machines: an array of objects, one a line.
std::string print_problems_json(const std::vector<Problem>& problems);

}  // namespace reportcard
