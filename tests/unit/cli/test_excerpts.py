"""The command ``excerpts``."""

import json
from pathlib import Path

import pytest

from tests.builders.documents import write_documents
from viewer.__main__ import main

DIAGRAM = """title: Brewing
nodes:
  yeast:
    label: Yeast
    kind: cell
    evidence: [{document: notes, quote: turns sugar}, {document: notes, quote: never said}]
  sugar: {label: Sugar, kind: factor}
edges:
  - {source: yeast, target: sugar, relation: decreases, label: eats}
"""
NOTES = "Notes on brewing\nYeast is a fungus that lives on sugar.\nYeast turns sugar into alcohol.\n"


@pytest.fixture
def call(own_folders: Path) -> list[str]:
    (own_folders / "brewing.yaml").write_text(DIAGRAM, encoding="utf-8")
    write_documents(own_folders / "documents", {"notes.txt": NOTES})
    return ["excerpts", str(own_folders / "brewing.yaml"), "--documents", str(own_folders / "documents")]


def test_json_holds_every_target_in_the_diagrams_order(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["diagram"], told["documents"]) == ("brewing", 1)
    assert [(one["id"], one["type"], one["label"]) for one in told["targets"]] == [
        ("yeast", "node", "Yeast"),
        ("sugar", "node", "Sugar"),
        ("yeast->sugar", "edge", "Yeast eats Sugar"),
    ]
    first, *_, missing = told["targets"][0]["excerpts"]
    assert first == {
        "document": "notes.txt",
        "title": "Notes on brewing",
        "section": "Notes on brewing",
        "page": None,
        "line": 3,
        "last_line": 3,
        "start": NOTES.index("Yeast turns"),
        "end": len(NOTES) - 1,
        "text": "Yeast turns sugar into alcohol.",
        "marks": [[6, 17]],
        "score": 1.0,
        "origin": "quoted",
        "stance": "supports",
        "status": "verified",
        "guess": None,
        "why": {"rule": "quoted", "words": ["turns sugar"], "relation_words": [], "whole_name": True},
        "also": [],
    }
    assert (missing["status"], missing["text"], missing["start"], missing["line"]) == (
        "missing",
        "never said",
        None,
        None,
    )
    for target in told["targets"]:
        assert target["total"] == len(target["excerpts"])
        for one in target["excerpts"]:
            assert set(one) == set(first)
            assert one["start"] is None or one["text"] == NOTES[one["start"] : one["end"]]


def test_a_limit_leaves_the_total(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call[:2], "sugar", *call[2:], "--limit", "1", "--json"]) == 0
    (target,) = json.loads(capsys.readouterr().out)["targets"]
    assert (len(target["excerpts"]), target["total"]) == (1, 2)


def test_people_see_the_marked_words(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call[:2], "sugar", *call[2:]]) == 0
    shown = capsys.readouterr().out
    assert "Sugar (node sugar): 2 excerpts" in shown
    assert "Yeast turns «sugar» into alcohol." in shown
    assert "notes.txt · Notes on brewing · line 3" in shown


def test_a_target_that_is_not_there_is_a_fault_of_the_call(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*call[:2], "yeasts", *call[2:]]) == 2
    assert "Did you mean “yeast”?" in capsys.readouterr().err


def test_a_path_that_is_not_there_is_a_fault_of_the_call(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "--documents", "nowhere-at-all"]) == 2
    assert "nowhere-at-all" in capsys.readouterr().err


def test_what_is_skipped_is_told(call: list[str], own_folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_documents(own_folders / "documents", {"bad.txt": b"\x00\x01" * 60})
    assert main([*call, "--json"]) == 0
    captured = capsys.readouterr()
    assert "bad.txt: skipped: " in captured.err
    assert json.loads(captured.out)["documents"] == 1


def test_what_no_document_says_is_said(
    call: list[str], own_folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_documents(own_folders / "documents", {"notes.txt": "Notes on baking\nFlour and water make a dough.\n"})
    assert main([*call, "yeast", "sugar"]) == 0
    shown = capsys.readouterr().out
    assert "Yeast (node yeast): nothing found, 2 quotes missing" in shown
    assert "Sugar (node sugar): nothing found" in shown
