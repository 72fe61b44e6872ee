"""Take a picture of the window as a person sees it: for the README, and to judge a change by.

python scripts/screenshot.py --output docs/window.png --select nmda --theme light
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def parsed() -> argparse.Namespace:
    """Read the call's words."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--output", type=Path, required=True, help="the picture to write")
    words.add_argument("--diagram", default="glutamate-surge", help="id or file")
    words.add_argument("--diagrams", type=Path, action="append", default=[], help="a folder of definitions")
    words.add_argument("--documents", type=Path, action="append", default=[], help="a file or folder of documents")
    words.add_argument("--select", help="the id of an element")
    words.add_argument("--step", type=int, default=0, help="the picture after this many steps")
    words.add_argument("--read", help="open this document in the middle")
    words.add_argument("--search", help="type this into the search field")
    words.add_argument("--theme", default="light", choices=("light", "dark", "contrast"))
    words.add_argument("--size", default="1440x900", help="WIDTHxHEIGHT in pixels at 100 %%")
    words.add_argument("--scale", default="1", help="pixels of the picture to a pixel at 100 %%")
    words.add_argument("--dialog", help="the name of an action that opens a sheet")
    return words.parse_args()


def main() -> int:
    """Show the window without a screen, wait until it is still, and keep its picture."""
    asked = parsed()
    own = tempfile.TemporaryDirectory(prefix="mechanism-viewer-")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    os.environ["MECHANISM_VIEWER_CONFIG"] = own.name
    os.environ.setdefault("MECHANISM_VIEWER_CACHE", str(Path(own.name) / "cache"))
    os.environ.pop("XDG_CURRENT_DESKTOP", None)
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    from viewer.app import Window
    from viewer.places import bundled

    app = QApplication([])
    window = Window(app, bundled(), asked.diagram, tuple(asked.diagrams), tuple(asked.documents))
    main_window, session = window.main, window.session
    width, height = (int(side) for side in asked.size.split("x"))
    main_window.actions_by_name[f"theme_{asked.theme}"].trigger()
    main_window.resize(width, height)
    main_window.share_width()

    def wait(milliseconds: int) -> None:
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    deadline = QDeadlineTimer(30_000)
    while (session.ready is None or not session.reading.shelf.entries) and not deadline.hasExpired():
        wait(20)
    if asked.select:
        session.select(asked.select)
    if asked.step:
        main_window.canvas.show_step(asked.step)
    if asked.read:
        main_window.library.document_requested.emit(asked.read)
    if asked.search:
        main_window.search.setFocus()
        main_window.search.setText(asked.search)
        main_window.search.textEdited.emit(asked.search)
    if asked.dialog:
        main_window.actions_by_name[asked.dialog].trigger()
    wait(1500)
    asked.output.parent.mkdir(parents=True, exist_ok=True)
    shown = QApplication.activeWindow() if asked.dialog else main_window
    (shown or main_window).grab().save(str(asked.output))
    main_window.close()
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
