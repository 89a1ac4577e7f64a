#!/usr/bin/env python3
"""Reads a graph back with other programs and compares it with our own node-link JSON.

    graphs.py READER GRAPH.dot GRAPH.json

READER is graphviz, networkx, pygraphviz or nodelink. Prints "READER N nodes M edges" when nodes,
edges and all attributes agree, and fails with the first difference otherwise.
"""
import json
import re
import subprocess
import sys
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
    "[\u0080-\u009f\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]")


def shown(text):
    """What our writers show for a text of strangers."""
    text = "".join(c for c in text if c not in "\u200e\u200f\u061c")
    text = "".join(chr(0x2400 + ord(c)) if ord(c) < 32 else c for c in text).replace("\x7f", "\u2421")
    return HIDDEN.sub(lambda m: "⟨U+%04X⟩" % ord(m.group()), text)


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
            got = seen(got)
            cut = got.endswith("…") and value.startswith(got[:-1])
            assert got == value or cut, (name, key, got, value)


def main():
    reader, dot, own = sys.argv[1:]
    with open(own, encoding="utf-8") as file:
        data = json.load(file)
    if reader == "nodelink":
        import networkx

        try:
            graph = networkx.node_link_graph(data, edges="edges")
        except TypeError:  # before NetworkX 3.4
            graph = networkx.node_link_graph(data, link="edges")
        assert graph.is_directed() and not graph.is_multigraph()
        assert list(graph.nodes) == [n["id"] for n in data["nodes"]]
        assert set(graph.edges) == {(e["source"], e["target"]) for e in data["edges"]}
        assert len(graph.edges) == len(data["edges"])
        print(reader, len(graph.nodes), "nodes", len(graph.edges), "edges")
        return
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
            cut = seen(label)
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
    print(reader, len(nodes), "nodes", len(edges), "edges")


main()
