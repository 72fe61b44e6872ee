"""The pages of a PDF are drawn by a process of their own, and words of its text are found on them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.builders.pdfs import At, a_pdf, lines
from viewer.documents.extraction.extractor import Extractor
from viewer.documents.paging.pages import PagesOf, Stopped
from viewer.documents.paging.places import found, letters_of
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = "The gate is opened by glutamate alone.\nThen the chan-\nnel lets cal-\ncium through."


def never() -> bool:
    return False


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[PagesOf]:
    file = tmp_path / "two.pdf"
    file.write_bytes(a_pdf(lines(_WORDS), [At(60, 700, "A second page", 30)]))
    with closing(PagesOf(str(file))) as opened:
        yield opened


def dark(pixels: bytes, width: int, left: float, top: float, right: float, bottom: float, height: int) -> int:
    """How many pixels inside a box, in shares of the page, are darker than paper."""
    rows = range(int(top * height), int(bottom * height) + 1)
    return sum(
        pixels[4 * (y * width + x) + 1] < 128 for y in rows for x in range(int(left * width), int(right * width) + 1)
    )


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(pages: PagesOf) -> None:
    assert pages.sizes(never) == ((595.0, 842.0), (595.0, 842.0))
    picture = pages.draw(1, 800, never)
    assert (picture.page, picture.width, picture.height) == (1, 800, 1132)
    assert len(picture.pixels) == 4 * 800 * 1132
    assert 0 < dark(picture.pixels, 800, 0, 0, 0.99, 0.3, 1132) < 800 * 1132 / 10


def test_words_are_found_where_their_ink_is(pages: PagesOf) -> None:
    picture = pages.draw(0, 800, never)
    ((whole, word),) = pages.places(0, (("The gate is opened by glutamate alone.", ((0, 38), (22, 31))),), never)
    assert len(whole) == len(word) == 1
    assert whole[0][0] < word[0][0] < word[0][2] < whole[0][2]
    assert dark(picture.pixels, 800, *word[0], picture.height) > 20
    above = (word[0][0], word[0][1] - 0.03, word[0][2], word[0][1] - 0.005)
    assert dark(picture.pixels, 800, *above, picture.height) == 0


def test_words_that_were_broken_over_lines_are_found_on_all_of_them(pages: PagesOf) -> None:
    text, _outline, _passages, _pages = _read(pages)
    words = "Then the channel lets calcium through."
    assert words in text
    ((boxes,),) = pages.places(0, ((words, ((0, len(words)),)),), never)
    assert len(boxes) == 3
    assert boxes[0][1] < boxes[1][1] < boxes[2][1]


def test_words_that_stand_elsewhere_are_found_nowhere(pages: PagesOf) -> None:
    assert pages.places(1, (("The gate is opened", ((0, 8),)),), never) == (((),),)


def test_a_page_that_is_no_more_wanted_ends_soon_and_the_next_is_drawn(pages: PagesOf) -> None:
    with closing(PagesOf(pages._path, worker="tests.builders.faulty_drawer")) as slow, pytest.raises(Stopped):
        slow.sizes(lambda: True)
    assert pages.draw(0, 100, never).width == 100


def test_a_page_that_takes_too_long_is_stopped(pages: PagesOf) -> None:
    slow = PagesOf(pages._path, seconds=0.5, worker="tests.builders.faulty_drawer")
    with closing(slow), pytest.raises(DocumentError, match="longer than"):
        slow.sizes(never)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("end", "makes what draws it fail"), ("garble", "makes what draws it fail"), ("swell", "more than 1024 MB")],
)
def test_a_hostile_file_costs_its_worker_only(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "hostile.pdf"
    file.write_text(content)
    with closing(PagesOf(str(file), worker="tests.builders.faulty_drawer")) as hostile:
        with pytest.raises(DocumentError, match=reason):
            hostile.sizes(never)
        file.write_text("lie")
        assert hostile.sizes(never) == ((100.0, 100.0),)


def test_a_picture_that_is_not_what_it_says_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "lie.pdf"
    file.write_text("lie")
    with closing(PagesOf(str(file), worker="tests.builders.faulty_drawer")) as lying:
        lying.sizes(never)
        with pytest.raises(DocumentError, match="fail"):
            lying.draw(0, 100, never)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 and nothing else", b"<html>", a_pdf(lines("x"), password="owl")])
def test_a_file_without_pages_to_show_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.pdf"
    file.write_bytes(content)
    with closing(PagesOf(str(file))) as pages, pytest.raises(DocumentError):
        pages.sizes(never)


def test_a_page_that_says_it_is_huge_is_drawn_within_bounds(tmp_path: Path) -> None:
    file = tmp_path / "huge.pdf"
    file.write_bytes(a_pdf(lines("x")).replace(b"[0 0 595 842]", b"[0 0 90000 9]"))
    with closing(PagesOf(str(file))) as pages:
        assert pages.sizes(never) == ((20_000.0, 9.0),)
        picture = pages.draw(0, 10**9, never)
        assert picture.width * picture.height <= 16_000_000


@pytest.mark.parametrize(
    ("words", "page", "expected"),
    [
        ("ﬁne gates", "x fine gates y", "finegates"),
        ("Fine-grained", "a fine grained b", "finegrained"),
        ("absent", "nothing here", ""),
        ("", "nothing here", ""),
    ],
)
def test_letters_alone_are_compared(words: str, page: str, expected: str) -> None:
    places = found(words, (0, len(words)), letters_of(page), None, None)
    assert "".join(page[place] for place in places).replace(" ", "") == expected


def test_a_passage_over_two_pages_is_found_on_both() -> None:
    first, second = letters_of("so begins a sentence that is"), letters_of("continued on the next page, and more")
    words = "a sentence that is continued on the next page"
    span = (0, len(words))
    assert len(found(words, span, first, None, second)) == len("asentencethatis")
    assert len(found(words, span, second, first, None)) == len("continuedonthenextpage")


def test_the_likes_of_a_word_are_told_apart_by_what_stands_around_it() -> None:
    page = letters_of("one gate here, and one gate there")
    start = "one gate here, and one gate there".rindex("gate")
    words = "and one gate there"
    at = words.index("gate")
    assert found(words, (at, at + 4), page, None, None)[0] == start


def _read(pages: PagesOf) -> tuple[str, object, object, object]:
    from pathlib import Path

    with Extractor() as extractor:
        return extractor.extract(".pdf", Path(pages._path).read_bytes())
