"""Which diagrams speak of some words: the way from a document back to the diagrams.

A name answers when it is the words, stands among them, or holds them, as whole words, in the singular or
the plural.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.documents.matching.forms import forms
from viewer.documents.matching.levelling import CJK
from viewer.errors import ViewerError
from viewer.model.diagram import Node
from viewer.session.finding import MOST_HELD, Found, Group, Hit, HitKind
from viewer.session.jobs import Lane, Token
from viewer.session.levelling import levelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.definitions.catalog import Catalog
    from viewer.model.diagram import Compartment, Diagram, DiagramId
    from viewer.store import Store

_LONGEST = 300  # characters of a selection that are used
_UNSPACED = re.compile(f"[{CJK}]")
_NONE = 9


def speaking_of(diagrams: Iterable[Diagram], words: str, here: DiagramId | None = None) -> Found:
    """Find the diagrams, elements and arrows that the words name, the open diagram's first among equals."""
    wanted = _whole(words[:_LONGEST])
    if not wanted.strip():
        return Found(words)
    ranked: dict[HitKind, list[tuple[int, bool, int, Hit]]] = {}

    def add(tier: int, hit: Hit) -> None:
        group = ranked.setdefault(hit.kind, [])
        group.append((tier, hit.diagram != here, len(group), hit))

    for diagram in diagrams:
        title = " ".join(diagram.title.split())
        tiers = {id(node): _tier(wanted, (node.label, *node.aliases)) for node in diagram.nodes}
        tiers.update((id(place), _tier(wanted, (place.label,))) for place in diagram.compartments)
        best = _tier(wanted, (diagram.title,))
        named = 0
        places: tuple[Node | Compartment, ...] = (*diagram.nodes, *diagram.compartments)
        for element in places:
            tier = tiers[id(element)]
            if tier < _NONE:
                named += 1
                best = min(best, tier)
                kind = element.kind.value if isinstance(element, Node) else "compartment"
                add(tier, Hit(HitKind.ELEMENT, _line(element), f"{kind} · {title}", diagram.id, element.id))
        for edge in diagram.edges:
            ends = sorted(tiers[id(diagram.node(end))] for end in (edge.source, edge.target))
            verb = 0 if _whole(edge.label) == wanted else _NONE
            tier = min(ends[0] + 1 if ends[0] < 2 else _NONE, ends[1], verb)
            if tier < _NONE:
                best = min(best, tier)
                sentence = " ".join(diagram.sentence(edge).split())
                add(tier, Hit(HitKind.ARROW, sentence, title, diagram.id, edge.id))
        if best < _NONE:
            count = "1 element" if named == 1 else f"{named} elements" if named else ""
            add(best, Hit(HitKind.DIAGRAM, title, count, diagram.id))
    groups = []
    for kind in HitKind:
        if kind in ranked:
            hits = sorted(ranked[kind], key=lambda item: item[:3])
            groups.append(Group(kind, tuple(item[3] for item in hits[:MOST_HELD]), len(hits)))
    return Found(words, tuple(groups))


def _tier(wanted: str, names: Sequence[str]) -> int:
    """How well names answer: 0 is the very words, 1 a name among the words, 2 words within a name."""
    best = _NONE
    for name in names:
        whole = _whole(name)
        if not whole.strip():
            continue
        if whole == wanted:
            return 0
        within = _UNSPACED.search(whole) is not None
        if _holds(wanted, whole, within):
            best = min(best, 1)
        elif _holds(whole, wanted, within) and len(wanted) > 3:
            best = min(best, 2)
    return best


def _holds(text: str, words: str, unspaced: bool) -> bool:
    return (words.strip() if unspaced else words) in text


@lru_cache(maxsize=8192)
def _whole(text: str) -> str:
    """Level text to words in the singular, between spaces, so that a search for whole words is a plain one."""
    return f" {' '.join(_single(word) for word in levelled(text, spaced=True).split())} "


def _single(word: str) -> str:
    return min(forms(word), key=lambda form: (len(form), form))


def _line(element: Node | Compartment) -> str:
    return " ".join(element.label.split())


class Speaking(QObject):
    """Signal: ``found(Found)``. The diagrams are read when the first question needs them."""

    found = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Take where compiled definitions are kept."""
        super().__init__(parent)
        self._store = store
        self._lane = Lane(self)
        self._catalog: Catalog | None = None
        self._diagrams: tuple[Diagram, ...] | None = None

    def use(self, catalog: Catalog) -> None:
        """Ask these diagrams from now on."""
        self._catalog, self._diagrams = catalog, None

    def ask(self, words: str, here: DiagramId | None = None) -> None:
        """Find what speaks of these words; ``here`` is the open diagram."""
        catalog, known, store = self._catalog, self._diagrams, self._store

        def work(token: Token) -> tuple[tuple[Diagram, ...], Found]:
            diagrams = known if known is not None else _read(catalog, store, token)
            return diagrams, speaking_of(diagrams, words, here)

        def failed(_error: ViewerError) -> None:
            self.found.emit(Found(words))

        self._lane.submit(work, self._on_answer, failed)

    def close(self) -> None:
        """Stop and wait."""
        self._lane.close()

    def _on_answer(self, outcome: tuple[tuple[Diagram, ...], Found]) -> None:
        self._diagrams, found = outcome
        self.found.emit(found)


def _read(catalog: Catalog | None, store: Store, token: Token) -> tuple[Diagram, ...]:
    """Read every diagram that can be read."""
    from viewer.definitions.compiled import read_cached

    found: list[Diagram] = []
    for entry in catalog.entries if catalog is not None else ():
        if token.cancelled.is_set():
            break
        try:
            found.append(read_cached(entry.path, store).diagram)
        except ViewerError:
            continue
    return tuple(found)
