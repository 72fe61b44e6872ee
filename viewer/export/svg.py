"""SVG: written from the ink itself, so that words stay words, elements keep their ids and the file stays small.

Lengths inside are pixels at 100 %; the picture's size on paper is given in millimetres.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from viewer.export.extent import HALO
from viewer.export.options import MM_PER_INCH, PIXELS_PER_INCH
from viewer.layout.outlines import Close, CurveTo, MoveTo
from viewer.scene.ink.marks import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.export.options import Options
    from viewer.export.sheet import Part, Sheet
    from viewer.layout.geometry import Point
    from viewer.layout.outlines import Outline
    from viewer.scene.ink.marks import Mark, Words

# What XML 1.0 has no way to write, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_NAME = re.compile("[^A-Za-z0-9.-]")
_FAMILY = "'Fira Sans', sans-serif"


def svg_of(sheet: Sheet, options: Options, faces: str = "") -> str:
    """Return the sheet as an SVG document. ``faces`` are the @font-face rules to carry along, if any."""
    return "\n".join(_lines(sheet, options, faces)) + "\n"


def used_letters(sheet: Sheet) -> dict[int, str]:
    """Return the characters that the sheet's words use, by weight of type, in order."""
    used: dict[int, set[str]] = {}
    for part in sheet.parts:
        for mark in part.ink:
            if not isinstance(mark, Shape):
                used.setdefault(mark.role.weight, set()).update(_NOT_XML.sub("", mark.text))
    return {weight: "".join(sorted(letters)) for weight, letters in sorted(used.items())}


def escaped_name(name: str) -> str:
    """Return an id that any reader of SVG takes; different names give different ids."""
    return _NOT_NAME.sub(lambda match: f"_{ord(match.group()):X}_", name)


def _lines(sheet: Sheet, options: Options, faces: str) -> Iterator[str]:
    to_mm = options.enlargement(sheet.width) / PIXELS_PER_INCH * MM_PER_INCH
    width, height = _number(sheet.width), _number(sheet.height)
    described = ' aria-describedby="picture-description"' if sheet.description else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(sheet.width * to_mm, 3)}mm" '
        f'height="{_number(sheet.height * to_mm, 3)}mm" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="picture-title"{described}>'
    )
    yield f'<title id="picture-title">{xml_text(sheet.title)}</title>'
    if sheet.description:
        yield f'<desc id="picture-description">{xml_text(sheet.description)}</desc>'
    if faces:
        yield f"<style>{faces}</style>"
    if sheet.background:
        yield f'<rect width="{width}" height="{height}" fill="{sheet.background}"/>'
    # Ligatures are off wherever the words are measured.
    yield f'<g font-family="{_FAMILY}" style="font-variant-ligatures:none" fill="none" stroke="none">'
    for at, parts in groupby(sheet.parts, key=lambda part: part.at):
        yield f'<g transform="translate({_number(at.x)} {_number(at.y)})">'
        for part in parts:
            yield from _part(part)
        yield "</g>"
    yield "</g>"
    yield "</svg>"


def _part(part: Part) -> Iterator[str]:
    title = f"<title>{xml_text(part.title)}</title>" if part.title else ""
    yield f'<g id="{escaped_name(part.name)}">{title}'
    for mark in part.ink:
        yield from _mark(mark)
    yield "</g>"


def _mark(mark: Mark) -> Iterator[str]:
    if not isinstance(mark, Shape):
        yield from _words(mark)
        return
    paint = f' fill="{mark.fill}"' if mark.fill else ""
    if mark.stroke:
        stroke = mark.stroke
        paint += f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"'
        if stroke.dash:
            paint += f' stroke-dasharray="{" ".join(_number(length) for length in stroke.dash)}"'
        if stroke.cap != "butt":
            paint += f' stroke-linecap="{stroke.cap}"'
        if stroke.join != "miter":
            paint += f' stroke-linejoin="{stroke.join}"'
    if mark.opacity < 1:
        paint += f' opacity="{_number(mark.opacity, 3)}"'
    if paint:
        yield f'<path d="{_path(mark.outline)}"{paint}/>'


def _words(words: Words) -> Iterator[str]:
    text = xml_text(words.text)
    if not text.strip():
        return
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    place = (
        f'x="{_number(words.at.x)}" y="{_number(words.at.y)}"{anchor} '
        f'font-size="{words.role.pixels}" font-weight="{words.role.weight}"'
    )
    if words.halo:
        # A copy below, not paint-order: a program that does not know that would put the band over the letters.
        band = f'stroke="{words.halo}" stroke-width="{_number(2 * HALO)}" stroke-linejoin="round"'
        yield f'<text {place} {band} aria-hidden="true">{text}</text>'
    yield f'<text {place} fill="{words.colour}">{text}</text>'


def _path(outline: Outline) -> str:
    steps: list[str] = []
    for command in outline:
        if isinstance(command, Close):
            steps.append("Z")
        elif isinstance(command, CurveTo):
            steps.append(f"C{_pair(command.first)} {_pair(command.second)} {_pair(command.to)}")
        else:
            steps.append(f"{'M' if isinstance(command, MoveTo) else 'L'}{_pair(command.to)}")
    return "".join(steps)


def _pair(point: Point) -> str:
    return f"{_number(point.x)} {_number(point.y)}"


def _number(value: float, digits: int = 2) -> str:
    short = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


def xml_text(text: str) -> str:
    """Return a text as XML holds it; what XML cannot hold is left out."""
    clean = _NOT_XML.sub("", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
