"""A slim scroll bar that stands in a panel's margin without a track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.scene.theme import mixed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

    from viewer.ui.typeset.style import Style

WIDTH = 10


def slim(bar: QScrollBar, style: Style, ground: str = "panel") -> None:
    """Give a vertical scroll bar the colours of the theme on the ground that is named."""
    theme = style.theme
    behind = str(getattr(theme, ground))
    handle, touched = mixed(behind, theme.second, 0.28), mixed(behind, theme.second, 0.7)
    sheet = (
        f"QScrollBar:vertical {{ background: {behind}; width: {WIDTH}px; margin: 0; border: none; }}"
        f"QScrollBar::handle:vertical {{ background: {handle}; min-height: 32px; border-radius: 3px; margin: 2px; }}"
        f"QScrollBar::handle:vertical:hover {{ background: {touched}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
    if bar.styleSheet() != sheet:
        bar.setStyleSheet(sheet)
