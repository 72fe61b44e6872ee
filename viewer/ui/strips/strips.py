"""The strips that come when there is something to say: notices, progress, problems. Made when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

    from viewer.errors import Notice, Problem
    from viewer.scene.theme import Theme
    from viewer.session.jobs import Progress
    from viewer.ui.icons import Icons
    from viewer.ui.strips.low_card import LowCard
    from viewer.ui.strips.notice_strip import NoticeStrip
    from viewer.ui.strips.problem_strip import ProblemStrip
    from viewer.ui.strips.progress_strip import ProgressStrip


class Strips(QObject):
    """Signals: ``problem_requested(Problem)`` to open a file at its line, ``cancel_requested()``, ``left()`` when a
    strip goes away with the keyboard.
    """  # noqa: D205 - a list of signals is no paragraph

    problem_requested = Signal(object)
    left = Signal()
    cancel_requested = Signal()

    def __init__(
        self, icons: Icons, above: QVBoxLayout, middle: QStackedWidget, view: QWidget, parent: QWidget
    ) -> None:
        """Take where problems go, first of ``above``, and what is in the middle, with the diagram's ``view``.

        Notices and progress lie over what is shown there: over the view, not over what stands at its foot.
        """
        super().__init__(parent)
        self._icons, self._parent = icons, parent
        self._above, self._middle, self._view = above, middle, view
        self._card: LowCard | None = None
        self._theme: Theme | None = None
        self._notices: NoticeStrip | None = None
        self._progress: ProgressStrip | None = None
        self._problems: ProblemStrip | None = None
        self._under_way: dict[str, Progress] = {}

    def set_theme(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        for strip in (self._card, self._notices, self._progress, self._problems):
            if strip is not None:
                strip.set_theme(theme)

    def post(self, notice: Notice, verb: str = "", act: Callable[[], object] | None = None) -> None:
        """Say something without interrupting; ``verb`` is offered beside it and calls ``act``."""
        if self._notices is None:
            from viewer.ui.strips.notice_strip import NoticeStrip

            self._notices = NoticeStrip(self._icons)
            self._card_here().put(self._notices, lowest=False)
            self._dress(self._notices)
        self._notices.post(notice, verb, act)

    def tell_progress(self, source: str, progress: Progress | None) -> None:
        """Show the newest of what is under way; one thing's end does not hide another."""
        self._under_way.pop(source, None)
        if progress is not None:
            self._under_way[source] = progress
        newest = next(reversed(self._under_way.values()), None)
        if self._progress is None:
            if newest is None:
                return
            from viewer.ui.strips.progress_strip import ProgressStrip

            self._progress = ProgressStrip(self._icons)
            self._progress.cancel_requested.connect(self.cancel_requested)
            # Progress stays lowest: what is said last stands over what goes on.
            self._card_here().put(self._progress, lowest=True)
            self._dress(self._progress)
        self._progress.show_progress(newest)

    def show_problems(self, problems: tuple[Problem, ...], title: str = "", *, unfolded: bool = False) -> None:
        """Show what is wrong over the diagram, ``unfolded`` as a list at once; nothing hides the strip."""
        if self._problems is None:
            if not problems:
                return
            from viewer.ui.strips.problem_strip import ProblemStrip

            self._problems = ProblemStrip(self._icons, self._parent)
            self._problems.problem_requested.connect(self.problem_requested)
            self._problems.left.connect(self.left)
            self._above.insertWidget(0, self._problems)
            self._dress(self._problems)
        self._problems.show_problems(problems, title, unfolded=unfolded)

    def open_problems(self) -> None:
        """Give the list of problems the keyboard."""
        if self._problems is not None:
            self._problems.open_list()

    def _card_here(self) -> LowCard:
        if self._card is None:
            from viewer.ui.strips.low_card import LowCard

            self._card = LowCard(self._parent)
            self._dress(self._card)
            self._middle.currentChanged.connect(self._on_middle_current_changed)
            self._on_middle_current_changed()
        return self._card

    def _on_middle_current_changed(self) -> None:
        shown = self._middle.currentWidget()
        if self._card is not None and shown is not None:
            self._card.lie_over(self._view if shown.isAncestorOf(self._view) else shown)

    def _dress(self, strip: LowCard | NoticeStrip | ProgressStrip | ProblemStrip) -> None:
        if self._theme is not None:
            strip.set_theme(self._theme)
