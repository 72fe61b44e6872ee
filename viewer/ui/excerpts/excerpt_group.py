"""The excerpts of one document under its title: three at first, the rest one press away, all folded by the title."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from viewer.ui.excerpts.excerpt_card import CARD_OUT, ExcerptCard
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.text_button import OUT, GroupTitle, TextButton

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt
    from viewer.ui.excerpts.room import Room
    from viewer.ui.typeset.style import Style

FIRST = 3
"""So many excerpts are shown before anybody asks for more."""

_MORE_AT_ONCE = 50


class CardList(Column):
    """Cards, the first three and then "n more".

    Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``,
    ``resized()``.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)
    resized = Signal()

    def __init__(
        self,
        excerpts: tuple[Excerpt, ...],
        style: Style,
        margin: int,
        *,
        titled: bool = False,
        hidden: bool = False,
        first: int = FIRST,
        room: Room | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the excerpts; ``titled`` names the document on every card, ``hidden`` are passages that were hidden.

        ``first`` are shown before anybody asks for more; those that find no ``room`` come with ``complete``.
        """
        super().__init__(margin, parent)
        self._waiting = excerpts
        self._style = style
        self._titled, self._hidden = titled, hidden
        self._more: TextButton | None = None
        self.shown = min(max(FIRST, first), len(excerpts))
        self._owed = self.shown
        self._add_cards(room)

    @property
    def owes(self) -> bool:
        """Whether some of the first cards found no room."""
        return self._owed > 0

    def complete(self) -> None:
        """Add the first cards that found no room."""
        if self._owed:
            chained(list(self.blocks())[-1:] + list(self._add_cards()))

    def _add_cards(self, room: Room | None = None) -> list[QWidget]:
        cards: list[QWidget] = []
        while self._owed and (room is None or not room.full):
            excerpt, self._waiting, self._owed = self._waiting[0], self._waiting[1:], self._owed - 1
            heading = (excerpt.title or excerpt.document) if self._titled else ""
            card = ExcerptCard(excerpt, self._style, heading, self, hidden=self._hidden)
            card.open_requested.connect(self.open_requested)
            card.copy_requested.connect(self.copy_requested)
            card.verdict_requested.connect(self.verdict_requested)
            card.resized.connect(self.resized)
            self.add(card, 0, CARD_OUT)
            cards.append(card)
            if room is not None:
                room.take(card.heightForWidth(room.width), passage=True)
        if self._waiting and not self._owed:
            words = f"{min(len(self._waiting), _MORE_AT_ONCE)} more"
            if len(self._waiting) > _MORE_AT_ONCE:
                words += f" of {len(self._waiting)}"
            self._more = TextButton(words, self._style, self._style.small_strong, parent=self)
            self._more.clicked.connect(self._on_more_clicked)
            self.add(self._more, 0, OUT)
            cards.append(self._more)
        return cards

    def _on_more_clicked(self) -> None:
        old, self._more = self._more, None
        self._owed = min(_MORE_AT_ONCE, len(self._waiting))
        self.shown += self._owed
        cards = self._add_cards()
        if old is not None:
            chained([old, *cards])
            self.remove(old)
        self.resized.emit()
        if cards:
            cards[0].setFocus()


def chained(widgets: list[QWidget]) -> None:
    """Let the Tab key go through widgets in this order."""
    for previous, widget in pairwise(widgets):
        QWidget.setTabOrder(previous, widget)


class ExcerptGroup(Column):
    """A document's title and its cards.

    Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``,
    ``resized()``.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)
    resized = Signal()

    def __init__(
        self,
        title: str,
        excerpts: tuple[Excerpt, ...],
        style: Style,
        margin: int,
        *,
        opened: bool,
        titled: bool = False,
        hidden: bool = False,
        first: int = FIRST,
        room: Room | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the group's title and its excerpts, best first; cards are made when the group opens.

        ``titled``, ``hidden``, ``first`` and ``room`` are as for a list of cards.
        """
        super().__init__(margin, parent)
        self._excerpts = excerpts
        self._style = style
        self._titled, self._hidden, self._first = titled, hidden, first
        self._cards: CardList | None = None
        self.title = GroupTitle(title, len(excerpts), style, opened=opened, parent=self)
        self.title.folding_requested.connect(self.fold)
        self.add(self.title, 0, OUT)
        if room is not None:
            room.take(self.title.heightForWidth(room.width - 2 * (CARD_OUT - OUT)))
        if opened:
            self._open(room)

    @property
    def opened(self) -> bool:
        """Whether the cards are shown."""
        return self.title.isChecked()

    @property
    def shown(self) -> int:
        """How many cards have been asked for."""
        return self._first if self._cards is None else self._cards.shown

    @property
    def owes(self) -> bool:
        """Whether some of the first cards found no room."""
        return self._cards is not None and self._cards.owes

    def complete(self) -> None:
        """Add the first cards that found no room."""
        if self._cards is not None:
            self._cards.complete()

    def fold(self, opened: bool) -> None:
        """Open or fold the group."""
        self.title.show_opened(opened)
        if opened and self._cards is None:
            self._open()
        elif self._cards is not None:
            self._cards.setVisible(opened)
        self.resized.emit()

    def _open(self, room: Room | None = None) -> None:
        cards = CardList(
            self._excerpts,
            self._style,
            self.margin,
            titled=self._titled,
            hidden=self._hidden,
            first=self._first,
            room=room,
            parent=self,
        )
        cards.open_requested.connect(self.open_requested)
        cards.copy_requested.connect(self.copy_requested)
        cards.verdict_requested.connect(self.verdict_requested)
        cards.resized.connect(self.resized)
        self._cards = cards
        self.add(cards, 0, self.margin)
        chained([self.title, *cards.blocks()])
