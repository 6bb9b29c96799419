// SPDX-License-Identifier: MIT
// toml++ compiled once, so that the files which use it need not. How it is set stands in CMakeLists.txt, for both alike.
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
