"""The reader in the whole window: from a passage to its document, and from a word in it back to a diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from tests.builders.windows import Room, a_desk, a_room
from viewer.session.page import Ready
from viewer.ui.reader.document_view import DocumentView
from viewer.ui.strips.problem_strip import ProblemStrip

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def open_passage(room: Room) -> DocumentView:
    room.click("nmda")
    room.until_passages()
    card = next(card for card in room.passages if "within minutes" in card.words)
    room.qtbot.mouseDClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    view = room.main.middle.currentWidget()
    assert isinstance(view, DocumentView)
    room.until(lambda: view.document is not None)
    return view


def select(view: DocumentView, words: str) -> None:
    cursor = view.page.document().find(words)
    assert not cursor.isNull()
    view.page.setTextCursor(cursor)


def _marked(view: DocumentView) -> str:
    """The words of all passages that are marked."""
    return " ".join(view.page.source[start:end] for start, end in view.page._marks.passages)


def test_a_passage_opens_its_document_with_all_passages_of_the_element(room: Room) -> None:
    view = open_passage(room)
    assert view.document is not None
    assert view.document.entry.path == "primer.md"
    assert view.position == "1 of 2"
    assert room.focus is view.page
    room.key(Qt.Key.Key_N)
    assert view.position == "2 of 2"
    room.key(Qt.Key.Key_Escape)
    assert room.main.middle.currentWidget() is room.main.canvas


def test_from_a_word_to_the_diagram_that_speaks_of_it(room: Room) -> None:
    view = open_passage(room)
    select(view, "glycine")
    room.key(Qt.Key.Key_D)
    room.until(view.verbs.speaking.isVisible)
    assert view.verbs.speaking.words == "No diagram speaks of “glycine”."
    room.key(Qt.Key.Key_Escape)
    select(view, "NMDA receptor")
    room.key(Qt.Key.Key_D)
    room.until(view.verbs.speaking.isVisible)
    assert view.verbs.speaking.words == "Diagrams that speak of “NMDA receptor”"
    room.key(Qt.Key.Key_Down)
    room.session.select(None)
    room.key(Qt.Key.Key_Return)
    assert room.main.middle.currentWidget() is room.main.canvas
    room.until(lambda: room.session.selection == "nmda")


def test_keys_of_the_window_mean_the_document_while_it_is_read(room: Room) -> None:
    view = open_passage(room)
    camera = room.view.camera
    room.ctrl(Qt.Key.Key_Plus)
    assert room.view.camera == camera
    assert room.session.settings.value.reader_size == 16
    room.ctrl(Qt.Key.Key_F)
    assert room.focus is view.finding.bar.field
    assert not room.main.search.hasFocus()


def test_how_a_document_is_set_is_remembered(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_read()
        room.main.resize(1400, 800)
        view = open_passage(room)
        room.ctrl(Qt.Key.Key_Minus)
        view.set_width("wide")
        room.key(Qt.Key.Key_O)
    with a_room(own_folders, qtbot) as room:
        room.until_read()
        view = open_passage(room)
        assert view.choices == ("14", "wide")
        assert not view.body.wanted


def test_another_selection_marks_other_passages(room: Room) -> None:
    view = open_passage(room)
    first = view.passage
    before = len(view.page._ticks())
    place = view.page.verticalScrollBar().value()
    room.session.select("drug")
    room.until(lambda: "Ketamine raises" in _marked(view))
    assert view.passage == first
    assert view.page.verticalScrollBar().value() == place
    assert len(view.page._ticks()) == before


def test_another_passage_of_the_same_document_is_gone_to_without_reading_it_again(room: Room) -> None:
    view = open_passage(room)
    document = view.document
    room.session.select("nmda")
    card = next(card for card in room.passages if "glycine" in card.words)
    room.main.excerpts.document_requested.emit(card.excerpt)
    assert view.document is document
    assert view.position == "2 of 2"


def test_a_document_that_changes_on_disk_changes_under_the_readers_eyes(room: Room, own_folders: Path) -> None:
    view = open_passage(room)
    file = own_folders / "documents" / "primer.md"
    text = file.read_text(encoding="utf-8").replace("# The primer", "# The primer, revised")
    file.write_text(text, encoding="utf-8")
    room.session.reading.refresh()
    room.until(lambda: "revised" in view.page.source)
    room.until(lambda: "Ketamine blocks the NMDA receptor within minutes." in _marked(view))


def test_what_the_user_has_hidden_is_not_marked(room: Room) -> None:
    view = open_passage(room)
    words = "The NMDA receptor needs glycine as well."
    room.until(lambda: words in _marked(view))
    card = next(card for card in room.passages if "glycine" in card.words)
    assert room.session.pinning is not None
    room.session.pinning.hide(card.excerpt)
    room.until(lambda: words not in _marked(view) and not room.session.reading._searches.busy)
    assert words not in _marked(view)
    assert "Ketamine blocks the NMDA receptor within minutes." in _marked(view)


def test_a_link_goes_to_the_browser_only_after_open(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    view = open_passage(room)
    view.links.ask("https://example.org/a")
    room.key(Qt.Key.Key_Return)  # the keyboard is on "Not now"
    assert opened == []
    view.links.ask("https://example.org/a")
    room.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    room.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    room.key(Qt.Key.Key_Return)
    assert opened == ["https://example.org/a"]


def test_a_heading_that_was_found_opens_its_document_there(room: Room) -> None:
    room.until_read()
    room.ctrl(Qt.Key.Key_F)
    room.qtbot.keyClicks(room.main.search, "block")
    found = room.main.search

    def heading() -> object:
        return next((hit for hit in found._hits if hit.document == "primer.md" and hit.start is not None), None)

    room.until(lambda: heading() is not None)
    while found.popup._list.currentIndex().data() != "The block, The primer":
        room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Return)
    view = room.main.middle.currentWidget()
    assert isinstance(view, DocumentView)
    room.until(lambda: view.document is not None)
    assert view.document is not None
    assert view.page.first_in_sight <= view.document.text.index("## The block") <= view.page.last_in_sight
    assert room.focus is view.page


def test_a_document_whose_file_is_gone_says_so_and_is_read_again_when_it_is_back(
    room: Room, own_folders: Path
) -> None:
    view = open_passage(room)
    file, aside = own_folders / "documents" / "primer.md", own_folders / "primer.aside"
    whole = view.page.source
    file.rename(aside)
    room.until(view.gone.isVisible)
    assert view.gone.text().startswith("“primer.md” is no longer on the disk")
    assert view.page.source == whole
    aside.write_text("# The primer\n\nIt came back with other words.\n")
    aside.rename(file)
    room.until(lambda: "other words" in view.page.source)
    assert not view.gone.isVisible()


def test_a_diagram_whose_file_is_gone_says_so_and_is_drawn_again_when_it_is_back(
    room: Room, own_folders: Path
) -> None:
    file, aside = own_folders / "diagrams" / "story.yaml", own_folders / "story.aside"
    file.rename(aside)
    room.until(lambda: room.main.findChild(ProblemStrip) is not None)
    strip = room.main.findChild(ProblemStrip)
    assert strip is not None
    assert strip.isVisible()
    assert strip._words.text().startswith("story.yaml · The file is gone")
    assert room.view.picture is not None
    aside.rename(file)
    room.until(lambda: not strip.isVisible())
    assert isinstance(room.session.page, Ready)
