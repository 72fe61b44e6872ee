"""Type of a fixed width, and layouts for tests that need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.layout.engine import Engine

if TYPE_CHECKING:
    from viewer.layout.geometry import Layout, TextRole
    from viewer.model.diagram import Diagram

_LINES = {"label": 18.0, "verb": 15.0, "title": 15.0, "tag": 12.0, "sign": 16.0, "heading": 26.0, "note": 15.0}


class FakeMeasurer:
    """Every character is 7 px wide, in every role."""

    def width(self, text: str, role: TextRole) -> float:
        return 7.0 * len(text)

    def line_height(self, role: TextRole) -> float:
        return _LINES[role.name]

    @property
    def fingerprint(self) -> str:
        return "seven pixels a letter"


def a_layout(diagram: Diagram) -> Layout:
    """Lay a diagram out with the embedded engine, keeping nothing."""
    return Engine().layout(diagram, FakeMeasurer())
