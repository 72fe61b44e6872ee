"""Cyclic garbage goes on the GUI thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.session.garbage import GarbageCollection


class Knot:
    """Holds itself, so that only the collector frees it; tells on which thread that was."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: told.append(threading.current_thread()))


@pytest.fixture
def found_enabled() -> Iterator[None]:
    """Python's own collector at work, for one test: the tests as a whole run without it."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


@pytest.fixture
def collection(qapp: object) -> Iterator[GarbageCollection]:
    owner = QObject()
    collection = GarbageCollection(owner)
    yield collection
    collection.close()


def litter(told: list[threading.Thread]) -> None:
    for _ in range(3000):
        Knot(told)


def test_a_thread_that_litters_collects_nothing(qtbot: QtBot, collection: GarbageCollection) -> None:
    told: list[threading.Thread] = []
    worker = threading.Thread(target=litter, args=(told,))
    worker.start()
    worker.join()
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert set(told) == {threading.main_thread()}


@pytest.mark.usefixtures("found_enabled")
def test_the_collector_is_given_back(qapp: object) -> None:
    owner = QObject()
    collection = GarbageCollection(owner)
    assert not gc.isenabled()
    collection.close()
    assert gc.isenabled()


def test_a_collector_that_was_at_rest_stays_so(collection: GarbageCollection) -> None:
    collection.close()
    assert not gc.isenabled()  # else it would free what is Qt's on the thread of some later job
