"""What stands at a definition's path: answered in a sentence, never waited for."""

import os
import sys
from pathlib import Path

import pytest

from viewer.definitions.files import LARGEST, read_bounded
from viewer.errors import DiagramError

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def refusal(path: Path) -> str:
    with pytest.raises(DiagramError) as caught:
        read_bounded(path, "F")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("F", 0)
    return problem.text


def test_a_file_is_read_up_to_the_largest_size(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * LARGEST)
    assert len(read_bounded(path, "F")) == LARGEST
    path.write_bytes(b"x" * (LARGEST + 1))
    assert refusal(path) == "The file is larger than 5 MB."


def test_a_folder_and_nothing_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "This is a folder, not a file."
    assert refusal(tmp_path / "missing.yaml") == "There is no such file."
    assert "cannot be read" in refusal(Path("a\0b"))


@needs_posix
def test_a_pipe_and_a_device_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert refusal(tmp_path / "pipe.yaml") == "This is not a file."
    assert refusal(Path("/dev/zero")) == "This is not a file."


@needs_posix
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    assert "symbolic links" in refusal(tmp_path / "a.yaml")


@needs_posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_rights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.touch(mode=0)
    assert refusal(path) == "The file must not be read by you."
