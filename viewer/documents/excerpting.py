"""From passages that were found, and quotes that a definition names, to excerpts: slices, placed and marked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.documents.matching.levelling import level
from viewer.documents.quotes import locate_quote
from viewer.documents.ranking.spread import same_words
from viewer.documents.reasons import why_of
from viewer.model.evidence import DocumentId, Evidence, Excerpt, Guess, Origin, Rule, Status, Why

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from viewer.documents.catalogue import Catalogue
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.ranking.candidate import Row
    from viewer.documents.ranking.ends import End
    from viewer.documents.ranking.spread import Scored
    from viewer.documents.searching import Wanted
    from viewer.model.evidence import Pin

_MOST_COPIES = 20
_QUOTED = {Status.VERIFIED: 1.0, Status.MOVED: 0.995, Status.MISSING: 0.0}

Marks = tuple[tuple[int, int], ...]


class Excerpts:
    """Makes excerpts from one connection's view of the index."""

    def __init__(self, connection: sqlite3.Connection, lookup: Lookup, catalogue: Catalogue) -> None:
        """Take what is read from."""
        self._connection = connection
        self._lookup = lookup
        self._catalogue = catalogue

    def found(self, chosen: Sequence[Scored], ends: Sequence[End]) -> list[Excerpt]:
        """Return an excerpt for each of the passages, in their order, marked where the ends are named."""
        places = [rows for one in chosen for rows in (one.rows, *one.copies[:_MOST_COPIES])]
        around = self._around([row for rows in places for row in (rows[0], rows[-1])])
        headings = self._lookup.headings(rows[0].document for rows in places)
        made: list[Excerpt] = []
        for one in chosen:
            excerpt = self._at(one.rows, one, ends, headings, around)
            if one.copies:
                also = (self._at(rows, one, ends, headings, around) for rows in one.copies[:_MOST_COPIES])
                excerpt = excerpt._replace(also=tuple(also))
            made.append(excerpt)
        return made

    def beside_quotes(
        self,
        quoted: Sequence[Excerpt],
        covered: Sequence[tuple[int, int, int]],
        found: Sequence[Scored],
        ends: Sequence[End],
    ) -> tuple[list[Excerpt], list[Scored]]:
        """Return the quotes with the other places where their words stand, and the passages no quote shows."""
        said = {same_words(level(excerpt.text)): number for number, excerpt in enumerate(quoted)}
        whole = list(quoted)
        rest: list[Scored] = []
        for one in found:
            places = (one.rows, *one.copies)
            free = [rows for rows in places if not _shown(rows, covered)]
            number = said.get(same_words(one.levelled))
            if not free:
                continue
            if len(free) < len(places) or number is not None:
                one = replace(one, rows=free[0], copies=tuple(free[1:]))
            if number is None:
                rest.append(one)
            else:
                (first,) = self.found([one], ends)
                also = (first._replace(also=()), *first.also)
                whole[number] = whole[number]._replace(also=(*whole[number].also, *also))
        return whole, rest

    def _at(
        self,
        rows: tuple[Row, ...],
        one: Scored,
        ends: Sequence[End],
        headings: dict[tuple[int, int], str],
        around: dict[int, Row],
    ) -> Excerpt:
        first, last = rows[0], rows[-1]
        text = first.text if first is last else self._slice(first.document, first.start, last.end)
        levelled = one.levelled if rows is one.rows and first is last else level(text)
        matched = [end.names(first.document).marks(levelled, text) for end in ends]
        marks = merged([span for spans, _ in matched for span in spans])
        excerpt = self._excerpt(first, last, text, marks, one.score, headings, around, Origin.FOUND, Status.VERIFIED)
        return excerpt._replace(
            why=why_of(text, marks, one.judgement, whole=all(whole for _, whole in matched)),
            guess=Guess.POSSIBLY_DISPUTES if one.judgement.disputes else None,
        )

    def searched(self, chosen: Sequence[Scored], wanted: Wanted) -> list[Excerpt]:
        """Return an excerpt for each passage that a search found, its words marked."""
        around = self._around([one.rows[0] for one in chosen])
        headings = self._lookup.headings(one.document for one in chosen)
        return [
            self._excerpt(
                row, row, row.text, merged(wanted.found(row.text)[1]), one.score, headings, around,
                Origin.FOUND, Status.VERIFIED,
            )
            for one in chosen
            for row in one.rows
        ]  # fmt: skip

    def quoted(self, evidence: Sequence[Evidence]) -> tuple[list[Excerpt], list[Excerpt], list[tuple[int, int, int]]]:
        """Return the quotes that stand, those that are missing, and the (document, start, end) that is covered."""
        standing: list[Excerpt] = []
        missing: list[Excerpt] = []
        covered: list[tuple[int, int, int]] = []
        for item in evidence:
            excerpt, place = self._quote(item)
            if place is None:
                missing.append(excerpt)
            else:
                standing.append(excerpt)
                covered.append(place)
        standing.sort(key=lambda excerpt: -excerpt.score)
        return standing, missing, covered

    def pinned(self, pins: Sequence[Pin]) -> tuple[list[Excerpt], list[tuple[int, int, int] | None]]:
        """Return what the user keeps, in that order, and the (document, start, end) of each.

        A pin whose words no document holds any more comes as missing, without a place.
        """
        kept: list[Excerpt] = []
        places: list[tuple[int, int, int] | None] = []
        for pin in pins:
            excerpt, place = self._quote(pin.evidence, pin.start)
            kept.append(excerpt._replace(origin=Origin.FOUND, pin=pin, why=None))
            places.append(place)
        return kept, places

    def marks(self, text: str, document: int, ends: Sequence[End]) -> Marks:
        """Return where a slice of a document names the ends."""
        levelled = level(text)
        return merged([span for end in ends for span in end.names(document).marks(levelled, text)[0]])

    def text(self, one: Scored) -> str:
        """Return the slice that an excerpt of these passages is."""
        first, last = one.rows[0], one.rows[-1]
        return first.text if first is last else self._slice(first.document, first.start, last.end)

    def _quote(self, item: Evidence, near: int = -1) -> tuple[Excerpt, tuple[int, int, int] | None]:
        numbers = self._catalogue.by_stem(item.document)
        best: tuple[int, Status, int, int] | None = None
        for number in numbers:
            row = self._connection.execute("SELECT text FROM texts WHERE document = ?", (number,)).fetchone()
            located = locate_quote(row[0], item.quote, near) if row else None
            if located is None or located.status is Status.MISSING:
                continue
            if best is None or located.status is Status.VERIFIED:
                best = (number, located.status, located.start, located.end)
            if located.status is Status.VERIFIED:
                break
        if best is None:
            return self._missing(item, numbers[0] if numbers else None), None
        number, status, start, end = best
        rows = self._lookup.within(number, start, end)
        begin = min([start, *(row.start for row in rows[:1])])
        finish = max([end, *(row.end for row in rows[-1:])])
        text = self._slice(number, begin, finish)
        if rows and begin == rows[0].start and finish == rows[-1].end:
            first, last = rows[0], rows[-1]
        else:
            # The quote reaches into a heading or another place that is no passage.
            line, last_line = self._lines(number, begin, finish)
            shape = rows[0] if rows else None
            first = last = _bare_row(number, begin, finish, line, last_line, text, shape)
        headings = self._lookup.headings([number])
        excerpt = self._excerpt(
            first, last, text, ((start - begin, end - begin),), _QUOTED[status], headings,
            self._around([first, last]) if rows else {}, Origin.QUOTED, status, item,
        )._replace(why=Why(Rule.QUOTED, (text[start - begin : end - begin],)))  # fmt: skip
        return excerpt, (number, begin, finish)

    def _missing(self, item: Evidence, number: int | None) -> Excerpt:
        entry = self._catalogue.entries.get(number) if number is not None else None
        return Excerpt(
            document=entry.path if entry else item.document,
            document_id=DocumentId(item.document),
            title=entry.title if entry else "",
            section="",
            page=None,
            line=None,
            last_line=None,
            start=None,
            end=None,
            text=item.quote,
            marks=(),
            score=_QUOTED[Status.MISSING],
            origin=Origin.QUOTED,
            stance=item.stance,
            status=Status.MISSING,
            note=item.note,
        )

    def _excerpt(
        self,
        first: Row,
        last: Row,
        text: str,
        marks: Marks,
        score: float,
        headings: dict[tuple[int, int], str],
        around: dict[int, Row],
        origin: Origin,
        status: Status,
        item: Evidence | None = None,
    ) -> Excerpt:
        entry = self._catalogue.entries[first.document]
        before, after = around.get(first.id - 1), around.get(last.id + 1)
        return Excerpt(
            document=entry.path,
            document_id=entry.id,
            title=entry.title,
            section=headings.get((first.document, first.section), ""),
            page=first.page,
            line=first.line,
            last_line=last.last_line,
            start=first.start,
            end=last.end,
            text=text,
            marks=marks,
            score=score,
            origin=origin,
            stance=item.stance if item else None,
            status=status,
            before=before.text if before and _joined(before, first) else "",
            after=after.text if after and _joined(after, last) else "",
            note=item.note if item else "",
        )

    def _around(self, rows: Sequence[Row]) -> dict[int, Row]:
        keys = {row.id + step for row in rows for step in (-1, 1)}
        return {row.id: row for row in self._lookup.by_id(keys)}

    def _slice(self, document: int, start: int, end: int) -> str:
        row = self._connection.execute(
            "SELECT substr(text, ?, ?) FROM texts WHERE document = ?", (start + 1, end - start, document)
        ).fetchone()
        return str(row[0])

    def _lines(self, document: int, start: int, end: int) -> tuple[int, int]:
        head = self._slice(document, 0, end)
        return head.count("\n", 0, start) + 1, head.count("\n", 0, end - 1) + 1


def merged(spans: Sequence[tuple[int, int]]) -> Marks:
    """Return spans ascending and apart, those that touch or overlap made one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif end > start:
            kept.append((start, end))
    return tuple(kept)


def _shown(rows: tuple[Row, ...], covered: Sequence[tuple[int, int, int]]) -> bool:
    first, last = rows[0], rows[-1]
    return any(first.document == number and first.start < end and start < last.end for number, start, end in covered)


def _joined(one: Row, other: Row) -> bool:
    return (one.document, one.section) == (other.document, other.section)


def _bare_row(document: int, start: int, end: int, line: int, last_line: int, text: str, shape: Row | None) -> Row:
    from viewer.documents.ranking.candidate import Row

    if shape is not None:
        return shape._replace(start=start, end=end, line=line, last_line=last_line, text=text)
    return Row(-9, document, start, end, line, last_line, None, 0, -1, -1, text)
