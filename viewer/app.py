"""The composition root of the window: makes every object, hands it on, and starts the event loop."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.places import bundled, cache_folder, config_folder
from viewer.screen import why_no_window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from viewer.documents.library import Library
    from viewer.places import Places
    from viewer.presenting.playing import Playing
    from viewer.session.garbage import GarbageCollection
    from viewer.session.pins.pinning import Pinning
    from viewer.session.session import Session
    from viewer.ui.main_window import MainWindow

KNOW_NO_QT = (
    "viewer.layout.engine",
    "viewer.layout.outlines",
    "viewer.model.revealing",
    "viewer.scene.ink.drawing",
    "viewer.scene.theme",
    "viewer.scene.view.camera",
    "viewer.scene.view.emphasis",
    "viewer.scene.view.spatial",
    "viewer.scene.view.tips",
    "viewer.scene.view.touch",
    "viewer.scene.view.travel",
    "viewer.session.asking",
    "viewer.session.history",
    "viewer.session.opening",
    "viewer.session.settings",
    "viewer.session.starting",
    "viewer.ui.bar",
    "viewer.ui.canvas",
    "viewer.ui.excerpts",
    "viewer.ui.library",
    "viewer.ui.parts.plain_tips",
    "viewer.ui.strips",
    "viewer.ui.typeset",
)
"""What a start needs of ours that knows nothing of Qt: PySide6 reads the source of all that is imported after it."""

LONGEST_LEAVE = 30.0
"""How long work may go on after the window was closed, in seconds: an export that is being written is finished."""

_SETTLED_MS = 300  # by then the first picture is on the screen


def run_window(diagram: str | None, diagrams: Sequence[Path], documents: Sequence[Path], present: bool) -> int:
    """Show the window and return the exit status when it is closed.

    ``diagram`` is an id or a file, ``diagrams`` and ``documents`` are folders and files beside the bundled ones.
    """
    lacking = why_no_window()
    if lacking:
        print(lacking, file=sys.stderr)
        return 1
    # Nothing made at the start is garbage: looking for some costs a fiftieth of the start.
    gc.disable()
    # The window waits for a job's Python for 1 ms at most, not for 5; and a job is not kept waiting at the start.
    sys.setswitchinterval(0.001)
    for module in KNOW_NO_QT:
        import_module(module)
    from viewer.compiled_support import import_qt
    from viewer.store import Store

    plain_imports = import_qt(Store(cache_folder() / "code"))
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from viewer.session.jobs import leave_within

    # Fusion takes every colour from the palette, on every platform. Named here, Qt makes it once.
    os.environ.setdefault("QT_STYLE_OVERRIDE", "Fusion")
    app = QApplication(sys.argv[:1])
    with plain_imports:
        window = Window(app, bundled(), diagram, tuple(diagrams), tuple(documents), present=present)
    QTimer.singleShot(_SETTLED_MS, app, window.settle)
    status = app.exec()
    leave_within(LONGEST_LEAVE, status)
    window.close()
    return status


class Window:
    """Everything that lives as long as the window does. ``main`` is the window, ``session`` what it shows."""

    def __init__(
        self,
        app: QApplication,
        places: Places,
        diagram: str | None,
        diagrams: tuple[Path, ...],
        documents: tuple[Path, ...],
        *,
        present: bool = False,
    ) -> None:
        """Make all objects and show the window; reading begins at once, documents after the first picture."""
        from viewer.layout.engine import Engine
        from viewer.scene.fonts import load_fonts
        from viewer.scene.text_metrics import QtMeasurer
        from viewer.session.opening import Opener
        from viewer.session.reading import Reading
        from viewer.session.session import Session
        from viewer.session.settings import SettingsFile
        from viewer.store import Store
        from viewer.ui.appearance import Appearance, motion_is_reduced
        from viewer.ui.icons import Icons
        from viewer.ui.library.thumbnails import Thumbnails
        from viewer.ui.main_window import MainWindow
        from viewer.ui.picture_verbs import PictureVerbs
        from viewer.ui.style import interface_font
        from viewer.ui.window_verbs import WindowVerbs
        from viewer.ui.wiring import Wiring

        app.setApplicationName("mechanism-viewer")
        app.setApplicationDisplayName("Mechanism viewer")
        app.setDesktopFileName("mechanism-viewer")
        cache = cache_folder()
        store = Store(cache / "definitions")
        settings = SettingsFile(config_folder() / "settings.json", store)
        said = settings.load()
        load_fonts(places.fonts)
        app.setFont(interface_font(app.font()))
        appearance = Appearance(places.themes, settings, store)
        appearance.dress()
        layouts = Store(cache / "layouts")
        measurer = QtMeasurer()

        def make_opener() -> Opener:
            chosen = settings.value.engine
            return Opener(Engine(Path(chosen) if chosen else None, store=layouts), measurer, store)

        def use_engine() -> None:
            self.session.use(make_opener())

        opener = make_opener()

        def make_library(roots: tuple[Path, ...]) -> Library:
            from viewer.documents.library import Library, index_for  # SQLite can wait until after the first picture

            return Library(roots, index_for(roots, cache))

        def make_pinning(session: QObject) -> Pinning:
            from viewer.session.pins.pinning import Pinning  # as above

            return Pinning(config_folder() / "pins.json", session)

        reading = Reading(make_library)
        # What the user names comes first: of two diagrams with one id the first counts.
        folders = (*diagrams, *(Path(name) for name in settings.value.diagrams), places.diagrams)
        self.session: Session = Session(folders, opener, reading, settings, store, make_pinning)
        icons = Icons(places.icons, Store(cache / "icons"))
        self._thumbnails = Thumbnails(opener, store)
        self.main: MainWindow = MainWindow(self.session, settings, icons, self._thumbnails)
        self._picture = PictureVerbs(self.session, appearance, measurer, self.main)
        verbs = WindowVerbs(self.main, self.session, appearance, self._picture)
        self.main.bind(verbs.by_name())
        verbs.engine_chosen.connect(use_engine)
        self._appearance = appearance
        self._playing: Playing | None = None
        self._garbage: GarbageCollection | None = None
        self._make_opener = make_opener
        verbs.present_requested.connect(lambda step: self._playing_here().present(step))
        verbs.lesson_requested.connect(lambda path: self._playing_here().open_lesson(path))
        verbs.lesson_making_requested.connect(lambda: self._playing_here().make_lesson())
        verbs.lesson_editing_requested.connect(lambda path: self._playing_here().edit_lesson(path))
        verbs.room_requested.connect(lambda: self._playing_here().check_room())
        verbs.show_keys_requested.connect(lambda: self._playing_here().choose_keys())
        verbs.story_requested.connect(lambda: self._playing_here().write_story())
        lesson = Path(diagram) if diagram is not None and diagram.endswith("lesson.yaml") else None
        self._roots = (places.documents, *documents, *(Path(name) for name in settings.value.documents))
        self._wiring = Wiring(
            self.main, self.session, appearance, self._picture, verbs, self._roots, present=present and not lesson
        )
        view = self.main.canvas.view
        view.wheel_zooms = settings.value.wheel_zooms
        view.moves = not (settings.value.reduced_motion or motion_is_reduced())
        self.main.set_theme(appearance.theme)
        self._thumbnails.set_theme(appearance.theme)
        self.main.restore()
        if lesson is not None:
            self._present_lesson(lesson)
        self.session.start(None if lesson is not None else diagram)
        self.session.await_start()
        self.main.show()
        if said is not None:
            self.session.notice_posted.emit(said)

    def _present_lesson(self, lesson: Path) -> None:
        def begin(_catalog: object) -> None:
            self.session.catalog_changed.disconnect(begin)
            self._playing_here().open_lesson(lesson)

        self.session.catalog_changed.connect(begin)

    def _playing_here(self) -> Playing:
        if self._playing is None:
            from viewer.presenting.playing import Playing  # a window that only shows never needs it

            moves = self.main.canvas.view.moves
            named = self._appearance.named
            self._playing = Playing(self.session, named, self._make_opener, self.main, moves=moves)
            self._playing.ended.connect(self.main.canvas.show_step)
        return self._playing

    def settle(self) -> None:
        """Do what can wait for the first picture: open the diagram to screen readers, and collect garbage.

        What is made from now on is collected, on this thread alone.
        """
        from viewer.session.garbage import GarbageCollection

        # Nothing made so far goes away before the end: the collector need not look at it again.
        gc.freeze()
        self._garbage = GarbageCollection(self.main)
        self.main.canvas.settle()

    def close(self) -> None:
        """Stop every job and let everything go. The collector is left alone last: no job's thread may run it."""
        if self._playing is not None:
            self._playing.close()
        self._picture.close()
        self._thumbnails.close()
        self._wiring.close()
        self.session.close()
        if self._garbage is not None:
            self._garbage.close()
