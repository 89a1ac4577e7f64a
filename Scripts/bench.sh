#!/usr/bin/env bash
# Measures the program on a made-up dump, beside ConvoKit and beside simdjson with SQLite.
#
#   Scripts/bench.sh PROGRAM [option of Benchmarks/whole.py]...
set -euo pipefail
program=$1
shift
folder=.build/bench
mkdir -p "$folder"
"${CXX:-c++}" -std=c++20 -O3 -march=native Benchmarks/floor.cpp -lsimdjson -lsqlite3 -o "$folder/floor"
python=$(Scripts/peers-environment.sh)
exec python3 Benchmarks/whole.py "$program" --floor "$folder/floor" --python "$python" \
  --folder "$folder" "$@"
