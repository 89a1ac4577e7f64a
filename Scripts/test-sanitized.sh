#!/usr/bin/env bash
# Runs the tests under a sanitizer, built apart from the others.
#
#   Scripts/test-sanitized.sh address|thread [arguments of `swift test`]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sanitizer="${1:?address or thread}"
shift
# Swift's runtime and Foundation keep what they make once, in places where the leak sanitizer does
# not look: `make test-leaks` looks for leaks in the C code instead.
export ASAN_OPTIONS="detect_leaks=0:detect_odr_violation=0:${ASAN_OPTIONS:-}"
export TSAN_OPTIONS="suppressions=$PWD/Scripts/thread-sanitizer.supp:${TSAN_OPTIONS:-}"
REJOINDER_SANITIZER="$sanitizer" exec "${SWIFT:-swift}" test --sanitize "$sanitizer" \
  --scratch-path ".build/$sanitizer" "$@"
