"""Guess the encoding of a text that does not tell it: wide characters, Japanese escapes, the codes before UTF-8."""

from __future__ import annotations

import re
import unicodedata

_SAMPLE = 65_536
# Encodings of old Macintosh and mainframe computers: far likelier the guess is wrong than the file that old.
_UNLIKELY = [
    *("utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"),
    *("mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish", "hp_roman8", "ptcp154"),
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "kz1048"),
]
_MULTIPLE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SOUND_TO_STRAY = 3
_HIGH = re.compile(rb"[\x80-\xff]+")
# What Western text in Windows-1252 has beside its letters: quotation marks, dashes, signs of units.
_WESTERN_SIGNS = frozenset("‘’“”–—…•€™§©®°±²³µ·¹º½¼¾×÷«»¡¿ £\u00ad")
_WESTERN_LETTERS = frozenset("ÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒšŠžŽ")
_FEW = 3
# What stands in texts of every script: spaces, ends of lines, full and half stops.
_FREQUENT = frozenset(" \n\r.,。、，．")
_LEAST_SOUND = 0.97
_KANA = re.compile("[\u3041-\u30fe]")
_LETTERS = re.compile(r"[^\W\d_]")
_HALF_WIDTH = re.compile("[\uff66-\uff9f]")
_ABOVE_ASCII = re.compile(r"[^\x00-\x7f]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_RUSSIAN = re.compile("[а-яё]|(?<![а-яё])[А-ЯЁ]")
_OF_JAPAN = frozenset(("cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213", "johab", "big5hkscs", "euc_jp"))
_JAPANESE = re.compile(rb"\x1b\$[@B]|\x1b\(J")


def wide(content: bytes) -> str:
    """Return the text of UTF-16 or UTF-32 without a byte order mark, or "" when it is neither.

    Bytes that are read in the wrong order are letters too, in other scripts; but they hold no spaces and stops.
    """
    if len(content) % 4 == 0 and b"\x00\x00" in content[:_SAMPLE]:
        for encoding in ("utf-32-le", "utf-32-be"):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    best, most = "", 0
    even = content if len(content) % 2 == 0 else content[:-1]
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = even[:_SAMPLE].decode(encoding, "replace")
        frequent = sum(sign in _FREQUENT for sign in sample)
        if frequent > max(most, len(sample) // 200) and _sound(sample) >= _LEAST_SOUND:
            best, most = encoding, frequent
    if not best and even and not any(even[1::2]) and all(even[::2]):
        best = "utf-16-le"  # a word or two of Latin letters
    return even.decode(best, "replace") if best else ""


def _sound(sample: str) -> float:
    """Return the share of characters that a text can hold: letters, signs, white space."""
    sound = sum(sign in _FREQUENT or sign == "\t" or unicodedata.category(sign)[0] in "LMNPSZ" for sign in sample)
    return (sound - sample.count("\ufffd")) / max(1, len(sample))


def escaped(content: bytes) -> str:
    """Return Japanese text of the kind that switches its letters with escapes, or "" when it is none."""
    if b"\x1b" not in content[:_SAMPLE] or _JAPANESE.search(content[:_SAMPLE]) is None:
        return ""
    try:
        return content.decode("iso2022_jp_ext")
    except UnicodeDecodeError:
        return ""


def legacy(content: bytes) -> str:
    """Decode what is no sound UTF-8: with a few stray bytes it still is; else Windows-1252, or the best guess."""
    damaged = content.decode("utf-8", "replace")
    stray = damaged.count("\ufffd")
    if len(_MULTIPLE.findall(content)) > _SOUND_TO_STRAY * stray:
        return damaged
    if _western(content):
        return windows(content)
    if _western(content, "mac_roman"):
        return content.decode("mac_roman")
    japanese = _japanese(content)
    if japanese:
        return japanese
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 4 * _SAMPLE], cp_exclusion=_UNLIKELY).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        encoding = _of_two(content, best.encoding)
        if encoding in _OF_JAPAN and (other := _chinese_or_russian(content)):
            return other
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            found = from_bytes(content, cp_exclusion=_UNLIKELY).best() if len(content) > 4 * _SAMPLE else None
            return content.decode(found.encoding if found is not None else encoding, "replace")
    return windows(content)


def _japanese(content: bytes) -> str:
    """Return the text where its bytes are Japanese: no other text has so many kana when it is read so, or ""."""
    for encoding in ("euc_jp", "cp932"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = _LETTERS.findall(text[:_SAMPLE])
        if len(_KANA.findall(text[:_SAMPLE])) > 0.2 * len(letters):
            return text
    return ""


def _chinese_or_russian(content: bytes) -> str:
    """Return the text of a few words that look Japanese only as half-width kana, which no text is full of, or ""."""
    kana = content.decode("cp932", "replace")
    if 2 * len(_HALF_WIDTH.findall(kana)) < len(_LETTERS.findall(kana)):
        return ""
    for encoding, letters in (("gb2312", _HAN), ("euc_kr", _HANGUL), ("big5", _HAN), ("koi8-r", _RUSSIAN)):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(letters.findall(text)) > 0.8 * len(_ABOVE_ASCII.findall(text)):
            return text
    return ""


def _of_two(content: bytes, encoding: str) -> str:
    """Tell Windows-1250 from ISO 8859-2, which share most letters: in the wrong one, signs stand inside words."""
    if encoding not in ("cp1250", "iso8859_2"):
        return encoding
    readings = {name: content[:_SAMPLE].decode(name, "replace") for name in ("cp1250", "iso8859_2")}
    return min(readings, key=lambda name: _signs_in_words(readings[name]))


def _signs_in_words(text: str) -> int:
    return len(re.findall(r"(?<=[^\W\d_])[^\w\s.,;:'’\-–—/()\"](?=[^\W\d_])", text)) + len(
        re.findall("[\x80-\x9f\ufffd]", text)
    )


def _western(content: bytes, encoding: str = "cp1252") -> bool:
    """Whether the bytes above ASCII are few and, read so, are such letters and signs as Western text has."""
    sample = content[:_SAMPLE]
    runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    if not high or high > max(_FEW, 0.15 * len(sample)):
        return False
    likely = 0
    for match in _HIGH.finditer(sample):
        signs = match[0].decode(encoding, "replace")
        before, after = sample[match.start() - 1 : match.start()], sample[match.end() : match.end() + 1]
        in_word = before.isalpha() or after.isalpha()
        inside = before.isalpha() and after.isalpha()
        for sign in signs:
            if sign in _WESTERN_LETTERS:
                # A capital within a word is another letter, of another encoding.
                likely += in_word and (sign.islower() or not before.islower())
            elif sign in _WESTERN_SIGNS:
                likely += sign in "‘’\u00ad·—–" or not inside
    return likely >= 0.9 * high


def windows(content: bytes) -> str:
    """Decode Windows-1252; the five bytes that it leaves open are read as Latin-1 reads them."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chunk.decode("cp1252") if chunk not in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d") else "\ufffd"
            for chunk in re.split(rb"([\x81\x8d\x8f\x90\x9d])", content)
        )
