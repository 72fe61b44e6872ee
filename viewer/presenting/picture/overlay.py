"""What is painted with the picture: the words beside it, the dots of the steps, fades, and signs that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPen

from viewer.presenting.picture.framing import DOTS, EDGE, FADE, FADED
from viewer.presenting.picture.words import Paragraph, Words, face

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from viewer.layout.geometry import Box
    from viewer.model.diagram import ElementId
    from viewer.presenting.state.speech import Line
    from viewer.scene.theme import Theme
    from viewer.scene.view.picture import Picture

ROLES = {
    "caption": Paragraph("", 46, 56, 600, above=16),
    "asked": Paragraph("", 30, 38, 500, "second"),
    "quote": Paragraph("", 34, 48, 400, above=22),
    "source": Paragraph("", 26, 34, 400, "second", above=12),
    "choice": Paragraph("", 38, 60, 400, above=10),
    "way": Paragraph("", 28, 38, 400, above=8),
    "way-followed": Paragraph("", 28, 38, 600, above=8, ground="accent_tint"),
    "wrong": Paragraph("", 38, 60, 400, "second", above=10),
    "clock": Paragraph("", 46, 56, 600, "accent", above=16),
    "late": Paragraph("", 46, 56, 600, "danger", above=16),
    "right-choice": Paragraph("", 38, 60, 600, above=10, ground="accent_tint"),
    "right": Paragraph("", 38, 60, 600, above=10, ground="accent_tint"),
}
_DOWN = QPointF(0, 1)
MOST_WORDS = 0.62
"""The share of the screen's height that words may take before they are set smaller."""

_MOST_DOTS = 40


def words_of(lines: tuple[Line, ...], unit: float, most: float, share: float = 1.0) -> Words | None:
    """Return what is said as type, None for silence: at ``share`` of its size, and at most ``most`` pixels high."""
    if not lines:
        return None
    paragraphs = tuple(ROLES[line.role]._replace(text=line.text, marks=line.marks) for line in lines)
    return Words(paragraphs, unit, most, share)


def paint_foot(painter: QPainter, screen: QRect, theme: Theme, unit: float) -> None:
    """Let the picture fade out above the dots."""
    foot, high = DOTS * unit, FADE * unit
    top = screen.bottom() + 1 - foot
    fade(painter, QRectF(screen.x(), top - high, screen.width(), high), theme.canvas)
    painter.fillRect(QRectF(screen.x(), top, screen.width(), foot), QColor(theme.canvas))


def paint_ground(painter: QPainter, words: QRectF, high: float, theme: Theme, unit: float) -> None:
    """Put a card under words that stand over a picture, as ``high`` as what is said just now."""
    air = 24 * unit
    painter.setPen(QPen(QColor(theme.second), 1.5 * unit))
    painter.setBrush(QColor(theme.canvas))
    painter.drawRoundedRect(
        QRectF(words.x(), words.y(), words.width(), high).adjusted(-air, -air, air, air), 12 * unit, 12 * unit
    )


def paint_ends(painter: QPainter, screen: QRect, part: Box, theme: Theme, unit: float) -> None:
    """Let the picture fade out round the part of it that is shown, where that ends within the screen."""
    soft, whole = FADE * unit, QRectF(screen)
    near = EDGE * unit + 1
    if part.x > whole.x() + near:
        fade(painter, QRectF(part.x - soft, whole.y(), soft, whole.height()), theme.canvas, QPointF(-1, 0))
        _clear(painter, QRectF(whole.x(), whole.y(), part.x - soft - whole.x(), whole.height()), theme)
    if part.right < whole.right() - near:
        fade(painter, QRectF(part.right, whole.y(), soft, whole.height()), theme.canvas, QPointF(1, 0))
        _clear(
            painter, QRectF(part.right + soft, whole.y(), whole.right() - part.right - soft, whole.height()), theme
        )
    if part.y > whole.y() + near:
        fade(painter, QRectF(whole.x(), part.y - soft, whole.width(), soft), theme.canvas, QPointF(0, -1))
        _clear(painter, QRectF(whole.x(), whole.y(), whole.width(), part.y - soft - whole.y()), theme)
    if part.bottom < whole.bottom() - FADED * unit - 1:
        fade(painter, QRectF(whole.x(), part.bottom, whole.width(), soft), theme.canvas)
        top = part.bottom + soft
        _clear(painter, QRectF(whole.x(), top, whole.width(), whole.bottom() - top), theme)


def _clear(painter: QPainter, box: QRectF, theme: Theme) -> None:
    if box.width() > 0 and box.height() > 0:
        painter.fillRect(box, QColor(theme.canvas))


def fade(painter: QPainter, box: QRectF, colour: str, towards: QPointF = _DOWN) -> None:
    """Let what is in a box turn into a colour, towards one of its sides."""
    middle = box.center()
    reach = QPointF(towards.x() * box.width() / 2, towards.y() * box.height() / 2)
    gradient = QLinearGradient(middle - reach, middle + reach)
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(1, QColor(colour))
    painter.fillRect(box, gradient)


def paint_dots(painter: QPainter, screen: QRect, theme: Theme, unit: float, count: int, at: int, seen: int) -> None:
    """Draw a dot for every step: full for what was seen, a pill where the show stands, hollow for what comes.

    A story too long for dots is told in figures.
    """
    y = screen.bottom() + 1 - 36 * unit
    if count > _MOST_DOTS:
        painter.setPen(QColor(theme.second))
        painter.setFont(face(26 * unit, 500))
        painter.drawText(
            QRectF(screen.x(), y - 24 * unit, screen.width(), 48 * unit),
            Qt.AlignmentFlag.AlignCenter,
            f"{at + 1} / {count}",
        )
        return
    radius, step = 7 * unit, 36 * unit
    if count * step > screen.width() * 0.9:
        step = screen.width() * 0.9 / count
        radius = min(radius, step / 3)
    middle = QRectF(screen).center().x()
    for index in range(count):
        centre = QPointF(middle + (index - (count - 1) / 2) * step, y)
        if index == at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            pill = QRectF(centre.x() - 2.8 * radius, centre.y() - 1.15 * radius, 5.6 * radius, 2.3 * radius)
            painter.drawRoundedRect(pill, 1.15 * radius, 1.15 * radius)
            continue
        painter.setPen(QPen(QColor(theme.second), 2.2 * unit))
        painter.setBrush(QColor(theme.second) if index <= seen else QColor(theme.canvas))
        away = 0.9 * radius * (1 if index > at else -1)  # the pill is longer than a dot
        painter.drawEllipse(centre + QPointF(away, 0), radius, radius)


def paint_unknown(painter: QPainter, picture: Picture, element: ElementId, theme: Theme) -> None:
    """Put a full disc with a question mark where an arrow's sign waits; the painter is in page pixels."""
    place = picture.layout.edges.get(element)
    if place is None or place.badge is None or (picture.shown is not None and element not in picture.shown):
        return
    centre = QPointF(*place.badge)
    painter.setPen(QPen(QColor(theme.canvas), 2))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(centre, 11, 11)
    painter.setPen(QColor(theme.on_accent))
    painter.setFont(face(15, 600))
    painter.drawText(QRectF(centre.x() - 11, centre.y() - 11.5, 22, 22), Qt.AlignmentFlag.AlignCenter, "?")
