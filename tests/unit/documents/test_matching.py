"""What counts as the same name: writings are levelled for matching; what is shown and marked is the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.documents import a_library, a_node
from viewer.documents.matching.levelling import level
from viewer.documents.matching.mending import mended

if TYPE_CHECKING:
    from pathlib import Path

# A name, how a text may write it, and what only looks like it.
NAMES = {
    "β2-adrenoceptor": (
        ("Beta‑2 adrenoceptor", "β₂-adrenoceptor", "Beta2 adrenoceptors", "beta 2-Adrenoceptor", "β2 adrenoceptors"),
        ("β1-adrenoceptor", "adrenoceptor-like"),
    ),
    "AMPA": (("AMPA",), ("AMP", "AMPAR", "cAMP", "ampa_x", "AMPs")),
    "AMP": (("AMP", "AMPs"), ("AMPA", "cAMP", "amp", "camp", "stamp")),
    "Ion": (("ion", "Ions", "IONS"), ("action", "cation", "ionic", "lion", "million")),
    "Ca2+": (("Ca²⁺", "Ca2+", "Ca(2+)", "Ca 2+"), ("Ca", "Ca20", "cat", "mCa2")),
    "H₂O": (("H2O", "H₂O"), ("H2O2", "HO")),
    "TNF-α": (("TNFα", "TNF-alpha", "TNF alpha", "TNF–α", "TNF‑α", "TNF−α", "tnf-α"), ("TNF-β", "TNFR", "alpha")),
    "TNF alpha": (("TNF-α", "TNFα"), ("TNF-αβ",)),
    "NF kappa B": (("NF-κB", "NFκB", "NF-kappaB"), ("NF-κ",)),
    "IL 6": (("IL6", "IL-6"), ("IL-60",)),
    "IL-6": (("IL6", "IL 6", "IL‑6", "IL–6"), ("IL-60", "IL-16", "IL-6R", "il")),
    "Na+/K+-ATPase": (("Na⁺/K⁺-ATPase", "Na+/K+ ATPase", "NA+/K+-ATPASE"), ("H+/K+-ATPase", "ATPase")),
    "Oestrogen": (("estrogen", "oestrogens", "Estrogens"), ("progesterone", "oestrogenic")),
    "Haemoglobin": (("hemoglobin", "Haemoglobins"), ("haemoglobinuria", "globin")),
    "Signalling": (("signaling",), ("signallingly",)),
    "Tumor": (("tumour", "Tumours", "tumors"), ("tumorous", "humour")),
    "Café": (("cafe", "CAFÉ", "cafés"), ("caffeine",)),
    "Mouse": (("mice", "Mouse"), ("mousetrap", "mic")),
    "Nucleus": (("nuclei", "Nucleus"), ("nucleic", "nucleotide")),
    "Mitochondrion": (("mitochondria",), ("mitochondrial",)),
    "Bacterium": (("bacteria",), ("bacterial",)),
    "Biopsy": (("biopsies",), ("autopsy",)),
    "Hypothesis": (("hypotheses",), ("hypothalamus", "hypothermia")),
    "Hypothalamus-pituitary axis": (("hypothalamus–pituitary axis", "hypothalamus pituitary axis"), ("pituitary",)),
    "氯胺酮": (("氯胺酮",), ("氯胺", "胺酮")),
    "NMDA受体": (("ＮＭＤＡ受体", "NMDA受体", "NMDA 受体"), ("AMPA受体", "受体")),
    "グルタミン酸": (("グルタミン酸",), ("グルタミン",)),
    "Thyreoidea-Hormon": (("Thyreoidea‑Hormon", "Thyreoidea Hormon"), ("Hormon",)),
    "Нейрон": (("нейрон", "НЕЙРОН"), ("нейронный",)),
}
MATCHING = [(name, writing) for name, (same, _) in NAMES.items() for writing in same]
OTHERS = [(name, writing) for name, (_, other) in NAMES.items() for writing in other]
# Around a name: spaces, brackets of both widths, quotation marks, and no space at all beside Chinese.
FRAMES = ("There is {} here.", "It is ({}) here.", "它是（{}）的一种。", "“{}” is said.", "Here: {}, and so on.")


def _marked(tmp_path: Path, name: str, text: str) -> list[str]:
    library = a_library(tmp_path, {"a.md": f"# Title of notes\n\n{text}\n"})
    excerpts = library.excerpts(a_node(name)).excerpts
    whole = library.text("a").text
    library.close()
    for excerpt in excerpts:
        assert excerpt.text == whole[excerpt.start : excerpt.end]
    return [excerpt.text[start:end] for excerpt in excerpts for start, end in excerpt.marks]


@pytest.mark.parametrize(("name", "writing"), MATCHING)
def test_a_writing_of_the_name_is_found_and_marked_as_it_stands(tmp_path: Path, name: str, writing: str) -> None:
    bare = writing.rstrip("+⁺)")
    for number, frame in enumerate(FRAMES):
        folder = tmp_path / str(number)
        folder.mkdir()
        marked = _marked(folder, name, frame.format(writing))
        assert [mark.rstrip("+⁺)") for mark in marked] == [bare], frame


@pytest.mark.parametrize(("name", "writing"), OTHERS)
def test_what_only_looks_like_it_is_not_marked(tmp_path: Path, name: str, writing: str) -> None:
    assert _marked(tmp_path, name, FRAMES[0].format(writing)) == []


def test_chinese_needs_no_space_around_a_name(tmp_path: Path) -> None:
    text = "氯胺酮可阻断NMDA受体（NMDAR）并促进BDNF的释放。"
    both = ["NMDA受体", "NMDAR"]  # the text introduces one for the other
    assert _marked(tmp_path, "NMDA受体", text) == both
    for number, (name, marked) in enumerate((("BDNF", ["BDNF"]), ("NMDAR", both), ("氯胺酮", ["氯胺酮"]))):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert _marked(folder, name, text) == marked


BROKEN = (
    "The insulin re-\nceptor stands in the membrane of the cell and binds the hor-\nmone that the pan\u00adcreas\n"
    "makes in its is\u00ad\nlands, near a non-\nReceptor cell."
)


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("Insulin receptor", "insulin re-\nceptor"),
        ("Hormone", "hor-\nmone"),
        ("Pancreas", "pan\u00adcreas"),
        ("Islands", "is\u00ad\nlands"),
    ],
)
def test_a_broken_word_is_found_and_marked_as_it_stands(tmp_path: Path, name: str, marked: str) -> None:
    library = a_library(tmp_path, {"a.txt": BROKEN})
    (found,) = library.excerpts(a_node(name)).excerpts
    library.close()
    assert [found.text[start:end] for start, end in found.marks] == [marked]
    assert found.why is not None
    assert found.why.whole


@given(st.lists(st.sampled_from(["hor", "mone", "-\n", "\u00ad", "- \n ", " ", "α", "Z", "-", "\n"]), max_size=14))
def test_places_in_mended_words_are_those_in_the_broken_ones(pieces: list[str]) -> None:
    raw = "".join(pieces)
    whole = mended(level(raw), raw)
    if whole is not None:
        assert len(whole.raw) == len(whole.levelled) < len(raw)
        for at, sign in enumerate(whole.raw):
            assert raw[whole.begins(at)] == sign
            assert whole.ends(at + 1) == whole.begins(at) + 1
