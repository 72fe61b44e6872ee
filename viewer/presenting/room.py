"""Who can read a step: the height of its capitals as a share of the picture, and how far away that can be read.

A capital is read up to 200 of its heights away. Rooms are measured in heights of the picture: a class sits within 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.errors import Severity
from viewer.presenting.picture.focus import about
from viewer.presenting.picture.legible import ACUITY, GOOD, LEAST, NEARLY, ROWS, share_at
from viewer.presenting.picture.window import frame_step
from viewer.presenting.state.scene import LEGEND

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.presenting.state.scene import Scene

TOO_MANY_WORDS = "Its words are many and set smaller. Shorten the caption or the quote."
_MOST_LABELS = 12


class Reading(NamedTuple):
    """How a step reads: ``share`` of the picture's height that its capitals take; ``labels`` that it names.

    ``reach`` is the distance in picture heights up to which they can be read. ``advice`` is empty for a good step.
    """

    title: str
    share: float
    reach: float
    labels: int
    severity: Severity | None
    advice: str

    @property
    def row(self) -> int:
        """The last row of seats from which it can be read."""
        return round(self.reach * ROWS)


def readings(
    scene: Scene,
    size: tuple[float, float],
    measure: Callable[[int, float], float],
    share: Callable[[int, float], float] = lambda _halt, _width: 1.0,
) -> tuple[Reading, ...]:
    """Return how each step of a scene reads on a screen of this size.

    ``measure`` returns how high the words of a halt are at a width, in pixels; ``share`` what share of their usual
    size they have there.
    """
    found = []
    for halt, number in enumerate(scene.halts):
        if number == LEGEND:
            continue
        shown, focus = scene.shown(halt, halt), scene.focus(halt)
        wanted = about(scene.diagram, scene.layout, focus, shown, scene.ask(halt))

        def height(width: float, at: int = halt) -> float:
            return measure(at, width)

        framed = frame_step(scene.diagram, scene.layout, wanted, shown, size, height, None)
        labels = len([node for node in scene.diagram.nodes if node.id in focus])
        told = reading(scene.title(halt), framed.camera.scale, size[1], labels)
        if share(halt, framed.words.width) < 1 and told.severity is None:
            told = told._replace(severity=Severity.WARNING, advice=TOO_MANY_WORDS)
        found.append(told)
    return tuple(found)


def reading(title: str, scale: float, height: float, labels: int) -> Reading:
    """Return how a step reads whose picture is drawn at ``scale`` on a screen of ``height`` pixels."""
    share = share_at(scale, height)
    severity = None
    if share < LEAST - NEARLY:
        severity = Severity.ERROR
    elif share < GOOD - NEARLY:
        severity = Severity.WARNING
    return Reading(title, share, share * ACUITY, labels, severity, _advice(severity, labels))


def _advice(severity: Severity | None, labels: int) -> str:
    if severity is None:
        return ""
    if labels > _MOST_LABELS:
        return f"It is about {labels} elements. Split it into {-(-labels // 4)} steps."
    if labels > 2:
        return "Split it into two steps, or give it a smaller focus."
    return "Its elements stand far apart. Focus on one of them."
