"""One excerpt: the passage with its match marked, its neighbours in grey, and where it stands.

The card paints itself: a panel full of them must be there within a frame. Nothing moves when the pointer comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen

from viewer.model.evidence import Origin, Status
from viewer.ui.excerpts.citation import place_of
from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.shown_text import MOST, first_words, last_words, one_line, shown
from viewer.ui.typeset.text_button import TextButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt
    from viewer.ui.typeset.style import Style

CARD_OUT = 12
"""How far a card reaches beyond its text on both sides."""

_PAD, _TO_META, _RADIUS, _TARGET = 8, 3, 8, 24
_BETWEEN_VERBS = 16
_READABLE = 20_000  # characters that a card shows whole; for more, the document itself is the place
_OPEN, _COPY = "Open", "Copy"
_HOLD = "\u00a0"  # no line ends between "line" and its number


class ExcerptCard(PanelButton):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``resized()``.

    Enter, Space or a double click opens, Ctrl+C copies, a click only takes the keyboard.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    resized = Signal()

    def __init__(self, excerpt: Excerpt, style: Style, heading: str = "", parent: QWidget | None = None) -> None:
        """Take the excerpt; ``heading`` names its document where no group does."""
        super().__init__(style, parent)
        self.excerpt = excerpt
        self._heading = _line(heading, style, strong=True) if heading else None
        self._meta = _line(_meta(excerpt, said_above=bool(heading)), style)
        self._note = _line(one_line(excerpt.note), style) if excerpt.note else None
        self._verbs = _verbs(style)
        self._verbs_wide = sum(prose.natural_width() for _, prose in self._verbs) + _BETWEEN_VERBS
        self._pressed = ""
        self._more: TextButton | None = None
        self._body = self._set_body(MOST)
        self.setAccessibleName(_spoken(excerpt, heading))
        self.setAccessibleDescription("Enter opens the document here. Ctrl+C copies the passage with its source.")
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    @property
    def words(self) -> str:
        """All that the card shows of the document, neighbours included."""
        return self._body.text

    def word_box(self, word: str) -> QRectF:
        """Return where one of the card's own words, "Open" or "Copy", stands."""
        return next(box for name, _, box in self._verb_boxes() if name == word)

    def _set_body(self, most: int | None) -> Prose:
        excerpt, style = self.excerpt, self.look
        piece = shown(excerpt.text, excerpt.marks, most)
        if excerpt.status is Status.MISSING:
            runs = [Run(f"“{piece.text}”", style.colour("second"))]
        else:
            runs = [Run(piece.text, style.colour("text"), piece.marks)]
            if before := last_words(excerpt.before):
                runs.insert(0, Run(before + " ", style.colour("neighbour")))
            if after := first_words(excerpt.after):
                runs.append(Run(" " + after, style.colour("neighbour")))
        if not piece.whole and self._more is None:
            self._more = self._offer_all(len(excerpt.text))
        return Prose(tuple(runs), style.text, style.colour("mark"))

    def _offer_all(self, characters: int) -> TextButton:
        words = f"Show all {characters:,} characters"
        if characters > _READABLE:
            words = f"Open the document to read all {characters:,} characters"
        button = TextButton(words, self.look, self.look.small_strong, parent=self)
        button.clicked.connect(self._on_more_clicked)
        return button

    def _on_more_clicked(self) -> None:
        if len(self.excerpt.text) > _READABLE:
            self.open_requested.emit(self.excerpt)
            return
        self._body = self._set_body(None)
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        self.setFocus()
        self.resized.emit()

    def _on_clicked(self) -> None:
        self.open_requested.emit(self.excerpt)

    # Where things stand

    def _inner(self, width: int) -> int:
        return max(1, width - 2 * CARD_OUT)

    def _beside(self, width: int) -> float:
        """Return the room for the place line beside the verbs; 0 where that is too narrow to read, as in a column."""
        inner = self._inner(width)
        room = inner - self._verbs_wide - _BETWEEN_VERBS
        return room if room >= inner / 2 else 0

    def _lay_out(self, width: int) -> tuple[int, int, int]:
        """Return the tops of the body, the place line and the note, all heights being known after this."""
        inner = self._inner(width)
        top = _PAD
        if self._heading is not None:
            top += self._heading.height(inner) + 2
        meta = top + self._body.height(inner) + _TO_META
        if self._more is not None:
            meta += self._more.heightForWidth(inner)
        beside = self._beside(width)
        note = meta + self._meta.height(beside or inner)
        if not beside:
            note += self.look.small_strong.line  # the verbs' own line is kept free: nothing moves when they come
        return top, meta, note

    def _verb_boxes(self) -> list[tuple[str, Prose, QRectF]]:
        _, meta, note = self._lay_out(self.width())
        line = self.look.small_strong.line
        top = meta if self._beside(self.width()) else note - line
        right = float(self.width() - CARD_OUT)
        boxes: list[tuple[str, Prose, QRectF]] = []
        for word, prose in reversed(self._verbs):
            left = right - prose.natural_width()
            boxes.append((word, prose, QRectF(left, top, prose.natural_width(), line)))
            right = left - _BETWEEN_VERBS
        return boxes

    def _verb_at(self, position: QPointF) -> str:
        for word, _, box in self._verb_boxes():
            spare = max(0.0, (_TARGET - box.height()) / 2)
            if box.adjusted(-_BETWEEN_VERBS / 2, -spare, _BETWEEN_VERBS / 2, spare).contains(position):
                return word
        return ""

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        _, _, note = self._lay_out(width)
        if self._note is not None:
            note += self._note.height(self._inner(width))
        return note + _PAD

    def resizeEvent(self, _event: QEvent) -> None:
        if self._more is not None:
            body, _, _ = self._lay_out(self.width())
            inner = self._inner(self.width())
            out = CARD_OUT - 8
            top = body + self._body.height(inner)
            self._more.setGeometry(out, top, inner + 16, self._more.heightForWidth(inner))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()  # the passage, not the picture
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self.excerpt)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._verb_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self._verb_at(event.position()):
            (self.open_requested if pressed == _OPEN else self.copy_requested).emit(self.excerpt)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._verb_at(event.position()):
            self.open_requested.emit(self.excerpt)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._verb_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self.look
        raised = self.underMouse() or self.hasFocus()
        if raised:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.colour("hairline"), 1))
            painter.setBrush(style.colour("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        body, meta, note = self._lay_out(self.width())
        if self._heading is not None:
            self._heading.paint(painter, CARD_OUT, _PAD)
        self._body.paint(painter, CARD_OUT, body)
        self._meta.paint(painter, CARD_OUT, meta)
        if self._note is not None:
            self._note.height(self._inner(self.width()))
            self._note.paint(painter, CARD_OUT, note)
        if raised:
            for _, prose, box in self._verb_boxes():
                prose.paint(painter, box.x(), box.y())
        self.paint_focus(painter, None, _RADIUS)
        painter.end()


def _line(text: str, style: Style, *, strong: bool = False) -> Prose:
    return Prose((Run(text, style.colour("second")),), style.small_strong if strong else style.small)


def _verbs(style: Style) -> tuple[tuple[str, Prose], ...]:
    """Return the words that come with the pointer; every card of a style shares them."""
    verbs = []
    for word in (_OPEN, _COPY):
        if word not in style.words:
            prose = Prose((Run(word, style.colour("accent")),), style.small_strong)
            prose.height(1000)
            style.words[word] = prose
        verbs.append((word, style.words[word]))
    return tuple(verbs)


def _meta(excerpt: Excerpt, *, said_above: bool = False) -> str:
    """Return the place line; a column of quotes says "quoted" by being there."""
    parts = []
    if excerpt.status is Status.MISSING:
        return "Not found in the document"
    if excerpt.origin is Origin.QUOTED and not said_above:
        parts.append("Quoted")
    if excerpt.section:
        parts.append(one_line(excerpt.section))
    if place := place_of(excerpt):
        parts.append(place.replace(" ", _HOLD))
    if excerpt.status is Status.MOVED:
        parts.append("wording differs slightly")
    return " · ".join(parts)


def _spoken(excerpt: Excerpt, heading: str) -> str:
    piece = shown(excerpt.text, (), MOST)
    parts = (piece.text, heading or one_line(excerpt.title), _meta(excerpt), one_line(excerpt.note))
    return ". ".join(part.rstrip(".") for part in parts if part)
