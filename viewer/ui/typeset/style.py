"""Sizes and colours of words in a panel: three sizes and three weights, all from the system's font and the theme."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontInfo

from viewer.ui.typeset.face import Face

if TYPE_CHECKING:
    from viewer.scene.painting import Compiled
    from viewer.scene.theme import Theme
    from viewer.ui.typeset.prose import Prose

GRID = 8
"""Distances are whole or half multiples of this many pixels."""

_TEXT, _SMALL, _HEADING = 14, 12, 20
_LEADING = {_TEXT: 20, _SMALL: 16, _HEADING: 26}
_SMALLEST = 9


class Style:
    """A theme's colours and the faces that follow from one font: what every part of a panel is drawn with."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        """Take both; treat a style as read-only."""
        self.theme = theme
        self.font = font

    @cached_property
    def scale(self) -> float:
        """How much larger the font is than the 14 px that all sizes are given for."""
        return max(QFontInfo(self.font).pixelSize(), _SMALLEST) / _TEXT

    @cached_property
    def text(self) -> Face:
        """Running text."""
        return self._face(_TEXT, QFont.Weight.Normal)

    @cached_property
    def strong(self) -> Face:
        """Running text that names a group."""
        return self._face(_TEXT, QFont.Weight.DemiBold)

    @cached_property
    def small(self) -> Face:
        """Places, counts and notes."""
        return self._face(_SMALL, QFont.Weight.Normal)

    @cached_property
    def small_strong(self) -> Face:
        """Section names and small verbs that can be clicked."""
        return self._face(_SMALL, QFont.Weight.DemiBold)

    @cached_property
    def heading(self) -> Face:
        """The heading of a panel or a document."""
        return self._face(_HEADING, QFont.Weight.DemiBold)

    def colour(self, token: str) -> QColor:
        """Return a colour of the theme by its token's name; treat it as read-only."""
        colours = self._colours
        if token not in colours:
            colours[token] = QColor(getattr(self.theme, token))
        return colours[token]

    def px(self, pixels: float) -> int:
        """Return a length at 100 % in pixels at this font's size."""
        return round(pixels * self.scale)

    @cached_property
    def samples(self) -> dict[object, Compiled]:
        """The small drawings made so far, kept for as long as theme and font stay."""
        return {}

    @cached_property
    def words(self) -> dict[str, Prose]:
        """Words that many widgets show alike, laid out once."""
        return {}

    @cached_property
    def _colours(self) -> dict[str, QColor]:
        return {}

    def _face(self, pixels: int, weight: QFont.Weight) -> Face:
        font = QFont(self.font)
        font.setPixelSize(max(_SMALLEST, round(pixels * self.scale)))
        font.setWeight(weight)
        if pixels == _SMALL and weight > QFont.Weight.Normal:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.2)
        return Face(font, round(_LEADING[pixels] * self.scale))
