"""The search field: asks while one types, walks what was found, and gives the keyboard back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from viewer.ui.library.filter_field import field_sheet
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from viewer.model.diagram import Diagram, DiagramId
    from viewer.scene.theme import Theme
    from viewer.session.finding import Found, Hit
    from viewer.ui.bar.search_popup import SearchPopup
    from viewer.ui.icons import Icons

_ICON, _PAD = 16, 8
_WIDTH, _HEIGHT = 232, 28
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class SearchField(QLineEdit):
    """Signals: ``search_requested(str, DiagramId | None)`` with the words and the open diagram, empty words to stop;
    ``chosen(Hit)`` for what is to be shown, once for every step of the walk.
    """  # noqa: D205 - a list of signals is no paragraph

    search_requested = Signal(str, object)
    chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Show an empty field."""
        super().__init__(parent)
        self._icons = icons
        self._style: Style | None = None
        self._popup: SearchPopup | None = None
        self._here: DiagramId | None = None
        self._before: QWidget | None = None
        self._found: Found | None = None
        self._at = -1  # the hit that was gone to
        self._hasty = False  # Enter came before the answer
        self.setPlaceholderText("Find")
        self.setAccessibleName("Find diagrams, elements, arrows, documents, headings and passages")
        self.setToolTip("Find (Ctrl+F)")
        self.setMaxLength(200)
        self.textEdited.connect(self._on_self_text_edited)
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        style = Style(theme, self.font())
        self._style = style
        self.setFixedHeight(max(_HEIGHT, style.px(_HEIGHT)))
        self.setFixedWidth(style.px(_WIDTH))
        right = QFontMetrics(style.small.font).horizontalAdvance("000 of 000+") + _PAD
        self.setStyleSheet(field_sheet(style, left=style.px(_ICON) + 2 * _PAD, right=right))
        if self._popup is not None:
            self._popup.set_style(style)
        self.update()

    def show_diagram(self, diagram: Diagram) -> None:
        """Say which diagram is open: its hits come first."""
        self._here = diagram.id

    def show_found(self, found: Found) -> None:
        """Show an answer; one to other words than those in the field is dropped."""
        if found.words != self.text() or not found.words.strip():
            return
        fresh = self._found is None or found.words != self._found.words
        self._found = found
        if fresh:
            self._at = -1
        self.update()
        if self._hasty and found.hits:
            self._hasty = False
            self._on_popup_chosen(found.hits[found.best])
        elif self.hasFocus() and (self._at < 0 or self._open):
            self._show_popup()
            if fresh:
                _announce(self, _tally(found))

    def go_next(self) -> None:
        """Go to the next hit, from the last to the first; without any, come to the field."""
        self._go(1)

    def go_previous(self) -> None:
        """Go to the hit before, from the first to the last; without any, come to the field."""
        self._go(-1)

    @property
    def popup(self) -> SearchPopup:
        """The list below the field; made when it is first wanted, for it lies in the field's window."""
        if self._popup is None:
            from viewer.ui.bar.search_popup import SearchPopup

            self._popup = SearchPopup(self.window())
            self._popup.chosen.connect(self._on_popup_chosen)
            self._popup.suggestion_chosen.connect(self._on_popup_suggestion_chosen)
            self.window().installEventFilter(self)
            if self._style is not None:
                self._popup.set_style(self._style)
        return self._popup

    @property
    def _open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    @property
    def _hits(self) -> tuple[Hit, ...]:
        return self._found.hits if self._found is not None else ()

    @property
    def _answered(self) -> bool:
        """Whether what was found answers the words in the field."""
        return (self._found.words if self._found is not None else "") == self.text()

    def _show_popup(self) -> None:
        popup = self.popup
        if self._found is not None:
            popup.show_found(self._found)
        popup.place_below(self)
        popup.raise_()
        popup.show()

    def _hide_popup(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _go(self, step: int) -> None:
        hits = self._hits
        if self._found is None or not hits:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.selectAll()
            return
        self._at = (self._at + step) % len(hits) if self._at >= 0 else self._found.best
        if self._open:
            self.popup.mark(hits[self._at])
        self.update()
        self.chosen.emit(hits[self._at])

    def _give_back(self) -> None:
        """Return the keyboard to where it was before the field had it."""
        self._hide_popup()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def _note(self) -> str:
        """Return what stands at the right: the key, or which of the hits this is."""
        hits = self._hits
        if not self.text():
            return "" if self.hasFocus() else "Ctrl F"
        if self._found is None or self._found.words != self.text():
            return ""
        more = "+" if any(group.total > len(group.hits) for group in self._found.groups) else ""
        return f"{self._at + 1} of {len(hits)}{more}" if self._at >= 0 else f"{len(hits)}{more}"

    def _on_self_text_edited(self, words: str) -> None:
        self._at = -1
        self._hasty = False
        if not words.strip():
            self._found = None
            self._hide_popup()
        self.search_requested.emit(words, self._here)

    def _on_popup_chosen(self, hit: Hit) -> None:
        hits = self._hits
        self._at = hits.index(hit) if hit in hits else -1
        self._give_back()
        self.update()
        self.chosen.emit(hit)

    def _on_popup_suggestion_chosen(self, name: str) -> None:
        self.setText(name)
        self._on_self_text_edited(name)

    def _on_application_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self and old is not None and old is not self:
            self._before = old

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._hasty = False
            self._give_back()
        elif key in _STEPS and self._answered and self.text():
            if self._open:
                _announce(self, self.popup.move_by(_STEPS[Qt.Key(key)]), now=True)
            else:
                self._show_popup()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._answered:
                self._hasty = bool(self.text().strip())
            elif self._open:
                self.popup.choose()
            elif self._hits:
                self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._open:
            self.popup.place_below(self)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        icon = self._icons.icon("search", style.theme.second)
        side = style.px(_ICON)
        icon.paint(painter, QRect(_PAD + 2, (self.height() - side) // 2, side, side))
        painter.setFont(style.small.font)
        painter.setPen(style.colour("second"))
        room = self.rect().adjusted(0, 0, -_PAD - 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._note())


def _announce(widget: QWidget, words: str, *, now: bool = False) -> None:
    from viewer.ui.parts.announcing import announce

    announce(widget, words, now=now)


def _tally(found: Found) -> str:
    total = sum(group.total for group in found.groups)
    return f"{total:,} found" if total else "Nothing found"
