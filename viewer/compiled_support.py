"""What PySide6 compiles anew at every start, kept: a seventh of the time until the first picture.

PySide6 carries some fifteen Python modules as source text inside its library and compiles them whenever it is
imported. While ``Compilation`` is entered, ``compile`` answers from what an earlier start kept for the same text,
flags and Python, and keeps what is new. Nothing of PySide6 is altered: with no answer kept, with a damaged one, or
with a PySide6 that compiles nothing, the import runs as ever.
"""

from __future__ import annotations
import __future__

import builtins
import marshal
import sys
from importlib.util import MAGIC_NUMBER
from typing import TYPE_CHECKING, Any

from viewer.store import Store, digest

if TYPE_CHECKING:
    from types import CodeType

_KEY = f"compiled support {MAGIC_NUMBER.hex()} {sys.flags.optimize}"

# ``compile`` takes these flags over from the code that calls it.
_INHERITED = 0
for _name in __future__.all_feature_names:
    _INHERITED |= getattr(__future__, _name).compiler_flag


def import_qt(store: Store) -> PlainImports:
    """Import Qt's widgets, with what was compiled for them by an earlier start. Errors are those of the import.

    Returns what makes imports as quick as they were before.
    """
    plain = builtins.__import__
    with Compilation(store):
        import PySide6.QtWidgets  # noqa: F401
    return PlainImports(plain)


class PlainImports:
    """A stretch of the program within which modules are imported as if PySide6 did not look on.

    It stands in for ``import`` to find out which modules choose other names by ``__feature__``, and reads the source
    of each for that: a third of the time that importing ours takes. Ours do not, and are left out of its list, which
    it takes as no choice. It also serves ``import *``, which is used nowhere here.
    """

    def __init__(self, plain: Any) -> None:
        """Take the ``__import__`` from before."""
        self._plain = plain
        self._watched = plain

    def __enter__(self) -> None:
        """Import plainly."""
        self._watched = builtins.__import__
        builtins.__import__ = self._plain

    def __exit__(self, *_: object) -> None:
        """Let PySide6 look on again."""
        builtins.__import__ = self._watched


class Compilation:
    """A stretch of the program, on one thread, within which no source text is compiled that was compiled before."""

    def __init__(self, store: Store) -> None:
        """Take where compiled texts are kept from one start to the next."""
        self._store = store
        self._kept: dict[str, CodeType] = {}
        self._used: dict[str, CodeType] = {}
        self._compile = builtins.compile

    def __enter__(self) -> None:
        """Read what was kept and stand in for ``compile``."""
        content = self._store.get(_KEY)
        if content is not None:
            try:
                self._kept = marshal.loads(content)
            except (EOFError, ValueError, TypeError):
                self._kept = {}
        self._compile = builtins.compile
        builtins.compile = self._answer

    def __exit__(self, *_: object) -> None:
        """Step back, and keep what was new."""
        builtins.compile = self._compile
        if self._used.keys() - self._kept.keys():
            self._store.put(_KEY, marshal.dumps(self._used))

    def _answer(self, source: Any, filename: Any, mode: str, *others: Any, **named: Any) -> Any:
        if mode != "exec" or others or named or not isinstance(source, bytes) or not isinstance(filename, str):
            return self._compile(source, filename, mode, *others, **named)
        calling = sys._getframe(1).f_code  # noqa: SLF001 - inspect would cost what is saved here
        flags = calling.co_flags & _INHERITED
        key = f"{digest(source)} {flags} {filename}"
        code = self._kept.get(key)
        if code is None:
            code = self._compile(source, filename, mode, flags, True)
        self._used[key] = code
        return code
