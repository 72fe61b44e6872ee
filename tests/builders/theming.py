"""The bundled themes and the bundled font, for tests that draw."""

from __future__ import annotations

from pathlib import Path

from viewer.scene.fonts import load_fonts
from viewer.scene.text_metrics import QtMeasurer
from viewer.scene.theme import Theme, load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def a_theme(name: str = "light") -> Theme:
    return load_theme(RESOURCES / "themes", name)


def a_measurer() -> QtMeasurer:
    """Measure with the bundled font; a QGuiApplication must exist."""
    load_fonts(RESOURCES / "fonts")
    return QtMeasurer()
