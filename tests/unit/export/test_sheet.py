"""A sheet holds the whole diagram, and around it what was asked for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.theming import a_theme
from viewer.errors import ExportError
from viewer.export.extent import extent_of
from viewer.export.options import Options
from viewer.export.sheet import Sheet, compose
from viewer.layout.engine import Engine
from viewer.layout.geometry import Layout, TextMeasurer
from viewer.model.diagram import Diagram
from viewer.scene.ink.marks import Shape, Words

Make = Callable[[Options], Sheet]


def _texts(sheet: Sheet) -> list[str]:
    return [mark.text for part in sheet.parts for mark in part.ink if isinstance(mark, Words)]


@pytest.mark.parametrize("theme", ["light", "dark", "print", "contrast"])
@pytest.mark.parametrize(("title", "legend"), [(True, True), (False, False)])
def test_no_ink_comes_near_the_edge(
    sheet_of: Make, measurer: TextMeasurer, theme: str, title: bool, legend: bool
) -> None:
    sheet = sheet_of(Options(theme=theme, title=title, legend=legend))
    for part in sheet.parts:
        box = extent_of(part.ink, measurer)
        if box is None:
            continue
        assert box.x + part.at.x >= 12
        assert box.y + part.at.y >= 12
        assert box.right + part.at.x <= sheet.width - 12
        assert box.bottom + part.at.y <= sheet.height - 12


def test_title_and_legend_are_there_unless_left_out(sheet_of: Make) -> None:
    whole = _texts(sheet_of(Options()))
    assert "A small picture" in whole
    assert "What it is about." in whole
    assert "Receptor" in whole
    bare = sheet_of(Options(title=False, legend=False))
    assert not {"A small picture", "What it is about.", "Receptor"} & set(_texts(bare))
    assert {"title", "legend"}.isdisjoint(part.name for part in bare.parts)
    assert bare.height < sheet_of(Options()).height


def test_every_element_has_its_part(sheet_of: Make, diagram: Diagram) -> None:
    names = [part.name for part in sheet_of(Options()).parts]
    assert len(names) == len(set(names))
    wanted = {f"node-{node.id}" for node in diagram.nodes} | {f"edge-{edge.id}" for edge in diagram.edges}
    assert wanted | {"group-cell"} <= set(names)


def test_themes_change_colours_and_nothing_else(sheet_of: Make) -> None:
    light, dark = sheet_of(Options(theme="light")), sheet_of(Options(theme="dark"))
    assert light.background != dark.background
    assert (light.width, light.height) == (dark.width, dark.height)
    assert [(part.name, part.at) for part in light.parts] == [(part.name, part.at) for part in dark.parts]


def test_the_pictures_of_all_steps_lie_over_each_other(sheet_of: Make) -> None:
    whole = sheet_of(Options())
    for step in range(3):
        sheet = sheet_of(Options(step=step))
        assert (sheet.width, sheet.height) == (whole.width, whole.height)
        assert set(sheet.parts) <= set(whole.parts)
    assert "node-firing" not in {part.name for part in sheet_of(Options(step=1)).parts}
    assert "node-firing" in {part.name for part in sheet_of(Options(step=2)).parts}
    assert "Relief" not in sheet_of(Options(step=2)).description


def test_a_step_that_is_not_there_is_refused(sheet_of: Make) -> None:
    with pytest.raises(ExportError, match="no step 3: “A small picture” has 2 steps"):
        sheet_of(Options(step=3))


def test_the_description_says_every_arrow(sheet_of: Make) -> None:
    said = sheet_of(Options()).description.splitlines()
    assert said == [
        "What it is about.",
        "Ketamine blocks NMDA & <receptor> (inhibits).",
        "NMDA & <receptor> activates Efficient firing.",
        "Efficient firing leads to Relief (disputed).",
    ]


def test_a_clear_picture_puts_paper_behind_words_that_stand_free(sheet_of: Make) -> None:
    sheet = sheet_of(Options(transparent=True))
    assert sheet.background is None
    (title,) = [part for part in sheet.parts if part.name == "title"]
    band, words, *_ = title.ink
    assert isinstance(band, Shape)
    assert band.fill == a_theme().canvas
    assert isinstance(words, Words)


def test_long_titles_are_broken_and_a_tiny_diagram_gets_room(measurer: TextMeasurer) -> None:
    diagram = a_diagram([a_node("a")], title="A long title " * 12, summary="Unbreakable" * 40)
    layout: Layout = Engine().layout(diagram, measurer)
    sheet = compose(diagram, layout, a_theme(), measurer, Options())
    (title,) = [part for part in sheet.parts if part.name == "title"]
    assert len(title.ink) > 3
    box = extent_of(title.ink, measurer)
    assert box is not None
    assert box.right + title.at.x < sheet.width
    assert sheet.width >= 400


def test_an_endless_summary_is_cut_short_and_says_so(
    diagram: Diagram, layout: Layout, measurer: TextMeasurer
) -> None:
    endless = replace(diagram, summary="word " * 2000)
    sheet = compose(endless, layout, a_theme(), measurer, Options())
    lines = [text for text in _texts(sheet) if text.startswith("word")]
    assert 2 < len(lines) < 12
    assert lines[-1].endswith("…")
