"""Where the program's own files are, decided once: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """The folders that the program reads: bundled diagrams, documents, themes, icons and fonts."""

    diagrams: Path
    resources: Path

    @property
    def documents(self) -> Path:
        """The bundled documents."""
        return self.resources / "documents"

    @property
    def themes(self) -> Path:
        """The colour themes."""
        return self.resources / "themes"

    @property
    def icons(self) -> Path:
        """The icons of the window."""
        return self.resources / "icons"

    @property
    def fonts(self) -> Path:
        """The fonts of the diagrams."""
        return self.resources / "fonts"


def bundled() -> Places:
    """Return the places of this installation."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    root = package if inside.is_dir() else package.parent
    return Places(root / "diagrams", root / "resources")


def cache_folder() -> Path:
    """Return the folder for what can be made again: layouts, compiled definitions, indexes, thumbnails.

    ``MECHANISM_VIEWER_CACHE`` names another. It need not exist yet.
    """
    import os
    import sys

    named = os.environ.get("MECHANISM_VIEWER_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "mechanism-viewer"


def config_folder() -> Path:
    """Return the folder for settings; ``MECHANISM_VIEWER_CONFIG`` names another. It need not exist yet."""
    import os
    import sys

    named = os.environ.get("MECHANISM_VIEWER_CONFIG")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "mechanism-viewer"
