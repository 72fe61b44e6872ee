"""The command ``paths``."""

import json
from pathlib import Path

import pytest

from viewer.__main__ import main

DIAGRAM = """title: Brewing
nodes:
  yeast: {label: Yeast, kind: cell}
  sugar: {label: Sugar, kind: factor}
  beer: {label: Beer, kind: effect}
edges:
  - {source: yeast, target: sugar, relation: decreases, label: eats}
  - {source: sugar, target: beer, relation: increases, label: sweetens}
  - {source: yeast, target: beer, relation: leads-to}
"""


@pytest.fixture
def call(own_folders: Path) -> list[str]:
    (own_folders / "brewing.yaml").write_text(DIAGRAM, encoding="utf-8")
    return ["paths", str(own_folders / "brewing.yaml")]


def test_every_way_is_told_with_its_net_sign(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "yeast", "Beer"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1. Yeast → Beer (net sign: plus)",
        "   Yeast leads to Beer",
        "2. Yeast → Sugar → Beer (net sign: minus)",
        "   Yeast eats Sugar",
        "   Sugar sweetens Beer",
    ]


def test_json_names_the_ids(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "yeast", "beer", "--arrows", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["from"], told["to"]) == ("yeast", "beer")
    assert told["paths"] == [{"nodes": ["yeast", "beer"], "edges": ["yeast->beer"], "sign": "plus"}]


def test_no_way_is_said(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "beer", "yeast"]) == 0
    assert "No arrows lead from “beer” to “yeast” in 8 steps or fewer." in capsys.readouterr().out


def test_an_unknown_node_is_told_with_the_close_name(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*call, "yeats", "beer"]) == 2
    assert "Did you mean “yeast”?" in capsys.readouterr().err
