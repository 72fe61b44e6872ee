"""A file is there as a whole, or the old one stays and nothing else is left."""

import os
import stat
from pathlib import Path
from typing import IO

import pytest

from viewer.errors import ExportError
from viewer.export.files import write_whole


def _new(file: IO[bytes]) -> None:
    file.write(b"new")


def _full(file: IO[bytes]) -> None:
    file.write(b"half of it")
    raise OSError(28, "No space left on device")


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.png", _new)
    assert (tmp_path / "a.png").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(b"old")
    place.chmod(0o640)
    write_whole(place, _new)
    assert place.read_bytes() == b"new"
    if os.name == "posix":
        assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "a.png"
    place.write_bytes(b"old")
    with pytest.raises(ExportError, match="cannot be written: no space left on device"):
        write_whole(place, _full)
    assert place.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_a_refusal_while_writing_leaves_nothing(tmp_path: Path) -> None:
    def refuse(file: IO[bytes]) -> None:
        file.write(b"some")
        raise ExportError("Too large.")

    with pytest.raises(ExportError, match=r"Too large\."):
        write_whole(tmp_path / "a.png", refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_long_name_is_no_obstacle(tmp_path: Path) -> None:
    place = tmp_path / ("日" * 80 + ".png")
    write_whole(place, _new)
    assert list(tmp_path.iterdir()) == [place]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"the folder .*nowhere does not exist"):
        write_whole(tmp_path / "nowhere" / "a.png", _new)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_whole(tmp_path, _new)


def test_a_name_that_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_whole(tmp_path / "a\0b.png", _new)
    with pytest.raises(ExportError):
        write_whole(tmp_path / ("n" * 300 + ".png"), _new)


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_a_link_stays_a_link_and_a_pipe_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(b"old")
    (tmp_path / "link.png").symlink_to("real.png")
    write_whole(tmp_path / "link.png", _new)
    assert (tmp_path / "link.png").is_symlink()
    assert (tmp_path / "real.png").read_bytes() == b"new"
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(ExportError, match="not an ordinary file"):
        write_whole(tmp_path / "pipe.png", _new)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="it is protected"):
            write_whole(tmp_path / "a.png", _new)
    finally:
        tmp_path.chmod(0o700)
