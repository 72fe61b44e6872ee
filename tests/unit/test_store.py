"""The store gives back what was put, and nothing when that is damaged."""

from pathlib import Path

from viewer.store import Store


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "new" / "folder")
    store.put("a key / with \N{GREEK SMALL LETTER BETA}", b"content")
    assert store.get("a key / with \N{GREEK SMALL LETTER BETA}") == b"content"
    assert store.get("another") is None


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("key", b"content")
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"X")
    assert store.get("key") is None


def test_a_folder_that_cannot_be_made_costs_only_speed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "folder")
    store.put("key", b"content")
    assert store.get("key") is None


def test_pruning_keeps_the_newest(tmp_path: Path) -> None:
    import os

    store = Store(tmp_path)
    for age, key in enumerate(("new", "middle", "old")):
        before = set(tmp_path.iterdir())
        store.put(key, key.encode())
        (entry,) = set(tmp_path.iterdir()) - before
        os.utime(entry, (1000 - age, 1000 - age))
    store.prune(most=1)
    assert [store.get(key) for key in ("new", "middle", "old")] == [b"new", None, None]
