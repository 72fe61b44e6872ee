"""The window over time: files that change and break, starts that follow each other, other themes, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from tests.builders.windows import STORY, Room, a_desk, a_room
from viewer.session.page import Failed, Ready
from viewer.session.settings import SettingsFile
from viewer.ui.canvas.zoom_control import ZoomControl
from viewer.ui.exporting.export_dialog import ExportDialog
from viewer.ui.parts.flat_button import FlatButton
from viewer.ui.strips.notice_row import NoticeRow
from viewer.ui.strips.problem_list import ProblemList
from viewer.ui.strips.problem_strip import ProblemStrip

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_changed_definition_is_drawn_anew_with_camera_and_selection_as_they_were(
    room: Room, own_folders: Path
) -> None:
    room.click("nmda")
    wanted = room.view.camera.scale * 1.25
    room.key(Qt.Key.Key_Plus)
    room.until(lambda: room.view.camera.scale == pytest.approx(wanted))
    spot = room.place_of("nmda")
    (own_folders / "diagrams" / "story.yaml").write_text(STORY.replace("label: Ketamine", "label: Esketamine"))
    room.until(lambda: room.session.ready.diagram.elements["drug"].label == "Esketamine")
    assert room.session.selection == "nmda"
    assert room.view.camera.scale == pytest.approx(wanted)
    room.until(lambda: (room.place_of("nmda") - spot).manhattanLength() < 40)


def test_a_broken_definition_lists_its_problems_over_the_last_good_picture_until_it_is_mended(
    room: Room, own_folders: Path
) -> None:
    room.click("nmda")
    file = own_folders / "diagrams" / "story.yaml"
    file.write_text(STORY.replace("kind: receptor", "kind: receptr"))
    room.until(lambda: isinstance(room.session.page, Failed))
    strip = room.main.findChild(ProblemStrip)
    assert strip.isVisible()
    assert room.view.picture is not None
    room.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    problems = strip.findChild(ProblemList)
    assert problems.hasFocus()
    row = problems.model().index(0, 0).data()
    assert "receptr" in row
    assert "receptor" in row
    file.write_text(STORY)
    room.until(lambda: isinstance(room.session.page, Ready))
    assert not strip.isVisible()
    assert room.focus is room.view
    assert room.session.selection == "nmda"


def test_the_strip_of_problems_does_not_move_what_one_looks_at(room: Room, own_folders: Path) -> None:
    for _ in range(5):
        room.key(Qt.Key.Key_Plus)
    room.until(lambda: room.view._flight.goal is None)

    def place() -> QPoint:
        return room.view.mapTo(room.main, room.place_of("nmda"))

    before, tall, file = place(), room.view.height(), own_folders / "diagrams" / "story.yaml"
    file.write_text("title: [")
    room.until(lambda: isinstance(room.session.page, Failed) and room.view.height() < tall)
    assert (place() - before).manhattanLength() <= 2
    file.write_text(STORY)
    room.until(lambda: isinstance(room.session.page, Ready) and room.view.height() == tall)
    assert (place() - before).manhattanLength() <= 2


def test_a_new_definition_comes_into_the_library(room: Room, own_folders: Path) -> None:
    (own_folders / "diagrams" / "third.yaml").write_text("title: Third\nnodes:\n  one: {label: One, kind: ion}\n")
    room.until(lambda: "third" in room.session.catalog.by_id)


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_the_theme_changes_everywhere_and_is_remembered(room: Room, own_folders: Path, name: str) -> None:
    room.click("nmda")
    room.main.actions_by_name[f"theme_{name}"].trigger()
    choices = [action for key, action in room.main.actions_by_name.items() if key.startswith("theme_")]
    assert [action.objectName() for action in choices if action.isChecked()] == [f"theme_{name}"]
    choices[0].actionGroup().checkedAction().trigger()  # chosen again, it stays chosen
    assert room.main.actions_by_name[f"theme_{name}"].isChecked()
    canvas = room.view.picture.theme.canvas
    image = room.view.grab().toImage()
    assert image.pixelColor(3, 3).name().lower() == canvas.lower()
    kept = SettingsFile(own_folders / "config" / "settings.json")
    kept.load()
    assert kept.value.theme == name


def test_folded_panels_stay_folded_after_a_restart(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        wide = room.view.width()
        room.key(Qt.Key.Key_F9)
        room.shift(Qt.Key.Key_F9)
        assert room.main.library.isHidden()
        assert room.main.excerpts.isHidden()
        room.until(lambda: room.view.width() > wide)
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        assert room.main.library.isHidden()
        assert room.main.excerpts.isHidden()
        room.key(Qt.Key.Key_F9)
        assert room.main.library.isVisible()


def test_the_last_diagram_and_the_size_come_back(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        room.main.setGeometry(20, 30, 760, 560)
        room.double_click("nmda")
        room.until_open("inside")
    with a_room(own_folders, qtbot, None) as room:
        room.until_open("inside")
        assert room.main.size().width() == 760
        assert room.main.size().height() == 560


def test_a_window_that_stood_beyond_every_screen_comes_back_into_sight(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        room.main.setGeometry(QRect(9000, 9000, 700, 500))
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        assert any(screen.intersects(room.main.geometry()) for screen in screens)


def test_a_damaged_settings_file_is_told_and_the_window_opens(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    (own_folders / "config").mkdir()
    (own_folders / "config" / "settings.json").write_text('{"theme": 5, "geo')
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        assert (own_folders / "config" / "settings.broken.json").is_file()


def test_without_diagrams_and_documents_the_window_says_what_to_do(own_folders: Path, qtbot: QtBot) -> None:
    (own_folders / "diagrams").mkdir()
    with a_room(own_folders, qtbot, None) as room:
        room.until(lambda: room.session.reading.shelf.roots != ())
        words = [label.text() for label in room.main.canvas.findChildren(QLabel) if label.isVisible()]
        assert any("Open a definition" in text for text in words)
        assert all(_resting(room))
        assert room.main.top.export.toolTip() == "There is no picture yet. Open a diagram first."
        room.ctrl(Qt.Key.Key_C)
        room.ctrl(Qt.Key.Key_0)
        room.key(Qt.Key.Key_F5)
        room.key(Qt.Key.Key_Home)
        assert room.session.ready is None


_ABOUT_THE_PICTURE = ("export", "export_again", "print", "present", "present_here", "legend", "fit", "zoom_in")


def _resting(room: Room) -> list[bool]:
    actions = [not room.main.actions_by_name[name].isEnabled() for name in _ABOUT_THE_PICTURE]
    return [*actions, not room.main.top.export.isEnabled(), not room.main.top._present.isEnabled()]


def test_nothing_is_offered_for_a_picture_that_is_not_there_and_the_tips_say_why(
    own_folders: Path, qtbot: QtBot
) -> None:
    file = a_desk(own_folders)
    file.write_text(STORY.replace("kind: receptor", "kind: receptr"))
    with a_room(own_folders, qtbot) as room:
        room.until(lambda: isinstance(room.session.page, Failed))
        assert all(_resting(room))
        why = "There is no picture yet: the definition has problems."
        assert room.main.actions_by_name["present"].toolTip() == why
        assert room.main.top.export.toolTip() == why
        room.qtbot.mouseClick(room.main.top.export, Qt.MouseButton.LeftButton)
        assert room.main.findChild(ExportDialog) is None
        file.write_text(STORY)
        room.until_open("story")
        assert not any(_resting(room))
        assert why not in room.main.top.export.toolTip()


def test_where_there_is_no_picture_the_problems_are_all_there_is_to_see(own_folders: Path, qtbot: QtBot) -> None:
    file = a_desk(own_folders)
    file.write_text(STORY.replace("kind: receptor", "kind: receptr"))
    with a_room(own_folders, qtbot) as room:
        room.until(lambda: isinstance(room.session.page, Failed))
        assert room.main.findChild(ProblemList).isVisible()
        assert not room.main.findChild(ZoomControl).isVisible()
        assert room.words == ["What the documents say is shown here, once a diagram is open."]
        file.write_text(STORY.replace("steps:", "unknown:"))
        room.until(lambda: "unknown" in room.main.findChild(ProblemList).model().index(0, 0).data())
        file.write_text(STORY)
        room.until_open("story")
        assert not room.main.findChild(ProblemList).isVisible()
        assert room.main.findChild(ZoomControl).isVisible()
        assert room.words[0].startswith("Click anything in the diagram")


def test_a_quote_that_is_in_no_document_is_told_and_shown_by_the_verb_beside(own_folders: Path, qtbot: QtBot) -> None:
    file = a_desk(own_folders)
    file.write_text(STORY.replace("Ketamine raises the firing of cells", "words that nobody wrote"))
    with a_room(own_folders, qtbot) as room:
        room.until(lambda: room.main.findChild(NoticeRow) is not None)
        row = room.main.findChild(NoticeRow)
        assert row.notice.text == "1 quote of this diagram cannot be found in the documents."
        show = next(button for button in row.findChildren(FlatButton) if button.text() == "Show")
        qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
        problems = room.main.findChild(ProblemList)
        assert problems.hasFocus()
        assert "words that nobody wrote" in problems.model().index(0, 0).data()


def test_a_broken_definition_still_offers_its_last_good_picture(room: Room, own_folders: Path) -> None:
    (own_folders / "diagrams" / "story.yaml").write_text("title: [")
    room.until(lambda: isinstance(room.session.page, Failed))
    assert not any(_resting(room))


def test_after_the_end_nothing_is_left(own_folders: Path, qtbot: QtBot) -> None:
    a_desk(own_folders)
    with a_room(own_folders, qtbot) as room:
        room.until_open("story")
        room.click("block")
        room.ctrl(Qt.Key.Key_F)
        qtbot.keyClicks(room.focus, "ketamine")
        main, session = room.main, room.session
    assert not isValid(main)
    assert not isValid(session)


def test_a_broken_first_definition_says_where_its_problems_are_told_whether_the_list_is_open_or_not(
    own_folders: Path, qtbot: QtBot
) -> None:
    file = a_desk(own_folders)
    file.write_text(STORY.replace("kind: receptor", "kind: receptr").replace("kind: drug", "kind: drugg"))
    with a_room(own_folders, qtbot) as room:
        room.until(lambda: isinstance(room.session.page, Failed))
        said = [label.text() for label in room.main.canvas.findChildren(QLabel) if label.isVisible()]
        assert "“story” cannot be drawn yet. Diagram → Problems lists what is wrong." in said
