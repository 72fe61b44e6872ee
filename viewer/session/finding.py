"""Finds diagrams, elements, arrows and documents by words, best first. Pure: no Qt, no files.

A name that begins with the words comes before one with a word that does, that before an alias, a piece of a word,
and at last the summary. All words must be found; the open diagram comes first among equals.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from viewer.model.diagram import Edge, Node
from viewer.session.levelling import forms, levelled, traced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from viewer.definitions.catalog import Entry
    from viewer.documents.entries import DocumentEntry
    from viewer.model.diagram import Diagram, DiagramId, Element, ElementId
    from viewer.model.evidence import Excerpt

MOST_HELD = 200
"""Hits of one kind beyond this many are counted, not held."""

_LONGEST = 200  # characters of what is typed that are used
_NOWHERE = 9.0
_BREATH = 2048  # records between two looks at whether anybody still waits


class HitKind(StrEnum):
    """What was found, in the order in which the groups are shown."""

    DIAGRAM = "diagram"
    ELEMENT = "element"
    ARROW = "arrow"
    DOCUMENT = "document"
    HEADING = "heading"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. ``marks`` are spans of ``title`` that the words matched, ascending and apart.

    ``diagram`` is set for a diagram, an element and an arrow, ``element`` for the last two; ``document`` is the path
    of a document, or of that of a heading or a passage; ``excerpt`` is the passage, ``start`` where a heading stands.
    """

    kind: HitKind
    title: str
    subtitle: str = ""
    diagram: DiagramId | None = None
    element: ElementId | None = None
    document: str | None = None
    excerpt: Excerpt | None = None
    start: int | None = None
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, best first, and how many there are in all."""

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for ``words``: groups that hold something.

    ``suggestion`` is a name that was perhaps meant, ``best`` the place among ``hits`` of what answers best, whatever
    its group: an element of the open diagram before a diagram whose title only holds the words. ``unknown`` are words
    that no document holds: headings and passages were found for the others.
    """

    words: str
    groups: tuple[Group, ...] = ()
    suggestion: str = ""
    best: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits that are held, in the order of the groups."""
        return tuple(chain.from_iterable(group.hits for group in self.groups))


@dataclass(frozen=True, slots=True)
class _Record:
    hit: Hit
    names: tuple[str, ...]  # the aliases as they are written
    labels: tuple[str, ...]
    aliases: tuple[str, ...]
    summary: str
    whole: str


@dataclass(frozen=True, slots=True)
class Index:
    """What can be found, levelled once."""

    records: tuple[_Record, ...] = ()

    def joined(self, other: Index) -> Index:
        """Return an index of what both hold."""
        return Index(self.records + other.records)


def index_of(entries: Iterable[Entry], diagrams: Iterable[Diagram] = ()) -> Index:
    """Index the catalog's entries, and what is in the diagrams."""
    records = [
        _record(Hit(HitKind.DIAGRAM, _line(entry.title), _line(entry.section), entry.id), (), entry.summary)
        for entry in entries
    ]
    for diagram in diagrams:
        records += [_element_record(diagram, element) for element in diagram.elements.values()]
    return Index(tuple(records))


def index_of_documents(documents: Iterable[DocumentEntry]) -> Index:
    """Index documents by title, author, year and file name."""
    return Index(
        tuple(
            _record(
                Hit(
                    HitKind.DOCUMENT,
                    _line(entry.title or entry.path),
                    " · ".join(_line(part) for part in (entry.author, entry.year) if part),
                    document=entry.path,
                ),
                (entry.path, entry.author, entry.year),
                "",
            )
            for entry in documents
        )
    )


def find(
    index: Index,
    words: str,
    here: DiagramId | None = None,
    most: int = MOST_HELD,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """Find what holds all these words; at most ``most`` hits of a kind are held, all are counted.

    ``here`` is the diagram that is open. Without letters in ``words`` nothing is found. ``cancelled`` is asked now
    and then; once it says so, the answer is empty.
    """
    queries = tuple(tuple(form.split()) for form in forms(words[:_LONGEST]))
    if not queries:
        return Found(words)
    ranked: dict[HitKind, list[tuple[float, bool, int, int]]] = {}
    for place, record in enumerate(index.records):
        if place % _BREATH == 0 and cancelled is not None and cancelled():
            return Found(words)
        tier = min(_tier(record, query) for query in queries)
        if tier < _NOWHERE:
            hit = record.hit
            ranked.setdefault(hit.kind, []).append((tier, hit.diagram != here, len(hit.title), place))
    groups: list[Group] = []
    best: tuple[float, bool] = (_NOWHERE, True)
    at = held = 0
    for kind in HitKind:
        if kind in ranked:
            first = sorted(ranked[kind])[:most]
            hits = tuple(_shown(index.records[place], queries) for *_, place in first)
            groups.append(Group(kind, hits, len(ranked[kind])))
            if first[0][:2] < best:
                best, at = first[0][:2], held
            held += len(hits)
    return Found(words, tuple(groups), "" if groups else _suggested(index, words), at)


def _tier(record: _Record, words: tuple[str, ...]) -> float:
    """How well a record answers: 0 is its very name, _NOWHERE no answer."""
    if not all(word in record.whole for word in words):
        return _NOWHERE
    whole = _phrase_tier(record, " ".join(words))
    if len(words) == 1:
        return whole
    # Words that stand apart answer a little less well than the same words in a row.
    return min(whole, max(_phrase_tier(record, word) for word in words) + 0.5)


def _phrase_tier(record: _Record, phrase: str) -> float:
    labels, aliases = record.labels, record.aliases
    at_word = f" {phrase}"
    if phrase in labels:
        return 0
    if any(label.startswith(phrase) for label in labels):
        return 1
    if any(at_word in label for label in labels):
        return 2
    if any(alias.startswith(phrase) or at_word in alias for alias in aliases):
        return 3
    if len(phrase) > 1 and any(phrase in name for name in chain(labels, aliases)):
        return 4
    if record.summary.startswith(phrase) or at_word in record.summary:
        return 5
    return 6 if len(phrase) > 2 and phrase in record.summary else _NOWHERE


def _element_record(diagram: Diagram, element: Element) -> _Record:
    title = _line(diagram.title)
    if isinstance(element, Edge):
        ends = (diagram.node(element.source), diagram.node(element.target))
        hit = Hit(HitKind.ARROW, _line(diagram.sentence(element)), title, diagram.id, element.id)
        return _record(hit, [alias for end in ends for alias in end.aliases], element.summary)
    if isinstance(element, Node):
        hit = Hit(HitKind.ELEMENT, _line(element.label), f"{element.kind.value} · {title}", diagram.id, element.id)
        return _record(hit, element.aliases, element.summary)
    hit = Hit(HitKind.ELEMENT, _line(element.label), f"compartment · {title}", diagram.id, element.id)
    return _record(hit, (), "")


def _record(hit: Hit, aliases: Iterable[str], summary: str) -> _Record:
    names = tuple(aliases)
    labels = forms(hit.title)
    others = tuple(chain.from_iterable(forms(alias) for alias in names))
    told = levelled(summary)
    return _Record(hit, names, labels, others, told, "\n".join((*labels, *others, told)))


def _shown(record: _Record, queries: tuple[tuple[str, ...], ...]) -> Hit:
    """Return the hit with what matched: marked in its title, else the alias before what is said of it."""
    hit = record.hit
    marks = marks_in(hit.title, queries)
    if marks:
        return replace(hit, marks=marks)
    alias = next((name for name in record.names if marks_in(name, queries)), "")
    return replace(hit, subtitle=" · ".join(part for part in (_line(alias), hit.subtitle) if part))


def marks_in(title: str, queries: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, int], ...]:
    """Return the spans of ``title`` that levelled words match: at the start of a word where there is such a place."""
    covered: set[int] = set()
    for spaced in (False, True):
        text, origins = traced(title, spaced=spaced)
        for word in chain.from_iterable(queries):
            for start in _places(text, word):
                covered.update(range(origins[start], origins[start + len(word) - 1] + 1))
    spans: list[tuple[int, int]] = []
    for index in sorted(covered):
        if spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return tuple(spans)


def _places(text: str, word: str) -> Iterator[int]:
    at_words = [at for at in range(len(text)) if text.startswith(word, at) and (at == 0 or text[at - 1] == " ")]
    if at_words or len(word) < 2:
        yield from at_words
    elif (inside := text.find(word)) >= 0:
        yield inside


def _suggested(index: Index, words: str) -> str:
    from viewer.model.naming import Names

    return Names(record.hit.title for record in index.records).closest(" ".join(words.split())) or ""


def _line(text: str) -> str:
    return " ".join(text.split())
