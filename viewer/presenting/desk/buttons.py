"""The buttons of a show, for whoever has no keyboard at hand: in the speaker's window and on the sheet of tools."""

from __future__ import annotations

from typing import NamedTuple


class Button(NamedTuple):
    """A button: its word, the verb of the table of keys, what it does, and whether it can be down."""

    text: str
    verb: str
    tip: str
    checkable: bool


BUTTONS = tuple(
    Button(*row)
    for row in (
        ("Back", "previous", "Previous step", False),
        ("Next", "next", "Next step", False),
        ("Black", "black", "Black screen for the audience", True),
        ("Hold", "freeze", "The audience keeps its picture", True),
        ("Light", "laser", "Light point", True),
        ("Spot", "spotlight", "Spotlight", True),
        ("Zoom", "zoom", "Zoom into a part: drag over it", True),
        ("Pen", "pen", "Draw on the picture", True),
        ("Rubber", "rubber", "Rub out what was drawn", True),
        ("Undo", "undo", "Take back what was drawn or rubbed out", False),
        ("All", "show_all", "Show the whole diagram", True),
        ("Source", "excerpt", "Show what the source says", True),
        ("Steps", "overview", "Overview of all steps", True),
        ("Ways", "ways", "Follow the arrows from one element to another", True),
        ("Quiz", "quiz", "Quiz", True),
        ("Keys", "keys", "The list of keys", True),
        ("Swap", "swap", "Swap the two screens", False),
        ("Pause", "pause", "Hold the clock", True),
        ("End", "leave", "Back a level; at last, end the show", False),
    )
)
