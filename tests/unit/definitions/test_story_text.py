"""A drafted story is appended to a definition; what was there stays byte for byte."""

import pytest

from viewer.definitions.reader import parse_definition
from viewer.definitions.story_text import with_story
from viewer.errors import DiagramError
from viewer.model.diagram import DiagramId
from viewer.model.story import Step
from viewer.presenting.state.draft import drafted_steps

PLAIN = """\
# A comment that stays.
title: A chain
nodes:
  a: {label: "Yes: a", kind: drug}
  "no": {label: B, kind: receptor}
edges:
  - {source: a, target: "no", relation: activates}  # and this
"""


def drafted(content: bytes) -> tuple[Step, ...]:
    return drafted_steps(parse_definition(content, DiagramId("x"), "x.yaml").diagram)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.rstrip().encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.encode("utf-16"),
    ],
    ids=["plain", "no last line break", "crlf", "bom", "utf-16"],
)
def test_the_story_is_read_back_and_the_text_stays(content: bytes) -> None:
    steps = drafted(content)
    written = with_story(content, steps, "x.yaml")
    assert written.startswith(content)
    assert parse_definition(written, DiagramId("x"), "x.yaml").diagram.steps == steps


def test_a_text_that_cannot_be_appended_to_is_left_alone() -> None:
    flow = b"{title: T, nodes: {a: {label: A, kind: drug}}}\n"
    with pytest.raises(DiagramError, match="block YAML"):
        with_story(flow, drafted(flow), "x.yaml")


def test_a_story_is_never_doubled() -> None:
    once = with_story(PLAIN.encode(), drafted(PLAIN.encode()), "x.yaml")
    with pytest.raises(DiagramError, match="steps already"):
        with_story(once, drafted(PLAIN.encode()), "x.yaml")
