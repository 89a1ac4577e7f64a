"""Runs of programs, and what a table says of them."""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    """Seconds by the clock, seconds of all processors, and the most memory in MB of one run.

    Of a pipeline the memory is that of its largest program. `cores` are the numbers of those that
    it is kept on.
    """

    def __init__(self, command, stdin=None, stdout=None, cores=None):
        if cores:
            command = ["taskset", "-c", ",".join(map(str, cores)), *command]
        start = time.perf_counter()
        with tempfile.TemporaryFile() as aside:
            with open(stdin or os.devnull, "rb") as source, \
                    open(stdout or os.devnull, "wb") as target:
                process = subprocess.Popen(command, stdin=source, stdout=target, stderr=aside)
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if status:
                aside.seek(0)
                print(aside.read().decode(errors="replace")[-2_000:], file=sys.stderr)
                sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}")
        self.clock = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)

    def less(self, other):
        """What this took beyond another run."""
        rest = object.__new__(Run)
        rest.clock = max(1e-6, self.clock - other.clock)
        rest.cpu = max(1e-6, self.cpu - other.cpu)
        rest.memory = self.memory
        return rest


def median(values):
    return statistics.median(values)


def three(values, digits=2):
    return " / ".join(f"{value:.{digits}f}"
                      for value in (min(values), median(values), max(values)))


class Row:
    """A line of the table: ours beside theirs, run by run, and what is wanted."""

    def __init__(self, name, ours, theirs, how, time_ratio=None, memory_ratio=None,
                 seconds=None, least=False, by="clock"):
        """
        - time_ratio, memory_ratio: the greatest that will do; with `least` the smallest.
        - seconds: the greatest median of our own seconds that will do.
        - how: the commands, for the reader of the table.
        """
        self.cells = [name]
        met = []
        for attribute, limit, unit in ((by, time_ratio, "s"), ("memory", memory_ratio, "MB")):
            a = [getattr(run, attribute) for run in ours]
            b = [getattr(run, attribute) for run in theirs]
            digits = 0 if attribute == "memory" else 3 if median(a) < 1 else 1
            self.cells += [f"{median(a):.{digits}f}", f"{median(b):.{digits}f}" if b else ""]
            ratios = [x / y for x, y in zip(a, b)]
            small = bool(ratios) and median(ratios) < 0.1
            self.cells.append(three(ratios, 3 if small else 2) if ratios else "")
            if limit is not None:
                sign, good = (">=", median(ratios) >= limit) if least else \
                    ("<=", median(ratios) <= limit)
                met.append((f"{'memory ' if unit == 'MB' else ''}{sign} {limit:.3g}", good))
        if seconds is not None:
            good = median([getattr(run, by) for run in ours]) <= seconds
            met.append((f"<= {seconds:g} s", good))
        self.cells.append(", ".join(wanted for wanted, _ in met))
        self.cells.append("" if not met else "yes" if all(good for _, good in met) else "no")
        self.how = how + (" Processor seconds." if by == "cpu" else "")

    def record(self):
        return {"cells": self.cells, "how": self.how}


HEAD = ["case", "ours, s", "other, s", "time ratio", "ours, MB", "other, MB", "memory ratio",
        "wanted", "reached"]


def table(rows):
    """The rows in Markdown, and below them how each was measured."""
    lines = ["| " + " | ".join(HEAD) + " |", "|---|--:|--:|---|--:|--:|---|---|---|"]
    lines += ["| " + " | ".join(row["cells"]) + " |" for row in rows]
    lines += ["", "Medians; ratios are least / median / greatest of the runs that stood side by side.",
              ""]
    lines += [f"- *{row['cells'][0]}*: {row['how']}" for row in rows]
    return "\n".join(lines)


def machine():
    """The processor, memory and system here, in words."""
    model, memory = platform.processor() or platform.machine(), 0
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = names[0] if names else model
    if hasattr(os, "sysconf"):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (1 << 30)
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()) \
        if hasattr(platform, "freedesktop_os_release") else platform.system()
    return f"{os.cpu_count()} cores of {model}, {memory} GB of memory, {system}"
