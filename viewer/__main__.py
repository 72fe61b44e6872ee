"""The way in: a command when the first word is one, else the window. Nothing here ends in a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    _Asked = tuple[str | None, tuple[Path, ...], tuple[Path, ...], bool]

_COMMANDS = frozenset({"list", "check", "excerpts", "paths", "search", "text", "export", "schema"})
_FAILED, _MISCALLED, _INTERRUPTED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these words, by default those of the command line, and return its exit status."""
    from viewer.errors import CallError, DiagramError, ViewerError

    words = list(sys.argv[1:] if argv is None else argv)
    _settle_streams()
    try:
        status = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else _FAILED if left.code else 0
    except CallError as error:
        _say_error(str(error))
        return _MISCALLED
    except DiagramError as error:
        _say(str(error))
        return _FAILED
    except ViewerError as error:
        _say_error(str(error))
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _FAILED
    except Exception as error:
        _drop_output()
        _say_error(_fault_report(error))
        return _FAILED
    return status


def _run(words: list[str]) -> int:
    at = _command_position(words)
    if at is not None:
        from viewer.cli.arguments import run_command

        return run_command([words[at], *words[:at], *words[at + 1 :]])
    # A call without options needs no parser, and the parser costs part of the window's start.
    plain = len(words) < 2 and not any(word.startswith("-") for word in words)
    asked: _Asked = (words[0] if words else None, (), (), False) if plain else _parsed(words)
    from viewer.app import run_window

    return run_window(*asked)


def _parsed(words: list[str]) -> _Asked:
    from viewer.cli.arguments import build_window_parser

    arguments = build_window_parser().parse_intermixed_args(words)
    return arguments.diagram, tuple(arguments.diagrams), tuple(arguments.documents), arguments.present


def _command_position(words: list[str]) -> int | None:
    """Return where the command stands: the first word that is neither an option nor an option's value."""
    value_follows = False
    for position, word in enumerate(words):
        if value_follows:
            value_follows = False
        elif word == "--":
            return None
        elif word.startswith("-") and word != "-":
            value_follows = word in ("--diagrams", "--documents")
        else:
            return position if word in _COMMANDS else None
    return None


def _settle_streams() -> None:
    """Let any character be printed: results to a file are UTF-8 unless the user chose another encoding."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None or not hasattr(stream, "reconfigure"):
            continue
        if stream is sys.stdout and "PYTHONIOENCODING" not in os.environ and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="backslashreplace")


def _say(message: str) -> None:
    if sys.stderr is not None:
        print(message, file=sys.stderr)


def _say_error(sentence: str) -> None:
    _say(f"mechanism-viewer: error: {sentence}")


def _drop_output() -> None:
    """Send what is still waiting to nowhere, or the interpreter complains about it when it leaves."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _fault_report(error: Exception) -> str:
    """Keep the traceback in a file and return the sentence that names it."""
    if isinstance(error, OSError) and error.strerror and not error.filename:
        return f"The output could not be written: {error.strerror}."
    import traceback

    from viewer import __version__
    from viewer.places import cache_folder

    said = f"Internal error ({type(error).__name__}). Please report it"
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / "internal-error.log"
        told = "".join(traceback.format_exception(error))
        log.write_text(f"{__version__} {sys.argv[1:]}\n{told}", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"{said}: {error}"
    return f"{said} with the file {log}."


if __name__ == "__main__":
    sys.exit(main())
