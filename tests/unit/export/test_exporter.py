"""A diagram becomes a file of the format that is asked for; several find their names in a folder."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from tests.builders.diagrams import a_diagram, a_node
from tests.builders.theming import a_theme
from viewer.errors import ExportError
from viewer.export.exporter import export_diagram, target_paths
from viewer.export.image import size_of
from viewer.export.options import Format, Options
from viewer.export.sheet import compose
from viewer.layout.engine import Engine
from viewer.layout.geometry import Box, Layout, TextMeasurer
from viewer.model.diagram import Diagram


@pytest.mark.parametrize(
    ("name", "form", "start"),
    [
        ("a.png", None, b"\x89PNG"),
        ("a.svg", None, b"<?xml"),
        ("a.pdf", None, b"%PDF"),
        ("picture", None, b"\x89PNG"),
        ("a.png", Format.SVG, b"<?xml"),
    ],
)
def test_the_format_is_the_chosen_one_else_that_of_the_name(
    diagram: Diagram,
    layout: Layout,
    measurer: TextMeasurer,
    tmp_path: Path,
    name: str,
    form: Format | None,
    start: bytes,
) -> None:
    path = export_diagram(diagram, layout, tmp_path / name, Options(format=form), a_theme(), measurer)
    assert path == tmp_path / name
    assert path.read_bytes().startswith(start)


def test_a_failed_export_leaves_what_was_there(
    diagram: Diagram, layout: Layout, measurer: TextMeasurer, tmp_path: Path
) -> None:
    place = tmp_path / "a.png"
    export_diagram(diagram, layout, place, Options(scale=1), a_theme(), measurer)
    before = place.read_bytes()
    with pytest.raises(ExportError):
        export_diagram(diagram, layout, place, Options(scale=100, dpi=4800), a_theme(), measurer)
    assert place.read_bytes() == before
    assert not QImage.fromData(before).isNull()
    assert len(list(tmp_path.iterdir())) == 1


def test_one_diagram_goes_where_it_is_sent(tmp_path: Path) -> None:
    assert target_paths(["a"], tmp_path / "b.svg", Options(), folder=False) == (tmp_path / "b.svg",)
    assert target_paths(["a"], tmp_path, Options(), folder=False) == (tmp_path / "a.png",)


def test_several_need_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="2 diagrams do not fit"):
        target_paths(["a", "b"], tmp_path / "c.png", Options(), folder=False)
    paths = target_paths(["a", "b"], tmp_path / "new", Options(format=Format.PDF, step=2), folder=True)
    assert paths == (tmp_path / "new" / "a-step-2.pdf", tmp_path / "new" / "b-step-2.pdf")


def test_names_fit_every_system_and_stay_apart(tmp_path: Path) -> None:
    names = ["a/b", "a\\b", "A", "a", "..", "x" * 300, "\ud800", "😀" * 100]
    paths = target_paths(names, tmp_path, Options(), folder=True)
    assert len({path.name.casefold() for path in paths}) == len(names)
    assert all(path.parent == tmp_path and len(path.name.encode()) < 240 for path in paths)
    assert [path.name for path in paths[:4]] == ["a_b.png", "a_b-2.png", "A.png", "a-2.png"]


@pytest.mark.parametrize("form", list(Format))
def test_any_label_can_be_exported(measurer: TextMeasurer, tmp_path: Path, form: Format) -> None:
    labels = (
        "\ud800 lone",
        "nul\0in",
        "العربية",
        "日本語",
        "🧠",
        "<b>&amp;</b>",
        "W" * 200,
        "\u202eturned",
        "\u200b",
    )
    nodes = [a_node(f"n{i}\ud801", label=label) for i, label in enumerate(labels)]
    diagram = a_diagram(nodes, title="\ud802 \0", summary="\ud803 العربية")
    layout = Engine().layout(diagram, measurer)
    path = export_diagram(diagram, layout, tmp_path / "a", Options(format=form, scale=1), a_theme(), measurer)
    assert path.stat().st_size > 2000
    if form is Format.SVG:
        assert ElementTree.fromstring(path.read_bytes()).tag.endswith("svg")
    if form is Format.PNG:
        assert not QImage(str(path)).isNull()


def test_a_vast_diagram_is_made_to_fit_unless_a_size_was_asked_for(
    diagram: Diagram, layout: Layout, measurer: TextMeasurer, tmp_path: Path
) -> None:
    far = Layout(Box(0, 0, 90_000, 60_000), layout.nodes, layout.edges, layout.groups, layout.engine)
    export_diagram(diagram, far, tmp_path / "a.pdf", Options(), a_theme(), measurer)
    assert b"14400" in (tmp_path / "a.pdf").read_bytes()
    with pytest.raises(ExportError):
        export_diagram(diagram, far, tmp_path / "a.pdf", Options(scale=1), a_theme(), measurer)
    width, height, _ = size_of(compose(diagram, far, a_theme(), measurer, Options()), Options())
    assert max(width, height) < 20_000
    assert width > height


def test_a_thread_of_its_own_writes_the_same_bytes(
    diagram: Diagram, layout: Layout, measurer: TextMeasurer, tmp_path: Path
) -> None:
    def write(name: str) -> list[bytes]:
        paths = (tmp_path / f"{name}.{form.value}" for form in Format)
        return [export_diagram(diagram, layout, path, Options(), a_theme(), measurer).read_bytes() for path in paths]

    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(write, str(number)) for number in range(6)]
        here = write("here")
    assert all(job.result() == here for job in jobs)
