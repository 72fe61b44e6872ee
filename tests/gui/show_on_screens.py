"""Plays a scenario on the screens of its process and prints as JSON what it found, for the tests of screens."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.builders.shows import a_drawn_scene, a_theatre
from viewer.presenting.desk.notes_panel import NotesPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.presenting.theatre import Theatre


def wait(done: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def place(widget: QWidget | None) -> list[int]:
    if widget is None:
        return []
    box = widget.geometry()
    return [box.x(), box.y(), box.width(), box.height()]


def two(theatre: Theatre) -> dict[str, object]:
    desk = theatre.house.desk
    assert desk is not None
    return {
        "audience": place(theatre.audience),
        "presenter": place(desk),
        "notes": desk.notes.words,
        "notes_on_audience": theatre.audience.findChild(NotesPanel) is not None,
    }


def blank(theatre: Theatre) -> dict[str, object]:
    desk = theatre.house.desk
    assert desk is not None
    theatre.press("B")
    corner = QPoint(3, 3)
    black = QColor(Qt.GlobalColor.black)
    found: dict[str, object] = {
        "audience_is_black": theatre.audience.grab().toImage().pixelColor(corner) == black,
        "presenter_is_black": desk.current.grab().toImage().pixelColor(corner) == black,
    }
    theatre.press("B")
    theatre.press("F")
    theatre.press("PgDown")
    held, mine = theatre.audience.look, desk.current.look
    assert held is not None
    assert mine is not None
    found["held"] = [held.place.halt, mine.place.halt]
    theatre.press("PgDown")
    theatre.press("E")
    page = theatre.house.covers.page
    found["source_is_private"] = page is not None and page.window_under is desk.left
    theatre.press("F")
    page = theatre.house.covers.page
    found["source_is_shown"] = page is not None and page.window_under is theatre.audience
    theatre.press("E")
    theatre.press("Q")
    theatre.press("1")
    question = theatre.show.quiz.question if theatre.show.quiz is not None else None
    found["answer_is_noted"] = question is not None and desk.notes.words == f"Answer: {question.right}"
    theatre.press("Q")
    theatre.press("E")
    theatre.press("B")
    found["covers_black"] = theatre.house.covers.page is not None
    return found


def buttons(theatre: Theatre) -> dict[str, object]:
    desk = theatre.house.desk
    assert desk is not None
    all_buttons = {button.text(): button for button in desk.findChildren(QAbstractButton) if button.isVisible()}
    small = [name for name, button in all_buttons.items() if min(button.width(), button.height()) < 44]
    QTest.mouseClick(all_buttons["Next"], Qt.MouseButton.LeftButton)
    found: dict[str, object] = {"too_small": small, "halt": theatre.show.place.halt}
    all_buttons["Black"].setFocus()
    QTest.keyClick(all_buttons["Black"], Qt.Key.Key_Space)
    found["space_presses_a_button"] = theatre.show.blank.value == "black"
    QTest.keyClick(all_buttons["Black"], Qt.Key.Key_PageDown)
    found["page_down_does_not"] = theatre.show.place.halt
    return found


def swap(theatre: Theatre) -> dict[str, object]:
    theatre.press("S")
    QApplication.processEvents()
    return {"audience": place(theatre.audience), "presenter": place(theatre.house.desk)}


def monitors(*named: tuple[str, str]) -> None:
    """Set the virtual monitors of the X server: (name, WIDTHxHEIGHT+X+Y)."""
    listed = subprocess.run(["xrandr", "--listmonitors"], capture_output=True, text=True, check=True).stdout
    known = {line.split()[1].lstrip("+*") for line in listed.splitlines()[1:]}
    for name, where in named:
        if name not in known:
            output = "screen" if name == "LAPTOP" else "none"
            size, x, y = where.split("+")
            width, height = size.split("x")
            subprocess.run(["xrandr", "--setmonitor", name, f"{width}/200x{height}/150+{x}+{y}", output], check=True)
    for name in known - {name for name, _ in named} - {"screen"}:
        subprocess.run(["xrandr", "--delmonitor", name], check=True)


BOTH = (("LAPTOP", "800x600+0+0"), ("PROJECTOR", "1000x600+800+0"))


def plug(theatre: Theatre) -> dict[str, object]:
    def names() -> list[str]:
        return sorted(screen.name() for screen in QGuiApplication.screens())

    audience = theatre.audience
    found: dict[str, object] = {
        "screens": names(),
        "before": {"audience": theatre.standing.audience, "seen": audience.isVisible()},
    }
    theatre.press("PgDown")
    monitors(BOTH[0])
    wait(lambda: not audience.isVisible())
    desk = theatre.house.desk
    found["unplugged"] = {
        "seen": audience.isVisible(),
        "status": desk.status.text() if desk is not None else "",
        "halt": theatre.show.place.halt,
    }
    theatre.press("PgDown")
    theatre.press("PgDown")
    monitors(*BOTH)
    wait(lambda: audience.isVisible() and audience.x() == 800)
    look = audience.look
    found["replugged"] = {
        "audience": theatre.standing.audience,
        "seen": audience.isVisible(),
        "x": audience.x(),
        "halt": look.place.halt if look is not None else None,
    }
    return found


def main(scenario: str) -> int:
    if scenario == "plug":
        monitors(*BOTH)
    app = QApplication([])
    if scenario == "plug":
        wait(lambda: len(QGuiApplication.screens()) == 2)
    beside = QWidget()
    beside.setGeometry(10, 10, 200, 100)
    beside.show()
    app.processEvents()
    theatre = a_theatre(a_drawn_scene())
    theatre.open(beside)
    wait(theatre.audience.isVisible)
    app.processEvents()
    found = {"two": two, "blank": blank, "buttons": buttons, "swap": swap, "plug": plug}[scenario](theatre)
    theatre.become(theatre.show._replace(over=True))
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
