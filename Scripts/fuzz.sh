#!/usr/bin/env bash
# Fuzzes every harness, or one, in slices by turns, and keeps what it learns.
#
#   Scripts/fuzz.sh MINUTES [HARNESS...]   so many processor minutes for each harness in all
#   Scripts/fuzz.sh keep                   reduce what was learnt into Fuzzing/corpus
#
# Fuzzing/crashes holds what breaks a harness. `$REJOINDER_FUZZ_STATE` (.build/fuzz/state) holds the
# growing corpus, `seconds.tsv` with the processor time that each slice took, and the process id of
# the fuzzer in `pid`, so that it can be stopped and continued with kill. While the file
# `$REJOINDER_FUZZ_PAUSE` (.build/fuzz/state/pause) is there no new slice begins.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift="${SWIFT:-swift}"
build=.build/fuzz
state="${REJOINDER_FUZZ_STATE:-$build/state}"
pause="${REJOINDER_FUZZ_PAUSE:-$state/pause}"
slice="${REJOINDER_FUZZ_SLICE:-300}"
# What is kept of each harness in the repository.
most_files=150
most_bytes=140000
# Beside other work an input may wait for long.
limits=(-timeout=120 -report_slow_units=60 -rss_limit_mb=2048 -malloc_limit_mb=4096)

# Release code with all checks of Swift; C code is watched too.
flags=(-c release --scratch-path "$build" --sanitize address
  -Xswiftc -sanitize=fuzzer -Xswiftc -DFUZZING
  -Xcc -fsanitize=fuzzer-no-link -Xcxx -fsanitize=fuzzer-no-link)
if [ -z "${REJOINDER_FUZZER:-}" ]; then
  "$swift" build "${flags[@]}" --product rejoinder-fuzz
fi
fuzzer="${REJOINDER_FUZZER:-$build/release/rejoinder-fuzz}"

mkdir -p "$state" Fuzzing/crashes
export TMPDIR="${REJOINDER_FUZZ_TMPDIR:-${TMPDIR:-/tmp}}"
# The quarantine of freed memory would fill the limit before anything leaks.
export ASAN_OPTIONS="quarantine_size_mb=64:allocator_may_return_null=1:detect_odr_violation=0:${ASAN_OPTIONS:-}"
export LSAN_OPTIONS="suppressions=$PWD/Fuzzing/leaks.supp:print_suppressions=0"

dictionary() {
  local own="Fuzzing/dictionaries/$1.dict"
  [ -e "$own" ] && echo "$own" || echo Fuzzing/dictionaries/written.dict
}

# Inputs larger than this teach little and take long.
longest() {
  case "$1" in
    html | xml | json | mail) echo 8192 ;;
    *) echo 4096 ;;
  esac
}

seconds_of() { awk -F '\t' -v name="$1" '$1 == name { sum += $2 } END { print sum + 0 }' "$state/seconds.tsv"; }

# Sets `busy` to the seconds for which the processes that have ended kept a processor: beside other
# work the clock would count time in which nothing was tried.
count_busy() {
  times >"$state/times.$$"
  busy="$(awk -F '[ms ]+' 'NR == 2 { print int($1 * 60 + $2 + $3 * 60 + $4) }' "$state/times.$$")"
  rm -f "$state/times.$$"
}

# Fuzzes a harness for so many seconds by the clock, or until it breaks.
run_once() {
  local name="$1" seconds="$2" begin status=0
  mkdir -p "$state/corpus/$name"
  count_busy
  begin="$busy"
  REJOINDER_HARNESS="$name" nice -n 19 "$fuzzer" "$state/corpus/$name" "Fuzzing/corpus/$name" \
    $([ -d "$state/seeds/$name" ] && echo "$state/seeds/$name") \
    -dict="$(dictionary "$name")" -max_len="$(longest "$name")" -max_total_time="$seconds" \
    "${limits[@]}" -reload=0 -print_final_stats=1 \
    -artifact_prefix="Fuzzing/crashes/$name-" >>"$state/$name.log" 2>&1 &
  echo $! >"$state/pid"
  wait $! || status=$?
  rm -f "$state/pid"
  count_busy
  printf '%s\t%s\t%s\t%s\n' "$name" "$((busy - begin))" "$status" "$(date -u +%FT%TZ)" \
    >>"$state/seconds.tsv"
  [ "$status" = 0 ] || echo "$name: broken, see $state/$name.log and Fuzzing/crashes" >&2
  return "$status"
}

# One slice: what breaks is kept, and fuzzing goes on behind it for a while.
run_slice() {
  local name="$1" end breaks=0 left
  end="$(($(date +%s) + $2))"
  while left=$((end - $(date +%s))) && [ "$left" -gt 0 ] && [ "$breaks" -lt 5 ]; do
    run_once "$name" "$left" || breaks=$((breaks + 1))
  done
}

# The smallest inputs that reach everything that all of them reach, as far as there is room.
keep() {
  local name="$1" reduced kept=0 bytes=0 size file
  reduced="$state/reduced/$name"
  rm -rf "$reduced"
  mkdir -p "$reduced"
  REJOINDER_HARNESS="$name" nice -n 19 "$fuzzer" -set_cover_merge=1 "$reduced" \
    "Fuzzing/corpus/$name" "$state/corpus/$name" \
    $([ -d "$state/seeds/$name" ] && echo "$state/seeds/$name") \
    "${limits[@]}" >>"$state/$name.log" 2>&1
  # Those with names of their own were written by hand, and stay.
  find "Fuzzing/corpus/$name" -type f -regextype egrep -regex '.*/[0-9a-f]{40}' -delete
  while read -r size file; do
    [ "$kept" -lt "$most_files" ] && [ $((bytes + size)) -le "$most_bytes" ] || break
    cp "$reduced/$file" "Fuzzing/corpus/$name/$file"
    kept=$((kept + 1))
    bytes=$((bytes + size))
  done < <(find "$reduced" -type f -printf '%s %f\n' | sort -n)
  echo "$name: $kept inputs, $bytes bytes"
}

touch "$state/seconds.tsv"
"$fuzzer" seeds Tests/DiscussionReadingTests/Fixtures "$state/seeds" 2>/dev/null

mode="${1:-}"
if [ "$mode" = keep ]; then
  shift
  for name in ${*:-$("$fuzzer" list)}; do keep "$name"; done
  exit
fi
case "$mode" in
  '' | *[!0-9]*)
    echo "usage: Scripts/fuzz.sh MINUTES [HARNESS...] | Scripts/fuzz.sh keep [HARNESS...]" >&2
    exit 2
    ;;
esac
shift
wanted=$((mode * 60))
names="${*:-$("$fuzzer" list)}"

# Earlier runs do not count for this one.
declare -A before stuck
for name in $names; do before[$name]="$(seconds_of "$name")"; done
while :; do
  is_done=yes
  for name in $names; do
    left=$((wanted - $(seconds_of "$name") + before[$name]))
    [ "$left" -gt 0 ] || continue
    [ -z "${stuck[$name]:-}" ] || continue
    is_done=no
    while [ -e "$pause" ]; do sleep 10; done
    run_slice "$name" $((left < slice ? left : slice))
    # What waits, or breaks at once, would be tried for ever.
    if [ "$left" -eq $((wanted - $(seconds_of "$name") + before[$name])) ]; then
      echo "$name: left out, since a slice of it used no second of the processor" >&2
      stuck[$name]=yes
    fi
  done
  [ "$is_done" = no ] || break
done
for name in $names; do echo "$name: $(($(seconds_of "$name") - before[$name])) seconds"; done
