#!/usr/bin/env bash
# `make test`: every check, each timed, one summary at the end. A step's output is in target/test/NAME.log and is shown
# when the step fails. Nothing is skipped: what could not run counts as failed.
#   test.sh all      everything
#   test.sh mysql    the tests that `cargo test` holds, on MySQL 9 in the place of both databases
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

WHAT=${1:-all}
case "$WHAT" in all|mysql) ;; *) fail "usage: scripts/test.sh [all|mysql]" ;; esac
LOGS=target/test
rm -rf "$LOGS"
mkdir -p "$LOGS"
STARTED=$SECONDS
NAMES=() RESULTS=() TIMES=() NOTES=()
PASSED=0 FAILED=0

record() { # name, result, seconds, note
  NAMES+=("$1"); RESULTS+=("$2"); TIMES+=("$3"); NOTES+=("$4")
  if [ "$2" = passed ]; then PASSED=$((PASSED + 1)); else FAILED=$((FAILED + 1)); fi
}

# `step NAME COMMAND…` runs it and remembers how it went; it never ends the script.
step() {
  local name=$1 began=$SECONDS log=$LOGS/$1.log note=
  shift
  say "$name"
  # A function given here must return what failed by itself: inside a condition `set -e` has no effect.
  if ("$@") >"$log" 2>&1 </dev/null; then
    note=$(count "$log")
    record "$name" passed $((SECONDS - began)) "$note"
    printf '    passed in %s s%s\n' $((SECONDS - began)) "${note:+ ($note)}"
  else
    note=$(count "$log")
    record "$name" FAILED $((SECONDS - began)) "${note:+$note; }$log"
    printf '\033[31m    FAILED\033[0m after %s s; the end of %s:\n' $((SECONDS - began)) "$log"
    # Which tests failed may stand far above the end.
    grep -aE '^test .* FAILED$|^thread .* panicked at' "$log" | head -n 50 | sed 's/^/    | /' || true
    tail -n 300 "$log" | sed 's/^/    | /'
    return 1
  fi
}

not_run() { record "$1" "not run" 0 "$2"; }

# How many tests a log tells of.
count() {
  awk '/^test result: / { for (i = 1; i < NF; i++) { if ($(i+1) ~ /^passed/) p += $i; if ($(i+1) ~ /^failed/) f += $i; if ($(i+1) ~ /^ignored/) g += $i } n = 1 }
    END { if (n) { printf "%d tests passed", p; if (f) printf ", %d failed", f; if (g) printf ", %d ignored", g } }' "$1"
}

# --- databases -------------------------------------------------------------------------------------------------------

# In memory when there is plenty: the tests make and drop hundreds of databases, and none of them outlives the run.
database_folder() {
  local place=/tmp free
  if [ -d /dev/shm ] && [ -r /proc/meminfo ]; then
    free=$(awk '$1 == "MemAvailable:" { print int($2 / 1048576) }' /proc/meminfo)
    if [ "$free" -ge 8 ] && [ "$(df -Pm /dev/shm | awk 'NR == 2 { print $4 }')" -ge 4096 ]; then place=/dev/shm; fi
  fi
  mktemp -d "$place/stockroom-test.XXXXXX"
}

DATABASES=$(database_folder)
chmod 755 "$DATABASES"
clean_up() {
  scripts/mariadb.sh stop "$DATABASES/mariadb" || true
  scripts/mysql9.sh stop "$DATABASES/mysql" || true
  rm -rf "$DATABASES"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

start_mariadb() { scripts/mariadb.sh start "$DATABASES/mariadb" >"$DATABASES/mariadb.url" && cat "$DATABASES/mariadb.url"; }
start_mysql() { scripts/mysql9.sh start "$DATABASES/mysql" >"$DATABASES/mysql.url" && cat "$DATABASES/mysql.url"; }

# --- lints of what runs in the browser -------------------------------------------------------------------------------

lint_browser() {
  local toolchain=() module
  # shellcheck source=wasm-toolchain.sh
  . scripts/wasm-toolchain.sh
  # Clippy must be of the compiler that builds: /usr/bin's own for Debian's.
  if [ "$WASM_KIND" = build-std ]; then toolchain=("PATH=/usr/bin:$PATH"); fi
  for module in admin floor; do
    env ${toolchain[@]+"${toolchain[@]}"} ${WASM_ENV[@]+"${WASM_ENV[@]}"} cargo clippy -p hydrate --no-default-features --features "$module" \
      --target "$WASM_TARGET" --target-dir target/front --profile wasm-release ${WASM_ARGS[@]+"${WASM_ARGS[@]}"} -- -D warnings || return 1
  done
}

# --- the tests in Rust ------------------------------------------------------------------------------------------------

# Files whose documentation holds an example that would run.
examples() {
  find app server -name '*.rs' -exec awk '
    FNR == 1 { open = 0 }
    /^ *\/\/[\/!] *```/ { open = !open; if (open && !/```(text|sql|json|sh)/) print FILENAME }' {} +
}

# To ask every crate for its documentation's examples takes half a minute, so they are asked when there is one.
rust_tests() {
  local failed=0
  cargo test --no-fail-fast --tests || failed=1
  if [ -n "$(examples)" ]; then cargo test --no-fail-fast --doc || failed=1; fi
  return $failed
}

# How statements go about their tables, on the other database as well: the embedded one is MariaDB where that is found.
plans_on_mysql() {
  STOCKROOM_EMBEDDED_SERVER=$TOOLS/mysql9/bin/mysqld cargo test -q -p server --test it -- plans::
}

# --- the steps -------------------------------------------------------------------------------------------------------

summary() {
  local i
  printf '\n\033[1m%-22s %-8s %8s  %s\033[0m\n' step result seconds ""
  for i in "${!NAMES[@]}"; do printf '%-22s %-8s %8s  %s\n' "${NAMES[$i]}" "${RESULTS[$i]}" "${TIMES[$i]}" "${NOTES[$i]}"; done
  printf '%-22s %-8s %8s\n\n' "all of it" "" $((SECONDS - STARTED))
  printf 'steps: %s passed, %s failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" = 0 ]
}

if ! step setup scripts/setup.sh test; then summary; exit 1; fi

if [ "$WHAT" = all ]; then
  step format cargo fmt --all --check || true
  step lint-server cargo clippy --all-targets -- -D warnings || true
  step lint-browser lint_browser || true
  step mariadb start_mariadb || true
fi
step mysql9 start_mysql || true

STOCKROOM_TEST_MYSQL_URL=$(cat "$DATABASES/mysql.url" 2>/dev/null || true)
STOCKROOM_TEST_MARIADB_URL=$(cat "$DATABASES/mariadb.url" 2>/dev/null || true)
[ "$WHAT" = all ] || STOCKROOM_TEST_MARIADB_URL=$STOCKROOM_TEST_MYSQL_URL
export STOCKROOM_TEST_MYSQL_URL STOCKROOM_TEST_MARIADB_URL

if [ -n "$STOCKROOM_TEST_MYSQL_URL" ] && [ -n "$STOCKROOM_TEST_MARIADB_URL" ]; then
  # A test waits for its database half of the time, so twice as many as there are processors.
  export RUST_TEST_THREADS=$((2 * $(getconf _NPROCESSORS_ONLN)))
  step tests rust_tests || true
  if [ "$WHAT" = all ]; then
    step plans-mysql9 plans_on_mysql || true
    step sabotage scripts/drills/sabotage some 4 || true
  fi
else
  not_run tests "a database is missing"
fi

if [ "$WHAT" = all ]; then
  if step build scripts/build.sh; then
    if [ -f end2end/run.mjs ]; then step browser node end2end/run.mjs || true; else not_run browser "end2end/run.mjs is missing"; fi
  else
    not_run browser "the build failed"
  fi
fi

summary
