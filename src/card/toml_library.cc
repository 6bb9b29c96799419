// SPDX-License-Identifier: MIT
// toml++ compiled once, so that the files which use it need not. How it is set stands in CMakeLists.txt, for both alike.
// Its assertions are wrong about some broken files (a heading that begins with "="), for which it then has a proper
// error: they must neither stop the program nor, in a release, be taken by the compiler for facts.
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
