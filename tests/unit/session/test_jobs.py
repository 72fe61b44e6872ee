"""A lane: the newest wins, errors are values, nothing is left running."""

from threading import Event

from pytestqt.qtbot import QtBot

from viewer.errors import LayoutError, ViewerError
from viewer.session.jobs import Lane, Progress, Token


def test_a_result_comes_back_to_the_thread_that_asked(qtbot: QtBot) -> None:
    lane, results = Lane(), list[int]()
    lane.submit(lambda _token: 42, results.append, lambda _error: None)
    qtbot.waitUntil(lambda: results == [42])
    assert not lane.busy
    lane.close()


def test_the_newest_wins_and_the_older_is_told_to_stop(qtbot: QtBot) -> None:
    lane, results, begun, stopped = Lane(), list[str](), Event(), Event()

    def slow(token: Token) -> str:
        begun.set()
        token.cancelled.wait(10)
        stopped.set()
        return "old"

    lane.submit(slow, results.append, lambda _error: None)
    qtbot.waitUntil(begun.is_set)
    lane.submit(lambda _token: "new", results.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(results))
    assert results == ["new"]
    assert stopped.is_set()
    lane.close()


def test_an_error_that_a_user_can_cause_is_handed_on(qtbot: QtBot) -> None:
    lane, errors = Lane(), list[ViewerError]()

    def fails(_token: Token) -> None:
        raise LayoutError("The engine is not there.")

    lane.submit(fails, lambda _result: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "The engine is not there."
    lane.close()


def test_a_bug_becomes_a_sentence_and_a_line_in_the_log(qtbot: QtBot, caplog) -> None:
    lane, errors = Lane(), list[ViewerError]()

    def fails(_token: Token) -> None:
        raise ZeroDivisionError("oh")

    lane.submit(fails, lambda _result: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert "inside the program" in str(errors[0])
    assert "ZeroDivisionError" in caplog.text
    lane.close()


def test_a_cancelled_job_is_silent(qtbot: QtBot) -> None:
    lane, results, begun = Lane(), list[str](), Event()

    def slow(token: Token) -> str:
        begun.set()
        token.cancelled.wait(10)
        return "late"

    lane.submit(slow, results.append, lambda _error: None)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(lane.busy_changed):
        lane.cancel()
    lane.close()
    qtbot.wait(20)
    assert results == []


def test_progress_arrives_in_order(qtbot: QtBot) -> None:
    lane, steps, done = Lane(), list[Progress](), list[bool]()
    lane.progressed.connect(steps.append)

    def work(token: Token) -> bool:
        for step in range(3):
            token.report(Progress("Reading", step, 3))
        return True

    lane.submit(work, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done))
    assert [step.done for step in steps] == [0, 1, 2]
    lane.close()


def test_a_job_tells_what_it_has_and_a_stopped_one_what_it_came_to(qtbot: QtBot) -> None:
    lane = Lane()
    told, done = list[object](), list[str]()
    lane.told.connect(told.append)

    def work(token: Token) -> str:
        token.tell("the first half")
        token.cancelled.wait(10)
        return "what there was"

    lane.submit(work, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: told == ["the first half"])
    lane.stop()
    qtbot.waitUntil(lambda: done == ["what there was"])
    assert not lane.busy
    lane.close()
