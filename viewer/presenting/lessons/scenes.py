"""Turns a lesson's file into the scenes of a show: reads and lays out every diagram of it. Runs on a job's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.definitions.lesson import Lesson, read_lesson
from viewer.presenting.lessons.step_words import StepWords
from viewer.presenting.state.draft import drafted_steps
from viewer.presenting.state.scene import Scene, scene_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from viewer.definitions.catalog import Catalog
    from viewer.session.jobs import Token
    from viewer.session.opening import Opened, Opener


class Loaded(NamedTuple):
    """A lesson and its scenes, in order."""

    lesson: Lesson
    scenes: tuple[Scene, ...]


def load_lesson(path: Path, catalog: Catalog, opener: Opener, token: Token, *, legend: bool) -> Loaded:
    """Read a lesson and open its diagrams; ``legend`` puts the explanation of the signs first.

    Raises DiagramError for the lesson or one of its diagrams, LayoutError, LayoutCancelled.
    """
    entries = catalog.by_id
    opened: dict[str, Opened] = {}

    def open_one(name: str) -> Opened:
        if name not in opened:
            entry = entries[name]
            opened[name] = opener.open(entry.path, tuple(entries), token)
        return opened[name]

    def steps(name: str) -> int:
        scene = scene_of(open_one(name).definition.diagram, open_one(name).layout)
        return len(scene.diagram.steps)

    lesson = read_lesson(path, tuple(entries), steps)
    scenes = []
    for index, part in enumerate(lesson.parts):
        one = open_one(part.diagram)
        scenes.append(_scene(one, part.steps, dict(part.captions), legend=legend and index == 0))
    return Loaded(lesson, tuple(scenes))


def _scene(opened: Opened, steps: tuple[int, ...], captions: Mapping[int, str], *, legend: bool) -> Scene:
    scene = scene_of(opened.definition.diagram, opened.layout, steps=steps, legend=legend)
    return scene._replace(captions=tuple(captions.get(number, "") for number in scene.halts))


def steps_in(path: Path, catalog: Catalog, opener: Opener, token: Token) -> tuple[StepWords, ...]:
    """Return what the steps of a definition are called and say.

    Raises DiagramError for a broken one; one without steps is laid out, as its story follows where all stands.
    """
    from viewer.definitions.reader import read_definition

    steps = read_definition(path).diagram.steps
    if not steps:
        opened = opener.open(path, tuple(catalog.by_id), token)
        steps = drafted_steps(opened.definition.diagram, opened.layout)
    return tuple(StepWords(step.title, " ".join(step.caption.split())) for step in steps)
