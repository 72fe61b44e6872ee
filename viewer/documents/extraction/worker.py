"""The process that reads HTML, PDF and Word files."""

from __future__ import annotations

from typing import Any

from viewer.documents.extraction.bounds import GRACE
from viewer.documents.extraction.messages import document, packed
from viewer.documents.extraction.serving import serve
from viewer.errors import DocumentError


def main() -> None:
    """Serve until the input ends. The first argument is the bound on memory, in bytes."""
    serve(lambda request, content: packed(_answer(str(request["suffix"]), content)), GRACE)


def _answer(suffix: str, content: bytes) -> dict[str, Any]:
    from viewer.documents.formats.extracting import extracted
    from viewer.documents.formats.passages import passages_of

    try:
        found = extracted(suffix, content)
        if not found.text.strip():
            return {"refused": "The file holds no text."}
        return document(found, passages_of(found.text, found.outline.blocks))
    except DocumentError as error:
        return {"refused": str(error)}
    except ImportError as error:
        return {"unavailable": f"The package {error.name} is not installed, which reads such files."}
    except MemoryError:
        return {"failed": "memory"}
    except Exception as error:  # whatever a file brings about in a reader is that file's trouble
        return {"failed": type(error).__name__}


if __name__ == "__main__":
    main()
