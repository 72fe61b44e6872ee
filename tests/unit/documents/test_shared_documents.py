"""Documents from the web, when they stand beside the checkout: offsets hold for every target of every diagram."""

from pathlib import Path

import pytest

from viewer.definitions.reader import read_definition
from viewer.documents.library import Library
from viewer.documents.targets import targets_of
from viewer.model.evidence import Status

_ROOT = Path(__file__).resolve().parents[3]
_SHARED = _ROOT.parent / "shared" / "documents"
_DIAGRAMS = sorted((_ROOT / "diagrams").rglob("*.yaml"))

pytestmark = pytest.mark.skipif(not _SHARED.is_dir(), reason="the documents are not here")


def test_every_excerpt_is_a_slice_for_every_target(tmp_path: Path) -> None:
    library = Library([_SHARED], tmp_path / "index.sqlite")
    assert not library.refresh().skipped
    texts = {entry.path: library.text(entry.path) for entry in library.entries()}
    for path, whole in texts.items():
        assert whole.text == (_SHARED / path).read_text(encoding="utf-8")
        assert len(whole.sections) >= 2
    checked = 0
    for definition in _DIAGRAMS:
        for target in targets_of(read_definition(definition).diagram):
            found = library.excerpts(target)
            assert found.total == len(found.excerpts)
            for excerpt in found.excerpts:
                if excerpt.status is Status.MISSING:
                    continue
                assert excerpt.text == texts[excerpt.document].text[excerpt.start : excerpt.end]
                assert excerpt.marks
                checked += 1
    assert checked > 500
    library.close()


def test_the_first_excerpts_are_spread_over_the_documents_that_speak_of_it(tmp_path: Path) -> None:
    library = Library([_SHARED], tmp_path / "index.sqlite")
    library.refresh()
    surge = next(path for path in _DIAGRAMS if path.stem == "glutamate-surge")
    targets = {target.label: target for target in targets_of(read_definition(surge).diagram)}
    # Two of the five speak of mTOR at all.
    least = {"NMDA receptor": 5, "AMPA receptor": 3, "BDNF": 4, "mTOR pathway": 2, "Ketamine blocks NMDA receptor": 5}
    for label, documents in least.items():
        found = [one for one in library.excerpts(targets[label]).excerpts if one.status is not Status.MISSING]
        assert len({one.document for one in found[:10]}) >= documents, label
    library.close()
