# shellcheck shell=bash
# Sourced by the other scripts: where the repository is, its own tools first on PATH, and a few verbs.

# A failure inside $(…) is a failure; bash before 4.4 cannot.
shopt -s inherit_errexit 2>/dev/null || true

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS=$ROOT/.tools
export PATH="$TOOLS/bin:$PATH"
for dir in "$HOME/.cargo/bin" /usr/local/sbin /usr/sbin /sbin; do
  case ":$PATH:" in *":$dir:"*) ;; *) PATH="$PATH:$dir" ;; esac
done

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf '\033[31merror:\033[0m %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# `as_root CMD…` runs it as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else fail "this needs root and there is no sudo: run as root: $*"; fi
}

# `at_least 1.89 1.96.0` is true when the second version is not older than the first.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# `hash_of PATH…` prints one hash over the names and contents of all files below the paths.
hash_of() {
  local path
  for path in "$@"; do
    if [ -e "$path" ]; then find "$path" -type f -not -path '*/node_modules/*' -print0; fi
  done | sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-32
}

# `debian_mirror` prints the address of the Debian archive that this machine's own apt uses.
debian_mirror() {
  local uri
  [ -z "${STOCKROOM_DEBIAN_MIRROR:-}" ] || { printf '%s\n' "$STOCKROOM_DEBIAN_MIRROR"; return; }
  # The archive is told from other sources by the keyring-checked suite that it serves.
  while read -r uri; do
    case "$uri" in *security*) ;; *debian*) printf '%s\n' "${uri%/}"; return ;; esac
  done < <(apt_uris)
  fail "no Debian archive among this machine's apt sources: set STOCKROOM_DEBIAN_MIRROR to its address"
}

# `debian_security_mirror` prints the address of the security archive, from the same sources; nothing if there is none.
debian_security_mirror() { apt_uris | grep -m 1 'security' | sed 's,/*$,,' || true; }

apt_uris() {
  { cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '$1 == "URIs:" { for (i = 2; i <= NF; i++) print $i }'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p'
  } || true
}

# `query_path /some/path` escapes what a URL's query part cannot hold.
query_path() { printf '%s' "$1" | sed 's/%/%25/g; s/ /%20/g; s/&/%26/g; s/+/%2B/g; s/#/%23/g'; }

# `user_can_reach USER DIR` is true when USER may enter DIR; a server that drops to `mysql` must.
user_can_reach() { setpriv --reuid="$1" --regid="$1" --clear-groups test -x "$2" 2>/dev/null; }
