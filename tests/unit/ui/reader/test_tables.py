from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from viewer.ui.reader.text.tables import Tables

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_ROWS = ("| a | long words here | x |", "| 🧠 wide | b | y |")


def bars(text: str, rooms: list[tuple[int, float]], metrics: QFontMetricsF) -> list[float]:
    """Where the bars of a row stand, the free room counted."""
    free = {text.encode("utf-16-le")[: 2 * at].decode("utf-16-le"): room for at, room in rooms}
    found = []
    for index, sign in enumerate(text):
        if sign == "|":
            room = sum(room for before, room in free.items() if len(before) < index)
            found.append(metrics.horizontalAdvance(text[:index]) + room)
    return found


def test_the_bars_of_a_table_stand_under_one_another(qtbot: QtBot) -> None:
    lines = ["Before", _ROWS[0], "|---|---|---|", _ROWS[1], "", "| another | table |"]
    document = QTextDocument("\n".join(lines))
    blocks = [document.findBlockByNumber(number) for number in range(len(lines))]
    spans = tuple((blocks[n].position() + 2, blocks[n].position() + blocks[n].length() - 3) for n in (1, 3, 5))
    tables, font = Tables(spans), QFont()
    metrics = QFontMetricsF(font)
    places = [bars(blocks[n].text(), tables.rooms(blocks[n], font, 900), metrics) for n in (1, 3)]
    assert all(abs(one - other) < 1.5 for one, other in zip(*places, strict=True))
    assert tables.rooms(blocks[5], font, 900) == []
    assert [tables.row_of(block) for block in blocks] == [-1, 0, -1, 1, -1, 2]


def test_a_table_without_room_is_left_as_it_is(qtbot: QtBot) -> None:
    document = QTextDocument("\n".join(_ROWS))
    blocks = [document.findBlockByNumber(number) for number in (0, 1)]
    tables = Tables(tuple((block.position() + 2, block.position() + block.length() - 3) for block in blocks))
    assert tables.rooms(blocks[0], QFont(), 40) == []
