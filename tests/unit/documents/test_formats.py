"""Headings, paragraphs, lists and tables of plain text and Markdown."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.documents.formats.passages import outline_of, passages_of
from viewer.documents.formats.structure import PassageKind


def _passages(text: str, suffix: str) -> list[str]:
    return [text[one.start : one.end] for one in passages_of(text, outline_of(text, suffix).blocks)]


def _headings(text: str, suffix: str) -> list[tuple[str, int]]:
    return [(section.title, section.level) for section in outline_of(text, suffix).sections]


PLAIN = """How a channel closes
A channel is a pore. It opens and closes many times in a second, and nothing is lost.
What opens it
A ligand binds to the outer part of the protein. Then the gate moves.
- Speed: the gate moves within a millisecond.
- Noise: single channels flicker.
"""


def test_a_short_line_before_a_longer_one_is_a_heading() -> None:
    assert _headings(PLAIN, ".txt") == [("How a channel closes", 1), ("What opens it", 2)]
    assert "What opens it" not in _passages(PLAIN, ".txt")


def test_the_first_line_is_the_title_even_when_it_is_a_paragraph() -> None:
    text = "A long opening sentence that says what all of this is about, at some length. And more.\nNext line."
    outline = outline_of(text, ".txt")
    assert outline.title.startswith("A long opening sentence")
    assert not outline.sections
    assert _passages(text, ".txt")[0].startswith("A long opening sentence")


def test_list_items_of_a_text_are_passages_without_their_marks() -> None:
    items = [one for one in passages_of(PLAIN, outline_of(PLAIN, ".txt").blocks) if one.kind is PassageKind.ITEM]
    assert [PLAIN[one.start : one.end] for one in items] == [
        "Speed: the gate moves within a millisecond.",
        "Noise: single channels flicker.",
    ]
    assert len({one.group for one in items}) == 1


def test_lines_broken_to_a_width_are_one_paragraph_and_no_heading() -> None:
    text = (
        "On pores\n\nThe pore of this channel is lined by four helices that\nMeyer found in crystals, and"
        " it is closed by a plug that\nleaves when the membrane is warm. It comes back at\nonce.\n"
    )
    assert _headings(text, ".txt") == [("On pores", 1)]
    assert _passages(text, ".txt")[1] == "It comes back at\nonce."


def test_a_sentence_that_leads_to_a_list_is_no_heading() -> None:
    text = "Title\nSome studies support the view that the plug leaves when it is warm:\n- One study in frogs.\n"
    assert _headings(text, ".txt") == [("Title", 1)]


def test_a_heading_may_open_with_a_name_in_small_letters() -> None:
    text = "Title\nmRNA Export\nThe mRNA leaves the nucleus through pores of a certain size.\n"
    assert ("mRNA Export", 2) in _headings(text, ".txt")


MARKDOWN = """---
title: "Pores"
author: [A. One, B. Two]
year: 2024
---
# Channels *and* pores

Setext heading
--------------

A paragraph with **bold
text** over two lines. Second sentence.

> A quoted line
> goes on here.

```python
# not a heading
```

1. First item, which
   goes on.
2. Second item. It has two sentences.

| name | what |
|------|------|
| pore | a hole |

## Closed ##
The end.
"""


def test_markdown_front_matter_is_told_and_is_no_passage() -> None:
    outline = outline_of(MARKDOWN, ".md")
    assert (outline.title, outline.front.author, outline.front.year) == ("Pores", "A. One, B. Two", "2024")
    assert not any("author" in passage for passage in _passages(MARKDOWN, ".md"))


def test_markdown_headings_of_both_kinds() -> None:
    assert _headings(MARKDOWN, ".md") == [("Channels and pores", 1), ("Setext heading", 2), ("Closed", 2)]


def test_markdown_passages() -> None:
    assert _passages(MARKDOWN, ".md") == [
        "A paragraph with **bold\ntext** over two lines.",
        "Second sentence.",
        "A quoted line\n> goes on here.",
        "# not a heading",
        "First item, which\n   goes on.",
        "Second item.",
        "It has two sentences.",
        "name | what",
        "pore | a hole",
        "The end.",
    ]


@pytest.mark.parametrize("source", ["---\n- a list\n---\nText.", "---\n{[[[\n---\nText.", "---\nnever closed\n"])
def test_faulty_front_matter_is_ordinary_text(source: str) -> None:
    assert outline_of(source, ".md").front.title == ""


@pytest.mark.parametrize(
    "source",
    [
        "# One\n\ntext\n\n## Two\n",
        "Title\n===\ntext\n\nSub\n---\n",
        "```\n# no\n```\n# yes\n",
        "~~~\n# no\n```\n~~~\n# yes\n",
        "- item\n\n# after\n",
        "text\n# interrupts\n",
        "#nospace\n\n####### seven\n\n#\n",
        "* * *\n\n# a #\n",
        "para\n***\npara\n",
        "1. one\n2. two\n\nTitle\n-----\n",
    ],
)
def test_markdown_headings_agree_with_a_full_parser(source: str) -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt().parse(source)
    expected = [
        (re.sub(r"[*`]", "", tokens[index + 1].content), int(token.tag[1]))
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert _headings(source, ".md") == expected


_SIGNS = st.sampled_from("aB 1.#-*|>`~=_[]():\n\n\t!?é。\u00a0\u2028")


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=300), st.text(alphabet=_SIGNS, max_size=300)), st.sampled_from([".txt", ".md"]))
def test_passages_are_ascending_slices_and_lose_no_word_of_a_plain_text(text: str, suffix: str) -> None:
    text = text.replace("\r", "")
    outline = outline_of(text, suffix)
    passages = passages_of(text, outline.blocks)
    at = 0
    for one in passages:
        assert at <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert -1 <= one.section < len(outline.sections)
        at = one.end
    if suffix == ".txt":
        covered = set()
        for one in passages:
            covered.update(range(one.start, one.end))
        for section in outline.sections:
            stop = text.find("\n", section.start)
            covered.update(range(section.start, len(text) if stop < 0 else stop))
        lost = "".join(sign for place, sign in enumerate(text) if place not in covered)
        # Marks and numbers of lists, and lines that are rules.
        assert not re.sub(r"[\s\-=_*~#+•‣◦·–—()]|\d{1,3}[.)]|[a-zA-Z][.)]", "", lost)
