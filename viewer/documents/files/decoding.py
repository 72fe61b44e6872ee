"""From bytes to a document's text: decoded, without a byte order mark, every line's end one newline."""

from __future__ import annotations

import codecs
import re

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
# Encodings of old Macintosh and mainframe computers: far likelier the guess is wrong than the file that old.
_UNLIKELY = [
    *("mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish", "hp_roman8", "ptcp154"),
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "kz1048"),
]
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIPLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SOUND_TO_STRAY = 3
_HIGH = re.compile(rb"[\x80-\xff]+")
# What Western text in Windows-1252 has beside its letters: quotation marks, dashes, signs of units.
_WESTERN_SIGNS = frozenset("‘’“”–—…•€™§©®°±²³µ·¹º½¼¾×÷«»¡¿ £\u00ad")
_WESTERN_LETTERS = frozenset("ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœŒšŠžŽ")


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
        return _windows(content)
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
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return _legacy(content)
    encoding = _by_zeros(content)
    if encoding:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise DocumentError("The file holds binary content, not text.")


def _by_zeros(content: bytes) -> str:
    """Return the UTF-16 or UTF-32 that the places of zero bytes tell of, or nothing."""
    sample = content[: _SAMPLE - _SAMPLE % 4]
    quarter = max(1, len(sample) // 4)
    zeros = [sample[place::4].count(0) / quarter for place in range(4)]
    if len(content) % 4 == 0:
        if min(zeros[1:]) > 0.4 and zeros[0] < 0.2:
            return "utf-32-le"
        if min(zeros[:3]) > 0.4 and zeros[3] < 0.2:
            return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.2 and even < 0.02:
        return "utf-16-le"
    if even > 0.2 and odd < 0.02:
        return "utf-16-be"
    return ""


def _legacy(content: bytes) -> str:
    """Decode what is no sound UTF-8: with a few stray bytes it still is; else Windows-1252, or the best guess."""
    damaged = content.decode("utf-8", "replace")
    stray = damaged.count("\ufffd")
    if len(_MULTIPLE.findall(content)) > _SOUND_TO_STRAY * stray:
        return damaged
    if _western(content):
        return _windows(content)
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 4 * _SAMPLE], cp_exclusion=_UNLIKELY).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        try:
            return content.decode(best.encoding)
        except UnicodeDecodeError:
            found = from_bytes(content, cp_exclusion=_UNLIKELY).best() if len(content) > 4 * _SAMPLE else None
            if found is not None:
                return content.decode(found.encoding, "replace")
    return _windows(content)


def _western(content: bytes) -> bool:
    """Whether the bytes above ASCII are few and are such letters and signs as Western text has."""
    sample = content[:_SAMPLE]
    runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    if not high or high > 0.15 * len(sample):
        return False
    likely = 0
    for match in _HIGH.finditer(sample):
        signs = match[0].decode("cp1252", "replace")
        before, after = sample[match.start() - 1 : match.start()], sample[match.end() : match.end() + 1]
        in_word = before.isalpha() or after.isalpha()
        inside = before.isalpha() and after.isalpha()
        for sign in signs:
            if sign in _WESTERN_LETTERS:
                likely += in_word
            elif sign in _WESTERN_SIGNS:
                likely += sign in "‘’\u00ad·—–" or not inside
    return likely >= 0.9 * high


def _windows(content: bytes) -> str:
    """Decode Windows-1252; the five bytes that it leaves open are read as Latin-1 reads them."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chunk.decode("cp1252") if chunk not in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d") else "\ufffd"
            for chunk in re.split(rb"([\x81\x8d\x8f\x90\x9d])", content)
        )
