"""Where the texts disagree: what speaks for and what against, side by side under equal rules.

Neither side has a colour or the accent, so that the page takes no side. A narrow panel stacks the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent

from viewer.ui.excerpts.excerpt_card import CARD_OUT
from viewer.ui.excerpts.excerpt_group import CardList
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt
    from viewer.ui.excerpts.room import Room
    from viewer.ui.typeset.style import Style

DISPUTED_WIDTH = 368
"""The panel's width in pixels at 100 % from which the two columns stand side by side."""

_BETWEEN, _RULE = 24, 2


class DisputedColumns(Column):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``,
    ``resized()``.
    """  # noqa: D205 - a list of signals is no paragraph

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)
    resized = Signal()

    def __init__(
        self,
        supporting: tuple[Excerpt, ...],
        disputing: tuple[Excerpt, ...],
        style: Style,
        margin: int,
        parent: QWidget | None = None,
        *,
        room: Room | None = None,
    ) -> None:
        """Take both sides, best first; cards that find no ``room`` come with ``complete``."""
        super().__init__(margin, parent)
        self._style = style
        self._cards: list[CardList] = []
        self.sides = (
            self._side("For", supporting, room),
            self._side("Against", disputing, room),
        )

    @property
    def owes(self) -> bool:
        """Whether some of the first cards found no room."""
        return any(cards.owes for cards in self._cards)

    def complete(self) -> None:
        """Add the first cards that found no room."""
        for cards in self._cards:
            cards.complete()

    def _side(self, title: str, excerpts: tuple[Excerpt, ...], room: Room | None) -> Column:
        side = Column(CARD_OUT, self)
        side.add(_SideTitle(title, len(excerpts), self._style, side))
        wide = None if room is None else room.beside(self._side_wide(room.width + 2 * (self.margin - CARD_OUT)))
        cards = CardList(excerpts, self._style, CARD_OUT, titled=True, room=wide, parent=side)
        self._cards.append(cards)
        cards.open_requested.connect(self.open_requested)
        cards.copy_requested.connect(self.copy_requested)
        cards.verdict_requested.connect(self.verdict_requested)
        cards.resized.connect(self.resized)
        side.add(cards, 0, CARD_OUT)
        return side

    def _side_wide(self, width: int) -> int:
        """Return how wide each side is in a panel of this width: a half of it, or all where that is too little."""
        if width < self._style.px(DISPUTED_WIDTH):
            return width - 2 * (self.margin - CARD_OUT)
        return (width - 2 * self.margin - _BETWEEN) // 2 + 2 * CARD_OUT

    # A column, but of two

    def arrange(self, width: int) -> int:
        """Place the two sides beside each other where they fit, else under each other."""
        first, second = self.sides
        left, top, wide = self.margin - CARD_OUT, self.top, self._side_wide(width)
        if width < self._style.px(DISPUTED_WIDTH):
            above = first.arrange(wide)
            below = second.arrange(wide)
            first.setGeometry(left, top, wide, above)
            second.setGeometry(left, top + above + _BETWEEN, wide, below)
            return top + above + _BETWEEN + below
        tall = max(first.arrange(wide), second.arrange(wide))
        first.setGeometry(left, top, wide, tall)
        second.setGeometry(left + wide + _BETWEEN - 2 * CARD_OUT, top, wide, tall)
        return top + tall


class _SideTitle(TextBlock):
    """A rule, the side's name, and how many passages are on it."""

    def __init__(self, title: str, count: int, style: Style, parent: QWidget) -> None:
        super().__init__(title, style, style.strong, parent=parent)
        self.setAccessibleName(f"{title}: {count}")
        self._number = Prose((Run(str(count), style.colour("second")),), style.small)
        self._number.height(1000)
        self._style = style

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + 14

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self._style
        painter.fillRect(0, 0, self.width(), _RULE, style.colour("second"))
        self.prose.height(self.width())
        self.prose.paint(painter, 0, 12)
        top = 12 + (style.strong.line - style.small.line) / 2
        self._number.paint(painter, self.width() - self._number.natural_width(), top)
        painter.end()
