#!/usr/bin/env bash
# Installs the system packages that are missing, and says nothing when none is.
#
#   Scripts/set-up.sh build    what compiling needs
#   Scripts/set-up.sh demo     build, and what draws and shows the results
#   Scripts/set-up.sh test     demo, and the programs that tests compare Rejoinder with
#   Scripts/set-up.sh spark    build, and what Spark runs on
set -euo pipefail

purpose="${1:-build}"
case "$purpose" in
  build | demo | test | spark) ;;
  *)
    echo "usage: Scripts/set-up.sh build|demo|test|spark" >&2
    exit 2
    ;;
esac

has_program() { command -v "$1" >/dev/null 2>&1; }
has_header() {
  local folder
  for folder in /usr/include /usr/local/include /usr/include/*-linux-gnu*; do
    [ -e "$folder/$1" ] && return 0
  done
  return 1
}
# Whether a library is there in the form that is linked into the program.
has_archive() {
  local folder
  for folder in /usr/lib /usr/local/lib /usr/lib/*-linux-gnu* /usr/lib64; do
    [ -e "$folder/lib$1.a" ] && return 0
  done
  return 1
}
has_cpp_library() { compgen -G '/usr/include/c++/*/vector' >/dev/null; }
# The system's own Python, which sees the system's packages; another one may come first in PATH.
has_module() { PATH="/usr/bin:$PATH" python3 -c "import $1" >/dev/null 2>&1; }

# Without these the purpose cannot be reached.
needed=()
# Without these some tests skip themselves and say so.
welcome=()

has_program swift || {
  cat >&2 <<'MESSAGE'
Rejoinder is written in Swift 6, and there is no `swift` in PATH.
Install a toolchain from https://www.swift.org/install/linux/ and run this again.
MESSAGE
  exit 1
}
has_header sqlite3.h || needed+=(libsqlite3-dev)
has_header libxml2/libxml/HTMLparser.h || needed+=(libxml2-dev)
has_header archive.h || needed+=(libarchive-dev)
has_header zstd.h || needed+=(libzstd-dev)
has_header zlib.h || needed+=(zlib1g-dev)
has_header bzlib.h || needed+=(libbz2-dev)
has_header lzma.h || needed+=(liblzma-dev)
has_header gmime-3.0/gmime/gmime.h || needed+=(libgmime-3.0-dev)
has_header igraph/igraph.h && has_archive igraph || needed+=(libigraph-dev)
has_program pkg-config || needed+=(pkg-config)
has_header simdjson.h || needed+=(libsimdjson-dev)
has_cpp_library || needed+=(g++)
if [ "$purpose" = demo ] || [ "$purpose" = test ]; then
  has_program dot || needed+=(graphviz)
  has_program sqlite3 || needed+=(sqlite3)
fi
if [ "$purpose" = spark ]; then
  has_program java || needed+=(default-jre-headless)
  has_module ensurepip || needed+=(python3-venv)
fi
if [ "$purpose" = test ]; then
  has_program python3 || welcome+=(python3)
  has_program zstd || welcome+=(zstd)
  has_program tmux || welcome+=(tmux)
  has_program xmllint || welcome+=(libxml2-utils)
  has_program cmark || welcome+=(cmark)
  [ -e /usr/share/i18n/locales/tr_TR ] || welcome+=(locales)
  has_program chromium || welcome+=(chromium)
  has_program chromedriver || welcome+=(chromium-driver)
  has_module ensurepip || welcome+=(python3-venv)
  for module in networkx igraph pydot pygraphviz; do
    has_module "$module" || welcome+=("python3-$module")
  done
fi

# Runs a command as root.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --quiet=2 --no-install-recommends "$@" </dev/null >&2
}

# Installs packages, with fresh package lists where the present ones do not suffice.
install_with_lists() {
  install "$@" 2>/dev/null || { as_root apt-get update --quiet=2 >&2 && install "$@"; }
}

can_install() {
  has_program apt-get && { [ "$(id -u)" = 0 ] || has_program sudo; }
}

if [ ${#needed[@]} -gt 0 ]; then
  if ! has_program apt-get; then
    cat >&2 <<MESSAGE
Rejoinder needs packages that are missing here, and there is no apt-get to install them with.
By their Debian names: ${needed[*]}
Install what your system calls them and run this again.
MESSAGE
    exit 1
  fi
  if ! can_install; then
    cat >&2 <<MESSAGE
Rejoinder needs packages that are missing here, and neither root nor sudo is at hand.
Let somebody with the rights run: apt-get install ${needed[*]}
MESSAGE
    exit 1
  fi
  echo "Installing ${needed[*]}" >&2
  install_with_lists "${needed[@]}" || {
    echo "Could not install them. Mend what apt-get says above, then run this again." >&2
    exit 1
  }
fi

if [ ${#welcome[@]} -gt 0 ]; then
  if can_install; then
    echo "Installing ${welcome[*]}" >&2
    install_with_lists "${welcome[@]}" ||
      echo "Could not install ${welcome[*]}: tests that use them will be skipped." >&2
  else
    echo "Not here: ${welcome[*]} (Debian names). Tests that use them will be skipped." >&2
  fi
fi
