// SPDX-License-Identifier: MIT
// The files of open data and their descriptions.
#include "site/downloads.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "card/card.h"
#include "engine/print.h"
#include "site/figures_csv.h"
#include "site/marking.h"
#include "tables/csv.h"

namespace reportcard {

namespace {

// Commentary is given as it is printed, with its figures in their places.
std::string register_csv(const View& view, const PublicRegister& of) {
  std::vector<std::string> header;
  for (int at = 0; at < static_cast<int>(of.columns()); ++at) header.push_back(of.column(at).name);
  CsvWriter to(header);
  for (std::size_t row = 0; row < of.rows(); ++row) {
    for (int at = 0; at < static_cast<int>(of.columns()); ++at) {
      const ColumnType type = of.column(at).type;
      if (type == ColumnType::number || type == ColumnType::percent || type == ColumnType::money) to.number(of.text(row, at));
      else to.text(view.text_as_printed(of, row, at));
    }
    to.end_row();
  }
  return to.take();
}

std::string_view kind_of(MeasureKind kind) {
  constexpr std::string_view names[] = {"value", "count", "sum", "mean", "median", "share", "rate", "within", "latest", "formula"};
  return names[static_cast<std::size_t>(kind)];
}

std::string definitions_json(const View& view) {
  JsonWriter to;
  to.begin_array();
  for (const PublicMeasure& m : view.measures()) {
    const Measure& d = *m.definition;
    to.begin_object();
    const auto say = [&](std::string_view key, std::string_view words) {
      if (!words.empty()) to.key(key).text(words);
    };
    say("id", d.id);
    say("title", d.title);
    say("kind", kind_of(d.kind));
    say("from", d.from);
    say("where", d.where.written);
    say("meets", d.meets.written);
    if (d.of) say("of", d.of->written);
    say("formula", d.formula_written);
    say("periods", kind_name(d.periods));
    if (!d.split_names.empty()) {
      to.key("split").begin_array();
      for (const std::string& name : d.split_names) to.text(name);
      to.end_array();
    }
    constexpr std::string_view parts[] = {"apart", "add", "some"};
    to.key("parts").text(parts[static_cast<std::size_t>(d.parts)]);
    if (d.limit) say("limit", d.limit->title.empty() ? d.limit->id : d.limit->title);
    say("denominator", d.denominator);
    if (d.kind == MeasureKind::rate) to.key("per").number(std::to_string(d.per));
    say("published", d.published);
    to.key("unit").text(unit_name(d.unit));
    constexpr std::string_view better[] = {"higher", "lower", "none"};
    to.key("better").text(better[static_cast<std::size_t>(d.better)]);
    if (d.baseline) say("baseline", d.baseline->name());
    if (!d.targets.empty()) {
      to.key("targets").begin_array();
      for (const Target& target : d.targets) {
        to.begin_object();
        if (target.period) to.key("period").text(target.period->name());
        to.key("value").number(target.value.plain()).end_object();
      }
      to.end_array();
      to.key("target_whose").text(d.target_whose);
    }
    say("bands", d.bands);
    to.key("few").number(std::to_string(d.few));
    if (d.size_many) to.key("size").text("many");
    if (!d.many_choices.empty()) {
      to.key("size").begin_array();
      for (const std::string& choice : d.many_choices) to.text(choice);
      to.end_array();
    }
    constexpr std::string_view counts[] = {"things", "cases", "people"};
    to.key("counts").text(counts[static_cast<std::size_t>(d.counts)]);
    if (!d.serves.empty()) {
      to.key("serves").begin_array();
      for (const std::string& outcome : d.serves) to.text(outcome);
      to.end_array();
    }
    say("population", d.population);
    say("note", d.note);
    if (!d.cannot_tell.empty()) {
      to.key("cannot_tell").begin_array();
      for (const std::string& line : d.cannot_tell) to.text(line);
      to.end_array();
    }
    to.end_object();
  }
  to.end_array();
  return to.take();
}

std::string bands_json(const View& view) {
  JsonWriter to;
  to.begin_object();
  std::vector<std::string> done;
  for (const PublicMeasure& m : view.measures()) {
    const Bands* bands = view.bands(m);
    if (bands == nullptr || std::find(done.begin(), done.end(), bands->id) != done.end()) continue;
    done.push_back(bands->id);
    to.key(bands->id).begin_array();
    for (const Band& band : bands->bands) to.begin_object().key("name").text(band.name).key("from").number(band.from.plain()).end_object();
    to.end_array();
  }
  to.end_object();
  return to.take();
}

void resource(JsonWriter& to, const Tree& tree, const std::string& path, std::string_view title, const std::vector<DataColumn>& columns) {
  const std::string& bytes = tree.at("downloads/" + path);
  to.begin_object().key("name").text(std::string_view(path).substr(0, path.rfind('.'))).key("path").text(path).key("title").text(title);
  const bool csv = path.ends_with(".csv");
  to.key("format").text(csv ? "csv" : "json").key("mediatype").text(csv ? "text/csv" : "application/json").key("encoding").text("utf-8");
  to.key("bytes").number(std::to_string(bytes.size())).key("hash").text("sha256:" + sha256_hex(bytes));
  if (csv) {
    to.key("schema").begin_object().key("fields").begin_array();
    for (const DataColumn& column : columns) {
      to.begin_object().key("name").text(column.name).key("type").text(column.type).key("description").text(column.means).end_object();
    }
    to.end_array().key("missingValues").begin_array().text("").end_array().end_object();
  }
  to.end_object();
}

std::vector<DataColumn> columns_of(const PublicRegister& of) {
  std::vector<DataColumn> columns;
  for (int at = 0; at < static_cast<int>(of.columns()); ++at) {
    const ColumnDefinition& column = of.column(at);
    const bool number = column.type == ColumnType::number || column.type == ColumnType::percent || column.type == ColumnType::money;
    columns.push_back({column.name, number ? "number" : column.type == ColumnType::date ? "date" : "string", column.help.empty() ? std::string_view(column.title) : std::string_view(column.help)});
  }
  return columns;
}

bool has_download(const PublicRegister& of) { return of.rows() > 0 && of.columns() > 0; }

std::string package_json(const View& view, const Tree& tree) {
  JsonWriter to;
  to.begin_object().key("$schema").text("https://datapackage.org/profiles/2.0/datapackage.json");
  to.key("name").text(slug(view.title() + " " + view.period().name())).key("title").text(view.title() + ", " + view.period().said());
  const std::string marked = marking_sentence(view.audience());
  if (!view.licence().empty() || !marked.empty()) to.key("description").text(marked + (marked.empty() || view.licence().empty() ? "" : " ") + view.licence());
  to.key("version").text(figures_schema);
  to.key("created_by").text("reportcard " + view.version());
  if (!view.publisher().empty()) to.key("contributors").begin_array().begin_object().key("title").text(view.publisher()).end_object().end_array();
  to.key("resources").begin_array();
  resource(to, tree, "figures.csv", "Every figure", figure_columns());
  resource(to, tree, "comparisons.csv", "Our figures beside those of other places", comparison_columns());
  for (const PublicMeasure& m : view.measures()) resource(to, tree, "measure-" + m.id() + ".csv", m.title(), figure_columns());
  for (const PublicRegister& of : view.registers()) {
    if (has_download(of)) resource(to, tree, "register-" + of.id() + ".csv", of.title(), columns_of(of));
  }
  resource(to, tree, "definitions.json", "What each measure is", {});
  resource(to, tree, "bands.json", "Lower bounds of bands", {});
  to.end_array().end_object();
  return to.take();
}

}  // namespace

void add_downloads(const Edition& edition, const View& view, Tree& tree) {
  // Each measure has its own file; the file of all is the same rows under one header.
  std::string all = figures_csv(edition.card, {});
  for (const Measure& m : edition.card.measures) {
    if (!is_shown_to(edition.audience, m.audience)) continue;
    std::string one = figures_csv(edition.card, edition.figures, m.id);
    all.append(one, one.find('\n') + 1);
    tree["downloads/measure-" + m.id + ".csv"] = std::move(one);
  }
  tree["downloads/figures.csv"] = std::move(all);
  tree["downloads/comparisons.csv"] = comparisons_csv(edition.card, edition.figures, edition.audience);
  for (const PublicRegister& of : view.registers()) {
    if (has_download(of)) tree["downloads/register-" + of.id() + ".csv"] = register_csv(view, of);
  }
  tree["downloads/definitions.json"] = definitions_json(view);
  tree["downloads/bands.json"] = bands_json(view);
  tree["downloads/datapackage.json"] = package_json(view, tree);
}

std::string stylesheet(const View& view) {
  std::string css(library_file("site/style.css").value_or(std::string_view()));
  // The margin boxes of @page carry our own header and footer; only CSS can put words there.
  const auto quoted = [](const std::string& words) {
    std::string out = "\"";
    for (const char c : words) {
      if (c == '"' || c == '\\') out += '\\';
      out += c == '\n' ? ' ' : c;
    }
    return out + "\"";
  };
  css += "@page{@top-left{content:" + quoted(view.title() + ", " + view.period().said()) + "}@bottom-left{content:" + quoted(marking_sentence(view.audience()) + (view.audience() == Audience::public_ || view.banner().empty() ? "" : " ") + view.banner()) + "}}\n";
  return css;
}

}  // namespace reportcard
