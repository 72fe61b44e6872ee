"""The table of keys: no key twice, every row does what it may, and the clickers are served."""

import pytest

from tests.builders.shows import a_scene
from viewer.presenting.state.keys import BY_KEY, KEYS, pressed
from viewer.presenting.state.verbs import begun


def test_no_key_and_no_name_stands_twice() -> None:
    keys = [key for row in KEYS for key in row.keys]
    assert len(keys) == len(set(keys))
    assert len({row.name for row in KEYS}) == len(KEYS)
    assert all(row.words and row.keys for row in KEYS)


def test_no_key_needs_ctrl_and_alt_together() -> None:
    assert not [key for key in BY_KEY if "Ctrl+Alt" in key or "Alt+Ctrl" in key]


@pytest.mark.parametrize("key", ["PgDown", "PgUp", ".", "F5", "Esc"])
def test_a_clicker_has_its_keys(key: str) -> None:
    assert key in BY_KEY


# At the very beginning there is nothing before, nothing drawn, nothing enlarged and nothing asked.
_NOTHING_YET = (
    *("previous", "previous_scene", "first", "zoom_fit", "to_bookmark", "start", "undo", "redo", "clear", "point"),
    *("left", "right", "up", "down", "answer_a", "answer_b", "answer_c", "answer_d"),
)


@pytest.mark.parametrize("row", KEYS, ids=lambda row: row.name)
def test_every_key_of_a_row_does_the_same_and_keeps_the_scenes(row: object) -> None:
    show = begun((a_scene("one"), a_scene("two")))
    results = {key: pressed(show, key) for key in row.keys}  # type: ignore[attr-defined]  # a row of the table
    assert len({tuple(result[1:]) for result in results.values()}) == 1
    assert all(result.scenes is show.scenes for result in results.values())
    changes = row.name not in _NOTHING_YET  # type: ignore[attr-defined]  # a row of the table
    assert all((result != show) is changes for result in results.values())


def test_an_unknown_key_changes_nothing() -> None:
    show = begun((a_scene(),))
    assert pressed(show, "Ctrl+J") == show
    assert pressed(show, "F7") == show
