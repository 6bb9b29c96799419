// SPDX-License-Identifier: MIT
#include "sources/published_rows.h"

#include <algorithm>
#include <deque>

#include "base/text.h"
#include "tables/csv_row.h"

namespace reportcard {

std::size_t PublishedRow::filled() const {
  return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty(); }));
}

namespace {

// Tabs and semicolons outside quotes made into commas, cells quoted where they hold a comma: one reader of rows for all.
// Line ends stay where they are, so that line numbers do.
std::string with_commas(std::string_view text, char separator) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  std::string cell;
  bool quoted = false;
  const auto put = [&] {
    const bool needs = cell.find(',') != std::string::npos && cell.find('"') == std::string::npos;
    out += needs ? '"' + cell + '"' : cell;
    cell.clear();
  };
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == separator || c == '\n')) {
      put();
      out += c == '\n' ? '\n' : ',';
    } else {
      cell += c;
    }
  }
  put();
  return out;
}

// The sign that parts most of the first lines; commas where no other is clearly ahead.
char separator_of(std::string_view text) {
  std::size_t commas = 0, tabs = 0, semicolons = 0;
  bool quoted = false;
  for (const char c : text.substr(0, 16384)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    commas += c == ',';
    tabs += c == '\t';
    semicolons += c == ';';
  }
  if (tabs > 2 * commas && tabs > semicolons) return '\t';
  if (semicolons > 2 * commas) return ';';
  return ',';
}

// Whether a cell as typed, its quotes aside, begins or ends with blanks.
bool is_padded(std::string_view typed) {
  if (!typed.empty() && typed.back() == '\r') typed.remove_suffix(1);
  if (typed.size() >= 2 && typed.front() == '"' && typed.back() == '"') typed = typed.substr(1, typed.size() - 2);
  return trim(typed).size() != typed.size();
}

class CsvRows : public PublishedRows {
 public:
  CsvRows(std::string file, FileBytes bytes, char separator) : file_(std::move(file)), bytes_(std::move(bytes)), separator_(separator) {}

  void each(const std::function<bool(const PublishedRow&)>& take) const override {
    walk({}, [&](const PublishedRow& row, const CsvRow&) { return row.filled() == 0 || take(row); });
  }

  Place place(std::uint32_t number, int column) const override {
    Place place;
    place.file = file_;
    place.line = number;
    walk(mark_before(number), [&](const PublishedRow& row, const CsvRow& raw) {
      if (row.number < number) return true;
      if (row.number != number) return false;
      const std::string_view text = bytes_.view();
      const Source source{file_, text};
      if (column < 0 || static_cast<std::size_t>(column) >= raw.ends.size()) {
        place = source.in_line(number, raw.begin, raw.begin, 0);
        return false;
      }
      const std::string_view cell = raw.cell(text, static_cast<std::size_t>(column));
      const std::string_view inner = trim(cell);
      const std::size_t from = static_cast<std::size_t>((inner.empty() ? cell.data() : inner.data()) - text.data());
      place = source.in_line(number, raw.begin, from, std::max<std::size_t>(1, inner.size()));
      return false;
    });
    return place;
  }

  const std::string& file() const override { return file_; }
  std::string where() const override { return file_; }
  char separator() const override { return separator_; }

 private:
  struct Mark { std::uint32_t line = 1; std::size_t offset = 0; };

  // Whoever asks for one place asks for many: the first question notes where each 256th row begins.
  Mark mark_before(std::uint32_t number) const {
    if (marks_.empty()) {
      const std::string_view text = bytes_.view();
      std::size_t rows = 0;
      walk({}, [&](const PublishedRow& row, const CsvRow& raw) {
        if (rows++ % 256 == 0) marks_.push_back({row.number, raw.begin});
        return raw.next < text.size();
      });
    }
    const auto after = std::upper_bound(marks_.begin(), marks_.end(), number, [](std::uint32_t wanted, const Mark& mark) { return wanted < mark.line; });
    return after == marks_.begin() ? Mark{} : *(after - 1);
  }

  template <class F> void walk(Mark from, const F& f) const {
    const std::string_view text = bytes_.view();
    CsvRow raw;
    PublishedRow row;
    std::deque<std::string> rooms;   // cells that had to be made; those of one row live till the next
    std::uint32_t line = from.line;
    for (std::size_t at = from.offset; at < text.size(); at = raw.next) {
      scan_row(text, at, raw);
      // A quote that is not closed swallows the rest of the file: the row ends with its line instead.
      if (raw.fault == RowFault::quote_unclosed) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        raw.ends.assign(1, end);
        raw.end = end;
        raw.next = std::min(end + 1, text.size());
      }
      row.number = line;
      row.cells.clear();
      row.padded.clear();
      rooms.clear();
      for (std::size_t column = 0; column < raw.ends.size(); ++column) {
        rooms.emplace_back();
        const std::string_view typed = raw.cell(text, column);
        const std::string_view cell = cell_text(typed, rooms.back());
        row.cells.push_back(cell);
        if (is_padded(typed)) row.padded.push_back(static_cast<int>(column));
        if (rooms.back().empty()) rooms.pop_back();
      }
      while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
      if (!f(row, raw)) return;
      line += static_cast<std::uint32_t>(count_newlines(text.substr(raw.begin, raw.next - raw.begin)));
    }
  }

  std::string file_;
  FileBytes bytes_;
  char separator_;
  mutable std::vector<Mark> marks_;
};

}  // namespace

std::unique_ptr<PublishedRows> csv_rows(const std::string& file, const PublishedText& text) {
  const char separator = separator_of(text.bytes.view());
  if (separator == ',') return std::make_unique<CsvRows>(file, text.bytes, separator);
  return std::make_unique<CsvRows>(file, FileBytes(with_commas(text.bytes.view(), separator)), separator);
}

}  // namespace reportcard
