#!/usr/bin/env bash
# Runs the program as a filter under a small Spark cluster of two workers on this machine, and
# compares with what it says alone. Usage: test-spark.sh PROGRAM [COMMENTS]
set -euo pipefail
program=$(realpath "$1")
comments=${2:-3000}
java=$(java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
[ "${java:-0}" -ge 17 ] || {
  echo "test-spark: Spark needs Java 17 or later, and here is ${java:-none}; install default-jre-headless" >&2
  exit 1
}
python=$(Scripts/spark-environment.sh)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/reddit_like.py --comments "$comments" --seed 6 "$work/comments.ndjson"
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME PYSPARK_PYTHON="$python" PYTHONUTF8=1
# The workers find each other by address; one that is always there will do.
export SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$work/spark"
# Its workers keep their logs below SPARK_HOME.
trap 'rm -rf "$work" "$SPARK_HOME/work"' EXIT
"$python" Tests/Peers/spark_filter.py "$program" "$work/comments.ndjson" "$work/out"
