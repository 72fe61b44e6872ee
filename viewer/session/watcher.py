"""Tells that files have changed on disk, came or went, once an editor has finished with them.

Editors replace a file rather than write into it; the watcher of the system then loses it. So folders are watched
beside files, every event adds the files again, and modification time and size decide.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SETTLE_MS = 200
_MOST_FOLDERS = 500


Stamp = tuple[int, int] | None
"""When a file was written last, in nanoseconds, and its size in bytes; None for one that is not there."""


def stamp_of(path: Path) -> Stamp:
    """Return what tells whether a file or a folder has changed."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _folder_around(path: Path) -> Path | None:
    """Return the nearest folder above a path that is there."""
    return next((folder for folder in path.parents if folder.is_dir()), None)


class Watcher(QObject):
    """Signals: ``files_changed(tuple[Path, ...])`` for watched files that changed, went or came back,
    ``folders_changed()`` for their folders.
    """  # noqa: D205 - a list of signals is no paragraph

    files_changed = Signal(object)
    folders_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self._stamps: dict[Path, Stamp] = {}
        self._folders: tuple[Path, ...] = ()
        self._places: dict[Path, bool] = {}
        self._folder_touched = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._on_settle_timeout)

    def watch(
        self,
        files: Iterable[Path],
        folders: Iterable[Path],
        places: Iterable[Path] = (),
        since: Mapping[Path, Stamp] | None = None,
    ) -> None:
        """Watch these files and folders and nothing else; missing ones are watched for through their folder.

        ``since`` are the stamps of some from before they were read: what has changed meanwhile is told, too.

        Of ``places`` it is told as ``folders_changed`` when they go and when they come back: the system says nothing
        to who watches a folder that is itself moved away.
        """
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_watcher_file_changed)
            self._watcher.directoryChanged.connect(self._on_watcher_directory_changed)
        old = [*self._watcher.files(), *self._watcher.directories()]
        if old:
            self._watcher.removePaths(old)
        before = since or {}
        self._stamps = {path: before[path] if path in before else stamp_of(path) for path in files}
        self._folders = tuple(dict.fromkeys([*folders, *(path.parent for path in self._stamps)]))[:_MOST_FOLDERS]
        self._places = {path: path.exists() for path in places}
        self._add()
        if before:
            self._folder_touched = any(stamp_of(path) != before[path] for path in self._folders if path in before)
            self._settle.start()

    def _add(self) -> None:
        if self._watcher is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        around = (folder for path in self._places if (folder := _folder_around(path)) is not None)
        paths = dict.fromkeys([*self._stamps, *self._folders, *around])
        wanted = [str(path) for path in paths if path.exists() and str(path) not in watched]
        if wanted:
            self._watcher.addPaths(wanted)

    @Slot(str)
    def _on_watcher_file_changed(self, _path: str) -> None:
        self._settle.start()

    @Slot(str)
    def _on_watcher_directory_changed(self, path: str) -> None:
        self._folder_touched = self._folder_touched or Path(path) in self._folders
        self._settle.start()

    @Slot()
    def _on_settle_timeout(self) -> None:
        changed = []
        for path, old in self._stamps.items():
            new = stamp_of(path)
            if new != old:
                self._stamps[path] = new
                changed.append(path)
        there = {path: path.exists() for path in self._places}
        moved, self._places = there != self._places, there
        self._add()
        touched, self._folder_touched = self._folder_touched, False
        if changed:
            self.files_changed.emit(tuple(changed))
        if touched or moved:
            self.folders_changed.emit()
