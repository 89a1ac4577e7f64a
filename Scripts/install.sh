#!/usr/bin/env bash
# Installs the program, its manual pages, shell completions and documents.
#
#   PREFIX=/usr/local DESTDIR= Scripts/install.sh PROGRAM
#   PREFIX=/usr/local DESTDIR= Scripts/install.sh --remove
set -euo pipefail
case "${1:-}" in
  --remove) program=--remove ;;
  '' | -*)
    echo "usage: Scripts/install.sh PROGRAM | --remove" >&2
    exit 2
    ;;
  *) program="$(realpath -e "$1")" ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
prefix="${PREFIX:-/usr/local}"
target="${DESTDIR:-}$prefix"
documents="$target/share/doc/rejoinder"
completions=(
  "bash $target/share/bash-completion/completions/rejoinder"
  "zsh $target/share/zsh/site-functions/_rejoinder"
  "fish $target/share/fish/vendor_completions.d/rejoinder.fish"
)

if [ "$program" = --remove ]; then
  rm -f "$target/bin/rejoinder" "$target"/share/man/man1/rejoinder{,-*}.1
  for entry in "${completions[@]}"; do rm -f "${entry#* }"; done
  rm -rf "$documents"
  echo "Removed from $target"
  exit
fi

install -D -m 755 "$program" "$target/bin/rejoinder"
# What a debugger wants is as large as the program itself.
if command -v strip >/dev/null; then strip --strip-unneeded "$target/bin/rejoinder"; fi

version="$("$program" --version)"
pages="$(mktemp -d)"
trap 'rm -rf "$pages"' EXIT
"$program" --experimental-dump-help | Scripts/manual_pages.py "${version#rejoinder }" "$pages"
install -d "$target/share/man/man1"
install -m 644 "$pages"/*.1 "$target/share/man/man1/"

for entry in "${completions[@]}"; do
  install -d "$(dirname "${entry#* }")"
  "$program" --generate-completion-script "${entry%% *}" >"${entry#* }"
  chmod 644 "${entry#* }"
done

install -d "$documents"
install -m 644 README.md CHANGELOG.md LICENSE "$documents/"
find Documentation -maxdepth 1 -name '*.md' -exec install -m 644 {} "$documents/" \;
echo "Installed in $target"
