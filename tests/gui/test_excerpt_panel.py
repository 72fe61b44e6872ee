from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.builders.diagrams import a_diagram
from tests.builders.excerpt_panels import an_excerpt_panel, button, cards, press, rows, show, texts, title
from tests.builders.findings import a_shelf, an_entry, an_excerpt, some_findings
from tests.builders.theming import a_theme
from viewer.model.diagram import DiagramId, ElementId
from viewer.ui.excerpts.excerpt_card import ExcerptCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from viewer.ui.excerpts.excerpt_panel import ExcerptPanel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ExcerptPanel]:
    with an_excerpt_panel(qtbot) as widget:
        yield widget


# What is this


def test_a_node_says_kind_place_name_aliases_and_summary(panel: ExcerptPanel) -> None:
    show(panel, "nmda")
    assert texts(panel)[:4] == ["Receptor · Neuron", "NMDA receptor", "NMDAR", "A channel."]
    assert {"Acted on by", "Acts on"} <= set(texts(panel))
    assert [row.text() for row in rows(panel)] == ["Ketamine  blocks", "Firing  sustains"]


def test_an_arrow_is_a_sentence_with_rows_for_its_two_ends(panel: ExcerptPanel) -> None:
    show(panel, "block")
    assert texts(panel)[:2] == ["Arrow · inhibits", "Ketamine blocks NMDA receptor"]
    assert [row.text() for row in rows(panel)] == ["Ketamine  drug", "NMDA receptor  receptor · Neuron"]


def test_a_compartment_says_what_lies_in_it(panel: ExcerptPanel) -> None:
    show(panel, "cell")
    assert texts(panel)[:2] == ["Compartment", "Neuron"]
    assert [row.text() for row in rows(panel)] == ["NMDA receptor  receptor", "Firing  process"]


def test_a_row_leads_to_its_element_by_mouse_and_by_enter(panel: ExcerptPanel, qtbot: QtBot) -> None:
    show(panel, "nmda")
    with qtbot.waitSignal(panel.element_requested) as clicked:
        press(qtbot, rows(panel)[0])
    assert clicked.args == ["ketamine"]
    with qtbot.waitSignal(panel.element_requested) as entered:
        qtbot.keyClick(rows(panel)[1], Qt.Key.Key_Return)
    assert entered.args == ["firing"]


def test_the_way_in_names_the_diagram_and_asks_for_it(panel: ExcerptPanel, qtbot: QtBot) -> None:
    panel.set_titles({DiagramId("inside"): "The receptor at work"})
    show(panel, "nmda")
    with qtbot.waitSignal(panel.diagram_requested) as asked:
        press(qtbot, button(panel, "Open “The receptor at work”"))
    assert asked.args == ["inside"]


def test_a_hub_shows_the_first_rows_and_says_how_many_more(panel: ExcerptPanel, qtbot: QtBot) -> None:
    many = [f"n{number}" for number in range(100)]
    panel.show_element(a_diagram(["hub", *many], [(name, "hub") for name in many]), ElementId("hub"))
    assert len(rows(panel)) == 8
    press(qtbot, button(panel, "50 more of 92"))
    assert len(rows(panel)) == 58
    assert button(panel, "42 more")


# Doing something with a passage


def test_a_card_opens_by_enter_double_click_and_its_word(panel: ExcerptPanel, qtbot: QtBot) -> None:
    excerpt = an_excerpt()
    show(panel, "nmda", some_findings("nmda", (excerpt,)))
    card = cards(panel)[0]
    opened: list[object] = []
    panel.document_requested.connect(opened.append)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert opened == []
    assert card.hasFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.mouseDClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    verb = card.word_box("Open").center().toPoint()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=verb)
    assert opened == [excerpt] * 3


def test_ctrl_c_copies_the_passage_with_its_citation(panel: ExcerptPanel, qtbot: QtBot) -> None:
    shelf = a_shelf(an_entry("a.md", "A circuit <account>", "A. Doe", "2020"))
    show(panel, "nmda", some_findings("nmda", (an_excerpt("It stays shut."),)), shelf)
    with qtbot.waitSignal(panel.notice_requested) as told:
        qtbot.keyClick(cards(panel)[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Copied with its citation."]
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "“It stays shut.” — A. Doe, A circuit <account> (2020), Mechanism, line 14"
    assert "A circuit &lt;account&gt;" in mime.html()


def test_up_and_down_walk_from_card_to_card(panel: ExcerptPanel, qtbot: QtBot) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt("One."), an_excerpt("Two."))))
    one, two = cards(panel)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Down)
    assert two.hasFocus()
    qtbot.keyClick(two, Qt.Key.Key_Up)
    assert one.hasFocus()


def test_tab_walks_through_everything_in_its_order(panel: ExcerptPanel, qtbot: QtBot) -> None:
    excerpts = tuple(an_excerpt(f"Passage {number}.", title="One") for number in range(5))
    show(panel, "nmda", some_findings("nmda", excerpts))
    press(qtbot, button(panel, "2 more"))
    order = [button(panel, "Open “inside”"), *rows(panel), title(panel, "One"), *cards(panel)]
    order[0].setFocus()
    for widget in order[1:]:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert widget.hasFocus()


def test_the_keyboard_stays_in_the_panel_from_element_to_element(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(),)))
    panel.setFocus()
    assert rows(panel)[0].hasFocus()
    show(panel, "firing")
    assert rows(panel)[0].hasFocus()


def test_the_panel_never_takes_the_keyboard_by_itself(panel: ExcerptPanel) -> None:
    elsewhere = QLineEdit(panel.window())
    elsewhere.show()
    elsewhere.setFocus()
    show(panel, "nmda", some_findings("nmda", (an_excerpt(),)))
    assert elsewhere.hasFocus()


# Time


def test_passages_of_the_element_before_are_gone_at_once(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(),)))
    show(panel, "ketamine")
    assert not cards(panel)
    assert "Ketamine" in texts(panel)


def test_findings_for_another_element_are_left_aside(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("ketamine", (an_excerpt(),)))
    assert not cards(panel)


def test_only_a_slow_answer_is_announced(panel: ExcerptPanel, qtbot: QtBot) -> None:
    show(panel, "nmda")
    assert "Looking …" not in texts(panel)
    qtbot.waitUntil(lambda: "Looking …" in texts(panel))
    panel.show_findings(some_findings("nmda", (an_excerpt(),)), a_shelf())
    assert "Looking …" not in texts(panel)
    assert len(cards(panel)) == 1


def test_another_theme_keeps_what_is_shown(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt("It stays."),)))
    panel.set_theme(a_theme("dark"))
    assert [card.words for card in cards(panel)] == ["It stays."]


def test_what_a_first_element_needs_is_loaded_and_drawn_before_and_nothing_of_it_stays(
    panel: ExcerptPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    paint = ExcerptCard.paintEvent

    def painting(card: ExcerptCard, event: QPaintEvent) -> None:
        painted.append(card.excerpt.text)
        paint(card, event)

    monkeypatch.setattr(ExcerptCard, "paintEvent", painting)
    panel.show_nothing("Click anything.")
    before = set(QApplication.allWidgets())
    panel.prepare()
    assert painted
    assert texts(panel) == ["Click anything."]
    qtbot.waitUntil(lambda: len(set(QApplication.allWidgets()) - before - set(panel.findChildren(QWidget))) == 0)
    painted.clear()
    panel.prepare()
    assert not painted


def test_nothing_selected_shows_the_hint(panel: ExcerptPanel) -> None:
    show(panel, "nmda", some_findings("nmda", (an_excerpt(),)))
    panel.show_nothing("Click anything in the diagram")
    assert texts(panel) == ["Click anything in the diagram"]
    assert not cards(panel)
