// SPDX-License-Identifier: MIT
#include "engine/edition_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "engine/comparing.h"
#include "engine/print.h"

namespace reportcard {
namespace {

// One figure's name: measure, place, choice, period.
using FigureKey = std::tuple<std::string, std::string, std::string, std::optional<Period>>;
FigureKey key_of(const KeptFigure& f) { return {f.measure, f.area_code, f.choice, f.period}; }

// Which figure a reader was shown of each name: the computed one where it is known or kept back, else the published.
std::map<FigureKey, std::size_t> shown_figures(const KeptEdition& edition) {
  std::map<FigureKey, std::size_t> shown;
  for (std::size_t i = 0; i < edition.figures.size(); ++i) {
    const KeptFigure& figure = edition.figures[i];
    const auto [at, fresh] = shown.emplace(key_of(figure), i);
    if (!fresh && figure.computed && (figure.is_known() || figure.is_hidden())) at->second = i;
  }
  return shown;
}

// Keys that make another figure of it, so that an earlier value is not comparable. A new target or title is none.
bool counts_anew(std::string_view key) {
  static const std::set<std::string_view> same = {"title", "better", "target", "tolerance", "baseline", "bands", "few", "size", "decimals",
                                                  "compare_as", "counts", "hide", "published", "breaks"};
  return same.count(key) == 0;
}

std::vector<std::string> keys_changed(const Definition& before, const Definition& now, bool& anew) {
  std::vector<std::string> order;
  for (const Definition* one : {&now, &before}) {
    for (const auto& [key, value] : *one) {
      if (std::find(order.begin(), order.end(), key) == order.end()) order.push_back(key);
    }
  }
  const auto all_of = [](const Definition& definition, const std::string& key) {
    std::string text;
    for (const auto& [name, value] : definition) {
      if (name == key) text += (text.empty() ? "" : "; ") + value;
    }
    return text;
  };
  std::vector<std::string> said;
  for (const std::string& key : order) {
    const std::string was = all_of(before, key), is = all_of(now, key);
    if (was == is) continue;
    said.push_back(was.empty() ? fmt::format("{}: {}, not given before", key, is)
                   : is.empty() ? fmt::format("{}: no longer given, was {}", key, was)
                                : fmt::format("{}: {}, was {}", key, is, was));
    anew = anew || counts_anew(key);
  }
  return said;
}

// Rows of the register `revisions`, as far as a reader may see them.
struct Revisions {
  const Card& card;
  const Records* rows;
  Audience reader;

  std::string text(std::size_t row, std::string_view column) const { return rows->text(row, column); }
  bool is_correction(std::size_t row) const { return text(row, "kind") == "correction"; }
  bool is_for(std::size_t row, const std::string& edition) const {
    const std::string of = text(row, "edition");
    return of.empty() || of == edition || edition.empty();
  }
  // A blank cell of the row fits every part, place or period of the measure.
  std::optional<std::size_t> why(const KeptFigure& f, const std::string& edition) const {
    for (std::size_t row = 0; rows && row < rows->rows; ++row) {
      if (text(row, "measure") != f.measure || !is_for(row, edition)) continue;
      const std::string choice = text(row, "choice"), period = text(row, "period"), area = text(row, "area");
      if (!choice.empty() && choice != f.choice && slug(choice) != slug(f.choice)) continue;
      if (!period.empty() && (!f.period || period != f.period->name())) continue;
      if (!area.empty() && fold(area) != fold(f.area_name) && area != f.area_code) continue;
      return row;
    }
    return {};
  }
  bool is_shown(std::size_t row) const { return is_shown_to(reader, audience_of_row(card, *rows, row)); }
};

class Comparer {
 public:
  Comparer(const Card& card, const KeptEdition& before, const KeptEdition& now, Audience reader, const KeptEdition* today)
      : card_(card), before_(before), now_(now), reader_(reader), was_(shown_figures(before)), is_(shown_figures(now)),
        revisions_{card, card.find_records("revisions"), reader} {
    if (today) {
      for (const auto& [key, at] : shown_figures(*today)) {
        if (today->figures[at].is_hidden()) hidden_today_.insert(key);
      }
    }
  }

  std::vector<EditionChange> run() {
    definitions();
    for (const KeptMeasure& measure : now_.measures) {
      if (!sees(measure) || !find(before_, measure.id)) continue;
      figures_of(measure);
    }
    corrections_alone();
    std::stable_sort(all_.begin(), all_.end(), [](const EditionChange& a, const EditionChange& b) { return a.kind < b.kind; });
    return std::move(all_);
  }

 private:
  // What the card keeps from this reader today is not told by way of what was.
  bool sees(const KeptMeasure& measure) const {
    const Measure* today = card_.measure(measure.id);
    return is_shown_to(reader_, measure.audience) && (!today || is_shown_to(reader_, today->audience));
  }
  const KeptMeasure* find(const KeptEdition& edition, std::string_view id) const {
    for (const KeptMeasure& one : edition.measures) {
      if (one.id == id && sees(one)) return &one;
    }
    return nullptr;
  }
  std::uint32_t index_of(std::string_view id) const {
    const Measure* measure = card_.measure(id);
    return measure ? static_cast<std::uint32_t>(measure - card_.measures.data()) : EditionChange::no_measure;
  }
  const std::string& own_code() const {
    static const std::string none;
    return card_.area < card_.areas.all.size() ? card_.areas.all[card_.area].code : none;
  }
  bool is_own(const KeptFigure& f) const { return now_.named_by_figures ? f.area_level.empty() || f.area_level == "authority" : f.area_code == own_code(); }

  EditionChange made(EditionChangeKind kind, const KeptMeasure& measure) const {
    EditionChange change;
    change.kind = kind;
    change.measure = measure.id;
    change.title = measure.title;
    change.index = index_of(measure.id);
    return change;
  }
  EditionChange made(EditionChangeKind kind, const KeptMeasure& measure, const KeptFigure& of) const {
    EditionChange change = made(kind, measure);
    change.choice = of.choice;
    if (!is_own(of) || now_.named_by_figures) change.area = of.area_name;
    return change;
  }

  void definitions() {
    for (const KeptMeasure& measure : now_.measures) {
      if (!sees(measure)) continue;
      const KeptMeasure* earlier = find(before_, measure.id);
      if (!earlier) {
        all_.push_back(made(EditionChangeKind::added, measure));
      } else if (earlier->hash != measure.hash) {
        EditionChange change = made(EditionChangeKind::definition, measure);
        bool anew = false;
        change.keys = keys_changed(earlier->definition, measure.definition, anew);
        if (anew) anew_.insert(measure.id);
        if (!change.keys.empty()) all_.push_back(std::move(change));
      }
    }
    for (const KeptMeasure& measure : before_.measures) {
      if (sees(measure) && !find(now_, measure.id)) all_.push_back(made(EditionChangeKind::withdrawn, measure));
    }
  }

  // The last period of a measure in which any place or part has a value (measures.md, "Current").
  std::optional<Period> current(const KeptEdition& edition, const std::string& id) const {
    std::optional<Period> latest;
    for (const KeptFigure& f : edition.figures) {
      if (f.measure != id || !f.period || (!f.is_known() && !f.is_hidden())) continue;
      if (!latest || f.period->last() > latest->last()) latest = f.period;
    }
    return latest;
  }

  void figures_of(const KeptMeasure& measure) {
    const std::optional<Period> then = current(before_, measure.id), today = current(now_, measure.id);
    std::set<std::string> parts_before, parts_now;   // choices of the card's own place with any value
    const auto parts = [&](const KeptEdition& edition, std::set<std::string>& into) {
      for (const KeptFigure& f : edition.figures) {
        if (f.measure == measure.id && is_own(f) && (f.is_known() || f.is_hidden())) into.insert(f.choice);
      }
    };
    parts(before_, parts_before);
    parts(now_, parts_now);
    for (const std::string& choice : parts_before) {
      if (parts_now.count(choice)) continue;
      EditionChange change = made(EditionChangeKind::withdrawn, measure);
      change.choice = choice;
      all_.push_back(std::move(change));
    }
    std::set<std::string> new_parts;
    for (std::size_t i = 0; i < now_.figures.size(); ++i) {
      const KeptFigure& f = now_.figures[i];
      if (f.measure != measure.id || is_.at(key_of(f)) != i) continue;
      if (is_own(f) && parts_now.count(f.choice) && !parts_before.count(f.choice)) {
        if (!new_parts.insert(f.choice).second) continue;
        EditionChange change = made(EditionChangeKind::added, measure);
        change.choice = f.choice;
        all_.push_back(std::move(change));
        continue;
      }
      same_period(measure, f, i, then);
      const bool told = f.is_known() || f.is_hidden() || !f.symbol.empty();
      if (then && today && *then < *today && f.period == today && is_own(f) && told) moved(measure, f, i, *then);
    }
    gone(measure, parts_now);
  }

  // A figure of a period that the earlier edition told of already.
  void same_period(const KeptMeasure& measure, const KeptFigure& now, std::size_t at, std::optional<Period> then) {
    const auto found = was_.find(key_of(now));
    const KeptFigure* before = found == was_.end() ? nullptr : &before_.figures[found->second];
    const bool was_known = before && before->is_known(), was_hidden = before && before->is_hidden();
    if (!was_known && !was_hidden) {
      const bool past = then && now.period && now.period->last() <= then->last();
      if (!past || (!now.is_known() && !now.is_hidden())) return;
      EditionChange change = made(EditionChangeKind::added, measure, now);
      change.now = &now;
      all_.push_back(std::move(change));
      return;
    }
    if (!now.is_known() && !now.is_hidden()) return;   // see gone()
    if (now.is_hidden() && was_hidden) return;
    const bool counts = before->numerator != now.numerator || before->denominator != now.denominator;
    const bool value = now.is_known() && was_known && before->shown != now.shown && !(before_.numbers[found->second].value == now_.numbers[at].value);
    if (now.is_known() == was_known && !value && !(counts && before->shown == now.shown && before->numerator && now.numerator)) return;
    EditionChange change = made(EditionChangeKind::revised, measure, now);
    change.before = before;
    change.now = &now;
    change.row = revisions_.why(now, now_.id);
    change.before_shown = may_show_before(*before);
    if (change.row && revisions_.is_correction(*change.row)) change.kind = EditionChangeKind::correction;
    all_.push_back(std::move(change));
  }

  void moved(const KeptMeasure& measure, const KeptFigure& now, std::size_t at, Period then) {
    FigureKey key = key_of(now);
    std::get<3>(key) = then;
    const auto found = was_.find(key);
    EditionChange change = made(EditionChangeKind::moved, measure, now);
    change.now = &now;
    if (found != was_.end()) {
      change.before = &before_.figures[found->second];
      change.before_shown = may_show_before(*change.before);
      if (change.before_shown) change.change = set_against(change, found->second, at, then);
    }
    all_.push_back(std::move(change));
  }

  std::optional<Change> set_against(const EditionChange& of, std::size_t before, std::size_t now, Period then) const {
    const KeptFigure &was = before_.figures[before], &is = now_.figures[now];
    if (of.index == EditionChange::no_measure || was.unit != is.unit || was.unit != unit_name(card_.measures[of.index].unit)) return {};
    static const Figures none;
    const Comparing comparing(card_, none, of.index, is.choice);
    const Basis basis = is.computed ? Basis::computed : Basis::published;
    Change change = change_between(comparing, Rival::previous, comparing.see(&before_.numbers[before], basis, then),
                                   comparing.see(&now_.numbers[now], basis, *is.period));
    // Counted another way, or once computed and once published: both values stand, and no better or worse.
    if (anew_.count(of.measure) || was.computed != is.computed) {
      Change apart;
      apart.from = change.from;
      apart.to = change.to;
      apart.before = change.before;
      apart.now = change.now;
      apart.cannot = Cannot::break_between;
      return apart;
    }
    return change;
  }

  // Values that stood in the earlier edition and stand nowhere now. They are not printed again.
  void gone(const KeptMeasure& measure, const std::set<std::string>& parts_now) {
    for (const auto& [key, at] : was_) {
      const KeptFigure& before = before_.figures[at];
      if (before.measure != measure.id || !before.is_known() || (is_own(before) && !parts_now.count(before.choice))) continue;
      const auto found = is_.find(key);
      if (found != is_.end() && (now_.figures[found->second].is_known() || now_.figures[found->second].is_hidden())) continue;
      EditionChange change = made(EditionChangeKind::withdrawn, measure, before);
      change.before = &before;
      all_.push_back(std::move(change));
    }
  }

  // A value that the later edition, or what is published today, keeps back is not told by way of an earlier edition.
  bool may_show_before(const KeptFigure& before) const {
    if (!before.is_known() || hidden_today_.count(key_of(before))) return false;
    const auto found = is_.find(key_of(before));
    return found == is_.end() || now_.figures[found->second].is_known();   // a day that the later edition does not ask for
  }

  // Corrections of this edition that no changed figure shows: a sentence, a title, a figure that is gone.
  void corrections_alone() {
    std::set<std::size_t> told;
    for (const EditionChange& change : all_) {
      if (change.row) told.insert(*change.row);
    }
    for (std::size_t row = 0; revisions_.rows && row < revisions_.rows->rows; ++row) {
      if (told.count(row) || !revisions_.is_correction(row) || !revisions_.is_shown(row)) continue;
      const std::string edition = revisions_.text(row, "edition"), measure = revisions_.text(row, "measure");
      const std::optional<Date> on = Date::parse(revisions_.text(row, "on"));
      const bool between = edition.empty() && on && before_.day && now_.day && *on > *before_.day && *on <= *now_.day;
      if (edition != now_.id && !between) continue;
      const KeptMeasure* of = find(now_, measure);
      if (!of) continue;
      EditionChange change = made(EditionChangeKind::correction, *of);
      change.choice = revisions_.text(row, "choice");
      change.row = row;
      all_.push_back(std::move(change));
    }
  }

  const Card& card_;
  const KeptEdition &before_, &now_;
  Audience reader_;
  std::map<FigureKey, std::size_t> was_, is_;
  Revisions revisions_;
  std::set<FigureKey> hidden_today_;
  std::set<std::string> anew_;
  std::vector<EditionChange> all_;
};

}  // namespace

bool EditionChanges::any(EditionChangeKind kind) const {
  return std::any_of(all.begin(), all.end(), [&](const EditionChange& one) { return one.kind == kind; });
}

EditionChanges compare_editions(const Card& card, Kept before, Kept now, Audience reader, const KeptEdition* today) {
  EditionChanges changes;
  if (before) changes.all = Comparer(card, *before, *now, reader, today).run();
  // What is hidden today is not told of the later edition either.
  if (today) {
    std::set<FigureKey> hidden;
    for (const auto& [key, at] : shown_figures(*today)) {
      if (today->figures[at].is_hidden()) hidden.insert(key);
    }
    changes.all.erase(std::remove_if(changes.all.begin(), changes.all.end(), [&](const EditionChange& one) { return one.now && one.now->is_known() && hidden.count(key_of(*one.now)); }), changes.all.end());
  }
  changes.before = std::move(before);
  changes.now = std::move(now);
  return changes;
}

void check_revisions(const Card& card, const EditionChanges& changes, Problems& problems) {
  std::set<std::string> said;
  for (const EditionChange& one : changes.all) {
    if (one.kind != EditionChangeKind::revised || one.row || !one.before || !one.now || !one.now->is_known()) continue;
    if (!said.insert(one.measure).second) continue;
    const std::size_t more = static_cast<std::size_t>(std::count_if(changes.all.begin(), changes.all.end(), [&](const EditionChange& other) {
      return other.kind == EditionChangeKind::revised && !other.row && other.measure == one.measure && other.now && other.now->is_known();
    })) - 1;
    Place place = one.index == EditionChange::no_measure ? Place{} : card.measures[one.index].place;
    const std::size_t comma = one.now->place.rfind(", line ");
    if (comma != std::string::npos) {
      place = Place{};
      place.file = one.now->place.substr(0, comma);
      for (const char c : one.now->place.substr(comma + 7)) place.line = place.line * 10 + static_cast<std::uint32_t>(c >= '0' && c <= '9' ? c - '0' : 0);
    }
    problems.warning("revision-unexplained", std::move(place),
                     fmt::format("\"{}\"{} was {} for {} in the edition {}, is {} now, and nothing says why{}.", one.measure,
                                 one.choice.empty() ? std::string() : " (" + one.choice + ")", one.before->is_known() ? one.before->shown : std::string("not shown"),
                                 one.now->period ? one.now->period->said() : std::string("no given period"), changes.before->id, one.now->shown,
                                 more == 0 ? "" : more == 1 ? "; one more of its figures changed" : fmt::format("; {} more of its figures changed", more)),
                     fmt::format("add a row to data/revisions.csv: measure {}, kind revision or correction, why, on; or put the old value back", one.measure));
  }
}

}  // namespace reportcard
