"""What a large library costs: to read, to open again, and a click in it, each beside what it is measured against.

    python -m benchmarks.library [--articles N] [--passages N …]

Makes articles in a temporary folder (400 MB for a million passages) and takes some minutes. Reading is put beside
plain inserting: the same passages' texts, one process, one transaction, into a full-text table with the same words.
Clicks are those of the whole window without a screen, from the event's delivery until the passages are painted: on
each element once as soon as a diagram is open, in another window a few seconds later, when what the documents say of
them has been looked up, and there once more. The pointer does not come near beforehand, as it would by hand.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.clicks import a_diagram, clicks
from benchmarks.corpora import things, write_articles

_CHARACTERS = 8_100
_PER_ARTICLE = 61
_THINGS = 60
_NODES, _EDGES = 40, 50
_ROUNDS = 3


class _Read(NamedTuple):
    seconds: float
    memory: float
    passages: int
    texts: list[tuple[str]]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what a large library costs.")
    parser.add_argument("--articles", type=int, default=8_000, help="how many files are read (8,000)")
    parser.add_argument(
        "--passages", type=int, nargs="*", default=[100_000, 1_000_000], help="sizes of libraries that are clicked in"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mechanism-viewer-") as folder:
        place = Path(folder)
        os.environ["MECHANISM_VIEWER_CACHE"] = str(place / "cache")
        os.environ["MECHANISM_VIEWER_CONFIG"] = str(place / "config")
        if arguments.articles:
            _reading(place, arguments.articles)
        for passages in arguments.passages:
            _clicking(place, passages)
    return 0


def _reading(place: Path, count: int) -> None:
    from viewer.documents.library import Library

    documents = place / "articles"
    write_articles(documents, count, _CHARACTERS, things(_THINGS))
    size = sum(file.stat().st_size for file in documents.rglob("*.md"))
    print(f"{count:,} articles, {size / 1e6:.0f} MB", flush=True)
    ours: list[float] = []
    plain: list[float] = []
    memory = 0.0
    for number in range(_ROUNDS):  # in turns, for what else the machine does falls on both
        read = _read(documents, place / f"index-{number}.sqlite")
        ours.append(read.seconds)
        memory = max(memory, read.memory)
        plain.append(_inserted(read.texts, place / f"plain-{number}.sqlite"))
    best, base = min(ours), min(plain)
    print(f"  read {best:6.1f} s   plain inserting of {read.passages:,} passages {base:5.1f} s   {best / base:.2f} x")
    print(f"  memory of all processes {memory:.0f} MB")
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        library = Library([documents], place / "index-0.sqlite")
        assert library.refresh().unchanged == count
        library.entries()
        times.append(time.perf_counter() - start)
        library.close()
    print(f"  opened again, unchanged: {min(times):.2f} s", flush=True)


def _read(documents: Path, index: Path) -> _Read:
    """Read everything in a process of its own, whose memory and whose workers' is watched."""
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom viewer.documents.library import Library\n"
        "library = Library([Path(sys.argv[1])], Path(sys.argv[2]))\nstart = time.perf_counter()\n"
        "library.refresh()\nprint(time.perf_counter() - start)\nlibrary.close()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(documents), str(index)], stdout=subprocess.PIPE, text=True
    )
    most = 0.0
    done = threading.Event()

    def watch() -> None:
        nonlocal most
        while not done.wait(0.1):
            most = max(most, _memory_of(process.pid))

    watching = threading.Thread(target=watch)
    watching.start()
    said = process.communicate()[0]
    done.set()
    watching.join()
    connection = sqlite3.connect(index)
    texts = connection.execute("SELECT text FROM passages").fetchall()
    connection.close()
    return _Read(float(said), most, len(texts), texts)


def _memory_of(process: int) -> float:
    """Return the resident memory of a process and its children in MB; 0 where the system does not tell."""
    pages = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if process in (int(folder.name), parent):
                pages += int((folder / "statm").read_text().split()[1])
        except (OSError, ValueError, IndexError):
            continue
    return pages * 4096 / 1e6


def _inserted(texts: list[tuple[str]], file: Path) -> float:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='unicode61 remove_diacritics 2')")
    start = time.perf_counter()
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO words VALUES (?)", texts)
    connection.execute("COMMIT")
    spent = time.perf_counter() - start
    connection.close()
    return spent


def _clicking(place: Path, passages: int) -> None:
    from viewer.documents.library import Library, index_for
    from viewer.places import bundled

    documents = place / f"documents-{passages}"
    named = things(_THINGS)
    write_articles(documents, max(1, passages // _PER_ARTICLE), _CHARACTERS, named, seed=2)
    roots = (bundled().documents, documents)
    library = Library(roots, index_for(roots, place / "cache"))
    library.refresh()
    held = sum(entry.passages for entry in library.entries())
    library.close()
    diagram = place / "spoken.yaml"
    diagram.write_text(a_diagram(named, _NODES, _EDGES), encoding="utf-8")
    print(f"{held:,} passages, click to painted excerpts in ms")
    for kind, measured in clicks(documents, diagram).items():
        for name, times in zip(("at once", "a few seconds later", "once more"), measured, strict=True):
            ordered = sorted(times)
            print(
                f"  {kind}  {name:20}median {statistics.median(ordered):5.1f}   95 % within"
                f" {ordered[int(0.95 * len(ordered))]:5.1f}   ({len(ordered)} clicks)",
                flush=True,
            )


if __name__ == "__main__":
    sys.exit(main())
