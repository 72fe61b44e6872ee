"""What of a Word document is its text."""

import pytest

from tests.builders.word_documents import NUMBERING, STYLES, a_word_document, item, paragraph, run, table
from viewer.documents.formats.docx.package import LARGEST
from viewer.documents.formats.docx.reading import read_docx
from viewer.documents.formats.structure import PassageKind
from viewer.errors import DocumentError


def _text(*body: str) -> str:
    return read_docx(a_word_document(*body, styles=STYLES, numbering=NUMBERING)).text


def test_headings_lists_and_rows() -> None:
    found = read_docx(
        a_word_document(
            paragraph("Synapses", "Titel"),
            paragraph("Contents 3", "Inhopg1"),
            paragraph("Kinds", "Kop1"),
            paragraph("They are:"),
            item("fast ones"),
            item("slow ones"),
            table(("Drug", "Dose"), ("Ketamine", "5 mg")),
            styles=STYLES,
            numbering=NUMBERING,
        )
    )
    assert found.text == (
        "Synapses\n\nKinds\n\nThey are:\n\n1. fast ones\n2. slow ones\n\nDrug | Dose\nKetamine | 5 mg"
    )
    assert [(one.title, one.level) for one in found.outline.sections] == [("Synapses", 1), ("Kinds", 1)]
    assert found.outline.title == "Synapses"
    kinds = [(found.text[one.start : one.end], one.kind) for one in found.outline.blocks]
    assert kinds[1:] == [
        ("fast ones", PassageKind.ITEM),
        ("slow ones", PassageKind.ITEM),
        ("Drug | Dose", PassageKind.ROW),
        ("Ketamine | 5 mg", PassageKind.ROW),
    ]


def test_the_final_text_is_read_and_nothing_that_was_deleted() -> None:
    kept = run("The NMDA ") + f"<w:ins>{run('recep')}</w:ins>" + run("tor opens.")
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>" + f"<w:moveFrom>{run('moved')}</w:moveFrom>"
    hidden = run("hidden", "<w:vanish/>")
    assert _text(paragraph(kept + gone + hidden)) == "The NMDA receptor opens."


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    assert _text(paragraph("One ", properties="<w:rPr><w:del/></w:rPr>"), paragraph("line.")) == "One line."


def test_a_footnote_stands_behind_its_paragraph_and_a_text_box_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    content = a_word_document(
        paragraph(run("Said.") + '<w:r><w:footnoteReference w:id="4"/></w:r>' + twice),
        paragraph("Then."),
        footnotes=f'<w:footnote w:id="4">{paragraph("A note.")}</w:footnote>',
    )
    assert read_docx(content).text == "In a box.\n\nSaid.\n\nA note.\n\nThen."


def test_symbols_equations_and_hyphens() -> None:
    content = (
        '<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>'
        + run("2 half")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("life")
        + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    assert _text(paragraph(content)) == "β2 half\u2011lifex=1"


def _entities() -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    return a_word_document(paragraph("&b;"), prologue=bomb)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4", "its content is a PDF"),
        (b"PK\x03\x04 and then nothing", "damaged or cut short"),
        (a_word_document(paragraph("Words."))[:-200], "damaged or cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "an old Word"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
        (_entities(), "entities of its own"),
        (a_word_document("<w:p>"), "no good XML"),
        (a_word_document(paragraph("a" * (LARGEST + 9))), "larger than 128 MB"),
    ],
    ids=["a PDF", "no ZIP", "cut", "old", "encrypted", "entities", "XML", "bomb"],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read_docx(content)


def test_parts_outside_the_package_are_not_looked_for() -> None:
    content = a_word_document(
        paragraph("Words."),
        entries={
            "/etc/passwd": b"x",
            "../../up.xml": b"x",
            "word/_rels/document.xml.rels": (
                b'<Relationships><Relationship Type="x/styles" Target="file:///etc/passwd" TargetMode="External"/>'
                b'<Relationship Type="x/numbering" Target="../../../etc/passwd"/></Relationships>'
            ),
        },
    )
    assert read_docx(content).text == "Words."
