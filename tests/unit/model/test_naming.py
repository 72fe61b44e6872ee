"""Names in messages, and the one that was probably meant."""

import pytest

from viewer.model.naming import Names, closest, quoted


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a b", "“a b”"),
        ("a\nb", "“a\\nb”"),
        ("\u2028", "“\\u2028”"),
        ("x" * 100, "“" + "x" * 59 + "…”"),
        ("β", "“β”"),
    ],
)
def test_a_quoted_name_stays_on_its_line(name: str, shown: str) -> None:
    assert quoted(name) == shown


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("receptr", "receptor"),
        ("Receptor", "receptor"),
        ("leads_to", "leads-to"),
        ("leads to", "leads-to"),
        ("zebra", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
@pytest.mark.parametrize("others", [0, 5000])
def test_the_closest_name_is_found_among_few_and_among_many(name: str, meant: str | None, others: int) -> None:
    names = ["receptor", "leads-to", "drug", *(f"item {number}" for number in range(others))]
    assert closest(name, names) == meant


def test_after_enough_questions_no_more_are_answered() -> None:
    names = Names(["receptor"], most=2)
    assert [names.closest("receptr") for _ in range(3)] == ["receptor", "receptor", None]
