#!/usr/bin/env python3
"""Reads a graph back with other programs and compares it with our own node-link JSON.

    graphs.py READER FILE... OWN.json [-- FILE... OWN.json]...

READER is graphviz, networkx or pygraphviz for DOT, nodelink for JSON, graphml or igraph for GraphML,
gexf for GEXF, tables for CSV, and schema for XML, whose FILEs are the graph and its schema. Prints
"READER N nodes M edges" for each graph whose nodes, edges and all attributes agree, and fails with
the first difference otherwise.
"""
import csv
import io
import json
import math
import os
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree


def decoded(name):
    """A node id of ours without its escapes."""
    name = re.sub(b"~([0-9A-F]{2})", lambda m: bytes([int(m.group(1), 16)]), name.encode("utf-8"))
    return name.decode("utf-8")


def unquoted(value):
    """A DOT value as pydot keeps it: quotes around it, escaped quotes in it."""
    if len(value) > 1 and value.startswith('"') and value.endswith('"'):
        value = value[1:-1].replace('\\"', '"')
    return value


def seen(value):
    """What GraphViz shows for an escaped text without line breaks."""
    value = re.sub(r"\\(.)", r"\1", value, flags=re.S)
    return re.sub(r"&amp;(#?\w+;)", r"&\1", value)


HIDDEN = re.compile(
    "[\u0080-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]")


def shown(text):
    """What our writers show for a text of strangers."""
    text = "".join(c for c in text if c not in "\u200e\u200f\u061c")
    text = "".join(chr(0x2400 + ord(c)) if ord(c) < 32 else c for c in text).replace("\x7f", "\u2421")
    return HIDDEN.sub(lambda m: "⟨U+%04X⟩" % ord(m.group()), text)


def thinned(text):
    """A text without the piles of marks on one letter that our labels cut off."""
    return re.sub("([\u0300-\u036f]{20})[\u0300-\u036f]+", r"\1", text)


def written(value):
    """A JSON value as it is written in DOT, or None where it is left out."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    return shown(value)


def networkx_graph(path):
    import networkx

    graph = networkx.nx_pydot.read_dot(path)
    assert graph.is_directed()
    # pydot 1, which Debian 12 has, forgets `strict` and takes the end of the file for a node.
    assert len(set(graph.edges())) == graph.number_of_edges()
    graph.remove_nodes_from(["\\n"])
    nodes = {n: {k: unquoted(v) for k, v in d.items()} for n, d in graph.nodes(data=True)}
    edges = {(a, b): {k: unquoted(v) for k, v in d.items()} for a, b, d in graph.edges(data=True)}
    return nodes, edges


def pygraphviz_graph(path):
    import pygraphviz

    graph = pygraphviz.AGraph(path)
    assert graph.directed and graph.strict
    nodes = {str(n): dict(n.attr) for n in graph.nodes()}
    edges = {(str(e[0]), str(e[1])): dict(e.attr) for e in graph.edges()}
    return nodes, edges


def graphviz_graph(path):
    run = subprocess.run(["dot", "-Tjson", path], capture_output=True, check=True)
    assert not run.stderr, run.stderr
    data = json.loads(run.stdout.decode("utf-8"))
    objects = {o["_gvid"]: o for o in data.get("objects", [])}
    nodes = {o["name"]: o for o in objects.values() if not o["name"].startswith("cluster_")}
    edges = {
        (objects[e["tail"]]["name"], objects[e["head"]]["name"]): e for e in data.get("edges", [])
    }
    svg = subprocess.run(["dot", "-Tsvg", path], capture_output=True, check=True)
    xml.etree.ElementTree.fromstring(svg.stdout)
    return nodes, edges


def same(name, attributes, expected):
    for key, value in expected.items():
        isNumber = isinstance(value, (int, float)) and not isinstance(value, bool)
        value = written(value)
        if value is None:
            assert attributes.get(key, "") in ("", None), (name, key, attributes.get(key))
            continue
        # A value that is empty is the default, which some readers leave out.
        got = str(attributes.get(key) or "") if value == "" else str(attributes[key])
        if isNumber:
            assert float(got) == float(value), (name, key, got, value)
        else:
            got, value = thinned(seen(got)), thinned(value)
            cut = got.endswith("…") and value.startswith(got[:-1])
            assert got == value or cut, (name, key, got, value)


def node_link(data):
    import networkx

    try:
        graph = networkx.node_link_graph(data, edges="edges")
    except TypeError:  # before NetworkX 3.4
        graph = networkx.node_link_graph(data, link="edges")
    assert graph.is_directed() and not graph.is_multigraph()
    assert list(graph.nodes) == [n["id"] for n in data["nodes"]]
    assert set(graph.edges) == {(e["source"], e["target"]) for e in data["edges"]}
    assert len(graph.edges) == len(data["edges"])
    return len(graph.nodes), len(graph.edges)


# XML and tables: numbers stay numbers, and texts what they were, but for what XML 1.0 cannot say.

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def plain_id(name):
    return "" if name == "~" else decoded(name)


def token_id(name):
    return "" if name == ":" else urllib.parse.unquote(name.replace(":", "%"), errors="strict")


def graphml_graph(path):
    import networkx

    graph = networkx.read_graphml(path)
    assert graph.is_directed() and not graph.is_multigraph()
    assert graph.graph["direction"] == "from who replies to who is addressed"
    nodes = {token_id(n): a for n, a in graph.nodes(data=True)}
    edges = {(token_id(a), token_id(b)): d for a, b, d in graph.edges(data=True)}
    assert len(nodes) == len(graph)
    return nodes, edges


def igraph_graph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed() and not graph.has_multiple()
    assert graph["direction"] == "from who replies to who is addressed"

    def there(attributes):
        # igraph has no absent value: numbers are NaN, and texts, which it cannot tell, empty.
        return {k: v for k, v in attributes.items()
                if v != "" and not (isinstance(v, float) and math.isnan(v))}

    ids = [token_id(v["id"]) for v in graph.vs]
    nodes = {i: there(v.attributes()) for i, v in zip(ids, graph.vs)}
    assert len(nodes) == graph.vcount()
    edges = {(ids[e.source], ids[e.target]): there(e.attributes()) for e in graph.es}
    return nodes, edges


def gexf_graph(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        graph = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
    except networkx.NetworkXError:  # NetworkX knows 1.3 only since 3.0
        text = text.replace('xmlns="http://gexf.net/1.3"', 'xmlns="http://www.gexf.net/1.2draft"')
        graph = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
    assert graph.is_directed() and not graph.is_multigraph()
    nodes = {plain_id(n): a for n, a in graph.nodes(data=True)}
    edges = {(plain_id(a), plain_id(b)): d for a, b, d in graph.edges(data=True)}
    assert len(nodes) == len(graph)
    for edge in edges.values():
        edge["weight"] = int(edge.get("weight", 0))
    return nodes, edges


def rows(path):
    """The rows of a table, with the apostrophes taken away that keep cells from being formulas."""
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, strict=True))
    header = table[0]
    assert len(set(header)) == len(header), header
    for row in table[1:]:
        assert len(row) == len(header), row
        for cell in row:
            isNumber = re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", cell)
            assert isNumber or not cell or cell[0] not in "=+-@\t\r\n", cell
    undone = [[re.sub(r"\A'('*[=+\-@\t\r\n])", r"\1", c) for c in row] for row in table[1:]]
    return [dict(zip(header, row)) for row in undone]


def tables(paths):
    def renamed(row, names):
        return {names.get(k, k): v for k, v in row.items() if v != ""}

    nodes = None
    if len(paths) == 2:
        found = rows(paths[0])
        nodes = {plain_id(r["Id"]): renamed(r, {"Label": "label"}) for r in found}
        assert len(nodes) == len(found)
        assert all(r["Type"] == "Directed" for r in rows(paths[1]))
    names = {"Weight": "weight", "Edge Weight": "weight"}
    edges = {}
    found = rows(paths[-1])
    for row in found:
        keys = list(row)
        edges[plain_id(row[keys[0]]), plain_id(row[keys[1]])] = renamed(row, names)
        edges[plain_id(row[keys[0]]), plain_id(row[keys[1]])].setdefault("weight", "0")
    assert len(edges) == len(found)
    return nodes, edges


def same_value(place, got, value, forbidden):
    """Whether what was read is what our JSON says; tables have texts only."""
    if value is None:
        assert got is None, (place, got)
    elif isinstance(value, bool):
        assert got is value or got == str(value).lower(), (place, got, value)
    elif isinstance(value, (int, float)):
        assert not isinstance(got, bool) and float(got) == float(value), (place, got, value)
        if isinstance(value, int) and isinstance(got, float):
            assert got == int(got), (place, got, value)
    else:
        value = forbidden.sub("", value)
        assert got == value or (value == "" and got is None), (place, got, value)


def compare(data, nodes, edges, forbidden, areTokens=False):
    prefixed = bool(data["nodes"]) and "discussion" in data["nodes"][0]

    def own(name):
        if not prefixed:
            return name
        discussion, _, rest = name.partition("/")
        return decoded(discussion) + "/" + rest

    def read(name):
        # The discussion's part is encoded before the whole is made a token.
        return own(name) if areTokens else name

    wanted = {own(n["id"]): n for n in data["nodes"]}
    assert len(wanted) == len(data["nodes"])
    if nodes is not None:
        found = {read(n): a for n, a in nodes.items()}
        assert set(found) == set(wanted), set(found) ^ set(wanted)
        for name, node in wanted.items():
            assert "type" not in found[name]
            for key, value in node.items():
                if key != "id":
                    same_value((name, key), found[name].get(key), value, forbidden)
            assert "label" not in found[name] or found[name]["label"], name
    linked = {(read(a), read(b)): d for (a, b), d in edges.items()}
    expected = {(own(e["source"]), own(e["target"])): e for e in data["edges"]}
    assert set(linked) == set(expected), set(linked) ^ set(expected)
    for pair, edge in expected.items():
        assert "type" not in linked[pair]
        for key, value in edge.items():
            if key not in ("source", "target"):
                same_value((pair, key), linked[pair].get(key), value, forbidden)
    return len(wanted), len(expected)


def is_valid(path, schema):
    from lxml import etree

    class Local(etree.Resolver):
        """Finds the parts of a schema beside it and nothing elsewhere."""

        def resolve(self, url, public_id, context):
            part = os.path.join(os.path.dirname(schema), url.rsplit("/", 1)[-1])
            assert os.path.exists(part), part
            return self.resolve_filename(part, context)

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Local())
    judge = etree.XMLSchema(etree.parse(schema, parser))
    assert judge.validate(etree.parse(path)), judge.error_log
    return True


def check(reader, files):
    with open(files.pop(), encoding="utf-8") as file:
        data = json.load(file)
    if reader == "schema":
        assert is_valid(*files)
        return len(data["nodes"]), len(data["edges"])
    if reader == "nodelink":
        return node_link(data)
    if reader == "tables":
        return compare(data, *tables(files), CONTROLS)
    if reader in ("graphml", "igraph", "gexf"):
        read = {"graphml": graphml_graph, "igraph": igraph_graph, "gexf": gexf_graph}[reader]
        return compare(data, *read(files[0]), FORBIDDEN, reader != "gexf")
    return drawn(data, reader, files[0])


def drawn(data, reader, dot):
    readers = {
        "networkx": networkx_graph,
        "pygraphviz": pygraphviz_graph,
        "graphviz": graphviz_graph,
    }
    nodes, edges = readers[reader](dot)

    # Ids decode to our own; a lone "~" stands for the empty id, and "~~" ends the start of a long
    # one.
    def own_id(name):
        start, isLong, _ = name.partition("~~")
        if isLong:
            starts = [n for n in wanted if n.startswith(decoded(start))]
            assert len(starts) == 1, start
            return starts[0]
        return "" if name == "~" else decoded(name)

    # The discussion's part is encoded in the JSON of a combined graph too.
    def unified(name):
        if "discussion" not in data["nodes"][0]:
            return name
        discussion, _, own = name.partition("/")
        return decoded(discussion) + "/" + own

    wanted = {unified(n["id"]): n for n in data["nodes"]}
    assert len(wanted) == len(data["nodes"])
    found = {own_id(n): a for n, a in nodes.items()}
    assert len(found) == len(nodes)
    assert set(found) == set(wanted), set(found) ^ set(wanted)
    for name, node in wanted.items():
        same(name, found[name], {k: v for k, v in node.items() if k not in ("id", "discussion", "name")})
        if "comments" in node:
            label = found[name]["label"]
            expected = shown(node["name"]) or "(no name)" if node["name"] is not None else "(unknown)"
            cut, expected = thinned(seen(label)), thinned(expected)
            if node["cluster"] is not None:
                camp = " [%d]" % node["cluster"]
                assert cut.endswith(camp), label
                cut = cut[:-len(camp)]
            assert cut == expected or cut.endswith("…") and expected.startswith(cut[:-1]), (
                label, expected)

    linked = {(own_id(a), own_id(b)): attributes for (a, b), attributes in edges.items()}
    expected = {(unified(e["source"]), unified(e["target"])): e for e in data["edges"]}
    assert set(linked) == set(expected), set(linked) ^ set(expected)
    for pair, edge in expected.items():
        same(pair, linked[pair], {k: v for k, v in edge.items() if k not in ("source", "target")})
    return len(nodes), len(edges)


def main():
    reader, *rest = sys.argv[1:]
    while rest:
        end = rest.index("--") if "--" in rest else len(rest)
        counts = check(reader, rest[:end])
        print(reader, counts[0], "nodes", counts[1], "edges", flush=True)
        rest = rest[end + 1:]


main()
