"""Which screen shows what, for every way that screens come and go."""

from viewer.presenting.windows.screens import Screen, Standing, after_change, chosen, moved, swapped

LAPTOP = Screen("LAPTOP", (0, 0, 1440, 900))
PROJECTOR = Screen("PROJECTOR", (1440, 0, 1920, 1080))
WALL = Screen("WALL", (3360, 0, 1920, 1080))
MIRROR = Screen("PROJECTOR", (0, 0, 1440, 900))


def test_the_audience_gets_the_screen_that_the_window_does_not_stand_on() -> None:
    assert chosen((LAPTOP, PROJECTOR), "LAPTOP") == Standing("PROJECTOR", "LAPTOP")
    assert chosen((LAPTOP, PROJECTOR), "PROJECTOR") == Standing("LAPTOP", "PROJECTOR")
    assert chosen((LAPTOP, PROJECTOR, WALL), "LAPTOP", "WALL") == Standing("WALL", "LAPTOP")
    assert chosen((LAPTOP, PROJECTOR, WALL), "LAPTOP", "GONE") == Standing("PROJECTOR", "LAPTOP")
    assert chosen((LAPTOP, PROJECTOR), "LAPTOP", "LAPTOP") == Standing("PROJECTOR", "LAPTOP")


def test_one_screen_or_a_mirrored_one_never_shows_notes() -> None:
    assert chosen((LAPTOP,), "LAPTOP").presenter is None
    assert chosen((LAPTOP, MIRROR), "LAPTOP") == Standing("LAPTOP", None)
    assert after_change(Standing("PROJECTOR", "LAPTOP"), (LAPTOP, MIRROR)).presenter is None


def test_an_unplugged_projector_hides_the_audience_and_brings_it_back() -> None:
    lost = after_change(Standing("PROJECTOR", "LAPTOP"), (LAPTOP,))
    assert lost == Standing(None, "LAPTOP", "PROJECTOR")
    assert after_change(lost, (LAPTOP,)) == lost
    assert after_change(lost, (LAPTOP, WALL)) == lost
    assert after_change(lost, (LAPTOP, PROJECTOR)) == Standing("PROJECTOR", "LAPTOP")


def test_a_projector_that_comes_back_mirrored_takes_the_notes_away() -> None:
    lost = after_change(Standing("PROJECTOR", "LAPTOP"), (LAPTOP,))
    assert after_change(lost, (LAPTOP, MIRROR)) == Standing("PROJECTOR", None)


def test_a_lost_screen_of_the_speaker_leaves_the_audience_alone() -> None:
    assert after_change(Standing("PROJECTOR", "LAPTOP"), (PROJECTOR,)) == Standing("PROJECTOR", None)


def test_a_show_on_one_screen_that_is_lost_goes_to_one_that_is_there() -> None:
    assert after_change(Standing("PROJECTOR", None), (LAPTOP,)) == Standing("LAPTOP", None, "PROJECTOR")


def test_another_screen_changes_nothing_by_itself() -> None:
    standing = Standing("PROJECTOR", "LAPTOP")
    assert after_change(standing, (LAPTOP, PROJECTOR, WALL)) == standing


def test_the_two_windows_can_be_exchanged_and_moved() -> None:
    assert swapped(Standing("PROJECTOR", "LAPTOP")) == Standing("LAPTOP", "PROJECTOR")
    assert swapped(Standing("LAPTOP", None)) == Standing("LAPTOP", None)
    assert moved(Standing("PROJECTOR", "LAPTOP"), "WALL", (LAPTOP, PROJECTOR, WALL)) == Standing("WALL", "LAPTOP")
    assert moved(Standing("PROJECTOR", "LAPTOP"), "LAPTOP", (LAPTOP, PROJECTOR)) == Standing("LAPTOP", "PROJECTOR")
    assert moved(Standing("PROJECTOR", "LAPTOP"), "GONE", (LAPTOP, PROJECTOR)) == Standing("PROJECTOR", "LAPTOP")
