"""What is said where no window can be shown, before Qt would end the process."""

from __future__ import annotations

import sys

import pytest

from viewer import screen


@pytest.fixture(autouse=True)
def a_linux_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux machine with a screen that has every library."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(screen, "_loads", lambda _library: True)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")


def _lacks(monkeypatch: pytest.MonkeyPatch, *libraries: str) -> None:
    monkeypatch.setattr(screen, "_loads", lambda library: library not in libraries)


def test_a_desktop_with_all_libraries_lacks_nothing() -> None:
    assert screen.why_no_window() == ""


def test_no_screen_is_told_with_what_works_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    said = screen.why_no_window()
    assert said.startswith("There is no screen here")
    assert "mechanism-viewer export --help" in said


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_that_needs_no_screen_is_let_through(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert screen.why_no_window() == ""


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    _lacks(monkeypatch, "libEGL.so.1", "libxcb-cursor.so.0")
    said = screen.why_no_window()
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.endswith("    sudo apt install libegl1 libxcb-cursor0")


def test_wayland_needs_nothing_of_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    _lacks(monkeypatch, "libxcb-cursor.so.0")
    assert screen.why_no_window() == ""


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_bring_all_of_it(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("DISPLAY")
    _lacks(monkeypatch, "libEGL.so.1")
    assert screen.why_no_window() == ""


def test_pictures_need_less_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    _lacks(monkeypatch, "libxcb-cursor.so.0")
    assert screen.missing_libraries() == ""
    _lacks(monkeypatch, "libEGL.so.1")
    assert "sudo apt install libegl1" in screen.missing_libraries()


def test_a_library_that_is_nowhere_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert not screen._loads("libno-such-library-anywhere.so.9")
