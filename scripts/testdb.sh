# shellcheck shell=bash
# Sourced by mariadb.sh and mysql9.sh: a throw-away server in a folder, on a socket, root without a password. For tests
# only: nothing here is safe to keep data in.
#
# The sourcing script sets NAME and defines
#   initialise DATA    fills an empty folder, once; the result is kept and copied
#   serve ARGUMENTS…   becomes the server (exec)

umask 022

# Started by root, everything of the server's runs as `mysql`.
as_server() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=mysql --regid=mysql --clear-groups "$@"; else "$@"; fi
}

own() { [ "$(id -u)" != 0 ] || chown -R mysql:mysql "$@"; }

alive() { # DIR
  local pid
  pid=$(cat "$1/pid" 2>/dev/null) && [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q -- "--datadir=$1/data "
}

socket_of() { # DIR; a socket's path has room for 107 bytes
  local near=$1/s
  if [ ${#near} -le 100 ]; then printf '%s' "$near"; else printf '/tmp/stockroom-%s.s' "$(printf '%s' "$1" | sha256sum | cut -c 1-16)"; fi
}

# Made once per engine version, then copied.
model() { # CACHE VERSION
  local model=$1/model-$2
  if [ ! -d "$model" ]; then
    say "$NAME: setting up a data folder (once)" >&2
    rm -rf "$1"/model-*
    mkdir -p "$model.new/data" "$model.new/tmp"
    own "$model.new"
    TMPDIR="$model.new/tmp" initialise "$model.new/data" >"$1/initialise.log" 2>&1 || { tail -n 20 "$1/initialise.log" >&2; fail "$NAME could not be set up"; }
    mv "$model.new" "$model"
  fi
  printf '%s' "$model"
}

start_server() { # DIR CACHE VERSION
  local dir=$1 socket model tries
  [ "$(id -u)" != 0 ] || id mysql >/dev/null 2>&1 || fail "there is no user mysql to drop to: run scripts/setup.sh test"
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  socket=$(socket_of "$dir")
  if ! alive "$dir"; then
    if [ "$(id -u)" = 0 ] && ! user_can_reach mysql "$dir"; then fail "the user mysql cannot reach $dir: choose a folder outside of root's home"; fi
    if [ ! -d "$dir/data" ]; then
      # Assigned apart from the declaration, so that a failure inside ends the script.
      model=$(model "$2" "$3")
      cp -a "$model/data" "$dir/data.new"
      mv "$dir/data.new" "$dir/data"
    fi
    mkdir -p "$dir/tmp"
    own "$dir"
    rm -f "$socket"
    (
      cd "$dir" || exit
      export TMPDIR=$dir/tmp
      serve --no-defaults "--datadir=$dir/data" "--socket=$socket" "--pid-file=$dir/pid" --skip-networking --skip-name-resolve \
        --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --default-time-zone=+00:00 --skip-log-bin \
        --innodb-buffer-pool-size=256M --innodb-flush-log-at-trx-commit=2 --innodb-lock-wait-timeout=3 --innodb-rollback-on-timeout=OFF \
        --max-connections=500 --max-allowed-packet=64M "--performance-schema=${STOCKROOM_TEST_PERFORMANCE_SCHEMA:-OFF}" \
        </dev/null
      # The shell around it lets go of our output as well: who reads it would wait for the server's end.
    ) >>"$dir/log" 2>&1 &
    tries=0
    until [ -S "$socket" ] && alive "$dir"; do
      tries=$((tries + 1))
      kill -0 $! 2>/dev/null || { tail -n 20 "$dir/log" >&2; fail "$NAME stopped while starting"; }
      [ "$tries" -lt 1200 ] || { tail -n 20 "$dir/log" >&2; fail "$NAME did not start within a minute"; }
      sleep 0.05
    done
  fi
  printf 'mysql://root@localhost/?socket=%s&ssl-mode=DISABLED\n' "$(query_path "$socket")"
}

stop_server() { # DIR
  local dir pid tries=0
  [ -d "$1" ] || return 0
  dir=$(cd "$1" && pwd)
  if alive "$dir"; then
    pid=$(cat "$dir/pid")
    kill -TERM "$pid"
    while alive "$dir" && [ "$tries" -lt 600 ]; do tries=$((tries + 1)); sleep 0.05; done
    if alive "$dir"; then kill -KILL "$pid"; fi
  fi
  rm -f "$(socket_of "$dir")"
}
