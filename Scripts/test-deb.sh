#!/usr/bin/env bash
# Installs the Debian package in a new system that holds no compiler, and runs it on the seeds.
#
#   Scripts/test-deb.sh PACKAGE PROGRAM
#
# Needs root and debootstrap. The system is taken from where this machine takes its packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

package="${1:?usage: Scripts/test-deb.sh PACKAGE PROGRAM}"
program="${2:?usage: Scripts/test-deb.sh PACKAGE PROGRAM}"
release="$(. /etc/os-release && echo "$VERSION_CODENAME")"
if ! command -v debootstrap >/dev/null; then
  apt-get install --yes --quiet=2 --no-install-recommends debootstrap </dev/null >&2
fi

# The first source of packages of this machine.
mirror="$(apt-get indextargets --format '$(REPO_URI)' "Codename: $release" 'Created-By: Packages' |
  head -n 1)"
system="$(mktemp -d)"
trap 'umount "$system/proc" 2>/dev/null || true; rm -rf --one-file-system "$system"' EXIT
debootstrap --variant=minbase "$release" "$system" "${mirror:?this machine has no packages}" >&2
# Swift's runtime finds the arguments of a program there.
mountpoint -q "$system/proc" || mount -t proc proc "$system/proc"
# The way to the packages, as this machine has it.
cp -r /etc/apt/apt.conf.d/. "$system/etc/apt/apt.conf.d/"

cp "$package" "$system/tmp/rejoinder.deb"
mkdir "$system/tmp/seeds"
cp seeds/* "$system/tmp/seeds/"
chroot "$system" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 \
  --no-install-recommends /tmp/rejoinder.deb </dev/null >&2

if chroot "$system" sh -c 'command -v swift || find / -xdev -name "libswiftCore*" | grep .'; then
  echo "There is a Swift runtime in the new system, which proves nothing." >&2
  exit 1
fi
compare() {
  local inside outside
  inside="$(chroot "$system" env LC_ALL=C sh -c "cd /tmp && rejoinder $*")"
  outside="$(LC_ALL=C "$program" "$@")"
  if [ -z "$inside" ] || [ "$inside" != "$outside" ]; then
    echo "rejoinder $* does not give the same in the new system." >&2
    exit 1
  fi
  echo "rejoinder $*: the same"
}
chroot "$system" rejoinder --version
for seed in seeds/*; do
  compare analyze --json --quiet "$seed"
  compare graph --quiet "$seed"
done
chroot "$system" sh -c 'cd /tmp && rejoinder analyze --quiet seeds --db store.sqlite && test -s store.sqlite'
echo "1 passed, 0 failed"
