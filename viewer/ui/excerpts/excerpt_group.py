"""The excerpts of one document under its title: three at first, the rest one press away, all folded by the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from viewer.ui.excerpts.excerpt_card import CARD_OUT, ExcerptCard
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.text_button import OUT, GroupTitle, TextButton

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt
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
        parent: QWidget | None = None,
    ) -> None:
        """Take the excerpts; ``titled`` names the document on every card, ``hidden`` are passages that were hidden.

        ``first`` are shown at once.
        """
        super().__init__(margin, parent)
        self._waiting = excerpts
        self._style = style
        self._titled, self._hidden = titled, hidden
        self._more: TextButton | None = None
        self.shown = 0
        self._add_cards(max(FIRST, first))

    def _add_cards(self, count: int) -> list[ExcerptCard]:
        taken, self._waiting = self._waiting[:count], self._waiting[count:]
        cards = []
        for excerpt in taken:
            heading = (excerpt.title or excerpt.document) if self._titled else ""
            card = ExcerptCard(excerpt, self._style, heading, self, hidden=self._hidden)
            card.open_requested.connect(self.open_requested)
            card.copy_requested.connect(self.copy_requested)
            card.verdict_requested.connect(self.verdict_requested)
            card.resized.connect(self.resized)
            self.add(card, 0, CARD_OUT)
            cards.append(card)
        self.shown += len(cards)
        if self._waiting:
            words = f"{min(len(self._waiting), _MORE_AT_ONCE)} more"
            if len(self._waiting) > _MORE_AT_ONCE:
                words += f" of {len(self._waiting)}"
            self._more = TextButton(words, self._style, self._style.small_strong, parent=self)
            self._more.clicked.connect(self._on_more_clicked)
            self.add(self._more, 0, OUT)
        return cards

    def _on_more_clicked(self) -> None:
        old = self._more
        cards = self._add_cards(_MORE_AT_ONCE)
        previous: QWidget | None = old
        for widget in (*cards, self._more if self._more is not old else None):
            if previous is not None and widget is not None:
                QWidget.setTabOrder(previous, widget)
                previous = widget
        if old is not None:
            if self._more is old:
                self._more = None
            self.remove(old)
        self.resized.emit()
        if cards:
            cards[0].setFocus()


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
        parent: QWidget | None = None,
    ) -> None:
        """Take the group's title and its excerpts, best first; cards are made when the group opens.

        ``titled``, ``hidden`` and ``first`` are as for a list of cards.
        """
        super().__init__(margin, parent)
        self._excerpts = excerpts
        self._style = style
        self._titled, self._hidden, self._first = titled, hidden, first
        self._cards: CardList | None = None
        self.title = GroupTitle(title, len(excerpts), style, opened=opened, parent=self)
        self.title.folding_requested.connect(self.fold)
        self.add(self.title, 0, OUT)
        if opened:
            self._open()

    @property
    def opened(self) -> bool:
        """Whether the cards are shown."""
        return self.title.isChecked()

    @property
    def shown(self) -> int:
        """How many cards have been asked for."""
        return self._first if self._cards is None else self._cards.shown

    def fold(self, opened: bool) -> None:
        """Open or fold the group."""
        self.title.show_opened(opened)
        if opened and self._cards is None:
            self._open()
        elif self._cards is not None:
            self._cards.setVisible(opened)
        self.resized.emit()

    def _open(self) -> None:
        cards = CardList(
            self._excerpts,
            self._style,
            self.margin,
            titled=self._titled,
            hidden=self._hidden,
            first=self._first,
            parent=self,
        )
        cards.open_requested.connect(self.open_requested)
        cards.copy_requested.connect(self.copy_requested)
        cards.verdict_requested.connect(self.verdict_requested)
        cards.resized.connect(self.resized)
        self._cards = cards
        self.add(cards, 0, self.margin)
        previous: QWidget = self.title
        for widget in cards.blocks():
            QWidget.setTabOrder(previous, widget)
            previous = widget
