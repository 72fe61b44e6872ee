"""Definitions of any size, the same on every run, in the shape that pathways have: long, layered, some feedback."""

from __future__ import annotations

import random

_KINDS = ("protein", "receptor", "process", "pathway", "neurotransmitter", "drug", "effect", "risk")
_RELATIONS = ("activates", "inhibits", "increases", "decreases", "leads-to", "binds", "modulates")


def a_definition(nodes: int) -> str:
    """Return YAML with this many nodes and some 1.3 times as many edges."""
    chance = random.Random(1)
    lines = [f"title: {nodes} nodes", "nodes:"]
    lines += [f"  n{i}: {{label: Protein {i}, kind: {_KINDS[i % len(_KINDS)]}}}" for i in range(nodes)]
    lines.append("edges:")
    for i in range(1, nodes):
        for _ in range(1 if chance.random() > 0.3 else 2):
            source = chance.randrange(max(0, i - 30), i)
            relation = chance.choice(_RELATIONS)
            lines.append(f"  - {{source: n{source}, target: n{i}, relation: {relation}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(a_definition(int(sys.argv[1])))
