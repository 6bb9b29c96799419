// SPDX-License-Identifier: MIT
#include "tables/package.h"

#include <zip.h>

#include <algorithm>
#include <map>

#include "tables/zip_reader.h"

namespace reportcard {

struct Package::Open {
  FileBytes bytes;        // what the archive reads from
  zip_t* archive = nullptr;
  std::unique_ptr<ZipReader> reader;  // which does not believe what a part says of its size
  std::map<std::string, std::string> changed;
  ~Open() {
    if (archive != nullptr) zip_discard(archive);
  }
};

namespace {

// Takes the source, also where it fails.
zip_t* archive_in(zip_source_t* source, int flags) {
  if (source == nullptr) return nullptr;
  zip_error_t error;
  zip_error_init(&error);
  zip_t* archive = zip_open_from_source(source, flags, &error);
  zip_error_fini(&error);
  if (archive == nullptr) zip_source_free(source);
  return archive;
}

}  // namespace

Package::Package(std::unique_ptr<Open> open) : open_(std::move(open)) {
  const zip_int64_t entries = zip_get_num_entries(open_->archive, 0);
  for (zip_int64_t at = 0; at < entries; ++at) {
    const char* name = zip_get_name(open_->archive, static_cast<zip_uint64_t>(at), 0);
    if (name != nullptr && *name != '\0') parts_.emplace_back(name);
  }
}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

std::optional<Package> Package::open(const FileBytes& bytes) {
  auto open = std::make_unique<Open>();
  open->bytes = bytes;
  open->archive = archive_in(zip_source_buffer_create(bytes.view().data(), bytes.view().size(), 0, nullptr), ZIP_RDONLY);
  if (open->archive == nullptr) return std::nullopt;
  ZipFault fault = ZipFault::none;
  open->reader = ZipReader::open(bytes, ZipLimits{}, fault);
  if (!open->reader) return std::nullopt;
  return Package(std::move(open));
}

bool Package::has(const std::string& part) const { return std::find(parts_.begin(), parts_.end(), part) != parts_.end(); }

std::optional<std::string> Package::read(const std::string& part, std::size_t most) const {
  const auto changed = open_->changed.find(part);
  if (changed != open_->changed.end()) return changed->second;
  const auto at = has(part) ? open_->reader->find(part) : std::nullopt;
  ZipFault fault = ZipFault::none;
  return at ? open_->reader->whole(*at, most, fault) : std::nullopt;
}

void Package::write(const std::string& part, std::string bytes) {
  if (!has(part)) parts_.push_back(part);
  open_->changed[part] = std::move(bytes);
}

void Package::remove(const std::string& part) {
  parts_.erase(std::remove(parts_.begin(), parts_.end(), part), parts_.end());
  open_->changed.erase(part);
}

// A new archive, never the old one changed in place: libzip 1.7 frees memory that is not its own when it does that in memory.
std::optional<std::string> Package::finish() {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (target == nullptr) return std::nullopt;
  zip_source_keep(target);  // the archive lets go of it when it closes
  zip_t* archive = archive_in(target, ZIP_CREATE | ZIP_TRUNCATE);
  bool good = archive != nullptr;
  for (const std::string& part : parts_) {
    if (!good) break;
    const auto changed = open_->changed.find(part);
    const zip_int64_t there = zip_name_locate(open_->archive, part.c_str(), 0);
    if (part.back() == '/') {
      good = zip_dir_add(archive, part.c_str(), ZIP_FL_ENC_UTF_8) >= 0;
      continue;
    }
    zip_stat_t about;
    zip_stat_init(&about);
    if (there >= 0) zip_stat_index(open_->archive, static_cast<zip_uint64_t>(there), 0, &about);
    zip_source_t* source = changed != open_->changed.end()
                               ? zip_source_buffer(archive, changed->second.data(), changed->second.size(), 0)
                               : zip_source_zip(archive, open_->archive, static_cast<zip_uint64_t>(there), ZIP_FL_COMPRESSED, 0, -1);
    const zip_int64_t at = source == nullptr ? -1 : zip_file_add(archive, part.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0 && source != nullptr) zip_source_free(source);
    good = at >= 0;
    if (!good) break;
    // A part that is copied stays packed as it is, "mimetype" of an ODS above all, which must not be.
    if (there >= 0) zip_set_file_compression(archive, static_cast<zip_uint64_t>(at), static_cast<zip_int32_t>(about.comp_method), 0);
    // 1 January 1980, the first day a ZIP can write: the clock is not asked.
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), 0, (1 << 5) | 1, 0);
  }
  std::optional<std::string> out;
  zip_stat_t about;
  zip_stat_init(&about);
  good = good && zip_close(archive) == 0;
  if (!good && archive != nullptr) zip_discard(archive);
  if (good && zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0) {
    out.emplace(static_cast<std::size_t>(about.size), '\0');
    if (zip_source_read(target, out->data(), out->size()) != static_cast<zip_int64_t>(out->size())) out.reset();
    zip_source_close(target);
  }
  zip_source_free(target);
  return out;
}

}  // namespace reportcard
