"""Reads exports of graphs with networkx and writes what it found as JSON: of each file people, ties and their values."""
import json
import sys

import networkx as nx


def read(path):
    if path.endswith(".gexf"):
        return nx.read_gexf(path)
    if path.endswith(".graphml"):
        return nx.read_graphml(path)
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    # networkx asks for more than Cytoscape does.
    for node in graph["elements"]["nodes"]:
        node["data"].setdefault("value", node["data"]["id"])
    return nx.cytoscape_graph({"directed": False, "multigraph": False, **graph})


def described(graph):
    names = {node: data.get("name") for node, data in graph.nodes(data=True)}
    return {
        "people": [name for name in names.values() if name],
        "ties": sorted(
            [*sorted([names[a] or "", names[b] or ""]), data.get("weight"), data.get("state")]
            for a, b, data in graph.edges(data=True)
        ),
        "places": [data["place"] for _, data in graph.nodes(data=True) if data.get("place")],
    }


json.dump([described(read(path)) for path in sys.argv[1:]], sys.stdout)
