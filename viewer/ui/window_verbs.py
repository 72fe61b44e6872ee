"""What each menu entry does: one method a verb, most of them one line to the session or to the picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from viewer.errors import Notice
from viewer.session.page import Failed
from viewer.ui.appearance import CHOICES
from viewer.ui.main_window import focused_text_wants_copy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QPoint

    from viewer.errors import Problem
    from viewer.model.diagram import ElementId
    from viewer.session.session import Session
    from viewer.ui.appearance import Appearance
    from viewer.ui.main_window import MainWindow
    from viewer.ui.picture_verbs import PictureVerbs


class WindowVerbs(QObject):
    """Holds what the verbs act on. Signals: ``engine_chosen()`` when the settings name another layout engine,
    ``present_requested(int)`` with the step to begin at, ``lesson_requested(Path)``, ``lesson_making_requested()``,
    ``story_requested()`` when a drafted story shall be written down, ``documents_chosen(tuple[Path, ...])``,
    ``undo_requested()``, ``pins_saving_requested()``, ``pins_copying_requested()``.
    """  # noqa: D205 - a list of signals is no paragraph

    engine_chosen = Signal()
    present_requested = Signal(int)
    lesson_requested = Signal(object)
    lesson_making_requested = Signal()
    lesson_editing_requested = Signal(object)
    story_requested = Signal()
    room_requested = Signal()
    show_keys_requested = Signal()
    documents_chosen = Signal(object)
    undo_requested = Signal()
    pins_saving_requested = Signal()
    pins_copying_requested = Signal()

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance, picture: PictureVerbs) -> None:
        """Take the window and what lies behind it."""
        super().__init__(window)
        self._window, self._session = window, session
        self._appearance, self._picture = appearance, picture
        self.quotes: tuple[Problem, ...] = ()  # of the open diagram, that no document holds

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """Return every verb under the name that the table of actions gives it."""
        view, window, session = self._window.canvas.view, self._window, self._session
        return {
            "open_file": self.open_file,
            "reload": session.reload,
            "edit": self.edit,
            "export": self.export,
            "export_again": self.export_again,
            "print": lambda: self._picture.print_on(window),
            "quit": window.close,
            "copy": self.copy,
            "find": window.search.setFocus,
            "find_next": window.search.go_next,
            "find_previous": window.search.go_previous,
            "clear": lambda: session.select(None),
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "zoom_actual": view.zoom_to_actual,
            "fit": view.fit,
            "fit_selection": window.canvas.frame_selection,
            "library": window.toggle_library,
            "excerpts": window.toggle_excerpts,
            "legend": self.show_legend,
            "theme_system": lambda: self._appearance.choose("system"),
            "theme_light": lambda: self._appearance.choose("light"),
            "theme_dark": lambda: self._appearance.choose("dark"),
            "theme_contrast": lambda: self._appearance.choose("contrast"),
            "wheel_zooms": self.toggle_wheel,
            "full_screen": window.toggle_full_screen,
            "back": session.back,
            "forward": session.forward,
            "problems": self.show_problems,
            "engine": self.toggle_engine,
            "add_documents": self.add_documents,
            "add_folder": self.add_folder,
            "refresh_documents": session.reading.refresh,
            "present": self.present_first,
            "present_here": lambda: self.present(max(1, window.canvas.step)),
            "open_lesson": self.open_lesson,
            "save_pins": self.pins_saving_requested.emit,
            "copy_pins": self.pins_copying_requested.emit,
            "undo": self.undo_requested.emit,
            "make_lesson": self.lesson_making_requested.emit,
            "edit_lesson": self.edit_lesson,
            "write_story": self.story_requested.emit,
            "check_room": self.room_requested.emit,
            "show_keys": self.show_keys_requested.emit,
            "keys": self.show_keys,
            "about": self.show_about,
        }

    # Files

    def open_file(self) -> None:
        """Ask for a definition and open it."""
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(
            self._window, "Open a definition", "", "Definitions (*.yaml *.yml);;All files (*)"
        )
        if name:
            self._session.open_path(Path(name))

    def edit(self) -> None:
        """Open the definition in the user's editor."""
        page = self._session.page
        path = getattr(page, "path", None)
        if isinstance(path, Path):
            self._edit(path, 0)

    def edit_problem(self, problem: Problem) -> None:
        """Open a file at the line of a problem."""
        page = self._session.page
        path = page.path if isinstance(page, Failed) else Path(problem.file)
        self._edit(path, problem.line)

    def _edit(self, path: Path, line: int) -> None:
        from viewer.ui.editor import open_in_editor

        settings = self._session.settings
        said = open_in_editor(path, line, settings.value.editor, settings.path)
        if said:
            self._session.notice_posted.emit(Notice(said, "editor"))

    # The picture

    def copy(self) -> None:
        """Copy the picture, unless words are selected where the keys go: then those."""
        from PySide6.QtWidgets import QApplication

        widget = QApplication.focusWidget()
        if focused_text_wants_copy():
            widget.copy()  # type: ignore[union-attr]  # only widgets that have it want it
            return
        self._picture.copy()

    def export(self) -> None:
        """Open the export dialog."""
        self._picture.ask(self._window)

    def export_again(self) -> None:
        """Write the picture as the last time, or ask how when there was none."""
        if not self._picture.export_again():
            self.export()

    # Looking

    def tell(self, words: str) -> None:
        """Say something in the strip of notices."""
        self._session.notice_posted.emit(Notice(words, "said"))

    def tick(self) -> None:
        """Put the ticks of the menus where the choices are."""
        actions, window = self._window.actions_by_name, self._window
        for choice in CHOICES:
            actions[f"theme_{choice}"].setChecked(self._appearance.choice == choice)
        actions["library"].setChecked(not window.library.isHidden())
        actions["excerpts"].setChecked(not window.excerpts.isHidden())
        actions["wheel_zooms"].setChecked(window.canvas.view.wheel_zooms)
        actions["full_screen"].setChecked(window.isFullScreen())
        actions["engine"].setChecked(bool(self._session.settings.value.engine))

    def open_menu(self, element: ElementId | None, place: QPoint) -> None:
        """Open the menu of the canvas."""
        from PySide6.QtWidgets import QMenu

        if element is not None:
            self._session.select(element)
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("copy", "export", "fit_selection", "fit", "legend"):
            menu.addAction(self._window.actions_by_name[name])
        menu.popup(place)

    def toggle_wheel(self) -> None:
        """Let the wheel zoom, or pan."""
        view = self._window.canvas.view
        view.wheel_zooms = not view.wheel_zooms
        self._session.settings.change(wheel_zooms=view.wheel_zooms)

    def toggle_engine(self) -> None:
        """Lay out with the system's Graphviz, or again with the embedded one."""
        from viewer.layout.system import system_dot

        settings = self._session.settings
        found = None if settings.value.engine else system_dot()
        if found is None and not settings.value.engine:
            self.tell("Graphviz is not installed here, so the built-in layout stays in use.")
        else:
            settings.change(engine=str(found) if found is not None else "")
            self.engine_chosen.emit()
        self.tick()

    def show_legend(self) -> None:
        """Explain the signs that this diagram uses."""
        from viewer.ui.sheets.legend_sheet import LegendSheet

        ready = self._session.ready
        if ready is not None:
            LegendSheet(ready.diagram, self._appearance.theme, self._picture.measurer, self._window).open()

    def show_problems(self) -> None:
        """List the problems of the definition: what keeps it from being drawn, else quotes that were not found."""
        page = self._session.page
        problems = page.problems if isinstance(page, Failed) else self.quotes
        if not problems:
            self.tell("This definition has no problems.")
            return
        self._window.strips.show_problems(problems)
        self._window.strips.open_problems()

    # Documents

    def add_documents(self) -> None:
        """Ask for documents and add them."""
        from PySide6.QtWidgets import QFileDialog

        names, _kind = QFileDialog.getOpenFileNames(
            self._window,
            "Add documents",
            "",
            "Documents (*.txt *.md *.markdown *.html *.htm *.pdf *.docx);;All files (*)",
        )
        if names:
            self.documents_chosen.emit(tuple(Path(name) for name in names))

    def add_folder(self) -> None:
        """Ask for a folder and add the documents in it."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, "Add a folder of documents")
        if name:
            self.documents_chosen.emit((Path(name),))

    # Teaching and help

    def present_first(self) -> None:
        """Present from the first step."""
        self.present(1)

    def present(self, step: int) -> None:
        """Ask for a show of the open diagram from this step."""
        if self._session.ready is None:
            self._session.notice_posted.emit(Notice("Open a diagram first, then present it.", "present"))
            return
        self.present_requested.emit(step)

    def open_lesson(self) -> None:
        """Ask for a lesson and present it."""
        path = self._chosen_lesson("Open a lesson")
        if path is not None:
            self.lesson_requested.emit(path)

    def edit_lesson(self) -> None:
        """Ask for a lesson to change."""
        path = self._chosen_lesson("Change a lesson")
        if path is not None:
            self.lesson_editing_requested.emit(path)

    def _chosen_lesson(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(self._window, title, "", "Lessons (*lesson.yaml);;All files (*)")
        return Path(name) if name else None

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from viewer.ui.sheets.key_sheet import KeySheet

        KeySheet(self._appearance.theme, self._window).open()

    def show_about(self) -> None:
        """Say what this is, and where its facts end."""
        from viewer.ui.sheets.about_sheet import AboutSheet

        AboutSheet(self._appearance.theme, self._window).open()
