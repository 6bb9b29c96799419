// SPDX-License-Identifier: MIT
#include "site/answers.h"

#include "site/state.h"

namespace reportcard {

bool asks_for_action(const PublicRegister& findings, std::size_t row) { return findings.text(row, "kind") != "strength"; }

Answers answers_of(const View& view) {
  Answers all{view.find("findings"), view.find("actions"), view.find("council-inspections"), {}, {}, {}, {}};
  if (all.actions != nullptr) {
    const int state_column = all.actions->find("state");
    std::vector<std::string> order;
    if (state_column >= 0) order = all.actions->column(state_column).choices;
    order.emplace_back();
    for (const std::string& word : order) {
      std::vector<std::size_t> rows;
      for (std::size_t row = 0; row < all.actions->rows(); ++row) {
        if (all.actions->text(row, state_column) == word) rows.push_back(row);
      }
      if (!rows.empty()) all.by_state.emplace_back(word, std::move(rows));
    }
    for (std::size_t row = 0; row < all.actions->rows(); ++row) {
      for (const std::string& id : all.actions->links(row, all.actions->find("finding"))) all.by_finding[id].push_back(row);
    }
  }
  if (all.findings != nullptr) {
    for (std::size_t row = 0; row < all.findings->rows(); ++row) {
      if (!asks_for_action(*all.findings, row) || all.by_finding.count(all.findings->id_of(row)) != 0) continue;
      const bool answered = !all.findings->text(row, "answered_in").empty() || all.findings->pointed_at(row, "actions") != 0;
      (answered ? all.elsewhere : all.unanswered).push_back(row);
    }
  }
  return all;
}

bool day_passed(const View& view, const PublicRegister& of, std::size_t row) {
  const auto due = Date::parse(of.text(row, "due"));
  const Date last = view.as_at().value_or(view.period().last());
  const Progress at = progress_of(of.text(row, "state"));
  return due && *due < last && at != Progress::said_done && at != Progress::seen;
}

}  // namespace reportcard
