"""How words are set: a font and its leading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


class Face(NamedTuple):
    """A font and the distance between its base lines in pixels."""

    font: QFont
    line: int
