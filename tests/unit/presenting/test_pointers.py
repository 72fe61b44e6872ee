"""Pointing, drawing and moving about by keys alone."""

from tests.builders.shows import a_scene
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.show import Show, Tool, Zoom
from viewer.presenting.state.verbs import begun


def after(*keys: str) -> Show:
    show = begun((a_scene("one"), a_scene("two")))
    for key in keys:
        show = pressed(show, key)
    return show


def test_a_pen_moved_by_keys_draws_from_where_it_was_put_down() -> None:
    show = after("I", "Shift+Right", "Return", "Shift+Right", "Shift+Down")
    assert len(show.trail) == 3
    show = pressed(show, "Return")
    (stroke,) = show.look.strokes
    assert stroke.points[0].x < stroke.points[1].x == stroke.points[2].x
    assert stroke.points[1].y < stroke.points[2].y
    assert show.trail == ()
    assert pressed(show, "Ctrl+Z").look.strokes == ()
    assert pressed(pressed(show, "Ctrl+Z"), "Ctrl+Y").look.strokes == (stroke,)
    assert pressed(show, "C").look.strokes == ()


def test_the_rubber_moved_by_keys_rubs_where_it_is() -> None:
    drawn = after("I", "Shift+Right", "Return", "Shift+Right", "Return", "I", "U", "Shift+Right")
    assert len(drawn.look.strokes) == 1
    assert pressed(drawn, "Return").look.strokes == ()


def test_what_is_drawn_stays_on_its_diagram() -> None:
    drawn = after("I", "Shift+Right", "Return", "Shift+Right", "Return")
    assert len(pressed(drawn, "PgDown").look.strokes) == 1
    assert pressed(drawn, "Alt+PgDown").look.strokes == ()
    assert len(pressed(pressed(drawn, "Alt+PgDown"), "Home").look.strokes) == 1


def test_enter_goes_on_unless_a_tool_is_out() -> None:
    assert after("I", "Return").place.halt == 1
    assert after("I", "Shift+Right", "Return").place.halt == 0


def test_the_light_moves_and_stays_on_the_page() -> None:
    show = after("L", *["Shift+Right"] * 400)
    assert show.tool is Tool.LASER
    assert show.at is not None
    assert show.at.x == show.scene.layout.bounds.right


def test_keys_move_what_is_seen_of_an_enlarged_picture() -> None:
    show = after("+", "Shift+Right", "Shift+Down")
    assert show.zoom.middle is not None
    further = pressed(show, "Shift+Right")
    assert further.zoom.middle is not None
    assert further.zoom.middle.x > show.zoom.middle.x
    assert pressed(show, "Esc").zoom == Zoom()
    assert after("Shift+Right") == after()


def test_escape_puts_the_pen_away_with_what_it_was_drawing() -> None:
    show = after("I", "Shift+Right", "Return", "Shift+Right", "Esc")
    assert (show.tool, show.at, show.trail, show.look.strokes) == (Tool.NONE, None, (), ())
    assert not show.over
