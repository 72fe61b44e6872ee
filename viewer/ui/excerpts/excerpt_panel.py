"""The right side of the window: what is this, what acts on it, who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from viewer.ui.typeset.style import GRID, Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.model.diagram import Diagram, DiagramId, ElementId
    from viewer.model.evidence import Excerpt, Findings
    from viewer.scene.theme import Theme
    from viewer.session.reading import Shelf
    from viewer.ui.excerpts.element_heading import ElementHeading
    from viewer.ui.excerpts.kept_place import KeptPlace
    from viewer.ui.icons import Icons
    from viewer.ui.typeset.column import Column
    from viewer.ui.typeset.scrolled_column import ScrolledColumn

_MARGIN, _TOP, _BOTTOM = 24, 20, 32
_QUIET_MS = 300
_NARROWEST, _USUAL = 240, 328


class ExcerptPanel(QWidget):
    """What is this, what acts on it, who says so.

    Signals: ``element_requested(str)``, ``diagram_requested(str)``, ``document_requested(Excerpt)``,
    ``verdict_requested(Excerpt, Verdict)`` when one is pinned or hidden, ``documents_requested()``,
    ``notice_requested(str)``, ``width_wanted(int)`` with the pixels that two columns need, 0 when any width will do.
    """

    element_requested = Signal(str)
    diagram_requested = Signal(str)
    document_requested = Signal(object)
    verdict_requested = Signal(object, object)
    documents_requested = Signal()
    notice_requested = Signal(str)
    width_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Make the panel; it shows nothing until it has a theme."""
        super().__init__(parent)
        self.setObjectName("excerpt-panel")
        self.setAccessibleName("Passages")
        self._icons = icons
        self._style: Style | None = None
        self._element: tuple[Diagram, ElementId] | None = None
        self._found: tuple[Findings, Shelf] | None = None
        self._titles: Mapping[DiagramId, str] = {}
        self._held = 0  # the content's height while passages are awaited, so that the scroll bar stays
        self._wanted = 0
        self._heading: ElementHeading | None = None
        self._passages: Column | None = None
        self._area: ScrolledColumn | None = None  # the empty panel starts without it
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setAutoFillBackground(True)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet_timeout)

    # What it shows

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme's colours from now on."""
        self._style = Style(theme, self.font())
        self._rebuild()

    def prepare(self) -> None:
        """Load what the first element needs, so that the first click is as quick as the second: some 20 ms."""
        if self._style is not None and self._area is None:
            from viewer.ui.excerpts.rehearsal import rehearse

            self._scrolled(self._style)
            rehearse(self._style, _MARGIN)

    def set_titles(self, titles: Mapping[DiagramId, str]) -> None:
        """Take the titles of the diagrams that elements may open."""
        self._titles = titles

    def show_nothing(self, hint: str) -> None:
        """Show that nothing is selected, and what to do about it."""
        self._element, self._found, self._held = None, None, 0
        self._hint.setText(hint)
        self._quiet.stop()
        self._rebuild()

    def show_element(self, diagram: Diagram, element: ElementId) -> None:
        """Show what an element is; its passages come with ``show_findings``."""
        self._held = self._area.content.height() if self._area is not None else 0
        self._element, self._found = (diagram, element), None
        self._quiet.start()
        self._rebuild()
        if self._area is not None:
            self._area.to_top()

    def show_findings(self, findings: Findings, shelf: Shelf) -> None:
        """Show what was found for the element that is shown; findings for another one are left aside."""
        if self._element is None or findings.target.id != self._element[1]:
            return
        from viewer.ui.excerpts.kept_place import KeptPlace

        kept = KeptPlace(self._passages, self._area, self._stops()) if self._found is not None else None
        self._found, self._held = (findings, shelf), 0
        self._quiet.stop()
        self._rebuild_passages(kept)
        self._arrange()
        if kept is not None and self._area is not None:
            kept.restore(self._area, self._stops())

    # Building

    def _rebuild(self) -> None:
        style = self._style
        if style is None:
            return
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, style.colour("panel"))
        self.setPalette(palette)
        in_use = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._heading = self._passages = None
        if self._area is not None:
            self._area.set_style(style)
            self._area.content.clear()
            self._area.setVisible(self._element is not None)
        self._hint.setVisible(self._element is None)
        if self._element is None:
            palette = self._hint.palette()
            palette.setColor(QPalette.ColorRole.WindowText, style.colour("second"))
            self._hint.setPalette(palette)
            self._hint.setFont(style.text.font)
            self._want(0)
        else:
            from viewer.ui.excerpts.element_heading import ElementHeading  # the empty panel starts without it

            diagram, element = self._element
            found = diagram.elements[element]
            opens = getattr(found, "opens", None)
            title = self._titles.get(opens, "") if opens is not None else ""
            self._heading = ElementHeading(diagram, found, style, _MARGIN, title)
            self._heading.element_requested.connect(self.element_requested)
            self._heading.diagram_requested.connect(self.diagram_requested)
            self._heading.resized.connect(self._arrange)
            self._scrolled(style).content.add(self._heading)
            self._rebuild_passages()
        self._arrange()
        if in_use:
            self._take_keyboard()  # who walks from element to element by keys stays here

    def _scrolled(self, style: Style) -> ScrolledColumn:
        if self._area is None:
            from viewer.ui.typeset.scrolled_column import ScrolledColumn

            self._area = ScrolledColumn(_TOP, _BOTTOM, self)
            self._area.set_style(style)
            self._area.setVisible(self._element is not None)
            self._area.installEventFilter(self)
            self._layout.addWidget(self._area)
            self._layout.activate()  # at once as wide as the panel
        return self._area

    def _rebuild_passages(self, kept: KeptPlace | None = None) -> None:
        if self._passages is not None and self._area is not None:
            self._area.content.remove(self._passages)
        self._passages = None
        if self._style is None or self._found is None:
            return
        from viewer.ui.excerpts.disputed_columns import DISPUTED_WIDTH
        from viewer.ui.excerpts.excerpt_card import CARD_OUT
        from viewer.ui.excerpts.passage_list import PassageList
        from viewer.ui.excerpts.room import Room

        above = _TOP + (self._heading.height() if self._heading is not None else 0)
        seen = Room(self.width() - 2 * (_MARGIN - CARD_OUT), self.height() - above)
        passages = PassageList(
            *self._found,
            self._style,
            _MARGIN,
            room=seen if kept is None else None,
            unfolded=kept.unfolded if kept is not None else None,
        )
        passages.open_requested.connect(self.document_requested)
        passages.copy_requested.connect(self._on_passages_copy_requested)
        passages.verdict_requested.connect(self.verdict_requested)
        passages.documents_requested.connect(self.documents_requested)
        passages.resized.connect(self._arrange)
        self._passages = passages
        self._scrolled(self._style).content.add(passages, 20)
        self._want(self._style.px(DISPUTED_WIDTH) if passages.columns is not None else 0)

    def _want(self, width: int) -> None:
        if width != self._wanted:
            self._wanted = width
            self.width_wanted.emit(width)

    def _arrange(self) -> None:
        if self._area is not None and self._element is not None:
            self._area.arrange(self._held)

    def _stops(self) -> list[QAbstractButton]:
        if self._element is None or self._area is None:
            return []
        from viewer.ui.excerpts.excerpt_card import ExcerptCard
        from viewer.ui.excerpts.relation_row import RelationRow
        from viewer.ui.typeset.text_button import GroupTitle

        return [
            button
            for button in self._area.content.findChildren(QAbstractButton)
            if isinstance(button, RelationRow | GroupTitle | ExcerptCard) and button.isVisible()
        ]

    def _take_keyboard(self) -> None:
        for first in self._stops()[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, step: int) -> bool:
        focused, stops = self.focusWidget(), self._stops()
        if focused not in stops or self._area is None:
            return False
        to = stops[min(max(stops.index(focused) + step, 0), len(stops) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(to, 0, 3 * GRID)
        return True

    # Slots

    def _on_quiet_timeout(self) -> None:
        if self._style is not None and self._passages is None:
            from viewer.ui.typeset.column import Column
            from viewer.ui.typeset.text_block import TextBlock

            waiting = Column(_MARGIN)
            waiting.add(TextBlock("Looking …", self._style, self._style.small, "second"))
            self._passages = waiting
            self._scrolled(self._style).content.add(waiting, 24)
            self._arrange()

    def _on_passages_copy_requested(self, excerpt: Excerpt) -> None:
        from viewer.ui.excerpts.citation import cite

        entries = self._found[1].entries if self._found is not None else ()
        entry = next((entry for entry in entries if entry.path == excerpt.document), None)
        cite(excerpt, entry).copy()
        self.notice_requested.emit("Copied with its citation.")

    # Qt's own names

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, 80 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, 20 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setGeometry(self.rect().adjusted(_MARGIN, _TOP, -_MARGIN, -_BOTTOM))
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and self._style is not None:
            self.set_theme(self._style.theme)
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_keyboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The scroll area would take the arrow keys before they came to the panel.
        if watched is self._area and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            return step != 0 and self._walk(step)
        if (
            watched is self._area
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and hasattr(self.focusWidget(), "excerpt")
        ):
            event.accept()  # the card copies its passage, not the window the picture
            return True
        return super().eventFilter(watched, event)
