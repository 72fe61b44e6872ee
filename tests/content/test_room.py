"""Every step can be read in a room: its labels, and the words beside them in their full size."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.builders.theming import a_measurer, a_theme
from tests.content.bundle import diagrams
from viewer.layout.engine import Engine
from viewer.layout.geometry import LABEL, Box, Layout
from viewer.model.diagram import Diagram, Edge, ElementId
from viewer.model.revealing import focus_of
from viewer.presenting.picture.legible import ACUITY, CAPITAL
from viewer.presenting.picture.overlay import ROLES
from viewer.presenting.picture.said import SHARES
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.scene import scene_of
from viewer.presenting.state.speech import speech
from viewer.presenting.state.verbs import begun
from viewer.scene.fonts import font_for

WIDTH, HEIGHT = 1920 * 0.92, 1080 * 0.78  # of a projected picture, beside margins and the caption
LEAST = 0.02  # cap height over picture height: distance / (200 x picture height) asks for 3 %, below 2 % is an error


def framed(diagram: Diagram, layout: Layout, step: int) -> Box:
    """Return the box round what a step is about: its nodes, or the ends of its arrows where it names only those."""
    focus = focus_of(diagram, step)
    nodes = [element for element in focus if element in layout.nodes] or list(_ends(diagram, focus))
    first, *others = (layout.nodes[node].box for node in nodes)
    for box in others:
        first = first.united(box)
    return first


def _ends(diagram: Diagram, focus: frozenset[ElementId]) -> Iterator[ElementId]:
    for element in focus:
        edge = diagram.elements[element]
        assert isinstance(edge, Edge)
        yield edge.source
        yield edge.target


@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
def test_the_labels_of_every_step_are_readable_at_six_picture_heights(diagram: Diagram, qapp: QApplication) -> None:
    layout = Engine().layout(diagram, a_measurer())
    cap = QFontMetricsF(font_for(LABEL)).capHeight()
    for step in range(len(diagram.steps)):
        box = framed(diagram, layout, step)
        scale = min(WIDTH / box.width, HEIGHT / box.height, 4)
        assert cap * scale / 1080 >= LEAST, f"step {step + 1}, “{diagram.steps[step].title}”: give it a smaller focus"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)], ids=str)
@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
def test_caption_and_question_of_every_step_stand_in_their_size(
    diagram: Diagram, size: tuple[int, int], qapp: QApplication
) -> None:
    layout = Engine().layout(diagram, a_measurer())
    scene = scene_of(diagram, layout)
    stage = Stage((scene,), a_theme())
    stage.moves = False
    stage.resize(*size)
    show = begun((scene,))
    for _ in range(2 * len(diagram.steps)):
        stage.show_look(show.look, speech(scene, show.look, None))
        assert stage.words is not None
        share = stage.words.share(stage.framed.words.width)
        least = 1 if size[0] > 1024 else SHARES[-1]  # the narrow one may trade a little for larger labels
        assert share >= least, f"{show.place}: shorten its words"
        show = pressed(show, "PgDown")
    stage.deleteLater()


def test_a_caption_is_read_at_five_and_a_quotation_at_four_picture_heights() -> None:
    """A row is about half a picture's height behind the one before: the eighth sits at four to five."""
    for role, heights in (("caption", 5.0), ("choice", 4.4), ("quote", 3.95)):
        assert ROLES[role].pixels * SHARES[-1] * CAPITAL / 1080 * ACUITY >= heights
