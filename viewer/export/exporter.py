"""Export: one diagram to one file, in the format that is asked for, whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from viewer.errors import ExportError
from viewer.export.files import write_whole
from viewer.export.options import Format, format_for
from viewer.export.sheet import compose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import IO

    from viewer.export.options import Options
    from viewer.export.sheet import Sheet
    from viewer.layout.geometry import Layout, TextMeasurer
    from viewer.model.diagram import Diagram
    from viewer.scene.theme import Theme

# What one system or another does not take in the name of a file.
_NOT_IN_NAMES = re.compile('[\x00-\x1f\x7f<>:"/\\\\|?*\ud800-\udfff]')
_LONGEST_NAME = 200  # bytes; most systems take 255, ending and all


def export_diagram(
    diagram: Diagram, layout: Layout, destination: Path, options: Options, theme: Theme, measurer: TextMeasurer
) -> Path:
    """Write the whole diagram to ``destination`` and return that path.

    ``theme`` is the one that ``options.theme`` names, loaded. The same diagram, layout and options give the same
    bytes wherever the call comes from. ExportError when the file cannot be written: what stood there still does.
    """
    form = format_for(destination, options.format)
    write_sheet(compose(diagram, layout, theme, measurer, options), destination, form, options)
    return destination


def write_sheet(sheet: Sheet, destination: Path, form: Format, options: Options) -> None:
    """Write a sheet in a format, whole or not at all. ExportError when it cannot be written."""

    def write(file: IO[bytes]) -> None:
        match form:
            case Format.PNG:
                from viewer.export.image import write_png

                write_png(sheet, options, file)
            case Format.SVG:
                from viewer.export.faces import faces_for
                from viewer.export.svg import svg_of, used_letters

                file.write(svg_of(sheet, options, faces_for(used_letters(sheet))).encode())
            case Format.PDF:
                from viewer.export.pdf import pdf_of

                file.write(pdf_of(sheet, options))
            case _:
                assert_never(form)

    write_whole(destination, write)


def target_paths(names: Sequence[str], output: Path, options: Options, *, folder: bool) -> tuple[Path, ...]:
    """Return where each of several diagrams goes: ``output`` itself, or a file for each in that folder.

    ``names`` are the diagrams' ids; two that would share a file are told apart by a number. ``folder`` says that
    ``output`` is one even if it does not exist yet. ExportError for several diagrams without a folder.
    """
    if not folder and not output.is_dir():
        if len(names) == 1:
            return (output,)
        raise ExportError(f"{len(names)} diagrams do not fit in the one file {output}. Name a folder.")
    ending = (options.format or Format.PNG).value
    step = "" if options.step is None else f"-step-{options.step}"
    taken: set[str] = set()
    paths = []
    for name in names:
        plain = _NOT_IN_NAMES.sub("_", name).encode()[:_LONGEST_NAME].decode(errors="ignore")
        stem = free = plain.strip(". ") or "diagram"
        count = 1
        while free.casefold() in taken:
            count += 1
            free = f"{stem}-{count}"
        taken.add(free.casefold())
        paths.append(output / f"{free}{step}.{ending}")
    return tuple(paths)
