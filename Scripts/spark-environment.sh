#!/usr/bin/env bash
# Prints the path of a Python with Spark, which it installs into .build/spark on first use (about 450 MB
# to fetch). Java 17 or later has to be there: Scripts/set-up.sh spark.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=.build/spark
python=$PWD/$folder/venv/bin/python

if ! [ -x "$python" ] || ! "$python" -c 'import pyspark' 2>/dev/null; then
  mkdir -p "$folder"
  for base in python3.11 python3.12 python3.13 python3; do
    if command -v "$base" >/dev/null && "$base" -m venv --clear "$folder/venv" 2>/dev/null; then break; fi
  done
  [ -x "$python" ] || {
    echo "spark-environment: no Python 3 that can make a virtual environment was found; install python3-venv" >&2
    exit 1
  }
  "$python" -m pip install --quiet --disable-pip-version-check 'pyspark>=4.0,<5' >&2
fi
echo "$python"
