#!/usr/bin/env bash
# Installs what is missing, and only that: `setup.sh run` what building and running needs, `setup.sh test` what the
# tests need as well. On Debian 12 and 13 everything comes from apt, cargo and npm; no system service is started.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

MIN_RUST=1.91      # std's file locks and path extensions; edition 2024
MIN_NODE=20        # Tailwind's and Playwright's command lines
NODE_MAJOR=22      # what is fetched when the machine's is older
WHAT=${1:-run}
case "$WHAT" in run|test) ;; *) fail "usage: scripts/setup.sh [run|test]" ;; esac

explain_macos() {
  say "macOS: this is what Stockroom needs; install it with Homebrew and rustup, then run make again:"
  echo "    brew install mariadb node brotli make coreutils bash"
  echo "    rustup toolchain install stable && rustup target add wasm32-unknown-unknown"
  [ "$WHAT" = run ] || echo "    brew install --cask chromium; brew install zbar poppler"
}

# --- packages of the system ------------------------------------------------------------------------------------------

UPDATED=
apt_update() {
  [ -z "$UPDATED" ] || return 0
  say "apt-get update: fetching the package lists"
  as_root apt-get update -qq || fail "apt-get update failed: is the network there, and are the apt sources right?"
  UPDATED=yes
}

apt_install() { # why, packages…
  local why=$1; shift
  have apt-get || fail "missing: $* ($why). This script installs with apt only: install them with your system's package manager and run it again."
  apt_update
  say "apt-get install $*: $why"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || fail "apt-get could not install: $*"
  hash -r
}

candidate() { apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" { print $2 }' | sed 's/^[0-9]*://; s/[+-].*//; s/(none)//'; }

# Chromium without its windows draws a page in three quarters of the time; an archive that lacks it has the whole, and who
# has a browser already is asked for another only where the lists at hand offer it.
browser() {
  if [ -n "$(candidate chromium-headless-shell)" ]; then echo chromium-headless-shell; return; fi
  if have chromium || have chromium-browser || have google-chrome; then return; fi
  if have apt-get; then apt_update >&2; fi
  if [ -n "$(candidate chromium-headless-shell)" ]; then echo chromium-headless-shell; else echo chromium; fi
}

system_packages() {
  local missing=()
  have gcc || missing+=(gcc)
  [ -e /usr/include/stdio.h ] || have xcrun || missing+=(libc6-dev)
  have make || missing+=(make)
  have pkg-config || missing+=(pkg-config)
  have curl || missing+=(curl)
  have brotli || missing+=(brotli)
  have git || missing+=(git)
  [ -e /etc/ssl/certs/ca-certificates.crt ] || [ ! -e /etc/debian_version ] || missing+=(ca-certificates)
  if [ "$WHAT" = test ]; then
    have chromium-headless-shell || { local wanted; wanted=$(browser); [ -z "$wanted" ] || missing+=("$wanted"); }
    have fc-list && [ -n "$(fc-list ':lang=ar' 2>/dev/null | head -n 1)" ] || missing+=(fontconfig fonts-dejavu-core)
    have zbarimg || missing+=(zbar-tools)
    have pdftoppm || missing+=(poppler-utils)
    have openssl || missing+=(openssl)
  fi
  [ ${#missing[@]} = 0 ] || apt_install "compilers and tools" "${missing[@]}"
}

# The server's programs only: the package with the system service is not asked for, so nothing listens on 3306.
database() {
  if ! have mariadbd && ! have mysqld; then
    apt_install "the embedded database's programs (no service, no port)" mariadb-server-core
  fi
  # Its installer asks this one, which Debian has in the clients' package and does not draw in.
  if have mariadbd && ! have my_print_defaults; then
    apt_install "what sets the embedded database up" mariadb-client-core
  fi
  if [ "$WHAT" = test ] && ! have mariadb && ! have mysql; then
    apt_install "the database's command line, for tests" mariadb-client-core
  fi
  if [ "$WHAT" = test ] && ! have mariadbd; then
    fail "the tests run on MariaDB and on MySQL 9, and this machine has MySQL only: install mariadb-server-core"
  fi
  # Started by root the server drops to this user, as the distribution's own would.
  if [ "$(id -u)" = 0 ] && ! id mysql >/dev/null 2>&1; then
    say "useradd mysql: the account that the database drops to when root starts it"
    useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin mysql
  fi
}

# --- Rust ------------------------------------------------------------------------------------------------------------

rust_version() { cargo --version 2>/dev/null | awk '{ print $2 }' | sed 's/-.*//'; }
rust_is_new_enough() { local v; v=$(rust_version) && [ -n "$v" ] && at_least "$MIN_RUST" "$v" && rustc --version >/dev/null 2>&1; }

debian_rust() { # packages…
  local offered
  apt_update
  offered=$(candidate rustc-web)
  if [ -z "$offered" ] || ! at_least "$MIN_RUST" "$offered"; then
    fail "Rust $MIN_RUST or newer is needed: this system's packages offer ${offered:-none} (Debian's security archive has a newer one). Add it to the apt sources, or install rustup and run this again."
  fi
  apt_install "Rust $offered from the distribution" "$@"
}

rust() {
  rust_is_new_enough && return
  if have rustup; then
    say "rustup toolchain install stable: the machine's Rust is older than $MIN_RUST"
    if rustup toolchain install stable --profile minimal --no-self-update >/dev/null 2>&1 && rustup default stable >/dev/null 2>&1 && rust_is_new_enough; then
      return
    fi
    say "rustup could not fetch it: taking the distribution's instead"
  fi
  debian_rust rustc-web cargo-web
  rust_is_new_enough || fail "cargo on PATH is $(rust_version), still older than $MIN_RUST: $(command -v cargo)"
}

# shellcheck source=wasm-toolchain.sh
wasm_toolchain() { . "$ROOT/scripts/wasm-toolchain.sh"; }

rust_for_the_browser() {
  if wasm_toolchain 2>/dev/null; then return; fi
  if have rustup && [ "$(command -v rustc)" != /usr/bin/rustc ]; then
    say "rustup target add wasm32-unknown-unknown"
    if timeout 300 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 && wasm_toolchain 2>/dev/null; then return; fi
    say "rustup could not fetch it: taking the distribution's Rust for the browser's part"
  fi
  debian_rust rustc-web rust-web-src lld-19
  wasm_toolchain || fail "the WASM toolchain is still missing"
}

rust_for_tests() {
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    if [ "$(command -v cargo)" = /usr/bin/cargo ]; then
      debian_rust rustfmt-web rust-web-clippy
    else
      say "rustup component add rustfmt clippy"
      rustup component add rustfmt clippy >/dev/null 2>&1 || fail "rustup could not add rustfmt and clippy"
    fi
  fi
  # Lints for the browser's crates come from the compiler that builds them.
  wasm_toolchain
  if [ "$WASM_KIND" = build-std ]; then
    local missing=()
    [ -x /usr/bin/cargo-clippy ] || missing+=(rust-web-clippy)
    [ -x /usr/bin/cargo ] || missing+=(cargo-web)
    [ ${#missing[@]} = 0 ] || debian_rust "${missing[@]}"
  fi
}

wasm_bindgen() {
  local want
  want=$(sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml)
  [ -n "$want" ] || fail "Cargo.toml pins no wasm-bindgen version (wasm-bindgen = \"=X.Y.Z\")"
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $want" ] && return
  say "cargo install wasm-bindgen-cli $want into .tools (a few minutes, once)"
  # Not --locked: its lock names a crate version that was withdrawn.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet wasm-bindgen-cli --version "$want" --root "$TOOLS" --target-dir "$ROOT/target/tools" --force
  rm -rf "$ROOT/target/tools"
}

# --- Node ------------------------------------------------------------------------------------------------------------

node_major() { node --version 2>/dev/null | sed 's/^v//; s/\..*//'; }
node_is_new_enough() { [ "$(node_major)" ] && [ "$(node_major)" -ge "$MIN_NODE" ]; }

node_and_npm() {
  local arch
  if ! have npm || ! have node; then
    apt_install "Node and npm, for the style sheet and the browser tests" nodejs npm
  fi
  node_is_new_enough && return
  case "$(uname -m)" in x86_64) arch=x64 ;; aarch64|arm64) arch=arm64 ;; *) fail "Node $MIN_NODE or newer is needed, this machine has $(node --version)" ;; esac
  say "npm install node-linux-$arch@$NODE_MAJOR into .tools: the machine's Node is $(node --version)"
  npm install --prefix "$TOOLS/node" --no-save --no-audit --no-fund --loglevel=error "node-linux-$arch@$NODE_MAJOR" >/dev/null
  mkdir -p "$TOOLS/bin"
  ln -sf "../node/node_modules/node-linux-$arch/bin/node" "$TOOLS/bin/node"
  hash -r
  node_is_new_enough || fail "Node $MIN_NODE or newer is needed, $(command -v node) is $(node --version)"
}

npm_packages() {
  local dir stamp
  for dir in . end2end; do
    [ -f "$dir/package-lock.json" ] || continue
    stamp=$(sha256sum <"$dir/package-lock.json" | cut -c 1-32)
    [ "$(cat "$dir/node_modules/.stockroom-stamp" 2>/dev/null)" = "$stamp" ] && continue
    say "npm ci in $dir"
    (cd "$dir" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >/dev/null)
    printf '%s\n' "$stamp" >"$dir/node_modules/.stockroom-stamp"
  done
}

if [ "$(uname -s)" = Darwin ]; then
  for tool in cargo node npm brotli mariadbd; do have "$tool" || { explain_macos; exit 1; }; done
else
  system_packages
  database
fi
rust
rust_for_the_browser
[ "$WHAT" = run ] || rust_for_tests
wasm_bindgen
node_and_npm
npm_packages
