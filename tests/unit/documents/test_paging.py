"""The pages of a PDF are drawn by a process of their own, and words of its text are found on them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders.pdfs import At, a_pdf, lines
from viewer.documents.extraction.extractor import Extractor
from viewer.documents.library import Library
from viewer.documents.paging.letters import PageLetters
from viewer.documents.paging.pages import PagesOf, Stopped
from viewer.documents.paging.places import Sign, placed
from viewer.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    letters, text = lettered(pages, 0)
    at = text.index("The gate is opened")
    (whole,) = letters.boxes(at, at + 38)
    (word,) = letters.boxes(text.index("glutamate"), text.index("glutamate") + 9)
    assert whole[0] < word[0] < word[2] < whole[2]
    assert dark(picture.pixels, 800, *word, picture.height) > 20
    above = (word[0], word[1] - 0.03, word[2], word[1] - 0.005)
    assert dark(picture.pixels, 800, *above, picture.height) == 0


def test_words_that_were_broken_over_lines_are_found_on_all_of_them(pages: PagesOf) -> None:
    letters, text = lettered(pages, 0)
    words = "Then the channel lets calcium through."
    boxes = letters.boxes(text.index(words), text.index(words) + len(words))
    assert len(boxes) == 3
    assert boxes[0][1] < boxes[1][1] < boxes[2][1]


def test_words_that_stand_on_another_page_are_found_nowhere(pages: PagesOf) -> None:
    letters, text = lettered(pages, 1)
    assert letters.boxes(0, text.index("A second page")) == ()
    assert len(letters.boxes(0, len(text))) == 1


def test_every_sign_of_a_line_is_the_one_that_is_read_there(pages: PagesOf) -> None:
    letters, text = lettered(pages, 0)
    line = letters.lines[0]
    assert "".join(text[offset] for offset in line.offsets) == "Thegateisopenedbyglutamatealone."


def test_a_point_between_letters_is_a_place_of_the_text(pages: PagesOf) -> None:
    letters, text = lettered(pages, 0)
    at = text.index("glutamate")
    (word,) = letters.boxes(at, at + 9)
    middle = (word[1] + word[3]) / 2
    assert letters.position(word[0] + 0.001, middle) == at
    assert letters.position(word[2] - 0.001, middle) == at + 9
    assert letters.position(0.99, middle) == text.index("alone.") + 6
    assert letters.position(0.5, 0.99) == text.index("through.") + 8
    assert PageLetters().position(0.5, 0.5) is None
    assert letters.on(word[0], middle)
    assert not letters.on(0.99, middle)


def test_lines_that_repeat_keep_their_order(tmp_path: Path) -> None:
    said = "\n".join(f"Dose {n}.\nThe same words stand here again." for n in range(12))
    file = tmp_path / "same.pdf"
    file.write_bytes(a_pdf(lines(said)))
    with closing(PagesOf(str(file))) as same:
        letters, text = lettered(same, 0)
    tops = []
    at = -1
    for _ in range(12):
        at = text.index("The same words", at + 1)
        ((_, top, _, _),) = letters.boxes(at, at + 14)
        tops.append(top)
    assert tops == sorted(set(tops))
    assert len(tops) == 12


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


def test_what_was_left_out_of_the_text_finds_nothing() -> None:
    page = signs("Results", "Results", "Doses were low.", "7")
    found = placed(page, [(40, "Results\n\nDoses were low.")])
    assert [[one.offset for one in line] for line in found] == [
        list(range(40, 47)),
        [*range(49, 54), *range(55, 59), *range(60, 64)],
    ]
    assert found[0][0].place == 100  # the second line: what goes on below it stands there, too


def test_what_was_put_behind_is_found_where_it_stands() -> None:
    page = signs("A long sentence that", "1 A footnote.", "goes on here.")
    found = placed(page, [(0, "1 A footnote.\n\nA long sentence that goes on here.")])
    assert [line[0].offset for line in found] == [15, 0, 36]


def test_a_line_does_not_reach_over_two_runs() -> None:
    assert placed(signs("endbegin"), [(0, "the end"), (90, "begin")]) == []


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("ﬁne gates", "fine gates", "finegates"),
        ("(as said), so", "It is (as said), so.", "(assaid),so"),
        ("½ of Ca2+", "½ of Ca2+", "½ofCa2+"),
        ("half-", "half way", "half"),
        ("absent", "nothing here", ""),
        ("***", "***", ""),
    ],
)
def test_lines_are_known_by_their_letters(line: str, text: str, expected: str) -> None:
    found = placed(signs(line), [(0, text)])
    assert "".join(text[one.offset] for each in found for one in each) == expected


def signs(*words: str) -> list[list[Sign]]:
    """Lines of a page; the places of each begin a hundred further on."""
    return [
        [Sign(sign, 100 * number + at) for at, sign in enumerate(line) if sign != " "]
        for number, line in enumerate(words)
    ]


def lettered(pages: PagesOf, page: int) -> tuple[PageLetters, str]:
    """The letters of a page, and the text of the document."""
    with Extractor() as extractor:
        text, _outline, _passages, breaks = extractor.extract(".pdf", Path(pages._path).read_bytes())
    ends = [*(start for start, _ in breaks[1:]), len(text)]
    runs = [(start, text[start:end]) for (start, of), end in zip(breaks, ends, strict=True) if of == page + 1]
    return pages.letters(page, tuple(runs), never), text


def test_a_heading_at_the_head_of_a_page_stands_on_that_page(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    second = [At(60, 760, "The second part", 18, True), *lines("It begins on a page of its own.", top=720)]
    (folder / "two.pdf").write_bytes(a_pdf(lines(_WORDS), second))
    with closing(Library((folder,), tmp_path / "index.sqlite")) as library:
        library.refresh()
        document = library.text("two")
    assert [page for _, page in document.pages] == [1, 2]
    assert document.pages[1][0] == document.text.index("The second part")
