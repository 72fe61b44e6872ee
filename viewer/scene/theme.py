"""Colours as data: a theme is read from a file and says every colour of the diagram and of the room around it.

Colours are ``#rrggbb``. A family of kinds shares a hue; shapes and tags tell the kinds apart, never a hue alone.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.errors import SettingsError
from viewer.model.diagram import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from viewer.store import Store

_NO_COLOURS = ("name", "dark", "shadow_strength", "families", "group")

THEMES = ("light", "dark", "print", "contrast")


class Family(StrEnum):
    """Kinds that share a hue."""

    TREATMENT = "treatment"
    SIGNAL = "signal"
    PROTEIN = "protein"
    EVENT = "event"
    PLACE = "place"
    EFFECT = "effect"
    RISK = "risk"
    FACTOR = "factor"


_FAMILIES = MappingProxyType(
    {
        Kind.DRUG: Family.TREATMENT,
        Kind.PROCEDURE: Family.TREATMENT,
        Kind.NEUROTRANSMITTER: Family.SIGNAL,
        Kind.ION: Family.SIGNAL,
        Kind.RECEPTOR: Family.PROTEIN,
        Kind.PROTEIN: Family.PROTEIN,
        Kind.PROCESS: Family.EVENT,
        Kind.PATHWAY: Family.EVENT,
        Kind.CELL: Family.PLACE,
        Kind.REGION: Family.PLACE,
        Kind.EFFECT: Family.EFFECT,
        Kind.CONDITION: Family.EFFECT,
        Kind.RISK: Family.RISK,
        Kind.FACTOR: Family.FACTOR,
    }
)


def family_of(kind: Kind) -> Family:
    """Return the family whose hue a kind wears."""
    return _FAMILIES[kind]


class Tone(NamedTuple):
    """The two colours of a family."""

    border: str
    fill: str


class GroupTone(NamedTuple):
    """The colours of a compartment."""

    fill: str
    line: str
    title: str


class Theme(NamedTuple):
    """Every colour. The first part is the diagram's, the second the room's (panels, fields, words).

    ``verb`` is for words on arrows, ``tag`` for a kind's tag; ``dim_text`` and ``dim_line`` are for what steps
    back. ``shadow_strength`` is the shadow's darkest share, 0 to 1. ``accent`` means "yours or clickable" and
    never colours an arrow or a node; ``neighbour`` is for the sentences around a passage.
    """

    name: str
    dark: bool
    canvas: str
    ink: str
    verb: str
    tag: str
    edge_plus: str
    edge_minus: str
    edge_neutral: str
    dim_text: str
    dim_line: str
    families: Mapping[Family, Tone]
    group: GroupTone

    panel: str
    bar: str
    hairline: str
    field: str
    card: str
    hover: str
    text: str
    second: str
    neighbour: str
    accent: str
    on_accent: str
    accent_tint: str
    mark: str
    danger: str
    warning: str
    shadow: str
    shadow_strength: float

    def tone(self, kind: Kind) -> Tone:
        """Return the border and fill of a kind of node."""
        return self.families[_FAMILIES[kind]]


def mixed(ground: str, other: str, share: float) -> str:
    """Return ``ground`` with ``share`` (0 to 1) of ``other`` laid over it."""
    pairs = zip(_channels(ground), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def load_theme(folder: Path, name: str, store: Store | None = None) -> Theme:
    """Read the theme ``name`` from ``folder``.

    What was parsed once comes from the store, where one is given. Raises SettingsError when there is no such
    file, or when it lacks a colour or holds something else in its place.
    """
    file = folder / f"{name}.toml"
    try:
        text = file.read_text(encoding="utf-8")
        table = _parsed(text, store)
    except OSError as error:
        raise SettingsError(f"The theme “{name}” cannot be read from {file}: {error.strerror}.") from error
    except ValueError as error:
        raise SettingsError(f"The theme file {file} is not valid TOML: {error}.") from error
    return _Reading(str(file), table).theme(name)


def _parsed(text: str, store: Store | None) -> dict[str, Any]:
    import marshal

    key = f"theme {text}"
    kept = store.get(key) if store is not None else None
    if kept is not None:
        table: dict[str, Any] = marshal.loads(kept)
        return table
    import tomllib  # costs a start more than everything else in a theme

    table = tomllib.loads(text)
    if store is not None:
        store.put(key, marshal.dumps(table))
    return table


class _Reading:
    """One theme file being turned into a Theme."""

    def __init__(self, file: str, table: dict[str, object]) -> None:
        self._file = file
        self._table = table

    def theme(self, name: str) -> Theme:
        values: dict[str, object] = {"name": name}
        for field in Theme._fields:
            if field not in _NO_COLOURS:
                values[field] = self._colour(self._table, field)
        values["dark"] = self._table.get("dark") is True
        strength = self._table.get("shadow_strength")
        if not isinstance(strength, int | float) or not 0 <= strength <= 1:
            raise self._fault("shadow_strength", "a number from 0 to 1")
        values["shadow_strength"] = float(strength)
        families = self._section(self._table, "families")
        values["families"] = MappingProxyType({family: self._tone(families, family) for family in Family})
        group = self._section(self._table, "group")
        values["group"] = GroupTone(*(self._colour(group, key, "group.") for key in ("fill", "line", "title")))
        return Theme(**values)  # type: ignore[arg-type]  # every field is filled by its name above

    def _tone(self, families: dict[str, object], family: Family) -> Tone:
        section = self._section(families, family)
        return Tone(*(self._colour(section, key, f"families.{family}.") for key in ("border", "fill")))

    def _section(self, table: dict[str, object], key: str) -> dict[str, object]:
        found = table.get(key)
        if not isinstance(found, dict):
            raise self._fault(key, "a table")
        return found

    def _colour(self, table: dict[str, object], key: str, prefix: str = "") -> str:
        found = table.get(key)
        if isinstance(found, str) and len(found) == 7 and found[0] == "#":
            try:
                int(found[1:], 16)
            except ValueError:
                pass
            else:
                return found
        raise self._fault(prefix + key, "a colour of the form #rrggbb")

    def _fault(self, key: str, wanted: str) -> SettingsError:
        return SettingsError(f"The theme file {self._file} needs {wanted} as “{key}”.")
