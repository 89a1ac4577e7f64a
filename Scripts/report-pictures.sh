#!/usr/bin/env bash
# Makes again the pictures of the report in the README: Chromium's view of what the program wrote.
#
#   Scripts/report-pictures.sh PROGRAM    PROGRAM is the built `rejoinder`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program="$1"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
python="$(Scripts/browser-environment.sh)"
[ -n "$python" ] || exit 1

mkdir -p Documentation/images
"$program" report seeds/ferry-coins.txt -o "$scratch/report.html" --quiet
"$python" - "$scratch/report.html" Documentation/images <<'PYTHON'
import base64
import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

page, folder = Path(sys.argv[1]), Path(sys.argv[2])
options = webdriver.ChromeOptions()
for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 "--window-size=1200,900"]:
    options.add_argument(argument)
driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


def picture(name, place, width, height, scheme, phone=False):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone})
    driver.get("about:blank")
    driver.get(page.as_uri() + place)
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    (folder / name).write_bytes(base64.b64decode(shot["data"]))


picture("report.png", "", 1200, 1360, "light")
picture("report-comments.png", "#d1-comments", 1200, 800, "dark")
driver.quit()
PYTHON
