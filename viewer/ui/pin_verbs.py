"""What can be done with pins: keep and hide passages, copy pins as YAML, save them into a copy of the definition."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from viewer.errors import DiagramError, Notice, Severity, ViewerError
from viewer.model.diagram import ElementId
from viewer.session.jobs import Lane
from viewer.ui.excerpts.verdict import Verdict, refusal

if TYPE_CHECKING:
    from viewer.documents.library import Library
    from viewer.model.diagram import Diagram
    from viewer.model.evidence import Excerpt, Pin
    from viewer.session.jobs import Token
    from viewer.session.session import Session
    from viewer.ui.main_window import MainWindow
    from viewer.ui.undoing import Undoing

_NO_PINS = "Nothing is pinned in this diagram. Point at a passage at the right and choose Pin."


class PinVerbs(QObject):
    """Made when first needed; files are written on a lane's thread."""

    def __init__(self, session: Session, undoing: Undoing, window: MainWindow) -> None:
        """Take the session, its pins, and where things are told."""
        super().__init__(window)
        self._session, self._undoing, self._window = session, undoing, window
        self._files = Lane(self)

    def judge(self, excerpt: Excerpt, verdict: Verdict) -> None:
        """Do with an excerpt of the selected element what the user said of it, and offer to take it back."""
        ready, element, pinning = self._session.ready, self._session.selection, self._session.pinning
        if ready is None or element is None or pinning is None:
            return
        diagram, before = ready.id, excerpt.pin
        why_not = refusal(excerpt, verdict)
        if why_not:
            self._tell(why_not)
        elif verdict is Verdict.HIDE:
            pinning.hide(excerpt)
            self._undoing.tell("The passage is hidden.", "The passage is shown again.", lambda: pinning.show(excerpt))
        elif verdict is Verdict.SHOW:
            pinning.show(excerpt)
        elif verdict is Verdict.UNPIN and before is not None:
            pinning.unpin(diagram, element, before)
            put_back = partial(pinning.put_back, diagram, element, before)
            self._undoing.tell("The passage is unpinned.", "The passage is pinned again.", put_back)
        elif verdict.stance is not None:
            kept = pinning.pin(diagram, element, excerpt, verdict.stance)
            said = f"Pinned: {verdict.words[:1].lower()}{verdict.words[1:]}."
            if before is None:
                unpin = partial(pinning.unpin, diagram, element, kept)
                self._undoing.tell(said, "The passage is unpinned again.", unpin)
            else:
                put_back = partial(pinning.put_back, diagram, element, before)
                self._undoing.tell(said, "The passage is pinned as before.", put_back)

    def copy_yaml(self) -> None:
        """Copy the pins of the selected element, else of the whole diagram, as the YAML of a definition."""
        from viewer.definitions.evidence_text import evidence_yaml

        ready, element = self._session.ready, self._session.selection
        if ready is None:
            return
        pins = self._of_diagram(ready.id)
        chosen = {element: pins[element]} if element is not None and element in pins else pins
        if not chosen:
            self._tell(_NO_PINS)
            return
        parts = []
        for name, kept in chosen.items():
            said = _said(ready.diagram, name)
            parts.append(f"# {said}\n{evidence_yaml([pin.evidence for pin in kept])}")
        QGuiApplication.clipboard().setText("\n".join(parts))
        count = sum(len(kept) for kept in chosen.values())
        where = f"of “{_said(ready.diagram, element)}”" if element in chosen else "of the diagram"
        self._tell(f"{_counted(count)} {where} copied as YAML.")

    def save_copy(self) -> None:
        """Ask where, and write the definition there with the pins as evidence; the definition itself stays."""
        from PySide6.QtWidgets import QFileDialog

        ready = self._session.ready
        if ready is None:
            self._tell("Open a diagram first, then save its pins.")
            return
        if not self._of_diagram(ready.id):
            self._tell(_NO_PINS)
            return
        kept = self._session.settings.value.export_folder
        folder = Path(kept) if kept and Path(kept).is_dir() else Path.home()
        dialog = QFileDialog(self._window, "Save pins into a copy", str(folder), "Definitions (*.yaml *.yml)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # with it Qt asks before a file is written over
        dialog.setDefaultSuffix("yaml")
        dialog.selectFile(f"{ready.path.stem}-pinned.yaml")
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_copy(self, destination: Path) -> None:
        """Write the open definition with its pins to a file: whole or not at all."""
        ready = self._session.ready
        if ready is None:
            return
        path, name, library = ready.path, str(ready.path), self._session.reading.library
        pins = self._of_diagram(ready.id)
        elements = frozenset(ready.diagram.elements)

        def work(_token: Token) -> str:
            from viewer.definitions.evidence_text import with_evidence
            from viewer.definitions.files import read_bounded
            from viewer.export.files import write_whole

            # What is written passes "check": quotes whose words are gone stay behind, and it is said.
            there = {
                ElementId(element): tuple(pin.evidence for pin in kept if library is None or _stands(pin, library))
                for element, kept in pins.items()
                if element in elements
            }
            saved = sum(map(len, there.values()))
            lost = sum(map(len, pins.values())) - saved
            if not saved:
                raise ViewerError("The words of these pins are in no document any more, so nothing was saved.")
            written = with_evidence(read_bounded(path, name), there, name)
            write_whole(destination, lambda file: _fill(file, written))
            left = f" {_counted(lost)} stayed behind: the words or the element are gone." if lost else ""
            return f"{_counted(saved)} saved as evidence in {destination}.{left}"

        self._session.settings.change(export_folder=str(destination.parent))
        self._files.submit(work, lambda said: self._on_written(said, destination), self._on_failed)

    def close(self) -> None:
        """Wait for a file that is being written."""
        self._files.close()

    def _on_dialog_file_selected(self, name: str) -> None:
        self.write_copy(Path(name))

    def _on_written(self, said: str, destination: Path) -> None:
        self._window.strips.post(Notice(said, "pins"), "Open it", lambda: self._session.open_path(destination))

    def _on_failed(self, error: ViewerError) -> None:
        said = error.problems[0].sentence if isinstance(error, DiagramError) else str(error)
        self._window.strips.post(Notice(said, "pins", Severity.ERROR))

    def _of_diagram(self, diagram: str) -> dict[str, tuple[Pin, ...]]:
        pinning = self._session.pinning
        return {} if pinning is None else pinning.board.of_diagram(diagram)

    def _tell(self, words: str) -> None:
        self._window.strips.post(Notice(words, "pins"))


def _stands(pin: Pin, library: Library) -> bool:
    from viewer.model.evidence import Status

    located = library.located(pin.document, pin.quote)
    return located is not None and located.status is not Status.MISSING


def _said(diagram: Diagram, element: str | None) -> str:
    from viewer.model.diagram import Edge

    found = diagram.elements.get(ElementId(element or ""))
    words = (
        diagram.sentence(found) if isinstance(found, Edge) else found.label if found is not None else element or ""
    )
    return " ".join(words.split())


def _counted(count: int) -> str:
    return "1 pin" if count == 1 else f"{count:,} pins"


def _fill(file: IO[bytes], content: bytes) -> None:
    file.write(content)
