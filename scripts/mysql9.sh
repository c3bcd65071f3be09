#!/usr/bin/env bash
# A throw-away MySQL 9 for tests: `mysql9.sh start DIR` prints its DATABASE_URL (root, no password, on a socket),
# `mysql9.sh stop DIR` stops it, `mysql9.sh install` only fetches it.
#
# Debian's stable releases have no MySQL. Its packages are taken from Debian's unstable with their whole closure, the C
# library included, unpacked into a folder and run from there: the system's own packages are not touched. Fetched once;
# when that fails, so does this. STOCKROOM_TEST_PERFORMANCE_SCHEMA=ON switches statement digests on.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=testdb.sh
. "$(dirname "$0")/testdb.sh"

NAME="MySQL 9"
CACHE=$TOOLS/mysql9
if [ "$(id -u)" = 0 ] && ! user_can_reach mysql "$ROOT"; then CACHE=/var/cache/stockroom/mysql9; fi
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

fetch() { # into $CACHE/root
  local apt=$CACHE/apt mirror started=$SECONDS
  [ -f "$KEYRING" ] || fail "$NAME is fetched from Debian, and $KEYRING is missing: apt-get install debian-archive-keyring"
  { have apt-get && have dpkg; } || fail "$NAME is unpacked from Debian's packages: this needs apt-get and dpkg"
  mirror=$(debian_mirror)
  say "$NAME: fetching it from Debian unstable (about 70 MB, once)" >&2
  rm -rf "$apt" "$CACHE/root.new"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/preferences.d" "$CACHE/root.new"
  : >"$apt/status"
  printf 'deb [signed-by=%s] %s sid main\n' "$KEYRING" "$mirror" >"$apt/sources.list"
  local options=(
    -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::Etc::preferencesparts=$apt/preferences.d"
    -o "Dir::State=$apt" -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$apt/status" -o "Dir::Cache=$apt/cache"
    -o APT::Install-Recommends=0 -o Debug::NoLocking=1 -o "APT::Sandbox::User=$(id -un)" -o Acquire::Retries=3 -o APT::Update::Error-Mode=any
  )
  { apt-get "${options[@]}" -qq update && apt-get "${options[@]}" -y -qq --download-only install mysql-server-core mysql-client-core; } >"$CACHE/fetch.log" 2>&1 \
    || { tail -n 20 "$CACHE/fetch.log" >&2; fail "$NAME could not be fetched: the database tests need it"; }
  local deb
  for deb in "$apt"/cache/archives/*.deb; do dpkg -x "$deb" "$CACHE/root.new"; done
  rm -rf "$apt" "$CACHE/root"
  mv "$CACHE/root.new" "$CACHE/root"
  say "$NAME: fetched in $((SECONDS - started)) s" >&2
}

# Programs that run with the libraries they came with. Options are added at the end: --no-defaults must come first.
wrappers() {
  local root=$CACHE/root loader libraries name place
  loader=$(find "$root/usr/lib" -name 'ld-linux*.so.*' | head -n 1)
  libraries=$(dirname "$(find "$root/usr/lib" -name 'libc.so.6' | head -n 1)")
  [ -n "$loader" ] || fail "$NAME's packages hold no loader: see $root"
  mkdir -p "$CACHE/bin"
  for place in sbin/mysqld bin/mysql bin/mysqldump bin/mysqladmin; do
    [ -e "$root/usr/$place" ] || continue
    name=${place##*/}
    {
      printf '#!/bin/sh\nexec "%s" --library-path "%s" "%s" "$@"' "$loader" "$libraries" "$root/usr/$place"
      if [ "$name" = mysqld ]; then printf ' "--basedir=%s" "--lc-messages-dir=%s"' "$root/usr" "$root/usr/share/mysql"; fi
      printf ' "--character-sets-dir=%s"\n' "$root/usr/share/mysql/charsets"
    } >"$CACHE/bin/$name.new"
    chmod 755 "$CACHE/bin/$name.new"
    mv "$CACHE/bin/$name.new" "$CACHE/bin/$name"
  done
}

install_mysql() {
  mkdir -p "$CACHE"
  [ -x "$CACHE/root/usr/sbin/mysqld" ] || fetch
  # Paths inside are absolute; the repository may have been moved.
  grep -qs -- "$CACHE/root" "$CACHE/bin/mysqld" || wrappers
}

initialise() { as_server "$CACHE/bin/mysqld" --no-defaults "--datadir=$1" --initialize-insecure --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci; }
serve() { as_server "$CACHE/bin/mysqld" "$@" --mysqlx=OFF --secure-file-priv=NULL; }

case "${1:-} ${2:-}" in
  "install ") install_mysql; "$CACHE/bin/mysqld" --version ;;
  "start "?*)
    install_mysql
    start_server "$2" "$CACHE" "$("$CACHE/bin/mysqld" --version | sed 's/.* Ver \([0-9.]*\).*/\1/')"
    ;;
  "stop "?*) stop_server "$2" ;;
  *) fail "usage: scripts/mysql9.sh start|stop DIR, or install" ;;
esac
