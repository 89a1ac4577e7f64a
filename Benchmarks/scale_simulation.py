#!/usr/bin/env python3
"""The plan of Documentation/Scale.md for a site's whole history, and whether it holds.

    python3 Benchmarks/scale_simulation.py
    python3 Benchmarks/scale_simulation.py --workers 200 --largest 300000 --share 0.1

computes time, memory and bytes of each stage on a Spark cluster from the rates that `make bench`
measured (rates.json), and then plays a part of the site through: discussions are drawn from the
generator of the benchmarks (reddit_like.py) and dealt out to partitions, tasks run on the cores that are
free, workers fail and lose what they did. It compares what the plan said with what
happened, and exits 1 where they differ by more than the plan allows itself. The same seed gives the same
result. Nothing but Python's standard library is used.
"""

import argparse
import heapq
import json
import math
import os
import random
import statistics
import sys

from reddit_like import LARGEST, thread_size

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN, END = "<!-- plan begins -->", "<!-- plan ends -->"


class Rates:
    """What was measured, for a discussion of any size."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            vars(self).update(json.load(file))
        # The dump stands for the size of discussion in which a comment is found on average.
        points = [(1_000, self.filter_seconds_per_comment)]
        points += [(t["comments"], t["seconds_per_comment"]) for t in self.filter_threads]
        self.points = sorted((math.log(size), rate) for size, rate in points)

    def seconds(self, comments):
        """Processor seconds that the filter takes for one discussion."""
        at, points = math.log(comments), self.points
        if at <= points[0][0]:
            return comments * points[0][1]
        for (left, low), (right, high) in zip(points, points[1:]):
            if at <= right and right > left:
                return comments * (low + (high - low) * (at - left) / (right - left))
        return comments * points[-1][1]

    def memory(self, comments):
        """MB that one filter process needs for a discussion of so many comments."""
        largest = self.filter_threads[-1]
        each = max(0, largest["memory_mb"] - self.filter_start_memory_mb) / largest["comments"]
        return max(self.filter_memory_mb, self.filter_start_memory_mb + each * comments)


def mean_size(largest):
    """Comments of a discussion: the mean of the generator's Pareto, cut at the largest, in whole
    numbers. Of 4 x with x Pareto of exponent 0.9: 4 + the integral of (4 / y) ** 0.9 from 4."""
    return 4 + 4 ** 0.9 * (largest ** 0.1 - 4 ** 0.1) / 0.1 - 0.5 * (1 - (4 / largest) ** 0.9)


def mean_square_size(largest):
    return 16 + 2 * 4 ** 0.9 * (largest ** 1.1 - 4 ** 1.1) / 1.1


class Plan:
    """What is said beforehand, from the rates alone."""

    def __init__(self, rates, options, partitions, workers):
        self.rates, self.options = rates, options
        self.partitions, self.workers = partitions, workers
        self.cores = workers * options.cores
        self.comments = partitions * options.per_task
        self.task = rates.filter_start_seconds + options.per_task * (
            self.mean_rate() + rates.spark_pipe_seconds_per_comment)
        self.work = self.task * partitions
        self.group_work = self.comments * rates.spark_group_seconds_per_comment

    def mean_rate(self):
        """Seconds a comment, each weighed by the sizes in which comments are found."""
        # The share of comments by size, in steps of a twentieth of a decade.
        total = weighed = 0
        low = 4.0
        while low < self.options.largest:
            high = min(low * 10 ** 0.05, self.options.largest)
            discussions = (4 / low) ** 0.9 - (4 / high) ** 0.9
            middle = math.sqrt(low * high)
            total += discussions * middle
            weighed += discussions * self.rates.seconds(middle)
            low = high
        top = (4 / self.options.largest) ** 0.9
        total += top * self.options.largest
        weighed += top * self.rates.seconds(self.options.largest)
        return weighed / total

    def makespan(self):
        """Work shared by all cores, and half a task for the cores that wait at the end."""
        return self.work / self.cores + self.task / 2

    def spread(self):
        """The standard deviation of a partition's comments: discussions come as they are hashed."""
        discussions = self.options.per_task / mean_size(self.options.largest)
        return math.sqrt(discussions * mean_square_size(self.options.largest))

    def largest_partition(self):
        """The comments that one partition in all of them is expected to reach.

        By Chernoff's bound for a compound Poisson sum of sizes that are at most `largest`
        (Bennett's inequality), so that a few huge discussions in one partition are counted.
        """
        largest = self.options.largest
        variance, wanted = self.spread() ** 2, math.log(self.partitions)
        low, high = 0.0, 100 * self.options.per_task + 100 * largest
        for _ in range(100):
            above = (low + high) / 2
            u = largest * above / variance
            exponent = variance / largest ** 2 * ((1 + u) * math.log1p(u) - u)
            low, high = (above, high) if exponent < wanted else (low, above)
        return self.options.per_task + low

    def failures(self, mtbf):
        return self.makespan() * self.workers / mtbf

    def loss(self):
        """Core seconds that one failure of a worker costs: half of what its tasks had done, its
        time away, and the shuffled rows that it held."""
        return (self.options.cores * (self.task / 2 + self.options.restart)
                + self.group_work / self.workers)


class Played:
    """A part of the site, played through."""

    def __init__(self, plan, draw):
        options = plan.options
        sizes = [0] * plan.partitions
        self.tasks = [plan.rates.filter_start_seconds] * plan.partitions
        self.discussions = comments = 0
        while comments < plan.comments:
            size = thread_size(draw, options.largest)
            place = draw.randrange(plan.partitions)
            sizes[place] += size
            self.tasks[place] += plan.rates.seconds(size) \
                + size * plan.rates.spark_pipe_seconds_per_comment
            self.discussions += 1
            comments += size
        self.comments, self.largest_partition = comments, max(sizes)
        self.spread = statistics.pstdev(sizes)


def schedule(tasks, plan, cores, draw=None, mtbf=None):
    """Runs tasks in order on cores; with `mtbf` workers fail, lose their tasks and come back.

    Returns the makespan and the number of failures. Lost rows of the shuffle are worked out again in
    tasks of their own.
    """
    waiting = list(reversed(tasks))
    workers = plan.workers
    each = cores // workers
    free = [(0.0, core) for core in range(cores)]
    heapq.heapify(free)
    running = {}  # core: (start, end, task)
    failures, count = [], 0
    if mtbf:
        failures = [(draw.expovariate(1 / mtbf), worker) for worker in range(workers)]
        heapq.heapify(failures)
    done = 0.0
    while waiting or running:
        at, core = heapq.heappop(free)
        if failures and failures[0][0] <= at:
            heapq.heappush(free, (at, core))
            when, worker = heapq.heappop(failures)
            count += 1
            away = when + plan.options.restart
            own = range(worker * each, (worker + 1) * each)
            free = [entry for entry in free if entry[1] not in own]
            for mine in own:
                if mine in running and running[mine][1] > when:
                    waiting.append(running[mine][2])
                running.pop(mine, None)
                free.append((away, mine))
            heapq.heapify(free)
            lost = plan.group_work / workers
            pieces = max(1, math.ceil(lost / plan.task))
            waiting += [lost / pieces] * pieces
            heapq.heappush(failures, (away + draw.expovariate(1 / mtbf), worker))
            continue
        if core in running:
            done = max(done, running.pop(core)[1])
        if waiting:
            task = waiting.pop()
            running[core] = (at, at + task, task)
            heapq.heappush(free, (at + task, core))
        elif not running:
            break
    return done, count


def hours(seconds):
    if seconds < 120:
        return f"{seconds:,.1f} s"
    return f"{seconds / 3600:,.1f} h" if seconds >= 7_200 else f"{seconds / 60:,.0f} min"


def size(number):
    for unit in ("bytes", "kB", "MB", "GB", "TB", "PB"):
        if number < 1_000 or unit == "PB":
            return f"{number:,.1f} {unit}"
        number /= 1_000


def plan_table(plan, rates, options):
    """The stages of the plan in Markdown."""
    n, cores = plan.comments, plan.cores
    network = options.network * 1e6 * plan.workers
    shuffled = n * rates.spark_shuffle_bytes_per_comment
    month = 2 * n / options.files
    rows = [
        ("unpack the files", n * rates.unpack_seconds_per_comment,
         max(n * rates.unpack_seconds_per_comment / cores,
             month * rates.unpack_seconds_per_comment),
         f"{size(n * rates.packed_bytes_per_comment)} in, {size(n * rates.raw_bytes_per_comment)} out;"
         f" no shorter than the largest file, {size(month * rates.packed_bytes_per_comment)}"),
        ("read and group", plan.group_work, plan.group_work / cores + shuffled / network,
         f"{size(shuffled)} shuffled, {hours(shuffled / network)} of it on the network"),
        ("filter", plan.work, plan.makespan(),
         f"{size(n * rates.line_bytes_per_comment)} into pipes,"
         f" {size(n * rates.answer_bytes_per_comment)} out of them, before Parquet packs it"),
        ("edges", n * rates.edges_seconds_per_comment,
         n * rates.edges_seconds_per_comment / cores,
         f"{n * rates.edges_per_comment / 1e9:,.1f} billion edges within discussions"),
    ]
    failed = plan.failures(options.mtbf * 3600)
    lost = failed * plan.loss()
    rows.append((f"{failed:,.1f} failures of workers", lost, lost / cores,
                 f"each {hours(plan.loss())} of one core"))
    lines = ["| stage | core hours | time on the cluster | bytes |", "|---|--:|--:|---|"]
    lines += [f"| {name} | {work / 3600:,.0f} | {hours(clock)} | {what} |"
              for name, work, clock, what in rows]
    lines.append(f"| all | {sum(r[1] for r in rows) / 3600:,.0f} | {hours(sum(r[2] for r in rows))} | |")
    skew = plan.largest_partition() / options.per_task
    line = options.largest * rates.line_bytes_per_comment
    lines += ["", f"- {plan.partitions:,} tasks of {options.per_task:,} comments, {hours(plan.task)} each;"
              f" the largest partition has {skew:.1f} times as many.",
              f"- A discussion of {options.largest:,} comments takes"
              f" {rates.seconds(options.largest):,.0f} s and {rates.memory(options.largest):,.0f} MB in the"
              f" filter, and is a line of {size(line)}.",
              f"- Memory of a worker for its {options.cores} filters, at most:"
              f" {options.cores * rates.memory(options.largest):,.0f} MB; Spark's own is beside it."]
    return "\n".join(lines)


def checks(plan, options, draw):
    """What the plan says and what happened: name, said, happened, allowed difference."""
    played = Played(plan, draw)
    quiet, _ = schedule(played.tasks, plan, plan.cores)
    yield ("comments a discussion", mean_size(options.largest),
           played.comments / played.discussions, 0.05, None)
    yield "spread of a partition's comments", plan.spread(), played.spread, 0.1, None
    yield ("comments of the largest partition, at most", plan.largest_partition(),
           played.largest_partition, 0.35, "most")
    yield "seconds of the filter stage", plan.makespan(), quiet, 0.05, None
    # Two failures a run: more would lose the same rows again and again.
    lost = count = 0
    for _ in range(50):
        makespan, failures = schedule(played.tasks, plan, plan.cores, draw,
                                      quiet * plan.workers / 2)
        lost += (makespan - quiet) * plan.cores
        count += failures
    yield "core seconds lost by a failure", plan.loss(), lost / max(1, count), 0.3, None


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rates", default=os.path.join(HERE, "rates.json"))
    parser.add_argument("--comments", type=float, default=1e10)
    parser.add_argument("--workers", type=int, default=100)
    parser.add_argument("--cores", type=int, default=4, help="of a worker")
    parser.add_argument("--network", type=float, default=1_250, help="MB a second of a worker")
    parser.add_argument("--files", type=int, default=240,
                        help="packed files, of which the last is twice the mean")
    parser.add_argument("--per-task", type=int, default=200_000, help="comments of a partition")
    parser.add_argument("--largest", type=int, default=LARGEST,
                        help="comments of the largest discussions; the generator's own if not given")
    parser.add_argument("--mtbf", type=float, default=500, help="hours until a worker fails")
    parser.add_argument("--restart", type=float, default=120, help="seconds until it is back")
    parser.add_argument("--share", type=float, default=0.02,
                        help="how much of the site is played through")
    parser.add_argument("--share-workers", type=int, default=10, help="on how many workers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true",
                        help="put plan and checks into Documentation/Scale.md")
    return parser.parse_args()


def main():
    arguments = options()
    if not os.path.exists(arguments.rates):
        sys.exit(f"scale_simulation: {arguments.rates} is not there; `make bench BENCH=--write` makes it")
    rates = Rates(arguments.rates)
    partitions = math.ceil(arguments.comments / arguments.per_task)
    whole = Plan(rates, arguments, partitions, arguments.workers)
    part = Plan(rates, arguments, math.ceil(partitions * arguments.share),
                arguments.share_workers)
    text = [f"Rates: {rates.measured}; dump of {rates.comments:,} comments.", "",
            f"{whole.comments / 1e9:,.0f} billion comments on {whole.workers} workers of"
            f" {arguments.cores} cores:", "", plan_table(whole, rates, arguments), "",
            f"Played through with {part.comments:,} comments on {part.workers} workers, seed"
            f" {arguments.seed}:", "",
            "| | said | happened | difference | allowed | |", "|---|--:|--:|--:|--:|---|"]
    bad = 0
    for name, said, happened, allowed, kind in checks(part, arguments,
                                                      random.Random(arguments.seed)):
        difference = happened / said - 1
        good = difference <= 0 and difference >= -allowed if kind == "most" \
            else abs(difference) <= allowed
        bad += not good
        text.append(f"| {name} | {said:,.0f} | {happened:,.0f} | {100 * difference:+.1f} % |"
                    f" {'-' if kind == 'most' else '±'}{100 * allowed:.0f} % |"
                    f" {'holds' if good else 'does not hold'} |")
    print("\n".join(text))
    if arguments.write:
        path = os.path.join(HERE, "..", "Documentation", "Scale.md")
        with open(path, encoding="utf-8") as file:
            page = file.read()
        head, tail = page.split(BEGIN, 1)[0], page.split(END, 1)[1]
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{head}{BEGIN}\n" + "\n".join(text) + f"\n{END}{tail}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
