"""What can go wrong and how it is told: problems with a place, notices, and the errors that carry them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem weighs: an error makes ``check`` fail, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One thing that is wrong, where it is, and what to do about it.

    ``file`` is the path as the user gave it; ``line`` and ``column`` count from 1, 0 where there is none.
    ``hint`` is a whole sentence, or empty.
    """

    file: str
    line: int
    column: int
    text: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sentence(self) -> str:
        """What is wrong, with the hint behind it."""
        return f"{self.text} {self.hint}".strip()

    def __str__(self) -> str:
        """``FILE:LINE:COL: error: …``, the form that editors and terminals turn into a link."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.severity}: {self.sentence}"


class Notice(NamedTuple):
    """A message that does not interrupt. A later notice with the same ``key`` takes the place of this one."""

    text: str
    key: str = ""
    severity: Severity = Severity.WARNING


class ViewerError(Exception):
    """An error that a user can cause; its text is a sentence that says what happened and what to do."""


class CallError(ViewerError):
    """The words of a command are off: it names what does not exist."""


class DiagramError(ViewerError):
    """A definition that cannot be used, with every problem that was found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Take at least one problem."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class LayoutError(ViewerError):
    """The layout engine is missing, failed, or took too long."""


class LayoutCancelled(ViewerError):  # noqa: N818 - a fact, not a fault
    """The layout was stopped because nobody waits for it any more."""


class DocumentError(ViewerError):
    """A document that cannot be read."""


class SettingsError(ViewerError):
    """Settings that cannot be read or written."""


class ExportError(ViewerError):
    """A picture that could not be written; what stood at its place is still there."""
