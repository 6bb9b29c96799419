// SPDX-License-Identifier: MIT
// Claims about figures: as declared in statements.toml, and reckoned. docs/claims.md is their manual.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/claim_syntax.h"
#include "words/named_figure.h"
#include "words/statement.h"

namespace reportcard {

// What a claim does. The last six need a figure that bears them; that there is none is what the rules look for.
enum class ClaimKind : std::uint8_t {
  says, value, change, comparison, target, share, counts, superlative, above, below, trend, narrowing, most
};

// One [[claim]]. A period that is there and empty is one that the document does not print.
struct Claim {
  Place place;
  ClaimKind kind = ClaimKind::says;
  std::string says, sentence;
  Place says_place, sentence_place;      // where these texts begin
  std::string at, source, said_by;
  std::string about, subject;
  std::string printed, arrow, unit, reason;
  std::string beside, of, said_of;       // counts and share
  std::optional<std::string> period, since, heading, against_period;
  std::vector<std::string> against;
  bool own() const { return source.empty() && said_by.empty(); }
};

// One [[printed-bands]]: the key of a table as a document prints it.
struct PrintedBand {
  std::string name;
  std::optional<Decimal> low, high;
  bool low_belongs = true, high_belongs = true;   // "from" and "to"; false for "above" and "below"
};
struct PrintedBands {
  Place place;
  std::string at, source, measure, reason;
  std::vector<PrintedBand> bands;
};

// One [[reference]]: a part of a document that sends its reader elsewhere.
struct Reference {
  Place place;
  std::string at, source, to, register_id, measure, reason;
};

struct Statements {
  std::vector<Claim> claims;
  std::vector<PrintedBands> bands;
  std::vector<Reference> references;
};

// statements.toml, if there is one. Problems: those of keys, claim-incomplete.
Statements read_statements(const Card& card, Problems& problems);

// A number as a document prints it: "0.3%", "−2.4", "£41m", "5.9 points".
enum class PrintedUnit : std::uint8_t { none, percent, points, pounds, days, other };
struct PrintedNumber {
  Decimal number;                        // in full: £41m is 41,000,000
  std::int8_t places = 0;                // known to: of £41m −6
  PrintedUnit unit = PrintedUnit::none;
  bool has_sign = false;
};
std::optional<PrintedNumber> read_printed(std::string_view text);

// What a condition over figures comes to.
struct Reckoning {
  Verdict verdict = Verdict::cannot_be_tested;
  std::string sum;                       // "gcse in 2011/12 = 56.7, and the claim says 58.9"
  std::string reason;                    // why it cannot be tested
};
// Problems: claim-unknown, where a name is about nothing.
Reckoning reckon(const Says& says, const Card& card, const Figures& figures, const Place& place, Problems& problems);

// Whether `value`, known to `places`, can be printed as `printed` with its own places.
enum class Agrees : std::uint8_t { yes, no, beyond_what_is_known };
Agrees agrees(Ratio value, std::int8_t places, Ratio printed, int printed_places);

}  // namespace reportcard
