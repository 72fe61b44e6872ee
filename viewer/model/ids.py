"""What names a diagram and its elements."""

from __future__ import annotations

from typing import NewType

DiagramId = NewType("DiagramId", str)
"""The stem of the definition's file."""

ElementId = NewType("ElementId", str)
"""The id of a node, a compartment or an edge; unique within a diagram."""
