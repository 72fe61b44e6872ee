from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders.documents import a_library, a_node

if TYPE_CHECKING:
    from pathlib import Path


def test_all_of_one_document_is_told_however_short_the_librarys_own_list_is(tmp_path: Path) -> None:
    many = "\n\n".join(f"Sentence {number} speaks of the gate. Another does not." for number in range(300))
    library = a_library(tmp_path, {"a.txt": "The gate is shut.", "many.txt": f"A long text\n\n{many}\n"})
    gate = a_node("gate")
    assert len(library.excerpts(gate, 60).excerpts) == 60
    found = library.excerpts_within(gate, "many.txt")
    assert len(found) == 300
    assert {one.document for one in found} == {"many.txt"}
    text = library.text("many.txt").text
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [one.start for one in found] == sorted(one.start or 0 for one in found)
    assert library.excerpts_within(gate, "absent.txt") == ()
    assert library.excerpts_within(a_node("kinase"), "many.txt") == ()
    library.close()
