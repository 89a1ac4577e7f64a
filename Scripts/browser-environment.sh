#!/usr/bin/env bash
# Prints the path of a Python that can drive Chromium for the tests of the report, which it installs
# into .build/browser on first use. Prints nothing where that cannot be, and says why.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=.build/browser
python=$PWD/$folder/bin/python

skip() {
  echo "The tests of the report in a browser will be skipped: $1" >&2
  exit 0
}
for program in chromium chromedriver; do
  command -v "$program" >/dev/null || skip "$program is not here (Debian: chromium, chromium-driver)"
done
if ! { [ -x "$python" ] && "$python" -c 'import selenium, axe_selenium_python' 2>/dev/null; }; then
  made=
  for base in /usr/bin/python3 python3 python3.11 python3.12 python3.13; do
    if command -v "$base" >/dev/null && "$base" -m venv --clear "$folder" >/dev/null 2>&1; then
      made=1
      break
    fi
  done
  [ -n "$made" ] || skip "no Python here can make a virtual environment (Debian: python3-venv)"
  "$python" -m pip install --quiet --disable-pip-version-check selenium axe-selenium-python >&2 ||
    skip "selenium and axe-selenium-python could not be installed"
fi
echo "$python"
