"""The published schema is one, and says the same as the model."""

import json

import jsonschema_rs
import pytest

from viewer.__main__ import main
from viewer.model.diagram import Direction, Kind, Relation
from viewer.model.evidence import Stance


def test_the_schema_is_printed_and_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema_rs.meta.validate(schema)
    kinds = schema["$defs"]["node"]["properties"]["kind"]["enum"]
    relations = schema["$defs"]["edge"]["properties"]["relation"]["enum"]
    stances = schema["$defs"]["evidence"]["items"]["properties"]["stance"]["enum"]
    assert kinds == [kind.value for kind in Kind]
    assert relations == [relation.value for relation in Relation]
    assert stances == [stance.value for stance in Stance]
    assert schema["properties"]["direction"]["enum"] == [direction.value for direction in Direction]


def test_editors_refuse_names_that_the_reader_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema"])
    validator = jsonschema_rs.validator_for(json.loads(capsys.readouterr().out))
    node = {"label": "A", "kind": "drug"}
    assert validator.is_valid({"title": "T", "nodes": {"a b": node}})
    for name in ("", "a\nb", "x" * 101):
        assert not validator.is_valid({"title": "T", "nodes": {name: node}})
    for document, sound in (("a.b", True), ("a/b", False), ("..", False), ("", False)):
        evidence = {"document": document, "quote": "q"}
        assert validator.is_valid({"title": "T", "nodes": {"a": {**node, "evidence": [evidence]}}}) is sound
