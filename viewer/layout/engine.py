"""From a diagram to its layout: kept ones from the store, others by Graphviz, at worst by simple means of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.errors import LayoutCancelled, LayoutError
from viewer.layout.cache import key_of, packed, unpacked
from viewer.layout.system import embedded_command, embedded_name, program_mark, system_dot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from threading import Event

    from viewer.layout.dot_writer import Request
    from viewer.layout.geometry import Layout, TextMeasurer
    from viewer.layout.plan import Plan
    from viewer.layout.raw import Raw
    from viewer.model.diagram import Diagram
    from viewer.store import Store

__all__ = ["Engine", "system_dot"]

_LARGE = 300  # nodes and edges together; beyond, the engine's work must be bounded
_VERY_LARGE = 1500  # beyond, rooms for the words of the arrows cost the engine too much
_FOREVER = 3600.0
_SIMPLE = "own layers"
_VARIANT_SECONDS = 1.0
_WORTHWHILE = 4.0  # a hardly better layout is not worth another order


class _Outcome(NamedTuple):
    layout: Layout
    lasting: bool


class _Answer(NamedTuple):
    raw: Raw
    layout: Layout


class Engine:
    """Lays diagrams out with one program, in the thread that calls; several threads may use it at once."""

    def __init__(self, command: Path | None = None, *, timeout: float = 60.0, store: Store | None = None) -> None:
        """Take a ``dot`` program, or None for the embedded one, and the seconds that one layout may take."""
        self._command = command
        self._timeout = timeout
        self._store = store

    @property
    def name(self) -> str:
        """The embedded engine's name and version, or the path of the program that was asked for."""
        return embedded_name() if self._command is None else str(self._command)

    def _key(self, diagram: Diagram, measurer: TextMeasurer) -> str:
        mark = self.name if self._command is None else program_mark(self._command)
        return key_of(diagram, measurer, mark)

    def cached(self, diagram: Diagram, measurer: TextMeasurer) -> Layout | None:
        """Return a kept layout of this very diagram in this very type, or None. Fast: no engine, no measuring."""
        if self._store is None:
            return None
        content = self._store.get(self._key(diagram, measurer))
        return None if content is None else unpacked(content)

    def layout(self, diagram: Diagram, measurer: TextMeasurer, cancelled: Event | None = None) -> Layout:
        """Return a diagram's layout and keep it.

        When the engine fails on the diagram, simpler requests follow, and at last our own layers, with a sentence
        in ``warnings``. Raises LayoutCancelled soon after the event is set, and LayoutError when the program that
        was asked for cannot be started.
        """
        kept = self.cached(diagram, measurer)
        if kept is not None:
            return kept
        from viewer.layout.plan import plan_of

        outcome = self._made(plan_of(diagram, measurer), cancelled)
        if self._store is not None and outcome.lasting:
            self._store.put(self._key(diagram, measurer), packed(outcome.layout))
        return outcome.layout

    def _made(self, plan: Plan, cancelled: Event | None) -> _Outcome:
        import time

        from viewer.layout.dot_process import EngineError, EngineMissingError

        command = self._command or embedded_command()
        if command is None:
            return self._simple(plan, "its package is not installed", cancelled)
        deadline = time.monotonic() + self._timeout
        reason = ""
        for request, seconds in _ladder(plan):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            try:
                # Each try leaves time for a simpler one.
                first = self._asked(command, plan, request, min(seconds, left * 0.6), cancelled)
            except EngineMissingError as error:
                if self._command is not None:
                    raise LayoutError(f"The layout engine {command} {error}.") from error
                reason = str(error)
                break
            except EngineError as error:
                reason = reason or str(error)
                continue
            return _Outcome(self._bettered(command, plan, request, first, cancelled), lasting=True)
        return self._simple(plan, reason, cancelled)

    def _asked(self, command: Path, plan: Plan, request: Request, seconds: float, cancelled: Event | None) -> _Answer:
        """Return what the engine gives for a request; an EngineError when it is not fit to be drawn."""
        from viewer.layout.dot_process import EngineError, run
        from viewer.layout.dot_reader import raw_of
        from viewer.layout.dot_writer import dot_source
        from viewer.layout.finishing.finish import finished
        from viewer.layout.judging.faults import faults_in

        answer = run([str(command), "-Kdot", "-Tjson0"], dot_source(plan, request), seconds, cancelled)
        raw = raw_of(plan, answer)
        layout = finished(plan, raw, self.name, alive=lambda: _stop_if(cancelled))
        faults = faults_in(plan, layout)
        if faults:
            raise EngineError(f"gave a faulty answer: {faults[0]}")
        return _Answer(raw, layout)

    def _bettered(
        self, command: Path, plan: Plan, request: Request, first: _Answer, cancelled: Event | None
    ) -> Layout:
        """Return the best of an answer and of what a few other requests give, its arrows evened out."""
        from viewer.layout.dot_process import EngineError
        from viewer.layout.judging.quality import cost_of
        from viewer.layout.judging.variants import MOST, variants

        if len(plan.nodes) + len(plan.edges) > MOST:
            return first.layout
        best, least = first, cost_of(plan, first.layout)
        for variant in variants(plan, first.layout, request):
            try:
                other = self._asked(command, plan, variant, _VARIANT_SECONDS, cancelled)
            except EngineError:
                continue
            cost = cost_of(plan, other.layout)
            if cost < least - _WORTHWHILE:
                best, least = other, cost
        return self._evened(plan, best, least, cancelled)

    def _evened(self, plan: Plan, answer: _Answer, cost: float, cancelled: Event | None) -> Layout:
        """Return an answer's layout with smoother arrows, or as it is where those would cost more."""
        from viewer.layout.finishing.finish import finished
        from viewer.layout.judging.faults import faults_in
        from viewer.layout.judging.quality import cost_of

        layout = finished(plan, answer.raw, self.name, alive=lambda: _stop_if(cancelled), even=True)
        if cost_of(plan, layout) < cost and not faults_in(plan, layout):
            return layout
        return answer.layout

    def _simple(self, plan: Plan, reason: str, cancelled: Event | None) -> _Outcome:
        from viewer.layout.finishing.finish import finished
        from viewer.layout.layering import simple_layout

        _stop_if(cancelled)
        warning = f"The layout engine {self.name} {reason}, so this diagram is laid out simply."
        layout = finished(plan, simple_layout(plan), _SIMPLE, (warning,), alive=lambda: _stop_if(cancelled))
        return _Outcome(layout, lasting=False)


def _stop_if(cancelled: Event | None) -> None:
    if cancelled is not None and cancelled.is_set():
        raise LayoutCancelled("The layout was stopped.")


def _ladder(plan: Plan) -> Iterator[tuple[Request, float]]:
    """Give the requests for a plan with the seconds each is worth, the best first, each simpler than the last."""
    from viewer.layout.dot_writer import Request, Rows

    size = len(plan.nodes) + len(plan.edges)
    if size <= _LARGE:
        yield Request(), 10.0
        yield Request(spread=1.5), 10.0
        if plan.rows:
            yield Request(rows=Rows.LEVEL), 5.0
            yield Request(rows=Rows.IGNORED), 5.0
        yield Request(rows=Rows.IGNORED, splines="polyline", spread=1.3), 5.0
    if size <= _VERY_LARGE:
        yield Request(splines="polyline", quick=True), 4.0
    yield Request(rows=Rows.IGNORED, labels=False, splines="polyline", quick=True), 4.0
    yield Request(rows=Rows.IGNORED, labels=False, splines="line", quick=True, spread=1.6), _FOREVER
