"""What is remembered from one start to the next: one JSON file, read and written whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.errors import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.store import Store

_KEPT = "settings as last read"


class Settings(NamedTuple):
    """The user's choices. Sizes are pixels; ``geometry`` is Qt's own form in base 64.

    ``reader_width`` is narrow, medium or wide; ``reader_zoom`` is how large a document's pages are, in per cent.
    """

    theme: str = "system"
    geometry: str = ""
    library_width: int = 0
    excerpts_width: int = 0
    library_shown: bool = True
    excerpts_shown: bool = True
    last_diagram: str = ""
    documents: tuple[str, ...] = ()
    documents_off: tuple[str, ...] = ()
    documents_on: tuple[str, ...] = ()
    diagrams: tuple[str, ...] = ()
    engine: str = ""
    editor: str = ""
    wheel_zooms: bool = False
    reduced_motion: bool = False
    reader_size: int = 15
    reader_width: str = "medium"
    reader_outline: bool = True
    reader_pages: bool = False
    reader_zoom: int = 100
    export_folder: str = ""
    told_limits: bool = False
    show_legend: bool = True
    show_letters: bool = True
    show_keys: tuple[str, ...] = ()
    show_screen: str = ""
    show_notes_size: int = 18


class SettingsFile:
    """The file that settings live in. A broken one is put aside, never lost, and the user is told."""

    def __init__(self, path: Path, store: Store | None = None) -> None:
        """Take the file's path, and where its parsed form is kept; nothing is read yet."""
        self.path, self._store = path, store
        self.value = Settings()

    def load(self) -> Notice | None:
        """Read the settings; what cannot be used falls back to its default. Returns a notice for the user."""
        try:
            raw = self._parsed(self.path.read_bytes())
            if not isinstance(raw, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return None
        except OSError as error:
            return Notice(f"The settings could not be read ({error.strerror}); the defaults are used.", "settings")
        except (ValueError, RecursionError):
            aside = self.path.with_suffix(".broken.json")
            try:
                self.path.replace(aside)
            except OSError:
                aside = self.path
            return Notice(f"The settings file was damaged. It is kept as {aside}; the defaults are used.", "settings")
        self.value = _from_json(raw)
        return None

    def change(self, **changes: object) -> None:
        """Take new values for some settings and keep them."""
        new = Settings(**{**self.value._asdict(), **changes})
        if new == self.value:
            return
        self.value = new
        self.save()

    def save(self) -> None:
        """Write the settings; the old file stays until the new one is whole. A full disk costs the settings only."""
        import json

        text = json.dumps(self.value._asdict(), indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")
        beside = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text)
            beside.replace(self.path)
        except OSError:
            return
        self._keep(text, json.loads(text))

    def _keep(self, text: bytes, parsed: Any) -> None:
        if self._store is not None:
            import marshal

            self._store.put(_KEPT, marshal.dumps((text, parsed)))

    def _parsed(self, text: bytes) -> Any:
        """Return what the file says. A start that finds it parsed does not load the parser: 1.4 ms."""
        import marshal

        kept = self._store.get(_KEPT) if self._store is not None else None
        if kept is not None:
            before, parsed = marshal.loads(kept)
            if before == text:
                return parsed
        import json

        read: Any = json.loads(text)
        self._keep(text, read)
        return read


def _from_json(raw: dict[str, Any]) -> Settings:
    """Take what has the right type; anything else keeps its default."""
    default = Settings()
    taken: dict[str, object] = {}
    for name, standard in default._asdict().items():
        value = raw.get(name)
        if isinstance(standard, tuple):
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                taken[name] = tuple(value)
        elif type(value) is type(standard):
            taken[name] = value
    return Settings(**{**default._asdict(), **taken})
