"""How numbers and dates are shown: as Excel's formats say it, or in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckgen.fields.numbers import Whole
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.records import Record, RecordOf, keys_of, optional, record
from deckgen.fields.scalars import Choice, Flag, Plain, read_words
from deckgen.frozen import Frozen
from deckgen.model.tree import Mapping, Scalar, Tree

if TYPE_CHECKING:
    from deckgen.datasets.looks import Look

Scale = Literal["thousands", "millions", "billions"]
_SCALES: dict[Scale, int] = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
_CODES = '"0.0", "#,##0", "0%", "#,##0.0,," for millions, "mmm yyyy", "d mmmm yyyy"'
_HINT = f"Write a format as in Excel: {_CODES}; or {{decimals, thousands, percent, unit}}."


@record
class FormatKeys(Record):
    """How numbers are shown, in words."""

    decimals: int | None = optional(Whole("Digits after the decimal mark.", 0, 10), None)
    thousands: bool | None = optional(Flag("Whether thousands stand apart: 12,345."), None)
    percent: bool = optional(Flag("Shares of one as per cent: 0.12 as 12%."), False)
    scale: Scale | None = optional(
        Choice(tuple(_SCALES), "Numbers as so many thousands, millions or billions."), None
    )
    currency: str = optional(Plain("A currency at each number.", ("EUR", "USD")), "")
    prefix: str = optional(Plain("What stands before each number."), "")
    suffix: str = optional(Plain("What stands behind each number."), "")
    unit: str = optional(
        Plain("What the numbers count, at the head of the column or the axis.", ("t",)), ""
    )

    def look(self, language: str) -> Look:
        """The look in a language."""
        from deckgen.datasets.currencies import spelt
        from deckgen.datasets.looks import NumberLook

        before, after = spelt(self.currency, language)
        return NumberLook(
            decimals=self.decimals,
            grouped=self.thousands,
            percent="ratio" if self.percent else "",
            divisor=1 if self.scale is None else _SCALES[self.scale],
            before=_apart(self.prefix, behind=False) + before,
            after=_apart(self.suffix, behind=True) + after,
            unit=self.unit,
        )


def _apart(text: str, *, behind: bool) -> str:
    """Words stand apart from their number, signs do not: `5 t`, `EUR 5`, `5%`, `€5`."""
    if not text or not text[0 if behind else -1].isalnum():
        return text
    return f"\u00a0{text}" if behind else f"{text}\u00a0"


_IN_WORDS = RecordOf(FormatKeys, "How numbers are shown.")


class Looks(Frozen):
    """The look of all numbers, or of columns by their names."""

    every: Look | None = None
    columns: tuple[tuple[Scalar, Look], ...] = ()


class Format(Field["Look"]):
    """An Excel format, or a mapping that says the same in words."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Look | None:
        """The look."""
        from deckgen.datasets.looks import look

        if isinstance(tree, Mapping):
            keys = _IN_WORDS.read(tree, reading)
            return None if keys is None else keys.look(reading.language)
        words = read_words(tree, reading, "a format", _HINT)
        if words is None:
            return None
        try:
            return look(words.text.strip())
        except ValueError:
            reading.bad(tree, f"'{words.text}' is no format that can be followed", _HINT)
            return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string or an object."""
        code: Schema = {"type": "string", "examples": ["#,##0.0", "0%", "mmm yyyy"]}
        return {"description": self.description, "anyOf": [code, _IN_WORDS.schema(definitions)]}


class Formats(Field[Looks]):
    """A format for all numbers, or a mapping of columns to formats."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> Looks | None:
        """The looks."""
        one = Format(self.description)
        if not isinstance(tree, Mapping) or _in_words(tree):
            every = one.read(tree, reading)
            return None if every is None else Looks(every)
        read = [(key, one.read(value, reading)) for key, value in tree.entries]
        looks = tuple((key, look) for key, look in read if look is not None)
        return Looks(columns=looks) if len(looks) == len(read) else None

    def schema(self, definitions: Definitions) -> Schema:
        """A format, or an object of formats."""
        one = Format(self.description).schema(definitions)
        by_column: Schema = {"type": "object", "additionalProperties": {"anyOf": one["anyOf"]}}
        options = one["anyOf"]
        assert isinstance(options, list)
        return {"description": self.description, "anyOf": [*options, by_column]}


def _in_words(tree: Mapping) -> bool:
    """Whether a mapping is one format and not several by column: all its keys are a format's."""
    known = keys_of(FormatKeys)
    return bool(tree.entries) and all(key.text in known for key, _ in tree.entries)
