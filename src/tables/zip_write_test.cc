// SPDX-License-Identifier: MIT
#include "tables/zip_write.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

namespace reportcard {
namespace {

const Tree tree{{"index.html", "<p>Here.</p>"}, {"downloads/figures.csv", std::string(5'000, 'x')}, {"empty.txt", ""}};

TEST(Zip, the_same_tree_gives_the_same_bytes_in_every_zone) {
  Problems problems;
  const auto here = write_zip(tree, "card", "card.zip", problems);
  ::setenv("TZ", "Pacific/Auckland", 1);
  ::tzset();
  const auto there = write_zip(tree, "card", "card.zip", problems);
  ::unsetenv("TZ");
  ::tzset();
  ASSERT_TRUE(here && there);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(*here, *there);
  EXPECT_LT(here->size(), 1'000u);
}

TEST(Zip, names_stand_in_order_below_the_folder) {
  Problems problems;
  const auto bytes = write_zip(tree, "card", "card.zip", problems);
  ASSERT_TRUE(bytes);
  const auto first = bytes->find("card/downloads/figures.csv"), second = bytes->find("card/empty.txt"), third = bytes->find("card/index.html");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_NE(third, std::string::npos);
}

}  // namespace
}  // namespace reportcard
