"""What can be written after the program's name, and which command's module answers it."""

from __future__ import annotations

import argparse
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = "mechanism-viewer"
COMMANDS = ("list", "check", "excerpts", "paths", "search", "text", "export", "schema")

_FORMATS = ("png", "svg", "pdf")
_NAMED = "a diagram's id or file, or a folder of them"
_THEMES = ("light", "dark", "print", "contrast")
_EXIT = "Exit status: 0 done, 1 problems found or the work failed, 2 the command was not understood."


def run_command(words: list[str]) -> int:
    """Run the command that ``words`` start with and return its exit status."""
    from importlib import import_module

    arguments = arguments_of(words)
    return int(import_module(f"viewer.cli.{arguments.command}").run(arguments))


def arguments_of(words: list[str]) -> argparse.Namespace:
    """Return what a command's words ask for, ``command`` being its name. Options may stand among the others."""
    return build_parser(words[0]).parse_intermixed_args(words[1:])


def build_window_parser() -> argparse.ArgumentParser:
    """Return the parser of a call without a command, which opens the window."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Draw mechanism diagrams and show what the documents say about each part, word for word.",
        epilog=f"Commands: {', '.join(COMMANDS)}; see {PROGRAM} COMMAND --help. {_EXIT}",
        allow_abbrev=False,
    )
    parser.add_argument("diagram", metavar="DIAGRAM", nargs="?", help="the diagram to open: its id or its file")
    _add_diagrams(parser, "read definitions from this folder too; can be given more than once")
    _add_documents(parser, "read documents from here too: a file or a folder; can be given more than once")
    parser.add_argument("--present", action="store_true", help="start by presenting it, full screen")
    _add_version(parser)
    return parser


def build_parser(command: str) -> argparse.ArgumentParser:
    """Return the parser of a command's words; the namespace says which command under ``command``."""
    described, fill = _DESCRIBED[command]
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {command}", description=described, epilog=_EXIT, allow_abbrev=False
    )
    parser.set_defaults(command=command)
    fill(parser)
    _add_version(parser)
    return parser


def _fill_list(parser: argparse.ArgumentParser) -> None:
    _add_diagrams(parser)
    _add_json(parser)


def _fill_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagrams_named", metavar="DIAGRAM", nargs="*", default=[], help=f"{_NAMED}; default: all")
    _add_diagrams(parser)
    _add_documents(parser)


def _fill_excerpts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagram", metavar="DIAGRAM", help="a diagram's id or file")
    targets = "the id of a node or an edge; default: all"
    parser.add_argument("targets", metavar="TARGET", nargs="*", default=[], help=targets)
    _add_diagrams(parser)
    _add_documents(parser)
    _add_limit(parser, "show at most N excerpts of each target")
    _add_json(parser)


def _fill_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagram", metavar="DIAGRAM", help="a diagram's id or file")
    parser.add_argument("source", metavar="FROM", help="the node where ways begin: its id or label")
    parser.add_argument("target", metavar="TO", help="the node where they end")
    parser.add_argument("--arrows", metavar="N", type=_limit, help="take at most N arrows; default: 8")
    _add_diagrams(parser)
    _add_json(parser)


def _fill_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORDS", nargs="+", help="what to look for")
    _add_documents(parser)
    _add_limit(parser, "show at most N passages")
    _add_json(parser)


def _fill_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help="a document's id or file")
    _add_documents(parser)


def _fill_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagrams_named", metavar="DIAGRAM", nargs="+", help=_NAMED)
    output = "where to write; several diagrams need a folder"
    parser.add_argument("--output", "-o", metavar="FILE|DIR", required=True, help=output)
    _add_diagrams(parser)
    parser.add_argument(
        "--format", type=str.lower, choices=_FORMATS, help="default: as the file's name ends, else png"
    )
    parser.add_argument("--dpi", metavar="N", type=_positive, help="pixels to the inch of a PNG")
    parser.add_argument("--width", metavar="MM", type=_positive, help="the picture's width on paper in millimetres")
    parser.add_argument("--scale", metavar="N", type=_positive, help="enlarge the picture's own size N times")
    parser.add_argument("--theme", choices=_THEMES, default="light", help="the colours; default: %(default)s")
    parser.add_argument("--transparent", action="store_true", help="leave the background out")
    switch = argparse.BooleanOptionalAction
    parser.add_argument("--legend", action=switch, default=True, help="explain kinds and arrows (default) or not")
    parser.add_argument("--title", action=switch, default=True, help="print the title (default) or not")
    parser.add_argument("--step", metavar="N", type=_count, help="the picture after step N; default: the whole")
    engine = "lay out with this dot program in place of the embedded one"
    parser.add_argument("--engine", metavar="PROGRAM", type=Path, help=engine)


def _fill_schema(_parser: argparse.ArgumentParser) -> None:
    """Add nothing: the schema is one."""


def _add_diagrams(parser: argparse.ArgumentParser, text: str = "") -> None:
    text = text or "read definitions from this folder in place of the bundled ones; can be given more than once"
    parser.add_argument("--diagrams", metavar="DIR", type=Path, action="append", default=[], help=text)


def _add_documents(parser: argparse.ArgumentParser, text: str = "") -> None:
    text = text or "a file or folder of documents in place of the bundled ones; can be given more than once"
    parser.add_argument("--documents", metavar="PATH", type=Path, action="append", default=[], help=text)


def _add_limit(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--limit", metavar="N", type=_limit, help=f"{text}; what is left out is counted")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="write JSON for other programs")


def _add_version(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")


def _positive(word: str) -> float:
    number = float(word)
    if not isfinite(number) or number <= 0:
        raise argparse.ArgumentTypeError(f"{word} is not more than 0")
    return number


def _count(word: str) -> int:
    number = int(word)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{word} is less than 0")
    return number


def _limit(word: str) -> int:
    number = _count(word)
    if number == 0:
        raise argparse.ArgumentTypeError("0 would show nothing")
    return number


_DESCRIBED: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "list": ("Show the diagrams with their titles and sections.", _fill_list),
    "check": ("Look for every problem in definitions and quotes, with file, line and column.", _fill_check),
    "excerpts": ("Show what the documents say about a diagram's nodes and edges.", _fill_excerpts),
    "paths": ("Show the ways along the arrows from one node to another, with their net signs.", _fill_paths),
    "search": ("Find passages in the documents.", _fill_search),
    "text": ("Print a document's exact text, which all offsets refer to.", _fill_text),
    "export": ("Write diagrams as pictures.", _fill_export),
    "schema": ("Print the JSON Schema of the definitions, for editors that complete and check.", _fill_schema),
}
# The parser names the type in its own message: "invalid number value".
_positive.__name__ = "number"
_count.__name__ = _limit.__name__ = "whole number"
