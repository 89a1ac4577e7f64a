#!/usr/bin/env python3
"""Reads a graph with NetworkX and writes it again in the same form.

    python networkx_graph.py graphml|gexf graph.graphml written.graphml
"""

import sys

import networkx

form, path, written = sys.argv[1:]
graph = getattr(networkx, f"read_{form}")(path)
getattr(networkx, f"write_{form}")(graph, written)
print(graph.number_of_nodes(), graph.number_of_edges())
