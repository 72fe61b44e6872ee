"""The buttons that are down are those of what is on, and pressing them again lifts them."""

import pytest

from tests.builders.shows import a_scene
from viewer.presenting.desk.buttons import BUTTONS
from viewer.presenting.state.held import held
from viewer.presenting.state.keys import chosen
from viewer.presenting.state.verbs import begun


def test_nothing_is_down_at_the_beginning() -> None:
    assert held(begun((a_scene(),))) == frozenset()


@pytest.mark.parametrize("button", [button for button in BUTTONS if button.checkable], ids=lambda button: button.text)
def test_a_button_that_can_be_down_is_down_after_a_press_and_up_after_the_next(button: object) -> None:
    verb: str = button.verb  # type: ignore[attr-defined]  # a button
    show = begun((a_scene(),))
    once = chosen(show, verb)
    assert held(once) == {verb}
    assert held(chosen(once, verb)) == frozenset()
