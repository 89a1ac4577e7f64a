#!/usr/bin/env bash
# Measures the program on made-up dumps, beside ConvoKit, NetworkX, zstd, and simdjson with SQLite.
#
#   Scripts/bench.sh PROGRAM [option of Benchmarks/bench.py]...
set -euo pipefail
program=$1
shift
folder=.build/bench
mkdir -p "$folder"
command -v zstd >/dev/null || {
  echo "bench: the command zstd is not here, which reading is compared with; install zstd" >&2
  exit 1
}
"${CXX:-c++}" -std=c++20 -O3 -march=native Benchmarks/floor.cpp -lsimdjson -lsqlite3 -o "$folder/floor"
python=$(Scripts/peers-environment.sh)
spark=()
case " $* " in *spark*) spark=(--spark "$(Scripts/spark-environment.sh)") ;; esac
exec python3 Benchmarks/bench.py "$program" --floor "$folder/floor" --python "$python" \
  --folder "$folder" "${spark[@]}" "$@"
