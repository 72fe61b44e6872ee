"""The diagram's fonts: the bundled family, loaded from files, so that a picture is the same on every machine."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from viewer.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.layout.geometry import TextRole

FAMILY = "Fira Sans"
FILES = ("FiraSans-Regular.ttf", "FiraSans-Medium.ttf", "FiraSans-SemiBold.ttf")

# Scripts that the bundled family lacks; Qt takes the first that is installed and then its own choice.
_OTHERS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Noto Sans CJK SC", "sans-serif")


@lru_cache(maxsize=8)
def load_fonts(folder: Path) -> None:
    """Make the bundled fonts known to Qt, once per folder; a QGuiApplication must exist.

    Raises SettingsError when a file is missing or is no font.
    """
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise SettingsError(f"The font {folder / name} cannot be loaded. Install the program again.")


@lru_cache(maxsize=64)
def font_for(role: TextRole) -> QFont:
    """Return the font of a role at 100 %. Treat it as read-only: it is shared."""
    font = QFont([FAMILY, *_OTHERS])
    font.setPixelSize(role.pixels)
    font.setWeight(QFont.Weight(role.weight))
    # Unhinted letters have the same widths at every zoom, so words stay inside what was measured for them.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setKerning(True)
    # A word must be found by its letters in a PDF, and measure the same in an SVG: no "ffi" in one piece.
    font.setFeature(QFont.Tag("liga"), 0)
    return font
