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

rejoinder graph seeds/harbour-tram.txt |
  dot -Tsvg -o Documentation/images/who-replies-to-whom.svg

{
  echo '```'
  session "rejoinder analyze seeds/harbour-tram.txt"
  session "rejoinder analyze seeds/harbour-tram.txt --db tram.sqlite"
  session "sqlite3 -box tram.sqlite 'select * from who_replies_to_whom limit 5'"
  echo '```'
} >"$scratch/session"
rm -f tram.sqlite tram.sqlite-wal tram.sqlite-shm

awk -v session="$scratch/session" '
  /<!-- session ends -->/ { within = 0 }
  !within { print }
  /<!-- session begins/ {
    within = 1
    while ((getline line < session) > 0) print line
  }
' README.md >"$scratch/README.md"
cat "$scratch/README.md" >README.md
