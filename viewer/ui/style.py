"""The window's own look: a palette from the theme's tokens, and the sizes that everything keeps to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette

from viewer.scene.fonts import FAMILY

if TYPE_CHECKING:
    from viewer.scene.theme import Theme

GRID = 8
RADIUS = 6
BAR_HEIGHT = 44
TEXT_PIXELS = 14


def palette_of(theme: Theme) -> QPalette:
    """Return the palette of the room: Qt's widgets then speak the theme's colours without a style sheet."""
    palette = QPalette()
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.text,
        roles.Base: theme.canvas,
        roles.AlternateBase: theme.panel,
        roles.Text: theme.text,
        roles.Button: theme.panel,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.danger,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.card,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.second,
        roles.Light: theme.hairline,
        roles.Midlight: theme.hairline,
        roles.Mid: theme.hairline,
        roles.Dark: theme.hairline,
        roles.Shadow: theme.hairline,
        roles.Accent: theme.accent,
    }
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.dim_line))
    return palette


def interface_font(system: QFont) -> QFont:
    """Return the font of the window: the desktop's own, or the diagrams' where no desktop names one."""
    bare = sys.platform.startswith("linux") and not os.environ.get("XDG_CURRENT_DESKTOP")
    if not bare:
        return system
    font = QFont(FAMILY)
    font.setPixelSize(TEXT_PIXELS)
    return font
