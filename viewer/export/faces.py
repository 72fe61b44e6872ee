"""The letters that a picture uses, cut out of the diagram's own font, so that an SVG looks the same everywhere.

The font is asked of Qt, not of a file: what was measured is what is carried along.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QRawFont

from viewer.layout.geometry import TextRole
from viewer.scene.fonts import FAMILY, font_for

if TYPE_CHECKING:
    from collections.abc import Mapping

_PIXELS = 16  # any size: tables have none
_TABLES = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_FEATURES = ["kern", "mark", "mkmk", "ccmp"]  # none that puts one sign in the place of letters


def faces_for(letters: Mapping[int, str]) -> str:
    """Return @font-face rules with the letters used, by weight of type; empty where the font cannot be carried."""
    return "".join(_rule(weight, text) for weight, text in sorted(letters.items()) if text.strip())


@lru_cache(maxsize=32)
def _rule(weight: int, letters: str) -> str:
    try:
        cut = _subset(_whole_font(weight), letters)
    except Exception:  # a foreign font may be odd in any way, and words without it are readable too
        return ""
    source = f"url(data:font/woff;base64,{b64encode(cut).decode()}) format('woff')"
    return f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};src:{source}}}"


def _whole_font(weight: int) -> bytes:
    """Put the tables of the font that Qt uses back into one file; ValueError when it is not the diagram's own."""
    font = QRawFont.fromFont(font_for(TextRole("any", _PIXELS, weight)))
    if font.familyName().split(" Medium")[0].split(" SemiBold")[0] != FAMILY:
        raise ValueError(font.familyName())
    # Qt for Python says that it wants bytes here, and takes text alone.
    tables = [(tag, bytes(font.fontTable(cast("bytes", tag)).data())) for tag in _TABLES]
    tables = [(tag, content) for tag, content in tables if content]
    head, body = b"", b""
    start = 12 + 16 * len(tables)
    for tag, content in tables:
        padded = content + b"\0" * (-len(content) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        head += tag.encode() + struct.pack(">III", total, start + len(body), len(content))
        body += padded
    return struct.pack(">IHHHH", 0x00010000, len(tables), 0, 0, 0) + head + body


def _subset(whole: bytes, letters: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=_FEATURES, name_IDs=[1, 2, 13, 14], notdef_outline=True)
    font = TTFont(BytesIO(whole), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=letters)
    cutter.subset(font)
    font.flavor = "woff"
    result = BytesIO()
    font.save(result)
    return result.getvalue()
