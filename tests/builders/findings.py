"""Small findings and documents for tests: name what matters, the rest is filled in."""

from __future__ import annotations

from viewer.documents.entries import DocumentEntry, DocumentText
from viewer.documents.formats.structure import Section
from viewer.model.evidence import DocumentId, Excerpt, Findings, Guess, Origin, Stance, Status, Target, Why
from viewer.session.reading import Shelf


def an_excerpt(
    text: str = "The channel stays shut.",
    match: str = "",
    *,
    document: str = "a.md",
    title: str | None = None,
    section: str = "Mechanism",
    line: int = 14,
    last_line: int | None = None,
    page: int | None = None,
    start: int = 0,
    origin: Origin = Origin.FOUND,
    stance: Stance | None = None,
    status: Status = Status.VERIFIED,
    before: str = "",
    after: str = "",
    note: str = "",
    why: Why | None = None,
    guess: Guess | None = None,
    also: tuple[Excerpt, ...] = (),
) -> Excerpt:
    """An excerpt with the first place of ``match`` marked; a missing one has no place."""
    missing = status is Status.MISSING
    at = text.find(match) if match else -1
    return Excerpt(
        document,
        DocumentId(document.rsplit(".", 1)[0]),
        document if title is None else title,
        section,
        page,
        None if missing else line,
        None if missing else last_line or line,
        None if missing else start,
        None if missing else start + len(text),
        text,
        ((at, at + len(match)),) if at >= 0 else (),
        0.5,
        origin,
        stance,
        status,
        before,
        after,
        note,
        why,
        guess,
        also,
    )


def some_findings(
    element: str,
    excerpts: tuple[Excerpt, ...] = (),
    *,
    total: int | None = None,
    documents: int = 5,
    silent: tuple[str, ...] = (),
    names: tuple[str, ...] = ("NMDA receptor",),
    other_names: tuple[str, ...] = (),
) -> Findings:
    """Findings for an element; ``total`` is the number of excerpts unless said otherwise."""
    target = Target(element, "edge" if other_names else "node", names[0], names, other_names)
    return Findings(target, excerpts, len(excerpts) if total is None else total, documents, silent)


def an_entry(path: str = "a.md", title: str = "A circuit account", author: str = "", year: str = "") -> DocumentEntry:
    """A document of the library."""
    return DocumentEntry(DocumentId(path.rsplit(".", 1)[0]), path, title, author, year, "", "", "", 1, 1)


def a_shelf(*entries: DocumentEntry) -> Shelf:
    """A shelf with these documents, or with one."""
    return Shelf(entries or (an_entry(),))


def a_document(text: str, entry: DocumentEntry | None = None) -> DocumentText:
    """A document whose headings are the lines that begin with ``#``."""
    sections = []
    start = 0
    for line in text.split("\n"):
        words = line.lstrip("#")
        if words != line:
            sections.append(Section(words.strip(), len(line) - len(words), start))
        start += len(line) + 1
    return DocumentText(entry or an_entry(), text, tuple(sections), ())


def placed(document: DocumentText, words: str, match: str = "") -> Excerpt:
    """An excerpt of these words where they first stand in the document."""
    start = document.text.index(words)
    line = document.text.count("\n", 0, start) + 1
    return an_excerpt(words, match, document=document.entry.path, start=start, line=line)


def disputed(element: str) -> Findings:
    """One passage for, one against, and one that was found."""
    return some_findings(
        element,
        (
            an_excerpt("It rises.", origin=Origin.QUOTED, stance=Stance.SUPPORTS),
            an_excerpt("It falls.", document="b.md", origin=Origin.QUOTED, stance=Stance.DISPUTES),
            an_excerpt("It is asked.", document="c.md"),
        ),
    )
