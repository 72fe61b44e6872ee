"""A whole document beside the diagram: its bar and head, its contents, its text with every passage marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.reader.bars.gone_line import GoneLine
from viewer.ui.reader.bars.link_bar import LinkBar
from viewer.ui.reader.bars.reader_bar import ReaderBar
from viewer.ui.reader.finding import Finding
from viewer.ui.reader.papers import Papers
from viewer.ui.reader.passages import Passages
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
        self._passages = Passages()
        self.bar = ReaderBar(self)
        self._rule = QWidget(self)
        self.page = TextPage(self)
        self.finding = Finding(self)
        self.finding.use(self.page)
        self.body = ReaderBody(self.page, self)
        self.links = LinkBar(self)
        self.gone = GoneLine(self)
        self.papers = Papers(self)
        self.verbs = ReaderVerbs(self)
        self.setFocusProxy(self.page)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.bar)
        self._layout.addWidget(self._rule)
        self._layout.addWidget(self.gone)
        self._layout.addWidget(self.finding.bar)
        self._layout.addWidget(self.body, 1)
        self._layout.addWidget(self.links)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet_timeout)
        self.bar.asked.connect(self.do)
        self.page.strip.chosen.connect(self.papers.go_to_tick)
        self.papers.changed.connect(self._show_offers)
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
        self.gone.set_style(style)
        self.verbs.set_style(style)
        self.papers.set_style(style)
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
        self._title, self.document, self._passages = title, None, Passages()
        self.page.clear_text()
        self.papers.show(None, ())
        self.body.show_sections(())
        self.finding.read("")
        self.verbs.put_away()
        self.links.close_question()
        self.gone.say(None)
        self._quiet.start()
        self.body.show_title(title)
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
        self._passages = Passages(document, excerpts, at)
        self.body.head.show_entry(document.entry)
        self.body.show_sections(document.sections)
        self.page.show_text(document, self._passages.excerpts, positions)
        self.papers.show(document, self._passages.excerpts)
        self.finding.read(document.text)
        self._layout.activate()
        self._show_asked()

    def show_excerpts(self, excerpts: tuple[Excerpt, ...]) -> None:
        """Mark other passages in the document that is shown; nothing moves."""
        if self.document is None:
            return
        self._passages = self._passages.replaced(excerpts)
        self.papers.mark(self._passages.excerpts)
        self._show_offers()
        self._show_count()

    def go_to(self, at: Excerpt, excerpts: tuple[Excerpt, ...]) -> None:
        """Go to another place of the document that is shown."""
        self._passages = Passages(self.document, excerpts, at)
        self.papers.mark(self._passages.excerpts)
        self._show_asked()

    def next(self) -> None:
        """Go to the next marked passage; behind the last comes the first."""
        if self._passages.places:
            self.go(self._passages.after(1))

    def previous(self) -> None:
        """Go to the marked passage before; before the first comes the last."""
        if self._passages.places:
            self.go(self._passages.after(-1))

    def resize_text(self, step: int) -> None:
        """Make the text larger by 1, smaller by -1, or as large as usual by 0; it is remembered."""
        by = step * (1 if self._size < 20 else 2)
        self._size = USUAL_SIZE if step == 0 else min(max(self._size + by, _LEAST), _MOST)
        self._set_page_style()
        self.remembered.emit({"reader_size": self._size})

    def set_width(self, name: str) -> None:
        """Set the width of lines by its name; it is remembered."""
        self._width = name
        self._set_page_style()
        self.remembered.emit({"reader_width": name})

    @property
    def choices(self) -> tuple[str, str]:
        """The size of the text in words, and the name of its width."""
        return str(self._size), self._width

    @property
    def passage(self) -> tuple[int, int] | None:
        """The passage that is shown, in characters of the text."""
        return self._passages.current

    @property
    def position(self) -> str:
        """The words that say which passage is shown: "2 of 5"."""
        return self.bar.count.text()

    def do(self, verb: str) -> None:
        """Do what a button or a key of the reader stands for."""
        self.verbs.do(verb)

    def close_jobs(self) -> None:
        """Stop what looks through the document, and what draws its pages."""
        self.finding.end()
        self.papers.close()

    # Parts

    def _show_asked(self) -> None:
        if self._passages.asked >= 0:
            self.go(self._passages.asked)
        self._show_offers()
        self._show_count()
        self.papers.current.setFocus()

    def go(self, index: int) -> None:
        """Go to a marked passage by its number."""
        self._passages.index = index
        self.papers.show_passage(*self._passages.places[index])
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
        shown = bool(self._passages.places)
        self.bar.show_offers(
            previous_passage=shown,
            next_passage=shown,
            contents=not self.body.contents.empty,
            find=self.document is not None,
            choices=self.document is not None,
            text=self.papers.offered,
            pages=self.papers.offered,
        )
        self.bar.check("contents", self.body.unfolded)
        self.bar.check("text", not self.papers.pages_shown)
        self.bar.check("pages", self.papers.pages_shown)

    def _show_count(self) -> None:
        self.bar.say(self._passages.said)

    # Slots and Qt's own names

    def _on_quiet_timeout(self) -> None:
        self.body.head.show_title(self._title, "Reading …")
        self.body.arrange()

    def _on_finding_closed(self) -> None:
        self.papers.current.setFocus()

    def _on_body_folded(self) -> None:
        self.bar.check("contents", self.body.unfolded)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and verb_of(event):
            event.accept()  # these keys mean the document here, whatever they do elsewhere in the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = "back" if event.key() == Qt.Key.Key_Escape else verb_of(event) or plain_verb_of(event)
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
