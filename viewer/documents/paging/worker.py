"""The process that draws the pages of one PDF."""

from __future__ import annotations

from typing import Any

from viewer.documents.extraction.bounds import GRACE
from viewer.documents.extraction.serving import serve
from viewer.documents.paging.drawing import Drawing
from viewer.documents.paging.pages import joined
from viewer.errors import DocumentError


class Desk:
    """Answers requests: "open" with a file's content, then "draw" and "letters" of its pages."""

    def __init__(self) -> None:
        """Have no file yet."""
        self._drawing: Drawing | None = None

    def answer(self, request: dict[str, Any], content: bytes) -> bytes:
        """Return the answer's payload; it says so when the file is to blame for there being none."""
        pixels = b""
        try:
            answer, pixels = self._answered(request, content)
        except DocumentError as error:
            answer = {"refused": str(error)}
        except ImportError as error:
            answer = {"refused": f"The package {error.name} is not installed, which draws pages."}
        except Exception as error:  # whatever a file brings about is that file's trouble; too much memory, too
            answer = {"failed": type(error).__name__}
        return joined(answer, pixels)

    def _answered(self, request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        if request["do"] == "open":
            self._drawing = Drawing(content)
            return {"sizes": self._drawing.sizes()}, b""
        if self._drawing is None:
            raise DocumentError("No document is open.")
        if request["do"] == "draw":
            width, height, pixels = self._drawing.draw(int(request["page"]), int(request["width"]))
            return {"width": width, "height": height}, pixels
        return {"lines": self._drawing.letters(int(request["page"]), request["runs"])}, b""


if __name__ == "__main__":
    serve(Desk().answer, GRACE)
