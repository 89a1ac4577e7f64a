#!/usr/bin/env bash
# Makes the site of the library's documentation in .build/docs, after checking that every public
# symbol is documented and that the code of the tutorial compiles.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift="${SWIFT:-swift}"
modules=(Rejoinder DiscussionModel DiscussionReading ReplyReconstruction StanceAnalysis
  DiscussionMeasurement DiscussionSummaries DiscussionStorage DiscussionReporting)
[ ! -d Sources/DiscussionPrivacy ] || modules+=(DiscussionPrivacy)

"$swift" build --product rejoinder
built="$("$swift" build --show-bin-path)"
"$swift" package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
graphs="$(find -L "$built/.." -maxdepth 1 -type d -name symbolgraph | head -n 1)"
python3 Scripts/undocumented.py "$graphs" "${modules[@]}"

# The libraries of the system that the modules were built with.
includes=()
for map in Sources/C*/module.modulemap Sources/*Headers/module.modulemap "$built"/C*.build/module.modulemap; do
  [ ! -e "$map" ] || includes+=(-Xcc "-fmodule-map-file=$map")
done
for folder in Sources/C*/include; do includes+=(-Xcc -I -Xcc "$folder"); done
read -r -a flags <<<"$(pkg-config --cflags-only-I libxml-2.0 gmime-3.0 igraph)"
for flag in "${flags[@]}"; do includes+=(-Xcc "$flag"); done
for code in Sources/Rejoinder/Rejoinder.docc/Resources/*.swift; do
  cp "$code" "$built/main.swift"
  swiftc -typecheck -swift-version 6 -I "$built/Modules" "${includes[@]}" "$built/main.swift"
  echo "compiles: $code"
done

targets=()
for module in "${modules[@]}"; do targets+=(--target "$module"); done
rm -rf .build/docs
"$swift" package --allow-writing-to-directory .build/docs generate-documentation "${targets[@]}" \
  --enable-experimental-combined-documentation --disable-indexing --warnings-as-errors \
  --output-path .build/docs
echo "The site is in .build/docs; show it with: swift package --disable-sandbox preview-documentation --target Rejoinder"
