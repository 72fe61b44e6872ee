"""Which theme the window wears: the user's choice, or the system's; and the palette that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from viewer.scene.theme import load_theme
from viewer.ui.style import palette_of

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.scene.theme import Theme
    from viewer.session.settings import SettingsFile
    from viewer.store import Store

CHOICES = ("system", "light", "dark", "contrast")


class Appearance(QObject):
    """Signals: ``theme_changed(Theme)`` when the window shall look different."""

    theme_changed = Signal(object)

    def __init__(self, folder: Path, settings: SettingsFile, store: Store, parent: QObject | None = None) -> None:
        """Take the folder with the themes and where parsed ones are kept; the choice is in the settings."""
        super().__init__(parent)
        self._folder, self._settings, self._store = folder, settings, store
        self._loaded: dict[str, Theme] = {}
        self._settle = QTimer(self)  # desktops fire the change many times for one switch
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settle_timeout)
        self.theme = self._load(self._wanted())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_color_scheme_changed)

    @property
    def choice(self) -> str:
        """The user's choice, one of ``CHOICES``."""
        choice = self._settings.value.theme
        return choice if choice in CHOICES else "system"

    def choose(self, choice: str) -> None:
        """Take another choice and remember it."""
        self._settings.change(theme=choice)
        self._wear()

    def toggle(self) -> None:
        """Go from light to dark and back."""
        self.choose("light" if self.theme.dark else "dark")

    def named(self, name: str) -> Theme:
        """Return a theme by its name, for an export."""
        return self._load(name)

    def dress(self) -> None:
        """Give the whole application the palette."""
        QApplication.setPalette(palette_of(self.theme))

    def _wear(self) -> None:
        theme = self._load(self._wanted())
        if theme is not self.theme:
            self.theme = theme
            QApplication.setPalette(palette_of(theme))
            self.theme_changed.emit(theme)

    def _wanted(self) -> str:
        choice = self.choice
        if choice != "system":
            return choice
        hints = QGuiApplication.styleHints()
        # Qt says since 6.10 whether the user asks for more contrast.
        accessibility = getattr(hints, "accessibility", None)
        contrast = getattr(accessibility(), "contrastPreference", None) if accessibility is not None else None
        if contrast is not None and getattr(contrast(), "name", "") == "HighContrast":
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _load(self, name: str) -> Theme:
        if name not in self._loaded:
            self._loaded[name] = load_theme(self._folder, name, self._store)
        return self._loaded[name]

    @Slot()
    def _on_hints_color_scheme_changed(self) -> None:
        self._settle.start(0)

    @Slot()
    def _on_settle_timeout(self) -> None:
        self._wear()


def motion_is_reduced() -> bool:
    """Whether the user asked the system for less motion (known since Qt 6.10)."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    motion = getattr(accessibility(), "motionPreference", None) if accessibility is not None else None
    return motion is not None and getattr(motion(), "name", "") == "ReducedMotion"
