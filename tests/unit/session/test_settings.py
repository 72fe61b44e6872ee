"""Settings survive a restart; a damaged file costs the settings, never the start."""

import json
from pathlib import Path

import pytest

from viewer.session.settings import Settings, SettingsFile
from viewer.store import Store


def test_what_was_changed_is_there_after_a_restart(tmp_path: Path) -> None:
    first = SettingsFile(tmp_path / "deep" / "settings.json")
    assert first.load() is None
    first.change(theme="dark", documents=("a", "b"), library_width=240, wheel_zooms=True)
    second = SettingsFile(tmp_path / "deep" / "settings.json")
    assert second.load() is None
    assert second.value == Settings(theme="dark", documents=("a", "b"), library_width=240, wheel_zooms=True)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"', "\0\0", "[" * 100_000])
def test_a_damaged_file_is_put_aside_and_told_of(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    file = SettingsFile(path)
    said = file.load()
    assert said is not None
    assert "damaged" in said.text
    assert file.value == Settings()
    assert (tmp_path / "settings.broken.json").read_text() == content


def test_a_value_of_the_wrong_type_keeps_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"theme": 3, "library_shown": "no", "documents": [1], "excerpts_width": 300, "new": 1})
    )
    file = SettingsFile(path)
    assert file.load() is None
    assert file.value == Settings(excerpts_width=300)


def test_a_folder_that_cannot_be_written_does_not_stop_anything(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    file = SettingsFile(tmp_path / "in the way" / "settings.json")
    file.change(theme="dark")
    assert file.value.theme == "dark"


def test_what_was_parsed_before_does_not_hide_a_file_edited_by_hand(tmp_path: Path) -> None:
    path, store = tmp_path / "settings.json", Store(tmp_path / "kept")
    for theme in ("dark", "dark", "contrast"):
        path.write_text(f'{{"theme": "{theme}"}}', encoding="utf-8")
        file = SettingsFile(path, store)
        file.load()
        assert file.value.theme == theme


def test_what_was_saved_is_not_parsed_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, store = tmp_path / "settings.json", Store(tmp_path / "kept")
    SettingsFile(path, store).change(theme="dark")
    monkeypatch.setattr(json, "loads", lambda _text: pytest.fail("parsed"))
    file = SettingsFile(path, store)
    assert file.load() is None
    assert file.value.theme == "dark"


def test_a_path_that_is_no_text_is_kept(tmp_path: Path) -> None:
    """Names of files may hold bytes that are no UTF-8."""
    odd = b"caf\xe9".decode("utf-8", "surrogateescape")
    SettingsFile(tmp_path / "settings.json").change(documents=(odd,))
    file = SettingsFile(tmp_path / "settings.json")
    assert file.load() is None
    assert file.value.documents == (odd,)
