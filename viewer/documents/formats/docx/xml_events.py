"""Walk over the XML of an Office part, event by event: no tree is built, no entity declared or loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
}


class _Declares(Exception):  # noqa: N818 - a fact that ends the walk
    """The part has a document type of its own, which no Office program writes and which could hold entities."""


def walk_xml(
    content: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Call back for every element and text; names as "w:p", attributes of those namespaces too.

    DocumentError with a sentence when the part is no XML that an Office program could have written.
    """
    from xml.parsers import expat

    names: dict[str, str] = {}

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            namespace, _, local = name.rpartition(" ")
            prefix = _NAMESPACES.get(namespace, "x" if namespace else "")
            known = f"{prefix}:{local}" if prefix else local
            if len(names) < 10_000:
                names[name] = known
        return known

    def declared(*_about: object) -> None:
        raise _Declares

    def opened(name: str, attributes: dict[str, str]) -> None:
        start(short(name), {short(key): value for key, value in attributes.items()} if attributes else attributes)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = opened
    if end is not None:
        closed = end
        parser.EndElementHandler = lambda name: closed(short(name))
    if words is not None:
        parser.CharacterDataHandler = words
    try:
        parser.Parse(content, True)
    except _Declares:
        raise DocumentError("The Word document declares entities of its own and is not read.") from None
    except (expat.ExpatError, ValueError, LookupError):
        raise DocumentError("The Word document is damaged: a part of it is no good XML.") from None
