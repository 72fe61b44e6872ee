"""What the keys on a passage ask for, and why some of it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders.findings import an_excerpt
from viewer.model.evidence import DocumentId, Origin, Pin, Status
from viewer.ui.excerpts.verdict import Verdict, by_key, refusal, verdicts_on

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt

FOUND = an_excerpt()
QUOTED = an_excerpt(origin=Origin.QUOTED)
LOST = an_excerpt(origin=Origin.QUOTED, status=Status.MISSING)
PINNED = an_excerpt()._replace(pin=Pin(DocumentId("a"), "shut"))


@pytest.mark.parametrize(
    ("excerpt", "key", "words"),
    [
        (QUOTED, "H", "The definition quotes this passage"),
        (PINNED, "H", "A pinned passage cannot be hidden"),
        (LOST, "H", "These words are in no document any more"),
        (LOST, "P", "These words are in no document any more"),
    ],
)
def test_a_key_that_can_do_nothing_gets_a_reason(excerpt: Excerpt, key: str, words: str) -> None:
    assert refusal(excerpt, by_key(key, verdicts_on(excerpt))).startswith(words)


@pytest.mark.parametrize(
    ("excerpt", "hidden", "key", "verdict"),
    [
        (FOUND, False, "P", Verdict.SUPPORTS),
        (FOUND, False, "H", Verdict.HIDE),
        (FOUND, True, "H", Verdict.SHOW),
        (FOUND, True, "P", Verdict.SHOW),
        (PINNED, False, "P", Verdict.UNPIN),
        (QUOTED, False, "P", Verdict.SUPPORTS),
    ],
)
def test_a_key_that_can_do_something_does_it(excerpt: Excerpt, hidden: bool, key: str, verdict: Verdict) -> None:
    assert by_key(key, verdicts_on(excerpt, hidden=hidden)) is verdict
    assert refusal(excerpt, verdict) == ""
