#!/usr/bin/env bash
# Builds everything that `stockroom serve` needs: the server with cargo, and target/site, which is what a browser loads:
#   pkg/admin.{js,wasm}, pkg/floor.{js,wasm}   the two modules (design R19), from the one crate `hydrate`
#   pkg/boot.js                                what loads them
#   pkg/stockroom.css                          by scripts/css.sh
#   everything in public/                      as it is
#   *.gz, *.br                                 of whatever shrinks
#   version                                    a hash over pkg/, the ?v= of every address
# A part whose inputs have not changed is skipped. PROFILE=release builds the release server. `build.sh server|site`
# builds one half.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

PROFILE=${PROFILE:-dev}
SITE=target/site
STAMPS=target/stamps
PARTS=${1:-all}
case "$PARTS" in all|server|site) ;; *) fail "usage: scripts/build.sh [all|server|site]" ;; esac
mkdir -p "$STAMPS" "$SITE/pkg" target/front/stage

# `changed NAME HASH` is true when NAME was last finished with another hash; `finished NAME HASH` remembers it.
changed() { [ "$(cat "$STAMPS/$1" 2>/dev/null)" != "$2" ]; }
finished() { printf '%s\n' "$2" >"$STAMPS/$1"; }

# `put FROM TO` copies only what differs, so that times say what changed.
put() { cmp -s "$1" "$2" || { mkdir -p "$(dirname "$2")"; cp "$1" "$2.new"; mv "$2.new" "$2"; }; }

build_server() {
  say "server: cargo build ($PROFILE profile)"
  cargo build --profile "$PROFILE" -p server --bin stockroom
}

# What the browser's modules are made of: not the pages, which are the server's alone.
front_inputs() {
  find app locales -type f -not -path 'app/src/*' -not -path 'app/*/pages/*' -not -name boot.js -print0
  printf '%s\0' Cargo.toml Cargo.lock .cargo/config.toml scripts/wasm-toolchain.sh scripts/build.sh
}

build_module() { # admin|floor
  local name=$1 started=$SECONDS hash wasm=target/front/wasm32-unknown-unknown/wasm-release/hydrate.wasm stage=target/front/stage/$1
  hash=$( { front_inputs | sort -z | xargs -0 -r sha256sum; printf '%s\n' "$name" "$WASM_KIND" "${WASM_ENV[*]:-}" "$(wasm_rustc)" "$(wasm-bindgen --version)"; } | sha256sum | cut -c 1-32)
  if ! changed "module-$name" "$hash" && [ -s "$SITE/pkg/$name.wasm" ] && [ -s "$SITE/pkg/$name.js" ]; then return; fi
  say "browser module $name: cargo build for $WASM_TARGET ($WASM_KIND)"
  # A cdylib has the same file name for both feature sets: an old one must not pass for this one.
  rm -f "$wasm" "target/front/wasm32-unknown-unknown/wasm-release/deps/hydrate.wasm"
  env ${WASM_ENV[@]+"${WASM_ENV[@]}"} cargo build --lib -p hydrate --no-default-features --features "$name" \
    --target "$WASM_TARGET" --target-dir target/front --profile wasm-release ${WASM_ARGS[@]+"${WASM_ARGS[@]}"}
  rm -rf "$stage"
  wasm-bindgen --target web --no-typescript --out-dir "$stage" --out-name "$name" "$wasm"
  # Only the file is renamed. `./NAME_bg.js` is the import key inside the module and stays.
  mv "$stage/${name}_bg.wasm" "$stage/$name.wasm"
  sed -i.bak "s/${name}_bg\.wasm/${name}.wasm/g" "$stage/$name.js" && rm -f "$stage/$name.js.bak"
  (cd "$stage" && find . -type f -print0) | while IFS= read -r -d '' file; do put "$stage/${file#./}" "$SITE/pkg/${file#./}"; done
  finished "module-$name" "$hash"
  say "browser module $name: $(wc -c <"$SITE/pkg/$name.wasm" | tr -d ' ') bytes, $((SECONDS - started)) s"
}

wasm_rustc() { if [ "$WASM_KIND" = build-std ]; then /usr/bin/rustc --version; else rustc --version; fi; }

build_modules() {
  # shellcheck source=wasm-toolchain.sh
  . scripts/wasm-toolchain.sh
  have wasm-bindgen || fail "wasm-bindgen is missing: run scripts/setup.sh"
  build_module admin
  build_module floor
}

build_css() {
  [ -x scripts/css.sh ] || { say "style sheet: scripts/css.sh is not there yet"; return; }
  local hash
  # Class names are read from the sources, pages included.
  hash=$(hash_of style app scripts/css.sh package-lock.json)
  if ! changed css "$hash" && [ -s "$SITE/pkg/stockroom.css" ]; then return; fi
  say "style sheet"
  scripts/css.sh target/front/stage/stockroom.css
  put target/front/stage/stockroom.css "$SITE/pkg/stockroom.css"
  finished css "$hash"
}

copy_public() {
  local file
  # Not in public/: cargo-leptos keeps pkg/ for itself.
  put app/hydrate/boot.js "$SITE/pkg/boot.js"
  [ -d public ] || return 0
  (cd public && find . -type f -print0) | while IFS= read -r -d '' file; do put "public/$file" "$SITE/$file"; done
}

# Removes what neither this build nor public/ has put there.
sweep() {
  local file plain
  (cd "$SITE" && find . -type f -print0) | while IFS= read -r -d '' file; do
    file=${file#./}; plain=${file%.gz}; plain=${plain%.br}
    if [ "$plain" = version ] || [ -e "public/$plain" ] || [ "$plain" = pkg/stockroom.css ] || [ "$plain" = pkg/boot.js ] \
      || [ -e "target/front/stage/admin/${plain#pkg/}" ] || [ -e "target/front/stage/floor/${plain#pkg/}" ]; then
      if [ -e "$SITE/$plain" ]; then continue; fi
    fi
    rm -f "$SITE/$file"
  done
}

compress() {
  local file squeezed=0
  while IFS= read -r -d '' file; do
    if [ -e "$file.br" ] && [ -e "$file.gz" ] && ! [ "$file" -nt "$file.br" ]; then continue; fi
    gzip -9 -n -k -f "$file"
    brotli -q 11 -k -f "$file"
    touch -r "$file" "$file.gz" "$file.br"
    squeezed=$((squeezed + 1))
  done < <(find "$SITE" -type f -size +255c \( -name '*.js' -o -name '*.wasm' -o -name '*.css' -o -name '*.svg' -o -name '*.html' \
    -o -name '*.json' -o -name '*.txt' -o -name '*.webmanifest' -o -name '*.ttf' \) -print0)
  [ "$squeezed" = 0 ] || say "compressed $squeezed files"
}

write_version() {
  local version
  version=$(cd "$SITE" && find pkg -type f -not -name '*.gz' -not -name '*.br' -print0 | sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-12)
  [ "$(cat "$SITE/version" 2>/dev/null)" = "$version" ] || printf '%s\n' "$version" >"$SITE/version"
}

build_site() {
  build_modules
  build_css
  copy_public
  sweep
  compress
  write_version
}

case "$PARTS" in
  server) build_server ;;
  site) build_site ;;
  all)
    # Side by side: each has long single-threaded ends, and they share no target folder.
    log=target/stamps/site.log
    build_site >"$log" 2>&1 &
    site=$!
    trap 'kill "$site" 2>/dev/null || true' EXIT
    ok=yes
    build_server || ok=no
    if [ "$ok" = yes ] && kill -0 "$site" 2>/dev/null; then say "waiting for the browser's part (its log: $log)"; fi
    wait "$site" || { cat "$log" >&2; fail "the browser's part did not build"; }
    trap - EXIT
    grep -a '==>' "$log" || true
    [ "$ok" = yes ] || fail "the server did not build"
    ;;
esac
