// SPDX-License-Identifier: MIT
// workbook FILE [COLUMNS]: reads the first sheet of a workbook (so many columns of it; all, unless said) by the program's own
// reader, and prints what it took and a checksum of what was read. bench/workbooks.py makes the files and runs this.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "tables/workbook.h"

namespace {

using namespace reportcard;

// A column is of the type that its heading begins with.
CellType type_of(const std::string& heading) {
  return heading.substr(0, 3) == "day" ? CellType::date : heading.substr(0, 6) == "number" ? CellType::number : CellType::text;
}

// The most memory that this process has had. Not ru_maxrss: that of the program that started this one may stand in it.
long peak_kb() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.substr(0, 6) == "VmHWM:") return std::atol(line.c_str() + 6);
  }
  return 0;
}

struct Answer {
  std::string cells;      // as text, tab and newline between
  std::size_t bytes = 0;  // held by the table
};

Answer answer_of(const Table& table) {
  Answer out;
  for (const Column& column : table.columns) {
    out.bytes += column.stored.capacity();
    if (const auto* text = std::get_if<TextColumn>(&column.cells)) {
      for (const std::string& word : text->words) out.bytes += sizeof word + (word.capacity() > 15 ? word.capacity() : 0);
      out.bytes += text->codes.visit([](const auto& codes) { return codes.capacity() * sizeof codes[0]; });
    } else if (const auto* days = std::get_if<DateColumn>(&column.cells)) {
      out.bytes += days->days.capacity() * sizeof days->days[0];
    } else if (const auto* numbers = std::get_if<NumberColumn>(&column.cells)) {
      out.bytes += numbers->units.capacity() * sizeof numbers->units[0] + numbers->places_by_row.capacity();
    }
    out.cells += column.header + "\n";
    for (std::size_t row = 0; row < table.rows; ++row) {
      if (const auto* text = std::get_if<TextColumn>(&column.cells)) {
        out.cells += text->words[text->codes[row]];
      } else if (const auto* days = std::get_if<DateColumn>(&column.cells)) {
        if (days->days[row] != DateColumn::blank) out.cells += Date{days->days[row]}.iso();
      } else if (const auto* numbers = std::get_if<NumberColumn>(&column.cells)) {
        if (numbers->units[row] != NumberColumn::blank) out.cells += numbers->at(row).plain();
      }
      out.cells += '\n';
    }
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("workbook FILE [COLUMNS]\n", stderr);
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  Problems problems;
  std::optional<Table> table;
  {
    const auto bytes = FileBytes::map(words[1]);
    if (!bytes) {
      std::fprintf(stderr, "workbook: %s cannot be read\n", words[1]);
      return 2;
    }
    if (const auto book = open_workbook(words[1], *bytes, problems)) {
      std::vector<WantedColumn> wanted;
      for (const std::string& heading : book->headers(0)) {
        if (count > 2 && wanted.size() == static_cast<std::size_t>(std::atoi(words[2]))) break;
        wanted.push_back({heading, {}, type_of(heading), true});
      }
      table = book->read(0, wanted, problems);
    }
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const long peak = peak_kb();
  std::fputs(print_problems(problems.sorted(), false).c_str(), stderr);
  if (!table) return 1;
  const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  const Answer answer = answer_of(*table);
  std::printf("{\"rows\": %zu, \"columns\": %zu, \"wall\": %.3f, \"cpu\": %.3f, \"peak_kb\": %ld, \"table_kb\": %zu, \"sha256\": \"%s\"}\n", table->rows,
              table->columns.size(), took.count(), cpu, peak, answer.bytes / 1024, sha256_hex(answer.cells).c_str());
  return 0;
}
