#!/usr/bin/env bash
# Draws the picture at the head of the README from the sample documents.
#
#   Scripts/readme-picture.sh PROGRAM    PROGRAM is the built `rejoinder`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
"$1" graph seeds/harbour-tram.txt --as dot |
  dot -Tsvg -o Documentation/images/who-replies-to-whom.svg
