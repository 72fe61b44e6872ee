"""The themes hold the limits of the visual grammar, computed anew from their files."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.builders.colours import VISION, contrast, distance
from tests.builders.theming import RESOURCES, a_theme
from viewer.errors import SettingsError
from viewer.model.diagram import Kind
from viewer.scene.theme import THEMES, Family, Theme, family_of, load_theme, mixed

COLOURED = ("light", "dark")


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return a_theme(request.param)


def test_the_mathematics_agrees_with_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert distance("#FF0000", "#0000FF") == pytest.approx(52.88, abs=0.05)
    assert distance("#123456", "#123456", "tritan") == 0


def test_every_kind_has_a_family_and_a_tone(theme: Theme) -> None:
    for kind in Kind:
        assert theme.tone(kind) == theme.families[family_of(kind)]


def test_labels_are_read_on_every_fill(theme: Theme) -> None:
    for tone in theme.families.values():
        assert contrast(theme.ink, tone.fill) >= 7


def test_borders_stand_out_from_their_fill_and_from_their_ground(theme: Theme) -> None:
    for family, tone in theme.families.items():
        for ground in (tone.fill, theme.canvas, theme.group.fill):
            assert contrast(tone.border, ground) >= 3, (family, ground)


def test_arrows_stand_out_from_their_ground_and_from_the_core_of_a_selection(theme: Theme) -> None:
    for colour in (theme.edge_plus, theme.edge_minus, theme.edge_neutral):
        for ground in (theme.canvas, theme.group.fill):
            assert contrast(colour, ground) >= 3
            assert contrast(colour, mixed(ground, theme.accent, 0.1)) >= 3
            assert contrast(theme.accent, ground) >= 3


def test_what_steps_back_can_still_be_read(theme: Theme) -> None:
    for ground in (theme.canvas, theme.group.fill):
        assert contrast(theme.dim_text, ground) >= 4.5
        assert contrast(theme.dim_line, ground) >= 3


def test_small_words_in_the_diagram_can_be_read(theme: Theme) -> None:
    for ground in (theme.canvas, theme.group.fill):
        assert contrast(theme.verb, ground) >= 7
        assert contrast(theme.tag, ground) >= 4.5
        assert contrast(theme.group.title, ground) >= 4.5


def test_compartments_have_a_line_that_is_seen(theme: Theme) -> None:
    assert contrast(theme.group.line, theme.canvas) >= 3


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("vision", VISION)
def test_families_and_arrows_differ_for_every_colour_vision(name: str, vision: str) -> None:
    theme = a_theme(name)
    hues = {family.value: tone.border for family, tone in theme.families.items() if family is not Family.FACTOR}
    hues |= {"edge +": theme.edge_plus, "edge −": theme.edge_minus, "ink": theme.ink}
    assert len(hues) == 10
    near = {
        (a, b): round(distance(hues[a], hues[b], vision), 1)
        for a, b in combinations(hues, 2)
        if distance(hues[a], hues[b], vision) < 10
    }
    assert near == {}


@pytest.mark.parametrize("name", ["print", "contrast"])
def test_one_ink_is_enough_where_colour_is_no_help(name: str) -> None:
    theme = a_theme(name)
    borders = {tone.border for tone in theme.families.values()}
    assert borders | {theme.edge_plus, theme.edge_minus, theme.edge_neutral} == {theme.ink}
    assert {tone.fill for tone in theme.families.values()} == {theme.canvas}
    assert contrast(theme.ink, theme.canvas) == pytest.approx(21)


def test_words_in_the_room_can_be_read(theme: Theme) -> None:
    for ground in (theme.canvas, theme.panel, theme.bar, theme.card, theme.field, theme.hover):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.second, ground) >= 4.5
    for ground in (theme.canvas, theme.panel, theme.card):
        assert contrast(theme.neighbour, ground) >= 4.5
        assert contrast(theme.accent, ground) >= 4.5
        assert contrast(theme.danger, ground) >= 4.5
        assert contrast(theme.warning, ground) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.mark) >= 7
    assert contrast(theme.text, theme.accent_tint) >= 7
    assert contrast(theme.second, theme.accent_tint) >= 4.5


def test_a_mark_differs_from_the_card_it_stands_on(theme: Theme) -> None:
    assert distance(theme.mark, theme.card) > 5


def test_dark_says_which_way_the_theme_goes() -> None:
    assert [a_theme(name).dark for name in THEMES] == [False, True, False, True]


def test_a_missing_theme_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="“sepia” cannot be read"):
        load_theme(tmp_path, "sepia")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('canvas = "#FFFFFF"', 'canvas = "white"', "needs a colour of the form #rrggbb as “canvas”"),
        ('canvas = "#FFFFFF"', 'canvas = "#GGGGGG"', "as “canvas”"),
        ('canvas = "#FFFFFF"', "", "as “canvas”"),
        ("shadow_strength = 0.09", "shadow_strength = 9", "needs a number from 0 to 1"),
        ('risk = { border = "#66271D", fill = "#EBE3E2" }', "risk = 1", "needs a table as “risk”"),
        ('border = "#66271D", ', "", "“families.risk.border”"),
        ("dark = false", "dark = = false", "is not valid TOML"),
    ],
)
def test_a_broken_theme_says_what_it_lacks(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (RESOURCES / "themes" / "light.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "mine.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load_theme(tmp_path, "mine")


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert mixed("#000000", "#FF8000", 0.5) == "#804000"
