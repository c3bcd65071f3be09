#!/usr/bin/env bash
# `make bench`, `make bench-l` and `make drills`: runs the programs in scripts/bench/, bench-l/ or drills/, one after another, each with both
# databases started (STOCKROOM_TEST_MARIADB_URL, STOCKROOM_TEST_MYSQL_URL), the release build made and, for drills, a
# seed (STOCKROOM_SEED, printed). A drill may take half an hour; what it prints is added to docs/drills.md with date, commit
# and seed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

WHAT=${1:-}
case "$WHAT" in bench|bench-l|drills) ;; *) fail "usage: scripts/long.sh bench|bench-l|drills" ;; esac
compgen -G "scripts/$WHAT/*" >/dev/null || fail "there is nothing in scripts/$WHAT/ yet"

scripts/setup.sh test
PROFILE=release scripts/build.sh

databases=$(mktemp -d /tmp/stockroom-long.XXXXXX)
chmod 755 "$databases"
clean_up() {
  scripts/mariadb.sh stop "$databases/mariadb" || true
  scripts/mysql9.sh stop "$databases/mysql" || true
  rm -rf "$databases"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
STOCKROOM_TEST_MARIADB_URL=$(scripts/mariadb.sh start "$databases/mariadb")
STOCKROOM_TEST_MYSQL_URL=$(scripts/mysql9.sh start "$databases/mysql")
STOCKROOM_SEED=${STOCKROOM_SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
export STOCKROOM_TEST_MARIADB_URL STOCKROOM_TEST_MYSQL_URL STOCKROOM_SEED

failed=0
for program in "scripts/$WHAT"/*; do
  [ -x "$program" ] || continue
  name=$(basename "$program")
  say "$name (seed $STOCKROOM_SEED)"
  began=$SECONDS
  log=target/$WHAT-$name.log
  result=passed
  if [ "$WHAT" = drills ]; then
    timeout 1800 "$program" 2>&1 | tee "$log" || result=FAILED
    {
      printf '\n## %s: %s\n%s, commit %s, seed %s, %s s\n\n```\n' "$name" "$result" "$(date -u '+%Y-%m-%d %H:%M UTC')" \
        "$(git rev-parse --short HEAD 2>/dev/null || echo none)" "$STOCKROOM_SEED" $((SECONDS - began))
      # A report is of the product, whatever folder it stands in.
      tail -n 40 "$log" | sed "s|$ROOT/||g; s|/tmp/[^ ',:]*|…|g"
      printf '```\n'
    } >>docs/drills.md
  else
    "$program" 2>&1 | tee "$log" || result=FAILED
  fi
  say "$name: $result in $((SECONDS - began)) s"
  [ "$result" = passed ] || failed=1
done
exit "$failed"
