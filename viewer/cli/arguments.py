"""What can be written after the program's name, and which command's module answers it."""

from __future__ import annotations

import argparse
from math import isfinite
from pathlib import Path

from viewer import __version__

PROGRAM = "mechanism-viewer"
COMMANDS = ("list", "check", "excerpts", "search", "text", "export", "schema")

_FORMATS = ("png", "svg", "pdf")
_NAMED = "a diagram's id or file, or a folder of them"
_THEMES = ("light", "dark", "print", "contrast")
_EXIT = "Exit status: 0 done, 1 problems found or the work failed, 2 the call's words are off."


def run_command(words: list[str]) -> int:
    """Run the command that ``words`` start with and return its exit status."""
    from importlib import import_module

    arguments = build_parser().parse_args(words)
    return int(import_module(f"viewer.cli.{arguments.command}").run(arguments))


def build_window_parser() -> argparse.ArgumentParser:
    """Return the parser of a call without a command, which opens the window."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Draw mechanism diagrams and show what the documents say about each part, word for word.",
        epilog=f"Commands: {', '.join(COMMANDS)}; see {PROGRAM} COMMAND --help. {_EXIT}",
        allow_abbrev=False,
    )
    parser.add_argument("diagram", metavar="DIAGRAM", nargs="?", help="the diagram to open: its id or its file")
    _add_diagrams(parser)
    _add_documents(parser, "read documents from here too: a file or a folder; may be given again")
    parser.add_argument("--present", action="store_true", help="start with the show for a class")
    _add_version(parser)
    return parser


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; the namespace says which under ``command``."""
    parser = argparse.ArgumentParser(prog=PROGRAM, epilog=_EXIT, allow_abbrev=False)
    _add_version(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        described = text[0].upper() + text[1:] + "."
        return commands.add_parser(name, help=text, description=described, epilog=_EXIT, allow_abbrev=False)

    _fill_list(command("list", "show the diagrams with their titles and sections"))
    _fill_check(command("check", "look for every problem in definitions and quotes, with file, line and column"))
    _fill_excerpts(command("excerpts", "show what the documents say about a diagram's nodes and edges"))
    _fill_search(command("search", "find passages in the documents"))
    _fill_text(command("text", "print a document's exact text, which all offsets refer to"))
    _fill_export(command("export", "write diagrams as pictures"))
    command("schema", "print the JSON Schema of the definitions, for editors that complete and check")
    return parser


def _fill_list(parser: argparse.ArgumentParser) -> None:
    _add_diagrams(parser)
    _add_json(parser)


def _fill_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagrams_named", metavar="DIAGRAM", nargs="*", help=f"{_NAMED}; default: all")
    _add_diagrams(parser)
    _add_documents(parser)


def _fill_excerpts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("diagram", metavar="DIAGRAM", help="a diagram's id or file")
    parser.add_argument("targets", metavar="TARGET", nargs="*", help="the id of a node or an edge; default: all")
    _add_diagrams(parser)
    _add_documents(parser)
    _add_limit(parser, "show at most N excerpts of each target")
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
    parser.add_argument("--output", "-o", metavar="FILE|DIR", type=Path, required=True, help=output)
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


def _add_diagrams(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--diagrams",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="read definitions from this folder in place of the bundled ones; may be given again",
    )


def _add_documents(parser: argparse.ArgumentParser, text: str = "") -> None:
    text = text or "a file or folder of documents in place of the bundled ones; may be given again"
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


# The parser names the type in its own message: "invalid number value".
_positive.__name__ = "number"
_count.__name__ = _limit.__name__ = "whole number"
