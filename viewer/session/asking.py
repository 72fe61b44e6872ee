"""What is asked of the documents for the elements of the open diagram: their names, and what the user pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.documents.targets import target_of, targets_of

if TYPE_CHECKING:
    from viewer.model.diagram import ElementId
    from viewer.model.evidence import Target
    from viewer.session.page import Ready
    from viewer.session.pins.pinning import Pinning


def asked_of(ready: Ready | None, element: ElementId | None, pinning: Pinning | None) -> Target | None:
    """Return what is asked for one element; None where nothing can be."""
    if ready is None or element is None:
        return None
    target = target_of(ready.diagram, element)
    return None if target is None else _with_pins(target, ready, pinning)


def all_asked_of(ready: Ready, pinning: Pinning | None) -> tuple[Target, ...]:
    """Return what is asked for every node, then for every edge."""
    return tuple(_with_pins(target, ready, pinning) for target in targets_of(ready.diagram))


def _with_pins(target: Target, ready: Ready, pinning: Pinning | None) -> Target:
    return target if pinning is None else pinning.asked(ready.id, target)
