// SPDX-License-Identifier: MIT
// The commands, one file each. A command returns the exit code: 0 good, 1 problems, 2 usage. None throws.
#pragma once
#include <optional>
#include <string>

namespace reportcard {

// `mark`: where a marked copy goes, a workbook or a folder for them; "" none.
struct CheckOptions { std::string folder = ".", edition, mark; bool json = false, strict = false, numbers = false, findings = false; };
int run_check(const CheckOptions& options);

struct BuildOptions {
  std::string folder = ".", out;
  std::string edition;    // id of an edition; "" the card as it is
  std::string audience;   // public, members, staff; "" the edition's own, else public
  bool strict = false, pdf = false, workbook = false, zip = false;
};
int run_build(const BuildOptions& options);

// `edition` "": the card as it is. `audience` as for build.
struct PaperOptions { std::string folder = ".", edition, audience, out; };
int run_paper(const PaperOptions& options);

struct FiguresOptions { std::string folder = ".", measure, area, format = "table"; };
int run_figures(const FiguresOptions& options);

// `edition` must be planned; `on` is a day, today where it is blank.
struct SignOptions { std::string folder = ".", edition, office, on, note; };
int run_sign(const SignOptions& options);

// `before` and `now`: ids of editions of `folder`, card folders, or files of figures (figures.csv).
struct ChangesOptions { std::string folder = ".", before, now, format = "text", audience = "staff"; };
int run_changes(const ChangesOptions& options);

struct TraceOptions { std::string folder = ".", figure; };
int run_trace(const TraceOptions& options);

struct NewOptions { std::string folder, authority; bool workbook = false; };
int run_new(const NewOptions& options);

struct ServeOptions { std::string folder = "."; int port = 8080; bool share = false, once = false; double every = 3; };   // every: seconds between two looks at a share
int run_serve(const ServeOptions& options);
int run_share(const ServeOptions& options);   // serve --share

// Shared by all: problems go to stderr, coloured only on a terminal (NO_COLOR kept).
class Problems;
void show(const Problems& problems, bool json = false);
std::string counted(std::size_t n, std::string_view one, std::string_view many);  // "1 page", "0 problems"

}  // namespace reportcard
