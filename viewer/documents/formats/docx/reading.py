"""Read a Word document: its text with headings, lists, tables and notes, and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.formats.composing import Piece, composed, tidied
from viewer.documents.formats.docx.package import Package
from viewer.documents.formats.docx.styles import Numbering, Style, styles_of
from viewer.documents.formats.docx.walk import Walk
from viewer.documents.formats.docx.xml_events import walk_xml
from viewer.documents.formats.structure import Extracted, FrontMatter, PassageKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_docx(content: bytes) -> Extracted:
    """Return the document's text and outline; DocumentError with a sentence when these bytes hold none."""
    package = Package(content)
    styles = styles_of(package.beside_main("styles", "styles.xml"))
    notes: dict[str, list[Piece]] = {}
    for kind in ("footnote", "endnote"):
        notes |= _notes(package.beside_main(f"{kind}s", f"{kind}s.xml"), kind, styles)
    walk = Walk(styles, Numbering(package.beside_main("numbering", "numbering.xml")), notes)
    walk_xml(package.part(package.main), walk.start, walk.end, walk.words)
    said = _said(package.part("docProps/core.xml"))
    title = walk.title or said.get("dc:title", "")
    return composed(walk.pieces, title, FrontMatter(author=said.get("dc:creator", "")))


def _notes(part: bytes, kind: str, styles: Mapping[str, Style]) -> dict[str, list[Piece]]:
    """Return the notes of a part by "footnote ID"."""
    found: dict[str, list[Piece]] = {}
    if not part:
        return found
    walk = Walk(styles, Numbering(b""), {})
    key = ""
    begin = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal key, begin
        if name == f"w:{kind}":
            key, begin = f"{kind} {attributes.get('w:id', '')}", len(walk.pieces)
            if attributes.get("w:type", "normal") != "normal":
                key = ""
        walk.start(name, attributes)

    def end(name: str) -> None:
        walk.end(name)
        if name == f"w:{kind}" and key:
            found[key] = [Piece(piece.words, PassageKind.SENTENCE) for piece in walk.pieces[begin:]]

    walk_xml(part, start, end, walk.words)
    return found


def _said(part: bytes) -> dict[str, str]:
    """Return the plain values of the document's properties by name."""
    found: dict[str, str] = {}
    path: list[str] = []

    def words(words: str) -> None:
        if path and len(found.get(path[-1], "")) < 300:
            found[path[-1]] = found.get(path[-1], "") + words

    if part:
        walk_xml(part, lambda name, _: path.append(name), lambda _: path.clear(), words)
    return {name: tidied(value)[:300] for name, value in found.items()}
