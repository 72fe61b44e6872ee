"""The choices of an export: what kind of file, how large, in which colours, with what around the diagram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QWidget,
)

from viewer.export.options import Format, Options
from viewer.ui.exporting.check_box import CheckBox
from viewer.ui.exporting.choice_field import ChoiceField
from viewer.ui.exporting.number_field import NumberField

if TYPE_CHECKING:
    from viewer.model.diagram import Diagram
    from viewer.ui.typeset.style import Style

_FORMATS = {
    Format.PNG: "PNG – for slides and pages",
    Format.SVG: "SVG – sharp at any size",
    Format.PDF: "PDF – for print",
}
_THEMES = {"light": "Light", "dark": "Dark", "print": "Print, without colour", "contrast": "High contrast"}
_SCALE, _WIDTH = "Scale", "Width on paper"
_DPI, _PAPER_DPI = 192.0, 300.0
_WIDE = 160.0  # mm: the text of an A4 page


class ExportForm(QWidget):
    """Signal: ``changed()`` when a choice was made; ``options()`` are the choices."""

    changed = Signal()

    def __init__(self, diagram: Diagram, options: Options, style: Style, parent: QWidget | None = None) -> None:
        """Begin with these options; the diagram's steps can be chosen where it has any."""
        super().__init__(parent)
        self._format = ChoiceField({kind.value: words for kind, words in _FORMATS.items()}, style, self)
        self._sizing = ChoiceField({_SCALE: _SCALE, _WIDTH: _WIDTH}, style, self)
        self._scale = NumberField((5.0, 10_000.0), 25.0, " %", style, self)
        self._width = NumberField((5.0, 5000.0), 10.0, " mm", style, self)
        self._dpi = NumberField((10.0, 4800.0), 48.0, " dpi", style, self)
        self._theme = ChoiceField(_THEMES, style, self)
        steps = {"": "The whole diagram"}
        for number, step in enumerate(diagram.steps, start=1):
            steps[str(number)] = f"After step {number}" + (f": {' '.join(step.title.split())}" if step.title else "")
        self._step = ChoiceField(steps, style, self)
        self._title = CheckBox("Title and summary", style, self)
        self._legend = CheckBox("Legend of the signs used", style, self)
        self._clear = CheckBox("Transparent background", style, self)
        self._take(options)
        self._arrange(stepped=bool(diagram.steps))
        self._connect()
        self._on_kind_changed()

    def options(self) -> Options:
        """Return the choices."""
        kind = Format(self._format.key())
        on_paper = self._sizing.key() == _WIDTH
        step = self._step.key()
        return Options(
            format=kind,
            dpi=self._dpi.value() if kind is Format.PNG else None,
            width_mm=self._width.value() if on_paper else None,
            scale=None if on_paper else self._scale.value() / 100,
            theme=self._theme.key(),
            transparent=self._clear.isChecked(),
            legend=self._legend.isChecked(),
            title=self._title.isChecked(),
            step=int(step) if step else None,
        )

    def set_style(self, style: Style) -> None:
        """Take another look."""
        for choice in self.findChildren(ChoiceField):
            choice.set_style(style)
        for number in self.findChildren(NumberField):
            number.set_style(style)
        for box in self.findChildren(CheckBox):
            box.set_style(style)

    def _take(self, options: Options) -> None:
        self._format.choose((options.format or Format.PNG).value)
        self._sizing.choose(_WIDTH if options.width_mm is not None else _SCALE)
        self._scale.setValue(100 * (options.scale or 1.0))
        self._width.setValue(options.width_mm or _WIDE)
        self._dpi.setValue(options.dpi or (_PAPER_DPI if options.width_mm is not None else _DPI))
        self._theme.choose(options.theme)
        self._step.choose(str(options.step) if options.step else "")
        self._title.setChecked(options.title)
        self._legend.setChecked(options.legend)
        self._clear.setChecked(options.transparent)

    def _arrange(self, *, stepped: bool) -> None:
        size = QHBoxLayout()
        size.setSpacing(8)
        for widget in (self._sizing, self._scale, self._width):
            size.addWidget(widget, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("Format", self._format)
        form.addRow("Size", size)
        form.addRow("Resolution", self._dpi)
        form.addRow("Colours", self._theme)
        if stepped:
            form.addRow("Picture", self._step)
        self._step.setVisible(stepped)
        form.addRow("With", self._title)
        form.addRow("", self._legend)
        form.addRow("", self._clear)
        self._rows = form
        names: dict[QWidget, str] = {
            self._sizing: "Size is given as",
            self._scale: "Scale",
            self._width: "Width on paper",
            self._dpi: "Resolution",
        }
        for part, name in names.items():
            part.setAccessibleName(name)

    def _connect(self) -> None:
        for choice in (self._format, self._sizing):
            choice.currentIndexChanged.connect(self._on_kind_changed)
        self._sizing.currentIndexChanged.connect(self._on_sizing_changed)
        for choice in (self._format, self._sizing, self._theme, self._step):
            choice.currentIndexChanged.connect(self.changed)
        for number in (self._scale, self._width, self._dpi):
            number.valueChanged.connect(self.changed)
        for box in (self._title, self._legend, self._clear):
            box.toggled.connect(self.changed)

    def _on_sizing_changed(self) -> None:
        # What is customary on paper, unless another number was chosen.
        on_paper = self._sizing.key() == _WIDTH
        customary, other = (_PAPER_DPI, _DPI) if on_paper else (_DPI, _PAPER_DPI)
        if self._dpi.value() == other:
            self._dpi.setValue(customary)

    def _on_kind_changed(self) -> None:
        on_paper = self._sizing.key() == _WIDTH
        self._width.setVisible(on_paper)
        self._scale.setVisible(not on_paper)
        self._rows.setRowVisible(self._dpi, self._format.key() == Format.PNG.value)
