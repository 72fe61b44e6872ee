"""The window: arranges bar, panels, canvas and strips, and connects them. It decides nothing about the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from viewer.ui.actions import make_actions, offer_picture
from viewer.ui.bar.search_field import SearchField
from viewer.ui.bar.top_bar import TopBar
from viewer.ui.canvas.canvas import Canvas
from viewer.ui.excerpts.excerpt_panel import ExcerptPanel
from viewer.ui.library.library_panel import LibraryPanel
from viewer.ui.menu_key import MenuKey
from viewer.ui.strips.strips import Strips
from viewer.ui.window_state import kept, restore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QCloseEvent, QShowEvent

    from viewer.scene.theme import Theme
    from viewer.session.session import Session
    from viewer.session.settings import SettingsFile
    from viewer.ui.icons import Icons
    from viewer.ui.library.thumbnails import Thumbnails

_SHARES = (200, 788, 292)  # library, canvas, passages at 1280 px
_LEAST_CANVAS = 0.52  # of the window, while the right panel is wide


class MainWindow(QMainWindow):
    """Signals: ``closed()`` when the window goes away, ``shown()`` once it is on the screen."""

    closed = Signal()
    shown = Signal()

    def __init__(self, session: Session, settings: SettingsFile, icons: Icons, thumbnails: Thumbnails) -> None:
        """Lay everything out; nothing is shown yet."""
        super().__init__()
        self._session, self._settings = session, settings
        self.actions_by_name: Mapping[str, QAction] = {}
        self._was_shown = False
        self._usual = 0  # the right panel's own width while it is wider for a dispute
        self.setWindowTitle("Mechanism viewer")
        self.setObjectName("main")
        self.top = TopBar(icons, self)
        self.search = SearchField(icons, self.top)
        self.top.put_search(self.search)
        self.library = LibraryPanel(icons, thumbnails, self)
        self.canvas = Canvas(session, icons, self)
        self.excerpts = ExcerptPanel(icons, self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.canvas)
        self._columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.strips = self._arrange(icons)

    def _arrange(self, icons: Icons) -> Strips:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.middle, 1)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        for widget, share in zip((self.library, centre, self.excerpts), _SHARES, strict=True):
            self._columns.addWidget(widget)
            # Equal ratios: the columns keep their shares when the window grows.
            self._columns.setStretchFactor(self._columns.count() - 1, share)
        self.library.setMinimumWidth(160)
        centre.setMinimumWidth(240)
        self.excerpts.setMinimumWidth(220)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self._columns, 1)
        self.setCentralWidget(whole)
        return Strips(icons, column, self.middle, self.canvas.view, centre)

    def bind(self, verbs: Mapping[str, Callable[[], object]]) -> None:
        """Make the menus and their keys."""
        self.actions_by_name = make_actions(self, self.menuBar(), verbs)
        MenuKey(self)

    def offer_picture(self, lacking: str) -> None:
        """Let everything that is about the picture be chosen, or say what is ``lacking``."""
        offer_picture(self.actions_by_name, lacking)
        self.top.offer_picture(lacking)

    def restore(self) -> None:
        """Put the window, its panels and their widths as they were."""
        settings = self._settings.value
        restore(self, settings.geometry)
        self.share_width()
        self.library.setVisible(settings.library_shown)
        self.excerpts.setVisible(settings.excerpts_shown)
        self.canvas.view.setFocus()

    def share_width(self) -> None:
        """Give the columns the widths that were kept, or their usual shares of the window."""
        settings = self._settings.value
        library, excerpts = settings.library_width, settings.excerpts_width
        width = self.width()
        if not (library > 0 and excerpts > 0 and library + excerpts < width - 240):
            total = sum(_SHARES)
            library, excerpts = round(width * _SHARES[0] / total), round(width * _SHARES[2] / total)
        self._columns.setSizes([library, width - library - excerpts, excerpts])

    def set_theme(self, theme: Theme) -> None:
        """Hand the colours to everything."""
        for part in (
            self.top,
            self.search,
            self.library,
            self.canvas,
            self.excerpts,
            self.strips,
        ):
            part.set_theme(theme)

    def widen_excerpts(self, wanted: int) -> None:
        """Give the right panel the width that two columns need, and take it back when they are gone."""
        sizes = self._columns.sizes()
        usual, self._usual = self._usual, 0
        width = usual or sizes[2]
        if wanted > width and sizes[1] + sizes[2] - wanted >= self.width() * _LEAST_CANVAS:
            self._usual, width = width, wanted
        if width != sizes[2]:
            self._columns.setSizes([sizes[0], sizes[1] + sizes[2] - width, width])

    def toggle_library(self) -> None:
        """Fold the left panel away, or bring it back."""
        self.library.setVisible(self.library.isHidden())
        self._settings.change(library_shown=not self.library.isHidden())

    def toggle_excerpts(self) -> None:
        """Fold the right panel away, or bring it back."""
        self.excerpts.setVisible(self.excerpts.isHidden())
        self._settings.change(excerpts_shown=not self.excerpts.isHidden())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_canvas(self) -> None:
        """Bring the diagram back to the middle."""
        self.middle.setCurrentWidget(self.canvas)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to what is in the middle: the diagram, or the document that is being read."""
        shown = self.middle.currentWidget()
        (self.canvas.view if shown is None or shown is self.canvas else shown).setFocus()

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of the first time that the window is on the screen."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            QTimer.singleShot(0, self, self.shown.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything stood."""
        sizes = self._columns.sizes()
        changes: dict[str, object] = {"geometry": kept(self)}
        if self.library.isVisible():
            changes["library_width"] = sizes[0]
        if self.excerpts.isVisible():
            changes["excerpts_width"] = self._usual or sizes[2]
        self._settings.change(**changes)
        self.closed.emit()
        super().closeEvent(event)


def focused_text_wants_copy() -> bool:
    """Whether the focused widget holds selected text of its own, which Ctrl+C shall copy rather than the picture."""
    widget = QApplication.focusWidget()
    selected = getattr(widget, "selectedText", None)
    if callable(selected) and selected():
        return True
    cursor = getattr(widget, "textCursor", None)
    return bool(callable(cursor) and cursor().hasSelection())
