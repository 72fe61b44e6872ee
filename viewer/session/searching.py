"""The search of the session: knows what is in every diagram and asks the documents too.

The index is made when the first search needs it, and again after the catalog changed, on a lane of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.errors import ViewerError
from viewer.session.finding import Found, Index, find, index_of, index_of_documents
from viewer.session.jobs import Lane, Token
from viewer.session.passage_hits import with_passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.definitions.catalog import Catalog
    from viewer.documents.entries import SearchResult
    from viewer.model.diagram import Diagram, DiagramId
    from viewer.session.reading import Reading, Shelf
    from viewer.store import Store

_MOST_PASSAGES = 50


class Searching(QObject):
    """Signal: ``found(Found)``: first what the diagrams answer, then the same with the documents' passages."""

    found = Signal(object)

    def __init__(self, store: Store, reading: Reading, parent: QObject | None = None) -> None:
        """Take where compiled definitions are kept, and the documents of the session."""
        super().__init__(parent)
        self._store, self._reading = store, reading
        self._lane = Lane(self)
        self._catalog: Catalog | None = None
        self._drawn: Index | None = None
        self._documents = index_of_documents(reading.shelf.entries)
        self._words = ""
        self._here: DiagramId | None = None
        self._answer: Found | None = None
        self._passages: SearchResult | None = None
        reading.shelf_changed.connect(self._on_reading_shelf_changed)
        reading.searched.connect(self._on_reading_searched)

    def use(self, catalog: Catalog) -> None:
        """Search these diagrams from now on."""
        self._catalog = catalog
        self._drawn = None

    def search(self, words: str, here: DiagramId | None = None) -> None:
        """Find these words; ``here`` is the open diagram. Empty words drop the question."""
        self._words, self._here = words, here
        self._answer = self._passages = None
        self._reading.search(words, _MOST_PASSAGES)
        if not words.strip():
            self._lane.cancel()
            return
        self._lane.submit(self._work(words, here), self._on_answer, self._on_failed)

    def close(self) -> None:
        """Stop and wait."""
        self._reading.shelf_changed.disconnect(self._on_reading_shelf_changed)
        self._reading.searched.disconnect(self._on_reading_searched)
        self._lane.close()

    def _work(self, words: str, here: DiagramId | None) -> Callable[[Token], tuple[Index, Found]]:
        catalog, drawn, documents, store = self._catalog, self._drawn, self._documents, self._store

        def work(token: Token) -> tuple[Index, Found]:
            index = drawn if drawn is not None else _index(catalog, store, token)
            return index, find(index.joined(documents), words, here, cancelled=token.cancelled.is_set)

        return work

    def _on_answer(self, outcome: tuple[Index, Found]) -> None:
        self._drawn, self._answer = outcome
        self._tell()

    def _on_failed(self, _error: ViewerError) -> None:
        self._answer = Found(self._words)
        self._tell()

    def _on_reading_shelf_changed(self, shelf: Shelf) -> None:
        self._documents = index_of_documents(shelf.entries)
        if self._words.strip():
            self.search(self._words, self._here)  # what was found may be gone, or switched off

    def _on_reading_searched(self, words: str, result: SearchResult) -> None:
        if words == self._words:
            self._passages = result
            self._tell()

    def _tell(self) -> None:
        if self._answer is None:
            return  # passages alone would make the list jump when the rest comes
        answer = self._answer
        self.found.emit(answer if self._passages is None else with_passages(answer, self._passages))


def _index(catalog: Catalog | None, store: Store, token: Token) -> Index:
    """Index every diagram that can be read; a broken one is found by its title alone."""
    from viewer.definitions.compiled import read_cached

    if catalog is None:
        return Index()
    diagrams: list[Diagram] = []
    for entry in catalog.entries:
        if token.cancelled.is_set():
            break
        try:
            diagrams.append(read_cached(entry.path, store).diagram)
        except ViewerError:
            continue
    return index_of(catalog.entries, diagrams)
