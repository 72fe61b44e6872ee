"""Opens a file at a line in the editor that the user chose, or in the system's program for it."""

from __future__ import annotations

import os
import shlex
import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

# How each editor is told a line; others get the file alone.
_AT_LINE = {
    "code": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "subl": ("{file}:{line}",),
    "zed": ("{file}:{line}",),
    "kate": ("--line", "{line}", "{file}"),
    "gedit": ("+{line}", "{file}"),
    "gnome-text-editor": ("+{line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "emacs": ("+{line}", "{file}"),
    "emacsclient": ("-n", "+{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
}


def editor_command(editor: str, path: Path, line: int) -> list[str]:
    """Return the words that open a file in an editor. ``{file}`` and ``{line}`` in ``editor`` are filled in."""
    words = shlex.split(editor, posix=os.name != "nt")
    if not words:
        return []
    name = words[0].replace("\\", "/").rpartition("/")[2].removesuffix(".exe")
    if not any("{file}" in word for word in words):
        words += _AT_LINE.get(name, ("{file}",)) if line else ("{file}",)
    return [word.replace("{file}", str(path)).replace("{line}", str(line or 1)) for word in words]


def open_in_editor(path: Path, line: int, chosen: str, settings: Path) -> str:
    """Open the file; return a sentence when nothing could be started, else nothing.

    ``settings`` is the file in which an editor can be named.
    """
    for editor in (chosen, os.environ.get("VISUAL", ""), "code", "codium", "kate", "gnome-text-editor", "gedit"):
        command = editor_command(editor, path, line) if editor else []
        if command and shutil.which(command[0]) and QProcess.startDetached(command[0], command[1:])[0]:
            return ""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    return f"No editor could be started for {path}. Name one under “editor” in {settings}."
