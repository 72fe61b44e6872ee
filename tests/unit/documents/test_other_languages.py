"""German, Chinese, Korean: what a thing is comes first, relations before mere mentions, a denial is noticed."""

from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node, an_edge
from viewer.model.evidence import Guess, Rule

GERMAN = (
    "Notizen zum Keller",
    "Fragen Sie im Keller nach Hopfen, Schimmel, Hefe und Malz.",
    "In dem Fass neben der Treppe stehen Hopfen und Schimmel seit Jahren ungestört nebeneinander.",
    "Hopfen ist eine Kletterpflanze mit bitteren Zapfen.",
    "Hopfen hemmt den Schimmel im Fass.",
    "Schimmel wird durch Hopfen gehemmt.",
    "Hopfen hemmt nicht den Schimmel an der Wand.",
    "Hopfen fördert den Schimmel im Garten.",
)
CHINESE = (
    "酒窖笔记",
    "关于啤酒花、霉菌、酵母和麦芽的问题，请咨询导游。",
    "啤酒花和霉菌都在楼梯旁边的桶里。",
    "啤酒花是一种攀缘植物。",
    "啤酒花抑制霉菌。",
    "霉菌被啤酒花抑制。",
    "啤酒花不抑制墙上的霉菌。",
    "啤酒花促进霉菌的生长。",
)
CASES = {"German": (GERMAN, "Hopfen", "hemmt", "Schimmel"), "Chinese": (CHINESE, "啤酒花", "抑制", "霉菌")}


@pytest.mark.parametrize("language", CASES)
def test_what_it_is_comes_first(tmp_path: Path, language: str) -> None:
    said, name, _, _ = CASES[language]
    library = a_library(tmp_path, {"a.txt": "\n\n".join(said) + "\n"})
    first, *_, last = library.excerpts(a_node(name)).excerpts
    library.close()
    assert (first.text, first.why.rule if first.why else None) == (said[3], Rule.DEFINES)
    assert last.text in said[1:3]


@pytest.mark.parametrize("language", CASES)
def test_a_stated_relation_comes_before_a_mention_and_a_denial_is_guessed(tmp_path: Path, language: str) -> None:
    said, name, verb, other = CASES[language]
    library = a_library(tmp_path, {"a.txt": "\n\n".join(said) + "\n"})
    found = library.excerpts(an_edge(name, verb, "inhibits", other)).excerpts
    library.close()
    assert {one.text for one in found[:2]} == {said[4], said[5]}
    guessed = {one.text: one.guess for one in found}
    assert [guessed[text] for text in said[4:8]] == [None, None, *[Guess.POSSIBLY_DISPUTES] * 2]
    assert guessed[said[2]] is None


def test_a_korean_name_is_found_before_a_particle(tmp_path: Path) -> None:
    said = "인슐린은 혈당을 낮춘다."
    library = a_library(tmp_path, {"a.txt": f"{said}\n\n효모는 설탕을 먹는다.\n"})
    (found,) = library.excerpts(a_node("인슐린")).excerpts
    library.close()
    assert (found.text, found.marks) == (said, ((0, 3),))


def test_a_german_definition_may_open_with_unter(tmp_path: Path) -> None:
    said = "Unter Hopfen versteht man eine Kletterpflanze."
    library = a_library(tmp_path, {"a.txt": f"Keller\n\nHopfen hemmt den Schimmel.\n\n{said}\n"})
    first, _ = library.excerpts(a_node("Hopfen")).excerpts
    library.close()
    assert (first.text, first.why.rule if first.why else None) == (said, Rule.DEFINES)
