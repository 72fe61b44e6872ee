"""What the audience sees: the stage on a whole screen, driven by keys, clickers, mouse and touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from viewer.presenting.picture.end_page import paint_end, ways
from viewer.presenting.picture.pointing import Pointing, paint_pointing, paint_strokes
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.show import Blank
from viewer.presenting.windows.hand import Hand
from viewer.presenting.windows.key_names import key_name

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QScreen, QShowEvent

    from viewer.presenting.state.keyboard import Keyboard
    from viewer.presenting.state.scene import Scene
    from viewer.scene.theme import Theme

_HANDS = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.NativeGesture,
    }
)


class AudienceWindow(Stage):
    """Signals: ``key_pressed(str)`` with the key's name, ``close_requested()``. What hands do is told by ``hand``."""

    key_pressed = Signal(str)
    close_requested = Signal()

    def __init__(self, scenes: tuple[Scene, ...], theme: Theme, keyboard: Keyboard) -> None:
        """Take what can be shown, and the keys that the end of it names; the window is not shown yet."""
        super().__init__(scenes, theme)
        self.ways = ways(keyboard)
        self.setObjectName("audience")
        self.blank = Blank.NONE
        self._pointing = Pointing()
        self.hand = Hand(self)
        self.hand.key_pressed.connect(self.key_pressed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen; a window that fills another one leaves it first, or it would stay there."""
        if self.isFullScreen():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        handle = self.windowHandle()
        if handle is not None:
            handle.setScreen(screen)  # where windows have no place of their own, the request names the screen
        self.showFullScreen()

    def stand_on(self, screen: QScreen) -> None:
        """Be a window of its own on a screen, to be shared in a call."""
        self.showNormal()
        room = screen.availableGeometry()
        width = min(1280, round(room.width() * 0.8))
        self.setGeometry(room.x() + 40, room.y() + 60, width, round(width * 9 / 16))
        self.show()

    def set_blank(self, blank: Blank) -> None:
        """Show a plain screen, or the picture."""
        if blank is not self.blank:
            self.blank = blank
            self.update()

    def set_pointing(self, pointing: Pointing) -> None:
        """Show what is pointed at."""
        if pointing != self._pointing:
            self._pointing = pointing
            self.update()

    # Qt's own names

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stage, or a plain screen, what was drawn by hand, and what is pointed at."""
        if self.blank is not Blank.NONE:
            painter = QPainter(self)
            plain = Qt.GlobalColor.white if self.blank is Blank.WHITE else Qt.GlobalColor.black
            painter.fillRect(self.rect(), QColor(plain))
            if self.blank is Blank.END:
                paint_end(painter, self.rect(), self.unit, self.ways)
            return
        super().paintEvent(event)
        strokes = self.look.strokes if self.look is not None and not self.on_legend else ()
        if not strokes and self._pointing == Pointing():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_strokes(painter, tuple(one.points for one in strokes), self.camera, self.theme, self.unit)
        paint_pointing(painter, self._pointing, self.camera, QRectF(self.rect()), self.theme, self.unit)

    def event(self, event: QEvent) -> bool:
        """Hand to the hand what is meant for it."""
        if event.type() in _HANDS and self.hand.take(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key's name."""
        name = key_name(event)
        if name:
            self.key_pressed.emit(name)

    def focusNextPrevChild(self, _following: bool) -> bool:
        """Keep Tab: it opens the overview."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Hide the pointer after a while, also one that was never moved."""
        super().showEvent(event)
        self.hand.rest()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew for a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.repaint_all()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end of the show, when the desktop closes the window."""
        self.close_requested.emit()
        super().closeEvent(event)
