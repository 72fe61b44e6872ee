"""Every menu entry and shortcut in one table: it makes the menus, the key sheet and the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow, QMenuBar


class Row(NamedTuple):
    """One action: its name for the program, its menu and words, and its keys, the first one shown.

    ``checkable`` entries carry a tick; an empty ``text`` is a line between groups. ``drawn`` entries are about the
    picture, and rest while there is none; of those with one ``choice`` just one is ticked.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    drawn: bool = False
    choice: str = ""


_LINE = ""

ROWS = (
    Row("open_file", "&File", "&Open definition…", ("Ctrl+O",)),
    Row("reload", "&File", "&Reload", ("Ctrl+R",)),
    Row("edit", "&File", "Open in &editor", ("Ctrl+Shift+O",)),
    Row("", "&File", _LINE),
    Row("export_again", "&File", "Export a&gain", ("Ctrl+E",), drawn=True),
    Row("export", "&File", "E&xport picture…", ("Ctrl+Shift+E",), drawn=True),
    Row("print", "&File", "&Print…", ("Ctrl+P",), drawn=True),
    Row("", "&File", _LINE),
    Row("save_pins", "&File", "Save pins into a cop&y…", drawn=True),
    Row("", "&File", _LINE),
    Row("quit", "&File", "&Quit", ("Ctrl+Q",)),
    Row("undo", "&Edit", "&Undo", ("Ctrl+Z",)),
    Row("copy", "&Edit", "&Copy picture", ("Ctrl+C",)),
    Row("find", "&Edit", "&Find", ("Ctrl+F",)),
    Row("find_next", "&Edit", "Find &next", ("F3", "Ctrl+G")),
    Row("find_previous", "&Edit", "Find &previous", ("Shift+F3", "Ctrl+Shift+G")),
    Row("clear", "&Edit", "Select n&othing"),
    Row("zoom_in", "&View", "Zoom &in", ("Ctrl++", "Ctrl+="), drawn=True),
    Row("zoom_out", "&View", "Zoom &out", ("Ctrl+-",), drawn=True),
    Row("zoom_actual", "&View", "&100 %", ("Ctrl+0",), drawn=True),
    Row("fit", "&View", "&Whole diagram", ("Ctrl+Shift+0",), drawn=True),
    Row("fit_selection", "&View", "Fit &selection", ("Ctrl+2",), drawn=True),
    Row("", "&View", _LINE),
    Row("library", "&View", "&Library", ("F9",), checkable=True),
    Row("excerpts", "&View", "&Passages", ("Shift+F9",), checkable=True),
    Row("legend", "&View", "&How to read the signs", ("Ctrl+L",), drawn=True),
    Row("", "&View", _LINE),
    Row("theme_system", "&View", "Colours of the s&ystem", checkable=True, choice="theme"),
    Row("theme_light", "&View", "Li&ght", checkable=True, choice="theme"),
    Row("theme_dark", "&View", "&Dark", checkable=True, choice="theme"),
    Row("theme_contrast", "&View", "High con&trast", checkable=True, choice="theme"),
    Row("", "&View", _LINE),
    Row("wheel_zooms", "&View", "The wheel &zooms", checkable=True),
    Row("full_screen", "&View", "F&ull screen", ("F11",), checkable=True),
    Row("back", "&Diagram", "&Back", ("Alt+Left",)),
    Row("forward", "&Diagram", "&Forward", ("Alt+Right",)),
    Row("", "&Diagram", _LINE),
    Row("copy_pins", "&Diagram", "Copy pins as &YAML", drawn=True),
    Row("problems", "&Diagram", "&Problems…", ("Ctrl+Shift+M",)),
    Row("engine", "&Diagram", "Lay out with the system’s &Graphviz", checkable=True),
    Row("add_documents", "D&ocuments", "Add &files…", ("Ctrl+Shift+A",)),
    Row("add_folder", "D&ocuments", "Add f&older…"),
    Row("refresh_documents", "D&ocuments", "&Read changed files again"),
    Row("present", "&Present", "From the &first step", ("F5",), drawn=True),
    Row("present_here", "&Present", "From &here", ("Shift+F5",), drawn=True),
    Row("", "&Present", _LINE),
    Row("open_lesson", "&Present", "Open a &lesson…", ("Ctrl+F5",)),
    Row("make_lesson", "&Present", "&Make a lesson…"),
    Row("edit_lesson", "&Present", "&Change a lesson…"),
    Row("write_story", "&Present", "&Write a drafted story into the file", drawn=True),
    Row("", "&Present", _LINE),
    Row("check_room", "&Present", "Who can &read this?", drawn=True),
    Row("show_keys", "&Present", "&Keys of the show…"),
    Row("keys", "&Help", "&Keys", ("F1", "?")),
    Row("about", "&Help", "&About"),
)


def make_actions(
    window: QMainWindow, bar: QMenuBar, verbs: Mapping[str, Callable[[], object]]
) -> Mapping[str, QAction]:
    """Make the menus and return the actions by name; KeyError when a row has no verb."""
    actions: dict[str, QAction] = {}
    menus = {}
    choices: dict[str, QActionGroup] = {}
    for row in ROWS:
        if row.menu not in menus:
            menus[row.menu] = bar.addMenu(row.menu)
            menus[row.menu].setToolTipsVisible(True)
        if not row.name:
            menus[row.menu].addSeparator()
            continue
        action = QAction(row.text, window)
        action.setObjectName(row.name)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.triggered.connect(_plain(verbs[row.name]))
        if row.choice:
            if row.choice not in choices:
                choices[row.choice] = QActionGroup(window)
            choices[row.choice].addAction(action)
        menus[row.menu].addAction(action)
        window.addAction(action)  # the keys work where the menu bar is hidden, too
        actions[row.name] = action
    return actions


def offer_picture(actions: Mapping[str, QAction], lacking: str) -> None:
    """Let what is about the picture be chosen, or not: then its tip says what is ``lacking``."""
    for row in ROWS:
        if row.drawn:
            actions[row.name].setEnabled(not lacking)
            actions[row.name].setToolTip(lacking)


def _plain(verb: Callable[[], object]) -> Callable[[], None]:
    """Drop the signal's argument: a verb takes none."""

    def run(*_checked: bool) -> None:
        verb()

    return run
