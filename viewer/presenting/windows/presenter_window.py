"""What the speaker sees on the other screen: this picture and the next, notes, clocks, steps, and large buttons."""

from __future__ import annotations

from time import monotonic, strftime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QMenu, QVBoxLayout, QWidget

from viewer.presenting.desk.aspect_box import AspectBox
from viewer.presenting.desk.buttons import BUTTONS
from viewer.presenting.desk.clock import Clock
from viewer.presenting.desk.desk_button import DeskButton
from viewer.presenting.desk.notes_panel import NotesPanel
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.held import held
from viewer.presenting.state.show import Blank, Look, Place
from viewer.presenting.state.verbs import begun
from viewer.presenting.windows.audience_window import AudienceWindow
from viewer.presenting.windows.key_names import key_name

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen

    from viewer.presenting.state.keyboard import Keyboard
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.show import Show
    from viewer.presenting.state.speech import Line, Passage
    from viewer.scene.theme import Theme

_A_ROW = 10


class PresenterWindow(QWidget):
    """Signals: ``key_pressed(str)``, ``verb_requested(str)``, ``place_requested(Place)``,
    ``screen_requested(str)``, ``close_requested()``.
    """  # noqa: D205 - a list of signals is no paragraph

    key_pressed = Signal(str)
    verb_requested = Signal(str)
    place_requested = Signal(object)
    screen_requested = Signal(str)
    close_requested = Signal()

    def __init__(self, scenes: tuple[Scene, ...], theme: Theme, notes_pixels: int, keyboard: Keyboard) -> None:
        """Lay everything out; the window is not shown yet."""
        super().__init__()
        self.setObjectName("presenter")
        self.setWindowTitle("Notes – Mechanism viewer")
        self._scenes, self._keyboard = scenes, keyboard
        self.current = AudienceWindow(scenes, theme, keyboard)
        self.current.moves = False
        self.left = QWidget(self)
        self._here = AspectBox(self.current, self, QSize(480, 270))
        self.following = Stage(scenes, theme, self)
        self.following.moves = self.following.dots = False
        self._there = AspectBox(self.following, self, QSize(240, 135))
        self.notes = NotesPanel(notes_pixels, self)
        self.status = QLabel(self)
        self._clocks = QLabel(self)
        self._next = QLabel("Next", self)
        self._steps = QListWidget(self)
        self._buttons: dict[str, DeskButton] = {}
        self._screens = DeskButton("Screen", "", "Choose the audience’s screen", self)
        self._clock = Clock(monotonic(), monotonic())
        self._place: Place | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._on_tick_timeout)
        self._arrange()
        self._steps.itemClicked.connect(self._on_steps_item_clicked)
        self._screens.clicked.connect(self._on_screens_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tick.start()
        self._on_tick_timeout()

    def _arrange(self) -> None:
        self.current.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        large = QFont(self.font())
        large.setPixelSize(26)
        large.setWeight(QFont.Weight.DemiBold)
        for label in (self._clocks, self.status):
            label.setFont(large)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._steps.setFrameShape(QListWidget.Shape.NoFrame)
        self._steps.setMinimumWidth(160)
        self._steps.setWordWrap(True)
        self._steps.setSpacing(6)
        show = begun(self._scenes)
        for place in show.places:
            self._steps.addItem(f"{show.number(place)}  {self._scenes[place.scene].title(place.halt)}")
        top = QHBoxLayout()
        top.addWidget(self._clocks)
        top.addStretch(1)
        top.addWidget(self.status)
        left, right = QVBoxLayout(self.left), QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._here, 3)
        left.addWidget(self.notes, 2)
        right.addWidget(self._next)
        right.addWidget(self._there, 2)
        right.addWidget(self._steps, 3)
        rows = QGridLayout()
        for text, name, tip, checkable in BUTTONS:
            button = DeskButton(text, self._keyboard.key_of(name), tip, self, checkable=checkable)
            button.setObjectName(name)
            button.clicked.connect(self._on_button_clicked)
            self._buttons[name] = button
        for index, button in enumerate((*self._buttons.values(), self._screens)):
            rows.addWidget(button, index // _A_ROW, index % _A_ROW)
            rows.setColumnStretch(index % _A_ROW, 1)
        rows.setSpacing(4)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setSpacing(12)
        grid.addLayout(top, 0, 0, 1, 2)
        grid.addWidget(self.left, 1, 0)
        grid.addLayout(right, 1, 1)
        grid.addLayout(rows, 2, 0, 1, 2)
        for column, share in enumerate((7, 3)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(1, 1)

    def fill(self, screen: QScreen) -> None:
        """Fill a screen."""
        if self.isFullScreen():
            self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the show for its pictures."""
        self.current.set_theme(theme)
        self.following.set_theme(theme)

    def show_show(
        self,
        show: Show,
        lines: tuple[Line, ...],
        turns: tuple[tuple[Line, ...], ...],
        passage: Passage | None,
        following: Look | None,
        lost: str,
        shape: QSize,
    ) -> None:
        """Come in line with the show.

        ``following`` is how the next place looks, ``lost`` an unplugged screen, ``shape`` the size of the audience's.
        """
        look = show.look
        if look != self.current.look:
            self.current.show_look(look, lines, turns)
        else:
            self.current.say(lines, turns)
        self.current.hand.tool, self.current.hand.zoomed = show.tool, show.zoom
        self.following.setVisible(following is not None)
        for box in (self._here, self._there):
            box.set_shape(shape)
        self._next.setText("Next" if following is not None else "This is the last step.")
        if following is not None and following != self.following.look:
            self.following.show_look(following, ())
        if show.quiz is not None:
            self.notes.show_quiz(show.quiz)
        else:
            self.notes.show_step(show.scene.step(show.place.halt), passage)
        now = monotonic()
        self._clock = self._clock.paused(now, show.paused)
        if show.place != self._place:
            self._place = show.place
            self._clock = self._clock.stepped(now)
            self._steps.setCurrentRow(show.places.index(show.place))
        self.status.setText(status_of(show, lost))
        down = held(show)
        for name, button in self._buttons.items():
            button.setChecked(name in down)
        self._on_tick_timeout()

    @Slot()
    def _on_tick_timeout(self) -> None:
        whole, step = self._clock.read(monotonic())
        self._clocks.setText(f"{whole}   step {step}   {strftime('%H:%M')}")

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DeskButton):
            self.verb_requested.emit(button.objectName())

    @Slot()
    def _on_steps_item_clicked(self) -> None:
        row = self._steps.currentRow()
        self.place_requested.emit(begun(self._scenes).places[row])

    @Slot()
    def _on_screens_clicked(self) -> None:
        from PySide6.QtGui import QGuiApplication

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for screen in QGuiApplication.screens():
            name, size = screen.name(), screen.size()
            action = menu.addAction(f"{name}  {size.width()} × {size.height()}")
            action.setObjectName(name)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self._screens.mapToGlobal(self._screens.rect().topLeft()))

    @Slot(object)
    def _on_menu_triggered(self, action: object) -> None:
        name = getattr(action, "objectName", str)()
        if name:
            self.screen_requested.emit(name)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the key's name; Tab walks the buttons here."""
        name = key_name(event)
        if name:
            self.key_pressed.emit(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for the end of the show, when the desktop closes the window."""
        self.close_requested.emit()
        super().closeEvent(event)


def status_of(show: Show, lost: str) -> str:
    """Return what the speaker should know of the audience's screen, in words."""
    if lost:
        return f"Projector disconnected: {lost}"
    told = []
    if show.blank is Blank.END:
        told.append("The show is at its end")
    elif show.blank is not Blank.NONE:
        told.append(f"The audience sees {show.blank.value}")
    if show.frozen is not None:
        told.append("The audience’s picture is held")
    if show.digits:
        told.append(f"Go to {show.digits} ⏎")
    return " · ".join(told)
