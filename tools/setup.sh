#!/bin/sh
# Installs what is missing, after saying so:
#
#   tools/setup.sh [emscripten] [packages] [compilers] [arm] [llvm] [browsers]
#
# Debian's and Ubuntu's packages where this user is root or may sudo; what
# cannot be installed gets one sentence that says what to do. Only a missing
# Emscripten, C compiler or npm package is an error; a missing browser, linter
# or valgrind means skipped tests.
set -eu
cd "$(dirname "$0")/.."

EMSDK_VERSION=4.0.16

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
have_any() { for name; do have "$name" && return 0; done; return 1; }

# Runs a command as root, or fails when this user may not.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then sudo "$@"
  else return 1
  fi
}

# apt_install NAMES…: quietly, and only what is needed; fails without apt or root.
apt_install() {
  have apt-get && as_root true || return 1
  say "Installing from this system's packages: $*"
  keep_node
  log=$(mktemp)
  if as_root apt-get update -qq >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1
  then rm -f "$log"
  else tail -n 5 "$log" >&2; rm -f "$log"; return 1
  fi
}

# Debian's emscripten brings Debian's older Node.js: a Node.js that was put in
# the same place by hand must not be overwritten.
keep_node() {
  if [ -e /usr/bin/node ] && have dpkg-divert && ! dpkg -S /usr/bin/node >/dev/null 2>&1; then
    as_root dpkg-divert --quiet --local --no-rename --divert /usr/bin/node.debian --add /usr/bin/node
  fi
}

check_node() {
  have node && have npm || fail "Please install Node.js 20.19 or newer, with npm: https://nodejs.org/"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old: please install 20.19 or newer from https://nodejs.org/"
}

emscripten() {
  have emcc || [ -x build/emsdk/upstream/emscripten/emcc ] && return
  apt_install emscripten || emsdk ||
    fail "Please install Emscripten so that emcc is on the PATH: https://emscripten.org/docs/getting_started/downloads.html"
}

# A pinned Emscripten inside the project, where the system has none to offer.
emsdk() {
  have git && have python3 || return 1
  say "Installing Emscripten $EMSDK_VERSION to build/emsdk (about 1 GB)"
  rm -rf build/emsdk && mkdir -p build &&
    git clone --quiet --depth 1 --branch "$EMSDK_VERSION" \
      https://github.com/emscripten-core/emsdk.git build/emsdk &&
    build/emsdk/emsdk install "$EMSDK_VERSION" >&2 &&
    build/emsdk/emsdk activate "$EMSDK_VERSION" >/dev/null || { rm -rf build/emsdk; return 1; }
}

packages() {
  say "Installing the npm packages of package-lock.json to node_modules"
  npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2 ||
    fail "The npm packages could not be installed: please run npm ci with a network."
  touch node_modules/.package-lock.json
}

# Can this compiler build and run a sanitized program?
sanitizes() {
  have "$1" || return 1
  program=$(mktemp)
  echo 'int main(void) { return 0; }' |
    "$1" -fsanitize=address,undefined -x c - -o "$program" 2>/dev/null && "$program"
  result=$?
  rm -f "$program"
  return $result
}

# gcc and clang with their sanitizers, and clang-format; and, where they can be
# had, what else looks for mistakes in C.
compilers() {
  missing=
  sanitizes gcc || missing="gcc libc6-dev"
  sanitizes clang-14 || sanitizes clang || missing="$missing clang-14 libclang-rt-14-dev libc6-dev"
  have_any clang-format-14 clang-format || missing="$missing clang-format-14"
  # shellcheck disable=SC2086 # a list of names
  [ -z "$missing" ] || apt_install $missing ||
    say "Please install, for the tests of the C code: $missing"
  sanitizes gcc || sanitizes clang-14 || sanitizes clang ||
    fail "No C compiler with address and undefined-behaviour sanitizers was found."
  missing=
  have cppcheck || missing="cppcheck"
  have clang-tidy-14 || missing="$missing clang-tidy-14"
  have valgrind || missing="$missing valgrind"
  # shellcheck disable=SC2086 # a list of names
  [ -z "$missing" ] || apt_install $missing ||
    say "Please install, or their checks of the C code are skipped: $missing"
}

# What reads clang's counts of a program's lines and branches.
llvm() {
  have llvm-cov-14 && have llvm-profdata-14 || have llvm-cov && have llvm-profdata ||
    apt_install llvm-14 ||
    say "Please install, for make coverage: llvm-14"
}

# A compiler for ARM and an emulator to run what it makes.
arm() {
  have aarch64-linux-gnu-gcc && have qemu-aarch64 ||
    apt_install gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user ||
    say "Please install, or ARM is skipped: gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user"
}

browsers() {
  missing=
  have_any chromium chromium-browser google-chrome google-chrome-stable || missing="chromium"
  have_any firefox firefox-esr || missing="$missing firefox-esr"
  # shellcheck disable=SC2086 # a list of names
  [ -z "$missing" ] || apt_install $missing fonts-dejavu-core ||
    say "Please install, or their tests of the page are skipped: $missing"
}

check_node
for part; do "$part"; done
