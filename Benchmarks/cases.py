"""What `make bench` measures: each case is a function that yields rows of the table and rates.

A case takes the `Bench` and yields `Row`s; figures that plans are made from (`Documentation/Scale.md`)
go into `bench.rates`.
"""

import json
import os
import shutil
import subprocess
import sys

from measuring import Row, Run, median

HERE = os.path.dirname(os.path.abspath(__file__))


class Bench:
    """The programs, the sizes, and the files that are made once and used again."""

    def __init__(self, arguments):
        self.program = os.path.abspath(arguments.program)
        self.floor = os.path.abspath(arguments.floor)
        self.python = arguments.python
        self.spark = arguments.spark
        self.runs = range(arguments.runs)
        self.by = arguments.by
        self.comments = arguments.comments
        self.edges = arguments.edges or 2 * self.comments
        self.megathread = arguments.megathread or self.comments // 5
        self.page = arguments.page
        self.folder = arguments.folder
        self.rates = {}
        self.store = self.path("store.sqlite")
        os.makedirs(self.folder, exist_ok=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def made(self, name, script, *options):
        """A file of a generator, which writes it unless it is there."""
        path = self.path(name)
        if not os.path.exists(path):
            print(f"making {path}", file=sys.stderr)
            subprocess.run([sys.executable, os.path.join(HERE, script), *map(str, options),
                            path + ".part"], check=True, stdout=subprocess.DEVNULL)
            os.replace(path + ".part", path)
        return path

    def dump(self, comments):
        return self.made(f"comments-{comments}.ndjson", "reddit_like.py", "--comments", comments)

    def derived(self, path, command):
        """A file that a command writes to standard output, kept."""
        if not os.path.exists(path):
            Run(command, stdout=path + ".part")
            os.replace(path + ".part", path)
        return path

    def thread(self, comments):
        return self.made(f"megathread-{comments}.ndjson", "reddit_like.py", "--comments", comments,
                         "--megathread")

    def lines(self, dump):
        """A dump as one discussion a line."""
        return self.derived(os.path.splitext(dump)[0] + ".jsonl",
                            [self.program, "export", dump, "--as", "jsonl", "--quiet"])

    def analyze(self, path, *options, cores=None):
        return Run([self.program, "analyze", path, "--db", fresh(self.store), "--quiet",
                    "--no-search-index", *options], cores=cores)

    def row(self, *arguments, **options):
        return Row(*arguments, **{"by": self.by, **options})

    def pairs(self, ours, theirs, times=1):
        """Runs of both in turn, so that other work on the machine meets both."""
        pairs = [(ours(), theirs()) for _ in range(times * len(self.runs))]
        return [a for a, _ in pairs], [b for _, b in pairs]


def fresh(path):
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.unlink(path + ending)
    return path


def whole(bench):
    dump, rows, corpus = bench.dump(bench.comments), bench.path("rows.sqlite"), bench.path("convokit")
    ours, peers, floors = [], [], []
    for _ in bench.runs:
        ours.append(bench.analyze(dump))
        shutil.rmtree(corpus, ignore_errors=True)
        os.makedirs(corpus)
        peers.append(Run([bench.python, os.path.join(HERE, "convokit_whole.py"), dump, corpus]))
        floors.append(Run([bench.floor, "store", dump, fresh(rows)]))
    bench.rates["whole_seconds_per_comment"] = median([o.clock for o in ours]) / bench.comments
    bench.rates["whole_memory_mb"] = median([o.memory for o in ours])
    size = f"{bench.comments:,} comments, {os.path.getsize(dump) / 1e6:,.0f} MB"
    yield bench.row(
        f"whole analysis of {size}, beside ConvoKit", ours, peers,
        "`analyze DUMP --db STORE --no-search-index` beside `convokit_whole.py`, which loads the same"
        " file, builds the network with NetworkX and dumps both.", 0.1, 1 / 3)
    yield bench.row(
        "… beside simdjson and SQLite alone", ours, floors,
        "the same runs beside `floor store`, which reads the file with simdjson and inserts its"
        " fields into one table.", 3)


def index(bench):
    """Each on a fresh copy of the same store."""
    bench.analyze(bench.dump(bench.comments))
    copy = bench.path("copy.sqlite")

    def on_copy(command):
        shutil.copyfile(bench.store, fresh(copy))
        return Run(command)

    ours, theirs = bench.pairs(
        lambda: on_copy([bench.program, "show", "--db", copy, "--search", "the", "--limit", "1",
                         "--quiet"]),
        lambda: on_copy([bench.floor, "index", copy, "text"]))
    bench.rates["index_seconds_per_comment"] = median([o.cpu for o in ours]) / bench.comments
    yield bench.row(
        f"search index of {bench.comments:,} comments, beside FTS5 alone", ours, theirs,
        "the first `show --search` in a store that has no index, which builds it, beside `floor"
        " index`, which makes an FTS5 table over the same column of a copy.", 1.3)


def reading(bench):
    dump = bench.dump(bench.comments)
    packed = bench.path(os.path.basename(dump) + ".zst")
    if not os.path.exists(packed):
        # As Reddit's dumps: long windows.
        subprocess.run(["zstd", "-q", "-3", "--long=31", dump, "-o", packed], check=True)
    probes, floors, packs, pipes, alone = [], [], [], [], []
    for _ in bench.runs:
        probes.append(Run([bench.program, "formats", "--probe", dump]))
        floors.append(Run([bench.floor, "read", dump]))
        packs.append(Run([bench.program, "formats", "--probe", packed]))
        pipes.append(Run(["sh", "-c", '"$0" -dcq --long=31 "$1" | "$2" read -',
                          shutil.which("zstd"), packed, bench.floor]))
        alone.append(Run(["zstd", "-dcq", "--long=31", packed]))
    bench.rates["raw_bytes_per_comment"] = os.path.getsize(dump) / bench.comments
    bench.rates["packed_bytes_per_comment"] = os.path.getsize(packed) / bench.comments
    bench.rates["unpack_seconds_per_comment"] = median([a.cpu for a in alone]) / bench.comments
    bench.rates["read_seconds_per_comment"] = median([p.cpu for p in probes]) / bench.comments
    yield bench.row(
        f"reading alone, {os.path.getsize(dump) / 1e6:,.0f} MB of .ndjson, beside simdjson's loop",
        probes, floors, "`formats --probe DUMP`, which reads and groups everything and analyses"
        " nothing, beside `floor read`.", 1.5)
    yield bench.row(
        "… of .zst, beside `zstd -dc` into simdjson's loop", packs, pipes,
        "the same of `zstd -3 --long=31 DUMP` beside `zstd -dc | floor read -`, in which both work"
        " side by side.", 1.5)
    extra = [a.less(b) for a, b in zip(packs, probes)]
    yield bench.row(
        "… what unpacking adds, beside `zstd -dc`", extra, alone,
        "what `formats --probe` takes of the .zst beyond what it takes of the .ndjson, beside"
        " `zstd -dc` into nothing.", 1.1, by="cpu")


def page(bench):
    ours, theirs = bench.pairs(
        lambda: Run([bench.program, "analyze", bench.page, "--quiet"]),
        lambda: Run([bench.python, "-c", "import convokit"]), times=3)
    how = f"`analyze {bench.page}` in a process of its own beside `python3 -c 'import convokit'`."
    yield bench.row("one page, cold process, beside `import convokit`", ours, theirs, how, 0.02)
    yield bench.row("… its processor seconds", ours, [], "the same runs.", seconds=0.04, by="cpu")


def growth(bench):
    tenth, copies = bench.comments // 10, 10
    small = bench.dump(tenth)
    large = bench.made(f"copies-{tenth}.ndjson", "reddit_like.py", "--comments", tenth * copies,
                       "--copies", copies)
    ours, theirs = bench.pairs(lambda: bench.analyze(large), lambda: bench.analyze(small))
    yield bench.row(
        f"ten times the discussions: {tenth * copies:,} comments beside {tenth:,}", ours, theirs,
        "`analyze --db` of ten discussions of every size that the smaller dump has, beside the"
        " smaller dump (`reddit_like.py --copies 10`), at the default of --memory, 1 GB.",
        10.5, 1.2)
    bound = ("--memory", "50M")
    ours, theirs = bench.pairs(
        lambda: bench.analyze(large, *bound), lambda: bench.analyze(small, *bound))
    yield bench.row(
        "… with `--memory 50M`", ours, theirs,
        "the same; what does not fit goes into temporary files.", 10.5, 1.2)


def megathread(bench):
    sizes = [bench.megathread // 10, bench.megathread]
    paths = [bench.thread(size) for size in sizes]
    ours, theirs = bench.pairs(lambda: bench.analyze(paths[1]), lambda: bench.analyze(paths[0]))
    yield bench.row(
        f"one discussion of {sizes[1]:,} comments, beside one of {sizes[0]:,}", ours, theirs,
        "`analyze --db` of each (`reddit_like.py --megathread`).", 12,
        seconds=10 if bench.megathread == 100_000 else None)


def cores(bench):
    """The process is kept on one core: reading and storing have threads of their own with any -j."""
    dump = bench.dump(bench.comments)
    ours, theirs = bench.pairs(
        lambda: bench.analyze(dump, "-j", "1", cores=[0]),
        lambda: bench.analyze(dump, "-j", "2", cores=[0, 1]))
    yield bench.row(f"one core, beside two: {bench.comments:,} comments", ours, theirs,
                    "`analyze --db -j 1` kept on one core beside `-j 2` on two.", 1.7, least=True,
                    by="clock")


def graph(bench):
    made = bench.made(f"graph-{bench.edges}.jsonl", "commenter_graph.py", "--edges", bench.edges)
    store = bench.path("graph.sqlite")
    first = Run([bench.program, "analyze", made, "--format", "discussions", "--db", fresh(store),
                 "--no-search-index", "--quiet"])
    yield bench.row(
        f"analysis of the discussion of that graph, {bench.edges:,} edges", [first], [],
        "`analyze --db`, once. The graphs below come out of this store, with the measures that were"
        " made here; NetworkX reads and writes them and makes none.")
    theirs = {}
    for form in ("graphml", "gexf", "dot"):
        path = bench.path(f"graph.{form}")
        command = [bench.program, "graph", "--db", store, "--as", form, "--quiet", "-o", path]
        ours = []
        peer = theirs.get("graphml") if form == "dot" else theirs.setdefault(form, [])
        for _ in bench.runs:
            ours.append(Run(command))
            if form != "dot":
                peer.append(Run([bench.python, os.path.join(HERE, "networkx_graph.py"), form, path,
                                 bench.path(f"graph-again.{form}")]))
        named = {"graphml": "GraphML", "gexf": "GEXF", "dot": "DOT"}[form]
        other = "NetworkX with the GraphML" if form == "dot" else "NetworkX"
        yield bench.row(
            f"commenter graph of {bench.edges:,} edges as {named}, beside {other}", ours, peer,
            f"`graph --db STORE --as {form}`: loading the discussion, writing it with all measures;"
            " beside"
            + (" the runs of NetworkX above, which has no reader of DOT of its own."
               if form == "dot" else
               " `networkx_graph.py`, which reads what was written and writes it again."), 0.1)


def filter_form(bench):
    """What the filter takes; wanted is nothing, plans are made from it."""
    lines = bench.lines(bench.dump(bench.comments))
    command = [bench.program, "analyze", "-", "--format", "discussions", "--json", "-j", "1",
               "--quiet"]
    answers = bench.path("answers.jsonl")
    starts = [Run(command) for _ in bench.runs]
    start = median([run.cpu for run in starts])
    ours = [Run(command, stdin=lines, stdout=answers) for _ in bench.runs]

    def rate(runs, comments):
        return max(1e-9, median([run.cpu for run in runs]) - start) / comments

    threads = []
    for size in (bench.megathread // 10, bench.megathread):
        thread = bench.lines(bench.thread(size))
        runs = [Run(command, stdin=thread) for _ in bench.runs]
        threads.append({"comments": size, "seconds_per_comment": rate(runs, size),
                        "memory_mb": median([run.memory for run in runs])})
    with open(lines, "rb") as file:
        discussions = sum(1 for _ in file)
    bench.rates.update({
        "filter_start_seconds": start,
        "filter_start_memory_mb": median([run.memory for run in starts]),
        "filter_seconds_per_comment": rate(ours, bench.comments),
        "filter_memory_mb": median([run.memory for run in ours]),
        "filter_threads": threads,
        "comments_per_discussion": bench.comments / discussions,
        "line_bytes_per_comment": os.path.getsize(lines) / bench.comments,
        "answer_bytes_per_comment": os.path.getsize(answers) / bench.comments,
    })
    yield bench.row(f"the filter, one job: {bench.comments:,} comments", ours, [],
                    "`analyze - --format discussions --json -j 1` of the dump as lines.", by="cpu")


def spark(bench):
    """What Spark itself takes around the filter; only where it was asked for."""
    if not bench.spark:
        sys.exit("bench: the case spark needs --spark, a Python with PySpark; Scripts/bench.sh gives"
                 " it where the case is named")
    dump = bench.dump(min(bench.comments, 50_000))
    answers = bench.path("spark-answers.jsonl")
    Run([bench.program, "analyze", "-", "--format", "discussions", "--json", "--quiet"],
        stdin=bench.lines(dump), stdout=answers)
    result = subprocess.run(
        [bench.spark, os.path.join(HERE, "spark_rates.py"), dump, answers],
        check=True, stdout=subprocess.PIPE, text=True).stdout
    bench.rates.update(json.loads(result.splitlines()[-1]))
    yield from ()


# In the order of the table; `spark` only where it is named.
CASES = {"whole": whole, "index": index, "reading": reading, "page": page, "growth": growth,
         "megathread": megathread, "cores": cores, "graph": graph, "filter": filter_form,
         "spark": spark}
