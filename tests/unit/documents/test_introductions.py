"""Abbreviations count where a document introduces them, in whatever way it does."""

from pathlib import Path

import pytest

from tests.builders.documents import a_library, a_node
from viewer.documents.matching.introductions import introductions

# How a text introduces it, a sentence with the short form alone, the long name, and what is marked in that sentence.
WAYS = (
    ("The brown rice amylase factor (BRAF) is made here.", "BRAF is released at night.", "brown rice amylase factor"),
    ("N-methyl-D-amylase receptors (NMARs) are pores.", "One NMAR is enough.", "N-methyl-D-amylase receptor"),
    ("LTB (long-term brewing) is slow.", "LTB needs calcium.", "Long-term brewing"),
    ("BrRH [brewing-related hormone] is made there.", "BrRH falls with age.", "Brewing-related hormone"),
    ("The renin–amylase–brewing system, or RABS, raises it.", "RABS is old.", "Renin-amylase-brewing system"),
    ("Rice amylase inhibitors (RAIs) are drugs.", "An RAI takes weeks.", "Rice amylase inhibitor"),
    ("The tumour starch factor-alpha (TSF-α) is a signal.", "TSF-α rises soon.", "Tumor starch factor alpha"),
    ("Vascular yeast growth factor (VYGF; a protein) is one.", "VYGF acts fast.", "vascular yeast growth factor"),
    ("Gamma-amylobutyric acid (“GABY”) calms.", "GABY is made from starch.", "gamma-amylobutyric acid"),
    ("Carbon trioxide (CO3) leaves.", "CO₃ is heavy.", "Carbon trioxide"),
    ("Interbrewin 6 (IB-6) is hot.", "IB-6 rises at night.", "Interbrewin-6"),
    ("RPI stands for rice pump inhibitor.", "RPI is a drug.", "rice pump inhibitor"),
    ("The amylase control network, abbreviated ACN, is here.", "ACN is wide.", "amylase control network"),
    ("The rice pump inhibitor（RPI）is full of width.", "RPI is a drug.", "rice pump inhibitor"),
    ("An old drug (rice pump blocker, RPB) is here.", "RPB is a drug.", "rice pump blocker"),
    ("A drug against the rice pump (RPI, rice pump inhibitor) is here.", "RPI is a drug.", "rice pump inhibitor"),
)


@pytest.mark.parametrize("later", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("said", "used", "name"), WAYS, ids=[name for _, _, name in WAYS])
def test_both_forms_count_wherever_it_is_introduced(
    tmp_path: Path, said: str, used: str, name: str, later: bool
) -> None:
    parts = (used, said) if later else (said, used)
    library = a_library(tmp_path, {"a.txt": "Title of notes\n" + " ".join(parts) + "\n", "b.txt": f"Other\n{used}\n"})
    found = {excerpt.text: excerpt for excerpt in library.excerpts(a_node(name)).excerpts}
    assert used in found
    assert found[used].document == "a.txt"
    assert not found[used].also  # the other document introduces nothing
    (mark,) = found[used].marks
    assert used[slice(*mark)] in used.removeprefix("An ").removeprefix("One ").split()
    library.close()


def test_an_acronym_takes_up_its_head(tmp_path: Path) -> None:
    text = "Title of notes\nN-methyl-D-amylase receptors (NMARs) are pores. NMARs open slowly.\n"
    library = a_library(tmp_path, {"a.txt": text})
    texts = [excerpt.text for excerpt in library.excerpts(a_node("NMA receptor")).excerpts]
    assert "NMARs open slowly." in texts
    library.close()


@pytest.mark.parametrize(
    "text",
    [
        "It was seen in the north (USA) and elsewhere.",
        "The rate rose (Fig. 2) and fell again.",
        "As others write (Smith and Miller, 1999), it is so.",
        "It is in the cell (see below).",
        "A value of 5 (SD 2) was found.",
        "One of them (and not the other) is right.",
        "The cell (CELL) is small.",
        "Bread, or RYE, is eaten.",
        "He stands for nothing. I is short for Ian.",
        "() (A) [1] (B2) ((((",
        "x (" + "A" * 300 + ")",
    ],
)
def test_what_introduces_nothing(text: str) -> None:
    assert introductions(text) == []


def test_the_letters_begin_words_where_they_can() -> None:
    (pair,) = introductions("Omeprazole is a proton pump inhibitor (PPI).")
    assert (pair.short, pair.long) == ("PPI", "proton pump inhibitor")


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("研究表明脑源性神经营养因子（BDNF）促进突触生长。", "BDNF", "脑源性神经营养因子"),
        ("脑源性神经营养因子(brain-derived neurotrophic factor, BDNF)的释放", "BDNF", "脑源性神经营养因子"),
        ("重度抑郁症（Major Depressive Disorder，MDD）患者", "MDD", "重度抑郁症"),
        ("重度抑郁症（MDD，major depressive disorder）患者", "MDD", "重度抑郁症"),
        ("谷氨酸激活N-甲基-D-天冬氨酸受体（NMDAR）。", "NMDAR", "N-甲基-D-天冬氨酸受体"),
        ("哺乳动物雷帕霉素靶蛋白（以下简称mTOR）是", "mTOR", "哺乳动物雷帕霉素靶蛋白"),
        ("BDNF（脑源性神经营养因子）的作用", "BDNF", "脑源性神经营养因子"),
        ("中枢神经系统［CNS］", "CNS", "中枢神经系统"),
        ("脳由来神経栄養因子（BDNF）は", "BDNF", "脳由来神経栄養因子"),
        ("血清素（5-HT）", "5-HT", "血清素"),
        ("结果显示，γ-氨基丁酸（GABA）能神经元", "GABA", "γ-氨基丁酸"),
    ],
)
def test_a_name_without_spaces_is_what_stands_before_its_bracket(text: str, short: str, name: str) -> None:
    assert (short, name) in {(pair.short, pair.long) for pair in introductions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "见图（图2）和（Fig. 2）",
        "增加（P<0.05）",
        "患者（n=20）",
        "在突触前膜，谷氨酸（一种氨基酸）被释放",
        "北京大学（中国）",
        "方法见文献（Smith 2010）",
        "药（ABC）",
        "神经" * 14 + "（ABC）",
    ],
)
def test_a_bracket_behind_other_words_without_spaces_introduces_nothing(text: str) -> None:
    assert introductions(text) == []


def test_both_forms_count_in_a_text_without_spaces(tmp_path: Path) -> None:
    text = "笔记\n研究表明脑源性神经营养因子（BDNF）促进突触生长。\n氯胺酮使BDNF升高。\n"
    library = a_library(tmp_path, {"a.txt": text, "b.txt": "别的\n氯胺酮使BDNF降低。\n"})
    found = {excerpt.text for excerpt in library.excerpts(a_node("脑源性神经营养因子")).excerpts}
    assert "氯胺酮使BDNF升高。" in found
    assert "氯胺酮使BDNF降低。" not in found  # that document introduces nothing
    library.close()
