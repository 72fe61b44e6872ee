"""What a start opens: what was asked for, else what was open last; at once where its layout is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.layouts import FakeMeasurer
from tests.builders.sessions import SMALL, a_folder
from viewer.definitions.catalog import Catalog, read_catalog
from viewer.definitions.compiled import read_cached
from viewer.errors import Severity
from viewer.layout.engine import Engine
from viewer.session.opening import Opener
from viewer.session.starting import first_of, started
from viewer.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path)


def an_opener(path: Path) -> Opener:
    store = Store(path / "store")
    return Opener(Engine(store=store), FakeMeasurer(), store)


@pytest.mark.parametrize(
    ("asked", "last", "opened"),
    [("second", "first", "second"), ("", "second", "second"), ("", "gone", "first"), ("", "", "first")],
)
def test_what_is_asked_for_comes_before_the_last_and_the_first(
    folder: Path, asked: str, last: str, opened: str
) -> None:
    first = first_of(read_catalog([folder]), asked, last)
    assert (first.diagram, first.path, first.notice) == (opened, folder / f"{opened}.yaml", None)


def test_a_file_outside_the_library_can_be_asked_for(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(SMALL.format(title="Mine", opens="first"))
    assert first_of(read_catalog([folder]), str(file), "second")[:2] == ("mine", file)


def test_what_does_not_exist_is_told_and_the_last_is_opened(folder: Path) -> None:
    first = first_of(read_catalog([folder]), "secnd", "second")
    assert first.diagram == "second"
    assert first.notice is not None
    assert first.notice.severity is Severity.ERROR
    assert "second" in first.notice.text


def test_an_empty_library_opens_nothing() -> None:
    assert first_of(Catalog(()), "", "second").diagram is None


def test_only_a_kept_layout_is_there_at_once(folder: Path, tmp_path: Path) -> None:
    opener = an_opener(tmp_path)
    assert started((folder,), opener.store, opener, "first", "").opened is None
    diagram = read_cached(folder / "first.yaml", opener.store).diagram
    laid_out = opener.engine.layout(diagram, opener.measurer)
    again = started((folder,), opener.store, opener, "first", "")
    assert again.opened is not None
    assert again.opened.layout == laid_out


def test_a_faulty_definition_is_left_to_be_opened(folder: Path, tmp_path: Path) -> None:
    (folder / "first.yaml").write_text("nodes: [")
    opener = an_opener(tmp_path)
    begun = started((folder,), opener.store, opener, "first", "")
    assert (begun.first.diagram, begun.opened) == ("first", None)
