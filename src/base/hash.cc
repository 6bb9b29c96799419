// SPDX-License-Identifier: MIT
// SHA-256, by OpenSSL: for the hash of an edition's figures and of fetched files.
#include <openssl/evp.h>

#include "base/files.h"

namespace reportcard {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  std::string out;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_sha256(), nullptr) != 1) return out;
  constexpr char hex[] = "0123456789abcdef";
  out.reserve(length * 2);
  for (unsigned int i = 0; i < length; ++i) {
    out += hex[digest[i] >> 4];
    out += hex[digest[i] & 15];
  }
  return out;
}

}  // namespace reportcard
