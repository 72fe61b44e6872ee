"""A session over a folder of definitions, with a library of documents that is as simple as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.layouts import FakeMeasurer
from viewer.documents.library import Library
from viewer.layout.engine import Engine
from viewer.session.opening import Opener
from viewer.session.pins.pinning import Pinning
from viewer.session.reading import Reading
from viewer.session.session import Session
from viewer.session.settings import SettingsFile
from viewer.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.layout.geometry import TextMeasurer

SMALL = """\
title: {title}
nodes:
  drug: {{label: Ketamine, kind: drug}}
  nmda: {{label: NMDA receptor, kind: receptor, aliases: [NMDAR], opens: {opens}}}
edges:
  - {{source: drug, target: nmda, relation: inhibits, label: blocks}}
"""

TEXT = """\
The primer
Ketamine blocks the NMDA receptor within minutes.
Glycine is needed as well.
"""


def a_folder(path: Path) -> Path:
    """Write two definitions that open each other, and a document; return the folder of definitions."""
    diagrams = path / "diagrams"
    diagrams.mkdir()
    (diagrams / "first.yaml").write_text(SMALL.format(title="First", opens="second"))
    (diagrams / "second.yaml").write_text(SMALL.format(title="Second", opens="first"))
    documents = path / "documents"
    documents.mkdir()
    (documents / "primer.txt").write_text(TEXT)
    return diagrams


def a_session(path: Path, measurer: TextMeasurer | None = None) -> Session:
    """Make a session over ``a_folder(path)``; nothing is read yet. Close it at the end."""
    store = Store(path / "store")
    opener = Opener(Engine(store=store), measurer or FakeMeasurer(), store)
    reading = Reading(lambda roots: Library(roots, path / "index.sqlite"))
    settings = SettingsFile(path / "settings.json")
    settings.load()
    pins = path / "pins.json"
    return Session((path / "diagrams",), opener, reading, settings, store, lambda owner: Pinning(pins, owner))
