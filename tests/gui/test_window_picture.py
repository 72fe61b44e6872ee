"""What leaves the window: the picture on the clipboard and in files; words where words are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from viewer.model.diagram import DiagramId
from viewer.ui.exporting.check_box import CheckBox
from viewer.ui.exporting.choice_field import ChoiceField
from viewer.ui.exporting.export_dialog import ExportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders.windows import Room


_EXPORT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

# The screen that is none has nothing to raise a dialog over.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def test_ctrl_c_copies_the_picture_as_pixels_drawing_and_sentences(room: Room) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    with room.qtbot.waitSignal(clipboard.dataChanged, timeout=20_000):
        room.ctrl(Qt.Key.Key_C)
    kept = clipboard.mimeData()
    assert not QImage.fromData(kept.data("image/png")).isNull()
    assert b"<svg" in kept.data("image/svg+xml").data()
    assert "Ketamine blocks NMDA receptor" in kept.text()


def test_ctrl_c_on_a_passage_copies_it_with_its_source(room: Room) -> None:
    room.click("block")
    room.until_passages()
    room.passages[0].setFocus()
    room.ctrl(Qt.Key.Key_C)
    words = QGuiApplication.clipboard().text()
    assert "Ketamine blocks the NMDA receptor within minutes." in words
    assert "The primer" in words


def test_ctrl_c_in_a_field_copies_what_is_selected_there(room: Room) -> None:
    room.ctrl(Qt.Key.Key_F)
    room.qtbot.keyClicks(room.focus, "glycine")
    room.ctrl(Qt.Key.Key_A)
    room.ctrl(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "glycine"


def test_the_dialog_writes_a_file_and_ctrl_e_writes_it_again(room: Room, own_folders: Path) -> None:
    file = own_folders / "picture.png"
    room.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = room.main.findChild(ExportDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    room.until(lambda: dialog.findChild(QFileDialog) is not None)
    asking = dialog.findChild(QFileDialog)
    asking.setDirectory(str(own_folders))
    asking.selectFile(file.name)
    asking.accept()
    room.until(file.is_file)
    room.until(lambda: not QImage(str(file)).isNull())
    room.main.activateWindow()  # without a screen nobody else does
    room.until(room.main.isActiveWindow)
    room.view.setFocus()
    room.ctrl(Qt.Key.Key_E)
    room.until((own_folders / "story.png").is_file)


def _dialogs(room: Room) -> list[ExportDialog]:
    return [dialog for dialog in room.main.findChildren(ExportDialog) if dialog.isVisible()]


def test_there_is_one_export_dialog_however_often_it_is_asked_for(room: Room) -> None:
    room.key(Qt.Key.Key_E, _EXPORT)
    (dialog,) = _dialogs(room)
    for _ in range(2):
        room.qtbot.mouseClick(room.main.top.export, Qt.MouseButton.LeftButton)
    assert _dialogs(room) == [dialog]


def test_another_diagram_has_its_own_export_dialog_with_the_same_choices(room: Room) -> None:
    room.key(Qt.Key.Key_E, _EXPORT)
    (first,) = _dialogs(room)
    legend = next(box for box in first.findChildren(CheckBox) if box.text().startswith("Legend"))
    legend.setChecked(False)
    room.session.open(DiagramId("inside"))
    room.until_open("inside")
    room.qtbot.mouseClick(room.main.top.export, Qt.MouseButton.LeftButton)
    (second,) = _dialogs(room)
    assert "Inside the receptor" in second.windowTitle()
    assert not second.options().legend


def test_what_the_dialog_shows_is_exported_though_another_diagram_was_opened_behind_it(
    room: Room, own_folders: Path
) -> None:
    room.key(Qt.Key.Key_E, _EXPORT)
    (dialog,) = _dialogs(room)
    next(field for field in dialog.findChildren(ChoiceField) if field.findData("svg") >= 0).choose("svg")
    room.session.open(DiagramId("inside"))
    room.until_open("inside")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    room.until(lambda: dialog.findChild(QFileDialog) is not None)
    asking = dialog.findChild(QFileDialog)
    asking.setDirectory(str(own_folders))
    asking.selectFile("kept.svg")
    asking.accept()
    room.until(lambda: any(file.stat().st_size for file in own_folders.glob("kept.svg")))
    assert "The story" in (own_folders / "kept.svg").read_text(encoding="utf-8")


def test_f3_in_a_document_walks_its_passages(room: Room) -> None:
    room.click("nmda")
    room.until_passages()
    room.main.library.document_requested.emit(room.passages[0].excerpt.document)
    room.until(lambda: room.main.middle.currentWidget() is not room.main.canvas)
    reader = room.main.middle.currentWidget()
    room.until(lambda: reader.isAncestorOf(room.focus) and reader.page.document().characterCount() > 10)
    top = reader.page.verticalScrollBar().value()
    room.key(Qt.Key.Key_F3)
    room.until(lambda: reader.page.verticalScrollBar().value() > top)
    assert reader.isAncestorOf(room.focus)
