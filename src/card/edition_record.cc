// SPDX-License-Identifier: MIT
#include "card/edition_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "card/card.h"
#include "card/known_words.h"
#include "card/toml_keys.h"
#include "tables/csv.h"

namespace reportcard {
namespace {

constexpr std::string_view audience_names[] = {"public", "members", "staff", "never"};
constexpr std::string_view remedy = "fetch the folder from version control, or take it away and build the edition again";

std::string file_of(const std::string& id, std::string_view name) { return "editions/" + id + "/" + std::string(name); }

// Text cells of a table by column and row; "" where there is no such column.
class Cells {
 public:
  explicit Cells(const Table& table) : table_(table) {}
  std::string operator()(std::string_view column, std::size_t row) const {
    const Column* found = table_.find(column);
    const TextColumn* text = found ? std::get_if<TextColumn>(&found->cells) : nullptr;
    if (!text) return {};
    const std::string& word = text->words[text->codes[row]];
    // The apostrophe that keeps a spreadsheet from running a text as a formula is no part of it.
    const bool guarded = word.size() > 1 && word[0] == '\'' && (word[1] == '=' || word[1] == '+' || word[1] == '-' || word[1] == '@');
    return guarded ? word.substr(1) : word;
  }

 private:
  const Table& table_;
};

std::optional<Table> read_cells(const std::string& name, const FileBytes& bytes, std::initializer_list<const char*> required,
                                std::initializer_list<const char*> others, Problems& problems) {
  std::vector<WantedColumn> wanted;
  for (const char* column : required) wanted.push_back({column, {}, CellType::text, true});
  for (const char* column : others) wanted.push_back({column, {}, CellType::text, false});
  return read_csv(name, bytes, wanted, problems);
}

std::optional<std::int64_t> whole(const std::string& text) {
  const std::optional<Decimal> number = Decimal::parse(text);
  return number && number->places == 0 ? std::optional(number->units) : std::nullopt;
}

Definition definition_from(const std::string& text) {
  Definition definition;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    const std::size_t equals = line.find(" = ");
    if (equals != std::string::npos) definition.emplace_back(line.substr(0, equals), line.substr(equals + 3));
    at = end + 1;
  }
  return definition;
}

std::string definition_text(const Definition& definition) {
  std::string text;
  for (const auto& [key, value] : definition) {
    text += (text.empty() ? "" : "\n") + key + " = ";
    for (const char c : value) text += c == '\n' ? ' ' : c;
  }
  return text;
}

std::vector<SignOff> read_signoffs(const std::string& name, const FileBytes& bytes, Problems& problems) {
  std::vector<SignOff> all;
  const std::optional<TomlDocument> document = read_toml(name, bytes, problems);
  if (!document) return all;
  Keys keys(document->root, "the sign-offs", problems);
  for (const TomlNode* node : keys.tables("signoff")) {
    Keys of(*node, "a sign-off", problems);
    for (const char* key : {"office", "figures", "inputs"}) of.must_have(key, "\"...\"", node->place());
    of.must_have("signed", "2012-11-09", node->place());
    SignOff one;
    one.office = of.text("office");
    const std::optional<Date> day = of.date("signed");
    one.figures = of.text("figures");
    one.inputs = of.text("inputs");
    one.note = of.text("note");
    of.finish();
    if (!day || one.office.empty()) continue;
    one.signed_on = *day;
    all.push_back(std::move(one));
  }
  keys.finish();
  return all;
}

// TOML's basic text is JSON's, but for signs that no note holds.
std::string toml_text(const std::string& text) { return json_text(text); }

}  // namespace

std::optional<std::vector<KeptFigure>> read_kept_figures(const std::string& name, const FileBytes& bytes, Problems& problems) {
  const std::optional<Table> table = read_cells(
      name, bytes, {"measure", "area_code", "choice", "period", "period_kind", "value", "value_shown", "unit"},
      {"title", "area_name", "area_level", "basis", "status", "exact", "symbol", "reason", "numerator", "denominator", "better", "direction",
       "ratio", "known_places", "qualifier", "place"},
      problems);
  if (!table) return {};
  const Cells cell(*table);
  std::vector<KeptFigure> figures;
  figures.reserve(table->rows);
  for (std::size_t row = 0; row < table->rows; ++row) {
    KeptFigure one;
    one.measure = cell("measure", row);
    one.title = cell("title", row);
    one.area_code = cell("area_code", row);
    one.area_name = cell("area_name", row);
    one.area_level = cell("area_level", row);
    one.choice = cell("choice", row);
    if (const std::string period = cell("period", row); !period.empty()) {
      const auto kind = parse_kind(cell("period_kind", row));
      if (kind) one.period = Period::parse(*kind, period);
      if (!one.period) {
        problems.error("edition-record-broken", table->places->cell(row, "period"),
                       fmt::format("{} is not a period of the kind {}.", in_quotes(period), in_quotes(cell("period_kind", row))), std::string(remedy));
        continue;
      }
    }
    one.computed = cell("basis", row) == "computed";
    one.value = cell("value", row);
    one.exact = cell("exact", row);
    one.shown = cell("value_shown", row);
    one.unit = cell("unit", row);
    one.status = cell("status", row);
    one.symbol = cell("symbol", row);
    one.reason = cell("reason", row);
    one.better = cell("better", row);
    one.direction = cell("direction", row);
    one.numerator = whole(cell("numerator", row));
    one.denominator = whole(cell("denominator", row));
    one.ratio = cell("ratio", row);
    one.known_places = cell("known_places", row);
    one.qualifier = cell("qualifier", row);
    one.place = cell("place", row);
    figures.push_back(std::move(one));
  }
  return figures;
}

bool has_edition_record(const Folder& folder, const std::string& id) { return folder.read(file_of(id, "figures.csv")).has_value(); }

std::optional<EditionRecord> read_edition_record(const Folder& folder, const std::string& id, Problems& problems) {
  const std::optional<FileBytes> inputs = folder.read(file_of(id, "inputs.csv")), figures = folder.read(file_of(id, "figures.csv")),
                                 measures = folder.read(file_of(id, "measures.csv")), signoff = folder.read(file_of(id, "signoff.toml"));
  if (!inputs && !figures && !measures && !signoff) return {};
  for (const auto& [bytes, name] : {std::pair{&inputs, "inputs.csv"}, {&figures, "figures.csv"}, {&measures, "measures.csv"}}) {
    if (*bytes) continue;
    problems.error("edition-record-broken", whole_file(file_of(id, name)), fmt::format("The record of the edition {} has no {}.", in_quotes(id), name),
                   std::string(remedy));
  }
  if (!inputs || !figures || !measures) return {};
  EditionRecord record;
  record.id = id;
  record.inputs_hash = sha256_hex(inputs->view());
  record.figures_hash = sha256_hex(figures->view());
  const std::optional<Table> files = read_cells(file_of(id, "inputs.csv"), *inputs, {"file", "sha256"}, {}, problems);
  const std::optional<Table> defined = read_cells(file_of(id, "measures.csv"), *measures, {"measure", "title", "audience", "sha256", "definition"}, {}, problems);
  std::optional<std::vector<KeptFigure>> kept = read_kept_figures(file_of(id, "figures.csv"), *figures, problems);
  if (!files || !defined || !kept) return {};
  record.figures = std::move(*kept);
  const Cells file(*files), measure(*defined);
  for (std::size_t row = 0; row < files->rows; ++row) record.inputs.emplace(file("file", row), file("sha256", row));
  for (std::size_t row = 0; row < defined->rows; ++row) {
    KeptMeasure one;
    one.id = measure("measure", row);
    one.title = measure("title", row);
    one.hash = measure("sha256", row);
    const std::string audience = measure("audience", row);
    // What nobody knows the audience of is for staff alone.
    one.audience = audience == "public" ? Audience::public_ : audience == "members" ? Audience::members : Audience::staff;
    one.definition = definition_from(measure("definition", row));
    record.measures.push_back(std::move(one));
  }
  if (signoff) record.signed_by = read_signoffs(file_of(id, "signoff.toml"), *signoff, problems);
  return record;
}

std::vector<KeptMeasure> kept_measures(const Card& card) {
  std::vector<KeptMeasure> all;
  for (const Measure& measure : card.measures) {
    if (measure.audience == Audience::never) continue;
    KeptMeasure one;
    one.id = measure.id;
    one.title = measure.title;
    one.audience = measure.audience;
    one.definition = definition_of(measure);
    one.hash = sha256_hex(definition_text(one.definition));
    all.push_back(std::move(one));
  }
  return all;
}

std::string inputs_csv(const Card& card) {
  CsvWriter to({"file", "sha256"});
  for (const auto& [name, bytes] : card.files) {
    if (name.rfind("editions/", 0) == 0) continue;
    to.text(name).text(sha256_hex(bytes.view())).end_row();
  }
  return to.take();
}

std::string measures_csv(const std::vector<KeptMeasure>& measures) {
  CsvWriter to({"measure", "title", "audience", "sha256", "definition"});
  for (const KeptMeasure& one : measures) {
    to.text(one.id).text(one.title).text(audience_names[static_cast<std::size_t>(one.audience)]).text(one.hash).text(definition_text(one.definition)).end_row();
  }
  return to.take();
}

std::string signoff_toml(const std::vector<SignOff>& signed_by) {
  if (signed_by.empty()) return {};
  std::string text = "# Who signed this edition, and what: the hashes of its figures and of all that it was made from. Written by reportcard sign.\n";
  for (const SignOff& one : signed_by) {
    text += fmt::format("\n[[signoff]]\noffice  = {}\nsigned  = {}\nfigures = {}\ninputs  = {}\n", toml_text(one.office), one.signed_on.iso(),
                        toml_text(one.figures), toml_text(one.inputs));
    if (!one.note.empty()) text += fmt::format("note    = {}\n", toml_text(one.note));
  }
  return text;
}

}  // namespace reportcard
