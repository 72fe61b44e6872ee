"""The list of names in a show: all of them can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.builders.theming import a_theme
from viewer.model.diagram import ElementId
from viewer.presenting.sheets.go_to import GoTo, Name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_names_beyond_the_first_nine_are_reached_by_keys_and_by_a_click(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1280, 800)
    names = tuple(Name(f"Protein {i}", "protein", ElementId(f"n{i}")) for i in range(14))
    sheet = GoTo("Go to", "A name", names, a_theme(), around)
    sheet.resize(1280, 800)
    around.show()
    qtbot.waitExposed(around)
    chosen: list[object] = []
    sheet.chosen.connect(chosen.append)
    for _ in range(20):
        QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    sheet.grab()
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert chosen == ["n13"]
    top = sheet._row(0).center()
    sheet.tap(QPointF(top))
    assert chosen == ["n13", "n5"]
