"""What can be made again, kept on disk by the hash of what it was made from: layouts, compiled definitions.

Every entry is one file: a BLAKE2 digest of the content, then the content. A torn or altered file is as good as none.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

try:
    # Without the rest of hashlib, which loads OpenSSL: 2.4 ms of a start.
    from _blake2 import blake2b
except ImportError:  # an interpreter that has no such module of its own
    from hashlib import blake2b

if TYPE_CHECKING:
    from pathlib import Path

_DIGEST = 32
_MOST_FILES = 2000


def digest(content: bytes) -> str:
    """Return the name of a content, 64 hexadecimal digits: what is the same has the same, and nothing else has."""
    return blake2b(content, digest_size=_DIGEST).hexdigest()


class Store:
    """A folder of entries by key. It never raises: a full disk or a folder without rights only costs speed."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which is made when the first entry is put."""
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return what was put under this key, or None where there is nothing or it is damaged."""
        try:
            whole = self._path(key).read_bytes()
        except OSError:
            return None
        content = whole[_DIGEST:]
        return content if blake2b(content, digest_size=_DIGEST).digest() == whole[:_DIGEST] else None

    def put(self, key: str, content: bytes) -> None:
        """Keep content under this key; a reader sees the old entry or the whole new one."""
        path = self._path(key)
        beside = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(blake2b(content, digest_size=_DIGEST).digest() + content)
            beside.replace(path)
        except OSError:
            _forget(beside)

    def prune(self, most: int = _MOST_FILES) -> None:
        """Forget the entries that were written longest ago, beyond ``most``."""
        try:
            entries = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in entries[most:]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _path(self, key: str) -> Path:
        return self._folder / digest(key.encode("utf-8", "surrogatepass"))


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
