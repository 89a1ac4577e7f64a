#!/usr/bin/env python3
"""Rejoinder as a filter under Spark, and whether it says what it says on one machine.

    make test-spark

Comments come in as rows, are grouped by discussion, and go through the program a line each. Answers
and the edges of who replies to whom are written as Parquet, read again, and compared: the answers
byte for byte with those of the program without Spark, the edges with `rejoinder graph --as csv`.
Then one program dies in the middle of its work, and nothing may change: Spark gives the same lines
to another.
"""

import argparse
import collections
import csv
import io
import json
import os
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession, functions as f

FILTER = ["analyze", "-", "--format", "discussions", "--json", "-j", "1", "--quiet"]
STANCES = ["agree", "neutral", "disagree"]


def discussions(comments):
    """One line a discussion, in the form that the filter reads, from one row a comment."""
    comment = f.struct(
        "created_utc", "id", "author", f.col("created_utc").alias("posted"),
        f.col("body").alias("text"), "score",
        f.when(f.col("parent_id").startswith("t1_"), f.expr("substring(parent_id, 4)"))
        .otherwise("0").alias("parent"))
    # Collected in any order: sorted by the first members, time and id.
    return comments.groupBy("link_id").agg(
        f.sort_array(f.collect_list(comment)).alias("comments")
    ).select(f.to_json(f.struct(f.col("link_id").alias("id"), "comments")))


def piped(lines, command):
    """The answer to each line.

    The program ends with 1 when it could not read a line, which its answer says; with anything else
    it has failed, and Spark tries the lines again.
    """
    script = '"$@" || [ $? = 1 ]'
    return lines.rdd.map(lambda row: row[0]).pipe(
        shlex.join(["/bin/sh", "-c", script, "sh", *command]), env=dict(os.environ),
        checkCode=True)


def edges(answer):
    """Who replies to whom in one discussion: one row a reply to somebody else."""
    document = json.loads(answer)
    author = {c["id"]: c["commenter"] for c in document.get("comments", [])}
    for reply in document.get("replies", []):
        source, target = author[reply["from"]], author.get(reply["to"])
        if target is not None and target != source:
            stance = reply["stance"]["label"] if reply["stance"] else None
            yield document["discussion"]["id"], source, target, *(stance == s for s in STANCES)


def analyzed(spark, lines, command, folder):
    """Writes answers and merged edges, and reads them again."""
    answers = piped(lines, command)
    answers.map(lambda line: (json.loads(line)["discussion"]["id"], line)).toDF(
        "discussion string, answer string").write.parquet(f"{folder}/answers")
    stored = spark.read.parquet(f"{folder}/answers")
    replies = stored.select("answer").rdd.flatMap(lambda row: edges(row.answer)).toDF(
        "discussion string, source string, target string, "
        + ", ".join(f"{s} boolean" for s in STANCES))
    counts = [f.count("*").alias("replies")] + [
        f.sum(f.col(s).cast("int")).alias(s) for s in STANCES]
    replies.groupBy("discussion", "source", "target").agg(*counts).write.parquet(
        f"{folder}/edges")
    spark.read.parquet(f"{folder}/edges").groupBy("source", "target").agg(
        f.sum("replies").alias("replies"), *(f.sum(s).alias(s) for s in STANCES)
    ).write.parquet(f"{folder}/people")
    return stored, spark.read.parquet(f"{folder}/edges"), spark.read.parquet(f"{folder}/people")


def alone(program, lines):
    """The answers and the edges of the program without Spark, of the same discussions."""
    text = "".join(line + "\n" for line in lines).encode()
    answers = subprocess.run([program, *FILTER], input=text, capture_output=True, check=True)
    table = subprocess.run(
        [program, "graph", "-", "--format", "discussions", "--as", "csv", "--quiet"],
        input=text, capture_output=True, check=True).stdout.decode()
    merged = collections.Counter()
    rows = set()
    for row in csv.DictReader(io.StringIO(table)):
        discussion, source = row["source"].split("/", 1)
        target = row["target"].split("/", 1)[1]
        counts = {name: int(row[name]) for name in ["reply", *STANCES]}
        rows.add((discussion, source, target, *counts.values()))
        for name, count in counts.items():
            merged[source, target, name] += count
    people = {(s, t, *(merged[s, t, name] for name in ["reply", *STANCES]))
              for s, t, _ in merged}
    return answers.stdout.decode().splitlines(), rows, people


def differences(name, ours, theirs):
    """Says what differs, and how often."""
    ours, theirs = set(ours), set(theirs)
    for side, rows in (("only under Spark", ours - theirs), ("only alone", theirs - ours)):
        for row in sorted(rows)[:3]:
            print(f"{name}, {side}: {str(row)[:300]}", file=sys.stderr)
    return len(ours ^ theirs)


def dying_once(program, folder):
    """A command that breaks off in the first process that gets a line, and works in all others."""
    mark = shlex.quote(os.path.join(folder, "died"))
    whole = shlex.join([program, *FILTER])
    script = f"""read -r first || exit 0
        if mkdir {mark} 2>/dev/null; then
          printf '%s\\n' "$first" | {whole}
          kill -9 $$
        fi
        {{ printf '%s\\n' "$first"; cat; }} | {whole}"""
    return ["/bin/sh", "-c", script]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", help="the built command, with its whole path")
    parser.add_argument("comments", help="comments as Reddit's dumps have them")
    parser.add_argument("folder", help="where Parquet is written; made anew")
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    arguments = parser.parse_args()

    spark = (SparkSession.builder.master(arguments.master).appName("rejoinder")
             .config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false").config("spark.sql.shuffle.partitions", "6")
             .config("spark.driver.memory", "1g").config("spark.log.level", "ERROR")
             .config("spark.sql.adaptive.coalescePartitions.enabled", "false").getOrCreate())
    comments = spark.read.schema(
        "id string, author string, link_id string, parent_id string, created_utc long, "
        "score long, body string").json(arguments.comments)
    lines = discussions(comments)

    wanted, rows, people = alone(arguments.program, [row[0] for row in lines.collect()])
    if not wanted or not rows:
        sys.exit("spark: there is nothing to compare")
    bad = 0
    for turn, command in (("whole", [arguments.program, *FILTER]),
                          ("one died", dying_once(arguments.program, arguments.folder))):
        folder = os.path.join(arguments.folder, turn.replace(" ", "-"))
        answers, between, merged = analyzed(spark, lines, command, folder)
        found = [row.answer for row in answers.collect()]
        bad += abs(len(found) - len(wanted))
        bad += differences(f"answers, {turn}", found, wanted)
        bad += differences(f"edges, {turn}", map(tuple, between.collect()), rows)
        bad += differences(f"edges of people, {turn}", map(tuple, merged.collect()), people)
        print(f"{turn}: {comments.count():,} comments, {len(found):,} answers from"
              f" {lines.rdd.getNumPartitions()} partitions, {between.count():,} edges,"
              f" {merged.count():,} between people over all discussions")
    if not os.path.isdir(os.path.join(arguments.folder, "died")):
        bad += 1
        print("no program died", file=sys.stderr)
    spark.stop()
    print("as on one machine" if bad == 0 else f"{bad} differences")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
