"""A short, eased move of the camera from where it is to where it shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QVariantAnimation, Signal, Slot

from viewer.scene.view.camera import Camera, between

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

_MOTION_MS = 200


class Flight(QObject):
    """Signals: ``moved(Camera)`` for every frame of the move, the goal last."""

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Rest."""
        super().__init__(parent)
        self._from = self._to = Camera()
        self._width = self._height = 1.0
        self._run = QVariantAnimation(self)
        self._run.setDuration(_MOTION_MS)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.valueChanged.connect(self._on_run_value_changed)

    @property
    def goal(self) -> Camera | None:
        """Where the camera is on its way to, or None while it rests."""
        return self._to if self._run.state() == QVariantAnimation.State.Running else None

    def start(self, begin: Camera, end: Camera, size: QSize, milliseconds: int = _MOTION_MS) -> None:
        """Begin a move in a view of this size that takes so long."""
        self._run.stop()
        self._run.setDuration(milliseconds)
        self._from, self._to = begin, end
        self._width, self._height = float(size.width()), float(size.height())
        self._run.start()

    def stop(self) -> None:
        """Stay where the camera is now."""
        self._run.stop()

    @Slot(object)
    def _on_run_value_changed(self, value: float) -> None:
        eased = 1 - (1 - value) ** 3
        self.moved.emit(between(self._from, self._to, eased, self._width, self._height))
