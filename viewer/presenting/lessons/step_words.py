"""What a lesson's maker sees of a step."""

from __future__ import annotations

from typing import NamedTuple


class StepWords(NamedTuple):
    """What a step is called and what its diagram says beside it."""

    title: str
    caption: str
