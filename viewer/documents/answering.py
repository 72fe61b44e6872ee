"""One answer about a target: pins, the definition's quotes and what was found, each passage once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.excerpting import Excerpts
from viewer.documents.ranking.finding import find
from viewer.model.evidence import Findings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from viewer.documents.catalogue import Catalogue
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.ranking.finding import Found
    from viewer.model.evidence import Evidence, Excerpt, Pin, Target

_Place = tuple[int, int, int]


def findings(
    connection: sqlite3.Connection,
    lookup: Lookup,
    whole: Catalogue,
    known: Catalogue,
    target: Target,
    limit: int | None,
    hidden: Collection[tuple[str, str]],
) -> Findings:
    """Return what the documents of ``known`` say about a target; ``whole`` also has those that are left out.

    ``hidden`` are passages, as (document's id, words), that are told apart from the rest.
    """
    making = Excerpts(connection, lookup, known)
    evidence = [item for item in target.evidence if _is_on(item, whole, known)]
    pins = [pin for pin in target.pins if _is_on(pin, whole, known)]
    quoted, missing, covered = making.quoted(evidence)
    found = find(target, lookup)
    pinned, kept = making.pinned(pins)
    pinned = [_judged(pin, place, found, making) for pin, place in zip(pinned, kept, strict=True)]
    quoted, pinned = _told_once(quoted, pinned)
    covered += [place for place in kept if place is not None]
    ahead, fresh = making.beside_quotes((*pinned, *quoted), covered, found.ordered, found.ends)
    repeated = len(found.ordered) - len(fresh)
    aside: list[Excerpt] = []
    if hidden:
        marked = {(document, levelled(words)) for document, words in hidden}
        stems = {document for document, _ in hidden}
        away = [
            one
            for one in fresh
            if (stem := known.entries[one.document].id) in stems and (stem, levelled(making.text(one))) in marked
        ]
        aside = making.found(away, found.ends)
        fresh = [one for one in fresh if one not in away]
    room = None if limit is None else max(0, limit - len(ahead))
    excerpts = (*ahead, *making.found(fresh[:room], found.ends), *missing)
    speaking = found.speaking | {document for document, _, _ in covered}
    if found.unseen:
        speaking |= known.holding(found.unseen)
    return Findings(
        target,
        excerpts if limit is None else excerpts[: max(0, limit)],
        len(ahead) + max(found.total - repeated - len(aside), len(fresh)) + len(missing),
        len(known.entries),
        known.silent(speaking) if found.surveyed else (),
        len(missing),
        tuple(aside),
        len(target.evidence) - len(evidence) + len(target.pins) - len(pins),
        found.surveyed,
    )


def levelled(words: str) -> str:
    """Return words with their white space and case levelled: what a new reading of a document may change."""
    return " ".join(words.split()).casefold()


def _is_on(item: Evidence | Pin, whole: Catalogue, known: Catalogue) -> bool:
    """Whether a quote is looked for: not where every document of its id is left out."""
    return whole is known or bool(known.by_stem(item.document)) or not whole.by_stem(item.document)


def _judged(pin: Excerpt, place: _Place | None, found: Found, making: Excerpts) -> Excerpt:
    """Return a pin with what ranking found of its passage: marks, the reason, the guess."""
    if place is None:
        return pin
    document, start, end = place
    for one in found.ordered:
        if one.document == document and one.rows[0].start < end and start < one.rows[-1].end:
            (same,) = making.found([one], found.ends)
            if same.text == pin.text:
                return pin._replace(marks=same.marks, why=same.why, guess=same.guess)
    return pin._replace(marks=making.marks(pin.text, document, found.ends))


def _told_once(quoted: list[Excerpt], pinned: list[Excerpt]) -> tuple[list[Excerpt], list[Excerpt]]:
    """Let a quote of the definition that the user has pinned as well stand once, as the quote it is."""
    rest: list[Excerpt] = []
    for pin in pinned:
        place = (pin.document, pin.start, pin.end)
        for at, quote in enumerate(quoted):
            if pin.start is not None and (quote.document, quote.start, quote.end) == place:
                quoted[at] = quote._replace(pin=pin.pin)
                break
        else:
            rest.append(pin)
    return quoted, rest
