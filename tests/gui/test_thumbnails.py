"""Thumbnails: made once, away from the window, and made again when what they show has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.openers import FakeOpener, definitions_in
from tests.builders.theming import a_theme
from viewer.store import Store
from viewer.ui.library.thumbnails import HEIGHT, WIDTH, Thumbnails

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot


@pytest.fixture
def thumbnails(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> Iterator[Thumbnails]:
    made = Thumbnails(opener, Store(tmp_path / "store"))  # type: ignore[arg-type]
    yield made
    made.close()


def test_a_thumbnail_shows_the_diagram_in_the_themes_colours(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    (entry,) = definitions_in(tmp_path, "x").entries
    inks = {}
    for name in ("light", "dark"):
        thumbnails.set_theme(a_theme(name))
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
        image = thumbnails.image("x")
        assert image is not None
        assert image.size().toTuple() == (2 * WIDTH, 2 * HEIGHT)
        inks[name] = _colours(image)
    assert inks["light"]
    assert inks["light"] != inks["dark"]


def test_a_kept_thumbnail_opens_nothing(opener: FakeOpener, tmp_path: Path, qtbot: QtBot) -> None:
    (entry,) = definitions_in(tmp_path, "x").entries
    for _ in range(2):
        thumbnails = Thumbnails(opener, Store(tmp_path / "store"))  # type: ignore[arg-type]
        thumbnails.set_theme(a_theme())
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
        assert thumbnails.image("x") is not None
        thumbnails.close()
    assert len(opener.opened) == 1


def test_a_changed_definition_gets_a_new_thumbnail(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    thumbnails.set_theme(a_theme())
    for text in ("one", "two"):
        entry = definitions_in(tmp_path, "x").entries[0]
        entry.path.write_text(text)
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails.ask(entry)
    assert len(opener.opened) == 2


def test_a_diagram_without_a_picture_is_asked_once(
    thumbnails: Thumbnails, opener: FakeOpener, tmp_path: Path, qtbot: QtBot
) -> None:
    opener.fails = True
    thumbnails.set_theme(a_theme())
    (entry,) = definitions_in(tmp_path, "x").entries
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.ask(entry)
    thumbnails.ask(entry)
    qtbot.wait(400)
    assert thumbnails.image("x") is None
    assert len(opener.opened) == 1


def _colours(image: QImage) -> set[str]:
    size = image.size()
    points = ((x, y) for x in range(0, size.width(), 2) for y in range(0, size.height(), 2))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}
