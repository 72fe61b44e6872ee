"""The canvas of a diagram in a window of its own, for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.builders.theming import a_measurer
from viewer.scene.view.diagram_view import DiagramView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@contextmanager
def a_diagram_view(qtbot: QtBot) -> Iterator[DiagramView]:
    """Yield a view of 600 by 500 pixels whose camera jumps; it shows nothing yet."""
    a_measurer()
    view = DiagramView()
    view.moves = False
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()
