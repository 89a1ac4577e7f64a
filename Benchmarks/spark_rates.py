#!/usr/bin/env python3
"""What Spark takes to group a dump's comments into lines for the filter, and to pass them on.

    python spark_rates.py comments.ndjson answers.jsonl

Runs in one thread of one process, and prints one JSON object: processor seconds and bytes a comment,
from the events that Spark logs of its tasks; and what it takes to make edges of the filter's answers.
`make bench` runs it as the case `spark`.
"""

import glob
import json
import os
import sys
import tempfile
import time

os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["PYSPARK_PYTHON"] = sys.executable
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Tests", "Peers"))

from pyspark.sql import SparkSession  # noqa: E402
from spark_filter import discussions, edges  # noqa: E402


def tasks(folder):
    """The metrics of each task by the name of its job group."""
    group_of_stage, found = {}, []
    for path in glob.glob(folder + "/**/*", recursive=True):
        if not os.path.isfile(path) or os.path.basename(path).startswith("."):
            continue
        with open(path, encoding="utf-8") as log:
            for line in log:
                event = json.loads(line) if line.startswith("{") else {}
                if event.get("Event") == "SparkListenerStageSubmitted":
                    group = (event.get("Properties") or {}).get("spark.jobGroup.id")
                    group_of_stage[event["Stage Info"]["Stage ID"]] = group
                elif event.get("Event") == "SparkListenerTaskEnd" and event.get("Task Metrics"):
                    found.append((group_of_stage.get(event["Stage ID"]), event["Task Metrics"]))
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        spark = (SparkSession.builder.master("local[1]").appName("rates")
                 .config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
                 .config("spark.sql.shuffle.partitions", "4")
                 .config("spark.ui.showConsoleProgress", "false")
                 .config("spark.eventLog.enabled", "true")
                 .config("spark.eventLog.compress", "false")
                 .config("spark.eventLog.dir", "file://" + folder).getOrCreate())
        comments = spark.read.schema(
            "id string, author string, link_id string, parent_id string, created_utc long, "
            "score long, body string").json(sys.argv[1])
        count = comments.count()
        lines = discussions(comments)
        # Once to warm the machine of Java up, once to measure.
        for group in ("warm", "group"):
            spark.sparkContext.setJobGroup(group, group)
            lines.write.mode("overwrite").text(folder + "/lines")
        stored = spark.read.text(folder + "/lines")
        for group in ("warm", "pipe"):
            spark.sparkContext.setJobGroup(group, group)
            stored.rdd.map(lambda row: row[0]).pipe("cat").foreach(lambda line: None)
        spark.stop()
        metrics = tasks(folder)

    def seconds(group):
        return sum(m["Executor CPU Time"] for g, m in metrics if g == group) / 1e9 / count

    def run_seconds(group):
        return sum(m["Executor Run Time"] for g, m in metrics if g == group) / 1e3 / count

    shuffled = sum(m["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                   for g, m in metrics if g == "group") / count
    start = time.process_time()
    with open(sys.argv[2], encoding="utf-8") as answers:
        pairs = {edge[:3] for answer in answers for edge in edges(answer)}
    merging = time.process_time() - start
    print(json.dumps({
        "edges_seconds_per_comment": merging / count,
        "edges_per_comment": len(pairs) / count,
        "spark_comments": count,
        "spark_group_seconds_per_comment": seconds("group"),
        "spark_pipe_seconds_per_comment": run_seconds("pipe"),
        "spark_shuffle_bytes_per_comment": shuffled}))


if __name__ == "__main__":
    main()
