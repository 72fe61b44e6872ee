"""The heading of a sheet is there to its last word, also where it is long."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders.theming import a_theme
from viewer.presenting.sheets.excerpt_page import ExcerptPage
from viewer.presenting.state.speech import Passage


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)], ids=str)
@pytest.mark.parametrize("words", [4, 12, 18])
def test_the_last_word_of_a_long_title_is_seen(qtbot: QtBot, size: tuple[int, int], words: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    seen = []
    for last in ("agrees", "denies"):
        page = ExcerptPage(Passage("It is so.", source="sources " * words + last), a_theme(), window)
        page.cover()
        seen.append(page.grab().toImage())
    assert seen[0] != seen[1]
