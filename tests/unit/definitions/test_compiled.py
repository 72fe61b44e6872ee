"""A compiled definition is the definition; the store saves the parsing and nothing else."""

from pathlib import Path

import pytest

from viewer.definitions import reader
from viewer.definitions.compiled import from_bytes, read_cached, to_bytes
from viewer.definitions.reader import read_definition
from viewer.errors import DiagramError
from viewer.store import Store

GOOD = sorted((Path(__file__).parents[2] / "data" / "definitions" / "good").glob("*.yaml"))
SMALL = "title: T\nnodes: {a: {label: A, kind: drug, opens: other}}\n"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_there_and_back_is_the_same(path: Path) -> None:
    definition = read_definition(path)
    assert from_bytes(to_bytes(definition)) == definition


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xe9\x01\x00\x00\x00", b"("])
def test_bytes_of_another_form_are_no_definition(content: bytes) -> None:
    assert from_bytes(content) is None


def test_the_second_reading_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL)
    store = Store(tmp_path / "store")
    first = read_cached(path, store)

    def refuse(*_arguments: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(reader, "parse_definition", refuse)
    assert read_cached(path, store, known=["other"]) == first


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    store = Store(tmp_path / "store")
    for title in ("One", "Two"):
        path.write_text(SMALL.replace("title: T", f"title: {title}"))
        assert read_cached(path, store).diagram.title == title


def test_the_same_text_under_another_name_is_another_diagram(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for name in ("one", "two"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(SMALL)
        assert read_cached(path, store).diagram.id == name


def test_a_diagram_that_is_gone_is_noticed_from_the_store_too(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL)
    store = Store(tmp_path / "store")
    read_cached(path, store, known=["other"])
    with pytest.raises(DiagramError, match="F:2:42: error: There is no diagram “other”"):
        read_cached(path, store, file="F", known=["something"])


def test_a_damaged_entry_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL)
    store = Store(tmp_path / "store")
    first = read_cached(path, store)
    for entry in (tmp_path / "store").iterdir():
        entry.write_bytes(b"torn")
    assert read_cached(path, store) == first
