"""Every step of every bundled story is framed whole: what it is about, what it asks, and nothing cut in half."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.theming import a_measurer, a_theme
from tests.content.bundle import diagrams, documents
from viewer.documents.quotes import locate_quote
from viewer.layout.engine import Engine
from viewer.layout.geometry import Box, Layout
from viewer.model.diagram import Diagram, Edge, ElementId
from viewer.model.story import Step
from viewer.presenting.picture.focus import AMBIGUOUS, arrow_box, node_box
from viewer.presenting.picture.framing import on_page, scale_for
from viewer.presenting.picture.legible import LEAST, NEARLY, least_scale, share_at
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.quiz import Mode
from viewer.presenting.state.quizzing import pick
from viewer.presenting.state.scene import Scene, scene_of
from viewer.presenting.state.show import Blank, Show
from viewer.presenting.state.speech import Line, Passage, passage_of, speech
from viewer.presenting.state.turns import turns
from viewer.presenting.state.verbs import begun

SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
_EVERY = pytest.mark.parametrize(
    ("diagram", "size"),
    [
        pytest.param(diagram, size, id=f"{name}-{size[0]}x{size[1]}")
        for name, diagram in diagrams().items()
        for size in SIZES
    ],
)


def played(diagram: Diagram, layout: Layout, size: tuple[int, int]) -> Iterator[tuple[Stage, Show]]:
    """Every look of a story, with its words and quotations, as the next key alone plays it."""
    scene = scene_of(diagram, layout)
    stage = Stage((scene,), a_theme())
    stage.moves = False
    stage.resize(*size)
    show = begun((scene,))
    while True:
        stage.show_look(show.look, *said(show))
        yield stage, show
        following = pressed(show, "PgDown")
        if following.blank is Blank.END:
            break
        show = following
    stage.deleteLater()


def said(show: Show) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """What is said where a show stands, and all that can be said there."""
    quote = quoted(show.scene.step(show.place.halt))
    return speech(show.scene, show.look, quote), turns(show.scene, show.look, quote)


def quoted(step: Step | None) -> Passage | None:
    """What a step quotes, in its sentence."""
    if step is None or step.quote is None:
        return None
    document = documents()[step.quote.document]
    found = locate_quote(document.text, step.quote.quote)
    spans = tuple((passage.start, passage.end) for passage in document.passages)
    return passage_of(document.title, document.text, spans, found.start, found.end)


def called_for(diagram: Diagram, layout: Layout, show: Show) -> Iterator[tuple[ElementId, Box]]:
    """What must be seen whole: nodes and arrows in focus, and the arrow that is asked for, with both their ends."""
    ask = show.scene.ask(show.place.halt)
    hidden = {ask.hides} if ask is not None and ask.hides is not None else set()
    for element in {*show.scene.focus(show.place.halt), *hidden}:
        if element in layout.nodes:
            yield element, node_box(layout, element)
        elif isinstance(diagram.elements[element], Edge):
            yield element, arrow_box(diagram, layout, element)


@_EVERY
def test_what_a_step_is_about_and_asks_is_whole_and_beside_its_words(
    diagram: Diagram, size: tuple[int, int], qapp: QApplication
) -> None:
    layout = Engine().layout(diagram, a_measurer())
    for stage, show in played(diagram, layout, size):
        picture = stage.picture
        assert picture is not None
        assert picture.room is not None
        words = on_page(stage.framed.words, stage.framed.camera)
        at = f"step {show.place.halt + 1}, “{show.scene.title(show.place.halt)}”"
        for element, box in called_for(diagram, layout, show):
            assert picture.room.grown(0.5).holds(box), f"{at}: {element} is cut"
            assert not words.overlaps(box), f"{at}: {element} lies under the words"


@_EVERY
def test_no_node_is_cut_by_the_frame(diagram: Diagram, size: tuple[int, int], qapp: QApplication) -> None:
    layout = Engine().layout(diagram, a_measurer())
    for stage, show in played(diagram, layout, size):
        picture = stage.picture
        assert picture is not None
        assert picture.room is not None
        at = f"step {show.place.halt + 1}, “{show.scene.title(show.place.halt)}”"
        for node in picture.shown or ():
            if node in layout.nodes and picture.room.grown(-0.1).overlaps(box := node_box(layout, node)):
                assert picture.room.grown(0.1).holds(box), f"{at}: {node} is cut"


@_EVERY
def test_an_answer_moves_neither_the_picture_nor_the_place_of_the_words(
    diagram: Diagram, size: tuple[int, int], qapp: QApplication
) -> None:
    layout = Engine().layout(diagram, a_measurer())
    before: dict[int, object] = {}
    for stage, show in played(diagram, layout, size):
        picture = stage.picture
        assert picture is not None
        here = stage.camera, stage.framed.words, picture.room
        assert here == before.setdefault(show.place.halt, here), f"step {show.place.halt + 1}"
        ask = show.scene.ask(show.place.halt)
        if ask is not None and show.asking:  # whichever choice is made
            for choice in range(1, len(ask.choices) + 1):
                answered = pick(show, choice)
                stage.show_look(answered.look, *said(answered))
                assert (stage.camera, stage.framed.words, picture.room) == here, f"choice {choice}"
    assert before


@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=str)
def test_the_labels_of_a_whole_step_are_readable(diagram: Diagram, size: tuple[int, int], qapp: QApplication) -> None:
    layout = Engine().layout(diagram, a_measurer())
    for stage, show in played(diagram, layout, size):
        share = share_at(stage.framed.camera.scale, size[1])
        assert share >= LEAST - NEARLY, f"step {show.place.halt + 1}: {share:.2%}"


def without_stories() -> Iterator[tuple[str, Diagram]]:
    """The bundled diagrams without their steps, a long chain, and stars whose arrows lead out and in."""
    for name, diagram in diagrams().items():
        yield name, replace(diagram, steps=())
    things = [a_node(f"n{number}", label=f"Thing number {number}") for number in range(40)]
    yield "chain", a_diagram(things, [(f"n{number}", f"n{number + 1}") for number in range(39)])
    yield "star", a_diagram(things[:13], [("n0", f"n{number}") for number in range(1, 13)])
    yield "inward star", a_diagram(things[:13], [(f"n{number}", "n0") for number in range(1, 13)])


_DRAFTED = dict(without_stories())


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)], ids=str)
@pytest.mark.parametrize("diagram", _DRAFTED.values(), ids=_DRAFTED)
def test_every_step_of_a_drafted_story_is_readable_and_shows_what_is_new(
    diagram: Diagram, size: tuple[int, int], qapp: QApplication
) -> None:
    layout = Engine().layout(diagram, a_measurer())
    for stage, show in played(diagram, layout, size):
        step = show.scene.step(show.place.halt)
        picture = stage.picture
        assert step is not None
        assert picture is not None
        assert picture.room is not None
        share = share_at(stage.framed.camera.scale, size[1])
        assert share >= LEAST - NEARLY, f"step {show.place.halt + 1}: {share:.2%}"
        assert all(picture.room.grown(0.5).holds(node_box(layout, node)) for node in step.show)


def a_quiet_stage(diagram: Diagram) -> tuple[Scene, Stage]:
    """Return a diagram's scene and a large screen for it on which nothing flies."""
    scene = scene_of(diagram, Engine().layout(diagram, a_measurer()))
    stage = Stage((scene,), a_theme())
    stage.moves = False
    stage.resize(1920, 1080)
    return scene, stage


@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
def test_what_a_quiz_points_at_is_readable_also_where_all_names_are_hidden(
    diagram: Diagram, qapp: QApplication
) -> None:
    scene, stage = a_quiet_stage(diagram)
    show = pressed(pressed(begun((scene,)), "Q"), "1")
    asked = 0
    while show.quiz is not None and show.quiz.question is not None:
        stage.show_look(show.look, speech(scene, show.look, None))
        assert share_at(stage.framed.camera.scale, 1080) >= LEAST - NEARLY
        show, asked = pressed(pressed(show, "PgDown"), "PgDown"), asked + 1
    assert asked
    stage.deleteLater()


@pytest.mark.parametrize("mode", range(1, len(Mode) + 1), ids=[mode.name for mode in Mode])
@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
def test_the_answer_of_a_quiz_moves_nothing(diagram: Diagram, mode: int, qapp: QApplication) -> None:
    scene, stage = a_quiet_stage(diagram)
    show = pressed(pressed(begun((scene,)), "Q"), str(mode))
    while show.quiz is not None and show.quiz.question is not None:
        stage.show_look(show.look, *said(show))
        here = stage.camera, stage.framed.words
        for answered in (pressed(show, "PgDown"), pressed(show, "1")):
            stage.show_look(answered.look, *said(answered))
            assert (stage.camera, stage.framed.words) == here, show.quiz.question.prompt
        show = pressed(pressed(show, "PgDown"), "PgDown")
    stage.deleteLater()


@pytest.mark.parametrize("diagram", diagrams().values(), ids=diagrams())
def test_what_is_to_be_found_is_shown_among_others_larger_than_on_the_whole_map(
    diagram: Diagram, qapp: QApplication
) -> None:
    scene, stage = a_quiet_stage(diagram)
    show = pressed(pressed(begun((scene,)), "Q"), "3")
    while show.quiz is not None and (question := show.quiz.question) is not None:
        stage.show_look(show.look, *said(show))
        picture = stage.picture
        assert picture is not None
        assert picture.room is not None
        seen = [node for node in picture.layout.nodes if picture.room.holds(node_box(picture.layout, node))]
        assert question.sought in seen
        assert len(seen) >= AMBIGUOUS
        whole = scale_for(scene.layout.bounds, (1920.0, 1080.0), lambda _width: 200.0)
        least = least_scale((1920.0, 1080.0))
        assert stage.framed.camera.scale >= min(0.75 * least, 1.2 * whole), question.prompt
        show = pressed(pressed(show, "PgDown"), "PgDown")
    stage.deleteLater()
