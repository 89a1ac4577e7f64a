#!/usr/bin/env bash
# Prints the path of a Python with ConvoKit and NetworkX, which it installs into .build/peers on first
# use, without the very large packages that ConvoKit asks for and that loading a corpus does not need.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=.build/peers
python=$PWD/$folder/venv/bin/python

if ! [ -x "$python" ] || ! "$python" -c 'import convokit, networkx' 2>"$folder/import.log"; then
  mkdir -p "$folder"
  for base in python3.11 python3.12 python3.10 python3; do
    if command -v "$base" >/dev/null && "$base" -m venv "$folder/venv" 2>/dev/null; then break; fi
  done
  [ -x "$python" ] || {
    echo "peers-environment: no Python 3 that can make a virtual environment was found; install python3-venv" >&2
    exit 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check --no-deps convokit
  # What `import convokit` asks for is found by trying: its own list also names deep learning.
  for _ in $(seq 40); do
    if "$python" -c 'import convokit, networkx' 2>"$folder/import.log"; then break; fi
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
  "$python" -c 'import convokit, networkx' || { cat "$folder/import.log" >&2; exit 1; }
fi
echo "$python"
