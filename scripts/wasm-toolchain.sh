# shellcheck shell=bash disable=SC2034,SC2054
# Sourced: chooses what compiles for the browser. Sets
#   WASM_ENV   variables for the WASM command alone (on the server's they would rebuild everything),
#   WASM_ARGS  arguments of `cargo build`,
#   WASM_KIND  target (rustup's or the distribution's own), or build-std (Debian's rustc-web with rust-web-src).
# Returns 1 when neither is there.

WASM_TARGET=wasm32-unknown-unknown
WASM_ENV=()
WASM_ARGS=()
WASM_KIND=none

wasm_linker() {
  local linker
  for linker in wasm-ld-22 wasm-ld-21 wasm-ld-20 wasm-ld-19 wasm-ld; do
    if [ -x "/usr/bin/$linker" ]; then printf '/usr/bin/%s' "$linker"; return; fi
  done
  return 1
}

if command -v rustc >/dev/null && compgen -G "$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null)/libstd-*.rlib" >/dev/null; then
  WASM_KIND=target
elif [ -x /usr/bin/rustc ] && [ -f "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] && wasm_linker >/dev/null; then
  WASM_KIND=build-std
  WASM_ENV=(RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(wasm_linker)")
  WASM_ARGS=(-Zbuild-std=std,panic_abort)
else
  echo "no toolchain for $WASM_TARGET: run scripts/setup.sh, or \`rustup target add $WASM_TARGET\`, or \`apt-get install rustc-web rust-web-src lld-19\`" >&2
  return 1
fi
export WASM_TARGET WASM_KIND
