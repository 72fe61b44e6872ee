"""The passages that the steps quote, fetched from the documents one after the other and kept for the show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.documents.quotes import locate_quote
from viewer.model.evidence import Status
from viewer.presenting.state.speech import Passage, passage_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.documents.entries import DocumentText
    from viewer.presenting.state.scene import Scene

    Fetch = Callable[[str, Callable[[DocumentText], None], Callable[[], None]], None]


class Quotations(QObject):
    """Signals: ``arrived()`` when more passages are known."""

    arrived = Signal()

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        """Take the function that fetches a document by its id and calls back with it, or with nothing."""
        super().__init__(parent)
        self._fetch = fetch
        self._wanted: list[tuple[str, str]] = []
        self._known: dict[tuple[str, str], Passage] = {}
        self._texts: dict[str, DocumentText] = {}
        self._asked = ""

    def gather(self, scenes: tuple[Scene, ...]) -> None:
        """Fetch what the steps of these scenes quote; what is known already is kept."""
        for scene in scenes:
            for halt in range(len(scene.halts)):
                key = self._key(scene, halt)
                if key is not None and key not in self._known and key not in self._wanted:
                    self._wanted.append(key)
        self._next()

    def at(self, scene: Scene, halt: int) -> Passage | None:
        """Return what a halt quotes, None while it is not known."""
        key = self._key(scene, halt)
        return None if key is None else self._known.get(key)

    def _key(self, scene: Scene, halt: int) -> tuple[str, str] | None:
        """Return what a halt quotes: its own quote, else the first that an element of its focus names."""
        step = scene.step(halt)
        if step is None:
            return None
        if step.quote is not None:
            return step.quote.document, step.quote.quote
        return None

    def _next(self) -> None:
        while not self._asked and self._wanted:
            document = self._wanted[0][0]
            if document in self._texts:
                self._take(document)
                continue
            self._asked = document
            # The answer may come at once or later; either way the next one is asked for then.
            self._fetch(document, self._on_text, self._on_lost)

    def _on_text(self, text: DocumentText) -> None:
        document, self._asked = self._asked, ""
        if document:
            self._texts[document] = text
            self._take(document)
            self.arrived.emit()
            self._next()

    def _on_lost(self) -> None:
        document, self._asked = self._asked, ""
        self._wanted = [key for key in self._wanted if key[0] != document]
        self._next()

    def _take(self, document: str) -> None:
        text = self._texts[document]
        for key in [key for key in self._wanted if key[0] == document]:
            self._wanted.remove(key)
            located = locate_quote(text.text, key[1])
            if located.status is not Status.MISSING:
                title = text.entry.title or text.entry.id
                self._known[key] = passage_of(title, text.text, text.passages, located.start, located.end)
