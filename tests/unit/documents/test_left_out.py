"""Pins, hidden passages and documents that are switched off: what an answer holds of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.pdfs import a_pdf, lines
from viewer.definitions.evidence_text import with_evidence
from viewer.definitions.reader import parse_definition
from viewer.documents.index import lookup
from viewer.documents.library import LeftOut, Library
from viewer.model.diagram import DiagramId, ElementId
from viewer.model.evidence import DocumentId, Evidence, Findings, Origin, Pin, Stance, Status, Target
from viewer.session.pins.pinning import pin_of

FILES = {
    "primer.txt": "The primer\nKetamine blocks the NMDA receptor within\nminutes. The NMDA receptor needs glycine.\n",
    "reply.txt": "The reply\nThe NMDA receptor stays open.\nAgain: the NMDA receptor stays open.\n",
    "silent.txt": "Silent\nNothing is said here.\n",
}
NMDA = Target("nmda", "node", "NMDA receptor", ("NMDA receptor",))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    library = Library((folder,), tmp_path / "index.sqlite")
    library.refresh()
    yield library
    library.close()


def texts(findings: Findings) -> list[str]:
    return [excerpt.text for excerpt in findings.excerpts]


def off(library: Library, *names: str) -> None:
    files = {entry.id: entry.file for entry in library.entries()}
    library.leave_out(LeftOut(frozenset(files[DocumentId(name)] for name in names)))


def pinned(words: str, document: str = "primer", **others: object) -> Target:
    return NMDA._replace(pins=(Pin(DocumentId(document), words, **others),))  # type: ignore[arg-type]


def test_a_pin_comes_first_once_and_with_its_stance(library: Library) -> None:
    plain = library.excerpts(NMDA)
    last = plain.excerpts[-1]
    found = library.excerpts(pinned(last.text, last.document_id, stance=Stance.DISPUTES))
    assert sorted(texts(found)) == sorted(texts(plain))
    assert found.total == plain.total
    first = found.excerpts[0]
    assert (first.text, first.pin is not None and first.pin.stance) == (last.text, Stance.DISPUTES)
    assert (first.marks, first.status, first.origin) == (last.marks, Status.VERIFIED, Origin.FOUND)


def test_a_passage_of_several_lines_is_found_again_word_for_word(library: Library) -> None:
    excerpt = next(one for one in library.excerpts(NMDA).excerpts if "\n" in one.text)
    found = library.excerpts(pinned(excerpt.text)).excerpts[0]
    assert (found.text, found.status) == (excerpt.text, Status.VERIFIED)
    located = library.located("primer", excerpt.text)
    assert located is not None
    assert located.status is Status.VERIFIED
    assert library.text("primer").text[located.start : located.end] == excerpt.text


def test_of_two_places_the_one_that_was_pinned_is_shown(library: Library) -> None:
    whole = library.text("reply").text
    words = "NMDA receptor stays open."
    second = whole.rindex(words)
    places = [
        library.excerpts(pinned(words, "reply", start=start)).excerpts[0] for start in (whole.index(words), second)
    ]
    assert [excerpt.line for excerpt in places] == [2, 3]


def test_words_that_are_gone_stay_as_missing(library: Library) -> None:
    found = library.excerpts(pinned("Nobody wrote this.", place="Block · line 3"))
    assert found.excerpts[0].status is Status.MISSING
    assert found.excerpts[0].pin is not None
    assert found.excerpts[0].text == "Nobody wrote this."


def test_a_pin_whose_wording_moved_says_so(library: Library) -> None:
    assert library.excerpts(pinned("ketamine BLOCKS the  NMDA receptor")).excerpts[0].status is Status.MOVED


def test_what_the_definition_quotes_and_the_user_pins_stands_once(library: Library) -> None:
    words = "The NMDA receptor needs glycine."
    target = pinned(words)._replace(evidence=(Evidence(DocumentId("primer"), words),))
    same = [excerpt for excerpt in library.excerpts(target).excerpts if excerpt.text == words]
    assert [(excerpt.origin, excerpt.pin is not None) for excerpt in same] == [(Origin.QUOTED, True)]


def test_a_hidden_passage_is_told_apart(library: Library) -> None:
    plain = library.excerpts(NMDA)
    words = "The NMDA receptor needs glycine."
    library.leave_out(LeftOut(passages=frozenset({("primer", words.replace(" ", "\n"))})))
    found = library.excerpts(NMDA)
    assert words not in texts(found)
    assert [excerpt.text for excerpt in found.hidden] == [words]
    assert found.total == plain.total - 1


def test_a_document_that_is_off_answers_nothing_and_comes_back(library: Library) -> None:
    plain = library.excerpts(NMDA)
    off(library, "primer")
    found = library.excerpts(NMDA)
    assert {excerpt.document_id for excerpt in found.excerpts} == {"reply"}
    assert found.documents == 2
    assert "The primer" not in found.silent
    assert [excerpt.document_id for excerpt in library.search("glycine").excerpts] == []
    assert len(library.entries()) == 3
    off(library)
    assert library.excerpts(NMDA) == plain


def test_quotes_of_a_document_that_is_off_are_counted_and_not_missing(library: Library) -> None:
    target = NMDA._replace(evidence=(Evidence(DocumentId("primer"), "The NMDA receptor needs glycine."),))
    off(library, "primer")
    found = library.excerpts(target)
    assert (found.switched_off, found.missing) == (1, 0)
    located = library.located("primer", "The NMDA receptor needs glycine.")
    assert located is not None
    assert located.status is Status.VERIFIED


def test_with_all_documents_off_nothing_answers(library: Library) -> None:
    off(library, "primer", "reply", "silent")
    assert library.excerpts(NMDA)[1:4] == ((), 0, 0)


@pytest.mark.parametrize("every", [2, 3, 7])
def test_what_is_left_out_neither_matches_nor_counts_however_much_there_is(
    tmp_path: Path, every: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    names = [f"d{number:03}" for number in range(210)]
    for number, name in enumerate(names):
        rare = "Once a kinase. " if number % 50 == 0 else ""
        (folder / f"{name}.txt").write_text(f"Title\n{rare}The receptor opens. The receptor shuts.\n")
    library = Library((folder,), tmp_path / "index.sqlite")
    library.refresh()
    whole, part = names[::every], [name for number, name in enumerate(names) if number % every]
    off(library, *whole)
    for held in (8000, 20):
        monkeypatch.setattr(lookup, "_MOST_HELD", held)
        found = library.search("receptor", 5)
        assert found.total == 2 * len(part)
        assert {excerpt.document_id for excerpt in found.excerpts} <= set(part)
        rare_ones = [excerpt.document_id for excerpt in library.search("kinase").excerpts]
        assert sorted(rare_ones) == sorted({names[at] for at in range(0, 210, 50)} & set(part))
    off(library, names[0])
    assert library.search("receptor", 5).total == 2 * 209
    (folder / "new.txt").write_text("Title\nThe receptor is new.\n")
    library.refresh()
    assert library.search("receptor", 5).total == 2 * 209 + 1
    library.close()


def test_of_very_many_passages_those_of_a_document_that_is_off_are_none(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        lines = "".join(f"The NMDA receptor was seen {number} times {line}.\n\n" for line in range(60))
        (folder / f"d{number:02}.md").write_text(f"# D{number}\n\n{lines}")
    library = Library((folder,), tmp_path / "index.sqlite")
    library.refresh()
    off(library, "d00", "d05", "d11")
    found = library.excerpts(NMDA, 60)
    left = {f"d{number:02}" for number in range(12)} - {"d00", "d05", "d11"}
    assert {excerpt.document_id for excerpt in found.excerpts} <= left
    assert len(found.excerpts) == 60
    assert {excerpt.document_id for excerpt in library.search("seen", 50).excerpts} <= left
    library.close()


def test_what_is_pinned_of_any_format_verifies_where_a_definition_quotes_it(tmp_path: Path) -> None:
    """Words broken over lines, entities, tables: a pin's words are a slice of the text, and go through YAML whole."""
    folder = tmp_path / "formats"
    folder.mkdir()
    text = (
        "The NMDA recep-\ntor is a chan-\nnel that needs gly-\ncine – and “gluta-\nmate” as well. It is\n"
        "a well-known NMDA receptor."
    )
    (folder / "paper.pdf").write_bytes(a_pdf(lines("A paper", size=16) + lines(text, top=700)))
    (folder / "page.html").write_text(
        "<h1>A page</h1><p>The <b>NMDA</b> receptor &mdash; a\n gate &amp; more: <i>yes</i>.</p>"
        "<table><tr><td>NMDA receptor</td><td>shut: “no”</td></tr></table>"
    )
    (folder / "text.txt").write_text("A text\n\n- The NMDA receptor:\n  a list's item\n  over lines # no remark\n")
    library = Library((folder,), tmp_path / "formats.sqlite")
    library.refresh()
    excerpts = library.excerpts(NMDA).excerpts
    assert {excerpt.document_id for excerpt in excerpts} == {"paper", "page", "text"}
    for excerpt in excerpts:
        pin = pin_of(excerpt)
        whole = library.text(excerpt.document).text
        assert pin.quote in whole
        assert library.excerpts(NMDA._replace(pins=(pin,))).excerpts[0].status is Status.VERIFIED
        definition = b"title: T\nnodes:\n  a: {label: A, kind: ion}\n"
        written = with_evidence(definition, {ElementId("a"): (pin.evidence,)}, "t.yaml")
        node = parse_definition(written, DiagramId("t"), "t.yaml").diagram.nodes[0]
        located = library.located(excerpt.document_id, node.evidence[0].quote)
        assert located is not None
        assert located.status is Status.VERIFIED
    library.close()
