"""The view's accessible tree: the diagram with its nodes and arrows as children, each where it is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from viewer.layout.geometry import Point
from viewer.scene.access.words import spoken_name, spoken_surroundings
from viewer.scene.view.diagram_view import DiagramView

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram, Edge, ElementId, Node


class SpokenElement(QObject):
    """Stands for one element of the diagram that a view shows: Qt keeps an interface as long as its object lives."""

    def __init__(self, element: Node | Edge, tree: AccessTree) -> None:
        """Take the element and the tree that it is part of."""
        super().__init__(tree)
        self.element, self.tree = element, tree
        self.place = 0  # among the children
        self.interface: QAccessibleInterface | None = None


class AccessTree(QObject):
    """Gives a view's elements to screen readers. It lives as long as the view, whose child it is."""

    def __init__(self, view: DiagramView) -> None:
        """Take the view; what a reader was told of it before is told anew."""
        super().__init__(view)
        self.view = view
        self.interface: QAccessibleInterface | None = None
        self.selected: ElementId | None = None
        self._diagram: Diagram | None = None
        self._shown: frozenset[ElementId] | None = None
        self._known: dict[ElementId, SpokenElement] = {}
        self._elements: list[SpokenElement] = []
        self._named: str | None = None  # the diagram that readers know of
        self._told: list[ElementId] = []
        before = QAccessible.queryAccessibleInterface(view)
        QAccessible.installFactory(_interface_for)
        if before is not None:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))

    @property
    def diagram(self) -> Diagram | None:
        """The diagram that is shown."""
        picture = self.view.picture
        return None if picture is None else picture.diagram

    def elements(self) -> list[SpokenElement]:
        """Return what stands for the nodes and arrows that are shown, in the definition's order."""
        picture, diagram = self.view.picture, self.diagram
        shown = None if picture is None else picture.shown
        if diagram is not self._diagram:
            for old in self._known.values():
                old.deleteLater()
            self._known = {}
        elif shown is self._shown:
            return self._elements
        self._diagram, self._shown = diagram, shown
        drawn: tuple[Node | Edge, ...] = () if diagram is None else (*diagram.nodes, *diagram.edges)
        self._elements = [self._of(element) for element in drawn if shown is None or element.id in shown]
        for place, spoken in enumerate(self._elements):
            spoken.place = place
        return self._elements

    def _of(self, element: Node | Edge) -> SpokenElement:
        if element.id not in self._known:
            self._known[element.id] = SpokenElement(element, self)
        return self._known[element.id]

    def spoken(self, wanted: ElementId | None) -> SpokenElement | None:
        """Return what stands for an element, None where it is not shown."""
        known = self._known.get(wanted) if wanted is not None and self.elements() else None
        return known if known is not None and (self._shown is None or wanted in self._shown) else None

    def tell(self, selected: ElementId | None) -> None:
        """Let readers know what is shown and selected now."""
        before, self.selected = self.selected, selected
        if not QAccessible.isActive():
            return
        before_it, self._named = self._named, None if self.diagram is None else self.diagram.title
        if before_it is not None and self._named not in {None, before_it}:
            said = QAccessibleAnnouncementEvent(self.view, f"Diagram: {self._named}")
            QAccessible.updateAccessibility(said)
        shown = [spoken.element.id for spoken in self.elements()]
        if shown != self._told:
            self._told = shown
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder))
        spoken = self.spoken(selected) if selected != before else None
        if spoken is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(spoken, QAccessible.Event.Focus))


# Qt takes "none" from each of these; its type stubs do not know: hence Any.


class _SpokenDiagram(QAccessibleWidget):
    """The view: a graphic whose children are the elements."""

    def __init__(self, view: DiagramView, tree: AccessTree) -> None:
        super().__init__(view, QAccessible.Role.Graphic)
        self._tree = tree

    def childCount(self) -> int:
        return len(self._tree.elements())

    def child(self, index: int) -> Any:
        elements = self._tree.elements()
        return QAccessible.queryAccessibleInterface(elements[index]) if 0 <= index < len(elements) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        spoken = child.object()
        elements = self._tree.elements()
        if isinstance(spoken, SpokenElement) and elements[spoken.place : spoken.place + 1] == [spoken]:
            return spoken.place
        return -1

    def childAt(self, x: int, y: int) -> Any:
        view = self._tree.view
        found = view.element_at(QPointF(view.mapFromGlobal(QPoint(x, y))))
        spoken = self._tree.spoken(found)
        return None if spoken is None else QAccessible.queryAccessibleInterface(spoken)

    def focusChild(self) -> Any:
        spoken = self._tree.spoken(self._tree.selected) if self._tree.view.hasFocus() else None
        return super().focusChild() if spoken is None else QAccessible.queryAccessibleInterface(spoken)


class _SpokenInterface(QAccessibleInterface):
    """A node or an arrow."""

    def __init__(self, spoken: SpokenElement) -> None:
        super().__init__()
        self._spoken = spoken

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject:
        return self._spoken

    def window(self) -> Any:
        return self._spoken.tree.view.window().windowHandle()

    def parent(self) -> Any:
        return QAccessible.queryAccessibleInterface(self._spoken.tree.view)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> Any:
        return None

    def childAt(self, x: int, y: int) -> Any:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def setText(self, text: QAccessible.Text, words: str) -> None:
        return

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, text: QAccessible.Text) -> str:
        diagram = self._spoken.tree.diagram
        if diagram is None:
            return ""
        if text == QAccessible.Text.Name:
            return spoken_name(diagram, self._spoken.element)
        return spoken_surroundings(diagram, self._spoken.element) if text == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        tree = self._spoken.tree
        picture = tree.view.picture
        box = None if picture is None else picture.box_of(self._spoken.element.id)
        if box is None:
            return QRect()
        camera = tree.view.camera
        corner = camera.to_view(Point(box.x, box.y))
        place = QRect(int(corner.x), int(corner.y), int(box.width * camera.scale), int(box.height * camera.scale))
        seen = place.intersected(tree.view.rect())
        return QRect(tree.view.mapToGlobal(seen.topLeft()), seen.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        tree = self._spoken.tree
        state.focusable = state.selectable = True
        selected = tree.selected == self._spoken.element.id
        state.selected = selected
        state.focused = selected and tree.view.hasFocus()
        state.offscreen = self.rect().isEmpty()
        return state


def _interface_for(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Make the interface of a view or an element. Qt only borrows what Python makes: its owner keeps it."""
    if isinstance(thing, SpokenElement):
        thing.interface = _SpokenInterface(thing)
        return thing.interface
    tree = thing.findChild(AccessTree) if isinstance(thing, DiagramView) else None
    if tree is None:
        return None
    tree.interface = _SpokenDiagram(tree.view, tree)
    return tree.interface
