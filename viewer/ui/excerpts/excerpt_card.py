"""One excerpt: the passage with its match marked, its neighbours in grey, and where it stands.

The card paints itself: a panel full of them must be there within a frame. Nothing moves when the pointer comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen

from viewer.model.evidence import Status
from viewer.ui.excerpts.card_words import LESS, MORE, OPEN, guess_of, line_of, place_line, spoken, verbs_of
from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.prose import Prose, Run
from viewer.ui.typeset.shown_text import MOST, NEIGHBOUR, first_words, last_words, one_line, shown
from viewer.ui.typeset.text_button import TextButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt
    from viewer.ui.excerpts.card_details import CardDetails
    from viewer.ui.typeset.style import Style

CARD_OUT = 12
"""How far a card reaches beyond its text on both sides."""

_PAD, _TO_META, _TO_DETAILS, _RADIUS, _TARGET = 8, 3, 6, 8, 24
_BETWEEN_VERBS = 16
_READABLE = 20_000  # characters that a card shows whole; for more, the document itself is the place


class _Tops(NamedTuple):
    """Where the parts of a card begin, in pixels from its upper edge."""

    body: int
    guess: int
    meta: int
    note: int
    details: int


class ExcerptCard(PanelButton):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``resized()``.

    Enter, Space or a double click opens, Ctrl+C copies, a click only takes the keyboard. Right or "More" shows the
    passage and its neighbours whole, and why it is shown; Left or "Less" takes that away again.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    resized = Signal()

    def __init__(self, excerpt: Excerpt, style: Style, heading: str = "", parent: QWidget | None = None) -> None:
        """Take the excerpt; ``heading`` names its document where no group does."""
        super().__init__(style, parent)
        self.excerpt = excerpt
        self._named = heading
        self._heading = line_of(heading, style, strong=True) if heading else None
        self._guess = guess_of(excerpt, style)
        place = place_line(excerpt, said_above=bool(heading))
        self._meta = line_of(place.replace(" · ", "\u00a0· "), style)  # no line begins with a dot
        self._note = line_of(one_line(excerpt.note), style) if excerpt.note else None
        self._verbs = verbs_of(style)
        self._verbs_wide = sum(prose.natural_width() for _, prose in self._verbs) + _BETWEEN_VERBS
        self._pressed = ""
        self._more: TextButton | None = None
        self._details: CardDetails | None = None
        self._body = self._set_body(MOST)
        self.setAccessibleName(spoken(excerpt, heading))
        self.setAccessibleDescription(
            "Enter opens the document here. Ctrl+C copies the passage with its source. Right shows more, and why."
        )
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    @property
    def words(self) -> str:
        """All that the card shows of the document, neighbours included."""
        return self._body.text

    def word_box(self, word: str) -> QRectF:
        """Return where one of the card's own words stands: "More", "Open" or "Copy"."""
        return next(box for name, _, box in self._verb_boxes() if name == word)

    @property
    def expanded(self) -> bool:
        """Whether the passage and its neighbours are shown whole, with the reason."""
        return self._details is not None

    def expand(self, wanted: bool) -> None:
        """Show the passage and its neighbours whole, and why it is shown; or take that away again."""
        if wanted is self.expanded or self.excerpt.status is Status.MISSING:
            return
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None
        else:
            from viewer.ui.excerpts.card_details import CardDetails  # most cards are never asked

            self._details = CardDetails(self.excerpt, self.look, CARD_OUT, self)
            self._details.open_requested.connect(self.open_requested)
            self._details.show()
        self._verbs = verbs_of(self.look, less=wanted)
        self._drop_more()
        self._body = self._set_body(_READABLE if wanted else MOST)
        said = self._details.words if self._details is not None else ""
        self.setAccessibleName(spoken(self.excerpt, self._named, said))
        self.resized.emit()
        self.update()

    def _set_body(self, most: int | None) -> Prose:
        excerpt, style = self.excerpt, self.look
        piece = shown(excerpt.text, excerpt.marks, most)
        if excerpt.status is Status.MISSING:
            runs = [Run(f"“{piece.text}”", style.colour("second"))]
        else:
            runs = [Run(piece.text, style.colour("text"), piece.marks)]
            beside = NEIGHBOUR if most == MOST else _READABLE
            if before := last_words(excerpt.before, beside):
                runs.insert(0, Run(before + " ", style.colour("neighbour")))
            if after := first_words(excerpt.after, beside):
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
        self._drop_more()
        self._body = self._set_body(None)
        self.setFocus()
        self.resized.emit()

    def _drop_more(self) -> None:
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None

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

    def _lay_out(self, width: int) -> _Tops:
        """Return where the parts begin, all heights being known after this."""
        inner = self._inner(width)
        body = _PAD
        if self._heading is not None:
            body += self._heading.height(inner) + 2
        guess = body + self._body.height(inner) + _TO_META
        if self._more is not None:
            guess += self._more.heightForWidth(inner)
        meta = guess
        if self._guess is not None:
            meta += self._guess.height(inner)
        beside = self._beside(width)
        note = meta + self._meta.height(beside or inner)
        if not beside:
            note += self.look.small_strong.line  # the verbs' own line is kept free: nothing moves when they come
        details = note
        if self._note is not None:
            details += self._note.height(inner)
        return _Tops(body, guess, meta, note, details)

    def _verb_boxes(self) -> list[tuple[str, Prose, QRectF]]:
        tops = self._lay_out(self.width())
        line = self.look.small_strong.line
        top = tops.meta if self._beside(self.width()) else tops.note - line
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
        tall = self._lay_out(width).details
        if self._details is not None:
            tall += _TO_DETAILS + self._details.arrange(width)
        return tall + _PAD

    def resizeEvent(self, _event: QEvent) -> None:
        tops, width = self._lay_out(self.width()), self.width()
        if self._more is not None:
            inner = self._inner(width)
            out = CARD_OUT - 8
            top = tops.body + self._body.height(inner)
            self._more.setGeometry(out, top, inner + 16, self._more.heightForWidth(inner))
        if self._details is not None:
            top = tops.details + _TO_DETAILS
            self._details.setGeometry(0, top, width, self._details.arrange(width))

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
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.expand(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._verb_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self._verb_at(event.position()):
            if pressed in (MORE, LESS):
                self.expand(pressed == MORE)
            else:
                (self.open_requested if pressed == OPEN else self.copy_requested).emit(self.excerpt)

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
        tops = self._lay_out(self.width())
        if self._heading is not None:
            self._heading.paint(painter, CARD_OUT, _PAD)
        self._body.paint(painter, CARD_OUT, tops.body)
        if self._guess is not None:
            self._guess.paint(painter, CARD_OUT, tops.guess)
        self._meta.paint(painter, CARD_OUT, tops.meta)
        if self._note is not None:
            self._note.height(self._inner(self.width()))
            self._note.paint(painter, CARD_OUT, tops.note)
        if raised:
            for _, prose, box in self._verb_boxes():
                prose.paint(painter, box.x(), box.y())
        self.paint_focus(painter, None, _RADIUS)
        painter.end()
