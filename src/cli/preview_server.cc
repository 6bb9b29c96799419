// SPDX-License-Identifier: MIT
#include "cli/preview_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <utility>

namespace reportcard {

std::optional<PreviewServer> PreviewServer::listen(int port) {
  const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (handle < 0) return std::nullopt;
  const int yes = 1;
  setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);  // this machine only
  socklen_t size = sizeof address;
  if (bind(handle, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(handle, 64) != 0 ||
      getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    close(handle);
    return std::nullopt;
  }
  return PreviewServer(handle, ntohs(address.sin_port));
}

PreviewServer::PreviewServer(PreviewServer&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), port_(other.port_) {}

PreviewServer::~PreviewServer() {
  if (handle_ >= 0) close(handle_);
}

namespace {

// "GET /path?query HTTP/1.1" -> "/path", %XX undone. Nothing for anything else.
std::optional<std::string> path_of(const std::string& request, bool& head) {
  head = request.starts_with("HEAD ");
  if (!head && !request.starts_with("GET ")) return std::nullopt;
  const std::size_t begin = request.find(' ') + 1;
  const std::size_t end = request.find_first_of(" ?#\r\n", begin);
  std::string path;
  for (std::size_t i = begin; i < end && i < request.size(); ++i) {
    if (request[i] != '%') {
      path += request[i];
      continue;
    }
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
    if (i + 2 >= request.size() || digit(request[i + 1]) < 0 || digit(request[i + 2]) < 0) return std::nullopt;
    path += static_cast<char>(digit(request[i + 1]) * 16 + digit(request[i + 2]));
    i += 2;
  }
  if (path.empty() || path[0] != '/') return std::nullopt;
  return path;
}

void send_all(int client, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

void PreviewServer::answer_one(const std::function<Answer(const std::string&)>& answer) {
  const int client = accept4(handle_, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0) return;
  const timeval patience{2, 0};
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  std::string request;
  char buffer[4096];
  while (request.size() < 16384 && request.find("\r\n\r\n") == std::string::npos) {
    const ssize_t got = recv(client, buffer, sizeof buffer, 0);
    if (got <= 0) break;
    request.append(buffer, static_cast<std::size_t>(got));
  }
  bool head = false;
  const auto path = path_of(request, head);
  const Answer reply = path ? answer(*path) : Answer{400, "text/plain; charset=utf-8", "This preview answers GET only.\n"};
  const char* reason = reply.status == 200 ? "OK" : reply.status == 404 ? "Not Found" : "Bad Request";
  std::string out = "HTTP/1.1 " + std::to_string(reply.status) + " " + reason + "\r\nContent-Type: " + reply.type +
                    "\r\nContent-Length: " + std::to_string(reply.body.size()) +
                    "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n";
  if (!head) out += reply.body;
  send_all(client, out);
  close(client);
}

}  // namespace reportcard
