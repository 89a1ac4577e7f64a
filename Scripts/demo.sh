#!/usr/bin/env bash
# Shows on the sample documents what Rejoinder does. Everything it writes is in out/.
#
#   Scripts/demo.sh PROGRAM    PROGRAM is the built `rejoinder`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rejoinder="$1"

rm -rf out/demo.sqlite out/demo.sqlite-wal out/demo.sqlite-shm out/graphs
mkdir -p out/graphs

"$rejoinder" analyze seeds --db out/demo.sqlite --quiet
"$rejoinder" summary --db out/demo.sqlite
"$rejoinder" report --db out/demo.sqlite -o out/report.html
"$rejoinder" graph --db out/demo.sqlite --as dot -o out/demo.dot
"$rejoinder" graph --db out/demo.sqlite --as dot -o out/graphs/

# The graph says by itself which layout suits its size.
for graph in out/demo.dot out/graphs/*.dot; do
  dot -Tsvg "$graph" -o "${graph%.dot}.svg"
done

cat <<MESSAGE

Written:
  out/report.html    all of it to look at in a browser
  out/demo.sqlite    everything that was found, for sqlite3, pandas, Datasette
  out/demo.svg       who replies to whom, all discussions in one picture (out/demo.dot for Gephi, NetworkX)
MESSAGE
for graph in out/graphs/*.svg; do
  echo "  $graph"
done
cat <<MESSAGE

Try next:
  sqlite3 -box out/demo.sqlite 'select * from who_replies_to_whom'
  $rejoinder analyze YOUR-PAGE.txt
  $rejoinder report YOUR-PAGE.txt -o report.html
  $rejoinder analyze YOUR-PAGE.txt --json --pretty | less
  $rejoinder graph YOUR-PAGE.txt --of comments -o replies.dot && dot -Tsvg replies.dot -o replies.svg
  $rejoinder --help
MESSAGE
