"""Quotes of a definition are looked up in the documents, and told at their lines."""

from pathlib import Path

from tests.builders.documents import a_library
from viewer.definitions.reader import read_definition
from viewer.session.verification import quote_problems

DIAGRAM = """title: Brewing
nodes:
  yeast:
    label: Yeast
    kind: cell
    evidence:
      - {document: notes, quote: lives on  SUGAR}
      - {document: notes, quote: lives on salt}
  sugar: {label: Sugar, kind: factor}
edges:
  - source: yeast
    target: sugar
    relation: decreases
    evidence:
      - document: note
        quote: anything
steps:
  - title: One
    show: [yeast]
    quote: {document: notes, quote: never said}
"""


def test_every_quote_that_is_not_there_is_a_problem_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "brewing.yaml"
    path.write_text(DIAGRAM, encoding="utf-8")
    library = a_library(tmp_path, {"notes.txt": "Notes\nYeast lives on sugar.\n"})
    problems = quote_problems(read_definition(path), "shown.yaml", library)
    library.close()
    assert [problem.line for problem in problems] == [8, 16, 20]
    assert all(problem.file == "shown.yaml" and problem.column > 0 for problem in problems)
    assert "lives on salt" in problems[0].text
    assert "“note”" in problems[1].text
    assert problems[1].hint == "Did you mean “notes”?"
    assert "never said" in problems[2].text
