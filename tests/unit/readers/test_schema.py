from __future__ import annotations

import jsonschema
import pytest
import yaml
from tests.unit.readers.test_any_input import GOOD

from deckgen.kinds import KINDS
from deckgen.readers import outline_schema

SCHEMA = outline_schema()


def outline(slide: object) -> dict[str, object]:
    return {"talk": {"title": "T"}, "slides": [slide]}


def test_the_schema_is_a_json_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_good_outline_is_valid():
    jsonschema.validate(
        yaml.load(GOOD, yaml.BaseLoader), SCHEMA | {"$defs": _as_texts(SCHEMA["$defs"])}
    )


def _as_texts(schema):
    """The schema for a loader that leaves numbers as texts."""
    if isinstance(schema, dict):
        if schema.get("type") in ("number", "integer") or schema.get("type") == ["number", "null"]:
            return {}
        return {key: _as_texts(value) for key, value in schema.items()}
    return [_as_texts(value) for value in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize(
    "slide",
    [
        "title-slide",
        {"title-slide": None},
        {"bullets": "A", "items": ["a", {"b": ["c"]}, {"text": "d", "items": ["e"]}]},
        {"section": "A", "text": "b"},
        {"cards": "A", "items": ["a", {"title": "b"}]},
        {"comparison": "A", "columns": [{"title": "a"}, {"title": "b"}]},
        {"quote": "A", "by": "b"},
        {"part": "A", "slide": True},
        {"columns": "A", "items": [{"quote": "a"}, {"chart": {"data": "x.csv"}}]},
        {"hierarchy": "A", "root": {"title": "a", "children": ["b"]}},
        {"timeline": 5, "events": [{"when": 2000, "what": "a"}, {"when": 2001, "what": "b"}]},
        {"text": "A", "body": "b", "fit": "none"},
        {"text": "A", "body": ["b", {"text": "c", "not": ["deck"]}], "only": "briefing"},
        {"bullets": "A", "items": [{"text": "a", "audience": "internal"}], "notes": ["n"]},
        {"bullets": "A", "items": ["a"], "briefing": {"text": "b", "only": ["briefing"]}},
        {"cards": "A", "items": [{"title": "a", "not": "summary"}, "b"]},
        {"table": "A", "data": {"file": "x.csv", "where": {"only": ["a", 1], "b": ">= 2"}}},
        {"chart": "A", "data": {"from": "x", "group": {"a": "b"}, "sum": ["c", {"d": "e"}]}},
        {"chart": "A", "data": {"from": "x", "series": {"column": "a", "top": 3}, "format": "0"}},
        {"table": "A", "data": {"from": "x", "format": {"a": {"decimals": 1}, "b": "0%"}}},
    ],
)
def test_slides_that_can_be_read_are_valid(slide):
    jsonschema.validate(outline(slide), SCHEMA)


@pytest.mark.parametrize(
    "slide",
    [
        "bullets",
        {"bullets": "A"},
        {"bullets": "A", "itmes": ["a"]},
        {"bullets": "A", "items": "a"},
        {"bulets": "A", "items": ["a"]},
        {"cards": "A", "items": ["a"]},
        {"text": "A", "body": "b", "fit": "shrink"},
        {"statement": "A", "lead": "b"},
        {"table": "A", "data": {"file": "x.csv", "groop": "a"}},
    ],
)
def test_slides_that_cannot_be_read_are_not_valid(slide):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(outline(slide), SCHEMA)


def test_every_kind_has_a_definition_that_teaches():
    definitions = SCHEMA["$defs"]
    for name in (*KINDS, "part"):
        title = "part" if name == "part" else f"slide-{name}"
        assert definitions[title]["description"]


def test_every_key_is_described():
    def undescribed(name, schema):
        for key, value in schema.get("properties", {}).items():
            if "description" not in value and "$ref" not in value:
                yield f"{name}.{key}"

    found = [one for name, schema in SCHEMA["$defs"].items() for one in undescribed(name, schema)]
    assert found == []
