"""Every key of the show in one table: it makes the keys work, fills the key sheet, and is what a test walks through.

Keys are written as Qt writes them. Clickers send PgUp, PgDown, a full stop, and F5 and Esc in turn.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from viewer.presenting.state import pointers, quizzing, tracing, verbs
from viewer.presenting.state.references import of_show
from viewer.presenting.state.show import Blank, Colours, Sheet, Show, Tool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Key(NamedTuple):
    """A row of the table: the verb, what it does in words, and its keys, the usual one first."""

    name: str
    words: str
    keys: tuple[str, ...]
    verb: Callable[[Show], Show]


# What these show would answer the question of a quiz.
_TELLING = (Sheet.OVERVIEW, Sheet.GO_TO)


def _sheet(sheet: Sheet) -> Callable[[Show], Show]:
    def toggle(show: Show) -> Show:
        if show.quiz is not None and sheet in _TELLING:
            return show
        other = Sheet.NONE if show.sheet is sheet else sheet
        return show._replace(sheet=other, cursor=show.place, digits="", origin=None)

    return toggle


def _excerpt(show: Show) -> Show:
    if show.hidden or show.asking or show.quiz is not None:
        return show  # a passage would answer the question that waits
    following = show.source + 1
    if show.sheet is Sheet.EXCERPT and following < len(of_show(show)):
        return show._replace(source=following)
    return _sheet(Sheet.EXCERPT)(show)._replace(source=0)


def _answer(choice: int) -> Callable[[Show], Show]:
    def answer(show: Show) -> Show:
        return quizzing.pick(show, choice)

    return answer


def _colour(show: Show) -> Show:
    every = tuple(Colours)
    return show._replace(colours=every[(every.index(show.colours) + 1) % len(every)])


def _swap(show: Show) -> Show:
    return show._replace(swapped=not show.swapped)


def _window(show: Show) -> Show:
    return show._replace(windowed=not show.windowed)


def _pause(show: Show) -> Show:
    return show._replace(paused=not show.paused)


def _nothing(show: Show) -> Show:
    return show


_MOVE, _ANSWER = "Move the tool, or the enlarged part", "Answer A, B, C, D"

KEYS = (
    Key("next", "Next step", ("PgDown", "Right", "Down", "Space", "N"), verbs.next_step),
    Key("previous", "Previous step", ("PgUp", "Left", "Up", "Backspace", "P"), verbs.previous_step),
    Key("enter", "Go to the typed number", ("Return", "Enter"), verbs.enter),
    Key("next_scene", "Next diagram, complete", ("Alt+PgDown", "Ctrl+PgDown"), verbs.next_scene),
    Key("previous_scene", "Diagram before, complete", ("Alt+PgUp", "Ctrl+PgUp"), verbs.previous_scene),
    Key("first", "First step", ("Home",), verbs.first),
    Key("last", "Last diagram, complete", ("End",), verbs.last),
    Key("show_all", "Show all, or the step", ("A",), verbs.show_all),
    Key("go_to", "Go to by name", ("G", "Ctrl+F"), _sheet(Sheet.GO_TO)),
    Key("overview", "Overview of all steps", ("O", "Tab"), _sheet(Sheet.OVERVIEW)),
    Key("excerpt", "What the source says; the next one", ("E",), _excerpt),
    Key("black", "Black screen", ("B", "."), verbs.black),
    Key("white", "White screen", ("W", ","), verbs.white),
    Key("freeze", "Hold the audience’s picture", ("F",), verbs.freeze),
    Key("laser", "Light point (or hold Ctrl)", ("L",), pointers.take(Tool.LASER)),
    Key("spotlight", "Spotlight", ("H",), pointers.take(Tool.SPOTLIGHT)),
    Key("pen", "Pen (Enter puts it down)", ("I",), pointers.take(Tool.PEN)),
    Key("rubber", "Rubber", ("U",), pointers.take(Tool.RUBBER)),
    Key("undo", "Take back what was drawn", ("Ctrl+Z",), pointers.undo),
    Key("redo", "Draw it again", ("Ctrl+Y", "Ctrl+Shift+Z"), pointers.redo),
    Key("clear", "Rub out everything", ("C",), pointers.clear),
    Key("left", _MOVE, ("Shift+Left",), pointers.move(-1, 0)),
    Key("right", _MOVE, ("Shift+Right",), pointers.move(1, 0)),
    Key("up", _MOVE, ("Shift+Up",), pointers.move(0, -1)),
    Key("down", _MOVE, ("Shift+Down",), pointers.move(0, 1)),
    Key("zoom", "Zoom in: drag over a part", ("Z",), pointers.take(Tool.ZOOM)),
    Key("zoom_in", "Larger (or Ctrl + wheel)", ("+", "=", "Ctrl++", "Ctrl+="), verbs.zoom_in),
    Key("zoom_out", "Smaller", ("-", "Ctrl+-"), verbs.zoom_out),
    Key("zoom_fit", "The step’s own size", ("0", "Ctrl+0"), verbs.zoom_fit),
    Key("bookmark", "Remember this place", ("M",), verbs.drop_bookmark),
    Key("to_bookmark", "Go there, and back again", ("Shift+M",), verbs.to_bookmark),
    Key("ways", "Ways from one element to another", ("V",), tracing.ask_ways),
    Key("quiz", "Quiz", ("Q",), quizzing.quiz),
    Key("answer_a", _ANSWER, ("Shift+A",), _answer(1)),
    Key("answer_b", _ANSWER, ("Shift+B",), _answer(2)),
    Key("answer_c", _ANSWER, ("Shift+C",), _answer(3)),
    Key("answer_d", _ANSWER, ("Shift+D",), _answer(4)),
    Key("point", "Answered aloud, and right", ("Y",), quizzing.give_point),
    Key("tools", "Everything as buttons (or a right click)", ("K", "Menu"), _sheet(Sheet.TOOLS)),
    Key("room", "Who can read this?", ("R",), _sheet(Sheet.ROOM)),
    Key("colours", "Colours: light, dark, contrast", ("D",), _colour),
    Key("swap", "Swap the two screens", ("S", "X"), _swap),
    Key("window", "Window or full screen", ("F11",), _window),
    Key("pause", "Hold the clock", ("T",), _pause),
    Key("keys", "This list", ("?", "F1"), _sheet(Sheet.KEYS)),
    Key("leave", "Back a level; at last, leave", ("Esc",), verbs.leave),
    Key("start", "Nothing (clickers send it)", ("F5", "Shift+F5"), _nothing),
)

BY_KEY: Mapping[str, Key] = MappingProxyType({key: row for row in KEYS for key in row.keys})
BY_NAME: Mapping[str, Key] = MappingProxyType({row.name: row for row in KEYS})

# While the screen is plain, these keep their meaning; any other key brings the picture back and does no more.
_WHILE_BLANK = frozenset({"black", "white", "leave", "start", "swap", "pause", "keys", "colours", "window"})

# At the end these do nothing: whoever presses once too often must not be back in the picture, or out of the show.
_ONWARD = frozenset({"next", "next_scene", "enter"})


def is_letter(key: str) -> bool:
    """Whether a key is a letter, figure or sign alone, which speech and shaking hands hit by accident."""
    return len(key.removeprefix("Shift+")) == 1


def pressed(show: Show, key: str, *, letters: bool = True, by_key: Mapping[str, Key] = BY_KEY) -> Show:
    """Return the show after a key, given as Qt writes it (``PgDown``, ``Shift+M``, ``3``).

    With ``letters`` off, single letters, figures and signs do nothing, except for the clickers' full stop.
    """
    if not letters and is_letter(key) and key != ".":
        return show
    if len(key) == 1 and key.isdecimal() and key.isascii():
        return _figure(show, key) if show.blank is Blank.NONE else show._replace(blank=Blank.NONE)
    row = by_key.get(key)
    if row is not None:
        return chosen(show, row.name)
    return show._replace(blank=Blank.NONE)


def chosen(show: Show, name: str) -> Show:
    """Return the show after a verb of the table, by its name: a key or a button asked for it."""
    row = BY_NAME[name]
    if show.sheet is Sheet.TOOLS and name not in ("tools", "leave"):
        show = show._replace(sheet=Sheet.NONE)  # a tool that is taken is wanted on the picture
    if show.blank is Blank.END and name in _ONWARD:
        return show
    if show.blank is not Blank.NONE and name not in _WHILE_BLANK:
        return show._replace(blank=Blank.NONE)
    if show.digits and name not in ("enter", "leave"):
        show = show._replace(digits="")
    return row.verb(show)


def _figure(show: Show, key: str) -> Show:
    if show.sheet is Sheet.QUIZZES:
        return quizzing.choose_row(show, int(key))
    if show.quiz is not None or show.trace is not None:
        return quizzing.pick(show, int(key))
    if key == "0" and not show.digits:
        return verbs.zoom_fit(show)
    return verbs.digit(show, key)
