"""Writes a network with networkx as GEXF, Pajek and Cytoscape's JSON into a folder, and says what is in it."""
import json
import os
import random
import sys

import networkx as nx

folder, seed = sys.argv[1], int(sys.argv[2])
chance = random.Random(seed)
graph = nx.gnm_random_graph(60, 150, seed=seed)
names = {node: f"Pérsón {chance.randrange(10**6)} Ö'{node}" for node in graph}
graph = nx.relabel_nodes(graph, names)
for node in graph:
    graph.nodes[node]["city"] = chance.choice(["Zürich", "Lisboa", "New York"])
for a, b in graph.edges:
    graph.edges[a, b]["weight"] = chance.choice([0.5, 1.0, 2.25, 1e-3])
    graph.edges[a, b]["relation"] = chance.choice(["friend", "works with"])

nx.write_gexf(graph, os.path.join(folder, "network.gexf"))
nx.write_pajek(graph, os.path.join(folder, "pajek.net"))
with open(os.path.join(folder, "cytoscape.json"), "w", encoding="utf-8") as file:
    json.dump(nx.cytoscape_data(graph), file)

json.dump(
    {
        "people": sorted([node, data["city"]] for node, data in graph.nodes(data=True)),
        "ties": sorted([*sorted([a, b]), data["weight"], data["relation"]] for a, b, data in graph.edges(data=True)),
    },
    sys.stdout,
)
