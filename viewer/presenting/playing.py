"""Starts a show of what the session has open, one at a time, and tells where it ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.definitions.lesson import Lesson, Part, read_lesson
from viewer.errors import Notice, Severity, ViewerError
from viewer.presenting.lessons.scenes import load_lesson, steps_in
from viewer.presenting.quotations import Quotations
from viewer.presenting.state.keyboard import Keyboard
from viewer.presenting.state.scene import LEGEND, scene_of
from viewer.presenting.state.show import BEGINNING, Place
from viewer.presenting.theatre import Theatre
from viewer.session.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from PySide6.QtWidgets import QWidget

    from viewer.model.diagram import DiagramId
    from viewer.presenting.lessons.dialog import LessonDialog
    from viewer.presenting.lessons.step_words import StepWords
    from viewer.presenting.state.scene import Scene
    from viewer.scene.theme import Theme
    from viewer.session.opening import Opener
    from viewer.session.session import Session


class Playing(QObject):
    """Signals: ``ended(int)`` with the step that was shown last."""

    ended = Signal(int)

    def __init__(
        self,
        session: Session,
        themed: Callable[[str], Theme],
        make_opener: Callable[[], Opener],
        window: QWidget,
        *,
        moves: bool,
    ) -> None:
        """Take the session, the themes by name, what opens diagrams, and the window that the show starts beside."""
        super().__init__(window)
        self._make_opener = make_opener
        self._lessons = Lane(self)
        self._session, self._themed, self._window, self._moves = session, themed, window, moves
        self.theatre: Theatre | None = None
        self._dialog: LessonDialog | None = None
        self._file = ""
        self._changed: Path | None = None  # the lesson whose text is changed
        self._quotations = Quotations(session.reading.fetch_text, self)
        session.reading.shelf_changed.connect(self._on_shelf_changed)

    def present(self, step: int) -> None:
        """Present the open diagram from a step (from 1); its first step begins with the signs."""
        ready = self._session.ready
        if ready is None:
            return
        scene = scene_of(ready.diagram, ready.layout, legend=self._session.settings.value.show_legend)
        halt = scene.halts.index(step) if step > 1 and step in scene.halts else 0
        self.play((scene,), Place(0, halt))

    def check_room(self) -> None:
        """Begin a show with the page that tells up to where each step can be read."""
        self.present(1)
        if self.theatre is not None:
            self.theatre.do("room")

    def open_lesson(self, path: Path) -> None:
        """Read a lesson, lay its diagrams out, and present it; a notice says what is wrong with it."""
        catalog, opener = self._session.catalog, self._make_opener()
        legend = self._session.settings.value.show_legend
        self._lessons.submit(
            lambda token: load_lesson(path, catalog, opener, token, legend=legend),
            lambda loaded: self.play(loaded.scenes),
            self._on_lesson_failed,
        )

    def make_lesson(self) -> None:
        """Ask which diagrams and steps belong to a lesson, and where to keep it; the open diagram is its first."""
        ready = self._session.ready
        self._open_dialog(Lesson("A lesson", () if ready is None else (Part(ready.id),)), "lesson.yaml")

    def edit_lesson(self, path: Path) -> None:
        """Change a lesson that was kept; a notice says what is wrong with it."""
        known = tuple(self._session.catalog.by_id)
        self._lessons.submit(
            lambda _token: read_lesson(path, known),
            lambda lesson: self._open_dialog(lesson, str(path), path),
            self._on_lesson_failed,
        )

    def _open_dialog(self, lesson: Lesson, file: str, changed: Path | None = None) -> None:
        from viewer.presenting.lessons.dialog import LessonDialog

        dialog = LessonDialog(self._session.catalog, lesson, self._window)
        self._file, self._changed = file, changed
        dialog.save_requested.connect(self._on_dialog_save_requested)
        dialog.steps_requested.connect(self._on_dialog_steps_requested)
        self._dialog = dialog
        dialog.destroyed.connect(self._on_dialog_destroyed)
        dialog.open()

    @Slot(object)
    def _on_dialog_steps_requested(self, name: DiagramId) -> None:
        catalog, opener = self._session.catalog, self._make_opener()
        self._lessons.submit(
            lambda token: steps_in(catalog.by_id[name].path, catalog, opener, token),
            lambda steps: self._show_steps(name, steps),
            lambda error: self._show_steps(name, (), error),
        )

    def _show_steps(self, name: DiagramId, steps: tuple[StepWords, ...], error: ViewerError | None = None) -> None:
        if self._dialog is not None:
            self._dialog.show_steps(name, steps)
        if error is not None:
            self._on_lesson_failed(error)

    @Slot()
    def _on_dialog_destroyed(self) -> None:
        self._dialog = None

    def save_lesson(self, lesson: Lesson, path: Path) -> None:
        """Write a lesson; its name ends as lessons' names do."""
        from viewer.definitions.lesson import SUFFIX
        from viewer.export.files import write_whole

        if not path.name.endswith(SUFFIX):
            path = path.with_name(f"{path.name.removesuffix('.yaml').removesuffix('.yml')}.{SUFFIX}")
        content, kept = _lesson_bytes(lesson, self._changed)
        try:
            write_whole(path, _writer(content))
        except ViewerError as error:
            self._tell(str(error))
        else:
            lost = "" if kept else " Its comments could not be kept."
            self._tell(f"The lesson is kept as {path}.{lost}")

    def choose_keys(self) -> None:
        """Let the keys of the show be changed; they count from the next show on."""
        from viewer.presenting.key_dialog import KeyDialog

        dialog = KeyDialog(self._keyboard, self._window)
        dialog.changed.connect(self._on_dialog_changed)
        dialog.open()

    @property
    def _keyboard(self) -> Keyboard:
        settings = self._session.settings.value
        return Keyboard(letters=settings.show_letters, changes=settings.show_keys)

    def write_story(self) -> None:
        """Append a drafted story to the open definition, whose own text stays as it is."""
        from viewer.definitions.files import read_bounded
        from viewer.definitions.story_text import with_story
        from viewer.export.files import write_whole
        from viewer.presenting.state.draft import drafted_steps

        ready = self._session.ready
        if ready is None:
            return
        try:
            content = read_bounded(ready.path, str(ready.path))
            written = with_story(content, drafted_steps(ready.diagram, ready.layout), str(ready.path))
            write_whole(ready.path, _writer(written))
        except ViewerError as error:
            self._tell(str(error))
        else:
            self._tell(f"A story was written at the end of {ready.path.name}. Change its words there.")

    def play(self, scenes: tuple[Scene, ...], place: Place = BEGINNING) -> None:
        """Show scenes from a place; nothing happens while a show is on."""
        if self.theatre is not None:
            return
        settings = self._session.settings
        theatre = Theatre(
            scenes,
            self._themed,
            self._quotations,
            moves=self._moves,
            keyboard=self._keyboard,
            notes_pixels=settings.value.show_notes_size,
            parent=self,
        )
        theatre.left.connect(self._on_theatre_left)
        theatre.screen_chosen.connect(self._on_theatre_screen_chosen)
        theatre.notes_sized.connect(self._on_theatre_notes_sized)
        self.theatre = theatre
        theatre.open(self._window, place, settings.value.show_screen)

    def close(self) -> None:
        """End the show that runs."""
        self._lessons.close()
        if self.theatre is not None:
            self.theatre.become(self.theatre.show._replace(over=True))

    def _tell(self, words: str) -> None:
        self._session.notice_posted.emit(Notice(words, "lesson"))

    def _on_lesson_failed(self, error: ViewerError) -> None:
        first, _, rest = str(error).partition("\n")
        more = f" ({rest.count(chr(10)) + 1} more problems.)" if rest else ""
        self._session.notice_posted.emit(Notice(first + more, "lesson", Severity.ERROR))

    @Slot(object)
    def _on_dialog_changed(self, keyboard: Keyboard) -> None:
        changes = tuple(f"{name}={key}" for name, key in keyboard.changes.items())
        self._session.settings.change(show_letters=keyboard.letters, show_keys=changes)

    @Slot(object)
    def _on_dialog_save_requested(self, lesson: Lesson) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getSaveFileName(
            self._window, "Keep the lesson", self._file, "Lessons (*lesson.yaml)"
        )
        if name:
            self.save_lesson(lesson, Path(name))

    @Slot(str, int)
    def _on_theatre_left(self, diagram: str, step: int) -> None:
        theatre, self.theatre = self.theatre, None
        if theatre is not None:
            theatre.deleteLater()
        ready = self._session.ready
        if ready is not None and ready.id == diagram:
            self.ended.emit(max(step, LEGEND))
        self._window.activateWindow()

    @Slot(str)
    def _on_theatre_screen_chosen(self, screen: str) -> None:
        self._session.settings.change(show_screen=screen)

    @Slot(int)
    def _on_theatre_notes_sized(self, pixels: int) -> None:
        self._session.settings.change(show_notes_size=pixels)

    @Slot(object)
    def _on_shelf_changed(self, _shelf: object) -> None:
        if self.theatre is not None:
            self._quotations.gather(self.theatre.show.scenes, again=True)


def _writer(content: bytes) -> Callable[[IO[bytes]], None]:
    def write(file: IO[bytes]) -> None:
        file.write(content)

    return write


def _lesson_bytes(lesson: Lesson, changed: Path | None) -> tuple[bytes, bool]:
    """Return what to write of a lesson, and whether the comments of the one that was changed are in it."""
    from viewer.definitions.files import read_bounded
    from viewer.definitions.lesson import lesson_text
    from viewer.definitions.lesson_source import with_lesson

    fresh = lesson_text(lesson).encode("utf-8")
    if changed is None:
        return fresh, True
    try:
        before = read_bounded(changed, str(changed))
    except ViewerError:
        return fresh, True  # it is gone, and with it what stood beside its words
    after = with_lesson(before, lesson, str(changed))
    return (fresh, b"#" not in before) if after is None else (after, True)
