"""What a passage is taken to say of a target, with how much, and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.documents.matching.relations import Cue
    from viewer.model.evidence import Rule


class Judgement(NamedTuple):
    """A score within 0 and 1, the rule that gave it, and the relation words that it rests on.

    ``disputes``: those words state the opposite of what was asked, or deny it.
    """

    score: float
    rule: Rule
    cues: tuple[Cue, ...] = ()
    disputes: bool = False
