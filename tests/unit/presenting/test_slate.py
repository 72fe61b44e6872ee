"""What is drawn stays on its page, is rubbed out where it is touched, and every change can be taken back."""

from viewer.layout.geometry import Point
from viewer.presenting.state.slate import Slate, Stroke

LINE = Stroke(0, (Point(0, 0), Point(100, 0)))
DOT = Stroke(0, (Point(50, 50),))
ELSEWHERE = Stroke(1, (Point(0, 0), Point(100, 0)))


def a_slate() -> Slate:
    return Slate().drawn(LINE).drawn(DOT).drawn(ELSEWHERE)


def test_strokes_belong_to_their_page() -> None:
    assert a_slate().on(0) == (LINE, DOT)
    assert a_slate().on(1) == (ELSEWHERE,)


def test_the_rubber_takes_whole_strokes_that_it_touches() -> None:
    assert a_slate().rubbed(0, Point(50, 6), 8).on(0) == (DOT,)
    assert a_slate().rubbed(0, Point(52, 48), 8).on(0) == (LINE,)
    assert a_slate().rubbed(0, Point(50, 20), 8) == a_slate()
    assert a_slate().rubbed(0, Point(50, 0), 8).on(1) == (ELSEWHERE,)


def test_every_change_is_taken_back_and_made_again() -> None:
    slate = a_slate().rubbed(0, Point(50, 0), 8).cleared(1)
    seen = [slate]
    while seen[-1].past:
        seen.append(seen[-1].undone())
    assert [len(one.strokes) for one in seen] == [1, 2, 3, 2, 1, 0]
    again = seen[-1]
    while again.future:
        again = again.redone()
    assert again.strokes == slate.strokes


def test_a_new_stroke_ends_what_could_be_made_again() -> None:
    slate = a_slate().undone().drawn(DOT)
    assert slate.redone() == slate


def test_nothing_is_remembered_of_nothing() -> None:
    empty = Slate()
    assert empty.undone() == empty.redone() == empty.cleared(0) == empty.drawn(Stroke(0, ())) == empty
