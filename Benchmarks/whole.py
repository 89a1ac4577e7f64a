#!/usr/bin/env python3
"""How fast is `rejoinder` on a dump, beside its peers and the floor under all of them?

    make bench

makes a dump with `reddit_like.py`, runs every case several times, the programs in turn so that other
work on the machine meets all of them, and prints the least, the middle and the greatest ratio of
their times, and of their memory. `convokit_whole.py` is what a researcher does today; `floor.cpp` reads
with simdjson and inserts into SQLite and does nothing else.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    """Seconds by the clock, seconds of all processors, and the most memory in MB of one run."""

    def __init__(self, command, env=None):
        start = time.perf_counter()
        with tempfile.TemporaryFile() as aside:
            process = subprocess.Popen(command, stdout=aside, stderr=aside, env=env)
            _, status, usage = os.wait4(process.pid, 0)
            if status:
                aside.seek(0)
                print(aside.read().decode(errors="replace")[-2_000:], file=sys.stderr)
                sys.exit(f"bench: {' '.join(command)} ended with {status}")
        self.clock = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024


def fresh(path):
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    return path


def three(values):
    return f"{min(values):.2f} / {statistics.median(values):.2f} / {max(values):.2f}"


def row(name, ours, theirs, target):
    """One line of the table: both medians, and the ratios of the runs that stood side by side."""
    clock = [o.clock / t.clock for o, t in zip(ours, theirs)]
    memory = [o.memory / t.memory for o, t in zip(ours, theirs)]
    print(f"| {name} | {statistics.median(o.clock for o in ours):.2f} "
          f"| {statistics.median(t.clock for t in theirs):.2f} | {three(clock)} "
          f"| {statistics.median(o.memory for o in ours):.0f} "
          f"| {statistics.median(t.memory for t in theirs):.0f} | {three(memory)} | {target} |",
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--floor", required=True, help="the built floor.cpp")
    parser.add_argument("--python", required=True, help="a Python with ConvoKit and NetworkX")
    parser.add_argument("--comments", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--page", default="seeds/ferry-coins.txt")
    parser.add_argument("--folder", help="where files are made and kept")
    arguments = parser.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    folder = arguments.folder or tempfile.mkdtemp(prefix="rejoinder-bench-")
    os.makedirs(folder, exist_ok=True)

    def made(count):
        path = os.path.join(folder, f"comments-{count}.ndjson")
        if not os.path.exists(path):
            subprocess.run([sys.executable, os.path.join(here, "reddit_like.py"),
                            "--comments", str(count), path], check=True)
        return path

    dump = made(arguments.comments)
    tenth = made(arguments.comments // 10)
    store = os.path.join(folder, "store.sqlite")
    rows = os.path.join(folder, "rows.sqlite")

    def analyze(path, *options):
        return Run([arguments.program, "analyze", path, "--db", fresh(store), "--quiet",
                    "--no-search-index", *options])

    def convokit():
        corpus = os.path.join(folder, "convokit")
        shutil.rmtree(corpus, ignore_errors=True)
        os.makedirs(corpus)
        return Run([arguments.python, os.path.join(here, "convokit_whole.py"), dump, corpus])

    runs = range(arguments.runs)
    print(f"{arguments.comments:,} comments, {os.path.getsize(dump) / 1e6:.0f} MB, "
          f"{arguments.runs} runs each; ratios are least / median / greatest\n")
    print("| case | ours, s | other, s | time ratio | ours, MB | other, MB | memory ratio | wanted |")
    print("|---|--:|--:|---|--:|--:|---|---|")
    whole, peers, floors = [], [], []
    for _ in runs:
        whole.append(analyze(dump))
        peers.append(convokit())
        floors.append(Run([arguments.floor, "store", dump, fresh(rows)]))
    row("whole analysis, beside ConvoKit's load, network and dump", whole, peers,
        "0.10, memory 0.33")
    row("… beside simdjson and SQLite alone", whole, floors, "3")
    pairs = [(analyze(tenth), analyze(dump)) for _ in runs]
    row("ten times the comments, beside a tenth", [b for _, b in pairs], [a for a, _ in pairs],
        "10.5, memory 1.2")
    pairs = [(analyze(dump, "-j", "1"), analyze(dump, "-j", "2")) for _ in runs]
    row("one core, beside two", [a for a, _ in pairs], [b for _, b in pairs], "1.7 or more")
    pairs = [(Run([arguments.program, "formats", "--probe", dump]),
              Run([arguments.floor, "read", dump])) for _ in runs]
    row("reading alone, beside simdjson's loop", [a for a, _ in pairs], [b for _, b in pairs],
        "1.5")
    pairs = [(Run([arguments.program, "analyze", arguments.page, "--quiet"]),
              Run([arguments.python, "-c", "import convokit"])) for _ in range(3 * arguments.runs)]
    row("one page, beside `import convokit`", [a for a, _ in pairs], [b for _, b in pairs], "0.02")
    print(f"\nProcessor seconds of one page: {three([a.cpu for a, _ in pairs])} (wanted: 0.04)")


if __name__ == "__main__":
    main()
