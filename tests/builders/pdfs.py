"""Build small PDFs, byte by byte: words at places, perhaps protected with a password."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_IDENTITY = b"0123456789abcdef"
_PERMISSIONS = (-44).to_bytes(4, "little", signed=True)


class At(NamedTuple):
    """Words at a place, in points from the lower left corner; letters of Windows-1252."""

    x: float
    y: float
    words: str
    size: float = 10
    bold: bool = False


def lines(text: str, x: float = 60, top: float = 760, size: float = 10) -> list[At]:
    """Return lines of text one below the other."""
    return [At(x, top - 1.3 * size * number, line, size) for number, line in enumerate(text.split("\n")) if line]


def a_pdf(*pages: Sequence[At], title: str = "", author: str = "", password: str | None = None) -> bytes:
    """Return a PDF of these pages, 595 by 842 points; with ``password`` it is encrypted for that user."""
    key, security = _protected(password) if password is not None else (b"", b"")
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        5: b"<</Title(%s)/Author(%s)>>" % (_crypted(title, key, 5), _crypted(author, key, 5)),
    }
    for number, page in enumerate(pages):
        stream = b"\n".join(
            b"BT /F%d %g Tf %g %g Td (%s) Tj ET"
            % (1 + at.bold, at.size, at.x, at.y, _escaped(at.words.encode("cp1252")))
            for at in page
        )
        if key:
            stream = _rc4(_object_key(key, 7 + 2 * number), stream)
        objects[6 + 2 * number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            b"/Contents %d 0 R>>" % (7 + 2 * number)
        )
        objects[7 + 2 * number] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return _file(objects, security)


def _file(objects: dict[int, bytes], security: bytes) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number in sorted(objects):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table)
    trailer = b"<</Size %d/Root 1 0 R/Info 5 0 R%s>>" % (len(places) + 1, security)
    return content + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)


def _escaped(words: bytes) -> bytes:
    return words.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").replace(b"\r", b"\\r")


def _crypted(words: str, key: bytes, number: int) -> bytes:
    said = words.encode("cp1252")
    return _escaped(_rc4(_object_key(key, number), said) if key else said)


def _protected(password: str) -> tuple[bytes, bytes]:
    """Return the key and the trailer's entries of the standard encryption with 40 bits."""
    padded = (password.encode("ascii") + _PADDING)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PADDING)[:32]).digest()[:5], padded)
    key = hashlib.md5(padded + owner + _PERMISSIONS + _IDENTITY).digest()[:5]
    user = _rc4(key, _PADDING)
    entries = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -44>>/ID[<%s><%s>]" % (
        owner.hex().encode(), user.hex().encode(), _IDENTITY.hex().encode(), _IDENTITY.hex().encode(),
    )  # fmt: skip
    return key, entries


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[: len(key) + 5]


def _rc4(key: bytes, content: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
