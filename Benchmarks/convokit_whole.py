#!/usr/bin/env python3
"""What a researcher does with a dump today: load it with ConvoKit, build the network, keep both.

    python convokit_whole.py comments.ndjson folder

Prints the number of comments and of edges.
"""

import json
import os
import sys

import networkx
from convokit import Corpus, Speaker, Utterance


def utterances(path, speakers):
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            name = row["author"]
            speaker = speakers.get(name) or speakers.setdefault(name, Speaker(id=name))
            parent = row["parent_id"]
            yield Utterance(
                id=row["id"], speaker=speaker, conversation_id=row["link_id"],
                reply_to=parent[3:] if parent.startswith("t1_") else None,
                timestamp=row["created_utc"], text=row["body"], meta={"score": row["score"]})


def main():
    path, folder = sys.argv[1:]
    corpus = Corpus(utterances=list(utterances(path, {})))
    graph = networkx.DiGraph()
    for utterance in corpus.iter_utterances():
        if utterance.reply_to is None:
            continue
        ends = utterance.speaker.id, corpus.get_utterance(utterance.reply_to).speaker.id
        weight = graph.edges[ends]["weight"] + 1 if graph.has_edge(*ends) else 1
        graph.add_edge(*ends, weight=weight)
    networkx.write_graphml(graph, os.path.join(folder, "network.graphml"))
    corpus.dump("corpus", base_path=folder)
    print(len(corpus.utterances), graph.number_of_edges())


if __name__ == "__main__":
    main()
