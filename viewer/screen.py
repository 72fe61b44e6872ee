"""Whether this machine can show a window, asked before Qt is, because Qt ends the process when it cannot."""

from __future__ import annotations

import os
import sys

_PACKAGES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
)
_ON_X11 = (
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
)


def why_no_window() -> str:
    """Return a sentence that says what a window lacks here and how to get it, or nothing when all is there."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    on_screen = platform not in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
    if on_screen and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return (
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be shown. "
            "The commands work without one: try “mechanism-viewer export --help”."
        )
    on_x11 = on_screen and platform != "wayland" and bool(os.environ.get("DISPLAY"))
    return missing_libraries(_PACKAGES + (_ON_X11 if on_x11 else ()))


def missing_libraries(wanted: tuple[tuple[str, str], ...] = _PACKAGES) -> str:
    """Return a sentence that names the packages whose libraries Qt needs and this machine lacks, or nothing."""
    lacking = [(library, package) for library, package in wanted if not _loads(library)]
    if not lacking:
        return ""
    libraries = ", ".join(library for library, _ in lacking)
    packages = " ".join(package for _, package in lacking)
    return (
        f"The window needs system libraries that are not installed: {libraries}. On Debian and Ubuntu:\n"
        f"    sudo apt install {packages}"
    )


def _loads(library: str) -> bool:
    # Looking for the file first spares loading it twice on the usual systems.
    for folder in _folders():
        if os.path.exists(os.path.join(folder, library)):
            return True
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _folders() -> tuple[str, ...]:
    machine = os.uname().machine  # only Linux is asked; the module platform would cost 2 ms of a start
    named = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    standard = (f"/usr/lib/{machine}-linux-gnu", f"/lib/{machine}-linux-gnu", "/usr/lib64", "/usr/lib", "/lib64")
    return (*(folder for folder in named if folder), *standard)
