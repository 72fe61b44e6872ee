from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from tests.builders.excerpt_panels import an_excerpt_panel, button, cards, press, show, texts, title
from tests.builders.findings import an_excerpt, disputed, some_findings
from tests.builders.theming import a_theme
from viewer.model.evidence import DocumentId, Origin, Pin, Stance, Status
from viewer.session.reading import Shelf
from viewer.ui.excerpts.excerpt_card import ExcerptCard
from viewer.ui.typeset.style import Style
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import GroupTitle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.excerpts.excerpt_panel import ExcerptPanel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ExcerptPanel]:
    with an_excerpt_panel(qtbot) as widget:
        yield widget


# Who says so


def test_passages_stand_under_their_documents_three_and_the_rest_on_demand(panel: ExcerptPanel, qtbot: QtBot) -> None:
    first = tuple(an_excerpt(f"Passage {number}.", title="One") for number in range(5))
    second = (an_excerpt("Another.", document="b.md", title="Two"),)
    show(panel, "nmda", some_findings("nmda", first + second))
    assert "6 passages in 2 documents" in texts(panel)
    assert [card.words for card in cards(panel)] == ["Passage 0.", "Passage 1.", "Passage 2.", "Another."]
    press(qtbot, button(panel, "2 more"))
    assert [card.words for card in cards(panel)][:5] == [f"Passage {number}." for number in range(5)]


def test_what_the_definition_quotes_comes_first_in_its_document(panel: ExcerptPanel) -> None:
    found, quoted = an_excerpt("Found."), an_excerpt("Quoted.", origin=Origin.QUOTED, stance=Stance.SUPPORTS)
    show(panel, "nmda", some_findings("nmda", (found, quoted)))
    assert [card.words for card in cards(panel)] == ["Quoted.", "Found."]
    assert "Quoted · Mechanism · line\u00a014" in cards(panel)[0].accessibleName()


def test_a_group_folds_by_mouse_and_by_keys(panel: ExcerptPanel, qtbot: QtBot) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(title="One"),)))
    heading = title(panel, "One")
    press(qtbot, heading)
    assert not cards(panel)
    assert "folded" in heading.accessibleName()
    qtbot.keyClick(heading, Qt.Key.Key_Right)
    assert len(cards(panel)) == 1
    qtbot.keyClick(heading, Qt.Key.Key_Left)
    assert not cards(panel)


def test_documents_beyond_the_first_dozen_passages_come_folded(panel: ExcerptPanel, qtbot: QtBot) -> None:
    many = tuple(
        an_excerpt(f"{document} {number}", document=f"{document}.md", title=f"Text {document}")
        for document in range(6)
        for number in range(3)
    )
    show(panel, "nmda", some_findings("nmda", many))
    # What lies below the panel's edge comes a moment later.
    qtbot.waitUntil(lambda: len(panel.findChildren(GroupTitle)) == 6)
    assert len(cards(panel)) == 12
    press(qtbot, title(panel, "Text 5"))
    assert len(cards(panel)) == 15


def test_many_documents_come_one_after_the_other_in_their_order(panel: ExcerptPanel, qtbot: QtBot) -> None:
    many = tuple(an_excerpt(f"{n}", document=f"{n}.md", title=f"Text {n}") for n in range(40))
    show(panel, "nmda", some_findings("nmda", many, silent=("A",)))
    first = [group.text() for group in panel.findChildren(GroupTitle)]
    assert 4 < len(first) < 40
    qtbot.waitUntil(lambda: len(panel.findChildren(GroupTitle)) == 40)
    groups = sorted(panel.findChildren(GroupTitle), key=lambda group: group.mapTo(panel, QPoint()).y())
    assert [group.text() for group in groups] == [f"Text {n}" for n in range(40)]
    assert all(group.isVisible() for group in groups)
    assert texts(panel)[-1] == "Nothing on this in: A."


def test_a_list_that_is_not_whole_says_so(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(),), total=214, silent=("A", "B")))
    assert "214 passages in 3 documents" in texts(panel)
    assert "Showing the best 1 of 214." in texts(panel)
    assert "Nothing on this in: A, B." in texts(panel)


@pytest.mark.parametrize("pixels", [14, 28])
def test_a_count_keeps_its_distance_from_the_chevron(pixels: int, panel: ExcerptPanel) -> None:
    font = QFont(panel.font())
    font.setPixelSize(pixels)
    style = Style(a_theme(), font)
    row = GroupTitle("", 14, style, opened=True, parent=panel)
    row.resize(300, row.heightForWidth(300))
    picture = row.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    gaps = [after - before for before, after in pairwise(inked)]
    assert max(gaps) >= style.px(6)


def test_documents_that_are_all_off_are_no_blind_alley(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", documents=0))
    assert "All documents are switched off." in texts(panel)
    assert "A tick in the list of documents switches one on." in texts(panel)


def test_nothing_found_says_where_and_for_what_it_looked(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", names=("NMDA receptor", "NMDAR")))
    assert "Nothing in the 5 documents speaks of this." in texts(panel)
    assert "Looked for “NMDA receptor” or “NMDAR”." in texts(panel)


def test_a_quote_that_no_document_holds_is_no_passage(panel: ExcerptPanel) -> None:
    lost = an_excerpt("Nobody says so.", origin=Origin.QUOTED, status=Status.MISSING)
    found = some_findings("nmda", (an_excerpt(), lost))
    show(panel, "nmda", found)
    assert "1 passage in 1 document" in texts(panel)
    assert found.by_document() == {"a.md": 1}
    show(panel, "nmda", some_findings("nmda", (lost,)))
    assert "No document holds what is quoted" in texts(panel)


def test_without_documents_it_invites_to_add_some(panel: ExcerptPanel, qtbot: QtBot) -> None:
    show(panel, "nmda", some_findings("nmda", documents=0), Shelf())
    with qtbot.waitSignal(panel.documents_requested):
        press(qtbot, button(panel, "Add the papers your class reads"))


def test_a_quote_that_was_not_found_is_shown_as_that(panel: ExcerptPanel) -> None:
    quote = an_excerpt(
        "nobody wrote this", "wrote", origin=Origin.QUOTED, stance=Stance.SUPPORTS, status=Status.MISSING
    )
    show(panel, "nmda", some_findings("nmda", (quote,)))
    assert cards(panel)[0].words == "“nobody wrote this”"
    assert "Not found in the document" in cards(panel)[0].accessibleName()


def test_words_that_differ_slightly_are_told_apart(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(status=Status.MOVED),)))
    assert "wording differs slightly" in cards(panel)[0].accessibleName()


def test_what_is_disputed_stands_in_two_columns_and_asks_for_their_width(panel: ExcerptPanel, qtbot: QtBot) -> None:
    panel.resize(400, 800)
    with qtbot.waitSignal(panel.width_wanted) as wanted:
        show(panel, "raise", disputed("raise"))
    assert wanted.args[0] > 0
    assert "The texts disagree: 1 for, 1 against." in texts(panel)
    assert "Also" in texts(panel)
    rises, falls, asked = (card.mapTo(panel, QPoint(0, 0)) for card in cards(panel))
    assert rises.y() == falls.y()
    assert rises.x() < falls.x()
    assert asked.y() > rises.y()
    with qtbot.waitSignal(panel.width_wanted) as given_back:
        show(panel, "nmda", some_findings("nmda", (an_excerpt(),)))
    assert given_back.args == [0]


def test_a_narrow_panel_stacks_the_two_columns(panel: ExcerptPanel) -> None:
    panel.resize(260, 800)
    show(panel, "raise", disputed("raise"))
    rises, falls = (card.mapTo(panel, QPoint(0, 0)) for card in cards(panel)[:2])
    assert rises.x() == falls.x()
    assert rises.y() < falls.y()


# Any text, any size

_HOSTILE = (
    "<img src='http://example.invalid/x.png'><b>bold</b> &amp; {} \u202ereversed\u202c",
    "שלום NMDA receptor وداعا",
    "Zero\u200bwidth 🧠🧬 NMDA receptor 🧠\x00\x07\x1b after",
    "A" * 3000,
    "",
    " \n\t ",
)


@pytest.mark.parametrize("text", _HOSTILE)
def test_any_text_is_shown_as_the_text_it_is(panel: ExcerptPanel, text: str) -> None:
    match = "NMDA receptor" if "NMDA" in text else text[:40].strip()
    excerpt = an_excerpt(text, match, title=text[:200], section=text[:200], before=text, after=text, note=text[:200])
    show(panel, "nmda", some_findings("nmda", (excerpt,), silent=(text,)))
    assert not panel.grab().isNull()
    assert (text[:30].split("\x00")[0].strip() or "") in cards(panel)[0].words


def test_a_huge_passage_is_shortened_and_shown_whole_on_demand(panel: ExcerptPanel, qtbot: QtBot) -> None:
    text = "go on and " * 900 + "the NMDA receptor shuts" + " and on" * 900
    show(panel, "nmda", some_findings("nmda", (an_excerpt(text, "NMDA receptor"),)))
    card = cards(panel)[0]
    assert "NMDA receptor" in card.words
    assert len(card.words) < 600
    press(qtbot, button(panel, f"Show all {len(text):,} characters"))
    assert card.words == text


@pytest.mark.parametrize(("width", "beside"), [(170, False), (300, False), (420, True)])
def test_the_words_of_a_card_leave_its_place_line_room(qtbot: QtBot, width: int, beside: bool) -> None:
    style = Style(a_theme(), QFont())
    excerpt = an_excerpt("It stays shut.", section="What the sources dispute, and how to weigh it")
    card = ExcerptCard(excerpt, style)
    qtbot.addWidget(card)
    card.resize(width, card.heightForWidth(width))
    below = card.height() - card.word_box("Open").bottom()
    assert (below > style.small.line) is beside  # on the first of the place’s two lines, or under both


@pytest.mark.parametrize("width", [140, 170, 176, 240, 300, 500])
@pytest.mark.parametrize("pinned", [False, True])
def test_the_words_of_a_card_stay_on_it_and_the_menu_is_always_there(qtbot: QtBot, width: int, pinned: bool) -> None:
    excerpt = an_excerpt("It stays shut.", section="What the sources dispute")
    if pinned:
        excerpt = excerpt._replace(pin=Pin(DocumentId("a"), excerpt.text))
    card = ExcerptCard(excerpt, Style(a_theme(), QFont()))
    qtbot.addWidget(card)
    card.resize(width, card.heightForWidth(width))
    boxes = [box for _, box in card._verbs.boxes(card._verbs_place())]
    assert all(card.rect().contains(box.toAlignedRect()) for box in boxes)
    assert all(right.left() - left.right() > 8 for right, left in pairwise(boxes))
    assert card.word_box("…").isValid()
    assert card.word_box("Unpin" if pinned else "Pin").isValid()


def test_no_line_ends_between_line_and_its_number(qtbot: QtBot) -> None:
    card = ExcerptCard(an_excerpt("It stays shut.", line=19), Style(a_theme(), QFont()))
    qtbot.addWidget(card)
    assert "line\u00a019" in card.accessibleName()


@pytest.mark.parametrize("width", [240, 328, 368, 600])
@pytest.mark.parametrize("pixels", [14, 28])
def test_nothing_is_cut_at_any_width_and_size_of_type(panel: ExcerptPanel, width: int, pixels: int) -> None:
    font = QFont(panel.font())
    font.setPixelSize(pixels)
    panel.setFont(font)
    panel.resize(width, 800)
    for findings in (
        disputed("raise"),
        some_findings("nmda", (an_excerpt("It stays shut. " * 20, "stays"),), silent=("A",)),
    ):
        show(panel, findings.target.id, findings)
        for block in (*panel.findChildren(TextBlock), *panel.findChildren(QAbstractButton)):
            if not block.isVisibleTo(panel):
                continue
            assert block.heightForWidth(block.width()) <= block.height()
            assert block.mapTo(panel, QPoint(0, 0)).x() >= 0
            assert block.mapTo(panel, QPoint(block.width(), 0)).x() <= width
            assert block.accessibleName() or isinstance(block, TextBlock)
        assert panel.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_every_target_of_the_pointer_is_large_enough(panel: ExcerptPanel) -> None:
    excerpts = tuple(an_excerpt(f"{number}") for number in range(5))
    show(panel, "nmda", some_findings("nmda", excerpts))
    for target in panel.findChildren(QAbstractButton):
        if target.isVisible():
            assert target.height() >= 24
            assert target.width() >= 24
