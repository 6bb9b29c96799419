// SPDX-License-Identifier: MIT
#include "words/english_pieces.h"

namespace reportcard {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Apostrophes, dashes and other marks that are no letters although they are not ASCII.
std::size_t mark_at(std::string_view text, std::size_t at, char& as) {
  struct Mark { std::string_view bytes; char as; };
  static constexpr Mark marks[] = {{"\xE2\x80\x99", '\''}, {"\xE2\x80\x98", '\''}, {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'}, {"\xE2\x80\x93", '-'}, {"\xE2\x80\x94", ';'},
                                   {"\xE2\x88\x92", '~'}, {"\xC2\xA3", '$'}, {"\xC2\xA0", ' '}, {"\xE2\x80\xAF", ' '}};
  for (const Mark& mark : marks) {
    if (text.substr(at, mark.bytes.size()) != mark.bytes) continue;
    as = mark.as;
    return mark.bytes.size();
  }
  return 0;
}

}  // namespace

std::vector<EnglishPiece> english_pieces(std::string_view text) {
  std::vector<EnglishPiece> pieces;
  bool blank = true;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = at;
    char as = text[at];
    const std::size_t marked = mark_at(text, at, as);
    if (as == ' ' || as == '\t' || as == '\n' || as == '\r') {
      blank = true;
      at += marked ? marked : 1;
      continue;
    }
    EnglishPiece piece;
    piece.from = from;
    piece.blank_before = blank;
    blank = false;
    if (!marked && is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      piece.digits = true;
      piece.text = text.substr(from, at - from);
    } else if (!marked && (is_ascii_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) {
      piece.letters = true;
      while (at < text.size()) {
        const std::size_t apostrophe = mark_at(text, at, as);
        const bool inside = (apostrophe ? as == '\'' : text[at] == '\'') && at + 1 < text.size() && is_ascii_letter(text[at + (apostrophe ? apostrophe : 1)]);
        if (inside) {
          piece.text += '\'';
          at += apostrophe ? apostrophe : 1;
        } else if (!apostrophe && (is_ascii_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) {
          const char c = text[at++];
          piece.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else {
          break;
        }
      }
      if (piece.text.size() > 2 && piece.text.compare(piece.text.size() - 2, 2, "'s") == 0) piece.text.resize(piece.text.size() - 2);
    } else {
      at += marked ? marked : 1;
      piece.text = std::string(1, as);
    }
    piece.to = at;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace reportcard
