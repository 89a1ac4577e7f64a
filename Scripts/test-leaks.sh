#!/usr/bin/env bash
# Runs the C faces under the address, leak and undefined-behaviour sanitizers, on the fixtures of
# the formats. Swift keeps accounts of its own memory; what is asked of C is freed by hand.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=.build/leaks
mkdir -p "$folder"
cc="${CC:-clang}"
cxx="${CXX:-clang++}"
flags=(-g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
  -fuse-ld=lld -ITests/CFaces)

read -ra gmime <<<"$(pkg-config --cflags --libs gmime-3.0)"
"$cc" "${flags[@]}" -ISources/CGMime/include Tests/CFaces/mime_face.c Sources/CGMime/*.c \
  "${gmime[@]}" -o "$folder/mime"

"$cc" "${flags[@]}" -ISources/CIgraph/include Tests/CFaces/graph_face.c Sources/CIgraph/*.c \
  -l:libigraph.a -lgomp -lstdc++ -lm -o "$folder/graph"

"$cc" "${flags[@]/-fuse-ld=lld/}" -ISources/CSimdjson/include -c Tests/CFaces/json_face.c -o "$folder/json.o"
"$cxx" "${flags[@]}" -std=c++17 -ISources/CSimdjson/include Sources/CSimdjson/*.cpp \
  "$folder/json.o" -lsimdjson -o "$folder/json"

# GLib hands out memory in slices, which would hide who has it.
export G_SLICE=always-malloc
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0

fixtures=Tests/DiscussionReadingTests/Fixtures
"$folder/mime" "$fixtures"/mbox/*.mbox "$fixtures"/mbox/*.eml
echo "CGMime: nothing leaks"
find "$fixtures" \( -name '*.json' -o -name '*.jsonl' -o -name '*.ndjson' \) -print0 |
  xargs -0 "$folder/json"
echo "CSimdjson: nothing leaks"
"$folder/graph"
echo "CIgraph: nothing leaks"
