// SPDX-License-Identifier: MIT
#include "sources/published_text.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

struct Read { std::string text; Encoding encoding; };
std::optional<Read> read(std::string bytes, std::optional<Encoding> declared = std::nullopt) {
  const auto text = read_text(FileBytes(std::move(bytes)), declared);
  if (!text) return std::nullopt;
  return Read{std::string(text->bytes.view()), text->encoding};
}

TEST(PublishedText, tells_encodings_by_the_signs_that_make_sense) {
  struct Case { std::string bytes; std::string text; Encoding encoding; };
  const Case cases[] = {
      {"name,value\nBarnsley,1\n", "name,value\nBarnsley,1\n", Encoding::utf8},
      {"\xEF\xBB\xBFname\n", "name\n", Encoding::utf8_marked},
      {"Ynys M\xC3\xB4n\n", "Ynys Môn\n", Encoding::utf8},
      {"Care 2022 \x96 Provider level\n", "Care 2022 – Provider level\n", Encoding::windows_1252},
      {"Care 2024 \xD0 Provider level\n", "Care 2024 – Provider level\n", Encoding::mac_roman},
      {"St Mary\x92s\n", "St Mary’s\n", Encoding::windows_1252},
      {"St Mary\xD5s\n", "St Mary’s\n", Encoding::mac_roman},
      {"Cost (\xA3" "m)\n", "Cost (£m)\n", Encoding::windows_1252},
      {"Caf\xE9 club\n", "Café club\n", Encoding::windows_1252},
      {std::string("\xFF\xFE" "a\0,\0b\0\n\0", 10), "a,b\n", Encoding::utf16_le},
      {std::string("\xFE\xFF" "\0a\0,\0b\0\n", 10), "a,b\n", Encoding::utf16_be},
      {std::string("a\0,\0b\0\n\0", 8), "a,b\n", Encoding::utf16_le},
  };
  for (const Case& one : cases) {
    const auto found = read(one.bytes);
    ASSERT_TRUE(found) << one.text;
    EXPECT_EQ(found->text, one.text);
    EXPECT_EQ(encoding_name(found->encoding), encoding_name(one.encoding)) << one.text;
  }
}

TEST(PublishedText, a_declared_encoding_decides_what_the_bytes_leave_open) {
  EXPECT_EQ(read("Caf\xE9\n")->text, "Café\n");                           // a small letter in a word is likelier
  EXPECT_EQ(read("Caf\xE9\n", Encoding::mac_roman)->text, "CafÈ\n");
  EXPECT_EQ(read("\xEF\xBB\xBFx\n", Encoding::mac_roman)->text, "x\n");  // a mark is no guess
  EXPECT_FALSE(read("\xD0\n", Encoding::utf8));
}

TEST(PublishedText, bytes_that_are_no_text_give_nothing) {
  EXPECT_FALSE(read(std::string("PK\x03\x04\0\0\0\0", 8)));
  EXPECT_FALSE(read(std::string("\xFF\xFE" "a\0b", 5)));                  // cut in the middle of a sign
}

}  // namespace
}  // namespace reportcard
