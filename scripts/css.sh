#!/usr/bin/env bash
# Builds the style sheet: style/main.css and the classes that the pages use, minified, into the file named.
#   scripts/css.sh target/site/pkg/stockroom.css
set -euo pipefail

out=${1:?usage: scripts/css.sh OUT}
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$(dirname "$0")/.."

[ -x node_modules/.bin/tailwindcss ] || PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
mkdir -p "$(dirname "$out")"
node_modules/.bin/tailwindcss --input style/main.css --output "$out" --minify
