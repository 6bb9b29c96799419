# SPDX-License-Identifier: MIT
# Completion for bash. It asks the program itself, so it knows exactly the commands, options and choices that are there.
_reportcard() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} program=${COMP_WORDS[0]} command="" help choices
  COMPREPLY=()
  [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}
  if [ -z "$command" ]; then
    help=$("$program" --help 2>/dev/null)
    COMPREPLY=($(compgen -W "$(awk '/^Subcommands:/ { on = 1; next } on && /^  [a-z]/ { print $1 }' <<<"$help") --help --version" -- "$word"))
    return
  fi
  help=$("$program" "$command" --help 2>/dev/null) || return
  # "--format TEXT:{text,json}": the choices of the option before.
  if [[ $before == --* ]]; then
    choices=$(awk -v option="$before" '$1 == option && match($0, /\{[^}]*\}/) { words = substr($0, RSTART + 1, RLENGTH - 2); gsub(/,/, " ", words); print words; exit }' <<<"$help")
    if [ -n "$choices" ]; then
      COMPREPLY=($(compgen -W "$choices" -- "$word"))
      return
    fi
  fi
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$(awk '/^  -/ { name = $1; sub(/^-.,/, "", name); print name }' <<<"$help")" -- "$word"))
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -F _reportcard reportcard
