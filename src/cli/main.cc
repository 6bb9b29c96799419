// SPDX-License-Identifier: MIT
// The command line: names, options and help. The only file that knows CLI11.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "base/text.h"
#include "card/audience.h"
#include "cli/commands.h"
#include "cli/version.h"

namespace {

using namespace reportcard;

const std::vector<std::string> kCommands = {"new", "check", "build", "figures", "trace", "sign", "changes", "paper", "serve"};
// Promised by the plan, not in this release: said plainly rather than "unknown".
const std::vector<std::string> kLater = {"fetch", "office"};

int usage(const std::string& message) {
  std::fprintf(stderr, "reportcard: %s\nTry \"reportcard --help\".\n", message.c_str());
  return 2;
}

// A mistyped command gets the likely one, which CLI11 does not offer.
std::optional<int> mistyped(int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  const std::string word = argv[1];
  for (const std::string& known : kCommands)
    if (word == known) return std::nullopt;
  for (const std::string& later : kLater)
    if (word == later) return usage("\"" + word + "\" is planned, and is not in this release.");
  const auto meant = did_you_mean(word, kCommands);
  return usage("there is no command \"" + word + "\"." + (meant ? " Did you mean \"" + *meant + "\"?" : ""));
}

int run(int argc, char** argv) {
  if (const auto code = mistyped(argc, argv)) return *code;
  CLI::App app{"reportcard makes a council's report card from records: every figure computed, every sentence tested.\n"
               "\nExamples:\n"
               "  reportcard new my-card --authority Doncaster    a card folder that builds\n"
               "  reportcard check my-card                        all that is wrong with it\n"
               "  reportcard build my-card --out site             the website and its downloads\n"
               "  reportcard trace my-card 'gcse@2011/12'         where a figure comes from\n",
               "reportcard"};
  app.set_version_flag("--version", std::string("reportcard ") + version);
  app.require_subcommand(1);

  NewOptions make;
  CLI::App* new_ = app.add_subcommand("new", "Write a card folder that builds");
  new_->add_option("folder", make.folder, "where; must be absent or empty")->required();
  new_->add_option("--authority", make.authority, "name or code of the council, as in library/areas");
  new_->add_flag("--workbook", make.workbook, "its rows stand in one workbook, data/card.xlsx, with headings explained and drop-downs");
  new_->footer("Examples:\n  reportcard new my-card\n  reportcard new my-card --authority Doncaster --workbook");

  CheckOptions check;
  CLI::App* check_ = app.add_subcommand("check", "Say all that is wrong with a card folder; exit 1 on an error");
  check_->add_option("folder", check.folder, "the card folder; or one workbook or CSV file")->capture_default_str();
  check_->add_flag("--strict", check.strict, "count warnings as errors");
  check_->add_option("--edition", check.edition, "an edition of card.toml, by id; without it the card as it is");
  check_->add_flag("--numbers", check.numbers, "list each number of the prose and how it is founded");
  check_->add_option("--mark", check.mark, "write a copy of the workbook with a comment at each wrong cell: a name, or a folder for several");
  check_->add_flag("--findings", check.findings, "list what the statements and general rules found, with the sums");
  std::string check_format = "text";
  check_->add_option("--format", check_format, "text or json")->check(CLI::IsMember({"text", "json"}));
  check_->footer("Examples:\n  reportcard check\n  reportcard check my-card --numbers\n  reportcard check my-card --format json\n  reportcard check october.xlsx\n"
                 "  reportcard check my-card --mark marked.xlsx");

  BuildOptions build;
  CLI::App* build_ = app.add_subcommand("build", "Make the website and its downloads, whole or not at all");
  build_->add_option("folder", build.folder, "the card folder")->capture_default_str();
  build_->add_option("--out", build.out, "the folder to write; new, empty, or made by an earlier build")->required();
  build_->add_option("--edition", build.edition, "an edition of card.toml, by id; without it the card as it is");
  build_->add_option("--audience", build.audience, "public, members or staff; default: that of the edition, else public")
      ->check(CLI::IsMember(reader_words()));
  build_->add_flag("--strict", build.strict, "count warnings as errors");
  build_->add_flag("--pdf", build.pdf, "print the sheet, and the plan, to PDF with Chromium");
  build_->add_flag("--workbook", build.workbook, "put the card into a workbook: card.xlsx");
  build_->add_flag("--zip", build.zip, "put the whole site into one file to download");
  build_->footer("Examples:\n  reportcard build my-card --out site\n  reportcard build my-card --out site --pdf --workbook --zip\n  reportcard build my-card --edition 2012-10 --audience staff --out draft");

  PaperOptions paper;
  std::vector<std::string> paper_words;
  CLI::App* paper_ = app.add_subcommand("paper", "Write the committee's paper: what needs attention, and who answers for it");
  paper_->add_option("words", paper_words, "[FOLDER] [EDITION]")->expected(0, 2);
  paper_->add_option("--out", paper.out, "the file to write: F.docx for Word, F.html for a page")->required();
  paper_->add_option("--audience", paper.audience, "public, members or staff; default: that of the edition, else public")
      ->check(CLI::IsMember(reader_words()));
  paper_->footer("Examples:\n  reportcard paper my-card --out paper.docx\n  reportcard paper my-card 2012-10 --audience members --out paper.docx");

  FiguresOptions figures;
  CLI::App* figures_ = app.add_subcommand("figures", "Print the figures");
  figures_->add_option("folder", figures.folder, "the card folder")->capture_default_str();
  figures_->add_option("--measure", figures.measure, "one measure, by id");
  figures_->add_option("--area", figures.area, "one area, by name or code");
  figures_->add_option("--format", figures.format, "table, csv or json")->check(CLI::IsMember({"table", "csv", "json"}))->capture_default_str();
  figures_->footer("Examples:\n  reportcard figures my-card --measure gcse\n  reportcard figures my-card --format csv > figures.csv");

  TraceOptions trace;
  std::vector<std::string> trace_words;
  CLI::App* trace_ = app.add_subcommand("trace", "Say where a figure comes from, step by step, down to the rows");
  trace_->add_option("words", trace_words, "[FOLDER] FIGURE: a figure is id[choice]@period")->required()->expected(1, 2);
  trace_->footer("Examples:\n  reportcard trace gcse\n  reportcard trace my-card 'complaints[stage-2]@2011/12'");

  SignOptions sign;
  std::vector<std::string> sign_words;
  CLI::App* sign_ = app.add_subcommand("sign", "Sign an edition for an office; what is signed is bound to its figures and inputs");
  sign_->add_option("words", sign_words, "[FOLDER] EDITION")->required()->expected(1, 2);
  sign_->add_option("--office", sign.office, "id of the office, as the edition asks for it")->required();
  sign_->add_option("--on", sign.on, "the day of signing; default: today");
  sign_->add_option("--note", sign.note, "what is to be remembered with it");
  sign_->footer("Examples:\n  reportcard sign 2012-10 --office performance\n  reportcard sign my-card 2012-10 --office performance --on 2012-11-09");

  ChangesOptions changes;
  CLI::App* changes_ = app.add_subcommand("changes", "Say what changed between two editions, card folders, or files of figures");
  changes_->add_option("old", changes.before, "id of an edition, a card folder, or a figures.csv")->required();
  changes_->add_option("new", changes.now, "the same, later")->required();
  changes_->add_option("--folder", changes.folder, "the card folder that editions are of")->capture_default_str();
  changes_->add_option("--format", changes.format, "text, csv or json")->check(CLI::IsMember({"text", "csv", "json"}))->capture_default_str();
  changes_->add_option("--audience", changes.audience, "whose eyes: public, members or staff")->check(CLI::IsMember(reader_words()))->capture_default_str();
  changes_->footer("Examples:\n  reportcard changes 2012-09 2012-10\n  reportcard changes old-card new-card --format csv");

  ServeOptions serve;
  CLI::App* serve_ = app.add_subcommand("serve", "Show the site at 127.0.0.1 and build it again at each change");
  serve_->add_option("folder", serve.folder, "the card folder")->capture_default_str();
  serve_->add_option("--port", serve.port, "port; 0 takes a free one")->check(CLI::Range(0, 65535))->capture_default_str();
  CLI::Option* share_ = serve_->add_flag("--share", serve.share, "look after inbox/ of the folder: what is dropped there is tried, and the result is in outbox/");
  serve_->add_flag("--once", serve.once, "with --share: look once, try all that is there, and end; exit 1 on an error")->needs(share_);
  serve_->add_option("--every", serve.every, "with --share: seconds between two looks; a share over the network tells of no change")
      ->check(CLI::Range(0.05, 3600.0))->needs(share_)->capture_default_str();
  serve_->footer("Examples:\n  reportcard serve my-card\n  reportcard serve --share /srv/card");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    std::string message = error.what();
    if (!message.empty() && message.back() != '.') message += '.';
    return usage(message);
  }
  if (*new_) return run_new(make);
  if (*check_) {
    check.json = check_format == "json";
    return run_check(check);
  }
  if (*build_) return run_build(build);
  if (*paper_) {
    // One word is the folder, where there is one of that name; else it is an edition of the card one stands in.
    if (paper_words.size() == 2) {
      paper.folder = paper_words.front();
      paper.edition = paper_words.back();
    } else if (paper_words.size() == 1) {
      (std::filesystem::is_directory(paper_words.front()) ? paper.folder : paper.edition) = paper_words.front();
    }
    return run_paper(paper);
  }
  if (*figures_) return run_figures(figures);
  if (*sign_) {
    sign.edition = sign_words.back();
    if (sign_words.size() == 2) sign.folder = sign_words.front();
    return run_sign(sign);
  }
  if (*changes_) return run_changes(changes);
  if (*trace_) {
    trace.figure = trace_words.back();
    if (trace_words.size() == 2) trace.folder = trace_words.front();
    return run_trace(trace);
  }
  return serve.share ? run_share(serve) : run_serve(serve);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {  // memory that ran out, at worst: said, never a crash
    std::fprintf(stderr, "reportcard: cannot go on: %s\n", error.what());
    return 1;
  }
}
