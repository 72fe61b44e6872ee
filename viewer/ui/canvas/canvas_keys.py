"""The keys of the canvas, for exploring without a mouse. They belong to the canvas alone, never to a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from viewer.layout.geometry import Point
from viewer.scene.view.travel import neighbour_in_direction, next_along, sibling_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.model.diagram import ElementId
    from viewer.scene.view.diagram_view import DiagramView
    from viewer.scene.view.picture import Picture
    from viewer.session.session import Session

_PAN = 60
_TOWARDS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

KEYS = (
    ("Arrows", "Go to the nearest element that way"),
    ("Shift+Arrows", "Move the page"),
    ("] and [", "Walk along the arrows, or against them"),
    ("\\", "The next arrow beside this one"),
    ("Enter", "Open the diagram behind it, else its passages"),
    ("Esc", "Select nothing"),
    ("+, −, Home", "Zoom in, out, whole diagram"),
    ("Page Down, Page Up", "Next step, step before"),
    ("Menu, Shift+F10", "Open the menu of what is selected"),
)
"""The keys and what they do, for the key sheet."""


class CanvasKeys(QObject):
    """An event filter for a view. Signals: ``enter_requested()``, ``step_requested(int)`` by one onward or back,
    ``menu_requested(id | None, QPoint)`` for what is selected, in global pixels.
    """  # noqa: D205 - a list of signals is no paragraph

    enter_requested = Signal()
    step_requested = Signal(int)
    menu_requested = Signal(object, QPoint)

    def __init__(self, view: DiagramView, session: Session) -> None:
        """Take the view, which owns this, and the session that the keys move through."""
        super().__init__(view)
        self._view, self._session = view, session
        self._plain: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Plus: view.zoom_in,
            Qt.Key.Key_Equal: view.zoom_in,
            Qt.Key.Key_Minus: view.zoom_out,
            Qt.Key.Key_Home: view.fit,
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_Return: self.enter_requested.emit,
            Qt.Key.Key_Enter: self.enter_requested.emit,
            Qt.Key.Key_PageDown: self._next_step,
            Qt.Key.Key_PageUp: self._last_step,
        }

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a key that means something here; leave all others."""
        if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self._session.selection, self._view.mapToGlobal(self._selected_place()))
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        picture = self._view.picture
        if picture is None or event.modifiers() & _ELSEWHERE:
            return False
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        if shifted and key in _TOWARDS:
            dx, dy = _TOWARDS[key]
            self._view.pan_by(-_PAN * dx, -_PAN * dy)
            return True
        if key in self._plain:
            self._plain[key]()
            return True
        known, found = self._walk(key, picture, shifted=shifted)
        if found is not None:
            self._session.select(found)
        return known

    def _walk(self, key: Qt.Key, picture: Picture, *, shifted: bool) -> tuple[bool, ElementId | None]:
        """Return whether the key walks, and where it leads."""
        selection, diagram = self._session.selection, picture.diagram
        if key in _TOWARDS:
            dx, dy = _TOWARDS[key]
            return True, neighbour_in_direction(picture.layout, selection, dx, dy, picture.shown)
        if key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight):
            return True, next_along(diagram, selection, onward=True)
        if key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BraceLeft):
            return True, next_along(diagram, selection, onward=False)
        if key in (Qt.Key.Key_Backslash, Qt.Key.Key_Bar):
            return True, sibling_of(diagram, selection, onward=not shifted)
        return False, None

    def _selected_place(self) -> QPoint:
        """Return the middle of what is selected, in the view's pixels; without a selection, of the view."""
        picture, selection = self._view.picture, self._session.selection
        box = picture.box_of(selection) if picture is not None and selection is not None else None
        if box is None:
            return self._view.rect().center()
        seen = self._view.camera.to_view(Point(box.centre.x, box.centre.y))
        return QPoint(round(seen.x), round(seen.y))

    def _leave(self) -> None:
        self._session.select(None)

    def _next_step(self) -> None:
        self.step_requested.emit(1)

    def _last_step(self) -> None:
        self.step_requested.emit(-1)
