#!/usr/bin/env bash
# Makes the site of the library's documentation in .build/docs, after checking that every public
# symbol is documented and that the code of the tutorial does what it says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

swift="${SWIFT:-swift}"
modules=(Rejoinder DiscussionModel DiscussionReading ReplyReconstruction StanceAnalysis
  DiscussionMeasurement DiscussionSummaries DiscussionPrivacy DiscussionStorage DiscussionReporting)

"$swift" build --product rejoinder
built="$("$swift" build --show-bin-path)"
graphs="$built/../symbolgraph"
rm -rf "$graphs"
"$swift" package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
python3 Scripts/undocumented.py "$graphs" "${modules[@]}"

# The tutorial is compiled with what the program is built with (kept like Package.swift), and linked
# with its objects without those of the command.
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
packages=(libxml-2.0 libarchive zlib libzstd glib-2.0 gmime-3.0 sqlite3)
includes=()
for map in Sources/C*/module.modulemap Sources/*Headers/module.modulemap \
  .build/checkouts/*/Sources/*/module.modulemap .build/checkouts/*/Sources/*/include/module.modulemap \
  "$built"/C*.build/module.modulemap; do
  [ ! -e "$map" ] || includes+=(-Xcc "-fmodule-map-file=$map")
done
for folder in Sources/C*/include; do includes+=(-Xcc -I -Xcc "$folder"); done
read -r -a flags <<<"$(pkg-config --cflags-only-I "${packages[@]}")"
for flag in "${flags[@]}"; do includes+=(-Xcc "$flag"); done
read -r -a libraries <<<"$(pkg-config --libs "${packages[@]}")"
libraries+=(-lbz2 -llzma -lsimdjson -l:libigraph.a -lgomp -lstdc++)
grep -v '/Rejoinder\(Tool\|Commands\)\.build/' "$built/rejoinder.product/Objects.LinkFileList" \
  >"$scratch/objects"

cp seeds/cemetery-goats.txt "$scratch/page.txt"
for code in Sources/Rejoinder/Rejoinder.docc/Resources/*.swift; do
  cp "$code" "$scratch/main.swift"
  "${swift}c" -swift-version 6 -I "$built/Modules" "${includes[@]}" "$scratch/main.swift" \
    "@$scratch/objects" "${libraries[@]}" -o "$scratch/tutorial"
  (cd "$scratch" && ./tutorial >page.dot)
  [ -s "$scratch/page.dot" ] || {
    echo "docs: $code has written nothing" >&2
    exit 1
  }
  echo "compiles and runs: $code"
done
# The last one has drawn.
(cd "$scratch" && dot -Tsvg page.dot >page.svg)
[ -s "$scratch/page.sqlite" ] || {
  echo "docs: the tutorial has stored nothing" >&2
  exit 1
}

targets=()
for module in "${modules[@]}"; do targets+=(--target "$module"); done
rm -rf .build/docs
"$swift" package --allow-writing-to-directory .build/docs generate-documentation "${targets[@]}" \
  --enable-experimental-combined-documentation --disable-indexing --warnings-as-errors \
  --output-path .build/docs
# DocC has copied the link and not the picture that it leads to.
cp --remove-destination Documentation/images/who-replies-to-whom.svg .build/docs/images/Rejoinder/
echo "The site is in .build/docs; show it with: swift package --disable-sandbox preview-documentation --target Rejoinder"
