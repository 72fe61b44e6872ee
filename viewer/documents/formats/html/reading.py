"""Read an HTML page: its text without what leads about the site, and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.files.decoding import decode
from viewer.documents.formats.composing import composed
from viewer.documents.formats.html.about import declared_encoding, front_of, title_of
from viewer.documents.formats.html.lines import without_furniture
from viewer.documents.formats.html.tokens import tokens
from viewer.documents.formats.html.walk import Walk

if TYPE_CHECKING:
    from viewer.documents.formats.structure import Extracted


def read_html(content: bytes) -> Extracted:
    """Return a page's text and outline; DocumentError when these bytes are no text."""
    walk = Walk()
    walk.run(tokens(decode(content, declared_encoding(content), "HTML")))
    pieces = without_furniture(walk.lines, frozenset(walk.footers))
    heading = next((piece.words for piece in pieces if piece.level == 1), "")
    return composed(pieces, title_of(walk.meta, walk.title, heading), front_of(walk.meta, walk.address))
