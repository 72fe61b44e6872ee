"""The sheet: a whole diagram with its title and its legend, ready for any kind of file.

Lengths are pixels at 100 %; the upper left corner is the origin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.errors import ExportError
from viewer.export.extent import extent_of, words_extent
from viewer.export.wording import description_of, sentence_of
from viewer.layout.geometry import HEADING, NOTE, TAG, Box, Point
from viewer.layout.outlines import rounded
from viewer.layout.wrapping import wrapped
from viewer.model.diagram import Compartment, Edge, Node
from viewer.model.revealing import revealed
from viewer.scene.ink.drawing import drawing_of
from viewer.scene.ink.legend import legend_ink
from viewer.scene.ink.marks import Shape, Words

if TYPE_CHECKING:
    from viewer.export.options import Options
    from viewer.layout.geometry import Layout, TextMeasurer, TextRole
    from viewer.model.diagram import Diagram, ElementId
    from viewer.scene.ink.drawing import Piece
    from viewer.scene.ink.marks import Ink, Mark
    from viewer.scene.theme import Theme

_MARGIN = 24.0
_GAP = 24.0  # between diagram and title, diagram and legend
_LEAST_CONTENT = 420.0  # a title and a legend need some width, however small the diagram
_WIDEST_TEXT = 760.0  # longer lines are hard to read
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """Ink with its place on the sheet. ``name`` is what the file calls it, ``title`` says it to a reader."""

    name: str
    title: str
    ink: Ink
    at: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture without a format. ``background`` is None where it is transparent."""

    width: float
    height: float
    parts: tuple[Part, ...]
    title: str
    description: str
    background: str | None


def compose(diagram: Diagram, layout: Layout, theme: Theme, measurer: TextMeasurer, options: Options) -> Sheet:
    """Put the whole diagram on a sheet, with what the options ask for around it.

    The pictures after each step have one size and one place for everything, so they can be shown in turn.
    ExportError where the diagram has no such step.
    """
    shown = _shown(diagram, options)
    whole = drawing_of(diagram, layout, theme)
    body = layout.bounds
    for piece in whole:
        extent = extent_of(piece.ink, measurer)
        body = body if extent is None else body.united(extent)
    pieces = whole if shown is None else drawing_of(diagram, layout, theme, shown=shown)
    around = options.title or options.legend
    width = max(body.width, _LEAST_CONTENT) if around else body.width
    on_paper = _Backing(theme.canvas if options.transparent else None, measurer)
    parts: list[Part] = []
    y = _MARGIN
    if options.title:
        heading, height = _heading(diagram, theme, measurer, min(width, _WIDEST_TEXT))
        parts.append(Part("title", "", on_paper(heading, HEADING, NOTE), Point(_MARGIN, y)))
        y += height + _GAP
    at = Point(_MARGIN + (width - body.width) / 2 - body.x, y - body.y)
    parts += [_part(diagram, piece, on_paper, at) for piece in pieces]
    y += body.height
    if options.legend:
        ink, legend_width, height = legend_ink(diagram, theme, measurer, width)
        if ink:
            parts.append(Part("legend", "Legend", on_paper(ink, NOTE), Point(_MARGIN, y + _GAP)))
            width = max(width, legend_width)
            y += _GAP + height
    return Sheet(
        width + 2 * _MARGIN,
        y + _MARGIN,
        tuple(parts),
        " ".join(diagram.title.split()),
        description_of(diagram, shown),
        None if options.transparent else theme.canvas,
    )


def _shown(diagram: Diagram, options: Options) -> frozenset[ElementId] | None:
    if options.step is None:
        return None
    count = len(diagram.steps)
    if options.step > count:
        has = "has no steps" if not count else f"has {count} step{'s' if count > 1 else ''}"
        raise ExportError(f"There is no step {options.step}: “{diagram.title}” {has}.")
    return revealed(diagram, options.step)


def _part(diagram: Diagram, piece: Piece, on_paper: _Backing, at: Point) -> Part:
    name = f"{piece.kind}-{piece.id}"
    match diagram.elements[piece.id]:
        case Node(label=label, compartment=compartment):
            ink = piece.ink if compartment is not None else on_paper(piece.ink, TAG)
            return Part(name, " ".join(label.split()), ink, at)
        case Compartment(label=label):
            return Part(name, " ".join(label.split()), piece.ink, at)
        case Edge() as edge:
            return Part(name, sentence_of(diagram, edge), piece.ink, at)


class _Backing:
    """Puts a band of paper behind words that would else stand on nothing: a clear picture lands anywhere."""

    def __init__(self, paper: str | None, measurer: TextMeasurer) -> None:
        """Take the paper's colour, or None where the picture has its own."""
        self._paper, self._measurer = paper, measurer

    def __call__(self, ink: Ink, *roles: TextRole) -> Ink:
        """Return the ink with a band behind the words of these roles."""
        if self._paper is None:
            return ink
        marks: list[Mark] = []
        for mark in ink:
            if isinstance(mark, Words) and mark.role in roles:
                box = words_extent(mark, self._measurer)
                band = Box(box.x - 2, box.y + 1, box.width + 4, box.height - 2)
                marks.append(Shape(rounded(band, 3.0), fill=self._paper))
            marks.append(mark)
        return tuple(marks)


def _heading(diagram: Diagram, theme: Theme, measurer: TextMeasurer, width: float) -> tuple[Ink, float]:
    """Set the title, and the summary below it; the height is the second value."""
    ink: list[Words] = []
    y = 0.0
    for text, role, colour in ((diagram.title, HEADING, theme.ink), (diagram.summary, NOTE, theme.second)):
        lines = wrapped(text, role, width, measurer)
        if len(lines) > _MOST_LINES:
            lines = (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …")
        for line in lines:
            if not line:
                continue
            ink.append(Words(line, Point(0.0, y + role.pixels), role, colour, "start"))
            y += measurer.line_height(role)
    return tuple(ink), y
