"""``export``: diagrams as PNG, SVG and PDF files, without a screen."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.cli.diagrams import catalog_of, definition_of, entries_named
from viewer.compiled_support import Compilation
from viewer.errors import CallError, DiagramError, ExportError, ViewerError
from viewer.export.exporter import target_paths
from viewer.export.options import Format, Options, format_for
from viewer.places import bundled, cache_folder
from viewer.store import Store

_SEPARATORS = tuple(sign for sign in (os.sep, os.altsep) if sign)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from viewer.definitions.catalog import Entry


def run(arguments: Namespace) -> int:
    """Write a picture of every diagram that is named and print its path; 1 when any of them could not be written.

    Raises CallError before anything is written where the words do not go together.
    """
    try:
        options = _options(arguments)
        entries, problems = entries_named(arguments.diagrams_named, catalog_of(arguments))
        targets = _targets(entries, arguments, options)
        engine = _engine(arguments.engine)
    except ExportError as error:
        raise CallError(str(error)) from None
    for problem in problems:
        print(problem, file=sys.stderr)
    return _export(entries, targets, Path(arguments.output), options, engine)


def _options(arguments: Namespace) -> Options:
    return Options(
        format=None if arguments.format is None else Format(arguments.format),
        dpi=arguments.dpi,
        width_mm=arguments.width,
        scale=arguments.scale,
        theme=arguments.theme,
        transparent=arguments.transparent,
        legend=arguments.legend,
        title=arguments.title,
        step=arguments.step,
    )


def _targets(entries: Sequence[Entry], arguments: Namespace, options: Options) -> tuple[Path, ...]:
    output = Path(arguments.output)
    several = len(entries) > 1 or any(_is_folder(name) for name in arguments.diagrams_named)
    folder = several or arguments.output.endswith(_SEPARATORS) or output.is_dir()
    # A new "all.png" that turned out to be a folder would be found by nobody.
    named_as_file = output.suffix[1:].lower() in list(Format) and not output.is_dir()
    if several and (output.is_file() or (named_as_file and not arguments.output.endswith(_SEPARATORS))):
        raise CallError(f"“{output}” is a file, but several diagrams need a folder: give its name.")
    targets = target_paths([entry.id for entry in entries], output, options, folder=folder)
    if not folder:
        format_for(output, options.format)
    return targets


def _engine(named: Path | None) -> Path | None:
    """Return the program of the layout engine that is asked for, None for the embedded one."""
    if named is None:
        return None
    import shutil

    found = shutil.which(named)
    if found is None:
        raise CallError(f"--engine: there is no program “{named}”.")
    return Path(found)


def _export(
    entries: Sequence[Entry], targets: Sequence[Path], output: Path, options: Options, engine: Path | None
) -> int:
    if sys.platform not in ("win32", "darwin"):
        # Qt ends the whole program where it finds no screen; a picture needs none.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        with Compilation(Store(cache_folder() / "code")):
            from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        from viewer.screen import missing_libraries

        raise ExportError(
            missing_libraries() or f"Qt cannot be loaded: {error}. Install the program again."
        ) from None

    from viewer.export.exporter import export_diagram
    from viewer.layout.engine import Engine
    from viewer.scene.fonts import load_fonts
    from viewer.scene.text_metrics import QtMeasurer
    from viewer.scene.theme import load_theme

    places = bundled()
    application = QGuiApplication.instance() or QGuiApplication(["mechanism-viewer"])
    load_fonts(places.fonts)
    theme = load_theme(places.themes, options.theme)
    measurer = QtMeasurer()
    layouts = Engine(engine, store=Store(cache_folder() / "layouts"))
    status = 0
    for entry, target in zip(entries, targets, strict=True):
        try:
            diagram = definition_of(entry).diagram
            layout = layouts.layout(diagram, measurer)
            for warning in layout.warnings:
                print(f"{entry.path}: warning: {warning}", file=sys.stderr)
            if target != output:
                _make_folder(target.parent)
            print(export_diagram(diagram, layout, target, options, theme, measurer), flush=True)
        except ViewerError as error:
            said = str(error) if isinstance(error, DiagramError) else f"mechanism-viewer: error: {error}"
            print(said, file=sys.stderr)
            status = 1
    del application
    return status


def _make_folder(folder: Path) -> None:
    """Make the last folder of a path; a longer way that does not exist is more likely a slip."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ExportError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False
