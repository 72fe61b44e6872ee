"""The ways along the arrows: all of them, the shortest first, none through a node twice, with their sign."""

from __future__ import annotations

from itertools import pairwise, permutations
from random import Random

import pytest

from tests.builders.diagrams import a_diagram, an_edge
from viewer.model.diagram import Diagram, ElementId, Relation
from viewer.model.evidence import DocumentId, Evidence, Stance
from viewer.model.paths import MOST_WAYS, Sign, reached_from, ways_between

A, B, C, D = (ElementId(name) for name in "abcd")


def routes(diagram: Diagram, source: str, target: str, **bounds: object) -> list[str]:
    ways = ways_between(diagram, ElementId(source), ElementId(target), **bounds)  # type: ignore[arg-type]  # as named
    return ["".join(way.nodes) for way in ways]


def test_the_ways_come_shortest_first() -> None:
    diagram = a_diagram(("a", "b", "c", "d"), (("a", "b"), ("b", "c"), ("c", "d"), ("b", "d"), ("a", "d")))
    assert routes(diagram, "a", "d") == ["ad", "abd", "abcd"]
    assert routes(diagram, "a", "d", most_arrows=2) == ["ad", "abd"]
    assert routes(diagram, "d", "a") == []


def test_what_waits_lies_on_no_way() -> None:
    diagram = a_diagram(("a", "b", "c", "d"), (("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")))
    assert routes(diagram, "a", "d", without={B}) == ["acd"]
    assert routes(diagram, "a", "d", without={"a->c", "b"}) == []


def test_a_circle_is_a_way_back() -> None:
    diagram = a_diagram(("a", "b", "c"), (("a", "b"), ("b", "a"), ("b", "c"), ("c", "a")))
    assert routes(diagram, "a", "a") == ["aba", "abca"]


def test_every_simple_path_is_found() -> None:
    chance = Random(3)
    for _ in range(20):
        pairs = [pair for pair in permutations("abcde", 2) if chance.random() < 0.3]
        diagram = a_diagram(tuple("abcde"), tuple(pairs))
        wanted = set()
        for length in range(4):
            for between in permutations("bcd", length):
                walk = "a" + "".join(between) + "e"
                if all((one, two) in pairs for one, two in pairwise(walk)):
                    wanted.add(walk)
        found = routes(diagram, "a", "e")
        assert len(found) == min(len(wanted), MOST_WAYS)
        assert set(found) <= wanted
        assert [len(walk) for walk in found] == sorted(len(walk) for walk in found)


@pytest.mark.parametrize(
    ("relations", "sign"),
    [
        ((Relation.ACTIVATES, Relation.LEADS_TO), Sign.UP),
        ((Relation.INHIBITS, Relation.RELEASES), Sign.DOWN),
        ((Relation.INHIBITS, Relation.DECREASES), Sign.UP),
        ((Relation.INCREASES, Relation.MODULATES), Sign.OPEN),
        ((Relation.BINDS, Relation.ACTIVATES), Sign.OPEN),
    ],
)
def test_the_signs_of_a_way_multiply(relations: tuple[Relation, Relation], sign: Sign) -> None:
    diagram = a_diagram(("a", "b", "c"), (an_edge("a", "b", relations[0]), an_edge("b", "c", relations[1])))
    (way,) = ways_between(diagram, A, C)
    assert way.sign is sign


def test_a_disputed_arrow_leaves_the_sign_open() -> None:
    against = (Evidence(DocumentId("d"), "no", Stance.DISPUTES),)
    diagram = a_diagram(("a", "b"), (an_edge("a", "b", Relation.ACTIVATES, evidence=against),))
    (way,) = ways_between(diagram, A, B)
    assert way.sign is Sign.OPEN


def test_what_is_reached_is_told_with_how_far_it_is() -> None:
    diagram = a_diagram(("a", "b", "c", "d"), (("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")))
    assert reached_from(diagram, A) == {B: 1, C: 1, D: 2}
    assert reached_from(diagram, A, most_arrows=1) == {B: 1, C: 1}
    assert reached_from(diagram, D) == {}


def test_a_dense_diagram_is_answered_within_bounds() -> None:
    names = tuple(f"n{number}" for number in range(40))
    diagram = a_diagram(names, tuple((one, two) for one in names for two in names if one != two))
    assert len(ways_between(diagram, ElementId("n0"), ElementId("n39"))) == MOST_WAYS
