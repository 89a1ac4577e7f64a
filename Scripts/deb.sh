#!/usr/bin/env bash
# Makes a Debian package of the program: .build/deb/rejoinder_VERSION_ARCHITECTURE.deb
#
#   Scripts/deb.sh PROGRAM
#
# The same program and SOURCE_DATE_EPOCH, which is the time of the last commit where it is not set,
# give the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program="${1:?usage: Scripts/deb.sh PROGRAM}"
version="$("$program" --version)"
version="${version#rejoinder }"
architecture="$(dpkg --print-architecture)"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
maintainer="${DEBFULLNAME:-The Rejoinder developers} <${DEBEMAIL:-rejoinder@localhost}>"

folder=.build/deb
root="$folder/root"
rm -rf "$folder"
mkdir -p "$root/DEBIAN" "$folder/debian"

PREFIX=/usr DESTDIR="$root" Scripts/install.sh "$program" >/dev/null
documents="$root/usr/share/doc/rejoinder"
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
mv "$documents/CHANGELOG.md" "$documents/changelog"
rm "$documents/LICENSE"
{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo "Upstream-Name: Rejoinder"
  echo
  echo "Files: *"
  echo "Copyright: The Rejoinder developers"
  echo "License: GPL-3+"
  echo " On Debian systems the full text of the GNU General Public License, version 3, is in"
  echo " /usr/share/common-licenses/GPL-3."
} >"$documents/copyright"
gzip -9 -n "$documents/changelog" "$root"/usr/share/man/man1/*.1

# Which packages hold the libraries that the program is linked with.
cat >"$folder/debian/control" <<CONTROL
Source: rejoinder

Package: rejoinder
Architecture: any
CONTROL
depends="$(cd "$folder" && dpkg-shlibdeps -O "root/usr/bin/rejoinder" 2>/dev/null)"
size="$(du -k -s --exclude=DEBIAN "$root" | cut -f 1)"

cat >"$root/DEBIAN/control" <<CONTROL
Package: rejoinder
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Depends: ${depends#shlibs:Depends=}
Suggests: graphviz, sqlite3
Section: text
Priority: optional
Description: work out who answers whom in any comment section
 Reads the comments under an article in whatever form they were kept, from a
 page pasted into a text file to a dump of Reddit, and reconstructs who answers
 whom even where no markup says so. Measures the discussion, finds chains of
 disagreement and camps, sums the threads up, and writes reports, graphs and
 an SQLite store. Every inference shows its evidence.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
package="$folder/rejoinder_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
