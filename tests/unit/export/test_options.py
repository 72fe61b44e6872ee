"""Sizes follow from what is asked for, and what cannot be is refused with a sentence."""

from pathlib import Path

import pytest

from viewer.errors import ExportError
from viewer.export.options import Format, Options, format_for, format_named


def test_a_width_on_paper_decides_the_enlargement() -> None:
    assert Options(width_mm=254).enlargement(960) == pytest.approx(1)
    assert Options(width_mm=127).enlargement(960) == pytest.approx(0.5)


def test_the_own_size_is_kept_unless_scaled() -> None:
    assert Options().enlargement(960) == 1
    assert Options(scale=2.5).enlargement(960) == 2.5


def test_resolution_follows_what_else_is_named() -> None:
    assert Options().pixels_per_inch == 192
    assert Options(scale=1).pixels_per_inch == 96
    assert Options(width_mm=100).pixels_per_inch == 300
    assert Options(width_mm=100, dpi=150).pixels_per_inch == 150


@pytest.mark.parametrize(
    "numbers",
    [
        {"dpi": 0},
        {"dpi": float("nan")},
        {"dpi": 1e9},
        {"width_mm": -1},
        {"width_mm": 1e6},
        {"scale": 0},
        {"scale": float("inf")},
        {"step": -1},
        {"scale": 1, "width_mm": 100},
    ],
)
def test_impossible_numbers_are_refused(numbers: dict[str, float]) -> None:
    with pytest.raises(ExportError, match=r"\.$"):
        Options(**numbers)  # type: ignore[arg-type]


def test_the_ending_names_the_format_unless_one_is_chosen() -> None:
    assert format_for(Path("a.SVG"), None) is Format.SVG
    assert format_for(Path("a.svg"), Format.PDF) is Format.PDF
    assert format_for(Path("a"), None) is Format.PNG


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ExportError, match=r"“gif” is not known.*png, svg, pdf"):
        format_for(Path("a.gif"), None)
    with pytest.raises(ExportError, match="“jpeg”"):
        format_named("jpeg")
