"""The keys of the reader: what they do while a document has the keyboard, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollBar

KEYS = (
    ("N, P", "Next passage, passage before"),
    ("Ctrl+F", "Find in the document"),
    ("F3, Shift+F3", "Next and previous, of what was found or of the passages"),
    ("O", "Contents"),
    ("D", "Which diagrams speak of the selected words"),
    ("Ctrl+C", "Copy the selection with its citation"),
    ("Ctrl+Shift+C", "Copy the selected words alone"),
    ("Ctrl++, Ctrl+−, Ctrl+0", "Larger, smaller, usual size"),
    ("G", "Text or pages of a PDF"),
    ("Esc", "Back to the diagram"),
)
"""The keys and what they do, for the key sheet."""

BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
SELECTS = (*_SCROLLS, Qt.Key.Key_Left, Qt.Key.Key_Right)
"""Keys that select while Shift is held."""

_PLAIN = {
    Qt.Key.Key_N: "next_passage",
    Qt.Key.Key_P: "previous_passage",
    Qt.Key.Key_O: "contents",
    Qt.Key.Key_D: "diagrams",
    Qt.Key.Key_G: "other_paper",
}
_NEXT = ("F3", "Ctrl+G")
_PREVIOUS = ("Shift+F3", "Ctrl+Shift+G")
_EVERYWHERE = {
    "find": ("Ctrl+F",),
    "next": _NEXT,
    "previous": _PREVIOUS,
    "larger": ("Ctrl++", "Ctrl+=", "Ctrl+Shift++", "Ctrl+Shift+="),
    "smaller": ("Ctrl+-", "Ctrl+_", "Ctrl+Shift+_"),
    "usual": ("Ctrl+0",),
    "copy": ("Ctrl+C", "Ctrl+Ins"),
    "copy_words": ("Ctrl+Shift+C",),
}
_VERBS = {QKeySequence(key): verb for verb, keys in _EVERYWHERE.items() for key in keys}


def scroll(bar: QScrollBar, key: int) -> bool:
    """Scroll as a plain key asks for; return whether it was such a key."""
    action = _SCROLLS.get(Qt.Key(key))
    if action is None:
        return False
    bar.triggerAction(action)
    return True


def verb_of(event: QKeyEvent) -> str:
    """Return what a key means wherever the keyboard is within the reader; empty for nothing."""
    pressed = QKeySequence(event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value)
    return _VERBS.get(pressed, "")


def plain_verb_of(event: QKeyEvent) -> str:
    """Return what a letter means while the text itself has the keyboard; empty for nothing."""
    if event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return ""
    return _PLAIN.get(Qt.Key(event.key()), "") if event.key() in _PLAIN else ""
