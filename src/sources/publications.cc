// SPDX-License-Identifier: MIT
#include "sources/publications.h"

#include <algorithm>

#include "sources/series.h"

namespace reportcard {

namespace {

constexpr std::string_view meta_ending = ".meta.csv";

bool ends_with(std::string_view name, std::string_view ending) { return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending; }

std::string stem(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
  return std::string(last.substr(0, last.rfind('.')));
}

std::shared_ptr<const PublishedRows> rows_of(const std::string& name, const FileBytes& bytes) {
  const auto text = read_text(bytes);
  return text ? csv_rows(name, *text) : nullptr;
}

class AllSeries : public Publications {
 public:
  bool knows(const std::string& name, const FileBytes& bytes) const override {
    const auto rows = rows_of(name, bytes);
    return rows != nullptr && series_of(*rows) != nullptr;
  }

  std::map<std::string, GivenRegister> read(const std::map<std::string, FileBytes>& files, const SourcePlans& plans, const Areas& areas,
                                            Problems& problems) const override {
    std::map<std::string, GivenRegister> made;
    std::map<const Series*, std::vector<SourceFile>> together;
    for (const auto& [name, bytes] : files) {
      if (ends_with(name, meta_ending)) continue;
      const auto rows = rows_of(name, bytes);
      const Series* series = rows ? series_of(*rows) : nullptr;
      if (series == nullptr) continue;
      SourceFile file{rows, nullptr};
      const auto meta = files.find(name.substr(0, name.rfind('.')) + std::string(meta_ending));
      if (meta != files.end()) file.meta = rows_of(meta->first, meta->second);
      if (series->together) together[series].push_back(std::move(file));
      else keep(made, series->read({file}, wishes_for(name, plans), areas, problems), name, name);
    }
    for (const auto& [series, of] : together) {
      const std::string first = of.front().rows->file();
      keep(made, series->read(of, wishes_for(first, plans), areas, problems), first,
           of.size() == 1 ? first : std::to_string(of.size()) + " lists of " + std::string(series->publisher));
    }
    return made;
  }

 private:
  static SourceWishes wishes_for(const std::string& file, const SourcePlans& plans) {
    SourceWishes wishes;
    wishes.id = stem(file);
    for (const SourcePlan& plan : plans) {
      if (plan.file != file) continue;
      wishes.id = plan.id;
      wishes.indicators = plan.indicators;
      wishes.reporting_year_ends = plan.reporting_year_ends;
    }
    return wishes;
  }

  static void keep(std::map<std::string, GivenRegister>& made, std::vector<PublishedTable> tables, const std::string& file, const std::string& said) {
    for (PublishedTable& one : tables) {
      GivenRegister given;
      given.definition = std::move(one.definition);
      given.table = std::move(one.table);
      given.file = file;
      given.said = said;
      made.insert_or_assign(one.register_id, std::move(given));
    }
  }
};

}  // namespace

const Publications& published_series() {
  static const AllSeries series;
  return series;
}

}  // namespace reportcard
