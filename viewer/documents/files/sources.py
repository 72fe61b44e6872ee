"""Which files a library is made of: the documents at and under its roots, each once, and what was passed over."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.documents.entries import Skipped
from viewer.documents.formats.passages import READABLE
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LARGEST = 50 * 1024 * 1024
"""The largest file that is read, in bytes."""

_MOST_FILES = 200_000
_MOST_DEPTH = 64


class Source(NamedTuple):
    """A file to read: where it is, its path relative to its root, and what tells whether it changed.

    ``relative`` is text whatever bytes the name holds; ``path`` opens the file, ``key`` stands for it in the index:
    the whole path as text.
    """

    path: str
    relative: str
    modified: int
    size: int
    key: str

    @property
    def stem(self) -> str:
        """The file's name without its ending: the document's id."""
        return Path(self.relative).stem

    @property
    def suffix(self) -> str:
        """The file's ending in lower case, with its dot."""
        return Path(self.relative).suffix.lower()


class Survey(NamedTuple):
    """What stands at the roots: the files to read, in order, what was passed over, and the folders looked into."""

    sources: tuple[Source, ...]
    skipped: tuple[Skipped, ...]
    folders: tuple[str, ...] = ()


def survey(roots: Sequence[Path], cancelled: Callable[[], bool] | None = None) -> Survey:
    """Look at every root; a file named itself is relative to its folder. Never raises for a file's trouble."""
    walk = _Walk(cancelled)
    for root in roots:
        walk.root(root)
    return Survey(tuple(walk.sources), tuple(walk.skipped), tuple(walk.folders))


def key_of(path: str) -> str:
    """Return what stands for a file in the index: its whole path as text."""
    return _as_text(os.path.abspath(path))


def read_bytes(source: Source) -> bytes:
    """Return a source's content; DocumentError with a sentence when it cannot be had."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(source.path, flags)
        with os.fdopen(descriptor, "rb") as file:
            # Asked of the open file: the path may be another thing by now.
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise DocumentError("It is not a regular file.")
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise DocumentError(_sentence(error)) from None
    if len(content) > LARGEST:
        raise DocumentError(too_large(len(content)))
    return content


def too_large(size: int) -> str:
    """Say that a file is larger than is read."""
    return f"The file is larger than {LARGEST // 1024 // 1024} MB ({size / 1024 / 1024:.0f} MB)."


class _Walk:
    def __init__(self, cancelled: Callable[[], bool] | None) -> None:
        self.sources: list[Source] = []
        self.skipped: list[Skipped] = []
        self.folders: list[str] = []
        self._seen: set[str] = set()
        self._looked_into: set[tuple[int, int]] = set()
        self._cancelled = cancelled or (lambda: False)

    def root(self, root: Path) -> None:
        try:
            status = root.stat()
        except OSError as error:
            self.skipped.append(Skipped(str(root), _sentence(error)))
            return
        except ValueError:
            self.skipped.append(Skipped(str(root), "The path cannot be used."))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folder(_Names(str(root), os.path.abspath(root), os.path.realpath(root), ""), frozenset())
        else:
            names = _Names(str(root), os.path.abspath(root), os.path.realpath(root), root.name)
            self._file(names, status, named=True)

    def _folder(self, folder: _Names, above: frozenset[tuple[int, int]]) -> None:
        path = folder.path
        try:
            status = os.stat(path)
            here = (status.st_dev, status.st_ino)
            if here in above and here != (0, 0):
                self.skipped.append(Skipped(path, "The folder leads back to one above it."))
                return
            if len(above) > _MOST_DEPTH:
                self.skipped.append(Skipped(path, f"The folder lies more than {_MOST_DEPTH} folders deep."))
                return
            if here in self._looked_into and here != (0, 0):
                # By another link: it holds no file that is not seen yet, and such links may double at every level.
                return
            with os.scandir(path) as entries:
                children = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.skipped.append(Skipped(path, _sentence(error)))
            return
        self.folders.append(path)
        self._looked_into.add(here)
        for entry in children:
            if entry.name.startswith(".") or self._cancelled():
                continue
            try:
                if entry.is_dir():
                    self._folder(folder.below(entry), above | {here})
                elif os.path.splitext(entry.name)[1].lower() in READABLE:
                    self._file(folder.below(entry), entry.stat(), named=False)
            except OSError as error:
                self.skipped.append(Skipped(entry.path, _sentence(error)))

    def _file(self, names: _Names, status: os.stat_result, *, named: bool) -> None:
        if names.real in self._seen:
            return
        self._seen.add(names.real)
        path, suffix = names.path, os.path.splitext(names.relative)[1].lower()
        reason = ""
        if not stat.S_ISREG(status.st_mode):
            reason = "It is not a regular file."
        elif suffix not in READABLE and named:
            ending = f"Files ending in “{suffix}”" if suffix else "Files without an ending"
            reason = f"{ending} cannot be read; .txt, .md, .html, .pdf and .docx files can."
        elif _is_lock(path):
            if not named:
                return
            reason = "It is only Word's note that the document is open."
        elif status.st_size > LARGEST:
            reason = too_large(status.st_size)
        elif status.st_size == 0:
            reason = "The file is empty."
        elif len(self.sources) >= _MOST_FILES:
            reason = f"The library has more than {_MOST_FILES} files."
        if reason:
            self.skipped.append(Skipped(path, reason))
        else:
            self.sources.append(
                Source(path, _as_text(names.relative), status.st_mtime_ns, status.st_size, _as_text(names.whole))
            )


class _Names(NamedTuple):
    """A file's or folder's path as it was given, whole, without links, and from its root."""

    path: str
    whole: str
    real: str
    relative: str

    def below(self, entry: os.DirEntry[str]) -> _Names:
        """Return the names of what stands in this folder. Only a link has to be followed, which takes its time."""
        name = entry.name
        real = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(self.real, name)
        relative = f"{self.relative}/{name}" if self.relative else name
        return _Names(entry.path, os.path.join(self.whole, name), real, relative)


def _as_text(path: str) -> str:
    """Return a path with its stray bytes, which no database takes, written as escapes."""
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_lock(path: str) -> bool:
    """Whether it is the small file that Office puts beside a document while it is open."""
    return os.path.basename(path).startswith("~$")


def _sentence(error: OSError) -> str:
    known = {
        errno.ENOENT: "There is no such file or folder.",
        errno.EACCES: "There is no permission to read it.",
        errno.EPERM: "There is no permission to read it.",
        errno.ELOOP: "The link leads in a circle.",
        errno.ENAMETOOLONG: "The path is too long.",
        errno.ENOTDIR: "There is no such file or folder.",
    }
    return known.get(error.errno or 0, f"It cannot be read: {(error.strerror or str(error)).lower()}.")
