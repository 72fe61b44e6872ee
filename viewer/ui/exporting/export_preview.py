"""A small picture of what an export will be, made away from the GUI thread; the last one stays until the next is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.export.options import MM_PER_INCH, PIXELS_PER_INCH, Format
from viewer.session.jobs import Lane, Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from viewer.errors import ViewerError
    from viewer.export.options import Options
    from viewer.layout.geometry import Layout, TextMeasurer
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme
    from viewer.ui.typeset.style import Style

_PATIENCE = 60  # ms without a change
_SQUARE = 8
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Previewed:
    """A small picture, how large the file's will be in words, and the two colours that say: nothing is here."""

    image: QImage
    size: str
    squares: tuple[str, str]


class ExportPreview(QWidget):
    """Signals: ``sized(str)`` with the size of the picture in words, ``failed(str)`` with why there can be none."""

    sized = Signal(str)
    failed = Signal(str)

    def __init__(
        self, diagram: Diagram, layout: Layout, measurer: TextMeasurer, style: Style, parent: QWidget | None = None
    ) -> None:
        """Take what is to be exported; nothing is drawn before it is asked for."""
        super().__init__(parent)
        self._diagram, self._layout, self._measurer, self._style = diagram, layout, measurer, style
        self._asked: tuple[Options, Theme] | None = None
        self._previewed: Previewed | None = None
        self._lane = Lane(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PATIENCE)
        self._wait.timeout.connect(self._on_wait_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setAccessibleName("Preview")

    def ask(self, options: Options, theme: Theme) -> None:
        """Show what these options give, soon."""
        self._asked = (options, theme)
        self._wait.start()

    def set_style(self, style: Style) -> None:
        """Take another look; the picture keeps its own."""
        self._style = style
        self.update()

    def close_jobs(self) -> None:
        """Stop and wait."""
        self._wait.stop()
        self._lane.close()

    def _on_wait_timeout(self) -> None:
        if self._asked is None:
            return
        room = (self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)) * self.devicePixelRatioF()
        work = _work(self._diagram, self._layout, self._measurer, *self._asked, room)
        self._lane.submit(work, self._on_previewed, self._on_failed)

    def _on_previewed(self, previewed: Previewed) -> None:
        self._previewed = previewed
        self.update()
        self.sized.emit(previewed.size)

    def _on_failed(self, error: ViewerError) -> None:
        self._previewed = None
        self.update()
        self.failed.emit(str(error))

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked is not None:
            self._wait.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        style, previewed = self._style, self._previewed
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if previewed is None:
            return
        image = previewed.image
        size = image.size().scaled(self.size() - QSize(2 * _MARGIN, 2 * _MARGIN), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        if image.hasAlphaChannel():
            _paint_squares(painter, box, previewed.squares)
        painter.drawImage(box, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("hairline"), 1))
        painter.drawRect(box)


def _work(
    diagram: Diagram, layout: Layout, measurer: TextMeasurer, options: Options, theme: Theme, room: QSize
) -> Callable[[Token], Previewed]:
    def work(_token: Token) -> Previewed:
        from viewer.export.image import paint_sheet
        from viewer.export.sheet import compose

        sheet = compose(diagram, layout, theme, measurer, options)
        scale = min(room.width() / sheet.width, room.height() / sheet.height, 2.0)
        form = QImage.Format.Format_RGB32 if sheet.background else QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale)), form)
        image.fill(sheet.background if sheet.background else Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        paint_sheet(painter, sheet)
        painter.end()
        return Previewed(image, said_size(sheet.width, sheet.height, options), (theme.canvas, theme.hairline))

    return work


def said_size(width: float, height: float, options: Options) -> str:
    """Say how large a sheet of this size, in pixels at 100 %, becomes with these options."""
    factor = options.enlargement(width)
    on_paper = MM_PER_INCH / PIXELS_PER_INCH * factor
    millimetres = f"{width * on_paper:.0f} × {height * on_paper:.0f} mm"
    if options.format is Format.PDF:
        return millimetres
    density = factor if options.format is Format.SVG else factor * options.pixels_per_inch / PIXELS_PER_INCH
    return f"{round(width * density):,} × {round(height * density):,} px · {millimetres}"


def _paint_squares(painter: QPainter, box: QRectF, colours: tuple[str, str]) -> None:
    """Paint the chequered ground that says: nothing is here."""
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor(colours[0]))
    for row in range(int(box.height() / _SQUARE) + 1):
        for column in range(row % 2, int(box.width() / _SQUARE) + 1, 2):
            square = QRectF(box.left() + column * _SQUARE, box.top() + row * _SQUARE, _SQUARE, _SQUARE)
            painter.fillRect(square, QColor(colours[1]))
    painter.restore()
