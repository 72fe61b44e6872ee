"""Tool tips that say text as it is: Qt takes anything that looks like markup for markup."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` letter for letter and wraps it; empty for empty text."""
    if not text:
        return ""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>"
