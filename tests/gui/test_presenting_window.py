"""The show from the program's own window: it starts, ends at its step, reads documents, keeps lessons and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QKeySequenceEdit, QLabel, QLineEdit, QListWidget, QTreeWidget, QWidget

from tests.builders.colours import contrast
from tests.builders.windows import INSIDE, a_desk, a_room
from viewer.definitions.lesson import Lesson, Part, read_lesson
from viewer.model.diagram import DiagramId, ElementId
from viewer.presenting.key_dialog import KeyDialog
from viewer.presenting.lessons.dialog import LessonDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.app import Window
    from viewer.presenting.theatre import Theatre

Found = TypeVar("Found", bound=QWidget)

QUOTED = """\
title: A quoted story
nodes:
  a: {label: Alpha, kind: drug}
  b: {label: Beta, kind: receptor}
edges:
  - source: a
    target: b
    relation: inhibits
    label: stops
    evidence:
      - {document: primer, quote: needs glycine}
      - {document: primer, quote: The NMDA receptor, stance: disputes}
steps:
  - {title: One, show: [a], caption: First alpha.}
  - title: Two
    show: [b]
    caption: Then beta.
    quote: {document: primer, quote: needs glycine}
"""


@pytest.fixture
def window(qtbot: QtBot, own_folders: Path) -> Iterator[Window]:
    a_desk(own_folders)
    (own_folders / "diagrams" / "quoted.yaml").write_text(QUOTED)
    with a_room(own_folders, qtbot, "quoted") as room:
        room.until_open("quoted")
        yield room.window


def theatre_of(window: Window) -> Theatre:
    playing = window._playing
    assert playing is not None
    assert playing.theatre is not None
    return playing.theatre


def test_f5_starts_and_the_window_ends_where_the_show_ended(qtbot: QtBot, window: Window) -> None:
    window.main.actions_by_name["present"].trigger()
    theatre = theatre_of(window)
    assert theatre.show.scene.title(0) == "How to read this"
    QTest.keyClick(theatre.audience, Qt.Key.Key_PageDown)
    QTest.keyClick(theatre.audience, Qt.Key.Key_PageDown)
    QTest.keyClick(theatre.audience, Qt.Key.Key_Escape)
    assert window._playing is not None
    assert window._playing.theatre is None
    assert window.main.canvas.step == 2


def test_the_room_is_checked_before_the_show(window: Window) -> None:
    window.main.actions_by_name["check_room"].trigger()
    page = theatre_of(window).house.covers.page
    assert page is not None
    assert page.accessibleName() == "Who can read this?"


def test_shift_f5_starts_from_here(qtbot: QtBot, window: Window) -> None:
    window.main.canvas.show_step(2)
    window.main.actions_by_name["present_here"].trigger()
    assert theatre_of(window).show.scene.title(theatre_of(window).show.place.halt) == "Two"


def test_the_quote_comes_from_the_document_in_its_sentence(qtbot: QtBot, window: Window) -> None:
    window.main.canvas.show_step(2)
    window.main.actions_by_name["present_here"].trigger()
    theatre = theatre_of(window)

    def said() -> str:
        words = theatre.audience.words
        return words.text if words is not None else ""

    qtbot.waitUntil(lambda: "“The NMDA receptor needs glycine as well.”" in said(), timeout=20_000)
    assert "The primer, line\u00a0" in said()
    theatre.press("E")
    assert theatre.house.covers.page is not None
    assert "The primer, line\u00a0" in theatre.house.covers.page.accessibleName()
    theatre.press("Esc")
    assert theatre.house.covers.page is None


def test_the_source_of_what_is_selected_is_read_one_passage_after_the_other(qtbot: QtBot, window: Window) -> None:
    window.main.actions_by_name["present_here"].trigger()
    theatre = theatre_of(window)
    theatre.press("End")
    theatre.become(theatre.show._replace(selected=ElementId("a->b")))

    def heading() -> str:
        page = theatre.house.covers.page
        return "" if page is None else page.accessibleName()

    theatre.press("E")
    qtbot.waitUntil(lambda: heading().startswith("The primer, line\u00a0"), timeout=20_000)
    assert heading().endswith(" · 1 of 2 · 1 disputes this")
    theatre.press("E")
    assert heading().endswith(" · 2 of 2 · disputes this")
    theatre.press("E")
    assert theatre.house.covers.page is None


def the_dialog(window: Window) -> LessonDialog:
    dialog = window.main.findChild(LessonDialog)
    assert dialog is not None
    return dialog


def found(parent: LessonDialog, kind: type[Found], name: str) -> Found:
    child = parent.findChild(kind, name)
    assert isinstance(child, kind)
    return child


def saved(dialog: LessonDialog) -> Lesson:
    """Press Save and return the lesson, without asking where to keep it."""
    dialog.save_requested.disconnect()
    kept: list[Lesson] = []
    dialog.save_requested.connect(kept.append)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    return kept[0]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_square_that_is_not_ticked_can_be_seen(window: Window, theme: str) -> None:
    window.main.actions_by_name[f"theme_{theme}"].trigger()
    window.main.actions_by_name["make_lesson"].trigger()
    listed = found(the_dialog(window), QListWidget, "lesson-diagrams")
    row = next(row for row in range(listed.count()) if listed.item(row).checkState() is Qt.CheckState.Unchecked)
    place = listed.visualItemRect(listed.item(row))
    seen = listed.viewport().grab(QRect(place.topLeft(), QSize(place.height(), place.height()))).toImage()
    ground = listed.palette().color(QPalette.ColorRole.Base).name()
    inks = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert max(contrast(ink, ground) for ink in inks) >= 3


def test_a_lesson_is_made_kept_and_presented(qtbot: QtBot, window: Window, own_folders: Path) -> None:
    window.main.actions_by_name["make_lesson"].trigger()
    dialog = the_dialog(window)
    listed = found(dialog, QListWidget, "lesson-diagrams")
    for row in range(listed.count()):
        if listed.item(row).text() == "Inside the receptor":
            listed.item(row).setCheckState(Qt.CheckState.Checked)
    found(dialog, QLineEdit, "lesson-title").setText("An hour")
    playing = window._playing
    assert playing is not None
    lesson = saved(dialog)
    assert {part.diagram for part in lesson.parts} == {"quoted", "inside"}
    playing.save_lesson(lesson, own_folders / "hour.yaml")
    file = own_folders / "hour.lesson.yaml"
    assert read_lesson(file, ("quoted", "inside")) == lesson
    playing.open_lesson(file)
    qtbot.waitUntil(lambda: playing.theatre is not None, timeout=20_000)
    assert len(theatre_of(window).show.scenes) == 2


def test_steps_and_captions_are_chosen_in_the_dialog_and_changed_again(
    qtbot: QtBot, window: Window, own_folders: Path
) -> None:
    window.main.actions_by_name["make_lesson"].trigger()
    steps = found(the_dialog(window), QTreeWidget, "lesson-steps")
    qtbot.waitUntil(lambda: steps.topLevelItemCount() == 2, timeout=20_000)
    first, second = steps.topLevelItem(0), steps.topLevelItem(1)
    assert first is not None
    assert second is not None
    assert [first.text(0), first.text(1)] == ["1  One", "First alpha."]
    first.setCheckState(0, Qt.CheckState.Unchecked)
    second.setText(1, "In our words.")
    lesson = saved(the_dialog(window))
    assert lesson.parts == (Part(DiagramId("quoted"), (2,), ((2, "In our words."),)),)
    qtbot.waitUntil(lambda: window.main.findChild(LessonDialog) is None)
    playing = window._playing_here()
    playing.save_lesson(lesson, own_folders / "a.lesson.yaml")
    playing.edit_lesson(own_folders / "a.lesson.yaml")
    qtbot.waitUntil(lambda: window.main.findChild(LessonDialog) is not None, timeout=20_000)
    again = found(the_dialog(window), QTreeWidget, "lesson-steps")
    qtbot.waitUntil(lambda: again.topLevelItemCount() == 2, timeout=20_000)
    kept = again.topLevelItem(1)
    assert kept is not None
    assert kept.text(1) == "In our words."
    kept.setText(1, "Then beta.")  # as the diagram says it: nothing of our own is left
    assert saved(the_dialog(window)).parts == (Part(DiagramId("quoted"), (2,)),)


def test_a_changed_lesson_keeps_its_comments(qtbot: QtBot, window: Window, own_folders: Path) -> None:
    file = own_folders / "a.lesson.yaml"
    file.write_text("# for Monday\ntitle: An hour\ndiagrams:\n  - quoted   # by heart\n", encoding="utf-8")
    playing = window._playing_here()
    playing.edit_lesson(file)
    qtbot.waitUntil(lambda: window.main.findChild(LessonDialog) is not None, timeout=20_000)
    found(the_dialog(window), QLineEdit, "lesson-title").setText("Two hours")
    playing.save_lesson(saved(the_dialog(window)), file)
    assert file.read_text(encoding="utf-8") == (
        "# for Monday\ntitle: Two hours\ndiagrams:\n  - quoted   # by heart\n"
    )


def test_the_keys_of_the_show_are_changed_in_a_dialog(qtbot: QtBot, window: Window) -> None:
    window.main.actions_by_name["show_keys"].trigger()
    dialog = window.main.findChild(KeyDialog)
    assert dialog is not None
    rows = dialog.findChild(QTreeWidget, "show-keys")
    edit, why = dialog.findChild(QKeySequenceEdit), dialog.findChild(QLabel, "why")
    assert rows is not None
    assert edit is not None
    assert why is not None
    (item,) = rows.findItems("Overview of all steps", Qt.MatchFlag.MatchExactly)
    rows.setCurrentItem(item)
    QTest.keyClick(edit, Qt.Key.Key_M)
    edit.editingFinished.emit()
    assert why.text() == "M is taken by “Remember this place”."
    QTest.keyClick(edit, Qt.Key.Key_J)
    edit.editingFinished.emit()
    assert item.text(1) == "J, Tab"
    assert window.session.settings.value.show_keys == ("overview=J",)
    dialog.close()
    window.main.actions_by_name["present"].trigger()
    QTest.keyClick(theatre_of(window).audience, Qt.Key.Key_J)
    assert theatre_of(window).show.sheet.value == "overview"


def test_a_lesson_chooses_steps_and_words(qtbot: QtBot, window: Window, own_folders: Path) -> None:
    playing = window._playing_here()
    playing.save_lesson(
        Lesson("L", (Part(DiagramId("quoted"), (2,), ((2, "In our words."),)),)), own_folders / "a.lesson.yaml"
    )
    playing.open_lesson(own_folders / "a.lesson.yaml")
    qtbot.waitUntil(lambda: playing.theatre is not None, timeout=20_000)
    scene = theatre_of(window).show.scene
    assert [scene.title(halt) for halt in range(len(scene.halts))] == ["How to read this", "Two"]
    assert scene.caption(1) == "In our words."
    assert scene.shown(1, 1) >= {"a", "b"}


def test_a_wrong_lesson_is_told_with_its_place(qtbot: QtBot, window: Window, own_folders: Path) -> None:
    wrong = own_folders / "wrong.lesson.yaml"
    wrong.write_text("title: T\ndiagrams:\n  - quotd\n")
    with qtbot.waitSignal(window.session.notice_posted, timeout=20_000) as posted:
        window._playing_here().open_lesson(wrong)
    assert f"{wrong}:3:5" in posted.args[0].text
    assert "Did you mean “quoted”?" in posted.args[0].text


def test_a_drafted_story_is_written_behind_the_definition(qtbot: QtBot, window: Window, own_folders: Path) -> None:
    file = own_folders / "diagrams" / "inside.yaml"
    window.session.open(DiagramId("inside"))
    qtbot.waitUntil(lambda: window.session.ready is not None and window.session.ready.id == "inside", timeout=20_000)
    window.main.actions_by_name["write_story"].trigger()
    text = file.read_text()
    assert text.startswith(INSIDE)
    assert "caption: The pore lets in Calcium." in text
