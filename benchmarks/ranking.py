"""How good the order of the excerpts is: our ranking beside plain BM25, on targets graded by hand.

    python benchmarks/ranking.py [--documents FOLDER] [--each SPLIT]

Prints nDCG@5, precision@3 and recall (all found against all graded) for nodes and for edges: ours, BM25 over lines,
BM25 over passages. Three sets, in ``tests/data/graded``: small texts on subjects of their own, the bundled documents,
and documents beside the checkout (``--documents``; left out where absent). Rules are made by looking at targets of
the split "dev" alone; "held-out" tells whether they hold elsewhere. Grades are kept by place: document and line,
or document and how the passage begins. The same words at two places count once.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

from viewer.documents.library import Library
from viewer.model.evidence import Target

_HERE = Path(__file__).resolve().parent.parent
GRADED = _HERE / "tests" / "data" / "graded"
BESIDE = _HERE.parent / "shared" / "documents"
CORPORA = {
    "subjects": GRADED / "documents",
    "bundled": _HERE / "resources" / "documents",
    "ketamine": BESIDE,
}
"""The sets of targets, and the folders of the documents that they are graded on."""

SYSTEMS = ("ours", "lines", "passages")
_BEST = 5
_FIRST = 3


class Span(NamedTuple):
    """A stretch of a document; ``line`` is that of its beginning."""

    document: str
    start: int
    end: int
    line: int


class Measures(NamedTuple):
    """How one order of passages fares on one target."""

    gain: float
    precision: float
    recall: float


def main() -> int:
    """Measure, print, and say how long the look-ups took."""
    parser = argparse.ArgumentParser(description="Measure the ranking of excerpts on graded targets.")
    parser.add_argument("--documents", type=Path, default=BESIDE, help="the documents of the set “ketamine”")
    parser.add_argument("--each", metavar="SPLIT", help="print every target of this split, or of all with “all”")
    arguments = parser.parse_args()
    rows: list[tuple[str, dict[str, Any], dict[str, Measures]]] = []
    times: list[float] = []
    for corpus, folder in (CORPORA | {"ketamine": arguments.documents}).items():
        if not folder.is_dir():
            print(f"Left out: {corpus}, there is no folder {folder}.", file=sys.stderr)
            continue
        with tempfile.TemporaryDirectory() as cache:
            library = Library([folder], Path(cache) / "index.sqlite")
            library.refresh()
            targets = graded(corpus)
            rows += [(corpus, one, measured(library, one)) for one in targets]
            times += _times(library, targets)
            library.close()
    if arguments.each:
        _print_each([row for row in rows if arguments.each in ("all", row[1]["split"])])
    _print_means(rows)
    print(f"look-up: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")
    return 0


def graded(corpus: str) -> list[dict[str, Any]]:
    """Return the graded targets of a set."""
    targets: list[dict[str, Any]] = json.loads((GRADED / f"{corpus}.json").read_text(encoding="utf-8"))["targets"]
    return targets


def measured(library: Library, one: dict[str, Any]) -> dict[str, Measures]:
    """Return the measures of every system on one target."""
    texts = {entry.id: library.text(entry.id).text for entry in library.entries()}
    places = [(_place(texts, key), grade) for key, grade in one["grades"].items()]
    return {
        "ours": _measures(_ours(library, one), places, texts, by_line=_by_line(one)),
        "lines": _measures(_bm25(_lines(texts), texts, one), places, texts, by_line=True),
        "passages": _measures(_bm25(_passages(library, texts), texts, one), places, texts, by_line=_by_line(one)),
    }


def _by_line(one: dict[str, Any]) -> bool:
    """Whether grades are given to lines, so that the sentences of one line count once."""
    return all(key.rpartition(":")[2].isdigit() for key in one["grades"])


def _place(texts: dict[Any, str], key: str) -> Span:
    document, _, where = key.partition(":")
    text = texts[document]
    if where.isdigit():
        lines = text.split("\n")
        start = sum(len(line) + 1 for line in lines[: int(where) - 1])
        return Span(document, start, start + len(lines[int(where) - 1]), int(where))
    start = text.index(where)
    return Span(document, start, start + len(where), text.count("\n", 0, start) + 1)


def _ours(library: Library, one: dict[str, Any]) -> list[Span]:
    other = tuple(one.get("other_names", ()))
    names = tuple(one["names"])
    taken = tuple(one.get("taken", ()))
    kind = "edge" if other else "node"
    target = Target("graded", kind, names[0], names, other, one.get("verb", ""), one.get("relation", ""), taken=taken)
    return [
        Span(excerpt.document_id, excerpt.start or 0, excerpt.end or 0, excerpt.line or 0)
        for excerpt in library.excerpts(target).excerpts
    ]


def _lines(texts: dict[Any, str]) -> list[Span]:
    found: list[Span] = []
    for document, text in texts.items():
        start = 0
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                found.append(Span(document, start, start + len(line), number))
            start += len(line) + 1
    return found


def _passages(library: Library, texts: dict[Any, str]) -> list[Span]:
    return [
        Span(document, start, end, text.count("\n", 0, start) + 1)
        for document, text in texts.items()
        for start, end in library.text(document).passages
    ]


def _bm25(spans: list[Span], texts: dict[Any, str], one: dict[str, Any]) -> list[Span]:
    """Rank as a search engine would that knows nothing of names and relations."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE spans USING fts5(body, tokenize='porter unicode61')")
    for number, span in enumerate(spans):
        base.execute(
            "INSERT INTO spans (rowid, body) VALUES (?, ?)", (number, texts[span.document][span.start : span.end])
        )
    words: dict[str, None] = {}
    for phrase in (*one["names"], one.get("verb", ""), *one.get("other_names", ())):
        words.update(dict.fromkeys(phrase.replace("-", " ").split()))
    asked = " OR ".join(f'"{word}"' for word in words)
    rows = base.execute("SELECT rowid FROM spans WHERE spans MATCH ? ORDER BY rank", (asked,))
    return [spans[number] for (number,) in rows]


def _measures(order: list[Span], places: list[tuple[Span, int]], texts: dict[Any, str], *, by_line: bool) -> Measures:
    """Return nDCG@5, precision@3 (of the three, or of as many as there are) and recall."""
    units: dict[tuple[str, ...], int] = {}
    unit_of: list[tuple[str, ...]] = []
    for place, grade in places:
        words = texts[place.document][place.start : place.end]
        unit = (place.document, str(place.line)) if by_line else (words,)
        unit_of.append(unit)
        units[unit] = max(grade, units.get(unit, 0))
    gains: list[int] = []
    met: set[tuple[str, ...]] = set()
    lines: set[tuple[str, int]] = set()
    for span in order:
        if by_line and (span.document, span.line) in lines:
            continue
        lines.add((span.document, span.line))
        hit = {
            unit
            for (place, _), unit in zip(places, unit_of, strict=True)
            if place.document == span.document and place.start < span.end and span.start < place.end
        }
        fresh = hit - met
        gains.append(max((units[unit] for unit in fresh), default=0))
        met |= hit
    ideal = sorted(units.values(), reverse=True)
    most = min(_FIRST, len(units))
    gained = sum(_gain(grade, rank) for rank, grade in enumerate(gains[:_BEST]))
    best = sum(_gain(grade, rank) for rank, grade in enumerate(ideal[:_BEST]))
    return Measures(gained / best, sum(grade > 0 for grade in gains[:most]) / most, len(met) / len(units))


def _gain(grade: int, rank: int) -> float:
    return (2.0**grade - 1) / log2(rank + 2)


def _times(library: Library, targets: list[dict[str, Any]]) -> list[float]:
    times: list[float] = []
    for _ in range(3):
        times.clear()
        for one in targets:
            start = time.perf_counter()
            _ours(library, one)
            times.append((time.perf_counter() - start) * 1000)
    return times


def _print_means(rows: list[tuple[str, dict[str, Any], dict[str, Measures]]]) -> None:
    print(f"{'':36}{'nDCG@5':^24}{'precision@3':^24}{'recall':^24}")
    print(f"{'':36}" + f"{SYSTEMS[0]:>6}{SYSTEMS[1]:>8}{SYSTEMS[2]:>10}" * 3)
    for edges in (False, True):
        for corpus in (*CORPORA, ""):
            for split in ("dev", "held-out", ""):
                chosen = [
                    found
                    for name, one, found in rows
                    if corpus in ("", name) and split in ("", one["split"]) and ("verb" in one) is edges
                ]
                if not chosen or (split == "" and corpus):
                    continue
                label = f"{'edges' if edges else 'nodes'} {corpus or 'all'} {split}"
                means = (
                    [statistics.mean(found[system][at] for found in chosen) for system in SYSTEMS] for at in range(3)
                )
                figures = "".join(f"{a:6.3f}{b:8.3f}{c:10.3f}" for a, b, c in means)
                print(f"{label:28}{len(chosen):5}   {figures}")


def _print_each(rows: list[tuple[str, dict[str, Any], dict[str, Measures]]]) -> None:
    for corpus, one, found in rows:
        name = " ".join([corpus, one["names"][0], one.get("verb", ""), *one.get("other_names", [])[:1]])
        print(
            f"{name[:60]:62}" + "  ".join(f"{found[s].gain:5.2f}" for s in SYSTEMS) + f"{found['ours'].recall:7.2f}"
        )
    print()


if __name__ == "__main__":
    sys.exit(main())
