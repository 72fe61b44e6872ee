"""The show as a value: what every key leads to."""

from tests.builders.shows import BLOCK, a_scene
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.scene import LEGEND
from viewer.presenting.state.show import Blank, Place, Sheet, Show, Zoom
from viewer.presenting.state.verbs import begun, go_to, touch


def after(show: Show, *keys: str) -> Show:
    for key in keys:
        show = pressed(show, key)
    return show


def a_show(*, scenes: int = 1, legend: bool = False) -> Show:
    return begun(tuple(a_scene(f"story-{number}", legend=legend) for number in range(scenes)))


def test_next_reveals_an_answer_before_it_goes_on() -> None:
    show = after(a_show(), "PgDown")
    assert show.place == Place(0, 1)
    assert show.asking
    assert show.hidden == {BLOCK}
    show = after(show, "PgDown")
    assert show.place == Place(0, 1)
    assert not show.asking
    assert show.hidden == frozenset()
    assert after(show, "PgDown").place == Place(0, 2)


def test_what_was_revealed_stays_revealed() -> None:
    show = after(a_show(), *["PgDown"] * 4)
    seen = show.scene.shown(show.place.halt, show.look.seen)
    back = after(show, "PgUp", "PgUp")
    assert back.place == Place(0, 0)
    assert back.scene.shown(back.place.halt, back.look.seen) == seen
    assert not after(back, "PgDown").asking


def test_going_back_from_a_question_keeps_its_sign_hidden() -> None:
    show = after(a_show(), "PgDown", "PgUp")
    assert show.place == Place(0, 0)
    assert show.hidden == {BLOCK}


def test_a_jump_over_a_question_counts_it_as_answered() -> None:
    show = after(a_show(), "3", "Return")
    assert show.place == Place(0, 2)
    assert show.hidden == frozenset()


def test_the_end_stays_at_the_end() -> None:
    show = after(a_show(), *["PgDown"] * 12)
    assert show.place == Place(0, 2)
    assert not show.over


def test_scenes_have_keys_of_their_own_and_arrive_complete() -> None:
    show = after(a_show(scenes=3), "Alt+PgDown")
    assert show.place == Place(1, 2)
    assert after(show, "Alt+PgDown", "Alt+PgDown").place.scene == 2
    assert after(show, "Alt+PgUp", "Alt+PgUp").place == Place(0, 2)
    assert after(show, "End").place == Place(2, 2)
    assert after(show, "Home").place == Place(0, 0)
    assert after(show, "2", "Return").place == Place(1, 0)


def test_the_last_step_leads_into_the_next_scene_and_back_again() -> None:
    show = go_to(a_show(scenes=2), Place(0, 2))
    show = after(show, "PgDown", "PgDown")
    assert show.place == Place(1, 0)
    assert after(show, "PgUp").place == Place(0, 2)


def test_after_the_last_step_comes_the_end_and_one_more_press_does_no_harm() -> None:
    last = go_to(a_show(scenes=2), Place(1, 2))
    end = after(last, "PgDown", "PgDown")
    assert end.blank is Blank.END
    for key in ("PgDown", "Space", "Return", "Alt+PgDown", "F5"):
        assert after(end, key) == end, key
    assert touch(end, None) == end
    assert after(end, "PgUp").blank is Blank.NONE
    assert after(end, "PgUp").place == last.place
    assert after(end, "Esc").over


def test_black_is_a_toggle_and_any_other_key_only_brings_the_picture_back() -> None:
    show = a_show()
    assert after(show, ".").blank is Blank.BLACK
    assert after(show, ".", ".").blank is Blank.NONE
    back = after(show, "B", "PgDown")
    assert back.blank is Blank.NONE
    assert back.place == show.place
    assert after(show, "B", "W").blank is Blank.WHITE
    assert after(show, "B", "7") == show
    assert touch(after(show, "B"), None) == show


def test_f5_does_nothing_in_the_show() -> None:
    show = after(a_show(), "PgDown")
    assert after(show, "F5") == show
    assert after(show, "Shift+F5") == show


def test_escape_leaves_one_level_at_a_press() -> None:
    show = after(a_show(), "F", "B", "B", "+")
    show = after(show, "?")
    levels = []
    while not show.over:
        levels.append((show.sheet is not Sheet.NONE, show.zoom != Zoom(), show.frozen is not None))
        show = after(show, "Esc")
    assert levels == [(True, True, True), (False, True, True), (False, False, True), (False, False, False)]


def test_escape_brings_a_plain_screen_back_before_anything_under_it() -> None:
    show = after(a_show(), "+", "B")
    back = after(show, "Esc")
    assert back.blank is Blank.NONE
    assert back.zoom != Zoom()


def test_the_audience_keeps_its_picture_while_it_is_frozen() -> None:
    show = after(a_show(), "F", "PgDown")
    assert show.audience.place == Place(0, 0)
    assert show.look.place == Place(0, 1)
    assert after(show, "F").audience.place == Place(0, 1)


def test_a_bookmark_goes_there_and_back() -> None:
    show = after(a_show(), "M", "3", "Return", "Shift+M")
    assert show.place == Place(0, 0)
    assert after(show, "Shift+M").place == Place(0, 2)
    assert after(a_show(), "Shift+M") == a_show()


def test_numbers_count_the_steps_with_or_without_the_signs_before_them() -> None:
    assert after(a_show(), "2", "Return").place.halt == 1
    with_legend = a_show(legend=True)
    assert with_legend.scene.halts[0] == LEGEND
    assert after(with_legend, "2", "Return").scene.title(2) == "The block"
    assert after(with_legend, "9", "9", "9", "9", "9", "Return").place.halt == 3
    assert after(a_show(), "2", "PgDown", "Return").place.halt == 1


def test_the_overview_is_walked_and_entered() -> None:
    show = after(a_show(scenes=2), "O", "Right", "Right", "Right")
    assert show.place == Place(0, 0)
    assert show.cursor == Place(1, 0)
    assert after(show, "Return").place == Place(1, 0)
    assert after(show, "Esc").place == Place(0, 0)


def test_a_click_on_a_node_selects_and_on_the_empty_canvas_goes_on() -> None:
    show = a_show()
    chosen = touch(show, show.scene.diagram.nodes[0].id)
    assert chosen.place == show.place
    assert chosen.selected == "glycine"
    assert touch(chosen, None).place == show.place
    assert touch(show, None).place == Place(0, 1)


def test_zoom_is_held_in_its_range_and_given_up_by_the_next_step() -> None:
    show = after(a_show(), *["+"] * 40)
    assert show.zoom.factor == 6
    assert after(show, *["-"] * 80).zoom.factor == 0.25
    assert after(show, "0").zoom == Zoom()
    assert after(show, "PgDown").zoom == Zoom()


def test_letters_can_be_switched_off_and_clickers_still_work() -> None:
    show = a_show()
    for key in ("B", "N", "Shift+M", "3", ",", "+"):
        assert pressed(show, key, letters=False) == show
    assert pressed(show, ".", letters=False).blank is Blank.BLACK
    assert pressed(show, "PgDown", letters=False).place == Place(0, 1)


def test_no_passage_is_shown_while_a_question_waits() -> None:
    show = after(a_show(), "PgDown")
    assert after(show, "E").sheet is Sheet.NONE
    assert after(show, "PgDown", "E").sheet is Sheet.EXCERPT
