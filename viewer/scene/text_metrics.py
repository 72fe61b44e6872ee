"""Measures words with the font that will draw them. Any thread may ask, once a QGuiApplication exists."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QFontMetricsF

from viewer.layout.geometry import LABEL, TextRole
from viewer.scene.fonts import font_for
from viewer.scene.ink.lettering import line_height

_PROBE = "Hamburgefonstiv 0123456789 – αβγ"


class QtMeasurer:
    """A TextMeasurer that asks Qt and remembers the answers."""

    def __init__(self) -> None:
        self._metrics: dict[TextRole, QFontMetricsF] = {}
        self._widths: dict[tuple[str, TextRole], float] = {}

    def width(self, text: str, role: TextRole) -> float:
        """Return the advance width of one line in pixels at 100 %."""
        key = text, role
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._metrics_of(role).horizontalAdvance(text)
        return found

    def line_height(self, role: TextRole) -> float:
        """Return the distance between two base lines in pixels at 100 %."""
        return float(line_height(role))

    @cached_property
    def fingerprint(self) -> str:
        """Name the font that Qt really uses, how wide it runs, and Qt's version."""
        family = QFontInfo(font_for(LABEL)).family()
        return f"{family} {self.width(_PROBE, LABEL):.2f} Qt {qVersion()}"

    def _metrics_of(self, role: TextRole) -> QFontMetricsF:
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = QFontMetricsF(font_for(role))
        return found
