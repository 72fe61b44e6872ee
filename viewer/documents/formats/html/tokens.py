"""Cut an HTML page into tags and text, in one pass and in time that grows with its length alone.

Our own, because a hostile page costs the standard library's parser minutes (its time grows with the square of the
length), and libxml2 drops text that is nested some hundred elements deep. Nothing is loaded, no script is run.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']?[^\s>]*+)))?+")
_REST = re.compile(r"[^>]*+>?")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"})
_RAW_TEXT = frozenset({"title", "textarea"})
_LONGEST_NAME = 40
_MOST_ATTRIBUTES = 60
_NUMERIC = re.compile(r"&#(?:[xX]([0-9a-fA-F]++)|([0-9]++));?")


class Start(NamedTuple):
    """An opening tag, its name and the names of its attributes in lower case."""

    name: str
    attributes: dict[str, str]


class End(NamedTuple):
    """A closing tag."""

    name: str


def tokens(page: str) -> Iterator[Start | End | str]:
    """Yield tags and texts in order; comments, declarations, scripts and styles are passed over."""
    at = 0
    length = len(page)
    # Where the search for the end of a raw element came to nothing once, it need not be made again.
    unclosed: set[str] = set()
    last_comment = page.rfind("-->")
    while at < length:
        opened = page.find("<", at)
        if opened < 0:
            yield plain(page[at:])
            return
        if opened > at:
            yield plain(page[at:opened])
        tag = _TAG.match(page, opened)
        if tag is None:
            at = _past_other(page, opened, last_comment)
            if at == opened:
                yield "<"
                at += 1
            continue
        name = tag[2][:_LONGEST_NAME].lower()
        if tag[1]:
            at = _rest(page, tag.end())
            yield End(name)
            continue
        attributes, at = _attributes(page, tag.end())
        yield Start(name, attributes)
        if (name in _RAW or name in _RAW_TEXT) and name not in unclosed:
            close = _closing(page, name, at)
            if close < 0:
                unclosed.add(name)
                close = length if name in {"script", "style"} else at
            if name in _RAW_TEXT and close > at:
                yield plain(page[at:close])
            at = close


def plain(source: str) -> str:
    """Return text with its character references resolved."""
    if "&" not in source:
        return source
    return unescape(_NUMERIC.sub(_numbered, source))


def _numbered(match: re.Match[str]) -> str:
    """Resolve numbers too long to be a character here: turning them into integers takes long."""
    digits = match[1] or match[2]
    return match[0] if len(digits) <= 8 else "\ufffd"


def _closing(page: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
    return found.start() if found else -1


def _past_other(page: str, at: int, last_comment: int) -> int:
    """Return where a comment, declaration or stray closing ends; ``at`` itself when the sign is only text."""
    if page.startswith("<!--", at):
        end = page.find("-->", at + 4) if last_comment >= at + 4 else -1
        # An open comment hides the rest of the page in a browser; of a document cut short the words are worth more.
        return end + 3 if end >= 0 else at + 4
    if page.startswith("<![CDATA[", at):
        return at + 9
    if page.startswith(("<!", "<?", "</"), at):
        return _rest(page, at + 2)
    return at


def _rest(page: str, at: int) -> int:
    match = _REST.match(page, at)
    return match.end() if match else at


def _attributes(page: str, at: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while at < len(page):
        match = _ATTRIBUTE.match(page, at)
        if match is None:
            break
        at = match.end()
        if len(found) < _MOST_ATTRIBUTES:
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1][:_LONGEST_NAME].lower(), plain(value) if len(value) < 4000 else "")
    return found, _rest(page, at)
