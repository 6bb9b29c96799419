# SPDX-License-Identifier: MIT
# From what `reportcard COMMAND --help` prints to the part of a manual page. One text for both, so that they cannot drift.
function safe(words) {
  gsub(/\\/, "\\e", words); gsub(/-/, "\\-", words); gsub(/'/, "\\(aq", words)
  if (words ~ /^\./) words = "\\&" words
  return words
}
# "--audience TEXT:{public,members,staff}=public" -> "--audience public|members|staff", and "(default public)" behind the words.
function option(raw,   name, kind, rest, default, needs, must) {
  needs = ""; must = ""; default = ""
  if (match(raw, / Needs: .*$/)) { needs = substr(raw, RSTART + 8); raw = substr(raw, 1, RSTART - 1) }
  if (sub(/ REQUIRED$/, "", raw)) must = "required"
  if (match(raw, /=[^={}\]]*$/) && raw !~ /^--?[a-z-]+=/) { default = substr(raw, RSTART + 1); raw = substr(raw, 1, RSTART - 1) }
  if (match(raw, / /)) { name = substr(raw, 1, RSTART - 1); kind = substr(raw, RSTART + 1) } else { name = raw; kind = "" }
  if (match(kind, /\{.*\}$/)) { kind = substr(kind, RSTART + 1, RLENGTH - 2); gsub(/,/, "|", kind) }
  else if (kind ~ /^(INT|FLOAT|UINT)/) kind = "N"
  else if (kind ~ /^TEXT/) kind = ""
  gsub(/,/, ", ", name)
  print ".TP"
  print ".B " safe(name) (kind == "" ? "" : " " safe(kind))
  behind = ""
  if (must != "") behind = behind " (required)"
  if (default != "" && default != "\".\"") behind = behind " (default " default ")"
  if (needs != "") behind = behind " (only with " needs ")"
}
function described(words) { print safe(words behind); behind = "" }
/^Usage:/ { sub(/^Usage: reportcard /, ""); gsub(/\([0-9]+x\)/, ""); print ".P"; print ".B reportcard " safe($0); part = ""; next }
/^(Positionals|Options):$/ { part = "options"; next }
/^Examples?:$/ { part = "examples"; print ".P"; print "Examples:"; print ".RS 4"; print ".nf"; open = 1; next }
/^[ \t]*$/ { next }
part == "options" && /^  [^ ]/ {
  line = substr($0, 3)
  if (match(line, /   */)) {
    words = substr(line, RSTART + RLENGTH)
    option(substr(line, 1, RSTART - 1))
    described(words)
  } else option(line)
  next
}
part == "options" { sub(/^ +/, ""); described($0); next }
part == "examples" { sub(/^  /, ""); print safe($0); next }
{ print safe($0) "." }
END { if (open) { print ".fi"; print ".RE" } }
