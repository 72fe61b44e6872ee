"""Addresses on the web inside a line of a document. They are shown as links; nothing is fetched, ever."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = re.compile(
    r"https?://[^\s<>\"'“”‘’`|\\^{}\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE
)
_MARKDOWN = re.compile(
    r"\[([^\[\]\n]{1,500})\]\(\s*<?(https?://[^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)>?[^()\n]*\)", re.IGNORECASE
)
_TRAILING = ".,;:!?…*_"
_PAIRS = {")": "(", "]": "["}


class Link(NamedTuple):
    """Where an address, or words with their address, stand in a line, in characters; ``words`` ends the words."""

    start: int
    end: int
    address: str
    words: int = 0


def links_in(line: str) -> tuple[Link, ...]:
    """Return the links of a line, ascending and apart."""
    if "://" not in line:
        return ()
    found = [Link(*match.span(), match[2], match.end(1) + 1) for match in _MARKDOWN.finditer(line)]
    taken = [(link.start, link.end) for link in found]
    for match in _ADDRESS.finditer(line):
        if any(start <= match.start() < end for start, end in taken):
            continue
        address = _trimmed(match[0])
        if len(address) > len("https://"):
            end = match.start() + len(address)
            found.append(Link(match.start(), end, address, end))
    return tuple(sorted(found))


def _trimmed(address: str) -> str:
    """Leave out what belongs to the sentence around it: stops, and brackets that were opened before it."""
    while address:
        last = address[-1]
        opener = _PAIRS.get(last)
        if last in _TRAILING or (opener is not None and address.count(last) > address.count(opener)):
            address = address[:-1]
        else:
            break
    return address
