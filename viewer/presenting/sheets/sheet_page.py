"""The ground of every sheet: it covers its window, has a heading, and leaves all keys to the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTouchEvent
from PySide6.QtWidgets import QWidget

from viewer.presenting.picture.framing import HEIGHT
from viewer.presenting.picture.words import face

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from viewer.scene.theme import Theme

SIDE, TOP = 72.0, 64.0
_SMALLEST = 11.0
_HEADING, _HEADING_LEAST = 46.0, 32.0
_TAP = 24.0  # a finger that moved further meant something else


class SheetPage(QWidget):
    """Fills its parent as long as it lives. Subclasses paint below the heading in ``paint_body``.

    Signals: ``left()`` when it shall go away.
    """

    left = Signal()

    def __init__(self, heading: str, theme: Theme, parent: QWidget) -> None:
        """Lie over ``parent``; nothing is seen before ``cover``."""
        super().__init__(parent)
        self.window_under = parent
        self.theme = theme
        self._heading = heading
        self.setAccessibleName(heading)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._touched = QPointF()
        parent.installEventFilter(self)

    def cover(self) -> None:
        """Fill the window."""
        self.setGeometry(self.window_under.rect())
        self.show()
        self.raise_()

    @property
    def unit(self) -> float:
        """Screen pixels a pixel of the sizes that are given for a height of 1080."""
        return max(min(self.height() / HEIGHT, self.width() / 1280.0), 0.3)

    @property
    def body(self) -> QRectF:
        """The room below the heading."""
        unit = self.unit
        return QRectF(self.rect()).adjusted(SIDE * unit, (TOP + 96) * unit, -SIDE * unit, -TOP * 0.7 * unit)

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Paint what the sheet says."""

    def tap(self, at: QPointF) -> None:
        """Take a click or a tap; a sheet without anything to choose goes away."""
        del at
        self.left.emit()

    def fitting(self, texts: tuple[str, ...], pixels: float, width: float, weight: int = 400) -> float:
        """Return the size, at most ``pixels``, at which all texts fit into a width: all of a list has one size."""
        metrics = QFontMetricsF(face(pixels * self.unit, weight))
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return max(min(pixels, pixels * width / max(widest, 1.0) * 0.98), _SMALLEST / self.unit)

    def write(self, painter: QPainter, box: QRectF, text: str, pixels: float, token: str, weight: int = 400) -> None:
        """Write one line at the left of a box, shortened where it is too long."""
        font = face(pixels * self.unit, weight)
        painter.setFont(font)
        painter.setPen(QColor(getattr(self.theme, token)))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the heading and the body."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self.theme.canvas))
        self._paint_heading(painter)
        self.paint_body(painter, self.body)

    def _paint_heading(self, painter: QPainter) -> None:
        """Write the heading whole: smaller where it is long, then in two lines."""
        unit, width = self.unit, self.width() - 2 * SIDE * self.unit
        size = self.fitting((self._heading,), _HEADING, width, 600)
        if size >= _HEADING_LEAST:
            self.write(painter, QRectF(SIDE * unit, TOP * unit, width, 64 * unit), self._heading, size, "text", 600)
            return
        painter.setFont(face(_HEADING_LEAST * unit, 600))
        painter.setPen(QColor(self.theme.text))
        # A line ends between two words, so that two of them hold a little less than twice their width.
        shown = painter.fontMetrics().elidedText(self._heading, Qt.TextElideMode.ElideMiddle, int(1.8 * width))
        lines = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(SIDE * unit, (TOP - 20) * unit, width, 104 * unit), int(lines), shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tap(event.position())

    def event(self, event: QEvent) -> bool:
        """Take a tap, or the window below would take it for its own."""
        if isinstance(event, QTouchEvent):
            at = event.points()[0].position() if event.points() else self._touched
            if event.type() == QEvent.Type.TouchBegin:
                self._touched = at
            elif event.type() == QEvent.Type.TouchEnd and (at - self._touched).manhattanLength() < _TAP:
                self.tap(at)
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize and watched is self.window_under:
            self.setGeometry(self.window_under.rect())
        return False
