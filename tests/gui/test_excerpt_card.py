"""One card: the neighbours whole, why it is shown, what is guessed of it, and the other places, on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.builders.excerpt_panels import an_excerpt_panel, button, cards, press, show, texts
from tests.builders.findings import an_excerpt, some_findings
from viewer.model.evidence import Guess, Origin, Rule, Status, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.model.evidence import Excerpt
    from viewer.ui.excerpts.excerpt_card import ExcerptCard
    from viewer.ui.excerpts.excerpt_panel import ExcerptPanel

LONG = "It stays shut for as long as the drug is in the pore, " * 17 + "and then it opens."
BEFORE = "The cell had been at rest for some time before anything at all was added to the bath around it, they write."
AFTER = "After that " + "the current came back little by little, " * 6 + "until nothing was left of the block."
WHY = Why(Rule.ACTS, ("channel",), ("shut",))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ExcerptPanel]:
    with an_excerpt_panel(qtbot) as widget:
        yield widget


def _card(panel: ExcerptPanel, excerpt: Excerpt) -> ExcerptCard:
    show(panel, "nmda", some_findings("nmda", (excerpt,)))
    return cards(panel)[0]


def _said(card: ExcerptCard) -> list[str]:
    return [block.text() for block in card.findChildren(QLabel) if block.isVisible()]


def test_neighbours_are_shown_whole_by_keys_and_put_back(panel: ExcerptPanel, qtbot: QtBot) -> None:
    card = _card(panel, an_excerpt("The channel is shut.", "channel", before=BEFORE, after=AFTER, why=WHY))
    assert "…" in card.words
    low = card.height()
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert card.words == f"{BEFORE} The channel is shut. {AFTER}"
    assert card.height() > low
    qtbot.keyClick(card, Qt.Key.Key_Left)
    assert "…" in card.words
    assert card.height() == low
    assert not _said(card)


def test_the_reason_is_said_by_mouse(panel: ExcerptPanel, qtbot: QtBot) -> None:
    card = _card(panel, an_excerpt("The channel is shut.", "channel", why=WHY))
    with qtbot.assertNotEmitted(panel.document_requested):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.word_box("More").center().toPoint())
    said = "Why: it seems to say what this does. Matched: “channel”. Relation word: “shut”."
    assert _said(card) == [said]
    assert said.rstrip(".") in card.accessibleName()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.word_box("Less").center().toPoint())
    assert not _said(card)


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_its_words(panel: ExcerptPanel, rule: Rule) -> None:
    card = _card(panel, an_excerpt("The channel is shut.", "channel", why=Why(rule, ("channel",), (), False)))
    card.expand(True)
    (said,) = _said(card)
    assert said.endswith(".")
    assert ("in part: “channel”" in said) is (rule is not Rule.QUOTED)


def test_a_long_sentence_is_whole_with_its_neighbours(panel: ExcerptPanel, qtbot: QtBot) -> None:
    card = _card(panel, an_excerpt(LONG, "stays", before=BEFORE, after=AFTER, why=WHY))
    assert len(LONG) > 900
    press(qtbot, button(panel, f"Show all {len(LONG):,} characters"))
    assert LONG in card.words
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert card.words == f"{BEFORE} {LONG} {AFTER}"
    assert not any("Show all" in one.text() for one in panel.findChildren(QAbstractButton) if one.isVisible())


def test_a_guess_is_said_as_a_guess_and_takes_no_side(panel: ExcerptPanel) -> None:
    guess = an_excerpt("It opens the channel.", "channel", guess=Guess.POSSIBLY_DISPUTES, why=WHY)
    card = _card(panel, guess)
    assert "Possibly disputes this · a machine’s guess" in card.accessibleName()
    plain = an_excerpt("It opens the channel.", "channel", why=WHY)
    assert not any("disagree" in said for said in texts(panel))
    tall = card.height()
    assert tall > _card(panel, plain).height()


def test_the_same_words_elsewhere_are_named_and_open_there(panel: ExcerptPanel, qtbot: QtBot) -> None:
    other = an_excerpt("The channel is shut.", "channel", document="b.md", title="Notes", line=8)
    third = an_excerpt("The channel is shut.", "channel", document="c.md", title="Copy", line=9)
    card = _card(panel, an_excerpt("The channel is shut.", "channel", why=WHY, also=(other, third)))
    assert "also in Notes, line\u00a08 and 1 more" in card.accessibleName()
    assert "1 passage at 3 places in 3 documents" in texts(panel)
    qtbot.keyClick(card, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.document_requested) as opened:
        press(qtbot, button(panel, "Also in Copy, line\u00a09"))
    assert opened.args == [third]


def test_a_quote_that_was_not_found_has_no_more(panel: ExcerptPanel, qtbot: QtBot) -> None:
    card = _card(panel, an_excerpt("nowhere", origin=Origin.QUOTED, status=Status.MISSING))
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert not card.expanded


@pytest.mark.parametrize("width", [240, 328, 600])
@pytest.mark.parametrize("pixels", [14, 28])
def test_nothing_is_cut_when_all_is_shown(panel: ExcerptPanel, width: int, pixels: int) -> None:
    font = QFont(panel.font())
    font.setPixelSize(pixels)
    panel.setFont(font)
    panel.resize(width, 800)
    other = an_excerpt("The channel is shut.", document="b.md", title="A title of some length, and more of it")
    excerpt = an_excerpt(LONG, "stays", before=BEFORE, after=AFTER, why=WHY, also=(other,), note="A note of it.")
    card = _card(panel, excerpt._replace(guess=Guess.POSSIBLY_DISPUTES))
    card.expand(True)
    assert card.heightForWidth(card.width()) <= card.height()
    for block in (*card.findChildren(QLabel), *card.findChildren(QAbstractButton)):
        if block.isVisible():
            assert block.heightForWidth(block.width()) <= block.height()
            assert block.mapTo(card, QPoint(0, 0)).x() >= 0
            assert block.mapTo(card, QPoint(block.width(), block.height())).x() <= card.width()
            assert block.mapTo(card, QPoint(0, block.height())).y() <= card.height()
