#!/usr/bin/env python3
"""How long does a summary take beside sumy's LexRank? Run by `make bench-summaries`.

    Scripts/summary-accuracy.sh Benchmarks/summary_time.py .build/release/rejoinder

Writes discussions of made-up sentences and sums them up. Ours is the time of the whole program,
with reading the discussion and finding who answers whom; sumy's is that of the summarizer alone,
which compares all pairs and is therefore given fewer sentences. Seconds are those of all processors
together, so that other work on the machine counts little.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "Tests", "Peers"))
sys.path.insert(0, os.path.dirname(__file__))

from linear_time import Words  # noqa: E402
from summary_accuracy import peers  # noqa: E402


def sentences(count):
    """Sentences of 4 to 24 words, the k-th word as frequent as 1/k."""
    words = Words(random.Random("summaries"))
    return [words.sentence() for _ in range(count)]


def discussion(texts):
    """Comments of four sentences by a tenth as many people."""
    draw = random.Random("comments")
    comments = []
    for at in range(0, len(texts), 4):
        number = len(comments) + 1
        comments.append({
            "id": str(number), "author": f"Person{draw.randrange(max(1, len(texts) // 40))}",
            "text": " ".join(texts[at:at + 4]),
            **({"parent": str(draw.randrange(1, number))} if number > 1 else {})})
    return {"id": "made-up", "comments": comments}


def processors():
    """Seconds of all processors that programs started here have taken."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--sumy", type=int, default=2000, help="sentences for LexRank")
    parser.add_argument("--ours", type=int, action="append", help="sentences for Rejoinder")
    arguments = parser.parse_args()
    texts = sentences(max([arguments.sumy] + (arguments.ours or [200_000])))
    lexrank = peers()["LexRank"]
    begin = time.process_time()
    lexrank(texts[:arguments.sumy], 10)
    theirs = time.process_time() - begin
    print("| | sentences | seconds | sentences a second | beside LexRank |")
    print("|---|--:|--:|--:|--:|")
    rate = arguments.sumy / theirs
    print(f"| sumy, LexRank | {arguments.sumy:,} | {theirs:.2f} | {rate:,.0f} | 1 |")
    for count in arguments.ours or [2_000, 20_000, 200_000]:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "discussion.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps(discussion(texts[:count])) + "\n")
            begin = processors()
            subprocess.run([arguments.program, "summary", path, "--format", "discussions",
                            "--sentences", "10", "--as", "json", "--quiet"], check=True,
                           stdout=subprocess.DEVNULL)
            seconds = processors() - begin
        print(f"| Rejoinder, whole program | {count:,} | {seconds:.2f} | {count / seconds:,.0f} "
              f"| {count / seconds / rate:,.0f} |")


if __name__ == "__main__":
    main()
