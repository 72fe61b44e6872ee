"""Build small libraries of documents for tests."""

from collections.abc import Mapping
from pathlib import Path

from viewer.documents.library import Library
from viewer.model.evidence import Evidence, Target


def write_documents(folder: Path, documents: Mapping[str, str | bytes]) -> Path:
    """Write files by their relative path and return the folder."""
    for name, content in documents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


def a_library(folder: Path, documents: Mapping[str, str | bytes]) -> Library:
    """Return a library of these documents that was read once; the caller closes it."""
    library = Library([write_documents(folder / "documents", documents)], folder / "index.sqlite")
    library.refresh()
    return library


def a_node(*names: str, evidence: tuple[Evidence, ...] = ()) -> Target:
    """Return what is asked for a node with this label and these aliases."""
    return Target("node", "node", names[0], names, evidence=evidence)


def an_edge(source: str, verb: str, relation: str, target: str, evidence: tuple[Evidence, ...] = ()) -> Target:
    """Return what is asked for an edge."""
    label = f"{source} {verb} {target}"
    return Target("edge", "edge", label, (source,), (target,), verb, relation, evidence)
