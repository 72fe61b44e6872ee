from __future__ import annotations

import pytest

from viewer.ui.reader.text.links import links_in


@pytest.mark.parametrize(
    ("line", "words", "address"),
    [
        ("see https://example.org/a, or not", "https://example.org/a", "https://example.org/a"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("<http://example.org>", "http://example.org", "http://example.org"),
        ("a [good page](https://example.org/x) here", "[good page](https://example.org/x)", "https://example.org/x"),
        (
            '[p](https://example.org/a_(b) "title")',
            '[p](https://example.org/a_(b) "title")',
            "https://example.org/a_(b)",
        ),
        ("**https://example.org**", "https://example.org", "https://example.org"),
    ],
)
def test_an_address_is_found_without_the_sentence_around_it(line: str, words: str, address: str) -> None:
    (link,) = links_in(line)
    assert (line[link.start : link.end], link.address) == (words, address)


@pytest.mark.parametrize(
    "line",
    ["", "nothing", "file:///etc/passwd", "javascript://x", "[a](file:///x)", "https://", "ftp://example.org/x"],
)
def test_nothing_but_the_web_is_a_link(line: str) -> None:
    assert links_in(line) == ()


def test_an_address_cannot_hide_its_end() -> None:
    (link,) = links_in("https://example.org/\u202egro.evil")
    assert link.address == "https://example.org/"


def test_a_hostile_line_is_done_soon() -> None:
    line = "[" * 5000 + "https://" + "(" * 5000 + "a]" * 2000
    assert isinstance(links_in(line), tuple)
