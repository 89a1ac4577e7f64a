#!/usr/bin/env python3
"""Writes one discussion whose commenter graph has so many edges, as a line of `discussions`.

    python3 Benchmarks/commenter_graph.py --edges 1000000 --seed 1 graph.jsonl

A few write much and are answered much; texts are short, so that the graph is what takes the time.
The same seed gives the same bytes.
"""

import argparse
import json
import random

from reddit_like import Words


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("output")
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    words = Words(draw, 5_000).words
    people = max(4, arguments.edges // 6)
    comments, authors, edges = [], [], set()
    while len(edges) < arguments.edges:
        author = int(people ** draw.random()) if draw.random() < 0.5 else draw.randrange(people)
        comment = {"id": str(len(comments) + 1), "author": f"p{author}", "parent": "0",
                   "text": " ".join(draw.choices(words, k=3))}
        if comments:
            # Mostly one of the last, else any.
            if draw.random() < 0.7:
                answered = len(comments) - int(min(len(comments), 1_000) ** draw.random())
            else:
                answered = draw.randrange(len(comments))
            comment["parent"] = str(answered + 1)
            if authors[answered] != author:
                edges.add((author, authors[answered]))
        comments.append(comment)
        authors.append(author)
    with open(arguments.output, "w", encoding="utf-8") as file:
        json.dump({"id": "graph", "comments": comments}, file, separators=(",", ":"))
        file.write("\n")
    print(f"{len(comments)} comments, {len(edges)} edges")


if __name__ == "__main__":
    main()
