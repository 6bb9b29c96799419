// SPDX-License-Identifier: MIT
// A preview of a tree of files at 127.0.0.1 for the person who makes the card. It reads the request line and nothing
// else, answers GET and HEAD, and closes. Not a web server: the published site is served by one (docs/publishing.md).
#pragma once
#include <functional>
#include <optional>
#include <string>

namespace reportcard {

struct Answer { int status = 200; std::string type, body; };

class PreviewServer {
 public:
  // Nothing where the port cannot be had.
  static std::optional<PreviewServer> listen(int port);
  PreviewServer(PreviewServer&& other) noexcept;
  ~PreviewServer();
  int port() const { return port_; }
  int handle() const { return handle_; }
  // Takes one waiting connection and answers it; gives up on a client that is silent for two seconds.
  void answer_one(const std::function<Answer(const std::string& path)>& answer);

 private:
  PreviewServer(int handle, int port) : handle_(handle), port_(port) {}
  int handle_ = -1, port_ = 0;
};

}  // namespace reportcard
