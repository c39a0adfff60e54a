"""Reads a list of ties (source,target[,weight]) and writes networkx's measures of it as JSON, by name."""
import csv
import json
import sys

import networkx as nx

graph = nx.Graph()
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        graph.add_edge(row["source"], row["target"], weight=float(row.get("weight") or 1))
for a, b, data in graph.edges(data=True):
    data["length"] = 1 / data["weight"]


def burt(weight):
    return {
        "constraint": nx.constraint(graph, weight=weight),
        "effectiveSize": nx.effective_size(graph, weight=weight),
    }


json.dump(
    {
        "plain": {"betweenness": nx.betweenness_centrality(graph, normalized=False), **burt(None)},
        "weighted": {
            "betweenness": nx.betweenness_centrality(graph, normalized=False, weight="length"),
            **burt("weight"),
        },
        "cutTies": sorted(sorted(edge) for edge in nx.bridges(graph)),
        "cutPeople": sorted(nx.articulation_points(graph)),
    },
    sys.stdout,
)
