"""What is bundled, read once: the diagrams by id, and the documents by theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from viewer.definitions.catalog import Catalog, read_catalog
from viewer.definitions.reader import read_definition
from viewer.documents.files.reading import ReadDocument, read
from viewer.documents.files.sources import read_bytes, survey
from viewer.places import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from viewer.model.diagram import Diagram
    from viewer.model.evidence import Evidence

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote that a diagram takes from a document, and what it stands for there."""

    diagram: str
    place: str
    document: str
    quote: str
    evidence: Evidence | None = None


@cache
def catalog() -> Catalog:
    return read_catalog([bundled().diagrams])


@cache
def diagrams() -> Mapping[str, Diagram]:
    known = set(catalog().by_id)
    return {entry.id: read_definition(entry.path, known=known).diagram for entry in catalog().entries}


@cache
def documents() -> Mapping[str, ReadDocument]:
    return {source.stem: read(source, read_bytes(source)) for source in survey([bundled().documents]).sources}


def quotes(diagram: Diagram) -> Iterator[Quoted]:
    """Every quote of a diagram: of its nodes, its arrows and its steps."""
    for element in (*diagram.nodes, *diagram.edges):
        for item in element.evidence:
            yield Quoted(diagram.id, element.id, item.document, item.quote, item)
    for step in diagram.steps:
        if step.quote is not None:
            yield Quoted(diagram.id, step.title, step.quote.document, step.quote.quote)


def prose(diagram: Diagram) -> Iterator[str]:
    """Every sentence of a diagram that is ours to word; names and quotes are not."""
    yield diagram.summary
    for element in (*diagram.nodes, *diagram.edges):
        yield element.summary
        yield from (item.note for item in element.evidence)
    for step in diagram.steps:
        yield from (step.title, step.caption, step.notes)
        if step.ask is not None:
            yield from (step.ask.question, *step.ask.choices)


def words(text: str) -> list[str]:
    """The words of a text in small letters; an apostrophe does not part a word."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
