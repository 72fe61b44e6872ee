"""The export dialog: choices become options, and a small picture shows what will come of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QPushButton, QWidget

from tests.builders.diagrams import a_diagram
from tests.builders.theming import a_measurer, a_theme
from viewer.errors import SettingsError
from viewer.export.options import Format, Options
from viewer.layout.geometry import Box, Layout, NodePlace
from viewer.model.diagram import ElementId
from viewer.model.story import Step
from viewer.ui.exporting.check_box import CheckBox
from viewer.ui.exporting.choice_field import ChoiceField
from viewer.ui.exporting.export_dialog import ExportDialog
from viewer.ui.exporting.export_preview import ExportPreview, said_size
from viewer.ui.exporting.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_A, _B = ElementId("a"), ElementId("b")
_DIAGRAM = a_diagram(["a", "b"], steps=(Step("First", (_A,)), Step("Second", (_B,))), name="two", title="Two & more")
_LAYOUT = Layout(
    Box(0, 0, 400, 200),
    {
        _A: NodePlace(_A, Box(10, 20, 100, 36), ("a",), Box(10, 8, 10, 10)),
        _B: NodePlace(_B, Box(10, 120, 100, 36), ("b",), Box(10, 108, 10, 10)),
    },
    {},
    {},
    "by hand",
)


class _Appearance(QObject):
    """Themes as the window has them."""

    theme_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.theme = a_theme("dark")

    def named(self, name: str) -> Theme:
        if name == "print":
            raise SettingsError("The theme “print” cannot be read.")
        return a_theme(name)


def _made(folder: Path, qtbot: QtBot, diagram: Diagram = _DIAGRAM, *, options: Options | None = None) -> ExportDialog:
    appearance = _Appearance()
    made = ExportDialog(diagram, _LAYOUT, appearance, folder, options=options)  # type: ignore[arg-type]
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[ExportDialog]:
    a_measurer()
    made = _made(tmp_path, qtbot)
    yield made
    made.done(0)


def _choice(dialog: ExportDialog, key: str) -> ChoiceField:
    return next(field for field in dialog.findChildren(ChoiceField) if field.findData(key) >= 0)


def _box(dialog: ExportDialog, words: str) -> CheckBox:
    return next(box for box in dialog.findChildren(CheckBox) if box.text().startswith(words))


def _number(dialog: ExportDialog, unit: str) -> NumberField:
    return next(field for field in dialog.findChildren(NumberField) if field.suffix() == unit)


def _export(dialog: ExportDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Export"))


def _said(dialog: ExportDialog) -> str:
    return " ".join(
        label.text() for label in dialog.findChildren(QLabel) if "px" in label.text() or "read" in label.text()
    )


def test_it_does_not_block_the_window(dialog: ExportDialog) -> None:
    dialog.open()
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_choices_become_options(dialog: ExportDialog) -> None:
    _choice(dialog, "svg").choose("svg")
    _choice(dialog, "Width on paper").choose("Width on paper")
    _number(dialog, " mm").setValue(120)
    _choice(dialog, "dark").choose("dark")
    _choice(dialog, "2").choose("2")
    _box(dialog, "Title").setChecked(False)
    _box(dialog, "Legend").setChecked(False)
    _box(dialog, "Transparent").setChecked(True)
    assert dialog.options() == Options(
        format=Format.SVG, width_mm=120, theme="dark", transparent=True, legend=False, title=False, step=2
    )


def test_the_least_and_the_most_can_be_exported(dialog: ExportDialog) -> None:
    for unit, sizing in ((" %", "Scale"), (" mm", "Width on paper"), (" dpi", "Scale")):
        _choice(dialog, sizing).choose(sizing)
        field = _number(dialog, unit)
        for value in (field.minimum(), field.maximum()):
            field.setValue(value)
            assert dialog.options().theme == "light"  # options refuse numbers out of bounds


def test_paper_has_its_customary_resolution_unless_another_was_chosen(dialog: ExportDialog) -> None:
    sizing, resolution = _choice(dialog, "Width on paper"), _number(dialog, " dpi")
    sizing.choose("Width on paper")
    assert resolution.value() == 300
    sizing.choose("Scale")
    assert resolution.value() == 192
    resolution.setValue(600)
    sizing.choose("Width on paper")
    assert resolution.value() == 600


def test_only_pixels_have_a_resolution(dialog: ExportDialog) -> None:
    dialog.open()
    assert _number(dialog, " dpi").isVisible()
    _choice(dialog, "pdf").choose("pdf")
    assert not _number(dialog, " dpi").isVisible()
    assert dialog.options().dpi is None


def test_given_options_are_where_it_begins(qtbot: QtBot, tmp_path: Path) -> None:
    options = Options(format=Format.PNG, width_mm=90, dpi=600, theme="contrast", legend=False, step=1)
    made = _made(tmp_path, qtbot, options=options)
    assert made.options() == options
    made.done(0)


def test_the_size_is_said_and_follows_the_choices(dialog: ExportDialog, qtbot: QtBot) -> None:
    _choice(dialog, "Width on paper").choose("Width on paper")
    _number(dialog, " mm").setValue(254)
    _number(dialog, " dpi").setValue(100)
    qtbot.waitUntil(lambda: _said(dialog).startswith("1,000 × "))
    assert "254 × " in _said(dialog)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(format=Format.PNG, scale=1.0, dpi=192), "1,920 × 960 px · 254 × 127 mm"),
        (Options(format=Format.SVG, scale=2.0), "1,920 × 960 px · 508 × 254 mm"),
        (Options(format=Format.PDF, width_mm=100), "100 × 50 mm"),
    ],
)
def test_each_format_says_its_own_size(options: Options, words: str) -> None:
    assert said_size(960, 480, options) == words


def test_the_preview_shows_the_theme_of_the_export_not_of_the_window(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.open()
    _box(dialog, "Title").setChecked(False)
    preview = dialog.findChild(ExportPreview)
    with qtbot.waitSignal(preview.sized):
        preview.ask(dialog.options(), a_theme("light"))
    centre = preview.grab().toImage().pixelColor(preview.width() // 2, preview.height() // 2)
    assert centre.name() == a_theme("light").canvas.lower()


def test_a_picture_that_cannot_be_made_is_told_and_not_exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(_said(dialog)))
    _choice(dialog, "print").choose("print")
    assert _said(dialog) == "The theme “print” cannot be read."
    assert not _export(dialog).isEnabled()
    _choice(dialog, "print").choose("light")
    qtbot.waitUntil(_export(dialog).isEnabled)


def test_a_chosen_file_is_exported_and_the_dialog_goes(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.open()
    _choice(dialog, "pdf").choose("pdf")
    _export(dialog).click()
    files = dialog.findChild(QFileDialog)
    assert files.defaultSuffix() == "pdf"
    with qtbot.waitSignal(dialog.export_requested) as asked:
        files.fileSelected.emit(str(tmp_path / "two.pdf"))
    options, path = asked.args
    assert (options.format, path) == (Format.PDF, tmp_path / "two.pdf")
    files.close()
    assert not dialog.isVisible()


def test_an_enlargement_is_said_in_per_cent(dialog: ExportDialog) -> None:
    assert _number(dialog, " %").text() == "100 %"
    _number(dialog, " %").setValue(250)
    assert dialog.options().scale == 2.5


@pytest.mark.parametrize("name", ["light", "contrast"])
def test_an_open_dialog_follows_the_theme_of_the_window(dialog: ExportDialog, name: str) -> None:
    dialog.open()
    theme = a_theme(name)
    dialog._appearance.theme_changed.emit(theme)
    ground = dialog.grab().toImage()
    assert ground.pixelColor(3, 3).name() == theme.panel.lower()
    for field in (_choice(dialog, "pdf"), _number(dialog, " dpi")):
        inside = field.mapTo(dialog, QPoint(field.width() - 26, 6))
        assert ground.pixelColor(inside).name() == theme.canvas.lower()


def test_escape_and_cancel_leave_without_a_file(dialog: ExportDialog) -> None:
    dialog.open()
    asked: list[object] = []
    dialog.export_requested.connect(lambda *values: asked.append(values))
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).click()
    assert not dialog.isVisible()
    assert asked == []


def test_a_wheel_that_passes_by_changes_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = dialog.options()
    for field in [*dialog.findChildren(ChoiceField), *dialog.findChildren(NumberField)]:
        here = QPointF(field.rect().center())
        turn = QWheelEvent(here, here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                           Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        field.wheelEvent(turn)
    assert dialog.options() == before


def test_every_field_can_be_named_and_hit(dialog: ExportDialog) -> None:
    dialog.open()
    fields: list[QWidget] = [
        *dialog.findChildren(ChoiceField), *dialog.findChildren(NumberField), *dialog.findChildren(CheckBox)
    ]  # fmt: skip
    for field in fields:
        assert field.height() >= 24
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)


def test_a_diagram_without_steps_offers_none(qtbot: QtBot, tmp_path: Path) -> None:
    plain = a_diagram(["a", "b"])
    made = _made(tmp_path, qtbot, plain)
    made.open()
    assert made.options().step is None
    assert not any("After step" in field.itemText(0) for field in made.findChildren(ChoiceField) if field.isVisible())
    made.done(0)
