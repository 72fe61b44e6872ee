"""What of a picture is seen at a look, what of it stands out, and what the camera and the words turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.presenting.picture.focus import about, about_one, about_part
from viewer.presenting.state.quiz import Mode
from viewer.scene.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.layout.geometry import Layout, Point
    from viewer.model.diagram import Diagram, ElementId
    from viewer.presenting.picture.focus import About
    from viewer.presenting.state.quiz import Quiz
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Look


def seen_in(scene: Scene, look: Look) -> tuple[frozenset[ElementId], frozenset[ElementId]]:
    """Return what is seen at a look, and what of it stands out."""
    everything = frozenset(scene.diagram.elements)
    if look.quiz is not None:
        question = look.quiz.question
        about = {question.target, question.sought if look.quiz.revealed else None} if question is not None else set()
        return everything, frozenset(element for element in about if element is not None)
    halt = look.place.halt
    shown = everything if look.whole else scene.shown(halt, look.seen)
    if look.trace is not None:
        return shown | look.trace.elements, look.trace.elements
    return shown, scene.focus(halt)


def on_legend(scene: Scene, look: Look) -> bool:
    """Whether the explanation of the signs is shown in place of the picture."""
    if look.whole or look.quiz is not None or look.trace is not None:
        return False
    return scene.step(look.place.halt) is None


def states_in(look: Look, shown: frozenset[ElementId], focus: frozenset[ElementId]) -> Mapping[ElementId, State]:
    """Return how the elements look that are not as usual."""
    states = dict.fromkeys(focus & shown, State.SELECTED if look.quiz is not None else State.CURRENT)
    if look.trace is not None and look.trace.edge is not None:
        states[look.trace.edge.id] = State.SELECTED
    if look.selected is not None and look.selected in shown:
        states[look.selected] = State.SELECTED
    return states


def about_look(scene: Scene, look: Look, placed: Layout, framed: frozenset[ElementId]) -> About:
    """Return what a look is about, ``framed`` being what the camera goes to and ``placed`` where all stands then."""
    question = look.quiz.question if look.quiz is not None else None
    hidden = look.quiz is not None and look.quiz.mode is Mode.ALL_HIDDEN
    if hidden and question is not None and question.target is not None and question.target in placed.nodes:
        return about_one(placed, question.target)
    if question is not None and question.sought is not None and question.sought in placed.nodes:
        return about_part(scene.layout, question.sought)  # as if all were named: a single wide box would be told
    ask = scene.ask(look.place.halt) if look.quiz is None and look.trace is None else None
    return about(scene.diagram, placed, framed, seen_in(scene, look)[0], ask)


def framed_by(diagram: Diagram, look: Look, focus: frozenset[ElementId]) -> frozenset[ElementId]:
    """Return what the camera goes to: a question's element with its arrows, a way or an arrow of it, or the focus."""
    if look.quiz is not None:
        return _around(diagram, look.quiz)
    return look.trace.about if look.trace is not None else focus


def leading(look: Look, focus: frozenset[ElementId], framed: frozenset[ElementId]) -> frozenset[ElementId]:
    """Return what the words stand beside: a way, what a quiz points at, or the focus."""
    if look.trace is not None:
        return framed
    question = look.quiz.question if look.quiz is not None else None
    # Words that stood beside what is to be found would tell it.
    return focus - {question.sought} if question is not None else focus


def lead_of(diagram: Diagram, layout: Layout, focus: frozenset[ElementId]) -> Point | None:
    """Return the point that the words speak of: the last node of the focus in reading order."""
    nodes = [
        layout.nodes[node.id].box.centre for node in diagram.nodes if node.id in focus and node.id in layout.nodes
    ]
    return max(nodes, key=lambda point: (point.y, point.x)) if nodes else None


def _around(diagram: Diagram, quiz: Quiz) -> frozenset[ElementId]:
    """Return what a question is framed by: what it points at with its neighbours, the steps to be put in order."""
    question = quiz.question
    if question is not None and question.order:
        return question.among
    target = question.target if question is not None else None
    if quiz.mode is Mode.ALL_HIDDEN or target is None or target not in diagram.elements:
        return frozenset()
    edges = (*diagram.incoming.get(target, ()), *diagram.outgoing.get(target, ()))
    return frozenset({target, *(end for edge in edges for end in (edge.id, edge.source, edge.target))})
