// SPDX-License-Identifier: MIT
// Published files in a card folder. The room `sources` knows the series; this is what it offers to the reader of a card,
// which knows none of them: rows of registers, made from the files of data/ that some series recognises by their content.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"
#include "card/areas.h"
#include "card/register.h"
#include "card/source_plan.h"
#include "tables/table.h"

namespace reportcard {

struct GivenRegister {
  std::optional<Register> definition;   // of a table of values; none: the library's register
  Table table;
  std::string file;                     // the file, or the first of several, as the user knows it
  std::string said;                     // "data/referrals.csv", "6 lists of Ofsted"
};

class Publications {
 public:
  virtual ~Publications() = default;
  // Whether some series knows what stands in this file.
  virtual bool knows(const std::string& name, const FileBytes& bytes) const = 0;
  // The registers made of these files, by id. X.meta.csv among them helps to read X.csv. Each row keeps its place.
  virtual std::map<std::string, GivenRegister> read(const std::map<std::string, FileBytes>& files, const SourcePlans& plans, const Areas& areas,
                                                    Problems& problems) const = 0;
};

}  // namespace reportcard
