#!/usr/bin/env python3
"""How near are the summaries to those that people wrote? A table beside sumy's summarizers.

    python3 Tests/Peers/summary_accuracy.py .build/release/rejoinder .build/release/rejoinder-evaluate \\
        DATA/summaries --part val

Reads threads of mails with a human summary each (ConvoSumm: Fabbri et al. 2021), one a line, mails
divided by `</s>`. Everybody chooses among the same sentences, those of our splitter: `own` are the
ones that are good to choose (no headers, no quoted words), `all` every one. All summaries of a
thread are equally long: the same number of sentences, or the same number of words, where ours has
as many whole sentences as fit and the others are cut in the midst of a sentence where ours ends.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

from rouge_score import rouge_scorer  # noqa: E402
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: E402
from sumy.nlp.stemmers import Stemmer  # noqa: E402
from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: E402
from sumy.summarizers.text_rank import TextRankSummarizer  # noqa: E402
from sumy.utils import get_stop_words  # noqa: E402

HEAD = re.compile(r'\s*Name: "(.*?)"\s+Email: ".*?"\s+To: .*?\s+Subject: ".*?"(?=\s|$)', re.S)


class Words:
    """What sumy asks of a tokenizer; its own needs data that it would have to download."""

    def to_words(self, sentence):
        return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", sentence)

    def to_sentences(self, paragraph):
        return [paragraph]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line]


def discussions(path, part):
    """The threads in the filter form: the head of a mail gives its author and is left out."""
    for number, line in enumerate(lines(path), 1):
        comments = []
        for place, mail in enumerate(line.split("</s>"), 1):
            if not mail.strip():
                continue
            head = HEAD.match(mail)
            comment = {"id": str(place), "text": mail[head.end():] if head else mail}
            if head:
                comment["author"] = head[1]
            comments.append(comment)
        yield {"id": f"{part}-{number}", "comments": comments}


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"summary_accuracy.py: {' '.join(command)} failed:\n{result.stderr}")
    return [json.loads(line) for line in result.stdout.splitlines()]


def lead(texts, count):
    return texts[:count]


def sumy(summarizer, texts, count):
    """What sumy takes, in the order of the text."""
    if not texts:
        return []
    words = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in texts])])
    return [str(sentence) for sentence in summarizer(document, count)]


def peers():
    stemmer = Stemmer("english")
    found = {}
    for name, kind in [("LexRank", LexRankSummarizer), ("TextRank", TextRankSummarizer)]:
        summarizer = kind(stemmer)
        summarizer.stop_words = get_stop_words("english")
        found[name] = lambda texts, count, summarizer=summarizer: sumy(summarizer, texts, count)
    return {"Lead": lead, **found}


def cut(texts, words):
    """The first so many words of some sentences."""
    return " ".join(" ".join(texts).split()[:words])


def by_words(summarize, texts, words):
    """The fewest sentences that have so many words, cut to them."""
    count = 1
    chosen = summarize(texts, count)
    while len(" ".join(chosen).split()) < words and count < len(texts):
        count += 1
        chosen = summarize(texts, count)
    return cut(chosen, words)


def oracle(texts, reference, count, scorer):
    """Greedy choice by what the reference says: about the most that choosing can reach."""
    chosen, best = [], 0.0
    while len(chosen) < count:
        step = max(
            ((sum(scorer.score(reference, " ".join(texts[i] for i in sorted(chosen + [at])))[kind]
                  .fmeasure for kind in ("rouge1", "rouge2")), -at)
             for at in range(len(texts)) if at not in chosen), default=None)
        if step is None or step[0] <= best:
            break
        best = step[0]
        chosen.append(-step[1])
    return " ".join(texts[at] for at in sorted(chosen))


class Table:
    def __init__(self, title):
        self.title = title
        self.rows = {}
        self.words = {}
        self.scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)

    def add(self, name, reference, summary):
        score = self.scorer.score(reference, summary)
        self.rows.setdefault(name, []).append([score[kind].fmeasure for kind in score])
        self.words.setdefault(name, []).append(len(summary.split()))

    def means(self, name):
        rows = self.rows[name]
        return [100 * sum(row[at] for row in rows) / len(rows) for at in range(3)]

    def show(self):
        print(f"\n{self.title}\n")
        print(f"| {'':24} | words | ROUGE-1 | ROUGE-2 | ROUGE-L |")
        print(f"|{'-' * 26}|------:|--------:|--------:|--------:|")
        for name in self.rows:
            words = sum(self.words[name]) / len(self.words[name])
            one, two, longest = self.means(name)
            print(f"| {name:24} | {words:5.1f} | {one:7.2f} | {two:7.2f} | {longest:7.2f} |")
        others = [name for name in self.rows if name.startswith(("Lead,", "LexRank", "TextRank"))]
        best = [max(self.means(name)[at] for name in others) for at in range(3)]
        ahead = [ours - other for ours, other in zip(self.means("Rejoinder"), best)]
        print("Ahead of the best of them by " + ", ".join(
            f"{value:+.2f} {kind}" for value, kind in zip(ahead, ["ROUGE-1", "ROUGE-2", "ROUGE-L"])))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("evaluate")
    parser.add_argument("data")
    parser.add_argument("--part", action="append")
    parser.add_argument("--sentences", type=int, action="append")
    parser.add_argument("--words", type=int, help="the words of a summary, 0 for no such table")
    arguments = parser.parse_args()
    prefix = os.path.join(arguments.data, "convosumm-email.")
    train = [len(line.split()) for line in lines(prefix + "train.target")]
    words = round(sum(train) / len(train)) if arguments.words is None else arguments.words
    print(f"The {len(train)} summaries by people for training have {words} words on average.")
    systems = peers()
    for part in arguments.part or ["val"]:
        references = lines(prefix + part + ".target")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "threads.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                for discussion in discussions(prefix + part + ".source", part):
                    file.write(json.dumps(discussion) + "\n")
            pools = run(arguments.evaluate, "sentences", path)
            for count in arguments.sentences or [3, 4]:
                table = Table(f"{part}, {len(references)} threads, {count} sentences")
                ours = run(arguments.program, "summary", path, "--format", "discussions", "--quiet",
                           "--sentences", str(count), "--as", "json")
                for reference, pool, summary in zip(references, pools, ours):
                    texts = {kind: [row["text"] for row in pool[kind]] for kind in ("all", "own")}
                    for kind in ("all", "own"):
                        for name, summarize in systems.items():
                            table.add(f"{name}, {kind}", reference,
                                      " ".join(summarize(texts[kind], count)))
                    firsts = {row["comment"]: row["text"] for row in reversed(pool["own"])}
                    table.add("first of each mail, own", reference,
                              " ".join(list(reversed(firsts.values()))[:count]))
                    table.add("Rejoinder", reference,
                              " ".join(row["text"] for row in summary["summary"]))
                    table.add("(oracle), own", reference,
                              oracle(texts["own"], reference, count, table.scorer))
                table.show()
            if words:
                table = Table(f"{part}, {len(references)} threads, about {words} words")
                with open(path, encoding="utf-8") as file:
                    threads = file.read().splitlines()
                for reference, pool, thread in zip(references, pools, threads):
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(thread + "\n")
                    share = min(100, 100 * (words + 0.5) / max(1, pool["words"]))
                    summary = run(arguments.program, "summary", path, "--format", "discussions",
                                  "--quiet", "--length", f"{share:.4f}%", "--as", "json")[0]
                    own = " ".join(row["text"] for row in summary["summary"])
                    length = len(own.split())
                    for kind in ("all", "own"):
                        texts = [row["text"] for row in pool[kind]]
                        for name, summarize in systems.items():
                            table.add(f"{name}, {kind}", reference,
                                      by_words(summarize, texts, length))
                    table.add("Rejoinder", reference, own)
                table.show()


if __name__ == "__main__":
    main()
