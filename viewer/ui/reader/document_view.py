"""A whole document beside the diagram: its bar and head, its contents, its text with every passage marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.reader.bars.link_bar import LinkBar
from viewer.ui.reader.bars.reader_bar import ReaderBar
from viewer.ui.reader.finding import Finding
from viewer.ui.reader.mark_strip import TickKind
from viewer.ui.reader.reader_body import ReaderBody
from viewer.ui.reader.reader_verbs import ReaderVerbs
from viewer.ui.reader.reading_keys import plain_verb_of, verb_of
from viewer.ui.reader.text.document_text import TextPage
from viewer.ui.reader.text.placing import LETTERS
from viewer.ui.typeset.rule import Rule
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from viewer.documents.entries import DocumentText
    from viewer.model.evidence import Excerpt
    from viewer.scene.theme import Theme
    from viewer.ui.typeset.text_positions import TextPositions

_QUIET_MS = 300
USUAL_SIZE, _LEAST, _MOST = 15, 9, 48


class DocumentView(QWidget):
    """Signals: ``closed()``, when the reader goes back to the diagram; ``remembered(dict)`` with settings that were
    changed here; ``notice_requested(str)``; ``diagrams_asked(str)`` with words; ``hit_chosen(Hit)``;
    ``link_chosen(str)`` with an address that the reader agreed to open.
    """  # noqa: D205 - a list of signals is no paragraph

    closed = Signal()
    remembered = Signal(object)
    notice_requested = Signal(str)
    diagrams_asked = Signal(str)
    hit_chosen = Signal(object)
    link_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the view; it shows nothing until it has a theme and a document."""
        super().__init__(parent)
        self.setObjectName("document-view")
        self._style: Style | None = None
        self._size, self._width = USUAL_SIZE, "medium"
        self._title = ""
        self.document: DocumentText | None = None
        self._excerpts: tuple[Excerpt, ...] = ()
        self._places: tuple[tuple[int, int], ...] = ()
        self._index = -1
        self._at: Excerpt | None = None
        self.bar = ReaderBar(self)
        self._rule = QWidget(self)
        self.page = TextPage(self)
        self.finding = Finding(self)
        self.finding.use(self.page)
        self.body = ReaderBody(self.page, self)
        self.links = LinkBar(self)
        self.verbs = ReaderVerbs(self)
        self.setFocusProxy(self.page)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.bar)
        self._layout.addWidget(self._rule)
        self._layout.addWidget(self.finding.bar)
        self._layout.addWidget(self.body, 1)
        self._layout.addWidget(self.links)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet_timeout)
        self.bar.asked.connect(self.do)
        self.page.strip.chosen.connect(self._on_strip_chosen)
        self.page.filled.connect(self._show_count)
        self.finding.closed.connect(self._on_finding_closed)
        self.body.head.link_clicked.connect(self.links.ask)
        self.body.folded.connect(self._on_body_folded)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme's colours from now on."""
        self._style = style = Style(theme, self.font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("canvas"))
        palette.setColor(QPalette.ColorRole.WindowText, style.colour("second"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._layout.removeWidget(self._rule)
        self._rule.hide()
        self._rule.deleteLater()
        self._rule = Rule(style, self)
        self._rule.setFixedHeight(1)
        self._layout.insertWidget(1, self._rule)
        self.bar.set_style(style)
        self.finding.bar.set_style(style)
        self.body.set_style(style)
        self.links.set_style(style)
        self.verbs.set_style(style)
        self._set_page_style()
        self._show_offers()
        self._show_count()

    def set_choices(self, size: int, width: str, *, contents: bool) -> None:
        """Set the text's size in pixels at 100 %, the width by its name, and whether the contents are shown."""
        self._size = min(max(size, _LEAST), _MOST)
        self._width = width if width in LETTERS else "medium"
        self.body.wanted = contents
        self._set_page_style()
        self._show_offers()

    def wait_for(self, title: str) -> None:
        """Show that a document is being read; after a moment it says so."""
        self._title, self.document, self._excerpts, self._places = title, None, (), ()
        self._index = -1
        self.page.clear_text()
        self.body.show_sections(())
        self.finding.read("")
        self.verbs.put_away()
        self.links.close_question()
        self._quiet.start()
        self.body.head.show_title(title)
        self.body.arrange()
        self._show_offers()
        self._show_count()

    def show_document(
        self,
        document: DocumentText,
        excerpts: tuple[Excerpt, ...],
        at: Excerpt | None,
        positions: TextPositions | None = None,
    ) -> None:
        """Show a document whole, every excerpt of it marked, and go to ``at``, or to its beginning."""
        self._quiet.stop()
        self.document = document
        self._take(excerpts, at)
        self.body.head.show_entry(document.entry)
        self.body.show_sections(document.sections)
        self._show_offers()
        self.page.show_text(document, self._excerpts, positions)
        self.finding.read(document.text)
        self._index = -1
        if at is not None and at.start is not None and at.end is not None:
            self._layout.activate()
            self._go(self._places.index((at.start, at.end)) if (at.start, at.end) in self._places else 0)
        self._show_count(missing=at is not None and at.start is None)
        self.page.setFocus()

    def show_excerpts(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark other passages in the document that is shown; nothing moves."""
        if self.document is None:
            return
        before = self._places[self._index] if self._index >= 0 else None
        self._take(excerpts, self._at)
        self._index = self._places.index(before) if before in self._places else -1
        self.page.mark_excerpts(self._excerpts)
        self._show_offers()
        self._show_count()

    def next(self) -> None:
        """Go to the next marked passage; behind the last comes the first."""
        if self._places:
            self._go((self._index + 1) % len(self._places))

    def previous(self) -> None:
        """Go to the marked passage before; before the first comes the last."""
        if self._places:
            self._go((self._index - 1) % len(self._places) if self._index >= 0 else len(self._places) - 1)

    def resize_text(self, step: int) -> None:
        """Make the text larger by 1, smaller by -1, or as large as usual by 0; it is remembered."""
        by = step * (1 if self._size < 20 else 2)
        self._size = USUAL_SIZE if step == 0 else min(max(self._size + by, _LEAST), _MOST)
        self._set_page_style()
        self.remembered.emit({"reader_size": self._size})

    def set_width(self, name: str) -> None:
        """Set the width of lines: narrow, medium or wide; it is remembered."""
        self._width = name
        self._set_page_style()
        self.remembered.emit({"reader_width": name})

    @property
    def choices(self) -> tuple[str, str]:
        """The size of the text in words, and the name of its width."""
        return str(self._size), self._width

    @property
    def position(self) -> str:
        """The words that say which passage is shown: "2 of 5"."""
        return self.bar.count.text()

    def do(self, verb: str) -> None:
        """Do what a button or a key of the reader stands for."""
        self.verbs.do(verb)

    def close_jobs(self) -> None:
        """Stop what looks through the document."""
        self.finding.end()

    # Parts

    def _take(self, excerpts: tuple[Excerpt, ...], at: Excerpt | None) -> None:
        """Take the excerpts of this document; the one that was asked for is among them in any case."""
        path = self.document.entry.path if self.document is not None else ""
        self._at = at
        self._excerpts = tuple(one for one in excerpts if one.document == path)
        if at is not None and at not in self._excerpts and at.document == path:
            self._excerpts = (*self._excerpts, at)
        spans = {(one.start, one.end) for one in self._excerpts if one.start is not None and one.end is not None}
        self._places = tuple(sorted(spans))

    def _go(self, index: int) -> None:
        self._index = index
        self.page.show_passage(*self._places[index])
        self._show_count()

    def _set_page_style(self) -> None:
        style = self._style
        if style is None:
            return
        font = QFont(style.text.font)
        font.setPixelSize(style.px(self._size))
        self.page.set_style(style, font, LETTERS[self._width])
        self.body.arrange()

    def _show_offers(self) -> None:
        shown = self._index >= 0 or bool(self._places)
        self.bar.show_offers(
            previous_passage=shown,
            next_passage=shown,
            contents=not self.body.contents.empty,
            find=self.document is not None,
            choices=self.document is not None,
            text=False,
            pages=False,
        )
        self.bar.check("contents", self.body.unfolded)

    def _show_count(self, *, missing: bool = False) -> None:
        count = len(self._places)
        noun = "passage" if count == 1 else "passages"
        words = f"{self._index + 1} of {count}" if self._index >= 0 else f"{count} {noun}" if count else ""
        if missing:
            words = "The quoted words are not in this document"
        self.bar.say(words)

    # Slots and Qt's own names

    def _on_quiet_timeout(self) -> None:
        self.body.head.show_title(self._title, "Reading …")
        self.body.arrange()

    def _on_strip_chosen(self, kind: TickKind, number: int) -> None:
        if kind is TickKind.PASSAGE:
            self._go(number)
        else:
            self.finding.go(number)

    def _on_finding_closed(self) -> None:
        self.page.setFocus()

    def _on_body_folded(self) -> None:
        self.bar.check("contents", self.body.unfolded)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and verb_of(event):
            event.accept()  # these keys mean the document here, whatever they do elsewhere in the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = verb_of(event) or plain_verb_of(event)
        if event.key() == Qt.Key.Key_Escape:
            verb = "back"
        if verb:
            self.do(verb)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verbs.put_away()
        if self._style is not None:
            self._layout.activate()
            self.body.arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and self._style is not None:
            self.set_theme(self._style.theme)
        super().changeEvent(event)
