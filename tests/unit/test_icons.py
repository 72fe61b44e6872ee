"""The icons are of one family: one grid, one pen, one colour that the program tints."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

ICONS = sorted((Path(__file__).resolve().parents[2] / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_keeps_to_the_grid_and_the_pen(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.6"
    colours = {element.get(key) for element in root.iter() for key in ("fill", "stroke")} - {None}
    assert colours <= {"none", "#000"}


def test_the_icons_are_there() -> None:
    assert {"back", "forward", "search", "export", "close", "warning"} <= {path.stem for path in ICONS}
