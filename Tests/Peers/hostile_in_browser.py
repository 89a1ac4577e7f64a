"""Opens pages and drawings of a hostile talk in headless Chromium.

Usage: hostile_in_browser.py FOLDER COMMENTS. FOLDER holds report.html, of a talk of that many marked
comments, other pages, and drawings. Needs what report_in_browser.py needs. Fails where anything ran,
was fetched or was lost.
"""

import json
import sys
from pathlib import Path

from report_in_browser import chromium

FOLDER = Path(sys.argv[1]).resolve()
COMMENTS = int(sys.argv[2])

# What only a stranger's markup can have put there.
STRANGERS = """
const found = [];
for (const e of document.querySelectorAll('*')) {
  for (const a of e.attributes) {
    if (a.localName.startsWith('on')) found.push(`${e.nodeName} ${a.name}`);
    if (/^(href|src|srcdoc|action|formaction|data)$/.test(a.localName)
      && !/^(#|https?:|data:,)/.test(a.value)) found.push(`${e.nodeName} ${a.name}=${a.value.slice(0, 80)}`);
  }
  if (/^(iframe|object|embed|img|image|base|link|meta|form|foreignObject)$/i.test(e.localName)
    && !e.matches('meta[charset], meta[name], meta[http-equiv=Content-Security-Policy], link[href^="data:,"]'))
    found.push(e.outerHTML.slice(0, 160));
}
return found;
"""

# What a reader may do with everything that is there.
TOUCHED = """
document.querySelectorAll('details').forEach(d => (d.open = true));
for (const e of [...document.querySelectorAll('*')].slice(0, 20000))
  for (const kind of ['mouseover', 'focus', 'error', 'load', 'toggle'])
    e.dispatchEvent(new Event(kind, { bubbles: false }));
"""


def main():
    driver = chromium()
    wrong = []
    try:
        for path in sorted(FOLDER.iterdir()):
            driver.get_log("browser")
            driver.get_log("performance")
            driver.get(path.as_uri())
            places = [""]
            if path.name == "report.html":
                places += ["#d1", "#d2", "#" + "d9<script>window.harmed=1</script>"]
            for place in places:
                driver.execute_script("location.hash = arguments[0]", place)
                driver.execute_script(TOUCHED)
                if driver.execute_script("return window.harmed") is not None:
                    wrong.append(f"{path.name}{place}: something ran")
            wrong += [f"{path.name}: {what}" for what in driver.execute_script(STRANGERS)]
            wrong += [f"{path.name}: {line['message']}" for line in driver.get_log("browser")]
            for entry in driver.get_log("performance"):
                message = json.loads(entry["message"])["message"]
                if message["method"] in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                    url = message["params"].get("request", message["params"])["url"]
                    if url.split("#")[0] != path.as_uri():
                        wrong.append(f"{path.name} asks for {url[:200]}")
            words = driver.execute_script("return document.documentElement.textContent")
            if path.name == "report.html":
                lost = [n for n in range(COMMENTS) if f"MARK{n} " not in words or f"END{n}." not in words]
                if lost:
                    wrong.append(f"{path.name}: comments {lost} are not there")
            elif len(words) < 100:
                wrong.append(f"{path.name}: there is nothing in it")
            print(path.name, len(words), "characters")
    finally:
        driver.quit()
    if wrong:
        sys.exit("\n".join(wrong[:40]))


main()
