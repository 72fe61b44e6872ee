"""A lesson: several diagrams in an order, with the steps chosen and own captions, as a YAML file to keep and share.

.. code-block:: yaml

    title: Ketamine in one hour
    diagrams:
      - overview                       # all its steps
      - diagram: glutamate-surge
        steps: [1, 2, 4]
        captions: {2: In our own words.}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.definitions.files import read_bounded
from viewer.errors import DiagramError, Problem
from viewer.model.diagram import DiagramId
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from viewer.definitions.marks import Marks, Value

SUFFIX = "lesson.yaml"
"""What the name of a lesson's file ends with."""

_KEYS = ("title", "diagrams")
_PART_KEYS = ("diagram", "steps", "captions")
_LONGEST = 300


class Part(NamedTuple):
    """A diagram of a lesson: ``steps`` are the numbers chosen (from 1), none means all; captions by their step."""

    diagram: DiagramId
    steps: tuple[int, ...] = ()
    captions: tuple[tuple[int, str], ...] = ()


class Lesson(NamedTuple):
    """A title and at least one diagram."""

    title: str
    parts: tuple[Part, ...]


def read_lesson(path: Path, known: Collection[str], steps: Callable[[str], int] | None = None) -> Lesson:
    """Read a lesson; ``known`` are the diagrams that there are, ``steps`` says how many steps one of them has.

    Raises DiagramError with every problem, by line.
    """
    return parse_lesson(read_bounded(path, str(path)), str(path), known, steps)


def parse_lesson(
    content: bytes, file: str, known: Collection[str], steps: Callable[[str], int] | None = None
) -> Lesson:
    """Read a lesson from its bytes; as ``read_lesson`` otherwise."""
    from viewer.definitions.yaml_tree import parse_tree

    tree = parse_tree(content, file)
    reading = _Reading(file, tree.marks, Names(known), frozenset(known), steps)
    lesson = reading.lesson(tree.value) if tree.whole else None
    problems = sorted((*tree.problems, *reading.problems), key=lambda problem: (problem.line, problem.column))
    if problems or lesson is None:
        raise DiagramError(tuple(problems))
    return lesson


def lesson_text(lesson: Lesson) -> str:
    """Return a lesson as YAML."""
    import yaml

    parts: list[object] = []
    for part in lesson.parts:
        if not part.steps and not part.captions:
            parts.append(str(part.diagram))
            continue
        written: dict[str, object] = {"diagram": str(part.diagram)}
        if part.steps:
            written["steps"] = list(part.steps)
        if part.captions:
            written["captions"] = dict(part.captions)
        parts.append(written)
    whole = {"title": lesson.title, "diagrams": parts}
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110)


class _Reading:
    """One file being turned into a lesson; problems are gathered."""

    def __init__(
        self,
        file: str,
        marks: Marks,
        names: Names,
        known: frozenset[str],
        steps: Callable[[str], int] | None,
    ) -> None:
        self._file, self._marks, self._names, self._known, self._steps = file, marks, names, known, steps
        self.problems: list[Problem] = []

    def lesson(self, value: Value) -> Lesson | None:
        if not isinstance(value, dict):
            self._problem((), "A lesson is a mapping with a title and diagrams.")
            return None
        self._keys((), value, _KEYS)
        title = value.get("title")
        if not isinstance(title, str) or not title.strip():
            self._problem(("title",), "A lesson needs a title.")
        listed = value.get("diagrams")
        if not isinstance(listed, list) or not listed:
            self._problem(("diagrams",), "A lesson needs a list of diagrams.")
            return None
        parts = [self._part(index, item) for index, item in enumerate(listed)]
        good = tuple(part for part in parts if part is not None)
        return Lesson(title, good) if isinstance(title, str) and good else None

    def _part(self, index: int, item: Value) -> Part | None:
        where: tuple[str | int, ...] = ("diagrams", index)
        if isinstance(item, str):
            return Part(DiagramId(item)) if self._exists(where, item) else None
        if not isinstance(item, dict):
            self._problem(where, "A diagram of a lesson is an id, or a mapping with the key “diagram”.")
            return None
        self._keys(where, item, _PART_KEYS)
        name = item.get("diagram")
        if not isinstance(name, str):
            self._problem(where, "The key “diagram” is missing.")
            return None
        if not self._exists((*where, "diagram"), name):
            return None
        most = self._steps(name) if self._steps is not None else None
        steps = self._chosen((*where, "steps"), item.get("steps"), most)
        captions = self._captions((*where, "captions"), item.get("captions"), most)
        return Part(DiagramId(name), steps, captions)

    def _chosen(self, where: tuple[str | int, ...], value: Value, most: int | None) -> tuple[int, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self._problem(where, "Steps are a list of numbers.")
            return ()
        found = [self._number((*where, at), item, most) for at, item in enumerate(value)]
        return tuple(number for number in found if number is not None)

    def _captions(self, where: tuple[str | int, ...], value: Value, most: int | None) -> tuple[tuple[int, str], ...]:
        if value is None:
            return ()
        if not isinstance(value, dict):
            self._problem(where, "Captions are a mapping from the numbers of steps to words.")
            return ()
        found = []
        for key, words in value.items():
            number = self._number((*where, key), key, most)
            if not isinstance(words, str) or len(words) > _LONGEST:
                self._problem((*where, key), f"A caption is text of at most {_LONGEST} characters.")
            elif number is not None:
                found.append((number, words))
        return tuple(found)

    def _number(self, where: tuple[str | int, ...], value: Value, most: int | None) -> int | None:
        text = value if isinstance(value, str) else ""
        if not (text.isascii() and text.isdecimal() and 1 <= len(text) <= 4 and int(text) >= 1):
            self._problem(where, "The number of a step is a whole number from 1.")
            return None
        if most is not None and int(text) > most:
            self._problem(where, f"There is no step {int(text)}: the diagram has {most}.")
            return None
        return int(text)

    def _exists(self, where: tuple[str | int, ...], name: str) -> bool:
        if name in self._known:
            return True
        self._problem(where, f"There is no diagram {quoted(name)}.", self._names.hint(name))
        return False

    def _keys(self, where: tuple[str | int, ...], value: dict[str, Value], allowed: tuple[str, ...]) -> None:
        names = Names(allowed)
        for key in value:
            if key not in allowed:
                line, column = self._marks.key((*where, key))
                self.problems.append(
                    Problem(self._file, line, column, f"The key {quoted(key)} is unknown.", names.hint(key))
                )

    def _problem(self, where: tuple[str | int, ...], text: str, hint: str = "") -> None:
        line, column = self._marks.value(where)
        self.problems.append(Problem(self._file, line, column, text, hint))
