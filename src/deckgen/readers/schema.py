"""The outline's JSON Schema, for editors that complete and check while a person writes."""

from __future__ import annotations

from deckgen.fields import Definitions
from deckgen.fields.records import keys_of, object_schema
from deckgen.readers.outline import OutlineKeys


def outline_schema() -> dict[str, object]:
    """JSON Schema 2020-12 of an outline, with a description for every key."""
    definitions: Definitions = {}
    outline = object_schema(keys_of(OutlineKeys), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Outline of a talk",
        "description": OutlineKeys.__doc__,
        **outline,
        "$defs": dict(sorted(definitions.items())),
    }
