"""What is said of findings as a whole: how many there are, what was looked for, which documents are silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.evidence import Origin, Stance
from viewer.ui.typeset.shown_text import one_line

if TYPE_CHECKING:
    from viewer.model.evidence import Excerpt, Findings

_NAMES = 12

Excerpts = tuple["Excerpt", ...]


def sides(excerpts: Excerpts) -> tuple[Excerpts, Excerpts, Excerpts]:
    """Return the quotes that speak for, those that speak against, and all other passages."""
    quoted = [excerpt for excerpt in excerpts if excerpt.origin is Origin.QUOTED]
    supporting = tuple(excerpt for excerpt in quoted if excerpt.stance is Stance.SUPPORTS)
    disputing = tuple(excerpt for excerpt in quoted if excerpt.stance is Stance.DISPUTES)
    sided = {id(excerpt) for excerpt in (*supporting, *disputing)}
    return supporting, disputing, tuple(excerpt for excerpt in excerpts if id(excerpt) not in sided)


def counted(findings: Findings) -> str:
    """Say how many passages there are; their places are those that the list of documents counts."""
    places = findings.by_document()
    documents = len(places)
    absent = sum(excerpt.start is None for excerpt in findings.excerpts)
    if not findings.surveyed:
        return f"{findings.total - absent:,} passages in more than {documents:,} documents"
    shortened = findings.total > len(findings.excerpts)
    if shortened:
        documents = max(documents, findings.documents - len(findings.silent))
    total = max(findings.total, len(findings.excerpts)) - absent
    if not total:
        return "No document holds what is quoted"
    passages = "1 passage" if total == 1 else f"{total:,} passages"
    at = sum(places.values())
    where = f" at {at:,} places" if at > total and not shortened else ""
    return f"{passages}{where} in " + ("1 document" if documents == 1 else f"{documents:,} documents")


def looked_for(findings: Findings) -> str:
    """Return the names that were looked for, in a sentence."""
    target = findings.target
    first = listed(target.names or (target.label,), _NAMES, "or")
    if target.other_names:
        return f"Looked for passages that name both {first} and {listed(target.other_names, _NAMES, 'or')}."
    return f"Looked for {first}."


def listed(names: tuple[str, ...], most: int, word: str = "") -> str:
    """Return names with commas, ``most`` of them at most; with ``word`` in quotation marks, it before the last."""
    shown = [f"“{one_line(name)}”" if word else one_line(name) for name in names[:most]]
    left = len(names) - len(shown)
    if left:
        return f"{', '.join(shown)} and {left:,} more"
    if word and len(shown) > 1:
        return f"{', '.join(shown[:-1])} {word} {shown[-1]}"
    return ", ".join(shown)
