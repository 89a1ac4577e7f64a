#!/usr/bin/env bash
# Makes again what the README shows of the sample documents: the picture at its head and the
# terminal session below it.
#
#   Scripts/readme-picture.sh PROGRAM    PROGRAM is the built `rejoinder`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program="$1"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

rejoinder() { "$program" "$@"; }

# Prints a command and then what it says.
session() {
  echo "\$ $1"
  eval "$1" 2>&1
}

rejoinder graph seeds/ferry-coins.txt |
  dot -Tsvg |
  # An image in a page shows no tooltips, and a browser needs no prolog.
  sed -E -n '/<svg/,$ { s/<a xlink:title="[^"]*">//; s#</a>##; s/ xmlns:xlink="[^"]*"//; p; }' >Documentation/images/who-replies-to-whom.svg

{
  echo '```'
  session "rejoinder analyze seeds/ferry-coins.txt"
  session "rejoinder analyze seeds/ferry-coins.txt --db ferry.sqlite"
  session "sqlite3 -box ferry.sqlite 'select * from who_replies_to_whom limit 4'"
  session "sqlite3 -box ferry.sqlite 'select cluster, size, members, article, argues_with from camps'"
  echo '```'
} >"$scratch/session"
rm -f ferry.sqlite ferry.sqlite-wal ferry.sqlite-shm

awk -v session="$scratch/session" '
  /<!-- session ends -->/ { within = 0 }
  !within { print }
  /<!-- session begins/ {
    within = 1
    while ((getline line < session) > 0) print line
  }
' README.md >"$scratch/README.md"
cat "$scratch/README.md" >README.md
