"""The index outlives kills, other windows, full disks and damage."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.builders.documents import write_documents
from viewer.documents.library import Library

PORES = "Pores\nA pore is a hole in a membrane. Zinc blocks the pore of this channel.\n"

_READER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from viewer.documents.library import Library

    library = Library([Path(sys.argv[1])], Path(sys.argv[2]))
    print("ready", flush=True)
    refreshed = library.refresh(lambda step: print(step.done, flush=True))
    library.close()
    """
)


def _reader(folder: Path, index: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _READER, str(folder), str(index)], stdout=subprocess.PIPE)


def test_two_processes_fill_one_index(tmp_path: Path) -> None:
    documents = {f"d{number}.txt": f"{PORES}Note {number}.\n" for number in range(80)}
    folder = write_documents(tmp_path / "documents", documents)
    readers = [_reader(folder, tmp_path / "index.sqlite") for _ in range(2)]
    assert [(reader.communicate(timeout=60), reader.returncode)[1] for reader in readers] == [0, 0]
    library = Library([folder], tmp_path / "index.sqlite")
    again = library.refresh()
    assert (again.added, again.changed, again.unchanged) == (0, 0, 80)
    assert library.search("Zinc").total == 80
    library.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_a_kill_at_any_moment_leaves_a_sound_index(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    documents = {
        f"d{number}.txt": f"Text {number}\n" + f"Zinc is metal {number} of this list. " * 200 for number in range(400)
    }
    folder = write_documents(tmp_path / "documents", documents)
    for delay in (0.0, 0.02, 0.1, 0.25, 0.5):
        reader = _reader(folder, index)
        assert reader.stdout is not None
        reader.stdout.readline()
        time.sleep(delay)
        reader.kill()
        reader.communicate(timeout=30)
        library = Library([folder], index)
        known = len(library.entries())
        # Every document that the index knows of is there whole.
        assert library.search('"Zinc is metal"').total == 200 * known
        library.close()
    library = Library([folder], index)
    library.refresh()
    assert len(library.entries()) == 400
    assert library.search('"Zinc is metal"').total == 200 * 400
    library.close()


_LEAVER = textwrap.dedent(
    """
    import sys, threading
    from pathlib import Path
    from viewer.documents.index.database import Database

    database, begun = Database(Path(sys.argv[1])), threading.Event()
    LONG = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 30000000) SELECT max(x) FROM n"

    def ask():
        with database.reading() as connection:
            begun.set()
            while True:
                connection.execute(LONG).fetchone()

    threading.Thread(target=ask, daemon=True).start()
    begun.wait()
    threading.Event().wait(0.2)
    sys.exit(3)
    """
)


def test_a_program_that_ends_while_the_index_is_asked_ends_in_order(tmp_path: Path) -> None:
    for _ in range(3):
        left = subprocess.run(
            [sys.executable, "-c", _LEAVER, str(tmp_path / "index.sqlite")], capture_output=True, timeout=60
        )
        assert (left.returncode, left.stderr) == (3, b"")


def _children(process: int) -> list[int]:
    # Each thread has children of its own.
    listed = [children.read_text() for children in Path(f"/proc/{process}/task").glob("*/children")]
    return [int(name) for names in listed for name in names.split()]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system for children and their state")
def test_workers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    documents = {f"d{number}.txt": f"Text {number}\n" + "Zinc is a metal. " * 3000 for number in range(200)}
    reader = _reader(write_documents(tmp_path / "documents", documents), tmp_path / "index.sqlite")
    end = time.monotonic() + 30
    while not (workers := _children(reader.pid)) and time.monotonic() < end and reader.poll() is None:
        time.sleep(0.01)
    reader.kill()
    reader.communicate(timeout=30)
    assert workers
    while any(_runs(worker) for worker in workers):
        assert time.monotonic() < end
        time.sleep(0.02)


def _runs(process: int) -> bool:
    try:
        return "worker" in Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return False


_IN_LITTLE_ROOM = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from viewer.documents.library import Library
    from viewer.errors import DocumentError

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    library = Library([Path(sys.argv[1])], Path(sys.argv[2]))
    try:
        library.refresh()
    except DocumentError as error:
        print("told:", error)
    else:
        print("there was room")
    library.close()
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be bounded")
def test_a_disk_without_room_is_told_and_leaves_a_sound_index(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite"
    documents = {
        f"d{number}.txt": f"Text {number}\n"
        + "".join(f"Zinc is metal {number} of list {line}. " for line in range(300))
        for number in range(200)
    }
    folder = write_documents(tmp_path / "documents", documents)
    for room in (20_000, 400_000, 3_000_000):
        call = [sys.executable, "-c", _IN_LITTLE_ROOM, str(folder), str(index), str(room)]
        done = subprocess.run(call, capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        assert done.stdout.startswith("told: The ")
        assert len(done.stdout.splitlines()) == 1
        library = Library([folder], index)
        known = len(library.entries())
        assert library.search('"Zinc is metal"', thorough=True).total == 300 * known
        library.close()
    library = Library([folder], index)
    assert library.refresh().added == 200 - known
    assert library.made_anew == 0
    library.close()


def test_of_many_sets_of_documents_the_last_few_keep_their_index(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "documents", {f"d{number}.txt": PORES for number in range(7)})
    files = sorted(folder.iterdir())
    libraries = [Library(files[: number + 1], tmp_path / "indexes" / f"{number}.sqlite") for number in range(7)]
    libraries[0].refresh()
    for before, after in pairwise(libraries):
        after.begin_with(before)
        assert after.refresh().unchanged == len(before.entries())
        before.close()
        os.utime(tmp_path / "indexes" / f"{libraries.index(before)}.sqlite", (1, libraries.index(before)))
    assert sorted(index.stem for index in (tmp_path / "indexes").glob("*.sqlite")) == ["3", "4", "5", "6"]
    assert libraries[0].refresh().added == 1  # made anew when it is wanted again
    for library in libraries:
        library.close()
