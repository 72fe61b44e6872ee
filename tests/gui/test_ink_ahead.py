"""Ink is made before it is asked for, for whatever comes into the view, and is what would be made then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.diagram_views import a_diagram_view
from tests.builders.diagrams import a_diagram
from tests.builders.layouts import a_layout
from tests.builders.theming import a_theme
from viewer.model.diagram import ElementId
from viewer.scene import painting
from viewer.scene.states import State
from viewer.scene.view.emphasis import states_of
from viewer.scene.view.ink_ahead import InkAhead
from viewer.scene.view.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.scene.view.diagram_view import DiagramView

DIAGRAM = a_diagram("abcd", [("a", "b"), ("b", "c"), ("c", "d")])


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DiagramView]:
    with a_diagram_view(qtbot) as made:
        yield made


def test_nothing_is_made_at_a_click_that_was_made_ahead(
    view: DiagramView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = InkAhead(view)
    view.show_picture(Picture(DIAGRAM, a_layout(DIAGRAM), a_theme()))
    view.grab()
    qtbot.waitUntil(lambda: not ahead.done)
    qtbot.waitUntil(lambda: ahead.done)
    made = []
    before = painting.Compiled.__init__
    monkeypatch.setattr(painting.Compiled, "__init__", lambda self, ink: (made.append(ink), before(self, ink))[1])
    assert view.picture is not None
    for element in DIAGRAM.elements:
        for selected, hovered in ((element, None), (None, element)):
            view.repaint_elements(view.picture.set_states(states_of(DIAGRAM, selected, hovered, frozenset())))
            view.grab()
    assert not made
    view.repaint_elements(view.picture.set_states({ElementId("a"): State.CURRENT}))
    view.grab()
    assert made


def test_another_picture_and_another_theme_are_followed(view: DiagramView, qtbot: QtBot) -> None:
    ahead = InkAhead(view)
    for theme in ("light", "dark"):
        picture = Picture(DIAGRAM, a_layout(DIAGRAM), a_theme(theme))
        view.show_picture(picture)
        view.grab()
        qtbot.waitUntil(lambda: not ahead.done)
        qtbot.waitUntil(lambda: ahead.done)
    assert view.picture is not None
    view.picture.set_theme(a_theme("light"))
    view.repaint_all()
    view.grab()
    qtbot.waitUntil(lambda: not ahead.done)
    qtbot.waitUntil(lambda: ahead.done)
