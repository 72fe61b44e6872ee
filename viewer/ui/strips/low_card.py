"""The card at the foot of the middle: it lies over the picture, so that what comes and goes there moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from viewer.ui.parts.floating_card import SHADOW, paint_floating_card
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.scene.theme import Theme

_WIDEST, _NARROWEST = 440, 260
_BESIDE = 192  # room for the map of the diagram and a gap
_OFF = 12
"""How far the card stands from the edges, as the map of the diagram does."""

_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show})


class LowCard(QWidget):
    """Holds strips, one under the other, and is there while one of them is. It lies lower left, beside the map."""

    def __init__(self, parent: QWidget) -> None:
        """Hold nothing yet; ``parent`` is what all that it may lie over stands in."""
        super().__init__(parent)
        self._style: Style | None = None
        self._over = parent
        self._under: QWidget | None = None
        self._strips: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW + 1, SHADOW + 4, SHADOW + 1, SHADOW + 4)
        self._column.setSpacing(0)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._style = Style(theme, self.font())
        self.update()

    def put(self, strip: QWidget, *, lowest: bool) -> None:
        """Take a strip in, below the others or above them."""
        strip.setParent(self)
        strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        strip.hide()
        self._column.insertWidget(self._column.count() if lowest else 0, strip)
        self._strips.append(strip)
        strip.installEventFilter(self)

    def lie_over(self, widget: QWidget) -> None:
        """Lie over this widget from now on."""
        if self._under is not None:
            self._under.removeEventFilter(self)
        self._under = widget
        widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        under = self._under
        if under is None or all(strip.isHidden() for strip in self._strips):
            self.hide()
            return
        room = under.width() - 2 * _OFF
        width = min(_WIDEST, max(room - _BESIDE, min(room, _NARROWEST))) + 2 * SHADOW
        needs = self._column.hasHeightForWidth()  # words that wrap
        height = self._column.totalHeightForWidth(width) if needs else self._column.totalSizeHint().height()
        foot = under.mapTo(self._over, QPoint(_OFF, under.height() - _OFF))
        self.setGeometry(foot.x() - SHADOW, foot.y() - height + SHADOW, width, height)
        self.show()
        self.raise_()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._under:
            if event.type() in _MOVES:
                self._place()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None:
            paint_floating_card(self, self._style)
