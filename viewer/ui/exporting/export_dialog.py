"""The export dialog: choices at the right, what comes of them at the left. It does not block the window behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from viewer.errors import SettingsError
from viewer.export.options import Options
from viewer.scene.text_metrics import QtMeasurer
from viewer.ui.exporting.export_form import ExportForm
from viewer.ui.exporting.export_preview import ExportPreview
from viewer.ui.parts.form_sheet import form_sheet
from viewer.ui.typeset.style import Style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.layout.geometry import Layout
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme
    from viewer.ui.appearance import Appearance

_KINDS = {"png": "PNG picture (*.png)", "svg": "SVG drawing (*.svg)", "pdf": "PDF (*.pdf)"}


class ExportDialog(QDialog):
    """Signal: ``export_requested(Options, Path)`` once a place for the file was chosen; the dialog closes then."""

    export_requested = Signal(object, object)

    def __init__(
        self,
        diagram: Diagram,
        layout: Layout,
        appearance: Appearance,
        folder: Path,
        parent: QWidget | None = None,
        *,
        options: Options | None = None,
    ) -> None:
        """Take what is exported, where themes come from, and the folder that is offered first."""
        super().__init__(parent)
        self._diagram, self._appearance, self._folder = diagram, appearance, folder
        self.setWindowTitle(f"Export – {' '.join(diagram.title.split())}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tone = "second"
        style = Style(appearance.theme, self.font())
        self._preview = ExportPreview(diagram, layout, QtMeasurer(), style, self)
        self._form = ExportForm(diagram, options or Options(), style, self)
        self._size = QLabel(self)
        self._size.setTextFormat(Qt.TextFormat.PlainText)
        self._size.setWordWrap(True)
        self._size.setFont(style.small.font)
        self._style = style
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())  # a word is enough
        self._export = QPushButton("Export…", self)
        self._export.setDefault(True)
        self._buttons.addButton(self._export, QDialogButtonBox.ButtonRole.ActionRole)
        self.setStyleSheet(form_sheet(style))
        self._arrange()
        self._form.changed.connect(self._on_form_changed)
        self._preview.sized.connect(self._on_preview_sized)
        self._preview.failed.connect(self._on_preview_failed)
        appearance.theme_changed.connect(self._on_appearance_theme_changed)
        self._buttons.rejected.connect(self.reject)
        self._export.clicked.connect(self._on_export_clicked)
        self._on_form_changed()

    def options(self) -> Options:
        """Return the choices as they stand."""
        return self._form.options()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._preview, 1)
        left.addWidget(self._size)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._form)
        right.addStretch(1)
        right.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 20)
        row.setSpacing(32)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.resize(self.sizeHint().grownBy(self.contentsMargins()).expandedTo(self.minimumSizeHint()))

    def _say(self, words: str, tone: str) -> None:
        self._tone = tone
        palette = self._size.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._style.colour(tone))
        self._size.setPalette(palette)
        self._size.setText(words)

    def _on_appearance_theme_changed(self, theme: Theme) -> None:
        self._style = Style(theme, self.font())
        self._preview.set_style(self._style)
        self._form.set_style(self._style)
        self.setStyleSheet(form_sheet(self._style))
        self._say(self._size.text(), self._tone)

    def _on_form_changed(self) -> None:
        options = self._form.options()
        try:
            theme = self._appearance.named(options.theme)
        except SettingsError as error:
            self._on_preview_failed(str(error))
            return
        self._preview.ask(options, theme)

    def _on_preview_sized(self, size: str) -> None:
        self._say(size, "second")
        self._export.setEnabled(True)

    def _on_preview_failed(self, words: str) -> None:
        self._say(words, "danger")
        self._export.setEnabled(False)

    def _on_export_clicked(self) -> None:
        ending = str(self.options().format)
        dialog = QFileDialog(self, "Export the picture", str(self._folder), _KINDS[ending])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self._diagram.id}.{ending}")
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        self.export_requested.emit(self.options(), Path(name))
        self.accept()

    # Qt's own names

    def open(self) -> None:
        """Show the dialog beside the window; Qt's own would block it."""
        self.show()

    def done(self, result: int) -> None:
        self._preview.close_jobs()
        super().done(result)
