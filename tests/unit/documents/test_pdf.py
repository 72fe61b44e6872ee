"""What of a PDF is its text."""

import pytest

from tests.builders.pdfs import At, a_pdf, lines
from viewer.documents.formats.passages import passages_of
from viewer.documents.formats.pdf.reading import read_pdf
from viewer.errors import DocumentError

PROSE = (
    "Glutamate opens the receptor when glycine is bound as well, and\n"
    "calcium then flows into the cell. The volt-\n"
    "age of the membrane decides whether magnesium leaves the pore.\n"
    "Other transmitters work more slowly than this one does, as a rule.\n"
    "Here the paragraph ends."
)


def test_lines_become_a_paragraph_and_broken_words_are_joined() -> None:
    text = read_pdf(a_pdf(lines(PROSE))).text
    assert text == PROSE.replace("volt-\nage", "voltage").replace("\n", " ")


def test_a_compound_keeps_its_hyphen_where_its_halves_are_words() -> None:
    broken = (
        "The calcium pump is dependent on energy in every cell. The calcium-\ndependent part of it opens later on."
    )
    assert "calcium-dependent part" in read_pdf(a_pdf(lines(broken))).text


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("the N-\nterminal part", "the N-terminal part"),
        ("on beta-\ncatenin here", "on beta-catenin here"),
        ("an NMDA-\ntype pore", "an NMDA-type pore"),
        ("a p53-\ndependent step", "a p53-dependent step"),
        ("a Ca2+-\ndependent step", "a Ca2+-dependent step"),
        ("pre-\nand postsynaptic cells", "pre- and postsynaptic cells"),
        ("its trans-\nporter opens", "its transporter opens"),
    ],
)
def test_only_the_hyphen_of_a_broken_word_goes(broken: str, joined: str) -> None:
    text = read_pdf(a_pdf(lines(f"The cell that was looked at in this work needed {broken}, as a rule."))).text
    assert text == f"The cell that was looked at in this work needed {joined}, as a rule."


def test_a_raised_sign_stays_in_its_line() -> None:
    page = [At(60, 700, "The ion Ca"), At(109.5, 704, "2+", 6), At(118, 700, "enters the cell through the pore.")]
    assert read_pdf(a_pdf(page)).text == "The ion Ca2+ enters the cell through the pore."


def test_two_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    left, right = lines(PROSE, 30, size=8), lines(PROSE.replace("Glutamate", "Glycine"), 310, size=8)
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    for page in (left + right, rows):
        text = read_pdf(a_pdf(page)).text
        assert text.index("paragraph ends") < text.index("Glycine")
        assert text.count("voltage of the membrane decides") == 2


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages = [
        [At(60, 810, f"Journal of Cells, part {number}"), *lines(PROSE), At(290, 30, str(number + 4))]
        for number in range(3)
    ]
    found = read_pdf(a_pdf(*pages))
    assert "Journal" not in found.text
    assert not any(sign.isdigit() for sign in found.text)


def test_a_sentence_that_runs_on_has_the_page_of_its_beginning() -> None:
    first = lines("The first page ends. This sentence is cut by the end of the page, so it\ngoes on", top=120)
    second = lines("on the second page. Then another one begins here and has its own page.")
    found = read_pdf(a_pdf(first, second))
    assert found.text.endswith(
        "page, so it goes on on the second page. Then another one begins here and has its own page."
    )
    starts = [one.start for one in passages_of(found.text, found.outline.blocks)]
    pages = [max(page for offset, page in found.pages if offset <= start) for start in starts]
    assert pages == [1, 1, 2]


def test_headings_are_told_by_their_size_and_weight() -> None:
    page = [
        At(60, 780, "Receptors at work", 20),
        At(60, 740, "Kinds", 14),
        *lines(PROSE, top=720),
        At(60, 630, "A bold line", 10, bold=True),
        *lines(PROSE, top=610),
    ]
    found = read_pdf(a_pdf(page, author="A. Bell"))
    assert [(one.title, one.level) for one in found.outline.sections] == [
        ("Receptors at work", 1), ("Kinds", 2), ("A bold line", 3),
    ]  # fmt: skip
    assert (found.outline.title, found.outline.front.author) == ("Receptors at work", "A. Bell")
    assert read_pdf(a_pdf(page, title="Said by itself")).outline.title == "Said by itself"
    assert read_pdf(a_pdf(page, title="Microsoft Word - x.doc")).outline.title == "Receptors at work"


def test_rows_of_a_table_are_lines_with_their_cells_apart() -> None:
    rows = [("Drug", "Dose"), ("Ketamine", "5 mg"), ("Memantine", "10 mg")]
    page = [
        At(x, 700 - 15 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((60, 200), row, strict=True)
    ]
    assert read_pdf(a_pdf(page)).text == "Drug | Dose\nKetamine | 5 mg\nMemantine | 10 mg"


def test_an_empty_password_is_tried() -> None:
    assert read_pdf(a_pdf(lines(PROSE), password="")).text.startswith("Glutamate opens")
    with pytest.raises(DocumentError, match="protected with a password"):
        read_pdf(a_pdf(lines(PROSE), password="secret"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (a_pdf([]), "no text layer: it is a scan"),
        (b"%PDF-1.4\ngarbage", "damaged or cut short"),
        (b"<html><p>words</p>", "its content is something else"),
        (b"PK\x03\x04", "its content is an Office file"),
    ],
    ids=["scan", "garbage", "HTML", "ZIP"],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read_pdf(content)


def test_a_first_line_of_text_that_stands_on_two_pages_by_chance_is_text() -> None:
    same = "The kidney filters blood. Salt follows the water back"
    found = read_pdf(a_pdf(*[[At(60, 800, same), *lines(PROSE)] for _ in range(2)]))
    assert found.text.count("The kidney filters blood.") == 2
