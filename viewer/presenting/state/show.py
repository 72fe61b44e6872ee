"""The show as a pure value: where it stands, what was revealed, what covers it. ``verbs`` are the ways to change it.

What was revealed once stays revealed: going back shows an earlier step's words and focus, and replays nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from viewer.presenting.state.slate import Slate

if TYPE_CHECKING:
    from viewer.layout.geometry import Point
    from viewer.model.diagram import ElementId
    from viewer.presenting.state.quiz import Quiz
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.slate import Stroke
    from viewer.presenting.state.trace import Trace


class Blank(StrEnum):
    """A plain screen in place of the picture; ``END`` is where the show goes after its last step."""

    NONE = "none"
    BLACK = "black"
    WHITE = "white"
    END = "the end"


class Sheet(StrEnum):
    """What lies over the picture."""

    NONE = "none"
    KEYS = "keys"
    OVERVIEW = "overview"
    GO_TO = "go to"
    EXCERPT = "excerpt"
    QUIZZES = "quizzes"
    ROOM = "room"
    TOOLS = "tools"
    FROM = "from"
    TO = "to"


class Tool(StrEnum):
    """What the pointer is."""

    NONE = "none"
    LASER = "laser"
    SPOTLIGHT = "spotlight"
    ZOOM = "zoom"
    PEN = "pen"
    RUBBER = "rubber"


class Colours(StrEnum):
    """The themes of the show, by their names: a projector wants a light one, an LED wall may want a dark one."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Place(NamedTuple):
    """A scene and a halt in it, both from 0."""

    scene: int
    halt: int


BEGINNING = Place(0, 0)


class Zoom(NamedTuple):
    """How much larger than its step's frame the picture is, and the page point in its middle (None: the frame's)."""

    factor: float = 1.0
    middle: Point | None = None


class Rules(NamedTuple):
    """How quizzes are played: ``teams`` take turns, ``seconds`` are left for each question (0: no clock).

    ``shuffle`` counts how often the questions were mixed anew.
    """

    teams: int = 1
    seconds: int = 0
    shuffle: int = 0


class Look(NamedTuple):
    """What a screen shows: a place, what was seen before, and what covers it. ``hidden`` are ids that wait.

    ``left`` are the seconds that a question has left, None without a clock; ``picked`` the choice made, from 1;
    ``source`` the passage that is shown, of those that can be, from 0.
    """

    place: Place
    seen: int
    whole: bool = False
    zoom: Zoom = Zoom()
    sheet: Sheet = Sheet.NONE
    hidden: frozenset[ElementId] = frozenset()
    asking: bool = False
    quiz: Quiz | None = None
    selected: ElementId | None = None
    trace: Trace | None = None
    strokes: tuple[Stroke, ...] = ()
    left: int | None = None
    picked: int | None = None
    source: int = 0


class Show(NamedTuple):
    """Where the show stands.

    ``seen`` holds the furthest halt of each scene, ``answered`` the questions that were revealed. ``frozen`` is what
    the audience keeps seeing. ``cursor`` is the place marked in the overview. ``over`` is True once it was left.
    ``picks`` are the choices made at questions. ``origin`` is where a way shall begin. ``at`` is the page point that
    keys move, and ``trail`` what a pen moved by keys has drawn since it was put down.
    """

    scenes: tuple[Scene, ...]
    place: Place = Place(0, 0)
    seen: tuple[int, ...] = ()
    answered: frozenset[Place] = frozenset()
    blank: Blank = Blank.NONE
    sheet: Sheet = Sheet.NONE
    tool: Tool = Tool.NONE
    zoom: Zoom = Zoom()
    whole: bool = False
    frozen: Look | None = None
    bookmark: Place | None = None
    digits: str = ""
    cursor: Place = Place(0, 0)
    quiz: Quiz | None = None
    selected: ElementId | None = None
    source: int = 0
    trace: Trace | None = None
    origin: ElementId | None = None
    slate: Slate = Slate()
    at: Point | None = None
    trail: tuple[Point, ...] = ()
    rules: Rules = Rules()
    left: int | None = None
    picks: tuple[tuple[Place, int], ...] = ()
    colours: Colours = Colours.LIGHT
    swapped: bool = False
    paused: bool = False
    windowed: bool = False
    over: bool = False

    @property
    def scene(self) -> Scene:
        """The scene that is shown."""
        return self.scenes[self.place.scene]

    @property
    def asking(self) -> bool:
        """Whether the question of this step waits for its answer."""
        return self.scene.ask(self.place.halt) is not None and self.place not in self.answered

    @property
    def hidden(self) -> frozenset[ElementId]:
        """The elements whose signs or names wait for an answer: they are told nowhere."""
        if self.quiz is not None:
            return self.quiz.hidden
        number = self.place.scene
        waiting: set[ElementId] = set()
        for halt in range(self.seen[number] + 1):
            ask = self.scene.ask(halt)
            if ask is not None and ask.hides is not None and Place(number, halt) not in self.answered:
                waiting.add(ask.hides)
        return frozenset(waiting)

    @property
    def picked(self) -> int | None:
        """The choice that was made at this step's question, from 1."""
        return dict(self.picks).get(self.place)

    @property
    def look(self) -> Look:
        """What the speaker sees."""
        return Look(
            self.place,
            self.seen[self.place.scene],
            self.whole,
            self.zoom,
            self.sheet,
            self.hidden,
            self.asking,
            self.quiz,
            self.selected,
            self.trace,
            self.slate.on(self.place.scene),
            self.left,
            self.picked,
            self.source,
        )

    @property
    def audience(self) -> Look:
        """What the audience sees: while it is frozen, what it saw then."""
        return self.frozen or self.look

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place, in order."""
        return tuple(
            Place(number, halt) for number, scene in enumerate(self.scenes) for halt in range(len(scene.halts))
        )

    def number(self, place: Place) -> str:
        """Return the number that is typed to get to a place, with its diagram's before it in a lesson."""
        scene = self.scenes[place.scene]
        step = place.halt + (1 if scene.step(0) is not None else 0)
        return str(step) if len(self.scenes) == 1 else f"{place.scene + 1}.{step}"

    @property
    def following(self) -> Place | None:
        """The place after this one, None at the end."""
        if self.place.halt + 1 < len(self.scene.halts):
            return Place(self.place.scene, self.place.halt + 1)
        return Place(self.place.scene + 1, 0) if self.place.scene + 1 < len(self.scenes) else None
