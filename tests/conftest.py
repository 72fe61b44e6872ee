"""Set the stage for every test: no screen, own settings and cache, the project's font."""

import os
import tempfile
from pathlib import Path

import pytest

# Before any import of Qt: a test never needs a screen, and never touches the user's own files.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="mechanism-viewer-tests-", ignore_cleanup_errors=True)
os.environ["MECHANISM_VIEWER_CACHE"] = str(Path(_HOME.name) / "cache")
os.environ["MECHANISM_VIEWER_CONFIG"] = str(Path(_HOME.name) / "config")


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache and a configuration of this test alone, inside ``tmp_path``."""
    monkeypatch.setenv("MECHANISM_VIEWER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("MECHANISM_VIEWER_CONFIG", str(tmp_path / "config"))
    return tmp_path
