"""Describe a YAML value once: read it with exact places, and give its JSON Schema."""

from __future__ import annotations

from deckgen.fields.collections import ByShape, Later, Lines, ListOf, Made, MapOf
from deckgen.fields.data import DataField, NamedData
from deckgen.fields.icons import IconName
from deckgen.fields.numbers import Number, Whole
from deckgen.fields.pictures import PictureFile
from deckgen.fields.prose import BlockMarkdown, Paragraphs
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.records import Record, RecordOf, optional, record, required
from deckgen.fields.scalars import Choice, Flag, Formula, Listing, Plain, Text
from deckgen.fields.texts import TextFile

__all__ = [
    "BlockMarkdown",
    "ByShape",
    "Choice",
    "DataField",
    "Definitions",
    "Field",
    "Flag",
    "Formula",
    "IconName",
    "Later",
    "Lines",
    "ListOf",
    "Listing",
    "Made",
    "MapOf",
    "NamedData",
    "Number",
    "Paragraphs",
    "PictureFile",
    "Plain",
    "Reading",
    "Record",
    "RecordOf",
    "Schema",
    "Text",
    "TextFile",
    "Whole",
    "optional",
    "record",
    "required",
]
