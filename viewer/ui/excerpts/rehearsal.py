"""Builds and paints a panel that nobody sees, so that all that the first click would load is loaded by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.diagram import Diagram, DiagramId, Edge, ElementId, Kind, Node, Relation
from viewer.model.evidence import DocumentId, Excerpt, Findings, Origin, Stance, Status, Target
from viewer.session.shelves.shelf import Shelf
from viewer.ui.excerpts.element_heading import ElementHeading
from viewer.ui.excerpts.kept_place import KeptPlace
from viewer.ui.excerpts.passage_list import PassageList
from viewer.ui.excerpts.room import Room
from viewer.ui.typeset.column import Column

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style

_WIDTH, _HEIGHT = 328, 2000


def rehearse(style: Style, margin: int) -> None:
    """Build, place and paint what shows a node, an arrow and passages about them, and let it go."""
    whole = Column()
    for element in _DIAGRAM.elements.values():
        whole.add(ElementHeading(_DIAGRAM, element, style, margin))
    for excerpts in (_FOUND, _DISPUTED):
        findings = Findings(_TARGET, excerpts, len(excerpts), 2, ("b",))
        whole.add(PassageList(findings, Shelf(), style, margin, room=Room(_WIDTH, _HEIGHT)))
    whole.resize(_WIDTH, whole.arrange(_WIDTH))
    KeptPlace(None, None, ())
    whole.grab()
    whole.deleteLater()


def _excerpt(origin: Origin, stance: Stance | None) -> Excerpt:
    return Excerpt(
        document="a", document_id=DocumentId("a"), title="a", section="a", page=None, line=1, last_line=1, start=0,
        end=9, text="a b c d e", marks=((2, 3),), score=1.0, origin=origin, stance=stance, status=Status.VERIFIED,
        before="f", after="g",
    )  # fmt: skip


_A, _B = ElementId("a"), ElementId("b")
_DIAGRAM = Diagram(
    DiagramId("rehearsal"),
    "",
    (Node(_A, "a", Kind.PROCESS, summary="a"), Node(_B, "b", Kind.PROCESS)),
    (Edge(ElementId("a->b"), _A, _B, Relation.ACTIVATES, "activates"),),
)
_TARGET = Target("a", "node", "a", ("a",))
_FOUND = (_excerpt(Origin.FOUND, None),)
_DISPUTED = tuple(_excerpt(Origin.QUOTED, stance) for stance in (Stance.SUPPORTS, Stance.DISPUTES))
