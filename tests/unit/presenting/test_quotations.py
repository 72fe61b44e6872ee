"""What steps and elements quote: found in the document as it is now, and gone when the words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.findings import a_document, an_entry
from tests.builders.shows import SECRET, a_scene
from viewer.presenting.quotations import Quotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.documents.entries import DocumentText


class Shelf:
    """Documents by id, handed out at once; counts how often each was asked for."""

    def __init__(self, **texts: str) -> None:
        self.texts = texts
        self.asked: list[str] = []

    def fetch(self, name: str, done: Callable[[DocumentText], None], lost: Callable[[], None]) -> None:
        self.asked.append(name)
        if name in self.texts:
            done(a_document(self.texts[name], an_entry(f"{name}.md")))
        else:
            lost()


def said(quotations: Quotations) -> str:
    """Return the document in which the quote was found."""
    passage = quotations.at(a_scene(), 1)
    assert passage is None or passage.whole[passage.start : passage.end] == f"{SECRET} the channel"
    return "" if passage is None else passage.whole


def test_a_quote_is_found_in_its_document() -> None:
    shelf = Shelf(primer=f"At first.\n\nKetamine {SECRET} the channel at once.")
    quotations = Quotations(shelf.fetch)
    quotations.gather((a_scene(), a_scene()))
    assert said(quotations) == shelf.texts["primer"]
    assert shelf.asked == ["primer"]
    quotations.gather((a_scene(),))
    assert shelf.asked == ["primer"]


def test_a_changed_document_is_read_anew() -> None:
    shelf = Shelf(primer=f"Ketamine {SECRET} the channel at once.")
    quotations = Quotations(shelf.fetch)
    quotations.gather((a_scene(),))
    shelf.texts["primer"] = f"Slowly it {SECRET} the channel."
    quotations.gather((a_scene(),), again=True)
    assert said(quotations) == f"Slowly it {SECRET} the channel."
    shelf.texts["primer"] = "Nothing of that."
    quotations.gather((a_scene(),), again=True)
    assert said(quotations) == ""


def test_a_document_that_is_gone_takes_its_quotes_along() -> None:
    shelf = Shelf(primer=f"Ketamine {SECRET} the channel at once.")
    quotations = Quotations(shelf.fetch)
    quotations.gather((a_scene(),))
    del shelf.texts["primer"]
    quotations.gather((a_scene(),), again=True)
    assert said(quotations) == ""
