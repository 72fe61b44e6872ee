"""Who says so: the findings of one element as a column, with everything said that a list leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal

from viewer.model.evidence import Origin
from viewer.ui.excerpts.disputed_columns import DisputedColumns
from viewer.ui.excerpts.excerpt_card import CARD_OUT
from viewer.ui.excerpts.excerpt_group import FIRST, ExcerptGroup
from viewer.ui.excerpts.findings_words import counted, listed, looked_for, sides
from viewer.ui.typeset.column import Column
from viewer.ui.typeset.rule import Rule
from viewer.ui.typeset.shown_text import first_words, one_line
from viewer.ui.typeset.text_block import TextBlock
from viewer.ui.typeset.text_button import OUT, TextButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.model.evidence import Excerpt, Findings
    from viewer.session.reading import Shelf
    from viewer.ui.excerpts.room import Room
    from viewer.ui.typeset.style import Style

_SECTION, _AFTER_RULE = 20, 17
_OPEN_AT_FIRST = 12  # so many cards fill a tall panel; further documents come folded
_SILENT, _TITLE = 8, 160
_LATER_MS, _LATER_GROUPS = 15, 6
_PINNED, _HIDDEN = "\0pinned", "\0hidden"  # no document's path

Unfolded = Mapping[str, tuple[bool, int]]
"""By group: whether it is open, and how many cards it shows."""


class _Group(NamedTuple):
    """A document's excerpts that are still to be shown."""

    document: str
    title: str
    members: tuple[Excerpt, ...]
    opened: bool


class PassageList(Column):
    """Signals: ``open_requested(Excerpt)``, ``copy_requested(Excerpt)``, ``verdict_requested(Excerpt, Verdict)``,
    ``documents_requested()``, ``resized()``.
    """  # noqa: D205 - a list of signals is no paragraph

    open_requested = Signal(object)
    copy_requested = Signal(object)
    verdict_requested = Signal(object, object)
    documents_requested = Signal()
    resized = Signal()

    def __init__(
        self,
        findings: Findings,
        shelf: Shelf,
        style: Style,
        margin: int,
        parent: QWidget | None = None,
        *,
        room: Room | None = None,
        unfolded: Unfolded | None = None,
    ) -> None:
        """Take the findings and the documents that were looked through.

        What finds no ``room`` comes a moment later, below the panel's edge, after what is seen has been painted;
        None lets all come at once. ``unfolded`` is how the list before this one stood, for the same element.
        """
        super().__init__(margin, parent)
        self._style = style
        self._findings = findings
        self._room = room
        self._shelved = bool(shelf.entries)
        self._documents: Column | None = None
        self._waiting: list[_Group] = []
        self._before: Unfolded = unfolded or {}
        self._groups: dict[str, ExcerptGroup] = {}
        self._show_hidden: TextButton | None = None
        self.columns: DisputedColumns | None = None
        self.add(Rule(style, self), _SECTION)
        if not shelf.entries and not findings.excerpts:
            self._invite()
        elif not findings.excerpts:
            self._say_nothing_found()
        else:
            self._add_excerpts()
        if self._waiting or self._owing() or (room is not None and room.full):
            QTimer.singleShot(_LATER_MS, self, self._on_later_timeout)
        else:
            self._finish()

    # Parts, from the top

    def _add_excerpts(self) -> None:
        findings = self._findings
        shown = len(findings.excerpts)
        self._say(counted(findings), _AFTER_RULE, strong=True)
        if findings.total > shown:
            self._say(f"Showing the best {shown:,} of {findings.total:,}.", 2)
        supporting, disputing, rest = sides(findings.excerpts)
        if not disputing:
            supporting, rest = (), findings.excerpts
        # Where the texts disagree, a quote that is pinned as well stays on its side.
        pinned = tuple(one for one in rest if one.pin is not None)
        self._add_pinned(pinned)
        rest = tuple(one for one in rest if one.pin is None) if pinned else rest
        if disputing:
            self.columns = DisputedColumns(supporting, disputing, self._style, self.margin, self, room=self._room)
            self._take(self.columns)
            self._follow(self.columns)
            self.add(self.columns, 10, self.margin)
            if rest:
                self._say("Also", _SECTION, strong=True)
        self._add_groups(rest, len(pinned) + len(supporting) + len(disputing))

    def _add_pinned(self, pinned: tuple[Excerpt, ...]) -> None:
        if pinned:
            self._add_group(_PINNED, "Pinned", pinned, 4, opened=True, titled=True)

    def _add_group(
        self,
        key: str,
        title: str,
        excerpts: tuple[Excerpt, ...],
        gap: int,
        *,
        opened: bool,
        titled: bool = False,
        hidden: bool = False,
        into: Column | None = None,
    ) -> None:
        before, column = self._before.get(key), into or self
        group = ExcerptGroup(
            title,
            excerpts,
            self._style,
            self.margin,
            opened=opened if before is None else before[0],
            titled=titled,
            hidden=hidden,
            first=FIRST if before is None else before[1],
            room=self._room,
            parent=column,
        )
        self._follow(group)
        self._groups[key] = group
        column.add(group, gap, self.margin)

    def unfolded(self) -> Unfolded:
        """Return which groups are open and how many cards each shows, for a list that takes the place of this one."""
        return {key: (group.opened, group.shown) for key, group in self._groups.items()}

    def _add_groups(self, excerpts: tuple[Excerpt, ...], taken: int) -> None:
        groups: dict[str, list[Excerpt]] = {}
        for excerpt in excerpts:
            groups.setdefault(excerpt.document, []).append(excerpt)
        room = _OPEN_AT_FIRST - taken
        for members in groups.values():
            # Sorting keeps the order among equals: quotes that stand first, each part best first.
            members.sort(key=lambda excerpt: excerpt.origin is not Origin.QUOTED or excerpt.start is None)
            title = first_words(one_line(members[0].title) or members[0].document, _TITLE)
            self._waiting.append(_Group(members[0].document, title, tuple(members), room > 0))
            room -= min(len(members), FIRST)
        self._documents = Column(self.margin, self)
        self.add(self._documents, 4, self.margin)
        while self._waiting and (self._room is None or not self._room.full):
            self._add_next()

    def _take(self, block: Column) -> None:
        """Count a block's height against the room, where there is one to be kept to."""
        if self._room is not None:
            self._room.take(block.arrange(self._room.width + 2 * (self.margin - CARD_OUT)), passage=True)

    def _owing(self) -> list[DisputedColumns | ExcerptGroup]:
        parts: list[DisputedColumns | ExcerptGroup] = [*self._groups.values()]
        if self.columns is not None:
            parts.insert(0, self.columns)
        return [part for part in parts if part.owes]

    def _add_next(self) -> None:
        document, title, members, opened = self._waiting.pop(0)
        self._add_group(document, title, members, 2, opened=opened, into=self._documents)

    def _on_later_timeout(self) -> None:
        self._room = None
        for part in self._owing():
            part.complete()
        for _ in range(min(_LATER_GROUPS, len(self._waiting))):
            self._add_next()
        if self._waiting:
            QTimer.singleShot(_LATER_MS, self, self._on_later_timeout)
        else:
            self._finish()
        self.resized.emit()

    def _finish(self) -> None:
        """Say what stands below all passages."""
        said = bool(self._findings.excerpts)
        if said:
            self._say_silent()
        self._say_left_out()
        if said and not self._shelved:
            self.add(Rule(self._style, self), 12)
            self._invite()

    def _say_nothing_found(self) -> None:
        findings = self._findings
        if findings.hidden:
            self._say("All passages on this are hidden.", _AFTER_RULE, small=False)
            return
        if not findings.documents:
            self._say("All documents are switched off.", _AFTER_RULE, small=False)
            self._say("A tick in the list of documents switches one on.", 4)
            return
        where = "the one document" if findings.documents == 1 else f"the {findings.documents:,} documents"
        self._say(f"Nothing in {where} speaks of this.", _AFTER_RULE, small=False)
        self._say(looked_for(findings), 4)

    def _say_silent(self) -> None:
        silent = self._findings.silent
        if silent:
            self.add(Rule(self._style, self), 12)
            self._say(f"Nothing on this in: {listed(silent, _SILENT)}.", 12)

    def _say_left_out(self) -> None:
        off, hidden = self._findings.switched_off, self._findings.hidden
        if off:
            words = "1 quote stands" if off == 1 else f"{off} quotes stand"
            self._say(f"{words} in documents that are switched off.", 12)
        if hidden and _HIDDEN in self._before:
            self._add_group(_HIDDEN, "Hidden", hidden, 8, opened=True, titled=True, hidden=True)
        elif hidden:
            words = f"{len(hidden)} hidden — show"
            self._show_hidden = TextButton(words, self._style, self._style.small_strong, parent=self)
            self._show_hidden.clicked.connect(self._on_show_hidden_clicked)
            self.add(self._show_hidden, 8, OUT)

    def _on_show_hidden_clicked(self) -> None:
        if self._show_hidden is not None:
            self.remove(self._show_hidden)
            self._show_hidden = None
        self._add_group(_HIDDEN, "Hidden", self._findings.hidden, 8, opened=True, titled=True, hidden=True)
        self.resized.emit()
        self._groups[_HIDDEN].title.setFocus()

    def _invite(self) -> None:
        self._say("There are no documents to look in.", _AFTER_RULE, small=False)
        button = TextButton("Add the papers your class reads", self._style, self._style.text, parent=self)
        button.clicked.connect(self.documents_requested)
        self.add(button, 2, OUT)

    def _say(self, text: str, gap: int, *, strong: bool = False, small: bool = True) -> None:
        style = self._style
        face = style.small_strong if strong else style.small if small else style.text
        self.add(TextBlock(text, style, face, "second" if small else "text", parent=self), gap)

    def _follow(self, part: DisputedColumns | ExcerptGroup) -> None:
        part.open_requested.connect(self.open_requested)
        part.copy_requested.connect(self.copy_requested)
        part.verdict_requested.connect(self.verdict_requested)
        part.resized.connect(self.resized)
