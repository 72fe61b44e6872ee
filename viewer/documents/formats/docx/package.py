"""The parts of a Word document's ZIP package, read within bounds; nothing outside the package is ever opened."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from viewer.documents.files.decoding import refuse_other
from viewer.documents.formats.docx.xml_events import walk_xml
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 128 * 1024 * 1024
"""How large the parts that are read may be together once unpacked, in bytes."""

_MOST_ENTRIES = 50_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "word/document.xml"


class Package:
    """An open package; ``part`` gives what one of its parts holds."""

    def __init__(self, content: bytes) -> None:
        """Take a file's bytes; DocumentError with a sentence when they are no Word document."""
        if content.startswith(_OLE):
            if _ENCRYPTED in content:
                raise DocumentError("The document is protected with a password.")
            raise DocumentError("It is a document of an old Word; save it as .docx to have it read.")
        if not content.startswith(b"PK"):
            refuse_other(content, "Word")
            raise DocumentError("The file's ending says Word, but its content is something else.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError):
            raise DocumentError("The Word document is damaged or cut short.") from None
        if len(self._entries) > _MOST_ENTRIES:
            raise DocumentError("The Word document holds more parts than are read.")
        self._left = LARGEST
        self.main = self._related("", "officeDocument") or _MAIN
        if self.main not in self._entries:
            raise DocumentError("The file's ending says Word, but it is another kind of Office file or archive.")

    def part(self, name: str) -> bytes:
        """Return what a part holds, nothing where the package lacks it; DocumentError when it is too large."""
        entry = self._entries.get(name)
        if entry is None:
            return b""
        if entry.flag_bits & 1:
            raise DocumentError("The document is protected with a password.")
        if entry.file_size > self._left:
            raise DocumentError(f"Unpacked, the Word document is larger than {LARGEST // 1024 // 1024} MB.")
        try:
            with self._zip.open(entry) as file:
                content = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            raise DocumentError("The Word document is damaged or cut short.") from None
        self._left -= len(content)
        if self._left < 0:
            raise DocumentError(f"Unpacked, the Word document is larger than {LARGEST // 1024 // 1024} MB.")
        return content

    def beside_main(self, kind: str, usual: str) -> bytes:
        """Return the part that the main one names for a kind ("styles"), else the one with the usual name."""
        return self.part(self._related(self.main, kind) or posixpath.join(posixpath.dirname(self.main), usual))

    def _related(self, name: str, kind: str) -> str:
        folder, file = posixpath.split(name)
        relations = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = ""

        def start(element: str, attributes: Mapping[str, str]) -> None:
            nonlocal found
            said = attributes.get("Type", "")
            if found or not element.endswith("Relationship") or attributes.get("TargetMode") == "External":
                return
            if said.rpartition("/")[2] == kind:
                found = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")

        if relations:
            walk_xml(relations, start)
        return found if found in self._entries else ""
