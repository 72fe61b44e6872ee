"""The library panel in a window of its own, for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.builders.room import some_icons
from tests.builders.theming import a_theme
from viewer.store import Store
from viewer.ui.library.library_panel import LibraryPanel
from viewer.ui.library.thumbnails import Thumbnails
from viewer.ui.parts.section_heading import SectionHeading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.builders.openers import FakeOpener


@contextmanager
def a_library_panel(opener: FakeOpener, folder: Path, qtbot: QtBot) -> Iterator[LibraryPanel]:
    """Show an empty panel; thumbnails are kept in ``folder``."""
    thumbnails = Thumbnails(opener, Store(folder / "store"))  # type: ignore[arg-type]
    panel = LibraryPanel(some_icons(), thumbnails)
    panel.set_theme(a_theme())
    qtbot.addWidget(panel)
    panel.resize(224, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    thumbnails.close()


def headings(panel: LibraryPanel) -> list[str]:
    """Return what a screen reader says of the headings of both lists."""
    return [heading.accessibleName() for heading in panel.findChildren(SectionHeading)]
