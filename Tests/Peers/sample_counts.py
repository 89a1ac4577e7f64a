"""Compares what Rejoinder reads in a folder of real files with what is known to be in them.

    python3 Tests/Peers/sample_counts.py PROGRAM FOLDER

FOLDER holds a COUNTS.tsv with the columns file, comments, with_parent; a number may be missing.
Files that it does not list are taken from counted_by_hand.tsv beside this script, which says how
each was counted. Pingbacks count as comments, as they do in the files. Prints one line for each
file that differs and a last line with the sums; ends with 1 where any differs.
"""

import csv
import json
import pathlib
import subprocess
import sys


def rows(path):
    """The rows of a table as (file, comments, parents); None where a number is not known."""
    with open(path, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            number = lambda key: int(row[key]) if (row.get(key) or "").strip() else None
            yield row["file"], number("comments"), number("with_parent")


def counted(program, path):
    """Comments, stated parents other than the article, and the format names of a file or folder."""
    # Files of one folder belong together; a file stands for itself, duplicates and all.
    join = [] if path.is_dir() else ["--no-join"]
    result = subprocess.run(
        [program, "analyze", "--json", "--quiet", "--replies", "stated", *join, str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    comments = parents = 0
    formats = set()
    for line in result.stdout.decode().splitlines():
        document = json.loads(line)
        if document["discussion"]["id"] is None:
            continue
        formats.add(document["discussion"]["format"])
        present = [comment for comment in document["comments"] if not comment["ghost"]]
        comments += len(present) + len(document["pingbacks"])
        parents += sum(comment["statedParent"] not in (None, "0") for comment in present)
    return comments, parents, ",".join(sorted(formats)) or result.stderr.decode().strip()[:160]


def main(program, folder):
    here = pathlib.Path(__file__).parent
    folder = pathlib.Path(folder)
    expected = {row[0]: row[1:] for row in rows(here / "counted_by_hand.tsv")}
    expected |= {row[0]: row[1:] for row in rows(folder / "COUNTS.tsv")}
    wrong = 0
    for name, (comments, parents) in sorted(expected.items()):
        got = counted(program, folder / name)
        if comments in (None, got[0]) and parents in (None, got[1]):
            continue
        wrong += 1
        print(f"{name}: {got[0]} comments, {got[1]} with a parent ({got[2]}); "
              f"there are {comments}, {'?' if parents is None else parents}")
    print(f"{len(expected) - wrong} of {len(expected)} files are as counted")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
