"""Documents that are switched off and on: the nearest switch counts."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.session.shelves.switches import Switches

FILES = [f"/{a}/{b}/{c}.md" for a in "xy" for b in ("in", "inner") for c in "12"]
PATHS = [*FILES, "/x", "/x/in", "/y/inner"]


def test_what_nobody_switched_is_on() -> None:
    assert Switches().is_on("/x/in/1.md")
    assert Switches().off_of(FILES) == frozenset()


def test_a_folder_takes_all_in_it_and_what_comes_later() -> None:
    switches = Switches().turned("/x/in", on=False)
    assert switches.off_of(FILES) == {"/x/in/1.md", "/x/in/2.md"}
    assert not switches.is_on("/x/in/new/later.md")
    assert switches.is_on("/x/inner/1.md")


def test_one_in_a_folder_that_is_off_can_be_on() -> None:
    switches = Switches().turned("/x", on=False).turned("/x/in/1.md", on=True)
    assert switches.off_of(FILES) == {"/x/in/2.md", "/x/inner/1.md", "/x/inner/2.md"}
    assert switches.turned("/x", on=True) == Switches()


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.booleans())))
def test_the_last_word_on_a_path_counts(said: list[tuple[str, bool]]) -> None:
    switches = Switches()
    expected = dict.fromkeys(FILES, True)
    for path, on in said:
        switches = switches.turned(path, on)
        for file in FILES:
            if file == path or file.startswith(path + "/"):
                expected[file] = on
    assert {file: switches.is_on(file) for file in FILES} == expected
    assert switches.off_of(FILES) == {file for file, on in expected.items() if not on}
