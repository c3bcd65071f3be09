#!/usr/bin/env bash
# `make fresh`: does what a newcomer does, on a bare Debian in a folder: debootstrap, a clean clone, `make run` until
# http://127.0.0.1:3000/livez answers, then `make test`. Needs root, and about 12 GB.
#   SUITE     the Debian release (bookworm), FOLDER  where it is unpacked (/var/tmp/stockroom-fresh-SUITE; made anew)
#   STEPS     "run test" by default; "setup" only installs; KEEP=1 leaves the folder
#   WHO       "root" by default; "sudo": a person who is not root and may use sudo
# The archive's address, certificates and the settings of cargo, npm and pip come from this machine.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

SUITE=${SUITE:-bookworm}
FOLDER=${FOLDER:-/var/tmp/stockroom-fresh-$SUITE}
STEPS=${STEPS:-run test}
ADDRESS=127.0.0.1:3000
WHO=${WHO:-root}
case "$WHO" in
  root) USER_INSIDE=root HOME_INSIDE=/root ;;
  sudo) USER_INSIDE=keeper HOME_INSIDE=/home/keeper ;;
  *) fail "WHO is root or sudo" ;;
esac
CLONE=$HOME_INSIDE/stockroom
[ "$(id -u)" = 0 ] || fail "debootstrap and chroot need root: sudo make fresh"
if ! have debootstrap; then
  say "apt-get install debootstrap"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
fi
case " $STEPS " in *" run "*) if curl -fsS -o /dev/null "http://$ADDRESS/livez" 2>/dev/null; then fail "something already answers on $ADDRESS: stop it first"; fi ;; esac

RUNNING=
clean_up() {
  [ -z "$RUNNING" ] || kill -- "-$RUNNING" 2>/dev/null || true
  # Whatever still lives inside: its root says so.
  local pid
  for pid in /proc/[0-9]*; do
    if [ "$(readlink "$pid/root" 2>/dev/null)" = "$FOLDER" ]; then kill "${pid#/proc/}" 2>/dev/null || true; fi
  done
  sleep 2
  local mounted
  for mounted in dev/pts dev/shm dev proc; do umount "$FOLDER/$mounted" 2>/dev/null || umount -l "$FOLDER/$mounted" 2>/dev/null || true; done
  if [ -z "${KEEP:-}" ] && ! grep -q " $FOLDER/" /proc/mounts; then rm -rf "$FOLDER"; fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

MIRROR=$(debian_mirror)
SECURITY=$(debian_security_mirror)

say "debootstrap $SUITE into $FOLDER"
if grep -q " $FOLDER/" /proc/mounts; then fail "something is still mounted below $FOLDER"; fi
rm -rf "$FOLDER"
# make and git are what the README asks for; certificates are needed to clone.
PACKAGES=ca-certificates,make,git
[ "$WHO" = root ] || PACKAGES=$PACKAGES,sudo
debootstrap --variant=minbase --include="$PACKAGES" "$SUITE" "$FOLDER" "$MIRROR" >"/tmp/debootstrap-$SUITE.log" 2>&1 \
  || { tail -n 20 "/tmp/debootstrap-$SUITE.log" >&2; fail "debootstrap failed"; }

# An installed Debian has its security archive, and so has this.
{
  printf 'deb %s %s main\ndeb %s %s-updates main\n' "$MIRROR" "$SUITE" "$MIRROR" "$SUITE"
  [ -z "$SECURITY" ] || printf 'deb %s %s-security main\n' "$SECURITY" "$SUITE"
} >"$FOLDER/etc/apt/sources.list"
printf '#!/bin/sh\nexit 101\n' >"$FOLDER/usr/sbin/policy-rc.d"
chmod 755 "$FOLDER/usr/sbin/policy-rc.d"

if [ "$WHO" = sudo ]; then
  chroot "$FOLDER" useradd --create-home --shell /bin/bash "$USER_INSIDE"
  # Nobody is there to type a password. The proxy and the certificates that this machine needs go along.
  printf '%s ALL=(ALL) NOPASSWD:ALL\nDefaults env_keep += "http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY SSL_CERT_FILE"\n' "$USER_INSIDE" >"$FOLDER/etc/sudoers.d/fresh"
  chmod 440 "$FOLDER/etc/sudoers.d/fresh"
fi

# How this machine reaches the registries.
bring() { if [ -e "$1" ]; then mkdir -p "$FOLDER$(dirname "$2")"; cp -L "$1" "$FOLDER$2"; fi; }
bring /etc/resolv.conf /etc/resolv.conf
bring /etc/hosts /etc/hosts
bring /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
bring "${CARGO_HOME:-$HOME/.cargo}/config.toml" "$HOME_INSIDE/.cargo/config.toml"
bring "${CARGO_HOME:-$HOME/.cargo}/credentials.toml" "$HOME_INSIDE/.cargo/credentials.toml"
bring "$HOME/.npmrc" "$HOME_INSIDE/.npmrc"
bring /etc/npmrc /etc/npmrc
bring /usr/etc/npmrc /usr/etc/npmrc
bring /etc/pip.conf /etc/pip.conf
# What the machine says about its archive: a proxy, certificates, or that a mirror of it may lag behind its dates.
for file in /etc/apt/apt.conf.d/*; do
  if grep -qiE '^ *Acquire::(https?|ftp|Check-|Retries)' "$file" 2>/dev/null; then bring "$file" "$file"; fi
done
INSIDE=(HOME="$HOME_INSIDE" USER="$USER_INSIDE" TERM="${TERM:-dumb}" LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
for name in SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS CURL_CA_BUNDLE GIT_SSL_CAINFO CARGO_HTTP_CAINFO REQUESTS_CA_BUNDLE PIP_CERT \
  http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY CI; do
  if [ -n "${!name:-}" ]; then INSIDE+=("$name=${!name}"); fi
done

mount -t proc proc "$FOLDER/proc"
mount --bind /dev "$FOLDER/dev"
if [ -d /dev/pts ]; then mount --bind /dev/pts "$FOLDER/dev/pts"; fi
if [ -d /dev/shm ]; then mount --bind /dev/shm "$FOLDER/dev/shm"; fi
AS=(chroot --userspec="$USER_INSIDE:$USER_INSIDE" "$FOLDER" /usr/bin/env -i "${INSIDE[@]}")
inside() { "${AS[@]}" "$@"; }

say "a clean clone"
git clone -q --no-hardlinks "$ROOT" "$FOLDER$CLONE"
chroot "$FOLDER" chown -R "$USER_INSIDE:$USER_INSIDE" "$HOME_INSIDE"

case " $STEPS " in *" setup "*)
  say "scripts/setup.sh test"
  inside bash -c "cd $CLONE && time scripts/setup.sh test && time scripts/setup.sh test"
esac

# `make run` until it serves, told on the way; how many seconds that took is in TOOK.
begin_run() { # log
  local began=$SECONDS
  # A session of its own, so that all of it can be ended.
  setsid "${AS[@]}" bash -c "cd $CLONE && exec make run" </dev/null >"$1" 2>&1 &
  RUNNING=$!
  tail -n +1 -f "$1" --pid="$RUNNING" | sed 's/^/    | /' &
  until curl -fsS -o /dev/null "http://$ADDRESS/livez" 2>/dev/null; do
    kill -0 "$RUNNING" 2>/dev/null || fail "make run ended after $((SECONDS - began)) s without serving"
    [ $((SECONDS - began)) -lt "${PATIENCE:-3600}" ] || fail "make run does not serve after $((SECONDS - began)) s"
    sleep 1
  done
  TOOK=$((SECONDS - began))
  curl -fsS "http://$ADDRESS/readyz" >/dev/null || fail "/readyz does not answer"
}

end_run() {
  kill -INT -- "-$RUNNING"
  for _ in $(seq 60); do kill -0 "$RUNNING" 2>/dev/null || break; sleep 1; done
  if kill -0 "$RUNNING" 2>/dev/null; then fail "the server did not stop within a minute of Ctrl-C"; fi
  RUNNING=
}

# Signs in with what `make run` printed, as its reader would.
sign_in() { # log
  local password email jar=$FOLDER/run.cookies token
  grep -q "http://$ADDRESS" "$1" || fail "make run does not print its address"
  password=$(sed -n 's/.*all with the password *//p' "$1" | head -n 1)
  email=$(grep -o '[a-z]*@[a-z-]*\.example' "$1" | head -n 1)
  [ -n "$password" ] && [ -n "$email" ] || fail "make run prints no demo logins"
  token=$(curl -fsS -c "$jar" "http://$ADDRESS/signin" | grep -o 'name="csrf"[^>]*' | grep -o 'value="[^"]*' | cut -c 8- | head -n 1)
  curl -fsS -o /dev/null -b "$jar" -c "$jar" -H "Origin: http://$ADDRESS" --data-urlencode "csrf=$token" --data-urlencode "email=$email" \
    --data-urlencode "password=$password" "http://$ADDRESS/signin" || fail "nobody can sign in as $email"
  curl -fsS -b "$jar" "http://$ADDRESS/stock" | grep -q '<table' || fail "$email is signed in and sees no stock"
}

case " $STEPS " in *" run "*)
  say "make run"
  begin_run "$FOLDER/run.log"
  say "make run: http://$ADDRESS/livez answers after $TOOK s"
  sign_in "$FOLDER/run.log"
  end_run
  say "make run again"
  begin_run "$FOLDER/run-2.log"
  say "make run again: http://$ADDRESS/livez answers after $TOOK s"
  [ "$TOOK" -lt 60 ] || fail "a second start takes $TOOK s"
  sign_in "$FOLDER/run-2.log"
  end_run
esac

case " $STEPS " in *" test "*)
  say "make test"
  began=$SECONDS
  inside bash -c "cd $CLONE && exec make test"
  say "make test: $((SECONDS - began)) s"
esac
say "fresh: done"
