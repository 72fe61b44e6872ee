"""One excerpt: the passage with its match marked, its neighbours in grey, and where it stands.

The card paints itself: a panel full of them must be there within a frame. Nothing moves when the pointer comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen

from viewer.model.evidence import Status
from viewer.ui.excerpts.card_body import READABLE, Tops, body_of
from viewer.ui.excerpts.card_words import COPY, LESS, MENU, MORE, OPEN, guess_of, line_of, place_line, spoken
from viewer.ui.excerpts.verb_row import BETWEEN, Place, VerbRow
from viewer.ui.excerpts.verdict import by_key, described, verdicts_on
from viewer.ui.typeset.panel_button import PanelButton
from viewer.ui.typeset.shown_text import MOST, one_line
from viewer.ui.typeset.text_button import TextButton

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt
    from viewer.ui.excerpts.card_details import CardDetails
    from viewer.ui.typeset.prose import Prose
    from viewer.ui.typeset.style import Style

CARD_OUT = 12
"""How far a card reaches beyond its text on both sides."""

_PAD, _TO_META, _TO_DETAILS, _RADIUS = 8, 3, 6, 8
_LEAST_PLACE = 0.34  # of the card's width, for the place line beside the verbs


class ExcerptCard(PanelButton):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``,
    ``resized()``.

    Enter, Space or a double click opens, Ctrl+C copies, P pins, H hides, a click only takes the keyboard. Right or
    "More" shows the passage and its neighbours whole, and why it is shown; Left or "Less" takes that away again.
    """  # noqa: D205 - a list of signals is no paragraph

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)
    resized = Signal()

    def __init__(
        self,
        excerpt: Excerpt,
        style: Style,
        heading: str = "",
        parent: QWidget | None = None,
        *,
        hidden: bool = False,
    ) -> None:
        """Take the excerpt; ``heading`` names its document where no group does, ``hidden`` is one that was hidden."""
        super().__init__(style, parent)
        self.excerpt = excerpt
        self._verdicts = verdicts_on(excerpt, hidden=hidden)
        self._named = heading
        self._heading = line_of(heading, style, strong=True) if heading else None
        self._guess = guess_of(excerpt, style)
        self._meta = place_line(excerpt, style, said_above=bool(heading))
        self._note = line_of(one_line(excerpt.note), style) if excerpt.note else None
        self._details: CardDetails | None = None
        self._verbs = self._verb_row()
        self._rooms: dict[int, float] = {}
        self._pressed = ""
        self._more: TextButton | None = None
        self._body = self._set_body(MOST)
        self.setAccessibleName(spoken(excerpt, heading))
        self.setAccessibleDescription(described(self._verdicts))
        self.setMouseTracking(True)

    @property
    def words(self) -> str:
        """All that the card shows of the document, neighbours included."""
        return self._body.text

    def word_box(self, word: str) -> QRectF:
        """Return where one of the card's own words stands, such as "More" or "Open"."""
        return dict(self._verbs.boxes(self._verbs_place()))[word]

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
        self._verbs, self._rooms = self._verb_row(), {}
        self._drop_more()
        self._body = self._set_body(READABLE if wanted else MOST)
        said = self._details.words if self._details is not None else ""
        self.setAccessibleName(spoken(self.excerpt, self._named, said))
        self.resized.emit()
        self.update()

    def _set_body(self, most: int | None) -> Prose:
        body, whole = body_of(self.excerpt, self.look, most)
        if not whole and self._more is None:
            self._more = self._offer_all(len(self.excerpt.text))
        return body

    def _offer_all(self, characters: int) -> TextButton:
        words = f"Show all {characters:,} characters"
        if characters > READABLE:
            words = f"Open the document to read all {characters:,} characters"
        button = TextButton(words, self.look, self.look.small_strong, parent=self)
        button.clicked.connect(self._on_more_clicked)
        return button

    def _on_more_clicked(self) -> None:
        if len(self.excerpt.text) > READABLE:
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

    def act(self) -> None:
        """Open the document at the passage."""
        self.open_requested.emit(self.excerpt)

    def _verb_row(self) -> VerbRow:
        own = (self._verdicts[0].word, MENU) if self._verdicts else ()
        return VerbRow((LESS if self.expanded else MORE, OPEN, COPY, *own), self.look, (COPY, OPEN))

    def _open_menu(self, at: QPoint) -> None:
        from viewer.ui.excerpts.excerpt_menu import ExcerptMenu  # few cards are asked for theirs

        menu = ExcerptMenu(self.excerpt, self._verdicts, self)
        menu.open_requested.connect(self.open_requested)
        menu.copy_requested.connect(self.copy_requested)
        menu.verdict_requested.connect(self.verdict_requested)
        menu.popup(at)

    # Where things stand

    def _inner(self, width: int) -> int:
        return max(1, width - 2 * CARD_OUT)

    def _beside(self, width: int) -> float:
        """Return the room for the place line beside the verbs; 0 where they come under it and take no more height."""
        if width not in self._rooms:
            inner = self._inner(width)
            room = inner - self._verbs.width - BETWEEN
            spare = self.look.small.line if room >= inner / 2 else 0
            fits = room >= inner * _LEAST_PLACE
            if fits:
                whole = self._meta.height(inner)  # first, so that it is left laid out as it is most often painted
                fits = self._meta.height(room) <= whole + spare
            self._rooms = {width: room if fits else 0}
        return self._rooms[width]

    def _lay_out(self, width: int) -> Tops:
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
        details = note
        if self._note is not None:
            details += self._note.height(inner)
        if not beside:
            details += self._verbs.line  # the verbs' own line is kept free: nothing moves when they come
        return Tops(body, guess, meta, note, details)

    def _verbs_place(self) -> Place:
        width = self.width()
        tops = self._lay_out(width)
        top = tops.meta if self._beside(width) else tops.details - self._verbs.line
        return Place(width - CARD_OUT, top, self._inner(width))

    def _verb_at(self, position: QPointF) -> str:
        return self._verbs.at(position, self._verbs_place())

    # Qt's own names

    def heightForWidth(self, width: int) -> int:
        tall = self._lay_out(width).details
        if self._details is not None:
            tall += _TO_DETAILS + self._details.arrange(width)
        return tall + (_PAD if self._beside(width) else _PAD // 2)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit(self.excerpt)
        elif plain and event.key() in (Qt.Key.Key_P, Qt.Key.Key_H):
            self.verdict_requested.emit(self.excerpt, by_key(chr(event.key()), self._verdicts))
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.expand(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._open_menu(self.mapToGlobal(self.rect().center()) if by_keys else event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._verb_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if not pressed or pressed != self._verb_at(event.position()):
            return
        if pressed in (MORE, LESS):
            self.expand(pressed == MORE)
        elif pressed in (OPEN, COPY):
            (self.open_requested if pressed == OPEN else self.copy_requested).emit(self.excerpt)
        elif pressed == MENU:
            self._open_menu(self.mapToGlobal(self.word_box(MENU).bottomLeft().toPoint()))
        else:
            self.verdict_requested.emit(self.excerpt, self._verdicts[0])

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
            self._verbs.paint(painter, self._verbs_place())
        self.paint_focus(painter, None, _RADIUS)
        painter.end()
