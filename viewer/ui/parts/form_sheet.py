"""The style sheet of a form: fields, choices and buttons in the theme's colours, with edges that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.scene.theme import mixed
from viewer.ui.parts.field_edge import edge_of

if TYPE_CHECKING:
    from viewer.ui.typeset.style import Style


def form_sheet(style: Style) -> str:
    """Return the style sheet of a dialog with a form; an edge has at least 3:1 against what is around it."""
    theme = style.theme
    edge = edge_of(theme)
    tall = style.px(30)
    return (
        f"QDialog {{ background: {theme.panel}; }}"
        f"QComboBox QAbstractItemView {{ background: {theme.card}; color: {theme.text}; border: 1px solid {edge};"
        f" selection-background-color: {theme.accent_tint}; selection-color: {theme.text}; outline: none; }}"
        f"QPushButton {{ background: transparent; color: {theme.text}; border: 1px solid {edge};"
        f" border-radius: 6px; min-height: {tall}px; padding: 0 16px; }}"
        f"QPushButton:hover {{ background: {theme.hover}; }}"
        f"QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 0 15px; }}"
        f"QPushButton:default {{ background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};"
        " font-weight: 600; }"
        f"QPushButton:default:hover {{ background: {mixed(theme.accent, theme.text, 0.12)}; }}"
        f"QPushButton:default:focus {{ border-color: {theme.text}; }}"
        f"QPushButton:disabled {{ background: {theme.field}; color: {theme.dim_line};"
        f" border-color: {theme.hairline}; }}"
    )
