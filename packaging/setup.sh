# Sourced by ./demo and ./verify: says what it does, installs only what is missing, builds with a compiler cache.
say() { printf '\n== %s\n' "$*"; }

# What each purpose needs, from Debian 12 only.
packages_build="cmake ninja-build g++ pkg-config ccache mold libtomlplusplus-dev libmd4c-dev libcli11-dev libfmt-dev libutf8proc-dev libssl-dev libzip-dev libexpat1-dev libxlsxwriter-dev libgtest-dev libgmock-dev librapidcheck-dev"
packages_pages="chromium pandoc poppler-utils nodejs npm python3 default-jre-headless python3-pandas python3-openpyxl python3-docx"
packages_fuzz="clang libclang-rt-14-dev"
packages_package="dpkg-dev binutils"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "This needs root or sudo to install packages: $*" >&2; return 1; fi
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# A tool that is there by other means than a Debian package (a newer Node, say) is used as it is.
present() {
  case "$1" in
    nodejs) command -v node >/dev/null ;;
    npm) command -v npm >/dev/null ;;
    python3) command -v python3 >/dev/null ;;
    python3-openpyxl) /usr/bin/python3 -c 'import openpyxl' 2>/dev/null ;;
    python3-docx) /usr/bin/python3 -c 'import docx' 2>/dev/null ;;
    python3-pandas) /usr/bin/python3 -c 'import pandas' 2>/dev/null ;;
    default-jre-headless) command -v java >/dev/null ;;
    *) installed "$1" ;;
  esac
}

setup_tools() { # PURPOSE...
  local purpose package missing=""
  for purpose in "$@"; do
    local list="packages_$purpose"
    for package in ${!list}; do present "$package" || missing="$missing $package"; done
  done
  [ -z "$missing" ] && return 0
  say "Installing:$missing"
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

build_preset() { # PRESET [TARGET...]
  local preset=$1; shift
  say "Building ($preset)"
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
  cmake --build --preset "$preset" ${1:+--target "$@"} -- -j "$(nproc)" | tail -n 3
}
