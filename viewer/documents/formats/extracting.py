"""Which reader takes a file whose text must be extracted; called in the worker process alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.errors import DocumentError

if TYPE_CHECKING:
    from viewer.documents.formats.structure import Extracted


def extracted(suffix: str, content: bytes) -> Extracted:
    """Return the text of a file with this ending; DocumentError with a sentence when there is none to be had."""
    if suffix in (".html", ".htm"):
        from viewer.documents.formats.html.reading import read_html

        return read_html(content)
    if suffix == ".docx":
        from viewer.documents.formats.docx.reading import read_docx

        return read_docx(content)
    if suffix == ".pdf":
        from viewer.documents.formats.pdf.reading import read_pdf

        return read_pdf(content)
    raise DocumentError(f"Files ending in “{suffix}” cannot be read.")
