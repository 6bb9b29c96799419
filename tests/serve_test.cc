// SPDX-License-Identifier: MIT
// `reportcard serve` as its user meets it: the site at 127.0.0.1, the last good site with the problems above it while
// the folder is broken, and the mended site afterwards.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::stringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

class Serve : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("reportcard-serve-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::copy(fs::path(REPORTCARD_SOURCE_DIR) / "examples" / "small", folder_, fs::copy_options::recursive);
    const std::string log = folder_.string() + ".log";
    child_ = fork();
    if (child_ == 0) {
      std::freopen(log.c_str(), "w", stderr);
      execl(REPORTCARD_PROGRAM_DIR "/reportcard", "reportcard", "serve", folder_.c_str(), "--port", "0", nullptr);
      _exit(127);
    }
    for (int i = 0; i < 100 && port_ == 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      const std::string said = bytes_of(log);
      if (const std::size_t at = said.find("127.0.0.1:"); at != std::string::npos) port_ = std::stoi(said.substr(at + 10));
    }
    ASSERT_NE(port_, 0) << bytes_of(log);
  }
  void TearDown() override {
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
    fs::remove_all(folder_);
    fs::remove(folder_.string() + ".log");
  }
  std::string ask(const std::string& request) const {
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
      (void)!write(client, request.data(), request.size());
      char buffer[8192];
      for (ssize_t got; (got = read(client, buffer, sizeof buffer)) > 0;) answer.append(buffer, static_cast<std::size_t>(got));
    }
    close(client);
    return answer;
  }
  std::string get(const std::string& path) const { return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"); }
  // Until the page says so, or not, for at most five seconds.
  bool waits_for(const std::string& words, bool there) const {
    for (int i = 0; i < 50; ++i) {
      if ((get("/").find(words) != std::string::npos) == there) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  }
  void change(const std::string& file, const std::string& from, const std::string& to) const {
    std::string text = bytes_of(folder_ / file);
    text.replace(text.find(from), from.size(), to);
    std::ofstream(folder_ / file, std::ios::binary) << text;
  }
  fs::path folder_;
  pid_t child_ = 0;
  int port_ = 0;
};

TEST_F(Serve, shows_the_site_and_keeps_the_last_good_one_under_the_problems) {
  EXPECT_EQ(get("/").substr(0, 15), "HTTP/1.1 200 OK");
  EXPECT_NE(get("/style.css").find("text/css"), std::string::npos);
  EXPECT_EQ(get("/nothing.html").substr(9, 3), "404");
  EXPECT_EQ(get("/%2e%2e/card.toml").substr(9, 3), "404");
  EXPECT_EQ(ask("POST / HTTP/1.1\r\n\r\n").substr(9, 3), "400");
  EXPECT_EQ(ask("\r\n\r\n").substr(9, 3), "400");
  change("card.toml", "period    = \"2025/26\"", "period    = \"2025-26\"");
  EXPECT_TRUE(waits_for("does not build yet", true));
  EXPECT_NE(get("/").find("How children"), std::string::npos) << "the last good site is still there";
  EXPECT_NE(get("/").find("is not a period"), std::string::npos) << "and the problem is said";
  EXPECT_NE(get("/-/problems.html").find("<h1>One error stops the build"), std::string::npos) << "on a page of its own, with all the others";
  change("card.toml", "period    = \"2025-26\"", "period    = \"2025/26\"");
  EXPECT_TRUE(waits_for("does not build yet", false));
  EXPECT_NE(get("/-/problems.html").find("<h1>Nothing is wrong</h1>"), std::string::npos);
}

}  // namespace
