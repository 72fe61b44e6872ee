"""The panel at the left: which diagrams there are, and which documents are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.ui.library.diagram_list import DiagramList
from viewer.ui.library.document_list import DocumentList
from viewer.ui.library.drop_veil import DropVeil
from viewer.ui.library.filter_field import FilterField
from viewer.ui.parts.row_button import RowButton
from viewer.ui.parts.section_heading import SIDE, SectionHeading
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from viewer.definitions.catalog import Catalog
    from viewer.scene.theme import Theme
    from viewer.session.reading import Shelf
    from viewer.ui.icons import Icons
    from viewer.ui.library.thumbnails import Thumbnails

_FEW = 8  # diagrams that one finds by looking
_MANY = 12  # documents beyond which a filter helps
_DOCUMENTS_SHARE, _MANYS_SHARE = 0.3, 0.36  # of the panel's height, at most
_INVITATION = "Add the papers your class reads: files or whole folders. You may drop them here."


class LibraryPanel(QWidget):
    """Signals: ``diagram_requested(str)``, ``documents_add_requested()``, ``document_requested(str)`` with a path of
    the shelf, ``document_removed(str)`` with the file or folder that was added, ``paths_dropped(tuple[Path, ...])``,
    ``document_switched(str, bool)`` with a file or a folder, ``folder_requested(str)`` to show a file where it lies,
    ``skipped_requested()`` to see what could not be read, ``notice_requested(str)``,
    ``problems_requested(str, tuple[Problem, ...])`` with a title and what is wrong.
    """  # noqa: D205 - a list of signals is no paragraph

    diagram_requested = Signal(str)
    documents_add_requested = Signal()
    document_requested = Signal(str)
    document_removed = Signal(str)
    document_switched = Signal(str, bool)
    folder_requested = Signal(str)
    skipped_requested = Signal()
    notice_requested = Signal(str)
    paths_dropped = Signal(object)
    problems_requested = Signal(str, object)

    def __init__(self, icons: Icons, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        """Take the icons and where the thumbnails come from."""
        super().__init__(parent)
        self.thumbnails = thumbnails
        self._style: Style | None = None
        self._catalog: Catalog | None = None
        self._shelf: Shelf | None = None
        self._counts: Mapping[str, int] | None = None
        self._whole = True
        self._diagrams_heading = SectionHeading("Diagrams", self)
        self._filter = FilterField("Filter diagrams", self)
        self._diagrams = DiagramList(icons, thumbnails, self)
        self._no_diagrams = _quiet_words(self)
        self._broken = RowButton(icons, "warning", "", "warning", self)
        self._documents_heading = SectionHeading("Documents", self)
        self._documents_filter = FilterField("Filter documents", self)
        self._documents = DocumentList(self)
        self._no_documents = _quiet_words(self)
        self._skipped = RowButton(icons, "warning", "", "second", self)
        self._add = RowButton(icons, "plus", "Add documents", "accent", self)
        self._veil = DropVeil("Drop here to add to the library", self)
        self._arrange()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumWidth(160)
        self.setAccessibleName("Library")
        self._show_diagrams()
        self._show_documents()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours, for the thumbnails too; sizes follow the panel's font."""
        self.thumbnails.set_theme(theme)
        self._restyle(theme)

    def show_catalog(self, catalog: Catalog) -> None:
        """Show which diagrams there are."""
        self._catalog = catalog
        self._diagrams.show_catalog(catalog)
        self._show_diagrams()

    def show_current(self, diagram: str | None) -> None:
        """Mark the open diagram and bring it into sight."""
        self._diagrams.show_opened(diagram)

    def show_shelf(self, shelf: Shelf, counts: Mapping[str, int] | None, *, whole: bool = True) -> None:
        """Show which documents are read, and by path how many passages each has on the selection, if there is one.

        Without ``whole`` there are more than were counted: no document is known to have none.
        """
        self._shelf, self._counts, self._whole = shelf, counts, whole
        self._show_documents()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(0)
        column.addWidget(self._diagrams_heading)
        column.addSpacing(6)
        held = QVBoxLayout()
        held.setContentsMargins(SIDE - 2, 0, SIDE - 2, 8)
        held.addWidget(self._filter)
        column.addLayout(held)
        column.addWidget(self._diagrams, 1)
        column.addWidget(self._no_diagrams, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._broken)
        column.addSpacing(16)
        column.addWidget(self._documents_heading)
        column.addSpacing(2)
        narrowed = QVBoxLayout()
        narrowed.setContentsMargins(SIDE - 2, 4, SIDE - 2, 4)
        narrowed.addWidget(self._documents_filter)
        column.addLayout(narrowed)
        column.addWidget(self._documents)
        column.addWidget(self._no_documents)
        column.addWidget(self._skipped)
        column.addWidget(self._add)

    def _connect(self) -> None:
        self._diagrams.diagram_requested.connect(self.diagram_requested)
        self._diagrams.typed.connect(self._on_diagrams_typed)
        self._filter.textChanged.connect(self._on_filter_text_changed)
        self._filter.left.connect(self._diagrams.setFocus)
        self._documents.document_requested.connect(self.document_requested)
        self._documents.document_removed.connect(self.document_removed)
        self._documents.switched.connect(self.document_switched)
        self._documents.folder_requested.connect(self.folder_requested)
        self._documents.refused.connect(self.notice_requested)
        self._documents.typed.connect(self._on_documents_typed)
        self._documents.folded.connect(self._fit)
        self._documents_filter.textChanged.connect(self._on_documents_filter_text_changed)
        self._documents_filter.left.connect(self._documents.setFocus)
        self._broken.clicked.connect(self._on_broken_clicked)
        self._skipped.clicked.connect(self.skipped_requested)
        self._add.clicked.connect(self.documents_add_requested)

    def _restyle(self, theme: Theme) -> None:
        style = Style(theme, self.font())
        self._style = style
        for part in (
            self._diagrams_heading, self._filter, self._diagrams, self._broken, self._documents_heading,
            self._documents_filter, self._documents, self._skipped, self._add, self._veil,
        ):  # fmt: skip
            part.set_style(style)
        for label in (self._no_diagrams, self._no_documents):
            label.setFont(style.text.font)
            palette = label.palette()
            palette.setColor(label.foregroundRole(), style.colour("second"))
            label.setPalette(palette)
        self._fit()
        self.update()

    def _show_diagrams(self) -> None:
        entries = self._catalog.entries if self._catalog else ()
        words, shown = self._filter.text().strip(), self._diagrams.rows.shown
        counted = f"{shown} of {len(entries)}" if words else str(len(entries))
        self._diagrams_heading.show_count(counted if entries else "")
        self._filter.setVisible(len(entries) > _FEW or bool(words))
        self._diagrams.setVisible(shown > 0)
        self._no_diagrams.setVisible(shown == 0)
        if entries:
            self._no_diagrams.setText(f"No diagram matches “{words}”.")
        else:
            self._no_diagrams.setText("No diagrams yet. Open a definition, or start from an example.")
        problems = self._catalog.problems if self._catalog else ()
        self._broken.setVisible(bool(problems))
        self._broken.setText(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in the folders")

    def _show_documents(self) -> None:
        entries = self._shelf.entries if self._shelf else ()
        skipped = self._shelf.skipped if self._shelf else ()
        if self._shelf is not None:
            self._documents.show_shelf(self._shelf, self._counts, whole=self._whole)
        off = len(self._shelf.off) if self._shelf else 0
        words, shown = self._documents_filter.text().strip(), self._documents.rows.shown
        counted = f"{shown:,} of {len(entries):,}" if words else f"{len(entries):,}"
        if off and not words:
            counted = f"{len(entries) - off:,} of {len(entries):,} on"
        self._documents_heading.show_count(counted if entries else "")
        self._documents_filter.setVisible(len(entries) > _MANY or bool(words))
        rows = self._documents.rows.rowCount()
        self._documents.setVisible(rows > 0)
        read = self._shelf is not None and (self._shelf.read or bool(entries))
        self._no_documents.setVisible(rows == 0 and read)
        self._no_documents.setText(f"No document matches “{words}”." if entries else _INVITATION)
        self._skipped.setVisible(bool(skipped))
        self._skipped.setText(f"{len(skipped):,} file{' was' if len(skipped) == 1 else 's were'} skipped")
        self._fit()

    def _fit(self) -> None:
        many = len(self._shelf.entries) > _MANY if self._shelf else False
        self._documents.fit(int(self.height() * (_MANYS_SHARE if many else _DOCUMENTS_SHARE)))
        self._veil.setGeometry(self.rect())

    def _on_diagrams_typed(self, letter: str) -> None:
        self._filter.setVisible(True)
        self._filter.setFocus()
        self._filter.setText(self._filter.text() + letter)

    def _on_documents_typed(self, letter: str) -> None:
        self._documents_filter.setVisible(True)
        self._documents_filter.setFocus()
        self._documents_filter.setText(self._documents_filter.text() + letter)

    def _on_documents_filter_text_changed(self, words: str) -> None:
        had_focus = self._documents_filter.hasFocus()
        self._documents.show_words(words)
        self._show_documents()
        if had_focus and not self._documents_filter.isVisible():
            self._documents.setFocus()

    def _on_filter_text_changed(self, words: str) -> None:
        had_focus = self._filter.hasFocus()
        self._diagrams.show_words(words)
        self._show_diagrams()
        if had_focus and not self._filter.isVisible():
            self._diagrams.setFocus()

    def _on_broken_clicked(self) -> None:
        if self._catalog is not None:
            self.problems_requested.emit("Diagrams that cannot be used", self._catalog.problems)

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._style is not None:
            QPainter(self).fillRect(self.rect(), self._style.colour("panel"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._style is not None:
            self._restyle(self._style.theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()):
            event.acceptProposedAction()
            self._veil.raise_()
            self._veil.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        paths = _paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.paths_dropped.emit(paths)


def _paths(carried: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())


def _quiet_words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(SIDE, 4, SIDE, 4)
    return label
