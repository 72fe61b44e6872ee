"""A label of plain text with its own distance between lines: wraps at any width, never cuts, never reads markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from viewer.ui.typeset.prose import Prose, Run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.typeset.face import Face
    from viewer.ui.typeset.style import Style

_IDEAL = 40  # letters of an unconstrained line


class TextBlock(QLabel):
    """A label in one face and one colour of the theme; a screen reader hears its text."""

    def __init__(
        self,
        text: str,
        style: Style,
        face: Face,
        token: str = "text",
        runs: tuple[Run, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the text, or ``runs`` of it in several colours."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        colour = style.colour(token)
        self.prose = Prose(runs or (Run(text, colour),), face)
        self._face = face
        self.setText(self.prose.text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Qt's own names

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.prose.height(width)

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 1 else _IDEAL * self._face.line // 2
        return QSize(1, self.prose.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._face.line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.prose.height(self.width())
        painter = QPainter(self)
        self.prose.paint(painter, 0, 0)
        painter.end()
