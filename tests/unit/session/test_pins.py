"""Pins and hidden passages: kept in a file that nothing loses, shared by two windows."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.findings import an_excerpt
from viewer.errors import Notice, ViewerError
from viewer.model.evidence import DocumentId, Pin, Stance
from viewer.session.pins.board import Board, Change, Hidden, Pinned
from viewer.session.pins.board_file import BoardFile
from viewer.session.pins.pinning import Pinning, pin_of

ONE = Pinned(
    "story", "nmda", Pin(DocumentId("primer"), "It stays shut.\nFor long.", Stance.SUPPORTS, 14, "Block · line 2")
)
TWO = Pinned("story", "block", Pin(DocumentId("reply"), "It – “opens”.", Stance.DISPUTES, 0))
HIDDEN = Hidden("primer", "A passing mention.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "pins.json"


def test_a_file_that_is_not_there_holds_nothing(path: Path) -> None:
    assert BoardFile(path).read() == (Board(), None)


def test_what_is_said_comes_back_from_the_file(path: Path) -> None:
    BoardFile(path).change((Change(pin=ONE), Change(pin=TWO), Change(hide=HIDDEN)))
    assert BoardFile(path).read() == (Board((ONE, TWO), (HIDDEN,)), None)
    BoardFile(path).change((Change(unpin=ONE), Change(show=HIDDEN)))
    assert BoardFile(path).read() == (Board((TWO,)), None)


def test_another_stance_takes_the_place_of_the_first() -> None:
    other = ONE._replace(pin=ONE.pin._replace(stance=Stance.CONTEXT))
    board = Change(pin=other).applied(Board((ONE, TWO)))
    assert board.pins == (other, TWO)
    assert Change(pin=other).applied(board) == board


def test_two_windows_do_not_lose_each_others_pins(path: Path) -> None:
    def say(number: int) -> None:
        for turn in range(10):
            quote = f"words {number} {turn}"
            BoardFile(path).change((Change(pin=Pinned("story", "nmda", Pin(DocumentId("primer"), quote))),))

    windows = [threading.Thread(target=say, args=(number,)) for number in range(3)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert len(BoardFile(path).read()[0].pins) == 30


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[]", b"[" * 100_000, b'"x"', b""])
def test_a_damaged_file_is_put_aside_and_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    board, said = BoardFile(path).read()
    assert board == Board()
    assert said is not None
    kept = path.with_name("pins.broken-1.json")
    assert str(kept) in said.text
    assert kept.read_bytes() == content
    assert BoardFile(path).read() == (Board(), None)


def test_a_second_damaged_file_does_not_cost_the_first(path: Path) -> None:
    path.parent.mkdir()
    for content in (b"{1", b"{2"):
        path.write_bytes(content)
        BoardFile(path).read()
    assert [file.read_bytes() for file in sorted(path.parent.glob("*.broken-*"))] == [b"{1", b"{2"]


def test_what_can_be_read_of_a_file_that_was_edited_stays(path: Path) -> None:
    BoardFile(path).change((Change(pin=ONE), Change(pin=TWO), Change(hide=HIDDEN)))
    raw = json.loads(path.read_text())
    raw["pins"][0]["stance"] = "perhaps"
    raw["hidden"].append(7)
    path.write_text(json.dumps(raw))
    board, said = BoardFile(path).read()
    assert board == Board((TWO,), (HIDDEN,))
    assert said is not None
    assert "2 entries" in said.text
    assert BoardFile(path).read() == (board, None)


def test_a_newer_programs_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 99, "pins": {}}')
    for ask in (BoardFile(path).read, lambda: BoardFile(path).change((Change(pin=ONE),))):
        with pytest.raises(ViewerError, match="newer version"):
            ask()
    assert path.read_text() == '{"version": 99, "pins": {}}'


def test_a_place_where_nothing_can_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file, no folder")
    with pytest.raises(ViewerError, match=r"cannot be (kept|read)"):
        BoardFile(tmp_path / "config" / "pins.json").change((Change(pin=ONE),))


# In a window


@pytest.fixture
def pinning(path: Path) -> Iterator[Pinning]:
    made = Pinning(path)
    yield made
    made.close()


def test_a_pin_is_there_at_once_and_in_the_file_soon(qtbot: QtBot, pinning: Pinning, path: Path) -> None:
    excerpt = an_excerpt("It stays shut.", start=7)
    pin = pinning.pin("story", "nmda", excerpt, Stance.DISPUTES)
    assert pinning.board.of("story", "nmda") == (pin,)
    assert pin == Pin(DocumentId("a"), "It stays shut.", Stance.DISPUTES, 7, "Mechanism · line 14")
    assert pinning.board.of("other", "nmda") == ()
    qtbot.waitUntil(lambda: path.is_file() and BoardFile(path).read()[0] == pinning.board)
    pinning.unpin("story", "nmda", pin)
    assert pinning.board == Board()


def test_what_is_said_last_is_written_at_the_end(pinning: Pinning, path: Path) -> None:
    pinning.pin("story", "nmda", an_excerpt("One."))
    pinning.hide(an_excerpt("Two."))
    pinning.close()
    board, _ = BoardFile(path).read()
    assert ([one.pin.quote for one in board.pins], [one.words for one in board.hidden]) == (["One."], ["Two."])


def test_another_windows_pins_come_by_themselves(qtbot: QtBot, pinning: Pinning, path: Path) -> None:
    pinning.pin("story", "nmda", an_excerpt("Mine."))
    qtbot.waitUntil(lambda: path.is_file() and len(BoardFile(path).read()[0].pins) == 1)
    BoardFile(path).change((Change(pin=TWO),))
    qtbot.waitUntil(lambda: len(pinning.board.pins) == 2)


def test_pins_that_cannot_be_written_stay_for_now_and_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file, no folder")
    pinning, said = Pinning(tmp_path / "config" / "pins.json"), list[Notice]()
    pinning.notice_posted.connect(said.append)
    pinning.pin("story", "nmda", an_excerpt("Mine."))
    qtbot.waitUntil(lambda: bool(said))
    assert "forgotten when the window closes" in said[0].text
    assert len(pinning.board.pins) == 1
    pinning.close()


def test_a_passage_that_was_hidden_is_shown_again_though_its_white_space_changed(pinning: Pinning) -> None:
    pinning.hide(an_excerpt("It stays\nshut."))
    pinning.show(an_excerpt("It stays shut."))
    assert pinning.board.hidden == ()


def test_a_pin_says_where_its_words_stood() -> None:
    assert pin_of(an_excerpt(section="", page=4)).place == "page 4"


def test_of_a_passage_without_end_the_beginning_is_pinned_word_for_word() -> None:
    text = "word " * 5000
    quote = pin_of(an_excerpt(text)).quote
    assert text.startswith(quote)
    assert quote.endswith("word")
    assert len(quote) <= 4000
