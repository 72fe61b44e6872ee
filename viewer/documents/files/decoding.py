"""From bytes to a document's text: decoded, without a byte order mark, every line's end one newline."""

from __future__ import annotations

import codecs
import re

from viewer.documents.files.encodings import escaped, legacy, wide, windows
from viewer.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an Office file or archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_SAMPLE = 65_536
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(content: bytes, declared: str = "", kind: str = "text") -> str:
    """Return the text of these bytes; DocumentError with a sentence when they are no text.

    ``declared`` is the Python codec that the file itself names, if it does; ``kind`` what its ending says it is.
    """
    refuse_other(content, kind)
    text = _as_declared(content, declared) if declared else ""
    text = text or _decoded(content)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if "\x00" in text or controls > max(2, len(sample) // 200):
        raise DocumentError("The file holds binary content, not text.")
    return text


def refuse_other(content: bytes, kind: str) -> None:
    """Raise DocumentError with a sentence when the first bytes are those of another kind of file."""
    for head, name in _NOT_TEXT:
        if content.startswith(head):
            raise DocumentError(f"The file's ending says {kind}, but its content is {name}.")


def _as_declared(content: bytes, declared: str) -> str:
    """Decode as the file says, unless its bytes say otherwise; "" then."""
    if content.startswith(tuple(mark for mark, _ in _MARKS)) or b"\x00" in content[:_SAMPLE]:
        return ""
    try:
        # Bytes above ASCII that are good UTF-8 are UTF-8, whatever an old page's head has kept saying.
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared == "cp1252":
        return windows(content)
    text = content.decode(declared, "replace")
    return text if text.count("\ufffd") <= len(text) // 200 else ""


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return content[len(mark) :].decode(encoding, "replace")
                raise DocumentError(
                    f"The file begins as {encoding.upper()} but is damaged at byte {error.start}."
                ) from None
    if b"\x00" not in content[:_SAMPLE]:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return wide(content) or legacy(content)
        return escaped(content) or text
    text = wide(content)
    if not text:
        raise DocumentError("The file holds binary content, not text.")
    return text
