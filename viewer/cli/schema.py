"""``schema``: the JSON Schema of the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(_arguments: argparse.Namespace) -> int:
    """Print the published schema as it stands in the package."""
    from viewer.definitions.sentences import schema_path

    print(schema_path().read_text(encoding="utf-8"), end="")
    return 0
