#!/usr/bin/env python3
"""Compares measures of ours with those of another program, over discussions read as JSON.

    measures.py networkx|igraph < DISCUSSIONS.json

The input is a list of {"parents", "edges", "commenters", "engagement", "measures"}: what each
comment answers, the commenter graph as [from, to, replies], how many commenters there are, and our
values by name, of the discussion and of each commenter. Prints "PROGRAM N values agree", and fails
with the first difference otherwise.
"""
import json
import sys

compared = 0


def same(name, ours, theirs, tolerance=1e-9):
    global compared
    assert (ours is None) == (theirs is None), (name, ours, theirs)
    if ours is not None:
        assert abs(ours - theirs) <= tolerance, (name, ours, theirs)
    compared += 1


def each(data, name, theirs, tolerance=1e-9):
    ours = data["measures"][name]
    assert len(ours) == len(theirs), (name, len(ours), len(theirs))
    for our, their in zip(ours, theirs):
        same(name, our, their, tolerance)


def networkx_measures(data):
    import networkx as nx

    people = range(data["commenters"])
    graph = nx.DiGraph()
    graph.add_nodes_from(people)
    graph.add_weighted_edges_from(data["edges"])
    tree = nx.Graph((parent, index + 1) for index, parent in enumerate(data["parents"]))
    assert nx.is_tree(tree)
    depths = nx.shortest_path_length(tree, 0)
    same("depth", data["engagement"]["depth"], max(depths.values()))
    virality = nx.average_shortest_path_length(tree)
    same("structuralVirality", data["engagement"]["structuralVirality"], virality)
    same("reciprocity", data["engagement"]["reciprocity"], nx.overall_reciprocity(graph))

    # The one written in Python needs no further module.
    ranks = nx.algorithms.link_analysis.pagerank_alg._pagerank_python(
        graph, alpha=0.85, tol=1e-12, max_iter=1000)
    each(data, "pagerank", [ranks[n] for n in people], 1e-8)
    between = nx.betweenness_centrality(graph, normalized=True)
    each(data, "betweenness", [between[n] for n in people])
    cores = nx.core_number(graph.to_undirected())
    each(data, "core", [cores[n] for n in people])
    each(data, "inDegree", [graph.in_degree(n) for n in people])
    each(data, "outDegree", [graph.out_degree(n) for n in people])
    mutual = [None if graph.degree(n) == 0 else nx.reciprocity(graph, [n])[n] for n in people]
    each(data, "reciprocity", mutual)


def igraph_measures(data):
    import igraph

    pairs = [(a, b) for a, b, _ in data["edges"]]
    graph = igraph.Graph(n=data["commenters"], edges=pairs, directed=True)
    weights = [w for _, _, w in data["edges"]]
    tree = igraph.Graph(edges=[(p, i + 1) for i, p in enumerate(data["parents"])])
    same("structuralVirality", data["engagement"]["structuralVirality"],
         tree.average_path_length(directed=False))
    same("reciprocity", data["engagement"]["reciprocity"], graph.reciprocity())
    nodes = graph.vcount()
    degrees = graph.indegree()
    freeman = sum(max(degrees) - d for d in degrees) / (nodes - 1) ** 2
    same("centralization", data["engagement"]["centralization"], freeman)
    each(data, "pagerank", graph.pagerank(weights=weights, damping=0.85))
    scale = (nodes - 1) * (nodes - 2)
    each(data, "betweenness", [b / scale for b in graph.betweenness(directed=True)])
    each(data, "core", graph.as_undirected().coreness())
    each(data, "inDegree", degrees)
    each(data, "outDegree", graph.outdegree())


def main():
    program = sys.argv[1]
    measure = {"networkx": networkx_measures, "igraph": igraph_measures}[program]
    for data in json.load(sys.stdin):
        measure(data)
    print(program, compared, "values agree")


main()
