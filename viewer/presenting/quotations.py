"""The passages that the steps and elements quote: documents are fetched one by one and kept for the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.documents.quotes import locate_quote
from viewer.model.evidence import Status
from viewer.presenting.state.references import of_element, of_halt
from viewer.presenting.state.speech import passage_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.documents.entries import DocumentText
    from viewer.presenting.state.references import Reference
    from viewer.presenting.state.scene import Scene
    from viewer.presenting.state.speech import Passage

    Fetch = Callable[[str, Callable[[DocumentText], None], Callable[[], None]], None]


class Quotations(QObject):
    """Signals: ``arrived()`` when more passages are known."""

    arrived = Signal()

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        """Take the function that fetches a document by its id and calls back with it, or with nothing."""
        super().__init__(parent)
        self._fetch = fetch
        self._wanted: list[str] = []
        self._known: dict[tuple[str, str], Passage | None] = {}
        self._texts: dict[str, DocumentText] = {}
        self._asked = ""

    def gather(self, scenes: tuple[Scene, ...], *, again: bool = False) -> None:
        """Fetch the documents that these scenes quote.

        What is here already is kept, or with ``again`` fetched anew: it stands until its new text is here.
        """
        for scene in scenes:
            halts = (of_halt(scene, halt) for halt in range(len(scene.halts)))
            elements = (one for element in scene.diagram.elements for one in of_element(scene, element))
            for reference in (*halts, *elements):
                if reference is None or reference.document in self._wanted:
                    continue
                if again or reference.document not in self._texts:
                    self._wanted.append(reference.document)
        self._next()

    def at(self, scene: Scene, halt: int) -> Passage | None:
        """Return what a halt quotes, None while it is not known."""
        reference = of_halt(scene, halt)
        return None if reference is None else self.passage(reference)

    def passage(self, reference: Reference) -> Passage | None:
        """Return a quote in its sentence, None while its document is not here, or where it is not found in it."""
        key = (reference.document, reference.quote)
        text = self._texts.get(reference.document)
        if key not in self._known and text is not None:
            located = locate_quote(text.text, reference.quote)
            title = text.entry.title or text.entry.id
            self._known[key] = (
                None
                if located.status is Status.MISSING
                else passage_of(title, text.text, text.passages, located.start, located.end)
            )
        return self._known.get(key)

    def _next(self) -> None:
        if not self._asked and self._wanted:
            self._asked = self._wanted[0]
            # The answer may come at once or later; either way the next one is asked for then.
            self._fetch(self._asked, self._on_text, self._on_lost)

    def _on_text(self, text: DocumentText) -> None:
        asked = self._take()
        if asked:
            self._forget(asked)
            self._texts[asked] = text
            self.arrived.emit()
            self._next()

    def _on_lost(self) -> None:
        asked = self._take()
        if asked:
            if asked in self._texts:
                self._forget(asked)
                self.arrived.emit()
            self._next()

    def _forget(self, document: str) -> None:
        self._texts.pop(document, None)
        self._known = {key: passage for key, passage in self._known.items() if key[0] != document}

    def _take(self) -> str:
        asked, self._asked = self._asked, ""
        if asked in self._wanted:
            self._wanted.remove(asked)
        return asked
