"""The catalog: which diagrams there are, in what order, and what is wrong with them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.definitions.catalog import find, read_catalog
from viewer.errors import CallError
from viewer.store import Store


def write(path: Path, title: str = "T", more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"title: {title}\nsummary: S\nnodes: {{a: {{label: A, kind: drug{more}}}}}\n")
    return path


def test_sub_folders_are_sections_in_natural_order(tmp_path: Path) -> None:
    for name in ("10-late.yaml", "2-early.yml", "notes.txt", ".hidden.yaml", ".git/x.yaml"):
        write(tmp_path / name, name)
    write(tmp_path / "side_effects" / "b.yaml", "B")
    write(tmp_path / "Early-days" / "a.yaml", "A")
    write(tmp_path / "Early-days" / "deep" / "c.yaml", "C")
    catalog = read_catalog([tmp_path])
    told = [(section, [entry.id for entry in entries]) for section, entries in catalog.sections()]
    assert told == [
        ("", ["2-early", "10-late"]),
        ("Early days", ["a"]),
        ("Early days › Deep", ["c"]),
        ("Side effects", ["b"]),
    ]
    entry = catalog.by_id["b"]
    assert (entry.title, entry.summary, entry.nodes, entry.edges, entry.problems) == ("B", "S", 1, 0, ())


def test_a_broken_definition_is_listed_with_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("title: T\nnodes: {a: {label: A, kind: drg}}\n")
    (entry,) = read_catalog([tmp_path]).entries
    assert (entry.title, entry.nodes) == ("broken", 0)
    assert [str(problem).startswith(f"{path}:2:29: error: ") for problem in entry.problems] == [True]


def test_the_first_of_two_files_with_one_id_wins(tmp_path: Path) -> None:
    first, second = write(tmp_path / "one" / "same.yaml", "First"), write(tmp_path / "two" / "same.yml", "Second")
    catalog = read_catalog([tmp_path / "one", tmp_path / "two"])
    assert [entry.title for entry in catalog.entries] == ["First"]
    (problem,) = catalog.problems
    assert problem.file == str(second)
    assert str(first) in problem.text


@pytest.mark.parametrize("stored", [True, False])
def test_diagrams_may_open_each_other_and_nothing_else(tmp_path: Path, stored: bool) -> None:
    store = Store(tmp_path / "store") if stored else None
    folder = tmp_path / "diagrams"
    write(folder / "a.yaml", more=", opens: b")
    other = write(folder / "deep" / "b.yaml")
    assert not any(entry.problems for entry in read_catalog([folder], store).entries)
    other.rename(other.with_name("c.yaml"))
    (problem,) = read_catalog([folder], store).by_id["a"].problems
    assert problem.text == "There is no diagram “b”."


def test_a_stored_catalog_is_the_same(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    write(tmp_path / "diagrams" / "a.yaml", "One")
    first = read_catalog([tmp_path / "diagrams"], store)
    assert read_catalog([tmp_path / "diagrams"], store) == first == read_catalog([tmp_path / "diagrams"])
    write(tmp_path / "diagrams" / "a.yaml", "Two")
    assert read_catalog([tmp_path / "diagrams"], store).by_id["a"].title == "Two"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_and_pipes_end(tmp_path: Path) -> None:
    write(tmp_path / "inner" / "a.yaml")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "broken").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    catalog = read_catalog([tmp_path, tmp_path / "inner"])
    assert [(entry.id, bool(entry.problems)) for entry in catalog.entries] == [("pipe", True), ("a", False)]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    catalog = read_catalog([tmp_path / "missing", write(tmp_path / "a.yaml")])
    assert catalog.entries == ()
    assert [problem.text for problem in catalog.problems] == ["There is no such folder.", "This is not a folder."]


def test_a_diagram_is_found_by_id_or_by_path(tmp_path: Path) -> None:
    write(tmp_path / "library" / "overview.yaml", "In the library")
    catalog = read_catalog([tmp_path / "library"])
    outside = write(tmp_path / "elsewhere" / "mine.yaml", "Mine", ", opens: overview")
    write(tmp_path / "elsewhere" / "beside.yaml")
    assert find("overview", catalog).title == "In the library"
    assert find(str(outside), catalog) == read_catalog([tmp_path / "elsewhere", tmp_path / "library"]).by_id["mine"]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("overvew", "There is no diagram “overvew”. Did you mean “overview”?"),
        ("zzz", "There is no diagram “zzz”. The command “list” shows all diagrams."),
        ("folder/overvew.yaml", "There is no file “folder/overvew.yaml”. Did you mean “overview”?"),
        ("a\0b.yaml", "There is no file “a\\x00b.yaml”. The command “list” shows all diagrams."),
        ("x" * 5000, "There is no diagram"),
    ],
)
def test_a_word_that_names_nothing_is_refused_with_the_close_match(tmp_path: Path, word: str, said: str) -> None:
    write(tmp_path / "overview.yaml")
    with pytest.raises(CallError) as caught:
        find(word, read_catalog([tmp_path]))
    assert str(caught.value).startswith(said)


def test_a_catalog_that_was_read_before_needs_no_parser(tmp_path: Path) -> None:
    write(tmp_path / "diagrams" / "a.yaml", more=", opens: b")
    write(tmp_path / "diagrams" / "b.yaml")
    probe = (
        "import sys; from pathlib import Path; from viewer.store import Store;"
        "from viewer.definitions.catalog import read_catalog; from viewer.definitions.compiled import read_cached;"
        f"store = Store(Path({str(tmp_path / 'store')!r}));"
        f"entry = read_catalog([Path({str(tmp_path / 'diagrams')!r})], store).by_id['a'];"
        "read_cached(entry.path, store, known=['a', 'b']);"
        "print([name for name in ('yaml', 'jsonschema_rs', 'json', 'difflib') if name in sys.modules])"
    )
    said = [
        subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=True).stdout
        for _ in range(2)
    ]
    assert said == ["['yaml', 'jsonschema_rs', 'json']\n", "[]\n"]
