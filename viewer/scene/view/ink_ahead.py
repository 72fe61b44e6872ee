"""Makes the ink that a pointer will ask for while nothing else happens: the first click is as quick as the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.model.diagram import ElementId
    from viewer.scene.theme import Theme
    from viewer.scene.view.diagram_view import DiagramView
    from viewer.scene.view.picture import Picture

_MOST = 600  # elements: of a larger diagram most are never pointed at
_PAUSE_MS = 12  # between two elements, each of which takes about a millisecond


class InkAhead(QObject):
    """Follows what a view shows, whatever picture comes into it and in which theme."""

    def __init__(self, view: DiagramView) -> None:
        """Begin with what the view shows now."""
        super().__init__(view)
        self._view = view
        self._for: tuple[Picture, Theme] | None = None
        self._left: Iterator[ElementId] = iter(())
        self._turn = QTimer(self)
        self._turn.setInterval(_PAUSE_MS)
        self._turn.timeout.connect(self._on_turn_timeout)
        view.picture_seen.connect(self._on_view_picture_seen)
        self._on_view_picture_seen()

    @property
    def done(self) -> bool:
        """Whether nothing is left to be made."""
        return not self._turn.isActive()

    @Slot()
    def _on_view_picture_seen(self) -> None:
        picture = self._view.picture
        if picture is None or self._for == (picture, picture.theme) or len(picture.diagram.elements) > _MOST:
            return
        self._for = (picture, picture.theme)
        self._left = iter(tuple(picture.diagram.elements))
        self._turn.start()

    @Slot()
    def _on_turn_timeout(self) -> None:
        element = next(self._left, None)
        picture = self._view.picture
        if element is None or picture is None or self._for != (picture, picture.theme):
            self._turn.stop()
            self._on_view_picture_seen()
            return
        picture.prepare(element)
