"""From passages that were found, and quotes that a definition names, to excerpts: slices, placed and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.matching.levelling import level
from viewer.documents.quotes import locate_quote
from viewer.model.evidence import DocumentId, Evidence, Excerpt, Origin, Status

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from viewer.documents.catalogue import Catalogue
    from viewer.documents.index.lookup import Lookup
    from viewer.documents.ranking.candidate import Row
    from viewer.documents.ranking.ends import End
    from viewer.documents.ranking.spread import Scored
    from viewer.documents.searching import Wanted

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
        around = self._around([row for one in chosen for row in (one.rows[0], one.rows[-1])])
        headings = self._lookup.headings(one.document for one in chosen)
        made: list[Excerpt] = []
        for one in chosen:
            first, last = one.rows[0], one.rows[-1]
            text = first.text if first is last else self._slice(one.document, first.start, last.end)
            levelled = level(text)
            spans = [span for end in ends for span in end.names(one.document).marks(levelled, text)]
            made.append(
                self._excerpt(
                    first, last, text, merged(spans), one.score, headings, around, Origin.FOUND, Status.VERIFIED
                )
            )
        return made

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

    def _quote(self, item: Evidence) -> tuple[Excerpt, tuple[int, int, int] | None]:
        numbers = self._catalogue.by_stem(item.document)
        best: tuple[int, Status, int, int] | None = None
        for number in numbers:
            row = self._connection.execute("SELECT text FROM texts WHERE document = ?", (number,)).fetchone()
            located = locate_quote(row[0], item.quote) if row else None
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
        )  # fmt: skip
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


def _joined(one: Row, other: Row) -> bool:
    return (one.document, one.section) == (other.document, other.section)


def _bare_row(document: int, start: int, end: int, line: int, last_line: int, text: str, shape: Row | None) -> Row:
    from viewer.documents.ranking.candidate import Row

    if shape is not None:
        return shape._replace(start=start, end=end, line=line, last_line=last_line, text=text)
    return Row(-9, document, start, end, line, last_line, None, 0, -1, -1, text)
