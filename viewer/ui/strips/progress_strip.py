"""The strip that says what takes long: what, how far, how fast, how long still, and a way to stop it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from viewer.ui.parts.elided_label import ElidedLabel
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.strips.remaining import pace, said, seconds_left
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from viewer.scene.theme import Theme
    from viewer.session.jobs import Progress
    from viewer.ui.icons import Icons

APPEARS = 300
"""Work that is done sooner shows nothing, in milliseconds."""

_LINGERS = 200  # ms; the end of one job is often the beginning of the next
_BAR, _SIDE = 2, 16


class ProgressStrip(QWidget):
    """Signal: ``cancel_requested()``."""

    cancel_requested = Signal()

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Show nothing yet. ``clock`` gives seconds that never run back."""
        super().__init__(parent)
        self._clock = clock
        self._style: Style | None = None
        self._progress: Progress | None = None
        self._began = 0.0
        self._words = ElidedLabel(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._cancel = FlatButton(icons, "close", "Cancel", parent=self)
        self._cancel.setAccessibleName("Cancel what is being done")
        self._cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 1, 8, _BAR + 3)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._cancel)
        self._appear = self._timer(APPEARS, self._on_appear_timeout)
        self._leave = self._timer(_LINGERS, self._on_leave_timeout)
        self.setAccessibleName("Progress")
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._style = Style(theme, self.font())
        self._words.setFont(self._style.small.font)
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), self._style.colour("second"))
        self._words.setPalette(palette)
        self._cancel.set_theme(theme)
        self.update()

    def show_progress(self, progress: Progress | None) -> None:
        """Say how far work is; None when it is done. Short work is never shown."""
        if progress is None:
            self._appear.stop()
            self._leave.start()
            return
        self._leave.stop()
        before, self._progress = self._progress, progress
        if before is None or progress.total != before.total or progress.done < before.done:
            self._began = self._clock()  # other work than before
        self._say()
        if self.isHidden() and not self._appear.isActive():
            self._appear.start()

    def _say(self) -> None:
        progress = self._progress
        if progress is None:
            return
        parts = [progress.what]
        if progress.total > 0:
            parts.append(f"{min(progress.done, progress.total):,} of {progress.total:,}")
            elapsed = self._clock() - self._began
            parts.append(pace(progress.done, elapsed))
            parts.append(said(seconds_left(progress.done, progress.total, elapsed)))
        self._words.setText(" · ".join(part for part in parts if part))
        self.update()

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    def _on_appear_timeout(self) -> None:
        self.setVisible(self._progress is not None)

    def _on_leave_timeout(self) -> None:
        self._progress = None
        self.hide()

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        style, progress = self._style, self._progress
        if style is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        way = QRectF(_SIDE, self.height() - _BAR - 1, self.width() - 2 * _SIDE, _BAR)
        if progress is not None and progress.total > 0:
            painter.setBrush(style.colour("hairline"))
            painter.drawRect(way)
            way.setWidth(way.width() * min(progress.done / progress.total, 1.0))
            painter.setBrush(style.colour("accent"))
            painter.drawRect(way)
