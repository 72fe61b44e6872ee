"""A whole document beside the diagram: its head, its text with every passage of the selection marked, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from viewer.ui.reader.document_text import GUTTER, TextPage
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.rule import Rule
from viewer.ui.typeset.scroll_bar import WIDTH as BAR
from viewer.ui.typeset.shown_text import one_line
from viewer.ui.typeset.step_button import StepButton
from viewer.ui.typeset.style import GRID, Style
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import TextButton

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentEntry, DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.scene.theme import Theme

_QUIET_MS = 300
_BACK = "Back to the diagram"


class DocumentView(QWidget):
    """Signal: ``closed()``, when the reader goes back to the diagram: by the button or by Esc."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the view; it shows nothing until it has a theme and a document."""
        super().__init__(parent)
        self.setObjectName("document-view")
        self._style: Style | None = None
        self._text_size = 0
        self._title = ""
        self._document: DocumentText | None = None
        self._excerpts: tuple[Excerpt, ...] = ()
        self._places: tuple[tuple[int, int], ...] = ()
        self._index = -1
        self._bar = QWidget(self)
        self._bar_layout = QHBoxLayout(self._bar)
        self._bar_layout.setContentsMargins(GRID, 4, 2 * GRID, 4)
        self._bar_layout.setSpacing(4)
        self._head = Column(0, self, 3 * GRID)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("count")
        self.page = TextPage(self)
        self.setFocusProxy(self.page)
        self.page.next_requested.connect(self.next)
        self.page.previous_requested.connect(self.previous)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet_timeout)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.closed)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme's colours from now on."""
        self._style = Style(theme, self.font())
        self._build()
        self._set_page_style()

    def set_text_size(self, pixels: int) -> None:
        """Set the size of the document's text in pixels; 0 follows the system's font."""
        self._text_size = pixels
        self._set_page_style()

    def wait_for(self, title: str) -> None:
        """Show that a document is being read; after a moment it says so."""
        self._title, self._document, self._excerpts, self._places = title, None, (), ()
        self._index = -1
        self.page.clear_text()
        self._quiet.start()
        self._show_head("")
        self._show_count()

    def show_document(self, document: DocumentText, excerpts: tuple[Excerpt, ...], at: Excerpt | None) -> None:
        """Show a document whole, every excerpt of it marked, and go to ``at``, or to its beginning."""
        self._quiet.stop()
        self._document = document
        self._title = document.entry.title or document.entry.path
        self._excerpts = tuple(e for e in excerpts if e.document == document.entry.path)
        if at is not None and at not in self._excerpts and at.document == document.entry.path:
            self._excerpts = (*self._excerpts, at)
        self._places = tuple(
            sorted({(e.start, e.end) for e in self._excerpts if e.start is not None and e.end is not None})
        )
        self._show_head(_about(document.entry))
        self.page.show_text(document, self._excerpts)
        self._index = -1
        if at is not None and at.start is not None and at.end is not None:
            self._layout.activate()
            self._go(self._places.index((at.start, at.end)) if (at.start, at.end) in self._places else 0)
        self._show_count(missing=at is not None and at.start is None)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go to the next marked passage; behind the last comes the first."""
        if self._places:
            self._go((self._index + 1) % len(self._places))

    def previous(self) -> None:
        """Go to the marked passage before; before the first comes the last."""
        if self._places:
            self._go((self._index - 1) % len(self._places) if self._index >= 0 else len(self._places) - 1)

    @property
    def position(self) -> str:
        """The words that say which passage is shown: "2 of 5"."""
        return self._count.text()

    # Parts

    def _go(self, index: int) -> None:
        self._index = index
        self.page.show_passage(*self._places[index])
        self._show_count()

    def _build(self) -> None:
        style = self._style
        if style is None:
            return
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("canvas"))
        palette.setColor(QPalette.ColorRole.WindowText, style.colour("second"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        while (item := self._bar_layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._count:
                widget.hide()
                widget.deleteLater()
        while self._layout.takeAt(0) is not None:
            pass
        for rule in self.findChildren(Rule, options=Qt.FindChildOption.FindDirectChildrenOnly):
            rule.hide()
            rule.deleteLater()
        back = TextButton(_BACK, style, style.text, backward=True, parent=self._bar)
        back.clicked.connect(self.closed)
        before = StepButton("Previous passage (Shift+F3)", style, down=False, parent=self._bar)
        before.clicked.connect(self.previous)
        after = StepButton("Next passage (F3)", style, down=True, parent=self._bar)
        after.clicked.connect(self.next)
        self._steps = (before, after)
        self._count.setFont(style.small.font)
        self._bar_layout.addWidget(back)
        self._bar_layout.addStretch(1)
        self._bar_layout.addWidget(self._count)
        self._bar_layout.addWidget(before)
        self._bar_layout.addWidget(after)
        self._layout.addWidget(self._bar)
        rule = Rule(style, self)
        rule.setFixedHeight(1)
        self._layout.addWidget(rule)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self.page, 1)
        self._show_head(_about(self._document.entry) if self._document is not None else "")
        self._show_count()

    def _set_page_style(self) -> None:
        style = self._style
        if style is None:
            return
        font = QFont(style.text.font)
        font.setPixelSize(self._text_size or style.px(15))
        self.page.set_style(style, font)
        self._arrange_head()

    def _show_head(self, about: str) -> None:
        style = self._style
        if style is None:
            return
        self._head.clear()
        if self._title:
            self._head.add(TextBlock(one_line(self._title), style, style.heading))
        if about:
            self._head.add(TextBlock(about, style, style.small, "second"), 4)
        self._arrange_head()

    def _show_count(self, *, missing: bool = False) -> None:
        if self._style is None:
            return
        count = len(self._places)
        noun = "passage" if count == 1 else "passages"
        words = f"{self._index + 1} of {count}" if self._index >= 0 else f"{count} {noun}" if count else ""
        if missing:
            words = "The quoted words are not in this document"
        self._count.setText(words)
        for step in self._steps:
            step.setVisible(count > 0)

    def _arrange_head(self) -> None:
        width = min(self.width() - BAR, self.page.reading_width())
        left = max(0, (self.width() - BAR - width) // 2) + GUTTER
        self._head.margin = left
        self._head.setFixedHeight(self._head.arrange(self.width()) + GRID)

    # Slots and Qt's own names

    def _on_quiet_timeout(self) -> None:
        self._show_head("Reading …")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _walks(event):
            event.accept()  # F3 walks here, whatever it finds elsewhere in the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _walks(event):
            super().keyPressEvent(event)
        elif event.modifiers():
            self.previous()
        else:
            self.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._style is not None:
            self._arrange_head()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and self._style is not None:
            self.set_theme(self._style.theme)
        super().changeEvent(event)


def _walks(event: QKeyEvent) -> bool:
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.key() == Qt.Key.Key_F3 and event.modifiers() in plain


def _about(entry: DocumentEntry) -> str:
    return " · ".join(one_line(part) for part in (entry.author, entry.year, entry.licence) if part)
