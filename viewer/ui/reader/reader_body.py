"""The middle of the reader: head and text; the contents beside them where there is room, else over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from viewer.ui.reader.contents_list import ContentsList
from viewer.ui.reader.reader_head import ReaderHead
from viewer.ui.typeset.style import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from viewer.documents.formats.structure import Section
    from viewer.ui.reader.paper.page_view import PageView
    from viewer.ui.reader.text.document_text import TextPage
    from viewer.ui.typeset.style import Style

_CONTENTS = 208
_LEAST_BESIDE = 680  # pixels at 100 % from which the contents stand beside the text


class ReaderBody(QWidget):
    """``wanted`` is whether the contents are wanted beside the text. Signal: ``folded()`` when they come or go."""

    folded = Signal()

    def __init__(self, page: TextPage, parent: QWidget) -> None:
        """Take the page of text."""
        super().__init__(parent)
        self.page = page
        self._paper: TextPage | PageView = page
        page.setParent(self)
        self.head = ReaderHead(self)
        self.contents = ContentsList(self)
        self.wanted = True
        self._peeking = False
        self._scale = 1.0
        self._sections: Sequence[Section] = ()
        page.scrolled.connect(self.follow)
        page.filled.connect(self.follow)
        self.contents.section_chosen.connect(self._on_contents_section_chosen)
        self.contents.left.connect(self._on_contents_left)
        self.contents.list.installEventFilter(self)

    @property
    def roomy(self) -> bool:
        """Whether contents and text have room beside one another."""
        return self.width() >= _LEAST_BESIDE * self._scale

    @property
    def unfolded(self) -> bool:
        """Whether the contents are to be seen."""
        return not self.contents.empty and (self.wanted if self.roomy else self._peeking)

    def set_style(self, style: Style) -> None:
        """Take faces and colours."""
        self._scale = style.scale
        self.contents.set_style(style)
        self.head.set_style(style)
        self.arrange()

    def show_title(self, title: str) -> None:
        """Say which document is on its way, over the text and to a screen reader."""
        self.head.show_title(title)
        self.page.setAccessibleName(f"Text of “{title}”" if title else "Text of the document")

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these sections; without any, there are no contents."""
        self._sections = sections
        self._peeking = False
        self.contents.show_sections(sections)
        self.arrange()
        self.follow()

    def show_paper(self, paper: TextPage | PageView) -> None:
        """Show the text, or the pages, in the middle."""
        if paper is self._paper:
            return
        if paper is not self.page:
            paper.setParent(self)
            paper.scrolled.connect(self.follow, Qt.ConnectionType.UniqueConnection)
        self._paper.hide()
        self._paper = paper
        self.head.setVisible(paper is self.page)
        self.arrange()
        paper.show()
        if self.contents.isVisible():
            self.contents.raise_()
        self.follow()

    def toggle(self) -> bool:
        """Fold the contents away or bring them back, and give them the keyboard; return whether they are there."""
        if self.contents.empty:
            return False
        if self.roomy:
            self.wanted = not self.wanted
        else:
            self._peeking = not self._peeking
        self.arrange()
        self.follow()
        (self.contents if self.unfolded else self._paper).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.folded.emit()
        return self.unfolded

    def arrange(self) -> None:
        """Place contents and text."""
        shown = self.unfolded
        wide = round(_CONTENTS * self._scale)
        beside = shown and self.roomy
        self.contents.setVisible(shown)
        self.contents.setGeometry(0, 0, wide if beside else min(round(1.4 * wide), self.width() - 48), self.height())
        left = wide if beside else 0
        room = self.width() - left
        self.head.margin = max(2 * GRID, self.page.text_left(room))
        top = self.head.arrange(room) + GRID
        self.head.setGeometry(left, 0, room, top)
        if self._paper is not self.page:
            self.head.setVisible(False)
            self.head.margin, top = 2 * GRID, 0
        self._paper.setGeometry(left, top, room, self.height() - top)
        if shown and not beside:
            self.contents.raise_()

    def follow(self) -> None:
        """Mark the section that is in sight."""
        if self.unfolded and self._sections:
            bar = self._paper.verticalScrollBar()
            position = self._paper.first_in_sight
            if self._paper is self.page and bar.maximum() and bar.value() == bar.maximum():
                last = self._sections[-1].start
                position = max(position, min(last, self.page.last_in_sight))
            self.contents.follow(max(position, self._sections[0].start))

    def _on_contents_section_chosen(self, number: int) -> None:
        self._paper.scroll_to(self._sections[number].start)
        self.contents.mark(number)
        if not self.roomy:
            self._fold()
            self._paper.setFocus()

    def _on_contents_left(self) -> None:
        self._fold()
        self._paper.setFocus()

    def _fold(self) -> None:
        if self._peeking:
            self._peeking = False
            self.arrange()
            self.folded.emit()

    # Qt's own names

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.roomy:
            self._fold()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.contents.isHidden()
        self.arrange()
        if before != self.contents.isHidden():
            self.folded.emit()
