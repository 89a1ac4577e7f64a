#!/usr/bin/env bash
# Checks what we write with the programs that it is written for. Usage: test-peers.sh PROGRAM
set -euo pipefail
program=$1
python=$(Scripts/peers-environment.sh)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fixtures=Tests/DiscussionReadingTests/Fixtures
inputs=(seeds/*.txt)
for format in csv convokit discussions; do
  for file in "$fixtures/$format"/*; do
    case $file in *.model) ;; *) inputs+=("$file") ;; esac
  done
done
# Remarks on the damaged fixtures are none of this test's business.
for kind in source recovered; do
  option=; [ $kind = recovered ] && option=--recover
  "$program" export "${inputs[@]}" $option --as convokit -o "$work/$kind" --quiet 2>/dev/null || true
  "$program" export "${inputs[@]}" $option --as jsonl -o "$work/$kind.jsonl" --quiet 2>/dev/null || true
  PYTHONUTF8=1 "$python" Tests/Peers/convokit_corpus.py "$work/$kind" "$work/$kind.jsonl"
done
