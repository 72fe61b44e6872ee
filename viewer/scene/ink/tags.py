"""The tags: a few letters beside a node that name its kind where shape and hue are not enough."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from viewer.layout.outlines import tag_of as letters
from viewer.model.diagram import Kind

if TYPE_CHECKING:
    from viewer.model.diagram import Node

TAGS = MappingProxyType({kind: letters(kind) for kind in Kind})


def tag_of(node: Node) -> str:
    """Return the words of a node's tag; a disputed node's ends in a question mark."""
    return f"{TAGS[node.kind]} ?" if node.disputed else TAGS[node.kind]
