"""The clock counts the show and its step, and nothing while it is held."""

from viewer.presenting.desk.clock import Clock, told


def test_the_show_and_the_step_are_counted_apart() -> None:
    assert Clock(100, 100).stepped(160).read(165) == ("1:05", "0:05")


def test_a_held_clock_stands_and_does_not_count_what_passed() -> None:
    held = Clock(0, 0).paused(10, True)
    assert held.read(500) == ("0:10", "0:10")
    assert held.stepped(300).read(500) == ("0:10", "0:00")
    assert held.paused(110, False).read(115) == ("0:15", "0:15")
    assert held.paused(20, True) == held


def test_hours_are_told_from_the_first_on() -> None:
    assert told(59.9) == "0:59"
    assert told(3600 + 61) == "1:01:01"
    assert told(-5) == "0:00"
