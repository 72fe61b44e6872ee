"""Words are measured with the font that draws them."""

from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QFontInfo, QGuiApplication

from tests.builders.theming import a_measurer
from viewer.errors import SettingsError
from viewer.layout.geometry import HEADING, LABEL, NOTE, SIGN, TAG, TITLE, VERB
from viewer.scene.fonts import FAMILY, font_for, load_fonts
from viewer.scene.ink.lettering import STRONG_VERB, baselines
from viewer.scene.text_metrics import QtMeasurer


@pytest.fixture
def measurer(qapp: QGuiApplication) -> QtMeasurer:
    return a_measurer()


def test_the_bundled_family_is_used_for_every_role(measurer: QtMeasurer) -> None:
    for role in (LABEL, VERB, TITLE, TAG, SIGN, HEADING, NOTE, STRONG_VERB):
        assert QFontInfo(font_for(role)).family() == FAMILY
        assert font_for(role).pixelSize() == role.pixels


def test_longer_and_heavier_words_take_more_room(measurer: QtMeasurer) -> None:
    assert measurer.width("", LABEL) == 0
    assert 0 < measurer.width("NMDA", LABEL) < measurer.width("NMDA receptor", LABEL)
    assert measurer.width("activates", VERB) < measurer.width("activates", STRONG_VERB)


def test_line_heights_are_those_of_the_drawn_picture(measurer: QtMeasurer) -> None:
    roles = (LABEL, VERB, TITLE, NOTE, HEADING)
    assert [measurer.line_height(role) for role in roles] == [18, 16, 16, 16, 26]


def test_a_thread_measures_the_same(measurer: QtMeasurer) -> None:
    words = [f"word {i}" for i in range(200)]
    found: dict[str, float] = {}
    other = QtMeasurer()

    def measure() -> None:
        found.update({word: other.width(word, LABEL) for word in words})

    thread = Thread(target=measure)
    thread.start()
    thread.join()
    assert found == {word: measurer.width(word, LABEL) for word in words}


def test_the_fingerprint_names_the_font_and_stays(measurer: QtMeasurer) -> None:
    assert measurer.fingerprint.startswith(FAMILY)
    assert measurer.fingerprint == QtMeasurer().fingerprint


def test_a_missing_font_is_named(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"FiraSans-Regular\.ttf cannot be loaded"):
        load_fonts(tmp_path)


def test_lines_are_centred_on_their_middle() -> None:
    (one, first), (two, second) = baselines(100, ("one", "two"), LABEL)
    assert (one, two) == ("one", "two")
    assert second - first == 18
    # The middle between the first line's capitals and the second line's base line.
    assert (first - 2 * 0.345 * 14 + second) / 2 == pytest.approx(100)
