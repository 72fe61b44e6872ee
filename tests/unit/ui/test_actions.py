"""The table of menus."""

from collections import defaultdict
from itertools import chain

from viewer.ui.actions import ROWS


def _letters(texts: list[str]) -> list[str]:
    """The letter after each sign that underlines one."""
    return [text.partition("&")[2][:1].lower() for text in texts]


def test_each_letter_that_is_underlined_in_a_menu_stands_for_one_entry() -> None:
    menus: dict[str, list[str]] = defaultdict(list)
    for row in ROWS:
        if row.name:
            menus[row.menu].append(row.text)
    for texts in chain(menus.values(), [list(menus)]):
        letters = _letters(texts)
        assert all(letters), texts
        assert len(set(letters)) == len(letters), texts


def test_no_key_does_two_things() -> None:
    keys = [key for row in ROWS for key in row.keys]
    assert len(set(keys)) == len(keys)
