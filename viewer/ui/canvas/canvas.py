"""The canvas and what floats by it: what a click on the diagram does is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from viewer.model.diagram import Node
from viewer.model.revealing import focus_of, revealed
from viewer.scene.view.diagram_view import DiagramView
from viewer.scene.view.emphasis import states_of
from viewer.scene.view.picture import Picture
from viewer.scene.view.tips import tip_lines
from viewer.session.page import Empty, Failed, Opening, Page, Ready
from viewer.ui.canvas.canvas_keys import CanvasKeys
from viewer.ui.canvas.focus_frame import FocusFrame
from viewer.ui.canvas.step_bar import StepBar
from viewer.ui.canvas.zoom_control import ZoomControl
from viewer.ui.parts.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from viewer.layout.geometry import Box
    from viewer.model.diagram import ElementId
    from viewer.scene.access.tree import AccessTree
    from viewer.scene.states import State
    from viewer.scene.theme import Theme
    from viewer.session.session import Session
    from viewer.ui.canvas.mini_map import MiniMap
    from viewer.ui.icons import Icons

_NOTHING = "Open a definition (Ctrl+O), or start from an example in the library."


class Canvas(QWidget):
    """Signals: ``details_requested()`` by Enter, ``menu_requested(id | None, QPoint)``, ``step_changed(int)``."""

    details_requested = Signal()
    menu_requested = Signal(object, QPoint)
    step_changed = Signal(int)

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        """Show what the session has open."""
        super().__init__(parent)
        self._session = session
        self._theme: Theme | None = None
        self._hovered: ElementId | None = None
        self._clicked: ElementId | None = None
        self._map: MiniMap | None = None
        self._access: AccessTree | None = None
        self.step = 0
        self.view = DiagramView(self)
        self.view.setObjectName("diagram")
        self._keys = CanvasKeys(self.view, session)
        self.view.installEventFilter(self._keys)
        self._frame = FocusFrame(self.view)
        self._steps = StepBar(self)
        self._zoom = ZoomControl(icons, self)
        keeps = self._zoom.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the picture that comes shall not push it
        self._zoom.setSizePolicy(keeps)
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        foot = QGridLayout()
        foot.setContentsMargins(8, 2, 8, 8)
        # The steps stand in the middle until the zoom control needs the room.
        foot.setColumnStretch(0, 1)
        foot.setColumnStretch(2, 1)
        foot.addWidget(self._steps, 0, 1)
        self._caption = ElidedLabel(self)
        self._caption.set_centred()
        foot.addWidget(self._caption, 1, 0, 1, 3)
        foot.addWidget(self._zoom, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.setAutoFillBackground(True)
        self.view.element_clicked.connect(self._on_view_element_clicked)
        self.view.element_activated.connect(self._on_view_element_activated)
        self.view.element_hovered.connect(self._on_view_element_hovered)
        self.view.camera_changed.connect(self._on_view_camera_changed)
        self.view.menu_requested.connect(self.menu_requested)
        self._keys.enter_requested.connect(self._on_keys_enter_requested)
        self._keys.menu_requested.connect(self.menu_requested)
        self._keys.step_requested.connect(self._on_keys_step_requested)
        self._steps.step_requested.connect(self.show_step)
        self._zoom.in_requested.connect(self.view.zoom_in)
        self._zoom.out_requested.connect(self.view.zoom_out)
        self._zoom.fit_requested.connect(self.view.fit)
        session.page_changed.connect(self._on_session_page_changed)
        session.selection_changed.connect(self._on_session_selection_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.canvas))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.second))
        self.setPalette(palette)
        self._words.setPalette(palette)
        self.view.empty_colour = theme.canvas
        for part in (self._frame, self._steps, self._zoom):
            part.set_theme(theme)
        if self.view.picture is not None:
            self.view.picture.set_theme(theme)
            self.view.repaint_all()
        else:
            self.synchronize()

    def synchronize(self) -> None:
        """Come in line with the session from scratch."""
        self._show_page(self._session.page)
        self._lift()

    def show_step(self, step: int) -> None:
        """Show the picture after this many steps; 0 shows all of it."""
        picture = self.view.picture
        if picture is None:
            return
        self.step = step = max(0, min(step, len(picture.diagram.steps)))
        picture.set_shown(revealed(picture.diagram, step) if step else None)
        self._show_steps(picture)
        self._lift()
        self._name()
        self.view.repaint_all()
        self.step_changed.emit(step)

    def _show_steps(self, picture: Picture) -> None:
        steps = picture.diagram.steps
        self._steps.show_steps(steps, self.step)
        told = steps[self.step - 1] if self.step else None
        words = (told.title, told.caption) if told is not None else ()
        # The line is kept free while all is shown, so that the picture does not move with the first step.
        self._caption.setVisible(bool(steps))
        self._caption.setText(": ".join(word for word in words if word))

    def frame_selection(self) -> None:
        """Show the selection and what it touches as large as they go; without a selection, the whole diagram."""
        picture, selection = self.view.picture, self._session.selection
        if picture is None or selection is None:
            self.view.fit()
            return
        boxes = [picture.box_of(element) for element in states_of(picture.diagram, selection)]
        around: Box | None = None
        for box in boxes:
            if box is not None:
                around = box if around is None else around.united(box)
        if around is not None:
            self.view.frame(around)

    def settle(self) -> None:
        """Do what can wait: let screen readers go from element to element, and make the ink of a first click."""
        from viewer.scene.access.tree import AccessTree
        from viewer.scene.view.ink_ahead import InkAhead

        self._access = AccessTree(self.view)
        self._name()
        InkAhead(self.view)

    # What the session tells

    def _on_session_page_changed(self, page: Page) -> None:
        self._show_page(page)

    def _on_session_selection_changed(self, selection: ElementId | None) -> None:
        self._lift_soon()
        self._name()
        if selection is not None and selection != self._clicked:
            self.view.reveal(selection)  # what was clicked is in sight: it shall not run away from the pointer
        self._clicked = None

    def _show_page(self, page: Page) -> None:
        ready = self._session.ready
        match page:
            case Ready():
                self._show_ready(page)
            case Failed() if ready is None:
                self._say(f"“{page.id}” cannot be drawn yet. Diagram → Problems lists what is wrong.")
            case Opening() if ready is None:
                self._say("")
            case Empty() if ready is None:
                self._say(_NOTHING)
            case _:
                pass  # the last picture stays until there is a new one

    def _show_ready(self, page: Ready) -> None:
        if self._theme is None:
            return
        shown = self.view.picture
        if shown is not None and shown.diagram is page.diagram and shown.layout is page.layout:
            return
        same = shown is not None and shown.diagram.id == page.id
        self._words.hide()
        self._zoom.show()
        self._hovered = None
        step = self.step if same else 0
        picture = Picture(page.diagram, page.layout, self._theme)
        self.step = min(step, len(page.diagram.steps))
        picture.set_shown(revealed(page.diagram, self.step) if self.step else None)
        picture.set_states(self._states(picture))
        self._show_steps(picture)
        self.view.show_picture(picture, keep_camera=same)
        self._name()

    def _say(self, words: str) -> None:
        self.view.show_picture(None)
        self._steps.show_steps((), 0)
        self._caption.hide()
        self._zoom.hide()
        self._words.setText(words)
        self._words.setGeometry(self.view.geometry().adjusted(40, 40, -40, -40))
        self._words.setVisible(bool(words))
        self._words.raise_()

    def _states(self, picture: Picture) -> dict[ElementId, State]:
        focus = focus_of(picture.diagram, self.step - 1) if self.step else frozenset()
        return dict(states_of(picture.diagram, self._session.selection, self._hovered, focus))

    def _lift_soon(self) -> None:
        # What the documents say is painted first. After 0 ms it would come before that: Qt only posts such a call.
        QTimer.singleShot(1, self, self._lift)

    def _lift(self) -> None:
        picture = self.view.picture
        if picture is not None:
            self.view.repaint_elements(picture.set_states(self._states(picture)))

    def _name(self) -> None:
        """Tell a screen reader what the canvas shows and what is selected in it."""
        ready, selection = self._session.ready, self._session.selection
        if self._access is not None:
            self._access.tell(selection)
        if ready is None:
            self.view.setAccessibleName("Diagram")
            return
        self.view.setAccessibleName(f"Diagram: {ready.diagram.title}")
        lines = (ready.diagram.summary,) if selection is None else tip_lines(ready.diagram, selection)
        self.view.setAccessibleDescription(". ".join(line for line in lines if line))

    def _on_keys_enter_requested(self) -> None:
        selection = self._session.selection  # without one, there is nothing that the keyboard could go to
        if selection is not None and not self.open_beyond(selection):
            self.details_requested.emit()

    def _on_keys_step_requested(self, by: int) -> None:
        picture = self.view.picture
        if picture is not None and picture.diagram.steps:
            self.show_step((self.step + by) % (len(picture.diagram.steps) + 1))

    # What the view tells

    def _on_view_element_clicked(self, element: ElementId | None) -> None:
        self._clicked = element
        self._session.select(element)
        self._clicked = None

    def _on_view_element_activated(self, element: ElementId) -> None:
        self.open_beyond(element)

    def _on_view_element_hovered(self, element: ElementId | None) -> None:
        self._hovered = element
        self._session.glance(element)
        self._lift_soon()

    def _on_view_camera_changed(self, _camera: object) -> None:
        view = self.view
        self._zoom.show_scale(view.camera.scale)
        seen = view.camera.seen(view.width(), view.height())
        if self._map is None:
            if view.shows_all:
                return
            from viewer.ui.canvas.mini_map import MiniMap  # most diagrams fit and never need it

            self._map = MiniMap(view)
            self._map.point_requested.connect(view.centre_on)
        self._map.show_view(view.picture, seen)

    def open_beyond(self, element: ElementId | None) -> bool:
        """Go to the diagram that a node opens; False when there is none."""
        ready = self._session.ready
        found = ready.diagram.elements.get(element) if ready is not None and element is not None else None
        if isinstance(found, Node) and found.opens is not None:
            self._session.open(found.opens)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the middle of the view."""
        super().resizeEvent(event)
        self._words.setGeometry(self.view.geometry().adjusted(40, 40, -40, -40))
