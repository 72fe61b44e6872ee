"""What a picture shall be: format, size, colours, and what stands around the diagram."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from viewer.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

MM_PER_INCH = 25.4
PIXELS_PER_INCH = 96.0
"""What a pixel at 100 % measures on paper."""

_CRISP_DPI = 192.0
_PRINT_DPI = 300.0
_MOST_DPI = 4800.0
_MOST_SCALE = 100.0
_LEAST_WIDTH, _MOST_WIDTH = 5.0, 5000.0  # mm; the upper bound is the largest page that PDF readers open


class Format(StrEnum):
    """The kinds of file that a picture can be."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Options:
    """How to make a picture; checked when made.

    The size on paper is ``width_mm`` wide, or the diagram's own size (96 px to the inch) times ``scale``. A PNG has
    ``dpi`` pixels to the inch of that: by default 300 where a width is named, 96 where a scale is, 192 otherwise.
    ``format`` None means what the file's ending says, else PNG. ``step`` None means the whole diagram, N the
    picture after N steps. ExportError where a number is out of bounds or two exclude each other.
    """

    format: Format | None = None
    dpi: float | None = None
    width_mm: float | None = None
    scale: float | None = None
    theme: str = "light"
    transparent: bool = False
    legend: bool = True
    title: bool = True
    step: int | None = None

    def __post_init__(self) -> None:
        """Check the numbers."""
        _within("A resolution of {:g} dpi", self.dpi, 10.0, _MOST_DPI)
        _within("A width of {:g} mm", self.width_mm, _LEAST_WIDTH, _MOST_WIDTH)
        _within("A scale of {:g}", self.scale, 0.05, _MOST_SCALE)
        if self.width_mm is not None and self.scale is not None:
            raise ExportError("A width and a scale both set the size: give one of them.")
        if self.step is not None and self.step < 0:
            raise ExportError(f"There is no step {self.step}: steps count from 1, and 0 is before the first.")

    def enlargement(self, width: float) -> float:
        """Return how many times its own size a sheet of this width, in pixels, gets on paper."""
        if self.width_mm is not None:
            return self.width_mm / MM_PER_INCH * PIXELS_PER_INCH / width
        return self.scale or 1.0

    @property
    def sized(self) -> bool:
        """Whether a size or a resolution was asked for, which must then be kept."""
        return any(number is not None for number in (self.dpi, self.width_mm, self.scale))

    @property
    def pixels_per_inch(self) -> float:
        """The resolution of a PNG."""
        if self.dpi is not None:
            return self.dpi
        if self.width_mm is not None:
            return _PRINT_DPI
        return PIXELS_PER_INCH if self.scale is not None else _CRISP_DPI


def format_named(name: str) -> Format:
    """Return the format of this name; ExportError with those that there are."""
    try:
        return Format(name.lower())
    except ValueError:
        known = ", ".join(Format)
        raise ExportError(f"The format “{name}” is not known. Pictures are written as {known}.") from None


def format_for(path: Path, chosen: Format | None) -> Format:
    """Return the chosen format, else the one that the file's ending names, else PNG."""
    if chosen is not None:
        return chosen
    return format_named(path.suffix[1:]) if path.suffix[1:] else Format.PNG


def _within(said: str, value: float | None, least: float, most: float) -> None:
    if value is not None and not (isfinite(value) and least <= value <= most):
        raise ExportError(f"{said.format(value)} is out of bounds: it can be from {least:g} to {most:g}.")
