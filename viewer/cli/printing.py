"""How results look on standard output: rows in columns, and JSON that survives any encoding."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_columns(rows: Sequence[Sequence[str]]) -> None:
    """Print rows with their columns aligned; whatever a text holds, it stays on its line."""
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(_width, column), default=0) for column in zip(*cleaned, strict=True)]
    for row in cleaned:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip())


def print_json(value: Any) -> None:
    """Print a value as JSON: readable where the output is Unicode, escaped where it is not."""
    import json

    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    text = json.dumps(value, indent=2, ensure_ascii=not encoding.startswith("utf"))
    # Half a surrogate pair can stand in a file's name; as an escape it is still JSON.
    print("".join(f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" else letter for letter in text))


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, for a terminal."""
    if text.isprintable():
        return text
    # Half a surrogate pair stands for a byte of a file's name; the output escapes it.
    return "".join(letter if letter.isprintable() or "\ud800" <= letter <= "\udfff" else " " for letter in text)


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
