"""Reads what the command wrote of a hostile talk back with Python's own readers.

Usage: ways_out.py FOLDER Data|Markdown|Drawings. FOLDER holds what WaysOutTests.swift wrote, and
`talk.jsonl`, which it was made of. Every name, id and text of the talk has to be found again as it was.
"""

import csv
import io
import json
import re
import sqlite3
import sys
import unittest
import xml.etree.ElementTree
from pathlib import Path

csv.field_size_limit(1 << 30)
FOLDER = Path(sys.argv[1]).resolve()

# What would steer a terminal: all controls but line ends and tabs, and what turns lines around.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# The colours of our own reports.
COLOUR = re.compile("\x1b\\[[0-9;]*m")


def text(name):
    # Line ends as they are: a lone CR is one of the things looked for.
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return file.read()


def lines(name):
    return [json.loads(line) for line in text(name).split("\n") if line]


def whole(words):
    """Halves of characters are none: U+FFFD stands in their place."""
    return re.sub("[\ud800-\udfff]", "\ufffd", words)


def short(name):
    """A name as far as it is kept: of one beyond the limit the beginning, and a hash left out here."""
    name = whole(name)
    if len(name.encode("utf-8")) > 10_000:
        return name.encode("utf-8")[:9_980].decode("utf-8", "ignore") + "…"
    return re.sub("(?s)^(.{2,}…)[0-9a-f]{1,16}$", r"\1", name) if len(name) > 3_000 else name


def key(comment):
    return short(comment["id"]), short(comment.get("author") or ""), whole(comment["text"])


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


class Data(unittest.TestCase):
    maxDiff = 4_000

    @classmethod
    def setUpClass(cls):
        cls.talk = lines("talk.jsonl")
        cls.comments = [[key(c) for c in d["comments"]] for d in cls.talk]
        cls.all = [c for d in cls.comments for c in d]

    def same(self, found, wanted):
        """Tells the first difference shortly, since names are long."""
        self.assertEqual(len(found), len(wanted))
        for one, other in zip(found, wanted):
            self.assertEqual(one, other)

    def test_analysis(self):
        """Any reader of JSON: one document a line, every string as it was, no bare control."""
        whole = text("analysis.jsonl")
        self.assertEqual(STEERING.findall(whole), [])
        documents = [json.loads(line, parse_constant=no_constant)
                     for line in whole.split("\n") if line]
        self.same([d["discussion"]["title"] or "" for d in documents],
                  [d["title"] for d in self.talk])
        for document, wanted in zip(documents, self.comments):
            found = [key({**c, "author": c["nameAsWritten"]}) for c in document["comments"]]
            self.same(sorted(found), sorted(wanted))
            people = {c["id"]: c for c in document["commenters"]}
            for comment in document["comments"]:
                person = people[comment["commenter"]]
                if (comment["nameAsWritten"] or "").strip():
                    self.assertIn(comment["nameAsWritten"], [person["name"], *person["aliases"]])

    def test_nothing_is_missing(self):
        """What was never written would be right in everything else."""
        for name in ["analysis", "across"]:
            self.assertTrue((FOLDER / f"{name}.txt").exists(), name)
        for name in ["summary", "attention", "person", "comment", "search", "rest"]:
            for ending in ["txt", "md", "json"]:
                self.assertTrue((FOLDER / f"{name}.{ending}").exists(), f"{name}.{ending}")
        self.assertGreater(len(list(FOLDER.glob("*.stderr"))), 20)
        self.assertGreaterEqual(len(list(FOLDER.glob("graphs/*.csv"))), 4)

    def test_answers_in_json(self):
        for path in sorted(FOLDER.glob("*.json")):
            with self.subTest(path.name):
                whole = text(path.name)
                if path.name != "attention.json":
                    self.assertTrue(whole.strip(), "nothing was written")
                self.assertEqual(STEERING.findall(whole), [])
                for line in whole.split("\n"):
                    if line:
                        json.loads(line, parse_constant=no_constant)

    def test_jsonl(self):
        self.same([[key(c) for c in d["comments"]] for d in lines("export.jsonl")], self.comments)
        self.same([(d.get("title", ""), d.get("body")) for d in lines("export.jsonl")],
                  [(d["title"], d.get("body")) for d in self.talk])

    def test_convokit(self):
        corpus = FOLDER / "corpus"
        found = []
        for line in (corpus / "utterances.jsonl").read_bytes().decode("utf-8").split("\n"):
            if line:
                found.append(json.loads(line)["text"])
        for name in ["speakers.json", "conversations.json", "corpus.json", "index.json"]:
            json.loads((corpus / name).read_bytes().decode("utf-8"), parse_constant=no_constant)
        self.assertEqual(sorted(set(t for _, _, t in self.all) - set(found)), [])

    def test_csv(self):
        """As a spreadsheet would: no cell is a formula; without the apostrophes all is as it was."""
        rows = list(csv.DictReader(io.StringIO(text("export.csv"), newline=""), strict=True))

        def plain(cell):
            self.assertNotIn(cell[:1], list("=+-@\t\r\n"))
            return cell[1:] if re.match("''*[=+\\-@\t\r\n]", cell) else cell

        self.same([key({k: plain(r[k]) for k in ("id", "author", "text")}) for r in rows], self.all)
        self.assertEqual({None} & set(k for r in rows for k in r), set())

    def test_graph_tables(self):
        """No cell of a graph's tables is a formula, but for numbers."""
        for path in sorted(FOLDER.glob("graphs/*.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file, strict=True))
            self.assertEqual(len(set(map(len, rows))), 1, path.name)
            for row in rows:
                for cell in row:
                    if cell[:1] in list("=+-@\t\r\n") and cell:
                        float(cell)

    def test_graph_has_every_comment(self):
        nodes = [n for n in json.loads(text("graphs/comments.json"))["nodes"] if "commenter" in n]
        self.assertGreaterEqual(len(nodes), len(self.comments[0]))

    def test_store(self):
        """SQLite itself: whole, consistent, every text bound and none run."""
        store = sqlite3.connect(FOLDER / "store.sqlite")
        self.assertEqual(store.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(store.execute("PRAGMA foreign_key_check").fetchall(), [])
        found = store.execute("SELECT key, name_written, text FROM comment").fetchall()
        # SQLite's own functions end a text at U+0000, so U+FFFD stands for it.
        wanted = [[part.replace("\0", "\ufffd") for part in c] for c in self.all]
        found = [list(key(dict(zip(("id", "author", "text"), c)))) for c in found]
        self.same(sorted(found), sorted(wanted))
        for view in ["who_replies_to_whom", "article_summary", "disagreement", "camps"]:
            store.execute(f"SELECT * FROM {view}").fetchall()
        store.execute("SELECT count(*) FROM comment_text WHERE comment_text MATCH 'mark0'").fetchone()

    def test_probe(self):
        """Tab-separated values, of which hostile file names make neither lines nor cells."""
        rows = [line.split("\t") for line in text("probe.tsv").split("\n") if line]
        self.assertEqual({len(row) for row in rows}, {5})
        self.assertEqual(len(rows), 1 + len(list((FOLDER / "inputs").iterdir())))

    def test_words_for_people(self):
        """Texts, and what is said on standard error: nothing in them steers a terminal."""
        for path in sorted(FOLDER.glob("*.txt")) + sorted(FOLDER.glob("*.md")) + sorted(
                FOLDER.glob("*.stderr")):
            with self.subTest(path.name):
                self.assertEqual(STEERING.findall(text(path.name)), [])
                if not path.name.startswith("attention"):
                    self.assertTrue(text(path.name).strip(), "nothing was written")

    def test_corrections(self):
        rows = list(csv.reader(io.StringIO(text("corrections.csv"), newline="")))
        self.assertEqual(rows[1][:2], ["../../x", "c3"])
        self.assertTrue(rows[1][4].startswith("'=1+1"), rows[1][4])


class Markdown(unittest.TestCase):
    def test_markdown(self):
        """What a reader of Markdown makes of it has no element that a stranger asked for."""
        pages = sorted(FOLDER.glob("markdown/*.html"))
        self.assertEqual(len(pages), 5)
        for path in pages:
            with self.subTest(path.name):
                html = path.read_text(encoding="utf-8").split("</title>", 1)[1]
                self.assertEqual(re.findall("(?i)<(?:script|img|svg|iframe|x|!|\\?)[^>]*", html), [])
                self.assertEqual(re.findall("(?i)(?:href|src)=\"(?!#|https?:)[^\"]*", html), [])


class Drawings(unittest.TestCase):
    def test_drawings(self):
        """SVG of GraphViz is XML without scripts, links or pictures."""
        paths = sorted(FOLDER.glob("graphs/*.svg"))
        self.assertEqual(len(paths), 2)
        for path in paths:
            for element in xml.etree.ElementTree.parse(path).iter():
                name = element.tag.split("}")[-1]
                self.assertNotIn(name, ["script", "image", "foreignObject", "use"])
                self.assertEqual([k for k in element.attrib if k.startswith("on") or "href" in k], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:], verbosity=2)
