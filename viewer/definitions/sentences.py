"""Every way in which values break the schema, in words, for files of any size and any number of faults."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from viewer.model.checks import LONGEST_ID, Fault
from viewer.model.checks import Path as Where
from viewer.model.naming import Names, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_FAULTS = 1000
"""Faults beyond this many are not looked for."""

_BATCH_WEIGHT = 2000
_LONGEST_LIST = 1000
_STAND_INS = {"title": "x", "nodes": {"x": {"label": "x", "kind": "process"}}}
_TYPES = {"string": "text", "array": "a list", "object": "a mapping of keys to values", "integer": "a whole number"}
_NOT_BLANK = "\\S"


def schema_path() -> Path:
    """Return the file of the published JSON Schema."""
    return Path(__file__).with_name("schema.json")


def schema_faults(value: Any) -> tuple[Fault, ...]:
    """Return what is wrong with the form of a definition's values, at most ``MOST_FAULTS``."""
    validator, schema = _validator()
    if validator.is_valid(value):
        return ()
    wording = _Wording(schema)
    found: dict[Where, Fault] = {}
    for offset, part in _parts(value, schema):
        # The validator makes all faults of a part before it hands out the first: hence parts.
        for error in validator.iter_errors(part):
            for fault in wording.faults(error, _path_in(part, error.instance_path), offset):
                found.setdefault(fault.path, fault)
        if len(found) > MOST_FAULTS:
            break
    return tuple(islice(found.values(), MOST_FAULTS))


@cache
def _validator() -> tuple[Any, Mapping[str, Any]]:
    import json

    import jsonschema_rs

    schema = json.loads(schema_path().read_text(encoding="utf-8"))
    # Names of keys are the checks' business: the validator repeats the whole mapping for each wrong name.
    reading = {
        **schema,
        "properties": {
            name: {key: rule for key, rule in part.items() if key != "propertyNames"}
            for name, part in schema["properties"].items()
        },
    }
    return jsonschema_rs.Draft202012Validator(reading), schema


def _parts(value: Any, schema: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    """Cut a definition into ones with few values each; with each, how many list items stand before it."""
    if not isinstance(value, dict):
        yield 0, value
        return
    bulky = {
        key: held
        for key, held in value.items()
        if key in schema["properties"] and isinstance(held, (dict, list)) and held
    }
    rest = {key: held for key, held in value.items() if key not in bulky}
    yield 0, {**{key: held for key, held in _STAND_INS.items() if key in bulky}, **rest}
    for key, held in bulky.items():
        for offset, few in _batches(held):
            yield offset, {**_STAND_INS, key: few}


def _batches(held: dict[str, Any] | list[Any]) -> Iterator[tuple[int, dict[str, Any] | list[Any]]]:
    names = list(held) if isinstance(held, dict) else []
    items = list(held.values()) if isinstance(held, dict) else held
    start, weight = 0, 0
    for end, item in enumerate(items, start=1):
        weight += _weight(item)
        if weight >= _BATCH_WEIGHT or end == len(items):
            few = [_trimmed(each) for each in items[start:end]]
            if names:
                yield 0, dict(zip(names[start:end], few, strict=True))
            else:
                yield start, few
            start, weight = end, 0


def _weight(item: Any) -> int:
    inner = item.values() if isinstance(item, dict) else ()
    return 1 + (len(item) if isinstance(item, list) else sum(len(held) for held in inner if isinstance(held, list)))


def _trimmed(element: Any) -> Any:
    """Return an element without the far end of lists that hold anything but names."""
    if isinstance(element, list):
        return element if _all_names(element) else element[: _LONGEST_LIST + 1]
    if not isinstance(element, dict):
        return element
    return {key: _trimmed(value) if isinstance(value, list) else value for key, value in element.items()}


def _all_names(values: list[Any]) -> bool:
    return all(isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable() for value in values)


def _path_in(value: Any, steps: Iterable[str | int]) -> Where:
    """Return a path of the validator, which takes a key like "1" for a position, as keys and positions."""
    path: list[str | int] = []
    for step in steps:
        key = str(step) if isinstance(value, dict) else step
        path.append(key)
        value = value[key]
    return tuple(path)


class _Wording:
    """Words the validator's errors; knows which keys and values the schema allows."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._schema = schema
        self._names: dict[tuple[str, ...], Names] = {}

    def faults(self, error: Any, path: Where, offset: int) -> Iterator[Fault]:
        if offset and len(path) > 1 and isinstance(path[1], int):
            path = (path[0], path[1] + offset, *path[2:])
        kind = error.kind
        shown = quoted(str(path[-1])) if path else "The file"
        match kind.name:
            case "required":
                text = f"The key {quoted(kind.property)} is missing."
                yield Fault((*path, kind.property), text, _missing_hint(path, kind.property))
            case "additionalProperties":
                allowed = self._allowed(tuple(error.schema_path[:-1]))
                for name in islice(kind.unexpected, MOST_FAULTS):
                    yield Fault((*path, name), f"Unknown key {quoted(name)}.", allowed.hint(name), at_key=True)
            case "enum":
                yield self._not_in_list(path, kind.options, error.instance)
            case "type":
                yield Fault(path, _type_text(path, kind.types[0], error.instance), _type_hint(error.instance))
            case "minLength":
                yield Fault(path, f"{_named(path)} is empty.")
            case "pattern" if kind.pattern == _NOT_BLANK:
                yield Fault(path, f"{_named(path)} is blank.")
            case "pattern":
                return  # ids and documents: the checks say more exactly what is wrong
            case "maxLength":
                yield Fault(path, f"{_named(path)} is longer than {kind.limit} characters.")
            case "minProperties":
                yield Fault(path, f"{_named(path)} holds nothing.", "A diagram needs at least one node.")
            case "maxItems":
                yield Fault(path, f"{_named(path)} holds more than {kind.limit} items.")
            case "minimum":
                hint = "Choices count from 1." if path[-1:] == ("answer",) else ""
                yield Fault(path, f"{_named(path)} is less than {kind.limit}.", hint)
            case "maximum":
                yield Fault(path, f"{_named(path)} is more than {kind.limit}.")
            case _:
                yield Fault(path, f"{shown} is not what the format asks for.")

    def _allowed(self, where: tuple[str, ...]) -> Names:
        if where not in self._names:
            part: Any = self._schema
            for step in where:
                part = part[step]
            self._names[where] = Names(part["properties"])
        return self._names[where]

    def _not_in_list(self, path: Where, options: list[str], value: Any) -> Fault:
        if not isinstance(value, str):
            return Fault(path, _type_text(path, "string", value), f"Write one of: {', '.join(options)}.")
        names = self._names.setdefault(tuple(options), Names(options))
        text = f"{quoted(value)} is not one of: {', '.join(options)}."
        return Fault(path, text, names.hint(value))


def _named(path: Where) -> str:
    """Say which value a path means: the key, or the item of a list."""
    if not path:
        return "The file"
    last = path[-1]
    if isinstance(last, int):
        return f"Item {last + 1} of {quoted(str(path[-2]))}" if len(path) > 1 else f"Item {last + 1}"
    return quoted(last)


def _type_text(path: Where, wanted: str, value: Any) -> str:
    if value is None:
        return f"{_named(path)} is empty." if path else "The file holds nothing."
    given = "text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"
    if isinstance(value, int):
        given = "a number"
    return f"{_named(path)} must be {_TYPES.get(wanted, wanted)}, not {given}."


def _type_hint(value: Any) -> str:
    return "Give it a value." if value is None else ""


def _missing_hint(path: Where, name: str) -> str:
    if not path:
        return "A diagram needs a title and nodes."
    return f"{quoted(str(path[-1]))} needs one." if isinstance(path[-1], str) else f"This needs a {name}."
