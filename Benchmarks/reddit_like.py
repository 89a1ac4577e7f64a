#!/usr/bin/env python3
"""Writes comments as a dump of Reddit has them: one JSON object a line, discussions interleaved.

    python3 Benchmarks/reddit_like.py --comments 500000 --seed 1 comments.ndjson

The number of comments of a discussion and of a commenter has a heavy tail (Pareto), words follow
Zipf's law, replies go to recent comments and to those that have replies already, one comment in
eight quotes a sentence of what it answers behind "> ", one in ten names somebody, and many begin
with words of agreement or disagreement. The same seed gives the same bytes. Nothing but Python's
standard library is used.
"""

import argparse
import heapq
import json
import random
import sys

ASSENT = ["Exactly.", "I agree.", "Good point.", "Yes, and", "True,", "This.", "Well said."]
DISSENT = ["No.", "I disagree.", "That is wrong.", "Nonsense.", "Not at all.", "But", "Source?",
           "You are wrong about that."]
COMMON = """the to a and of i you that it is in for not this they with have on be but as are was if
your can just or would people what like no at so about all think there my we from get one do more
when don't because how an them their out who up than other some why really only time he should even
make know has see right want way could much then good going it's will those had into most""".split()


class Words:
    """Words of made-up syllables behind the commonest English ones, the k-th as frequent as 1/k."""

    def __init__(self, draw, count=20_000):
        self.draw = draw
        onsets = ["b", "br", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"]
        vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
        words = dict.fromkeys(COMMON)
        while len(words) < count:
            word = "".join(draw.choice(onsets) + draw.choice(vowels)
                           for _ in range(draw.randint(2, 4)))
            words[word + draw.choice(["", "n", "r", "s", "t"])] = None
        self.words = list(words)

    def sentence(self):
        size = len(self.words)
        words = [self.words[int(size ** self.draw.random()) - 1]
                 for _ in range(self.draw.randint(5, 22))]
        return words[0].capitalize() + " " + " ".join(words[1:]) + self.draw.choice("....?!")


class Thread:
    """One discussion that is being written."""

    def __init__(self, number, size, start, pace):
        self.number = number
        self.left = size
        self.members = []
        self.time = start
        self.pace = pace
        self.comments = []


LARGEST = 20_000


def thread_size(draw, largest=LARGEST):
    """How many comments a discussion has: few, with a heavy tail."""
    return min(max(1, int(draw.paretovariate(0.9) * 4)), largest)


def threads(draw, total, copies=1):
    """Discussions until they hold all comments.

    With copies each size comes so many times, so that there are more discussions, not larger ones.
    """
    number = 0
    total //= copies
    while total > 0:
        size = min(total, thread_size(draw))
        for _ in range(copies):
            yield Thread(number, size, draw.uniform(0, 86_400 * 30), draw.expovariate(1 / 300))
            number += 1
        total -= size


def commenter(draw, thread, population):
    """Few write much, over all discussions and within one: log-uniform ranks in both."""
    if not thread.members or draw.random() < 0.45:
        thread.members.append(int(population ** draw.random()))
        return thread.members[-1]
    return thread.members[int(len(thread.members) ** draw.random()) - 1]


def parent(draw, thread):
    if not thread.comments or draw.random() < 0.25:
        return None
    if draw.random() < 0.5:
        return thread.comments[-int(len(thread.comments) ** draw.random())]
    return thread.comments[int(draw.random() ** 2 * len(thread.comments))]


def text(draw, words, answered):
    parts = []
    kind = draw.random()
    if answered and draw.random() < 0.125:
        parts.append("> " + answered[2] + "\n\n")
    if answered and draw.random() < 0.1:
        parts.append(f"/u/person{answered[1]} ")
    if kind < 0.2:
        parts.append(draw.choice(ASSENT) + " ")
    elif kind < 0.5:
        parts.append(draw.choice(DISSENT) + " ")
    first = words.sentence()
    count = min(40, int(draw.paretovariate(1.3)))
    return "".join(parts) + " ".join([first] + [words.sentence() for _ in range(count)]), first


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--comments", type=int, default=500_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=1, metavar="N",
                        help="make N discussions of each size that is drawn")
    parser.add_argument("--megathread", action="store_true",
                        help="make one discussion of all comments")
    parser.add_argument("output", help="the file, or - for standard output")
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    words = Words(draw)
    made = [Thread(0, arguments.comments, 0, 1)] if arguments.megathread else \
        threads(draw, arguments.comments, arguments.copies)
    queue = [(thread.time, thread.number, thread) for thread in made]
    heapq.heapify(queue)
    output = sys.stdout if arguments.output == "-" else open(arguments.output, "w")
    encode = json.JSONEncoder(separators=(",", ":")).encode
    number = 0
    with output:
        while queue:
            time, _, thread = heapq.heappop(queue)
            answered = parent(draw, thread)
            body, first = text(draw, words, answered)
            person = commenter(draw, thread, arguments.comments)
            name = f"c{number:x}"
            link = f"t3_d{thread.number:x}"
            output.write(encode({
                "id": name, "author": f"person{person}", "author_fullname": f"t2_{person:x}",
                "link_id": link, "parent_id": f"t1_{answered[0]}" if answered else link,
                "subreddit": "madeup", "subreddit_id": "t5_madeup", "created_utc":
                1_700_000_000 + int(time), "score": int(draw.paretovariate(1)), "body": body,
                "controversiality": 0, "distinguished": None, "edited": False, "gilded": 0,
                "permalink": f"/r/madeup/comments/d{thread.number:x}/_/{name}/",
                "author_flair_text": None, "stickied": False, "retrieved_on": 1_720_000_000,
            }) + "\n")
            thread.comments.append((name, person, first))
            thread.left -= 1
            number += 1
            if thread.left:
                heapq.heappush(queue, (time + draw.expovariate(1 / (thread.pace + 1)),
                                       thread.number, thread))


if __name__ == "__main__":
    main()
