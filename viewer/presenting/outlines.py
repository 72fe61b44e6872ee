"""Squares to tick that can be seen on every ground: the style draws them a little darker than what is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def draw_outlines(*widgets: QWidget) -> None:
    """Draw the squares and frames of these widgets in the grey of second words instead."""
    for widget in widgets:
        palette = widget.palette()
        palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.PlaceholderText))
        widget.setPalette(palette)
