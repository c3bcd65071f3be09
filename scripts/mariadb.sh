#!/usr/bin/env bash
# A throw-away MariaDB for tests: `mariadb.sh start DIR` prints its DATABASE_URL (root, no password, on a socket),
# `mariadb.sh stop DIR` stops it. STOCKROOM_TEST_PERFORMANCE_SCHEMA=ON switches statement digests on.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=testdb.sh
. "$(dirname "$0")/testdb.sh"

# shellcheck disable=SC2034
NAME=MariaDB
CACHE=$TOOLS/mariadb
if [ "$(id -u)" = 0 ] && ! user_can_reach mysql "$ROOT"; then CACHE=/var/cache/stockroom/mariadb; fi

initialise() { as_server mariadb-install-db --no-defaults --datadir="$1" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve; }
serve() { as_server mariadbd "$@"; }

case "${1:-} ${2:-}" in
  "start "?*)
    have mariadbd || fail "there is no mariadbd: run scripts/setup.sh test"
    mkdir -p "$CACHE"
    start_server "$2" "$CACHE" "$(mariadbd --version | sed 's/.* Ver \([0-9.]*\).*/\1/')"
    ;;
  "stop "?*) stop_server "$2" ;;
  *) fail "usage: scripts/mariadb.sh start|stop DIR" ;;
esac
