#!/usr/bin/env bash
# Compares summaries with those that people wrote, beside sumy's summarizers, or our time with
# theirs. Usage: summary-accuracy.sh SCRIPT ARGUMENT...
# Installs sumy and rouge-score into .build/summary-peers; neither asks for data from elsewhere.
set -euo pipefail
folder=.build/summary-peers
python=$folder/venv/bin/python

if ! [ -x "$python" ] || ! "$python" -c 'import sumy, rouge_score, numpy' 2>/dev/null; then
  mkdir -p "$folder"
  for base in python3.11 python3.12 python3.10 python3; do
    if command -v "$base" >/dev/null && "$base" -m venv "$folder/venv" 2>/dev/null; then break; fi
  done
  [ -x "$python" ] || {
    echo "summary-accuracy: no Python 3 that can make a virtual environment was found; install python3-venv" >&2
    exit 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check sumy rouge-score numpy
fi
PYTHONUTF8=1 exec "$python" "$@"
