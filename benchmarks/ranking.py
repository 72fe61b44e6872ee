"""How good the order of the excerpts is: our ranking beside plain BM25 over lines, on targets graded by hand.

    python benchmarks/ranking.py [--documents FOLDER] [--graded FILE] [--each]

Prints nDCG@5, precision@3 and recall (all found lines against all graded ones) for nodes and for edges. Grades are
kept by document and line, so several sentences of one line count once, at the place of the best.
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
from typing import Any

from viewer.documents.library import Library
from viewer.model.evidence import Target

_HERE = Path(__file__).resolve().parent.parent
_BEST = 5
_FIRST = 3


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the ranking of excerpts on graded targets.")
    parser.add_argument("--documents", type=Path, default=_HERE.parent / "shared" / "documents")
    parser.add_argument("--graded", type=Path, default=_HERE / "tests" / "data" / "graded" / "ketamine.json")
    parser.add_argument("--each", action="store_true", help="print every target")
    arguments = parser.parse_args()
    if not arguments.documents.is_dir():
        print(f"There is no folder {arguments.documents}.", file=sys.stderr)
        return 1
    graded = json.loads(arguments.graded.read_text(encoding="utf-8"))["targets"]
    with tempfile.TemporaryDirectory() as folder:
        library = Library([arguments.documents], Path(folder) / "index.sqlite")
        library.refresh()
        rows = [(one, _measures(_ours(library, one), one), _measures(_plain(library, one), one)) for one in graded]
        times = _times(library, graded)
        library.close()
    if arguments.each:
        for one, ours, plain in rows:
            name = " ".join([one["names"][0], one.get("verb", ""), one.get("other_names", [""])[0]])
            print(f"{name.strip()[:58]:58}" + "".join(f"{a:7.2f}{b:6.2f}" for a, b in zip(ours, plain, strict=True)))
        print()
    print(f"{'':22}{'nDCG@5':>15}{'precision@3':>15}{'recall':>15}")
    print(f"{'':22}" + f"{'ours':>9}{'BM25':>6}" * 3)
    for label, wanted in (("nodes", False), ("edges", True), ("all", None)):
        chosen = [row for row in rows if wanted is None or ("verb" in row[0]) is wanted]
        means = [
            (statistics.mean(row[1][place] for row in chosen), statistics.mean(row[2][place] for row in chosen))
            for place in range(3)
        ]
        print(f"{label:6}{len(chosen):5} targets   " + "".join(f"{a:9.3f}{b:6.3f}" for a, b in means))
    print(f"look-up: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms")
    return 0


def _target(one: dict[str, Any]) -> Target:
    other = tuple(one.get("other_names", ()))
    kind = "edge" if other else "node"
    names = tuple(one["names"])
    return Target("graded", kind, names[0], names, other, one.get("verb", ""), one.get("relation", ""))


def _ours(library: Library, one: dict[str, Any]) -> list[str]:
    found = library.excerpts(_target(one)).excerpts
    return list(dict.fromkeys(f"{excerpt.document_id}:{excerpt.line}" for excerpt in found))


def _plain(library: Library, one: dict[str, Any]) -> list[str]:
    """Rank lines as a search engine would that knows nothing of names and relations."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE lines USING fts5(place UNINDEXED, body, tokenize='porter unicode61')")
    for entry in library.entries():
        for number, line in enumerate(library.text(entry.id).text.split("\n"), 1):
            if line.strip():
                base.execute("INSERT INTO lines VALUES (?, ?)", (f"{entry.id}:{number}", line))
    words: dict[str, None] = {}
    for phrase in (*one["names"], one.get("verb", ""), *one.get("other_names", ())):
        words.update(dict.fromkeys(phrase.replace("-", " ").split()))
    asked = " OR ".join(f'"{word}"' for word in words)
    return [place for (place,) in base.execute("SELECT place FROM lines WHERE lines MATCH ? ORDER BY rank", (asked,))]


def _measures(places: list[str], one: dict[str, Any]) -> tuple[float, float, float]:
    """Return nDCG@5, precision@3 (of the three, or of as many as there are) and recall."""
    grades: dict[str, int] = one["grades"]
    gained = sum(_gain(grades.get(place, 0), rank) for rank, place in enumerate(places[:_BEST]))
    ideal = sum(_gain(grade, rank) for rank, grade in enumerate(sorted(grades.values(), reverse=True)[:_BEST]))
    most = min(_FIRST, len(grades))
    precision = sum(place in grades for place in places[:most]) / most
    recall = sum(place in grades for place in places) / len(grades)
    return gained / ideal, precision, recall


def _gain(grade: int, rank: int) -> float:
    return (2**grade - 1) / log2(rank + 2)


def _times(library: Library, graded: list[dict[str, Any]]) -> list[float]:
    times: list[float] = []
    for _ in range(3):
        times.clear()
        for one in graded:
            start = time.perf_counter()
            library.excerpts(_target(one))
            times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    sys.exit(main())
