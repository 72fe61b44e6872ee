"""Where the program looks for its own files, and where it keeps what it can make again."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from viewer import places


def test_a_checkout_has_its_files_beside_the_package() -> None:
    found = places.bundled()
    assert found.diagrams == Path(places.__file__).resolve().parents[1] / "diagrams"
    for folder in (found.diagrams, found.documents, found.themes, found.icons, found.fonts):
        assert any(folder.iterdir())


def test_an_installation_has_its_files_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(places, "__file__", str(tmp_path / "places.py"))
    assert places.bundled() == places.Places(tmp_path / "diagrams", tmp_path / "resources")


@pytest.mark.parametrize(
    ("platform", "variable", "cache", "config"),
    [
        ("linux", "XDG_CACHE_HOME", "named/mechanism-viewer", None),
        ("linux", "XDG_CONFIG_HOME", None, "named/mechanism-viewer"),
        ("linux", None, "home/.cache/mechanism-viewer", "home/.config/mechanism-viewer"),
        (
            "darwin",
            None,
            "home/Library/Caches/mechanism-viewer",
            "home/Library/Application Support/mechanism-viewer",
        ),
        ("win32", "LOCALAPPDATA", "named/mechanism-viewer", None),
        ("win32", None, "home/AppData/Local/mechanism-viewer", "home/AppData/Roaming/mechanism-viewer"),
        ("linux", "MECHANISM_VIEWER_CACHE", "named", None),
        ("linux", "MECHANISM_VIEWER_CONFIG", None, "named"),
    ],
)
def test_each_system_has_its_own_customs(
    platform: str,
    variable: str | None,
    cache: str | None,
    config: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("CACHE_HOME", "CONFIG_HOME"):
        monkeypatch.delenv(f"XDG_{name}", raising=False)
    for name in ("LOCALAPPDATA", "APPDATA", "MECHANISM_VIEWER_CACHE", "MECHANISM_VIEWER_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(sys, "platform", platform)
    if variable is not None:
        monkeypatch.setenv(variable, str(tmp_path / "named"))
    if cache is not None:
        assert places.cache_folder() == tmp_path / cache
    if config is not None:
        assert places.config_folder() == tmp_path / config
