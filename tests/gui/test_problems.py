"""Problems of a definition: a quiet strip, and on demand the list with places and suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.builders.room import some_icons
from tests.builders.theming import a_theme
from viewer.errors import Problem
from viewer.ui.parts.elided_label import ElidedLabel
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.strips.problem_list import ProblemList
from viewer.ui.strips.problem_strip import ProblemStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_FILE = "diagrams/brain/surge.yaml"
_NODE = Problem(_FILE, 12, 5, 'There is no node "glutamat".', 'Did you mean "glutamate"?')
_KEY = Problem(_FILE, 48, 3, 'Unknown key "<b>sumary</b>".')


@pytest.fixture
def strip(qtbot: QtBot) -> ProblemStrip:
    made = ProblemStrip(some_icons())
    made.set_theme(a_theme())
    qtbot.addWidget(made)
    made.resize(700, 40)
    return made


def _headline(strip: ProblemStrip) -> str:
    return strip.findChild(ElidedLabel).text()


def _list(strip: ProblemStrip) -> ProblemList:
    return strip.findChild(ProblemList)


def test_a_sound_definition_shows_nothing(strip: ProblemStrip) -> None:
    strip.show_problems((_NODE,))
    strip.show_problems(())
    assert strip.isHidden()


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ((_NODE,), "1 problem in surge.yaml"),
        ((_NODE, _KEY), "2 problems in surge.yaml"),
        ((Problem(_FILE, 0, 0, "The file is gone.", "It stays."),), "surge.yaml · The file is gone. It stays."),
        ((_NODE, Problem("other.yaml", 1, 1, "x")), "2 problems in 2 files"),
        ((_NODE, Problem(_FILE, 0, 0, "There are at least 9 more problems.")), "More than 1 problems in surge.yaml"),
    ],
)
def test_the_strip_counts(strip: ProblemStrip, problems: tuple[Problem, ...], words: str) -> None:
    strip.show_problems(problems)
    assert not strip.isHidden()
    assert _headline(strip) == words


def test_the_list_opens_on_demand_and_escape_closes_it(strip: ProblemStrip, qtbot: QtBot) -> None:
    strip.show_problems((_NODE, _KEY))
    assert _list(strip).isHidden()
    strip.open_list()
    assert not _list(strip).isHidden()
    qtbot.keyClick(_list(strip), Qt.Key.Key_Escape)
    assert _list(strip).isHidden()
    assert not strip.isHidden()


def test_each_row_says_where_what_and_what_to_do(strip: ProblemStrip) -> None:
    strip.show_problems((_NODE, _KEY))
    model = _list(strip).model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        'line 12:5: There is no node "glutamat". Did you mean "glutamate"?',
        'line 48:3: Unknown key "<b>sumary</b>".',
    ]


def test_enter_and_click_ask_for_the_place(strip: ProblemStrip, qtbot: QtBot) -> None:
    strip.show_problems((_NODE, _KEY))
    with qtbot.waitExposed(strip):
        strip.show()
    strip.open_list()
    rows = _list(strip)
    rows.setCurrentIndex(rows.model().index(1, 0))
    with qtbot.waitSignal(strip.problem_requested) as asked:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert asked.args == [_KEY]
    with qtbot.waitSignal(strip.problem_requested) as asked:
        place = rows.visualRect(rows.model().index(0, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [_NODE]


def test_a_problem_can_be_copied_as_editors_understand_it(strip: ProblemStrip, qtbot: QtBot) -> None:
    strip.show_problems((_NODE,))
    rows = _list(strip)
    rows.setCurrentIndex(rows.model().index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(_NODE)


def test_put_away_it_stays_away_until_the_problems_change(strip: ProblemStrip) -> None:
    strip.show_problems((_NODE,))
    close = next(button for button in strip.findChildren(FlatButton) if not button.text())
    close.click()
    strip.show_problems((_NODE,))
    assert strip.isHidden()
    strip.show_problems((_KEY,))
    assert not strip.isHidden()


def test_a_long_list_leaves_the_picture_in_sight(strip: ProblemStrip, qtbot: QtBot) -> None:
    strip.resize(700, 600)
    strip.show_problems(tuple(Problem(_FILE, line, 1, "Wrong. " * 40) for line in range(1, 300)))
    with qtbot.waitExposed(strip):
        strip.show()
    strip.open_list()
    assert _list(strip).height() <= max(120, strip.window().height() * 0.45)


def test_a_long_sentence_is_wrapped_not_cut(strip: ProblemStrip, qtbot: QtBot) -> None:
    rows = _list(strip)
    strip.show_problems(
        (Problem(_FILE, 1, 1, "Short."), Problem(_FILE, 2, 1, "word " * 100), Problem(_FILE, 3, 1, "x" * 999))
    )
    with qtbot.waitExposed(strip):
        strip.show()
    strip.open_list()
    short, long, unbroken = (rows.sizeHintForRow(row) for row in range(3))
    assert long > 2 * short
    assert unbroken > 2 * short


def test_nothing_to_open_without_problems(strip: ProblemStrip) -> None:
    strip.open_list()
    assert strip.isHidden()
