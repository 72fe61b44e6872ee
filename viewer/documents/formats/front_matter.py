"""Read the YAML block that a Markdown document may open with; a faulty one is passed over, never an error."""

from __future__ import annotations

import re
from dataclasses import fields

from viewer.documents.formats.structure import FrontMatter

_LARGEST = 16_000
_DEEPEST = 200
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELDS = frozenset(field.name for field in fields(FrontMatter))
_ALSO = {"authors": "author", "date": "year", "license": "licence", "source": "url", "link": "url"}


def front_matter(text: str) -> tuple[FrontMatter, int]:
    """Return what the front matter says and where the text behind it begins (0 where there is none)."""
    if not text.startswith("---"):
        return FrontMatter(), 0
    first = text.find("\n")
    if first < 0 or text[:first].rstrip() != "---":
        return FrontMatter(), 0
    close = _CLOSE.search(text, first + 1, first + 1 + _LARGEST)
    if close is None:
        return FrontMatter(), 0
    source = text[first + 1 : close.start()]
    values = _scalars(source)
    if values is None:
        return FrontMatter(), 0
    found: dict[str, str] = {}
    for key, value in values.items():
        name = key.lower()
        if name in _FIELDS:
            found[name] = value
    for key, value in values.items():
        name = _ALSO.get(key.lower(), "")
        if name and value and not found.get(name):
            found[name] = value[:4] if name == "year" and re.match(r"\d{4}", value) else value
    return FrontMatter(**found), min(close.end() + 1, len(text))


def _scalars(source: str) -> dict[str, str] | None:
    """Return the block's plain values by key, lists joined by commas; None when it is no mapping at all."""
    import yaml

    if sum(map(source.count, "[{")) > _DEEPEST:
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Composed, not constructed: aliases cannot swell and no tag is obeyed.
        root = yaml.compose(source, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    found: dict[str, str] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if isinstance(value, yaml.ScalarNode):
            found[key.value] = " ".join(value.value.split())
        elif isinstance(value, yaml.SequenceNode):
            parts = [item.value for item in value.value if isinstance(item, yaml.ScalarNode)]
            found[key.value] = " ".join(", ".join(parts).split())
    return found
