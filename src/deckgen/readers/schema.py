"""The outline's JSON Schema, for editors that complete and check while a person writes."""

from __future__ import annotations

from typing import Any

from deckgen.fields import Definitions, Schema
from deckgen.fields.records import keys_of, object_schema
from deckgen.fields.scalars import ANY_SCALAR
from deckgen.model.outline import FORMATS
from deckgen.readers.audience import FREE
from deckgen.readers.outline import OutlineKeys

# Marks can stand on what lies below these, and not on them.
_WHOLE = frozenset({"TalkKeys", "BriefingKeys", "FitKeys", "DataKeys", "FormatKeys", "AcrossKeys"})


def outline_schema() -> dict[str, object]:
    """JSON Schema 2020-12 of an outline, with a description for every key."""
    definitions: Definitions = {}
    outline = object_schema(keys_of(OutlineKeys), definitions)
    whole = {name: _inner(schema) for name, schema in definitions.items() if name in _WHOLE}
    rest = {name: _marked(schema) for name, schema in definitions.items() if name not in _WHOLE}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Outline of a talk",
        "description": OutlineKeys.__doc__,
        **_inner(outline),
        "$defs": dict(sorted({**whole, **rest, **_definitions()}.items())),
    }


def _definitions() -> dict[str, Schema]:
    formats: Schema = {"enum": list(FORMATS)}
    several: Schema = {"anyOf": [formats, {"type": "array", "items": formats, "minItems": 1}]}
    names: Schema = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    marks: dict[str, Schema] = {
        "mark-only": {"description": "The formats that show this, and no others.", **several},
        "mark-not": {"description": "The formats that do not show this.", **several},
        "mark-audience": {
            "description": "For whom this is: shown when the build names the audience.",
            "anyOf": [{"type": "string"}, names],
        },
    }
    text: Schema = {
        "description": "A text and where it belongs.",
        "type": "object",
        "properties": {
            "text": {"description": "What it says.", "type": ANY_SCALAR},
            **_references(),
        },
        "required": ["text"],
        "additionalProperties": False,
    }
    return {**marks, "marked-text": text}


def _references() -> dict[str, Schema]:
    return {name: {"$ref": f"#/$defs/mark-{name}"} for name in ("only", "not", "audience")}


def _marked(schema: Any) -> Any:
    """The schema with the marks that any mapping below the talk's slides may have."""
    inner = _inner(schema)
    if isinstance(inner, dict) and inner.get("additionalProperties") is False:
        inner["properties"] = {**inner.get("properties", {}), **_references()}
    return inner


def _inner(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_marked(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: {name: each if name in FREE else _marked(each) for name, each in value.items()}
        if key == "properties"
        else _marked(value)
        for key, value in schema.items()
    }
    if schema.get("type") == "array" and _is_text(schema.get("items")):
        made["items"] = {"anyOf": [made["items"], _TEXT]}
    if "anyOf" in schema and any(_is_texts(each) for each in schema["anyOf"]):
        made["anyOf"] = [*made["anyOf"], _TEXT]
    return made


_TEXT: Schema = {"$ref": "#/$defs/marked-text"}


def _is_text(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("type") in (ANY_SCALAR, "string")


def _is_texts(schema: Any) -> bool:
    texts: Schema = {"type": "array", "items": {"type": ANY_SCALAR}, "minItems": 1}
    return bool(schema == texts)
