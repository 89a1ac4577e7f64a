#!/usr/bin/env python3
"""How fast is `rejoinder` on a dump, beside its peers and the floor under all of them?

    make bench
    Scripts/bench.sh .build/release/rejoinder --comments 5000 --cases whole,page

makes its input with `reddit_like.py` and `commenter_graph.py`, runs every case several times, the
programs in turn so that other work on the machine meets all of them, and prints a table of ratios.
`cases.py` has the cases. What was measured is kept beside the input, so that cases can be run one by
one; --write puts the table of all of them into the README beside this file, and the figures that plans
are made from into rates.json.
"""

import argparse
import datetime
import json
import os
import subprocess
import sys

from cases import CASES, HERE, Bench
from measuring import machine, table

BEGIN, END = "<!-- table begins -->", "<!-- table ends -->"


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--floor", required=True, help="the built floor.cpp")
    parser.add_argument("--python", required=True, help="a Python with ConvoKit and NetworkX")
    parser.add_argument("--spark", help="a Python with PySpark, for the case spark")
    parser.add_argument("--folder", required=True, help="where files are made and kept")
    parser.add_argument("--cases", default=",".join(name for name in CASES if name != "spark"),
                        help=f"which, with commas between them: {', '.join(CASES)};"
                             " all but spark if not given")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--comments", type=int, default=500_000, help="comments of the dump")
    parser.add_argument("--megathread", type=int, metavar="N",
                        help="comments of one discussion; a fifth of --comments if not given")
    parser.add_argument("--edges", type=int, metavar="N",
                        help="edges of the commenter graph; twice --comments if not given")
    parser.add_argument("--page", default="seeds/ferry-coins.txt")
    parser.add_argument("--by", choices=["clock", "cpu"], default="clock",
                        help="time by the clock, or of all processors, which other work on the"
                             " machine disturbs less; two cores are always timed by the clock")
    parser.add_argument("--write", action="store_true",
                        help="put the table of all cases measured with these sizes into the README")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.cases.split(",") if name not in CASES]
    if unknown:
        parser.error(f"there is no case {', '.join(unknown)}; there are {', '.join(CASES)}")
    if arguments.runs < 1 or arguments.comments < 100:
        parser.error("--runs takes 1 or more, --comments 100 or more")
    return arguments


def version():
    described = subprocess.run(["git", "-C", HERE, "describe", "--always", "--dirty"],
                               capture_output=True, text=True)
    return described.stdout.strip() or "no repository"


def readme_with(text):
    """Puts the text between the marks of the README."""
    path = os.path.join(HERE, "README.md")
    with open(path, encoding="utf-8") as file:
        page = file.read()
    head, rest = page.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{head}{BEGIN}\n{text}\n{END}{tail}")


def main():
    arguments = options()
    bench = Bench(arguments)
    kept = bench.path(f"results-{arguments.comments}.json")
    results = {}
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            results = json.load(file)
    chosen = arguments.cases.split(",")
    for name in (name for name in CASES if name in chosen):
        print(f"{name} …", file=sys.stderr, flush=True)
        bench.rates = {}
        rows = [row.record() for row in CASES[name](bench)]
        results[name] = {"rows": rows, "rates": bench.rates, "runs": arguments.runs,
                         "version": version(), "date": datetime.date.today().isoformat()}
        with open(kept, "w", encoding="utf-8") as file:
            json.dump(results, file, indent=1)
    print(table([row for name in CASES if name in chosen for row in results[name]["rows"]]))
    if not arguments.write:
        return
    done = [results[name] for name in CASES if name in results]
    runs = sorted({result["runs"] for result in done})
    where = (f"{machine()}; runs of each: {' or '.join(map(str, runs))};"
             f" {', '.join(sorted({r['version'] for r in done}))}, {max(r['date'] for r in done)}")
    readme_with(f"*{where}.*\n\n" + table([row for result in done for row in result["rows"]]))
    rates = {key: value for result in done for key, value in result["rates"].items()}
    with open(os.path.join(HERE, "rates.json"), "w", encoding="utf-8") as file:
        json.dump({"measured": where, "comments": arguments.comments, **rates}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
