"""What a key press is called in the table of keys: as Qt writes it, without what a layout needs to reach a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_unknown,
    Qt.Key.Key_CapsLock,
)
_SECOND_NAMES = {"Enter": "Return", "Backtab": "Shift+Tab"}


def key_name(event: QKeyEvent) -> str:
    """Return the key's name (``PgDown``, ``Shift+M``, ``?``), or nothing for a modifier alone."""
    key = Qt.Key(event.key())
    if key in _ALONE:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    plain = not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
    if plain and len(text) == 1 and text.isprintable() and not text.isalpha() and text != " ":
        return text  # the sign counts, not whether this layout needs Shift or AltGr for it
    name = QKeySequence(modifiers.value | key.value).toString(QKeySequence.SequenceFormat.PortableText)
    return _SECOND_NAMES.get(name, name)
