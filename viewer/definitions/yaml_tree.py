"""YAML text as plain values that know their places: one pass over the parser's events, every size bounded.

Values are text, lists, mappings with text keys, None for nothing, and whole numbers under the keys that ask for
them: what YAML would take for a truth value, a date or a number stays the text that was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from viewer.definitions.marks import Marks
from viewer.definitions.yaml_wording import decoded, unparsed
from viewer.errors import Problem
from viewer.model.naming import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from viewer.definitions.marks import Place, Value

DEEPEST = 100
MOST_VALUES = 250_000
MOST_EXPANDED = 100_000

_CORE = "tag:yaml.org,2002:"
_PLAIN = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
_PLAIN_TAGS = frozenset({"!", *(_CORE + name for name in _PLAIN)})
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}\Z")
_NO_KEY: Any = object()
_MERGE: Any = object()


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file. ``whole`` is False when parsing ended early; ``problems`` then say why."""

    value: Value
    marks: Marks
    problems: tuple[Problem, ...]
    whole: bool


class _StopError(Exception):
    """Parsing cannot go on; the problem is listed."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    value: list[Value] | dict[str, Value]
    marks: Marks
    anchor: str | None
    first: int
    key: Any = _NO_KEY
    key_place: Place = (1, 1)
    deepest: int = 0


@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Value
    marks: Marks | Place
    size: int
    depth: int


def parse_tree(content: bytes, file: str, numbers: Collection[str] = ()) -> Tree:
    """Parse one YAML document into values and marks; problems are listed, never raised.

    ``numbers`` are the keys whose plain values are whole numbers where they look like one.
    """
    return _Parsing(file, frozenset(numbers)).parse(content)


class _Parsing:
    def __init__(self, file: str, numbers: frozenset[str]) -> None:
        self._file = file
        self._numbers = numbers
        self._problems: list[Problem] = []
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._count = 0
        self._expanded = 0
        self._root: tuple[Value, Marks | Place] | None = None

    def parse(self, content: bytes) -> Tree:
        whole = False
        text = decoded(content, self._file)
        if isinstance(text, Problem):
            self._problems.append(text)
        else:
            try:
                self._read(text)
                whole = True
            except _StopError:
                pass
        value, marks = self._root or (None, (1, 1))
        marks = marks if isinstance(marks, Marks) else Marks(marks)
        return Tree(value, marks, tuple(self._problems), whole)

    def _read(self, text: bytes) -> None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        events: Iterator[Any] = yaml.parse(text, Loader=loader)
        documents = 0
        try:
            for event in events:
                kind = type(event)
                if kind is yaml.ScalarEvent:
                    self._scalar(event)
                elif kind is yaml.MappingStartEvent:
                    self._open(event, {})
                elif kind is yaml.SequenceStartEvent:
                    self._open(event, [])
                elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                    self._close()
                elif kind is yaml.AliasEvent:
                    self._alias(event)
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._stop(_place(event), "A second document starts here.", "Keep one document a file.")
        except yaml.YAMLError as error:
            self._problems.append(unparsed(error, text, self._file))
            raise _StopError from None
        if not documents:
            self._stop((1, 1), "The file is empty.", "A diagram needs a title and nodes.")

    def _scalar(self, event: Any) -> None:
        place = _place(event)
        text: Value = event.value
        if event.tag is not None and event.tag != _CORE + "str":
            self._tag(event, place)
        key = self._frames[-1].key if self._frames else _NO_KEY
        if event.implicit[0] and not event.style:
            if event.value in _NOTHING:
                text = None
            elif key in self._numbers and _WHOLE.match(event.value):
                text = int(event.value)
            elif event.value == "<<" and key is _NO_KEY and self._frames and isinstance(self._frames[-1].value, dict):
                text = _MERGE
        self._add_one(place)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(text, place, 1, 0)
        self._put(text, place, place, written=event.value)

    def _open(self, event: Any, value: list[Value] | dict[str, Value]) -> None:
        place = _place(event)
        if event.tag is not None:
            self._tag(event, place)
        if len(self._frames) >= DEEPEST:
            self._stop(place, f"Lists and mappings are nested more than {DEEPEST} deep here.")
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        marks = Marks(place, {}, {} if isinstance(value, dict) else [])
        self._frames.append(_Frame(value, marks, event.anchor, self._count + self._expanded))
        self._add_one(place)

    def _close(self) -> None:
        frame = self._frames.pop()
        depth = frame.deepest + 1
        if self._frames:
            self._frames[-1].deepest = max(self._frames[-1].deepest, depth)
        if frame.anchor is not None:
            size = self._count + self._expanded - frame.first
            self._anchors[frame.anchor] = _Anchored(frame.value, frame.marks, size, depth)
        self._put(frame.value, frame.marks, frame.marks.place, written=None)

    def _alias(self, event: Any) -> None:
        place = _place(event)
        self._add_one(place)
        found = self._anchors.get(event.anchor)
        if found is None:
            inside = event.anchor in self._anchors
            text = "stands inside what it names" if inside else "names nothing above it"
            self._problem(place, f"The alias {quoted('*' + event.anchor)} {text}.")
            found = _Anchored(None, place, 1, 0)
        self._expanded += found.size
        if self._expanded > MOST_EXPANDED:
            self._stop(place, f"Aliases stand for more than {MOST_EXPANDED:,} values.", "Write the values out.")
        if len(self._frames) + found.depth > DEEPEST:
            self._stop(place, f"Lists and mappings are nested more than {DEEPEST} deep here.")
        if self._frames:
            self._frames[-1].deepest = max(self._frames[-1].deepest, found.depth)
        self._put(found.value, found.marks, place, written=None)

    def _put(self, value: Value, marks: Marks | Place, place: Place, written: str | None) -> None:
        """Hand a finished value to what holds it: as a list's item, as a key, or as the value of the last key."""
        if not self._frames:
            self._root = (value, marks)
            return
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            frame.marks.children.append(marks)  # type: ignore[union-attr]  # a list's marks are a list
        elif frame.key is _NO_KEY:
            frame.key, frame.key_place = self._key(value, place, written), place
        else:
            key, frame.key = frame.key, _NO_KEY
            if key is None:
                return
            if key in frame.value:
                line = frame.marks.keys[key][0]
                self._problem(frame.key_place, f"The key {quoted(key)} is repeated; line {line} has it already.")
                return
            frame.value[key] = value
            frame.marks.keys[key] = frame.key_place
            frame.marks.children[key] = marks

    def _key(self, value: Value, place: Place, written: str | None) -> str | None:
        """Return a key as the text that was written, or None for one that is left out."""
        if value is _MERGE:
            self._problem(place, "Merge keys (<<) are not read.", "Write the keys out.")
            return None
        key = written if written else value
        if isinstance(key, str) and key:
            return key
        if written is None and not isinstance(value, str):
            self._problem(place, "A key must be text.")
        else:
            self._problem(place, "A key is empty.")
        return None

    def _tag(self, event: Any, place: Place) -> None:
        if event.tag not in _PLAIN_TAGS:
            shown = event.tag.replace(_CORE, "!!")
            self._problem(place, f"The tag {quoted(shown)} is not read.", "Only plain YAML is: leave the tag out.")

    def _add_one(self, place: Place) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            self._stop(place, f"The file holds more than {MOST_VALUES:,} values.", "Split the diagram.")

    def _problem(self, place: Place, text: str, hint: str = "") -> None:
        self._problems.append(Problem(self._file, *place, text, hint))

    def _stop(self, place: Place, text: str, hint: str = "") -> None:
        self._problem(place, text, hint)
        raise _StopError


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
