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


def test_the_collector_is_given_back(collection: GarbageCollection) -> None:
    assert not gc.isenabled()
    collection.close()
    assert gc.isenabled()
