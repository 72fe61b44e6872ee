"""What finds no room in the panel comes a moment later, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.builders.excerpt_panels import an_excerpt_panel, button, cards, press, show, texts
from tests.builders.findings import an_excerpt, some_findings
from viewer.model.evidence import Origin, Stance
from viewer.ui.excerpts.excerpt_card import ExcerptCard
from viewer.ui.typeset.text_button import GroupTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.excerpts.excerpt_panel import ExcerptPanel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ExcerptPanel]:
    with an_excerpt_panel(qtbot) as widget:
        yield widget


def test_cards_below_the_edge_come_a_moment_later_in_their_order(panel: ExcerptPanel, qtbot: QtBot) -> None:
    panel.resize(328, 300)
    three = tuple(
        an_excerpt(f"{name}{n} {'and so on ' * 20}", document=f"{name}.md") for name in "ab" for n in range(3)
    )
    show(panel, "nmda", some_findings("nmda", three, silent=("C",)))
    assert len(cards(panel)) == 1
    qtbot.waitUntil(lambda: len(cards(panel)) == 6)
    qtbot.waitUntil(lambda: texts(panel)[-1] == "Nothing on this in: C.")
    assert [card.words[:2] for card in sorted(cards(panel), key=lambda card: card.mapTo(panel, QPoint()).y())] == [
        "a0", "a1", "a2", "b0", "b1", "b2",
    ]  # fmt: skip
    cards(panel)[0].setFocus()
    for _ in range(3):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(panel.focusWidget(), GroupTitle)
    for words in ("a2", "a1", "a0"):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        focused = panel.focusWidget()
        assert isinstance(focused, ExcerptCard)
        assert focused.words.startswith(words)


@pytest.mark.parametrize("width", [328, 600])
def test_both_sides_of_a_dispute_are_begun_when_there_is_little_room(
    panel: ExcerptPanel, qtbot: QtBot, width: int
) -> None:
    panel.resize(width, 200)
    many = tuple(
        an_excerpt(f"{stance.value} {n}", origin=Origin.QUOTED, stance=stance)
        for stance in (Stance.SUPPORTS, Stance.DISPUTES)
        for n in range(5)
    )
    show(panel, "nmda", some_findings("nmda", many))
    assert {card.words.split()[0] for card in cards(panel)} == {"supports", "disputes"}
    qtbot.waitUntil(lambda: len(cards(panel)) == 6)
    press(qtbot, button(panel, "2 more"))
    qtbot.waitUntil(lambda: len(cards(panel)) == 8)
