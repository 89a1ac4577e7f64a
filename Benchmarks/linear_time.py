#!/usr/bin/env python3
"""Does `rejoinder analyze` take time in proportion to the number of comments?

Writes two pasted pages of made-up words, one with ten times the comments of the other, analyses
both several times, and prints how time and memory grow. Exits 1 when ten times the comments take
more than twelve times the time, 2 when the command fails or finds another number of comments.

    python3 Benchmarks/linear_time.py .build/release/rejoinder
    python3 Benchmarks/linear_time.py .build/release/rejoinder --comments 1000 --shape all

The same seed gives the same pages, byte for byte. Nothing but Python's standard library is used.
"""

import argparse
import os
import random
import re
import statistics
import sys
import tempfile
import time

GROWTH = 10


class Words:
    """Words of made-up syllables, the k-th as frequent as 1/k, and sentences of them."""

    def __init__(self, draw, count=30_000):
        self.draw = draw
        self.names = set()
        onsets = ["b", "br", "d", "dr", "f", "g", "k", "kl", "l", "m", "n", "p", "pr", "s", "st",
                  "t", "tr", "v", "w", "z"]
        vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
        codas = ["", "", "n", "r", "s", "l", "t"]
        self.words = []
        self.known = set()
        while len(self.words) < count:
            syllables = 1 + (len(self.words) > 200) + (draw.random() < 0.5)
            word = "".join(draw.choice(onsets) + draw.choice(vowels) + draw.choice(codas)
                           for _ in range(syllables))
            if word not in self.known:
                self.known.add(word)
                self.words.append(word)

    def word(self):
        # log-uniform ranks: Zipf's law with exponent 1
        return self.words[int(len(self.words) ** self.draw.random()) - 1]

    def sentence(self, least=4, most=24):
        words = [self.word() for _ in range(self.draw.randint(least, most))]
        if len(words) > 9:
            words[len(words) // 2] += ","
        return words[0].capitalize() + " " + " ".join(words[1:]) + self.draw.choice("....?!")

    def name(self):
        """A name of one or two words, none of which is a word of the page; no two are the same."""
        while True:
            parts = [(self.draw.choice(self.words) + self.draw.choice(["ix", "ek", "um", "oz"]))
                     .capitalize() for _ in range(self.draw.choice([1, 1, 1, 2]))]
            name = " ".join(parts)
            if name not in self.names and not any(part.lower() in self.known for part in parts):
                self.names.add(name)
                return name


def page(path, comments, shape, seed):
    """Writes a page with so many comments in the layout `12. Name says:`."""
    draw = random.Random(f"{seed} {shape}")
    words = Words(draw)
    wanted = 2 if shape == "pair" else max(5, comments // 20)
    names = [words.name() for _ in range(wanted)]
    copied = words.sentence(12, 24)
    said = []  # per comment: its author and its sentences
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"{words.sentence(5, 8)[:-1]}\n\n")
        for _ in range(8):
            out.write(" ".join(words.sentence() for _ in range(5)) + "\n\n")
        out.write(f"{comments} comments\n\n")
        for number in range(1, comments + 1):
            if shape == "pair":
                author = names[number % 2]
            else:
                # few write much, many write little
                author = names[int(len(names) ** draw.random()) - 1]
            body = [words.sentence() for _ in range(draw.randint(1, 5))]
            if shape == "copies" and draw.random() < 0.5:
                body.insert(0, copied)
            out.write(f"  {number}. {author} says:\n\n")
            if said:
                # mostly to one of the last comments, sometimes far back
                back = draw.randint(1, 30) if draw.random() < 0.9 else draw.randint(1, len(said))
                other, sentences = said[-min(back, len(said))]
                kind = draw.random()
                if shape == "quotes" or kind < 0.15:
                    out.write(f"    {draw.choice(sentences)}\n\n")
                if 0.1 < kind < 0.45:
                    out.write(f"    @{other}: ")
                else:
                    out.write("    ")
            else:
                out.write("    ")
            out.write(" ".join(body) + "\n\n")
            said.append((author, body))


def run(command, output):
    """Seconds of the clock, seconds of the processors, peak memory in bytes."""
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        fail(f"{' '.join(command)} ended with {code}")
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def comments_found(output):
    """The number of comments that the analysis says it found."""
    with open(output, encoding="utf-8") as document:
        head = document.read(1_000_000)
    found = re.search(r'"comments"\s*:\s*(\d+)', head)
    return int(found[1]) if found else None


def fail(message):
    print(f"linear_time.py: {message}", file=sys.stderr)
    sys.exit(2)


def measure(arguments, shape, folder):
    """Prints the rows of one shape and returns the ratio of the times."""
    rows = []
    for comments in (arguments.comments, arguments.comments * GROWTH):
        path = os.path.join(folder, f"{shape}-{comments}.txt")
        output = os.path.join(folder, "analysis.json")
        page(path, comments, shape, arguments.seed)
        command = [arguments.binary, "analyze", path, "--json", *arguments.options]
        results = []
        for _ in range(arguments.runs):
            results.append(run(command, output))
            found = comments_found(output)
            if found != comments:
                fail(f"{path} has {comments} comments, {found} were found")
        clock = [result[0] for result in results]
        row = (min(clock), statistics.median(clock), min(result[1] for result in results),
               max(result[2] for result in results))
        rows.append(row)
        print(f"{shape:<8}{comments:>9,}{os.path.getsize(path) / 1e6:>8.1f}{row[0]:>10.2f}"
              f"{row[1]:>10.2f}{row[2]:>10.2f}{row[3] / 1e6:>10.0f}"
              f"{row[0] / comments * 1e6:>12.0f}", flush=True)
        os.remove(output)
    ratios = [large / small for small, large in zip(*rows)]
    ratio = ratios[0] if arguments.by == "clock" else ratios[2]
    verdict = "ok" if ratio <= arguments.most else f"more than {arguments.most:g}"
    print(f"{shape:<8}{'ratio':>9}{'':>8}" + "".join(f"{ratio:>10.2f}" for ratio in ratios)
          + f"{'':>4}{verdict:>8}", flush=True)
    return ratio


def main():
    shapes = ["mixed", "quotes", "pair", "copies"]
    parser = argparse.ArgumentParser(
        description="Does analyze take time in proportion to the comments?")
    parser.add_argument("binary", help="the command, built for release")
    parser.add_argument("--comments", type=int, default=10_000, metavar="N",
                        help=f"comments of the smaller page; the other has {GROWTH} times as many")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the fastest counts")
    parser.add_argument("--most", type=float, default=12, help="the greatest ratio that passes")
    parser.add_argument("--by", choices=["clock", "cpu"], default="clock",
                        help="which time must pass: by the clock, or of the processors")
    parser.add_argument("--shape", choices=[*shapes, "all"], default="mixed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="keep the pages here")
    parser.add_argument("--options", nargs=argparse.REMAINDER, default=[],
                        help="everything behind it is handed to analyze")
    arguments = parser.parse_args()
    arguments.binary = os.path.abspath(arguments.binary)
    if not os.access(arguments.binary, os.X_OK):
        fail(f"there is no command {arguments.binary}; build it with: make build")
    if arguments.comments < 1 or arguments.runs < 1:
        fail("--comments and --runs must be 1 or more")
    print(f"{'shape':<8}{'comments':>9}{'MB':>8}{'best s':>10}{'median s':>10}{'cpu s':>10}"
          f"{'peak MB':>10}{'µs/comment':>12}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder or scratch
        os.makedirs(folder, exist_ok=True)
        chosen = shapes if arguments.shape == "all" else [arguments.shape]
        ratios = [measure(arguments, shape, folder) for shape in chosen]
    sys.exit(0 if max(ratios) <= arguments.most else 1)


if __name__ == "__main__":
    main()
