// SPDX-License-Identifier: MIT
// `reportcard serve`: the site at 127.0.0.1, built again at each change of the folder. Where the folder has errors the
// last good site stays, and the errors stand above each page.
#include <poll.h>

#include <csignal>
#include <cstdio>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/preview_server.h"
#include "cli/version.h"
#include "cli/watch.h"
#include "html/html.h"
#include "site/problems_page.h"
#include "site/site.h"

namespace reportcard {

namespace {

volatile std::sig_atomic_t stopped = 0;

struct Preview {
  Tree tree;               // the last good site
  Problems problems;       // of the present folder
  bool builds = false;
  std::string title;       // of the card, as far as it could be read
  std::size_t edition = 0; // counts builds, so that an open page knows to load again
};

void build_again(const std::string& path, Preview& preview) {
  Problems problems;
  const auto folder = disk_folder(path);
  const std::optional<Loaded> loaded = load(*folder, problems);
  Tree tree;
  if (loaded && !problems.has_errors())
    tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, version}, problems);
  ++preview.edition;
  preview.builds = loaded && !problems.has_errors();
  if (preview.builds) preview.tree = std::move(tree);
  if (loaded && !loaded->card->title.empty()) preview.title = loaded->card->title;
  preview.problems = problems;
  show(problems);
  std::fprintf(stderr, "%s\n", preview.builds ? "Built. Reload, or wait: open pages load again."
                                                        : "Not built. The last good site is still shown, with these problems above it.");
}

std::string type_of(const std::string& name) {
  const auto ends = [&](const char* with) { return name.ends_with(with); };
  return ends(".html") ? "text/html; charset=utf-8" : ends(".css") ? "text/css" : ends(".svg") ? "image/svg+xml"
       : ends(".json") ? "application/json" : ends(".woff2") ? "font/woff2" : ends(".csv") ? "text/csv; charset=utf-8"
       : "text/plain; charset=utf-8";
}

constexpr std::string_view problems_file = "-/problems.html";
constexpr std::size_t panel_shows = 2;   // so that the site is still in sight

std::string problem_panel(const Preview& preview) {
  Html html;
  html.open("section", {{"class", "note wrap"}, {"role", "alert"}, {"aria-labelledby", "preview-problems"}});
  html.element("h2", "This folder does not build yet. Below is the last good site.", {{"id", "preview-problems"}});
  html.add(problem_items(preview.problems.sorted(), panel_shows));
  html.add("<p>").element("a", problems_heading(preview.problems), {{"href", "/-/problems.html"}}).add("</p>").close("section");
  return html.take();
}

std::string problems_of(const Preview& preview) {
  ProblemsHead head;
  head.title = preview.title.empty() ? "Report card preview" : preview.title;
  head.place = "Preview, on this computer only";
  head.lede = preview.builds ? "The site is built." : preview.tree.empty() ? "There is no site yet." : "Nothing was overwritten: the last good site is still shown.";
  head.lede += " Save a file, and this page looks again by itself.";
  if (!preview.tree.empty()) head.links = {{"/index.html", preview.builds ? "Look at the site" : "Look at the last good site"}};
  head.foot = "Served from 127.0.0.1. Nobody else can see this page, and nothing on it is published.";
  return problems_page(preview.problems, head);
}

// Only in the preview: an open page asks every second whether there is a newer build. The published pages have no script.
std::string watcher(std::size_t edition) {
  return "<script>setInterval(function(){fetch('/-/edition').then(function(r){return r.text()}).then(function(t){if(t!=='" +
         std::to_string(edition) + "')location.reload()}).catch(function(){})},1000)</script>";
}

Answer answer(const Preview& preview, const std::string& path) {
  if (path == "/-/edition") return {200, "text/plain", std::to_string(preview.edition)};
  std::string name = path.substr(1);
  if (name.empty() || name.back() == '/') name += "index.html";
  const bool of_problems = name == problems_file || (preview.tree.empty() && name == "index.html");
  const auto page = preview.tree.find(name);
  if (page == preview.tree.end() && !of_problems)
    return {404, "text/plain; charset=utf-8", "There is no page \"" + name + "\" in this site.\n"};
  std::string body = of_problems ? problems_of(preview) : page->second;
  if (name.ends_with(".html")) {
    if (!preview.builds && !of_problems) {
      std::size_t at = body.find("<body");
      at = at == std::string::npos ? 0 : body.find('>', at) + 1;
      body.insert(at, problem_panel(preview));
    }
    const std::size_t end = body.rfind("</body>");
    body.insert(end == std::string::npos ? body.size() : end, watcher(preview.edition));
  }
  return {200, type_of(name), std::move(body)};
}

}  // namespace

int run_serve(const ServeOptions& options) {
  auto server = PreviewServer::listen(options.port);
  if (!server) {
    std::fprintf(stderr, "reportcard: port %d is taken. Name another: reportcard serve --port 8081\n", options.port);
    return 1;
  }
  Watch watch(options.folder);
  Preview preview;
  build_again(options.folder, preview);
  std::fprintf(stderr, "Look: http://127.0.0.1:%d/   (stop with Ctrl+C)\n", server->port());
  std::signal(SIGINT, [](int) { stopped = 1; });
  std::signal(SIGTERM, [](int) { stopped = 1; });
  while (stopped == 0) {
    pollfd waiting[2] = {{server->handle(), POLLIN, 0}, {watch.handle(), POLLIN, 0}};
    if (poll(waiting, watch.works() ? 2 : 1, -1) < 0) continue;
    if (waiting[1].revents & POLLIN) {
      poll(nullptr, 0, 100);  // let an editor finish its several writes
      if (watch.drain()) build_again(options.folder, preview);
    }
    if (waiting[0].revents & POLLIN) server->answer_one([&](const std::string& path) { return answer(preview, path); });
  }
  return 0;
}

}  // namespace reportcard
