// SPDX-License-Identifier: MIT
#include "tables/zip_write.h"

#include <zip.h>

namespace reportcard {

namespace {

// The first day that a ZIP can hold: entries have no day of their own here, and the zone of the machine does not count.
constexpr zip_uint16_t first_day = (0 << 9) | (1 << 5) | 1;

std::string words_of(zip_error_t* error) {
  std::string words = zip_error_strerror(error);
  zip_error_fini(error);
  return words;
}

bool add(zip_t* archive, const std::string& name, const std::string& bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  zip_file_set_dostime(archive, at, 0, first_day, 0);
  zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, zip_uint32_t{0100644} << 16);
  return true;
}

std::optional<std::string> all_of(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_stat(source, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string bytes(about.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::string> write_zip(const Tree& tree, std::string_view under, std::string_view file, Problems& problems) {
  const auto refuse = [&](const std::string& why) {
    Place place;
    place.file = std::string(file);
    problems.error("cannot-write", place, "The ZIP cannot be made: " + why + ".", "Close other programs, or build without --zip.");
    return std::nullopt;
  };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (target == nullptr) return refuse(words_of(&error));
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    zip_source_free(target);
    return refuse(words_of(&error));
  }
  zip_source_keep(target);  // the archive lets go of it when it is closed, and its bytes are wanted after that
  const std::string folder = under.empty() ? std::string() : std::string(under) + "/";
  bool good = true;
  for (const auto& [name, bytes] : tree) good = good && add(archive, folder + name, bytes);
  std::string why = good ? std::string() : std::string(zip_strerror(archive));
  if (good && zip_close(archive) != 0) {
    good = false;
    why = zip_strerror(archive);
  } else if (good) {
    archive = nullptr;
  }
  if (archive != nullptr) zip_discard(archive);
  const auto bytes = good ? all_of(target) : std::nullopt;
  zip_source_free(target);
  if (!bytes) return refuse(why.empty() ? "its bytes cannot be read back" : why);
  return bytes;
}

}  // namespace reportcard
