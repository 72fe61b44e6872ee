"""What the YAML parser stumbles over, in words that say what to do."""

from __future__ import annotations

import codecs
import re
from typing import Any

from viewer.errors import Problem
from viewer.model.naming import quoted

_MOST_DIRECTIVES = 10
_DIRECTIVE = re.compile(rb"^%", re.MULTILINE)
_QUOTE_HINT = "Put quotation marks round the text."
_WORDS = {
    "mapping values are not allowed in this context": (
        "A colon is not allowed here.",
        'Put quotation marks round text that holds a colon, as in label: "Ca2+: influx".',
    ),
    "did not find expected key": ("A key is expected here.", "Look at the indentation and the quotation marks."),
    "did not find expected '-' indicator": ("A list item is expected here.", "Look at the indentation."),
    "did not find expected ',' or ']'": ("A list in square brackets is not closed, or lacks a comma.", ""),
    "did not find expected ',' or '}'": ("A mapping in curly brackets is not closed, or lacks a comma.", ""),
    "found unexpected end of stream": ("The file ends inside a quoted text.", ""),
    "could not find expected ':'": ("A colon is missing after the key.", ""),
    "block sequence entries are not allowed in this context": ("A list item is not allowed here.", _QUOTE_HINT),
}


def decoded(content: bytes, file: str) -> bytes | Problem:
    """Return the content as UTF-8 without a byte order mark, or the problem that it is not text."""
    text = content
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = content.decode("utf-16").encode("utf-8")
        except UnicodeError:
            return Problem(file, 1, 1, "The file is neither UTF-8 nor UTF-16.", "Save it as UTF-8.")
    text = text.removeprefix(codecs.BOM_UTF8)
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(file, *_place(text, error.start), "The file is not UTF-8 from here on.", "Save it as UTF-8.")
    # The parser compares each directive with all before it.
    if len(_DIRECTIVE.findall(text)) > _MOST_DIRECTIVES:
        return Problem(file, 1, 1, f"More than {_MOST_DIRECTIVES} lines start with a percent sign.", _QUOTE_HINT)
    return text


def unparsed(error: Any, text: bytes, file: str) -> Problem:
    """Return the parser's error as a problem with its place; ``text`` is what was parsed."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        position = getattr(error, "position", 0) or 0
        return Problem(file, *_place(text, position), "A control character is not allowed here.", "Take it out.")
    line, column = mark.line + 1, mark.column + 1
    problem = str(error.problem or "not YAML")
    if problem == "found character that cannot start any token":
        letter = _letter(text, mark)
        if letter == "\t":
            return Problem(file, line, column, "A tab is not allowed here.", "Indent with spaces.")
        return Problem(file, line, column, f"Text cannot start with {quoted(letter)} here.", _QUOTE_HINT)
    said, hint = _WORDS.get(problem, (f"The YAML does not parse: {problem}.", ""))
    start = getattr(error, "context_mark", None)
    if not hint and start is not None and start.line + 1 < line:
        hint = f"It starts in line {start.line + 1}."
    return Problem(file, line, column, said, hint)


def _letter(text: bytes, mark: Any) -> str:
    lines = text.decode("utf-8", "replace").splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


def _place(text: bytes, position: int) -> tuple[int, int]:
    """Return the line and column of a byte, from 1; columns count characters."""
    before = text[:position].decode("utf-8", "replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
