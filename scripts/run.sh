#!/usr/bin/env bash
# `make run`: installs what is missing, builds what has changed, and serves. LAN=1 serves phones on this network as well,
# over https. STOCKROOM_ADDR, STOCKROOM_DATA and DATABASE_URL are the server's own settings.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

PROFILE=${PROFILE:-dev}
scripts/setup.sh run
PROFILE=$PROFILE scripts/build.sh

case "$PROFILE" in dev) binary=target/debug/stockroom ;; *) binary=target/$PROFILE/stockroom ;; esac
arguments=(serve)
# The demo goes into the embedded database only.
[ -n "${DATABASE_URL:-}" ] || arguments+=(--demo)
[ -z "${LAN:-}" ] || arguments+=(--lan)

# Started by root the database drops to the user mysql, who cannot reach a clone in root's home.
if [ -z "${DATABASE_URL:-}${STOCKROOM_DATA:-}" ] && [ "$(id -u)" = 0 ] && ! user_can_reach mysql "$ROOT"; then
  export STOCKROOM_DATA=/var/lib/stockroom
  say "the data goes to $STOCKROOM_DATA: the database's user cannot reach $ROOT. For other commands: export STOCKROOM_DATA=$STOCKROOM_DATA"
fi

say "$binary ${arguments[*]}"
exec "$binary" "${arguments[@]}"
