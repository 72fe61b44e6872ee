"""The bar over the window, in the letters that the desktop asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from tests.builders.room import some_icons
from tests.builders.theming import a_theme
from viewer.scene.fonts import FAMILY
from viewer.ui.bar.search_field import SearchField
from viewer.ui.bar.top_bar import TopBar
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.style import BAR_HEIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# The screen that is none cannot tell a window's least size to a desktop.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def _a_bar(pixels: int, window: QWidget) -> TopBar:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    window.setFont(font)
    bar = TopBar(some_icons(), window)
    search = SearchField(some_icons(), bar)
    bar.put_search(search)
    bar.show_place("In the brain", "The glutamate surge")
    bar.set_theme(a_theme())
    search.set_theme(a_theme())
    window.resize(1600, 200)
    window.show()
    bar.resize(1600, bar.sizeHint().height())
    return bar


def test_the_bar_is_slim_with_the_usual_letters(window: QWidget) -> None:
    assert _a_bar(14, window).height() == BAR_HEIGHT


@pytest.mark.parametrize("pixels", [14, 20, 28])
def test_all_of_the_bar_is_in_sight_however_large_the_letters(pixels: int, window: QWidget) -> None:
    bar = _a_bar(pixels, window)
    parts = [part for part in bar.findChildren(QWidget) if part.parentWidget() is bar and part.isVisible()]
    assert len(parts) >= 7
    for part in parts:
        assert bar.rect().contains(part.geometry()), part


@pytest.mark.parametrize(("pixels", "high"), [(14, 12), (28, 24)])
def test_a_sign_grows_with_the_letters(pixels: int, high: int, window: QWidget) -> None:
    bar = _a_bar(pixels, window)
    picture = bar.back.grab().toImage()
    ground = picture.pixelColor(1, 1)
    inked = [y for y in range(picture.height()) for x in range(picture.width()) if picture.pixelColor(x, y) != ground]
    assert max(inked) - min(inked) + 1 == pytest.approx(high, abs=3)


@pytest.mark.parametrize("pixels", [14, 28])
def test_a_strong_word_keeps_its_distance_from_the_edge_of_its_button(pixels: int, window: QWidget) -> None:
    bar = _a_bar(pixels, window)
    usual = FlatButton(some_icons(), "play", "Present", parent=window)
    strong = FlatButton(some_icons(), "play", "Present", primary=True, parent=window)
    font = QFont(bar.font())
    font.setWeight(QFont.Weight.DemiBold)
    wider = QFontMetrics(font).horizontalAdvance("Present") - QFontMetrics(bar.font()).horizontalAdvance("Present")
    assert wider > 0
    assert strong.sizeHint().width() - usual.sizeHint().width() == wider
