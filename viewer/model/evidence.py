"""What the documents say about an element: quotes that a definition names, and excerpts that were found."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, NewType

DocumentId = NewType("DocumentId", str)
"""The stem of the document's file."""


class Stance(StrEnum):
    """How a quoted source stands to what the diagram says."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    CONTEXT = "context"


class Evidence(NamedTuple):
    """Words that a definition says stand in a document."""

    document: DocumentId
    quote: str
    stance: Stance = Stance.SUPPORTS
    note: str = ""


class Pin(NamedTuple):
    """Words of a document that the user keeps for an element, verbatim.

    ``start`` is where they stood in the document's text when they were pinned, which tells one of several places from
    the others, and ``place`` how that was said ("Mechanism · line 14"): all that is left when the words are gone.
    """

    document: DocumentId
    quote: str
    stance: Stance = Stance.SUPPORTS
    start: int = -1
    place: str = ""

    @property
    def evidence(self) -> Evidence:
        """The same as a definition says it."""
        return Evidence(self.document, self.quote, self.stance)


class Origin(StrEnum):
    """How an excerpt came to be shown."""

    QUOTED = "quoted"
    FOUND = "found"


class Status(StrEnum):
    """Whether an excerpt's words stand in the document.

    ``MOVED``: found once white space, case, hyphens or quotation marks are levelled. ``MISSING``: not found.
    """

    VERIFIED = "verified"
    MOVED = "moved"
    MISSING = "missing"


class Rule(StrEnum):
    """Why an excerpt is shown: what the program takes its passage to do. ``QUOTED``: the definition names it.

    Of a node a passage ``DEFINES`` what it is, ``DESCRIBES`` it, says what it does (``ACTS``) or what acts on it
    (``ACTED_ON``), or only ``MENTIONS`` it. Of an edge it ``STATES`` the relation, only ``NAMES_BOTH`` ends, or
    names one end, with the other in the heading (``UNDER_HEADING``) or in the sentence beside it (``BESIDE``).
    """

    QUOTED = "quoted"
    DEFINES = "defines"
    DESCRIBES = "describes"
    ACTS = "acts"
    ACTED_ON = "acted-on"
    MENTIONS = "mentions"
    STATES = "states"
    NAMES_BOTH = "names-both"
    UNDER_HEADING = "under-heading"
    BESIDE = "beside"


class Guess(StrEnum):
    """What the program guesses of a passage by its form; never a fact, and never counted as a stance.

    ``POSSIBLY_DISPUTES``: it joins both ends with a word of the opposite relation, or denies the relation.
    """

    POSSIBLY_DISPUTES = "possibly-disputes"


class Why(NamedTuple):
    """Why an excerpt is shown. ``words`` and ``verbs`` are slices of its text, each once.

    ``words`` are the names that matched, ``verbs`` the words that state the relation, or speak against it. ``whole``
    is False where only a part of a name matched, or its words stand apart.
    """

    rule: Rule
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    whole: bool = True


class Excerpt(NamedTuple):
    """A slice of a document's text: ``text == document_text[start:end]``, unless ``status`` is missing.

    ``document`` is the document's path relative to the folder that was given, ``document_id`` its stem.
    ``start`` and ``end`` count characters of the document's text, ``line`` and ``last_line`` its lines from 1;
    all four are None for a missing quote, whose ``text`` is the quote as the definition has it. ``page`` is
    None where the format has no pages. ``marks`` are spans inside ``text`` that matched, ascending and apart.
    ``score`` is higher for the better excerpt, within 0 and 1. ``before`` and ``after`` are the neighbouring
    passages' slices, empty where there is none: shown in grey, never marked. ``also`` are the other places where
    the same words stand, one excerpt each. ``why`` and ``guess`` are the machine's own words, for found ones.
    ``pin`` is the user's, None where there is none.
    """

    document: str
    document_id: DocumentId
    title: str
    section: str
    page: int | None
    line: int | None
    last_line: int | None
    start: int | None
    end: int | None
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float
    origin: Origin
    stance: Stance | None
    status: Status
    before: str = ""
    after: str = ""
    note: str = ""
    why: Why | None = None
    guess: Guess | None = None
    also: tuple[Excerpt, ...] = ()
    pin: Pin | None = None


class Target(NamedTuple):
    """What excerpts are asked for, with all the names that a text may use for it.

    ``names`` are the label and aliases of a node. For an edge, ``names`` are those of its source,
    ``other_names`` those of its target, ``verb`` the word on the arrow and ``relation`` its relation.
    ``evidence`` are the quotes that the definition names for it. ``taken`` are names of other nodes that are part
    of these names or hold them: where insulin, the insulin receptor and insulin resistance are nodes of their own,
    "insulin" alone is no short form of the receptor, and "insulin resistance" says little of insulin.
    ``pins`` are what the user keeps for it.
    """

    id: str
    type: str
    label: str
    names: tuple[str, ...]
    other_names: tuple[str, ...] = ()
    verb: str = ""
    relation: str = ""
    evidence: tuple[Evidence, ...] = ()
    taken: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()


class Findings(NamedTuple):
    """What was found for a target: what the user pinned first, then the best excerpts, and how many there are in all.

    ``documents`` counts the documents that were searched, ``silent`` names those that say nothing of it,
    ``missing`` counts the definition's quotes that none of them holds. ``hidden`` are passages that the user hid,
    ``switched_off`` counts the quotes and pins of documents that the user switched off: neither is in ``total``.
    Of what stands nearly everywhere not every passage is looked up: without ``surveyed`` nobody knows who is silent.
    """

    target: Target
    excerpts: tuple[Excerpt, ...]
    total: int
    documents: int
    silent: tuple[str, ...] = ()
    missing: int = 0
    hidden: tuple[Excerpt, ...] = ()
    switched_off: int = 0
    surveyed: bool = True

    @property
    def places(self) -> tuple[Excerpt, ...]:
        """The excerpts and the other places of the same words, each of which stands in its own document."""
        return tuple(place for excerpt in self.excerpts for place in (excerpt, *excerpt.also))

    def by_document(self) -> dict[str, int]:
        """Count the places by the paths of their documents; a quote that is missing has none."""
        counts: dict[str, int] = {}
        for place in self.places:
            if place.start is not None:
                counts[place.document] = counts.get(place.document, 0) + 1
        return counts
