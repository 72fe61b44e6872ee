"""Whether anybody still waits for a layout: asked in every long loop, so that a large diagram can be stopped."""

from __future__ import annotations

from collections.abc import Callable

Alive = Callable[[], None]
"""Returns while the layout is wanted, raises LayoutCancelled when it no longer is."""


def always() -> None:
    """Say that the layout is wanted."""
