"""What of an HTML page is its text."""

import pytest

from viewer.documents.formats.html.reading import read_html
from viewer.documents.formats.passages import passages_of
from viewer.documents.formats.structure import PassageKind


def _passages(page: str) -> list[str]:
    found = read_html(page.encode("utf-8"))
    return [found.text[one.start : one.end] for one in passages_of(found.text, found.outline.blocks)]


def test_words_are_joined_as_they_are_seen() -> None:
    assert _passages(
        "<p>The &beta;<sub>2</sub> recep<b>tor</b> lets Ca<sup>2+</sup>\n  in&nbsp;fast&mdash;soft&shy;ly,"
        "\n ﬁrst.</p>"
    ) == ["The β2 receptor lets Ca2+ in\xa0fast—softly, first."]


def test_menus_scripts_and_hidden_words_are_no_text() -> None:
    page = """<html><head><title>T</title><style>p{}</style></head><body>
    <header><a href=/>Home</a> <a href=/a>About us</a></header><nav><p>Menu</p></nav>
    <script>document.write("<p>script</p>")</script><noscript>Switch it on.</noscript>
    <div class="sidebar"><ul><li><a href=a>Other page</a><li><a href=b>One more</a></ul></div>
    <p hidden>hidden</p><div style="Display : none"><p>unseen</p></div><div aria-hidden=true>marks</div>
    <main><h2>Head<a class="headerlink" href=#h>¶</a></h2><p>Kept.</p>
    <aside><p>A definition in the margin.</p></aside></main>
    <footer>© 2020 <a href=x>Terms of use</a></footer></body></html>"""
    assert _passages(page) == ["Kept.", "A definition in the margin."]
    assert [one.title for one in read_html(page.encode()).outline.sections] == ["Head"]


def test_headings_lists_rows_and_captions_are_lines() -> None:
    page = """<h1>Synapses</h1><p>Kinds are:<ul><li>fast ones<li>slow ones<ol start=3><li>inner</ol></ul>
    <h2>Doses</h2><table><caption>Table 1. Doses.</caption><tr><th>Drug<th>Dose<tr><td>Ketamine<td><p>5 mg</table>
    <figure><img src="http://example.org/x.png" alt=x><figcaption>A spine.</figcaption></figure><pre>a  b
  c</pre>"""
    found = read_html(page.encode())
    assert [(one.title, one.level) for one in found.outline.sections] == [("Synapses", 1), ("Doses", 2)]
    kinds = {found.text[one.start : one.end]: (one.kind, one.section) for one in found.outline.blocks}
    assert kinds["fast ones"] == (PassageKind.ITEM, 0)
    assert kinds["inner"] == (PassageKind.ITEM, 0)
    assert kinds["Drug | Dose"] == (PassageKind.ROW, 1)
    assert kinds["Ketamine | 5 mg"] == (PassageKind.ROW, 1)
    assert kinds["A spine."] == (PassageKind.SENTENCE, 1)
    assert [text for text, (kind, _) in kinds.items() if kind is PassageKind.CODE] == ["a b", "  c"]
    groups = {found.text[one.start : one.end]: one.group for one in found.outline.blocks}
    assert groups["Kinds are:"] == groups["fast ones"] == groups["slow ones"]


def test_a_page_laid_out_in_a_table_keeps_its_paragraphs() -> None:
    prose = "Glutamate opens the receptor. " * 20
    assert _passages(f"<table><tr><td>Left.<td><h2>Head</h2><p>{prose}</table>")[:2] == ["Left.", prose[:29]]


def test_a_break_ends_a_line_and_two_end_a_paragraph() -> None:
    found = read_html(b"<p>one<br>two<br>\n<br>three</p>")
    assert found.text == "one\ntwo\n\nthree"
    assert len(found.outline.blocks) == 2


def test_what_a_page_says_about_itself() -> None:
    page = """<title>Synapses - A Site</title><meta name=citation_author content="Bell, A."><meta name=citation_author
    content="Cray, B."><meta name="DC.date" content="2019-04-01"><link rel=canonical href="https://example.org/s">
    <h1>Synapses</h1><p>Words."""
    outline = read_html(page.encode()).outline
    assert (outline.title, outline.front.author, outline.front.year, outline.front.url) == (
        "Synapses", "Bell, A., Cray, B.", "2019", "https://example.org/s",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "naïve “cells” – 5 µg"),
        ("windows-1251", "cp1251", "рецептор"),
        ("gb2312", "gb18030", "谷氨酸受体"),
        ("Shift_JIS", "cp932", "グルタミン酸"),
        ("no-such-code", "utf-8", "naïve"),
        ("iso-8859-1", "utf-8", "naïve"),
        ("utf-8", "utf-16", "naïve"),
    ],
)
def test_a_page_names_its_encoding(label: str, codec: str, words: str) -> None:
    page = f"<html><head><meta charset={label}></head><body><p>{words}</p></body></html>"
    assert read_html(page.encode(codec)).text == words


def test_references_that_are_no_characters_do_no_harm() -> None:
    found = read_html(b"<p>a&#xD800;b&#0;c&#150;d&nosuch;e&#99999999999999999999;f&#x202e;g</p>")
    assert found.text == "a\ufffdb\ufffdc–d&nosuch;e\ufffdfg"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "kept",
        "<b>" * 50_000 + "kept",
        "<table><tr><td>" * 5_000 + "kept",
        "<ul><li>" * 5_000 + "kept",
        '<a href="' + "x" * 10_000_000 + '">kept</a>',
        "<!--" * 50_000 + "kept",
        "<p a='" * 50_000 + "'>kept",
        "<![CDATA[" * 20_000 + "kept",
        "</p>" * 50_000 + "kept",
        "<p>kept" + "<script>" * 20_000,
        "kept" + "<" * 50_000,
    ],
    ids=lambda page: page[:12],
)
def test_a_hostile_page_loses_no_words(page: str) -> None:
    assert "kept" in read_html(page.encode()).text


def test_how_signs_are_said_is_no_part_of_the_sentence() -> None:
    page = "<p><ruby>谷<rp>(</rp><rt>gǔ</rt><rp>)</rp>氨酸<rt>ān suān</ruby>打开通道。</p>"
    assert _passages(page) == ["谷氨酸打开通道。"]
