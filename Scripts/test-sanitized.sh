#!/usr/bin/env bash
# Runs the tests under a sanitizer, built apart from the others, and shows what it has found.
#
#   Scripts/test-sanitized.sh address|thread [arguments of `swift test`]
#
# Tests run several times slower than without. Without arguments those are left out that start the
# program hundreds of times, or a browser; name them with --filter to run them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sanitizer="${1:?address or thread}"
shift
if [ $# -eq 0 ]; then
  left_out=(BrowserTests ReproducibleTests EndedRunTests/killed)
  echo "Left out: ${left_out[*]}"
  for name in "${left_out[@]}"; do set -- "$@" --skip "$name"; done
fi
build=".build/$sanitizer"
# Into files, since tests keep to themselves what the programs they start say.
reports="$PWD/$build/reports"
rm -rf "$reports"
mkdir -p "$reports"
# Swift's runtime and Foundation keep what they make once, in places where the leak sanitizer does
# not look: `make test-leaks` looks for leaks in the C code instead.
export ASAN_OPTIONS="detect_leaks=0:detect_odr_violation=0:log_path='$reports/report':${ASAN_OPTIONS:-}"
export TSAN_OPTIONS="suppressions='$PWD/Scripts/thread-sanitizer.supp':log_path='$reports/report':${TSAN_OPTIONS:-}"

status=0
REJOINDER_SANITIZER="$sanitizer" "${SWIFT:-swift}" test --sanitize "$sanitizer" \
  --scratch-path "$build" "$@" || status=$?
for report in "$reports"/report.*; do
  [ -e "$report" ] || continue
  cat "$report"
  status=1
done
exit "$status"
