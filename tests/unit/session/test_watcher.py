"""Changes on disk are told once, however an editor writes."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from viewer.session.watcher import Watcher, stamp_of


def test_a_file_written_in_place_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    watcher = Watcher()
    watcher.watch((path,), ())
    with qtbot.waitSignal(watcher.files_changed) as told:
        path.write_text("another")
    assert told.args == [(path,)]


def test_a_file_is_watched_after_it_was_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    path, beside = tmp_path / "a.yaml", tmp_path / "a.yaml.new"
    path.write_text("one")
    watcher = Watcher()
    watcher.watch((path,), ())
    for content in ("two!", "three!!"):
        with qtbot.waitSignal(watcher.files_changed):
            beside.write_text(content)
            beside.replace(path)


def test_a_new_file_in_a_folder_is_told_as_the_folder_s_change(qtbot: QtBot, tmp_path: Path) -> None:
    watcher = Watcher()
    watcher.watch((), (tmp_path,))
    with qtbot.waitSignal(watcher.folders_changed):
        (tmp_path / "new.yaml").write_text("x")


def test_a_file_that_comes_back_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    watcher = Watcher()
    watcher.watch((path,), ())
    path.unlink()
    qtbot.wait(300)
    with qtbot.waitSignal(watcher.files_changed):
        path.write_text("back again")


def test_what_changed_between_reading_and_watching_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    since = {path: stamp_of(path), tmp_path: stamp_of(tmp_path)}
    path.write_text("another")
    watcher = Watcher()
    with qtbot.waitSignal(watcher.files_changed) as told:
        watcher.watch((path,), (tmp_path,), since=since)
    assert told.args == [(path,)]


def test_what_came_between_reading_and_watching_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    since = {tmp_path: stamp_of(tmp_path)}
    (tmp_path / "new.md").write_text("x")
    watcher = Watcher()
    with qtbot.waitSignal(watcher.folders_changed):
        watcher.watch((), (tmp_path,), since=since)


def test_nothing_is_told_where_nothing_changed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    since = {path: stamp_of(path), tmp_path: stamp_of(tmp_path)}
    watcher = Watcher()
    with (
        qtbot.assertNotEmitted(watcher.files_changed, wait=400),
        qtbot.assertNotEmitted(watcher.folders_changed, wait=1),
    ):
        watcher.watch((path,), (tmp_path,), since=since)


def test_a_file_that_goes_is_told_and_told_again_when_it_is_back_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    path, aside = tmp_path / "a.yaml", tmp_path / "aside"
    path.write_text("one")
    watcher = Watcher()
    watcher.watch((path,), ())
    with qtbot.waitSignal(watcher.files_changed) as told:
        path.rename(aside)
    assert told.args == [(path,)]
    with qtbot.waitSignal(watcher.files_changed) as told:
        aside.rename(path)
    assert told.args == [(path,)]
