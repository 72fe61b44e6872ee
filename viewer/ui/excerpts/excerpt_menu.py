"""The menu of an excerpt: read it, copy it, keep it with a stance, or hide it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from viewer.ui.excerpts.verdict import STANCES, Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt


class ExcerptMenu(QMenu):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``.

    It is freed when it closes.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)

    def __init__(self, excerpt: Excerpt, verdicts: tuple[Verdict, ...], parent: QWidget) -> None:
        """Take the excerpt and what can be said of it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._excerpt = excerpt
        self._verdicts: dict[QAction, Verdict] = {}
        self._open = self.addAction("&Open the document here")
        self._copy = self.addAction("&Copy with its citation")
        pinned = excerpt.pin.stance if excerpt.pin is not None else None
        stances = [verdict for verdict in STANCES if verdict in verdicts]
        if stances:
            self.addSection("Pinned" if pinned is not None else "Pin")
            group = QActionGroup(self)
            for verdict in stances:
                action = self._add(verdict)
                action.setCheckable(True)
                action.setChecked(verdict.stance is pinned)
                group.addAction(action)
        rest = [verdict for verdict in verdicts if verdict not in STANCES]
        if rest:
            self.addSeparator()
        for verdict in rest:
            self._add(verdict)
        self.triggered.connect(self._on_self_triggered)

    def _add(self, verdict: Verdict) -> QAction:
        action = self.addAction(verdict.words)
        self._verdicts[action] = verdict
        return action

    def _on_self_triggered(self, action: QAction) -> None:
        if action is self._open:
            self.open_requested.emit(self._excerpt)
        elif action is self._copy:
            self.copy_requested.emit(self._excerpt)
        elif action in self._verdicts:
            self.verdict_requested.emit(self._excerpt, self._verdicts[action])
