"""Shows a file where it lies, in the system's own view of folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show_in_folder(path: Path) -> str:
    """Open the folder of a file, or a folder itself; return a sentence when that fails, else nothing."""
    folder = path if path.is_dir() else path.parent
    if not folder.is_dir():
        return f"The folder {folder} is not there any more."
    if path.is_file() and sys.platform in ("win32", "darwin"):
        call = ("explorer", ["/select,", str(path)]) if sys.platform == "win32" else ("open", ["-R", str(path)])
        if QProcess.startDetached(*call):
            return ""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    return f"No program shows folders here. The file is in {folder}."
