"""An SVG is valid whatever the labels hold; its words are words, its elements have their ids."""

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from viewer.export.faces import faces_for
from viewer.export.options import Options
from viewer.export.sheet import Part, Sheet
from viewer.export.svg import escaped_name, svg_of, used_letters
from viewer.layout.geometry import LABEL, Point
from viewer.layout.outlines import LineTo, MoveTo
from viewer.scene.ink.marks import Shape, Stroke, Words

Make = Callable[[Options], Sheet]
SVG = "{http://www.w3.org/2000/svg}"


def _parsed(sheet: Sheet, options: Options | None = None, faces: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(svg_of(sheet, options or Options(), faces).encode())


def test_the_picture_has_its_size_in_millimetres(sheet_of: Make) -> None:
    sheet = sheet_of(Options(width_mm=180))
    root = _parsed(sheet, Options(width_mm=180))
    assert root.get("width") == "180mm"
    height = float((root.get("height") or "").removesuffix("mm"))
    assert height == pytest.approx(180 * sheet.height / sheet.width, abs=0.01)
    box = [float(number) for number in (root.get("viewBox") or "").split()]
    assert box == pytest.approx([0, 0, sheet.width, sheet.height], abs=0.01)


def test_its_own_size_is_96_pixels_to_the_inch(sheet_of: Make) -> None:
    sheet = sheet_of(Options())
    assert _parsed(sheet).get("width") == f"{round(sheet.width * 25.4 / 96, 3):g}mm"


def test_words_are_words(sheet_of: Make) -> None:
    texts = [element.text for element in _parsed(sheet_of(Options())).iter(f"{SVG}text")]
    assert {"Ketamine", "NMDA & <receptor>", "Efficient firing", "blocks", "Receiving cell"} <= set(texts)


def test_elements_have_ids_and_say_themselves(sheet_of: Make) -> None:
    root = _parsed(sheet_of(Options()))
    groups = {element.get("id"): element for element in root.iter(f"{SVG}g") if element.get("id")}
    assert {"node-nmda", "group-cell", "edge-ketamine-_3E_nmda", "title", "legend"} <= set(groups)
    title = groups["edge-ketamine-_3E_nmda"].find(f"{SVG}title")
    assert title is not None
    assert title.text == "Ketamine blocks NMDA & <receptor> (inhibits)"


def test_the_whole_is_told_to_a_screen_reader(sheet_of: Make) -> None:
    root = _parsed(sheet_of(Options()))
    assert root.get("role") == "img"
    ids = {element.get("id"): element.text for element in root if element.get("id")}
    assert ids[root.get("aria-labelledby")] == "A small picture"
    assert "Ketamine blocks" in (ids[root.get("aria-describedby")] or "")


def test_ids_are_unique(sheet_of: Make) -> None:
    ids = [element.get("id") for element in _parsed(sheet_of(Options())).iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_only_a_picture_with_paper_has_a_ground(sheet_of: Make) -> None:
    assert _parsed(sheet_of(Options())).find(f"{SVG}rect") is not None
    assert _parsed(sheet_of(Options(transparent=True))).find(f"{SVG}rect") is None


def test_the_letters_used_are_carried_along(sheet_of: Make) -> None:
    sheet = sheet_of(Options())
    used = used_letters(sheet)
    root = _parsed(sheet, faces=faces_for(used))
    (style,) = root.iter(f"{SVG}style")
    rules = re.findall(r"font-weight:(\d+);src:url\(data:font/woff;base64,([\w+/=]+)\)", style.text or "")
    assert [int(weight) for weight, _ in rules] == list(used)
    for weight, encoded in rules:
        font = TTFont(BytesIO(b64decode(encoded)))
        assert set(map(ord, used[int(weight)])) <= set(font.getBestCmap())
        assert len(encoded) < 60_000


def test_a_letter_that_the_font_lacks_does_not_stop_the_rest(measurer: object) -> None:
    rules = faces_for({500: "a脳\U0001f9e0"})
    encoded = re.search(r"base64,([\w+/=]+)", rules)
    assert encoded is not None
    assert list(TTFont(BytesIO(b64decode(encoded[1]))).getBestCmap()) == [ord("a")]


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)


@given(name=ANY_TEXT, title=ANY_TEXT, text=ANY_TEXT)
def test_any_text_gives_valid_xml(name: str, title: str, text: str) -> None:
    words = Words(text, Point(1, 2), LABEL, "#000000", "end", halo="#ffffff")
    line = Shape((MoveTo(Point(0, 0)), LineTo(Point(1e-9, -1e-9))), stroke=Stroke("#000000", 1, (0.01, 4), "round"))
    sheet = Sheet(10, 10, (Part(name, title, (line, words), Point(0, 0)),), title, text, None)
    root = _parsed(sheet)
    kept = "".join(letter for letter in text if letter.isprintable())
    shown = "".join(element.text or "" for element in root.iter(f"{SVG}text") if element.get("aria-hidden") is None)
    assert not kept.strip() or all(letter in shown for letter in kept)


@given(st.lists(ANY_TEXT, unique=True, max_size=5))
def test_different_names_stay_different_and_plain(names: list[str]) -> None:
    escaped = [escaped_name(name) for name in names]
    assert len(set(escaped)) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9._-]*", name) for name in escaped)


def test_the_same_sheet_gives_the_same_text(sheet_of: Make) -> None:
    sheet = sheet_of(Options())
    assert svg_of(sheet, Options()) == svg_of(replace(sheet), Options())
