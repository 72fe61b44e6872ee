"""Evidence put into a definition: the rest of the text stays as it is, and the result reads as meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.definitions.evidence_text import evidence_yaml, with_evidence
from viewer.definitions.reader import parse_definition
from viewer.errors import DiagramError
from viewer.model.diagram import Diagram, DiagramId, ElementId
from viewer.model.evidence import DocumentId, Evidence, Stance

NEW = Evidence(DocumentId("primer"), "The channel: shut, it says", Stance.DISPUTES)
OTHER = Evidence(DocumentId("reply"), "first line\nsecond line", Stance.CONTEXT)

TEXT = """\
# a remark at the top
title: Small
nodes:
  drug:
    kind: drug
    label: The drug      # behind a value
    summary: >
      Two lines
      in one.

  # before the second
  gate: {kind: receptor, label: The gate, aliases: [G, H], }
  cell:
    label: "The cell"
    kind: cell
    evidence:
    - document: primer   # old
      quote: It was there before

    - {document: reply, quote: So was this}   # last of the old
  flow: {kind: ion, label: Flow, evidence: [{document: primer, quote: Old}]}
  none: {kind: ion, label: None yet, evidence: []}
# before the arrows
edges:
  - source: drug
    target: gate
    relation: inhibits

  - {source: drug, target: cell, relation: activates}
steps:
  - title: "One"
    show: [drug]
"""

PLACES = ["drug", "gate", "cell", "flow", "none", "drug->gate", "drug->cell"]


def diagram(content: bytes) -> Diagram:
    return parse_definition(content, DiagramId("x"), "x.yaml").diagram


def evidence_of(content: bytes, element: str) -> tuple[Evidence, ...]:
    return diagram(content).elements[ElementId(element)].evidence  # type: ignore[union-attr]


def lines_kept(before: str, after: str) -> bool:
    """Whether every line stands in the same order as before, but for what was put into one-line elements."""
    rest = iter(after.splitlines())
    return all(
        any(line == other or (line[:12] == other[:12] and "{" in line) for other in rest)
        for line in before.splitlines()
    )


@pytest.mark.parametrize("element", PLACES)
def test_evidence_goes_to_its_element_and_nothing_else_changes(element: str) -> None:
    after = with_evidence(TEXT.encode(), {ElementId(element): (NEW, OTHER)}, "x.yaml")
    assert evidence_of(after, element)[-2:] == (NEW, OTHER)
    assert evidence_of(after, element)[:-2] == evidence_of(TEXT.encode(), element)
    assert lines_kept(TEXT, after.decode())


def test_all_elements_at_once() -> None:
    after = with_evidence(TEXT.encode(), {ElementId(name): (NEW,) for name in PLACES}, "x.yaml")
    assert all(evidence_of(after, name)[-1] == NEW for name in PLACES)
    assert after.decode().count("#") == TEXT.count("#")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_encoding_and_ends_of_lines_stay(newline: str, encoding: str, end: str) -> None:
    text = "title: Café\nnodes:\n  a:\n    kind: ion\n    label: Â".replace("\n", newline) + end.replace(
        "\n", newline
    )
    after = with_evidence(text.encode(encoding), {ElementId("a"): (NEW,)}, "x.yaml")
    decoded = after.decode(encoding)
    assert decoded.startswith(text.rstrip())
    assert decoded.replace("\r\n", "").count("\n") == (0 if newline == "\r\n" else decoded.count("\n"))
    assert evidence_of(after, "a") == (NEW,)


def test_what_stands_there_already_is_not_written_twice() -> None:
    once = with_evidence(TEXT.encode(), {ElementId("drug"): (NEW,)}, "x.yaml")
    assert with_evidence(once, {ElementId("drug"): (NEW,)}, "x.yaml") == once


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nnodes:\n  a: &x {label: A, kind: ion}\n  b: *x\n",
        "title: T\nnodes:\n  a: {kind: ion, label: A, evidence: &x []}\n  b: {kind: ion, label: B, evidence: *x}\n",
    ],
)
def test_an_element_that_is_an_alias_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(DiagramError, match="alias"):
        with_evidence(text.encode(), {ElementId("b"): (NEW,)}, "x.yaml")


def test_an_element_that_is_not_there_is_told() -> None:
    with pytest.raises(DiagramError, match="no element"):
        with_evidence(TEXT.encode(), {ElementId("nobody"): (NEW,)}, "x.yaml")


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t"), min_size=1, max_size=300
).filter(lambda text: bool(text.strip()))


@given(WORDS, st.sampled_from(PLACES))
def test_any_words_come_back_as_they_were(words: str, element: str) -> None:
    item = Evidence(DocumentId("primer"), words)
    after = with_evidence(TEXT.encode(), {ElementId(element): (item,)}, "x.yaml")
    assert evidence_of(after, element)[-1].quote == words


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_what_is_copied_can_be_pasted(quotes: list[str]) -> None:
    items = tuple(Evidence(DocumentId("primer"), quote) for quote in quotes)
    pasted = "".join(f"    {line}\n" for line in evidence_yaml(items).split("\n"))
    whole = f"title: T\nnodes:\n  a:\n    kind: ion\n    label: A\n{pasted}"
    assert evidence_of(whole.encode(), "a") == items
