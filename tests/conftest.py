"""Set the stage for every test: no screen, own settings and cache, the project's font."""

import gc
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before any import of Qt: a test never needs a screen, and never touches the user's own files.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.TemporaryDirectory(prefix="mechanism-viewer-tests-", ignore_cleanup_errors=True)
os.environ["MECHANISM_VIEWER_CACHE"] = str(Path(_HOME.name) / "cache")
os.environ["MECHANISM_VIEWER_CONFIG"] = str(Path(_HOME.name) / "config")

# No test is timed: on a fresh machine the first text that is drawn takes seconds.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache and a configuration of this test alone, inside ``tmp_path``."""
    monkeypatch.setenv("MECHANISM_VIEWER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("MECHANISM_VIEWER_CONFIG", str(tmp_path / "config"))
    return tmp_path


# As the program does (session/garbage.py): cycles that hold Qt's objects are let go on the main thread alone.
gc.disable()
_EVERY = 40
_ended = 0


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    global _ended
    _ended += 1
    if _ended % _EVERY == 0:
        gc.collect()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without taking Qt down piece by piece: what tests left of it has no order. tests/gui/test_exit.py checks
    that the program itself ends well.
    """
    status = config.stash.get(_STATUS, None)
    if status is None or "PySide6" not in sys.modules:
        return
    _HOME.cleanup()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


_STATUS = pytest.StashKey[int]()
