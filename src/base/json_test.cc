// SPDX-License-Identifier: MIT
#include "base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reportcard {
namespace {

TEST(JsonWriter, writes_in_the_order_given_and_numbers_as_their_own_text) {
  JsonWriter json;
  json.begin_object().key("b").number("66.0").key("a").begin_array().text("x").null().boolean(true).begin_object().end_object();
  json.begin_array().end_array().end_array().key("c").boolean(false).key("d").begin_array().begin_object().key("e");
  json.text("").end_object().end_array().end_object();
  EXPECT_EQ(json.take(), R"({
  "b": 66.0,
  "a": [
    "x",
    null,
    true,
    {},
    []
  ],
  "c": false,
  "d": [
    {
      "e": ""
    }
  ]
}
)");
}

TEST(JsonWriter, can_be_used_again) {
  JsonWriter json;
  EXPECT_EQ(json.begin_array().end_array().take(), "[]\n");
  EXPECT_EQ(json.text("x").take(), "\"x\"\n");
}

TEST(JsonText, is_escaped_and_always_utf8) {
  EXPECT_EQ(json_text("say \"no\" \\ \n\r\t\x01\x7F"), R"("say \"no\" \\ \n\r\t\u0001\u007f")");
  EXPECT_EQ(json_text("Trêf −2"), "\"Trêf −2\"");
  EXPECT_EQ(json_text("a\xFF" "b\xE2\x82"), "\"a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(json_text(std::string_view("\0", 1)), R"("\u0000")");
}

TEST(JsonNumber, is_what_json_calls_a_number) {
  for (const char* good : {"0", "-0", "12", "1.10", "-2.4", "0.5", "1e3", "1E-3", "1.5e+10"}) EXPECT_TRUE(is_json_number(good)) << good;
  for (const char* bad : {"", "-", "01", "1.", ".5", "+1", "1,920", "−2", "nan", "1e", "1 ", "0x1", "1.2.3"}) EXPECT_FALSE(is_json_number(bad)) << bad;
  JsonWriter json;
  EXPECT_EQ(json.number("1,920").take(), "\"1,920\"\n");
}

}  // namespace
}  // namespace reportcard
