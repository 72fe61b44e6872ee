"""What the reader of an excerpt can say of it: keep it for this element, with a stance, or hide it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from viewer.model.evidence import Origin, Stance, Status

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt


KEYS = (
    ("Up, Down", "Go from passage to passage"),
    ("Enter", "Open the document at the passage"),
    ("Right, Left", "Show more of it and why it is shown, or less"),
    ("P", "Pin the passage, or unpin it"),
    ("H", "Hide the passage, or show it again"),
    ("Menu, Shift+F10", "Open the menu of the passage"),
)
"""The keys on a passage and what they do, for the key sheet."""


class Verdict(Enum):
    """The verdicts. ``word`` is the verb on a card, ``words`` the line of a menu."""

    SUPPORTS = ("Pin", "It supports this")
    DISPUTES = ("Pin", "It disputes this")
    CONTEXT = ("Pin", "It gives context")
    UNPIN = ("Unpin", "Unpin")
    HIDE = ("Hide", "Hide this passage")
    SHOW = ("Show", "Show this passage again")

    def __init__(self, word: str, words: str) -> None:
        self.word = word
        self.words = words

    @property
    def stance(self) -> Stance | None:
        """The stance that a pin takes by this, None where it is no pin."""
        return _STANCES.get(self.name)


_STANCES = {stance.name: stance for stance in Stance}
STANCES = (Verdict.SUPPORTS, Verdict.DISPUTES, Verdict.CONTEXT)


def verdicts_on(excerpt: Excerpt, *, hidden: bool = False) -> tuple[Verdict, ...]:
    """Return what can be said of an excerpt, the verb of its card first; nothing of words that nobody found.

    What a definition quotes cannot be hidden: where documents disagree, it shows.
    """
    if hidden:
        return (Verdict.SHOW,)
    if excerpt.pin is not None:
        return (Verdict.UNPIN,) if excerpt.status is Status.MISSING else (Verdict.UNPIN, *STANCES)
    if excerpt.status is Status.MISSING:
        return ()
    return STANCES if excerpt.origin is Origin.QUOTED else (*STANCES, Verdict.HIDE)


def by_key(key: str, verdicts: tuple[Verdict, ...]) -> Verdict:
    """Return what P or H says of an excerpt, whether that can be said of it or not."""
    if key == "P":
        return verdicts[0] if verdicts else Verdict.SUPPORTS
    return Verdict.SHOW if Verdict.SHOW in verdicts else Verdict.HIDE


def refusal(excerpt: Excerpt, verdict: Verdict) -> str:
    """Return why this cannot be said of an excerpt, in a sentence; empty where it can."""
    if verdict is Verdict.SHOW or verdict in verdicts_on(excerpt):
        return ""
    if excerpt.pin is not None and verdict is Verdict.HIDE:
        return "A pinned passage cannot be hidden. Press P to unpin it first."
    if excerpt.status is Status.MISSING:
        return "These words are in no document any more, so they cannot be pinned or hidden."
    return "The definition quotes this passage, so it cannot be hidden."


def described(verdicts: tuple[Verdict, ...]) -> str:
    """Return how a card is used without a mouse."""
    said = [
        "Enter opens the document here.",
        "Ctrl+C copies the passage with its citation.",
        "Right shows more, and why.",
    ]
    if verdicts:
        said.append({"Pin": "P pins it.", "Unpin": "P unpins it.", "Show": "P shows it again."}[verdicts[0].word])
    if Verdict.HIDE in verdicts:
        said.append("H hides it.")
    return " ".join(said)
