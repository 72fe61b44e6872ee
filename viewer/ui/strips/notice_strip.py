"""The notices at the foot of the window, one under the other: they say what happened, and wait to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from viewer.errors import Severity
from viewer.ui.parts.announcing import announce
from viewer.ui.parts.row_button import RowButton
from viewer.ui.strips.notice_row import NoticeRow
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.errors import Notice
    from viewer.scene.theme import Theme
    from viewer.ui.icons import Icons

SHOWN = 3
"""Notices that are seen at once; the others are counted, and seen on demand."""

_MOST = 30  # beyond, the oldest goes: a loop that posts must not fill the memory


class NoticeStrip(QWidget):
    """Hidden while there is nothing to say. A notice takes the place of one with its key; the newest is lowest."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._icons = icons
        self._style: Style | None = None
        self._rows: list[NoticeRow] = []
        self._acts: list[tuple[NoticeRow, Callable[[], object]]] = []
        self._whole = False
        self._more = RowButton(icons, "chevron-up", "", "accent", self)
        self._more.clicked.connect(self._on_more_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Notices")
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._style = Style(theme, self.font())
        self._more.set_style(self._style)
        for row in self._rows:
            row.set_style(self._style)
        self.update()

    def post(self, notice: Notice, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a notice and let a screen reader say it; no words, no notice.

        ``verb`` is offered beside it: chosen, ``act`` is called and the notice goes.
        """
        if not notice.text.strip():
            return
        for row in self._rows:
            if notice.key and row.notice.key == notice.key:
                self._drop(row)
                break
        row = NoticeRow(notice, self._icons, self, verb=verb if act is not None else "")
        row.closed.connect(self._on_row_closed)
        row.acted.connect(self._on_row_acted)
        self._acts = [(other, done) for other, done in self._acts if other in self._rows]
        if act is not None:
            self._acts.append((row, act))
        if self._style is not None:
            row.set_style(self._style)
        self._rows.append(row)
        self._column.addWidget(row)
        if len(self._rows) > _MOST:
            self._drop(self._rows[0])
        self._arrange()
        announce(self, notice.text, now=notice.severity is Severity.ERROR)

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices that have not been closed, oldest first."""
        return tuple(row.notice for row in self._rows)

    def _drop(self, row: NoticeRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        over = len(self._rows) - SHOWN
        if over <= 0:
            self._whole = False
        for place, row in enumerate(self._rows):
            row.setVisible(self._whole or place >= over)
        self._more.setVisible(over > 0)
        self._more.setText("Show fewer" if self._whole else f"{over} more")
        self.setVisible(bool(self._rows))

    def _on_row_closed(self) -> None:
        row = self.sender()
        if isinstance(row, NoticeRow) and row in self._rows:
            self._drop(row)
            self._arrange()

    def _on_row_acted(self) -> None:
        row = self.sender()
        for other, act in self._acts:
            if other is row and other in self._rows:
                self._drop(other)
                self._arrange()
                act()
                return

    def _on_more_clicked(self) -> None:
        self._whole = not self._whole
        self._arrange()
