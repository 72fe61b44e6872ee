"""What a step of a show costs until it is painted on a screen of 1920 x 1080, without the camera's move."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.builders.theming import a_measurer, a_theme
from viewer.definitions.reader import read_definition
from viewer.layout.engine import Engine
from viewer.places import bundled, cache_folder
from viewer.presenting.picture.stage import Stage
from viewer.presenting.state.keys import pressed
from viewer.presenting.state.scene import Scene, scene_of
from viewer.presenting.state.show import Place
from viewer.presenting.state.speech import speech
from viewer.presenting.state.verbs import begun, go_to
from viewer.store import Store

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

NAMES = tuple(path.stem for path in sorted(bundled().diagrams.rglob("*.yaml")))


@lru_cache
def scene(name: str) -> Scene:
    diagram = read_definition(next(bundled().diagrams.rglob(f"{name}.yaml"))).diagram
    return scene_of(diagram, Engine(store=Store(cache_folder() / "benchmarks")).layout(diagram, a_measurer()))


def a_stage(name: str) -> Stage:
    stage = Stage((scene(name),), a_theme())
    stage.moves = False
    stage.resize(1920, 1080)
    stage.show()
    return stage


@pytest.mark.parametrize("name", NAMES)
def test_paint_a_whole_story_step_by_step(benchmark: BenchmarkFixture, qapp: QApplication, name: str) -> None:
    """The time of one round is that of all steps; ``per step`` in the extra column is what one takes."""
    stage = a_stage(name)
    qapp.processEvents()
    looks = []
    show = begun((scene(name),))
    for _ in range(3 * len(scene(name).halts)):
        looks.append(show.look)
        show = pressed(show, "PgDown")
    looks = list(dict.fromkeys(looks))

    def play() -> None:
        for look in looks:
            stage.show_look(look, speech(scene(name), look, None))
            stage.repaint()

    benchmark.pedantic(play, rounds=5, warmup_rounds=1)
    benchmark.extra_info["milliseconds a step"] = round(1000 * benchmark.stats.stats.median / len(looks), 2)


def test_press_a_key(benchmark: BenchmarkFixture, qapp: QApplication) -> None:
    show = go_to(begun((scene(NAMES[0]),)), Place(0, 1))
    benchmark(pressed, show, "PgDown")
