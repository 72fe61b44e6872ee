"""Text in a panel: where the ground of matched words lies."""

import pytest
from PySide6.QtGui import QColor, QFont
from pytestqt.qtbot import QtBot

from viewer.ui.typeset.face import Face
from viewer.ui.typeset.prose import Prose, Run


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the pore is shut", 1),
        ("\u201cthe pore\u201d \u2013 is shut \u2026", 1),  # signs of print run from left to right
        ("\u8c37\u6c28\u9178\uff08the pore\uff09", 1),
        ("the pore \u05d0\u05d1", 8),  # letter by letter: what runs both ways may be cut in pieces
    ],
)
def test_matched_words_have_one_ground_unless_the_line_runs_both_ways(qtbot: QtBot, text: str, pieces: int) -> None:
    start = text.index("the pore")
    black = QColor("black")
    prose = Prose((Run(text, black, ((start, start + 8),)),), Face(QFont(), 20), black)
    prose.height(10_000)
    assert len(prose._grounds) == pieces
