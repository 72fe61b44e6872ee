"""Connects what the user says of documents and passages: what is added, taken out, pinned and hidden.

What does it is made when it is first wanted: nobody pins before the first picture.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.errors import Notice

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt
    from viewer.session.session import Session
    from viewer.session.shelves.shelving import Shelving
    from viewer.ui.appearance import Appearance
    from viewer.ui.excerpts.verdict import Verdict
    from viewer.ui.main_window import MainWindow
    from viewer.ui.pin_verbs import PinVerbs
    from viewer.ui.undoing import Undoing
    from viewer.ui.window_verbs import WindowVerbs


class LibraryWiring(QObject):
    """Listens to both side panels and to the menus."""

    def __init__(
        self, window: MainWindow, session: Session, appearance: Appearance, verbs: WindowVerbs, parent: QObject
    ) -> None:
        """Connect everything."""
        super().__init__(parent)
        self._window, self._session, self._appearance = window, session, appearance
        for signal, slot in (
            (window.library.paths_dropped, self._on_documents_chosen),
            (window.library.document_removed, self._on_document_removed),
            (window.library.document_switched, self._on_document_switched),
            (window.library.folder_requested, self._on_folder_requested),
            (window.library.skipped_requested, self._on_skipped_requested),
            (window.library.notice_requested, verbs.tell),
            (verbs.documents_chosen, self._on_documents_chosen),
            (window.excerpts.verdict_requested, self._on_verdict_requested),
            (verbs.undo_requested, self._on_undo_requested),
            (verbs.pins_saving_requested, self._on_pins_saving_requested),
            (verbs.pins_copying_requested, self._on_pins_copying_requested),
        ):
            signal.connect(slot)

    @cached_property
    def _undoing(self) -> Undoing:
        from viewer.ui.undoing import Undoing

        return Undoing(self._window.strips)

    @cached_property
    def _shelving(self) -> Shelving:
        from viewer.session.shelves.shelving import Shelving

        return Shelving(self._session.reading, self._session.settings)

    @cached_property
    def _pins(self) -> PinVerbs:
        from viewer.ui.pin_verbs import PinVerbs

        return PinVerbs(self._session, self._undoing, self._window)

    def restore(self) -> None:
        """Bring back what the user chose before, now that documents are read."""
        self._shelving.restore()

    def close(self) -> None:
        """Stop what was made here."""
        if "_pins" in self.__dict__:
            self._pins.close()

    def _on_documents_chosen(self, paths: tuple[Path, ...]) -> None:
        self._shelving.add(paths)

    def _on_document_removed(self, name: str) -> None:
        path = Path(name)
        what = f"The {'folder' if path.is_dir() else 'document'} “{path.name}”"
        take_back = self._shelving.remove(path)
        gone = f"{what} was removed from the library. It stays on the disk."
        self._undoing.tell(gone, f"{what} is back in the library.", take_back)

    def _on_document_switched(self, path: str, on: bool) -> None:
        self._shelving.switch(path, on)

    def _on_folder_requested(self, path: str) -> None:
        from viewer.ui.folder import show_in_folder

        said = show_in_folder(Path(path))
        if said:
            self._window.strips.post(Notice(said, "folder"))

    def _on_skipped_requested(self) -> None:
        from viewer.ui.library.skipped_sheet import SkippedSheet

        reading = self._session.reading
        sheet = SkippedSheet(reading.shelf.skipped, self._appearance.theme, self._window)
        sheet.retry_requested.connect(reading.refresh)
        sheet.folder_requested.connect(self._on_folder_requested)
        reading.shelf_changed.connect(sheet.show_shelf)
        sheet.open()

    def _on_verdict_requested(self, excerpt: Excerpt, verdict: Verdict) -> None:
        self._pins.judge(excerpt, verdict)

    def _on_undo_requested(self) -> None:
        self._undoing.undo()

    def _on_pins_saving_requested(self) -> None:
        self._pins.save_copy()

    def _on_pins_copying_requested(self) -> None:
        self._pins.copy_yaml()
