"""What can be done with the picture that is open: copy, drag, export, print. Files are written on a job's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.errors import Notice, Severity, ViewerError
from viewer.session.jobs import Lane, Progress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.export.clipboard import Copied
    from viewer.export.options import Options
    from viewer.export.sheet import Sheet
    from viewer.layout.geometry import TextMeasurer
    from viewer.session.page import Ready
    from viewer.session.session import Session
    from viewer.ui.appearance import Appearance
    from viewer.ui.exporting.export_dialog import ExportDialog


class PictureVerbs(QObject):
    """Signals: ``notice_posted(Notice)``, ``progress_changed(Progress | None)``."""

    notice_posted = Signal(object)
    progress_changed = Signal(object)

    def __init__(
        self, session: Session, appearance: Appearance, measurer: TextMeasurer, parent: QObject | None = None
    ) -> None:
        """Take the session whose picture it is."""
        super().__init__(parent)
        self._session, self._appearance, self.measurer = session, appearance, measurer
        self._lane = Lane(self)
        self._copies = Lane(self)  # its own: a copy never makes an export that is under way forget to report
        for lane in (self._lane, self._copies):
            lane.busy_changed.connect(self._on_lane_busy_changed)
        self._last: tuple[Options, Path] | None = None
        self._dialog: ExportDialog | None = None
        self._offered: Ready | None = None  # what the dialog shows: another diagram may be open behind it

    @property
    def folder(self) -> Path:
        """The folder that the next export is offered in."""
        kept = self._session.settings.value.export_folder
        if kept and Path(kept).is_dir():
            return Path(kept)
        from PySide6.QtCore import QStandardPaths

        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()

    def copy(self) -> None:
        """Put the whole picture on the clipboard: pixels, drawing and sentences."""
        from viewer.export.clipboard import copied

        sheet = self._sheet()
        if sheet is not None:
            self._copies.submit(lambda _token: copied(sheet), self._on_copied, self._on_copy_failed)

    def drag(self, source: QWidget) -> None:
        """Let the user carry the picture to another program."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QDrag, QPixmap

        from viewer.export.clipboard import copied, mime_of

        sheet = self._sheet()
        if sheet is None:
            return
        try:
            mime = mime_of(copied(sheet, letters=False))
        except ViewerError as error:
            self.notice_posted.emit(Notice(str(error), "drag", Severity.ERROR))
            return
        drag = QDrag(source)
        image = QPixmap.fromImage(mime.imageData())
        drag.setPixmap(
            image.scaled(160, 160, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

    def ask(self, window: QWidget) -> None:
        """Ask how the open diagram shall be exported. There is one dialog: asked again, it comes to the front."""
        ready = self._session.ready
        if ready is None:
            self.notice_posted.emit(Notice("Open a diagram first, then export it.", "export"))
            return
        from viewer.ui.exporting.export_dialog import ExportDialog

        options = None
        if self._dialog is not None:
            if self._offered is ready:
                self._dialog.raise_()
                self._dialog.activateWindow()
                return
            options = self._dialog.options()
            self._dialog.reject()
        dialog = ExportDialog(ready.diagram, ready.layout, self._appearance, self.folder, window, options=options)
        dialog.export_requested.connect(self._on_dialog_export_requested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog, self._offered = dialog, ready
        dialog.open()

    def _write(self, ready: Ready, options: Options, path: Path) -> None:
        from viewer.export.exporter import export_diagram

        theme, measurer = self._appearance.named(options.theme), self.measurer
        diagram, layout = ready.diagram, ready.layout
        self._last = (options, path)
        self._session.settings.change(export_folder=str(path.parent))
        self._lane.submit(
            lambda _token: export_diagram(diagram, layout, path, options, theme, measurer),
            self._on_exported,
            self._on_failed,
        )

    def export_again(self) -> bool:
        """Write the picture as the last time, under the open diagram's name; False when there was no last time."""
        ready = self._session.ready
        if self._last is None or ready is None:
            return False
        options, path = self._last
        self._write(ready, options, path.with_name(f"{ready.id}{path.suffix}"))
        return True

    def print_on(self, window: QWidget) -> None:
        """Print the picture in the print theme."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from viewer.export.options import Options
        from viewer.export.printing import paint_page

        sheet = self._sheet(Options(theme="print"))
        if sheet is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, window)
        if dialog.exec():
            paint_page(sheet, printer)

    def close(self) -> None:
        """Take the dialog away, and wait for what is being written."""
        if self._dialog is not None:
            self._dialog.reject()
        self._lane.close()
        self._copies.close()

    def _sheet(self, options: Options | None = None) -> Sheet | None:
        ready = self._session.ready
        if ready is None:
            self.notice_posted.emit(Notice("There is no picture yet. Open a diagram first.", "copy"))
            return None
        from viewer.export.options import Options
        from viewer.export.sheet import compose

        chosen = options or Options()
        theme = self._appearance.named(chosen.theme)
        return compose(ready.diagram, ready.layout, theme, self.measurer, chosen)

    def _on_dialog_export_requested(self, options: Options, path: Path) -> None:
        if self._offered is not None:
            self._write(self._offered, options, path)

    def _on_dialog_finished(self) -> None:
        self._dialog = self._offered = None

    def _on_copied(self, forms: Copied) -> None:
        from PySide6.QtGui import QGuiApplication

        from viewer.export.clipboard import mime_of

        QGuiApplication.clipboard().setMimeData(mime_of(forms))
        self.notice_posted.emit(Notice("The picture is on the clipboard, with its legend.", "copy"))

    def _on_copy_failed(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "copy", Severity.ERROR))

    def _on_exported(self, path: Path) -> None:
        self.notice_posted.emit(Notice(f"Exported to {path}", "export"))

    def _on_failed(self, error: ViewerError) -> None:
        self.notice_posted.emit(Notice(str(error), "export", Severity.ERROR))

    def _on_lane_busy_changed(self, _busy: bool) -> None:
        busy = self._lane.busy or self._copies.busy
        self.progress_changed.emit(Progress("Writing the picture") if busy else None)
