// SPDX-License-Identifier: MIT
// libzip is known here alone. It reads from the mapped bytes; nothing is ever unpacked to disk.
#include "tables/zip_reader.h"

#include <zip.h>

#include <algorithm>

namespace reportcard {
namespace {

char ascii_lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// Some writers put a backslash between folders, or a slash before the first.
std::string usual_name(std::string_view raw) {
  std::string name(raw);
  std::replace(name.begin(), name.end(), '\\', '/');
  name.erase(0, std::min(name.find_first_not_of('/'), name.size()));
  return name;
}

ZipFault fault_of(int error) {
  switch (error) {
    case ZIP_ER_NOZIP: return ZipFault::no_zip;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return ZipFault::encrypted;
    default: return ZipFault::damaged;
  }
}

}  // namespace

struct ZipReader::Archive {
  FileBytes bytes;  // before `zip`, which reads from them
  zip_t* zip = nullptr;
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
};

ZipReader::ZipReader() : archive_(std::make_unique<Archive>()) {}
ZipReader::~ZipReader() = default;

std::unique_ptr<ZipReader> ZipReader::open(const FileBytes& bytes, const ZipLimits& limits, ZipFault& fault) {
  fault = ZipFault::no_zip;
  std::unique_ptr<ZipReader> reader(new ZipReader());
  reader->limits_ = limits;
  reader->archive_->bytes = bytes;
  const std::string_view view = reader->archive_->bytes.view();
  if (view.size() < 4 || view.substr(0, 2) != "PK") return nullptr;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(view.data(), view.size(), 0, &error);
  if (source != nullptr) {
    reader->archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (reader->archive_->zip == nullptr) zip_source_free(source);
  }
  if (reader->archive_->zip == nullptr) {
    // It begins as a package does: cut off on its way, most likely.
    fault = ZipFault::damaged;
    zip_error_fini(&error);
    return nullptr;
  }
  zip_error_fini(&error);
  const zip_int64_t count = zip_get_num_entries(reader->archive_->zip, 0);
  if (count < 0 || static_cast<std::size_t>(count) > limits.parts) {
    fault = count < 0 ? ZipFault::damaged : ZipFault::too_many;
    return nullptr;
  }
  for (zip_int64_t index = 0; index < count; ++index) {
    const char* raw = zip_get_name(reader->archive_->zip, static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
    if (raw == nullptr) {
      fault = ZipFault::damaged;
      return nullptr;
    }
    std::string name = usual_name(raw);
    if (name.empty() || name.back() == '/') continue;
    if (leaves_folder(name)) {
      fault = ZipFault::name_leaves;
      return nullptr;
    }
    reader->names_.push_back(std::move(name));
    reader->indexes_.push_back(static_cast<std::size_t>(index));
  }
  fault = ZipFault::none;
  return reader;
}

std::optional<std::size_t> ZipReader::find(std::string_view name) const {
  auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) {
    found = std::find_if(names_.begin(), names_.end(), [name](const std::string& one) { return equal_but_for_case(one, name); });
  }
  if (found == names_.end()) return {};
  return static_cast<std::size_t>(found - names_.begin());
}

ZipFault ZipReader::stream(std::size_t part, const std::function<bool(std::string_view)>& take) const {
  if (part >= indexes_.size()) return ZipFault::damaged;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_->zip, indexes_[part], 0, &stat) != 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
    return ZipFault::damaged;
  }
  const std::size_t packed = std::clamp<std::size_t>(static_cast<std::size_t>(stat.comp_size), 1, archive_->bytes.view().size());
  zip_file_t* file = zip_fopen_index(archive_->zip, indexes_[part], 0);
  if (file == nullptr) return fault_of(zip_error_code_zip(zip_get_error(archive_->zip)));
  std::string piece(std::size_t{64} << 10, '\0');
  std::size_t total = 0;
  ZipFault fault = ZipFault::none;
  while (true) {
    const zip_int64_t read = zip_fread(file, piece.data(), piece.size());
    if (read < 0) fault = fault_of(zip_error_code_zip(zip_file_get_error(file)));
    if (read <= 0) break;
    total += static_cast<std::size_t>(read);
    const bool bomb = total > limits_.expands_freely && total / packed >= limits_.expansion;
    if (total > limits_.part_bytes || bomb) {
      fault = ZipFault::too_large;
      break;
    }
    if (!take(std::string_view(piece.data(), static_cast<std::size_t>(read)))) break;
  }
  zip_fclose(file);
  return fault;
}

std::optional<std::string> ZipReader::whole(std::size_t part, std::size_t most_bytes, ZipFault& fault) const {
  std::string all;
  bool too_long = false;
  fault = stream(part, [&](std::string_view piece) {
    too_long = all.size() + piece.size() > most_bytes;
    if (!too_long) all += piece;
    return !too_long;
  });
  if (too_long) fault = ZipFault::too_large;
  if (fault != ZipFault::none) return {};
  return all;
}

}  // namespace reportcard
