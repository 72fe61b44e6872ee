"""How long the window is deaf while huge documents open in the reader, beside putting the text in at once.

python benchmarks/reader.py
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.builders.findings import a_document
from tests.builders.theming import a_theme
from viewer.documents.formats.passages import outline_of
from viewer.ui.reader.document_view import DocumentView
from viewer.ui.typeset.text_positions import TextPositions

_LINE = "The receptor opens and the channel lets calcium in, which starts a cascade of many steps in the cell. "

TEXTS = {
    "20 MB of paragraphs": "\n\n".join(f"{number}. {_LINE * 3}" for number in range(65_000)),
    "5 MB in one line": _LINE * 50_000,
    "5 MB, not Latin": "\n\n".join("谷氨酸是大脑中主要的兴奋性神经递质。" * 20 for _ in range(14_000)),
}


class Pulse:
    """Beats once a millisecond; remembers the longest silence."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


def main() -> None:
    """Print, for each text: at once, sliced in all, and the longest silence of opening, finding and a new size."""
    app = QApplication([])
    print(f"{'':22}{'at once':>10}{'sliced':>10}{'silence':>10}{'find':>10}{'silence':>10}{'new size':>10}   (ms)")
    for name, text in TEXTS.items():
        plain = QPlainTextEdit()
        plain.resize(800, 700)
        plain.show()
        begun = time.perf_counter()
        plain.setPlainText(text)
        app.processEvents()
        at_once = time.perf_counter() - begun
        plain.close()
        view = DocumentView()
        view.resize(1000, 700)
        view.set_theme(a_theme())
        view.show()
        app.processEvents()
        document, positions = (
            a_document(text)._replace(sections=outline_of(text, ".txt").sections),
            TextPositions(text),
        )
        pulse = Pulse()
        until(app, 0.1)
        pulse.begin()
        begun = time.perf_counter()
        view.show_document(document, (), None, positions)
        while not view.page.whole:
            app.processEvents()
        sliced, opening = time.perf_counter() - begun, pulse.longest
        until(app, 0.3)
        view.do("find")
        pulse.begin()
        begun = time.perf_counter()
        view.finding.bar.field.setText("calcium in, which")
        view.finding.bar.asked.emit("calcium in, which")
        while not view.finding.bar.count.text():
            app.processEvents()
        finding, silence = time.perf_counter() - begun, pulse.longest
        until(app, 0.3)
        pulse.begin()
        view.do("larger")
        until(app, 0.5)
        figures = (at_once, sliced, opening, finding, silence, pulse.longest)
        print(f"{name:22}" + "".join(f"{1000 * figure:10.0f}" for figure in figures))
        view.close_jobs()
        view.close()


def until(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()


if __name__ == "__main__":
    main()
