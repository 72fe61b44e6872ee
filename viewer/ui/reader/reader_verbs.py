"""What the reader's buttons and keys do: one method a verb; and what comes up beside selected words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication

from viewer.ui.reader.bars.selection_verbs import SelectionVerbs
from viewer.ui.reader.bars.speaking_popup import SpeakingPopup
from viewer.ui.reader.quoting import quoted
from viewer.ui.reader.text.document_text import TextPage
from viewer.ui.reader.text.placing import end_of_selection
from viewer.ui.reader.text.text_gestures import TextGestures

if TYPE_CHECKING:
    from viewer.session.finding import Found, Hit
    from viewer.ui.reader.bars.reading_choices import ReadingChoices
    from viewer.ui.reader.document_view import DocumentView
    from viewer.ui.reader.paper.page_view import PageView
    from viewer.ui.typeset.style import Style

_OFFERS = {"contents": "Contents", "find": "Find in the document"}
_LONGEST = 200  # characters of a selection that can be asked about
_TYPED = 80  # of a selection that find takes over


class ReaderVerbs(QObject):
    """Acts on a reader, and owns what floats over it."""

    def __init__(self, view: DocumentView) -> None:
        """Take the reader, whose parts are there already."""
        super().__init__(view)
        self._view = view
        self._style: Style | None = None
        self.beside = SelectionVerbs(view)
        self.speaking = SpeakingPopup(view)
        self._gestures = TextGestures(view.page)
        self._gestures.link_clicked.connect(view.links.ask)
        self._gestures.selection_ended.connect(self._on_selection_ended)
        self._gestures.asked.connect(self.do)
        view.page.copied.connect(self.copy)
        view.page.selectionChanged.connect(self.put_away)
        view.page.scrolled.connect(self.put_away)
        view.papers.changed.connect(self.put_away)
        view.papers.pages_made.connect(self._on_papers_pages_made)
        view.links.left.connect(self._give_back)
        view.links.open_requested.connect(view.link_chosen)
        view.links.copy_requested.connect(self._on_links_copy_requested)
        self.beside.asked.connect(self.do)
        self.speaking.left.connect(self._give_back)
        self.speaking.chosen.connect(self._on_speaking_chosen)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._style = style
        self.beside.set_style(style)
        self.speaking.set_style(style)

    def put_away(self) -> None:
        """Hide what floats over the text."""
        self.beside.hide()
        self.speaking.hide()

    def do(self, verb: str) -> None:
        """Do what a button, a key or a menu's row stands for; an unknown verb does nothing."""
        view = self._view
        finding = view.finding
        match verb:
            case "back":
                view.closed.emit()
            case "next_passage":
                view.next()
            case "previous_passage":
                view.previous()
            case "next" | "previous":
                by = 1 if verb == "next" else -1
                if finding.open:
                    finding.step(by)
                elif by > 0:
                    view.next()
                else:
                    view.previous()
            case "find":
                words = " ".join(self._words().split())
                finding.begin(words if len(words) <= _TYPED else "")
            case "contents":
                shown = view.body.toggle()
                view.bar.check("contents", shown)
                if view.body.roomy:
                    view.remembered.emit({"reader_outline": view.body.wanted})
            case "larger" | "smaller" | "usual":
                self._on_choices_size_stepped({"larger": 1, "smaller": -1, "usual": 0}[verb])
            case "text" | "pages" | "other_paper":
                view.papers.choose(pages=not view.papers.pages_shown if verb == "other_paper" else verb == "pages")
                for name in ("text", "pages"):
                    view.bar.check(name, view.papers.pages_shown == (name == "pages"))
            case "choices":
                self._open_choices()
            case "copy":
                self.copy()
            case "copy_words":
                self._put(self._words(), "")
            case "diagrams":
                self._ask_diagrams()

    def copy(self) -> None:
        """Copy the selection with its citation, plain and rich."""
        document = self._view.document
        start, end = self._view.papers.current.selected
        if start >= end and self._view.papers.pages_shown:
            start, end = self._view.passage or (0, 0)
            if start >= end:
                self._view.notice_requested.emit("Select words on the page first.")
        if document is None or start >= end:
            return
        citation = quoted(document, start, end)
        self._put(citation.plain, citation.rich)
        self._view.notice_requested.emit("Copied with its citation.")

    def show_speaking(self, found: Found) -> None:
        """Show which diagrams speak of the words that were asked about."""
        self.beside.hide()
        self.speaking.show_found(found, self._end_of_selection())

    def _words(self) -> str:
        start, end = self._view.papers.current.selected
        return self._view.page.source[start:end]

    def _put(self, plain: str, rich: str) -> None:
        if not plain:
            return
        mime = QMimeData()
        mime.setText(plain)
        if rich:
            mime.setHtml(rich)
        QGuiApplication.clipboard().setMimeData(mime)

    def _ask_diagrams(self) -> None:
        words = self._words().strip()
        if not words:
            self._view.notice_requested.emit("Select a word in the document first.")
        elif len(words) > _LONGEST:
            self._view.notice_requested.emit("Select a few words, not a whole passage.")
        else:
            self._view.diagrams_asked.emit(words)

    def _open_choices(self) -> None:
        from viewer.ui.reader.bars.reading_choices import ReadingChoices

        view = self._view
        before = view.findChild(ReadingChoices)
        if before is not None and before.isVisible():
            before.leave()
            view.papers.current.setFocus()
        elif self._style is not None:
            choices = ReadingChoices(self._style, view)
            choices.size_stepped.connect(self._on_choices_size_stepped)
            choices.width_chosen.connect(view.set_width)
            choices.verb_chosen.connect(self.do)
            choices.left.connect(self._give_back)
            self._show_choices(choices)
            choices.open_under(view.bar.buttons["choices"])

    def _show_choices(self, choices: ReadingChoices) -> None:
        verbs = {verb: _OFFERS[verb] for verb in self._view.bar.left_out}
        size, width = self._view.choices
        choices.show_choices(self._view.papers.size if self._view.papers.pages_shown else size, width, verbs)

    def _on_choices_size_stepped(self, step: int) -> None:
        from viewer.ui.reader.bars.reading_choices import ReadingChoices

        if self._view.papers.pages_shown:
            self._view.papers.zoom(step)
        else:
            self._view.resize_text(step)
        choices = self.sender()
        if isinstance(choices, ReadingChoices):
            self._show_choices(choices)

    def _end_of_selection(self) -> QRect:
        page, paper = self._view.page, self._view.papers.current
        box = end_of_selection(page) if isinstance(paper, TextPage) else paper.selection.end
        return QRect(paper.viewport().mapTo(self._view, box.topLeft()), box.size())

    def _give_back(self) -> None:
        self._view.papers.current.setFocus()

    def _on_papers_pages_made(self, pages: PageView) -> None:
        pages.selection.ended.connect(self._on_selection_ended)
        pages.selection.changed.connect(self.put_away)
        pages.selection.asked.connect(self.do)
        pages.scrolled.connect(self.put_away)

    def _on_selection_ended(self) -> None:
        words = self._words().strip()
        if words and len(words) <= 20 * _LONGEST and any(sign.isalnum() for sign in words):
            box = self._end_of_selection()
            top = self._view.papers.current.mapTo(self._view, QPoint(0, 0)).y()
            if top <= box.bottom() and box.top() <= self._view.height():
                self.beside.show_beside(box)

    def _on_links_copy_requested(self, address: str) -> None:
        self._put(address, "")
        self._view.notice_requested.emit("The address is copied.")

    def _on_speaking_chosen(self, hit: Hit) -> None:
        self._view.hit_chosen.emit(hit)
