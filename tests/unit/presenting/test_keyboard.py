"""Keys that were changed, and single letters switched off: what they do, and what cannot be taken."""

from tests.builders.shows import a_scene
from viewer.presenting.sheets.lists import key_rows
from viewer.presenting.state.keyboard import Keyboard
from viewer.presenting.state.show import Blank, Place, Sheet
from viewer.presenting.state.verbs import begun


def test_a_changed_key_does_what_the_letter_did_and_the_letter_nothing() -> None:
    show = begun((a_scene(),))
    keyboard = Keyboard(changes=("overview=J", "next=Ctrl+K"))
    assert keyboard.pressed(show, "J").sheet is Sheet.OVERVIEW
    assert keyboard.pressed(show, "O") == show
    assert keyboard.pressed(show, "Tab").sheet is Sheet.OVERVIEW
    assert keyboard.pressed(show, "Ctrl+K").place == Place(0, 1)
    assert keyboard.pressed(show, "PgDown").place == Place(0, 1)
    assert ("J, Tab", "Overview of all steps") in key_rows(keyboard)


def test_taken_and_fixed_keys_are_refused_with_the_reason() -> None:
    keyboard = Keyboard()
    assert keyboard.refusal("overview", "M") == "M is taken by “Remember this place”."
    assert keyboard.refusal("overview", "PgDown") == "PgDown keeps its meaning: clickers and numbers need it."
    assert keyboard.refusal("overview", "4")
    assert keyboard.refusal("black", ".") == ""
    assert keyboard.refusal("overview", "Ctrl+J") == ""
    assert Keyboard(changes=("overview=M", "nonsense=J", "overview", "bookmark=J")).changes == {"bookmark": "J"}


def test_a_key_that_was_given_up_can_be_given_away() -> None:
    keyboard = Keyboard(changes=("bookmark=J", "overview=M"))
    assert keyboard.changes == {"bookmark": "J", "overview": "M"}


def test_letters_that_are_off_are_not_listed_and_buttons_name_another_key() -> None:
    keyboard = Keyboard(letters=False, changes=("swap=F8",))
    listed = dict(map(reversed, key_rows(keyboard)))  # type: ignore[arg-type]  # pairs
    assert "Quiz" not in listed
    assert listed["Black screen"] == "."
    assert keyboard.key_of("overview") == "Tab"
    assert keyboard.key_of("swap") == "F8"
    assert keyboard.key_of("quiz") == ""
    show = begun((a_scene(),))
    assert keyboard.pressed(show, "Q") == show
    assert keyboard.pressed(show, ".").blank is Blank.BLACK
