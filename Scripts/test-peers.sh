#!/usr/bin/env bash
# Checks what we write with the programs that it is written for. Usage: test-peers.sh PROGRAM
# Installs ConvoKit into .build/peers, without the very large packages that it asks for and that
# loading a corpus does not need.
set -euo pipefail
program=$1
folder=.build/peers
python=$folder/venv/bin/python

if ! [ -x "$python" ] || ! "$python" -c 'import convokit' 2>"$folder/import.log"; then
  mkdir -p "$folder"
  for base in python3.11 python3.12 python3.10 python3; do
    if command -v "$base" >/dev/null && "$base" -m venv "$folder/venv" 2>/dev/null; then break; fi
  done
  [ -x "$python" ] || {
    echo "test-peers: no Python 3 that can make a virtual environment was found; install python3-venv" >&2
    exit 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check --no-deps convokit
  # What `import convokit` asks for is found by trying: its own list also names deep learning.
  for _ in $(seq 40); do
    if "$python" -c 'import convokit' 2>"$folder/import.log"; then break; fi
    missing=$(sed -n "s/^ModuleNotFoundError: No module named '\([^'.]*\).*/\1/p" "$folder/import.log" | tail -1)
    case $missing in
      '') break ;;
      yaml) package=pyyaml ;;
      bson) package=pymongo ;;
      sklearn) package=scikit-learn ;;
      bs4) package=beautifulsoup4 ;;
      *) package=$missing ;;
    esac
    "$python" -m pip install --quiet --disable-pip-version-check "$package"
  done
  "$python" -c 'import convokit' || { cat "$folder/import.log" >&2; exit 1; }
fi

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
