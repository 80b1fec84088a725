"""Fields of numbers within limits."""

from __future__ import annotations

from deckgen.fields.core_schema import as_number
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.model.tree import Scalar, Tree


class Number(Field[float]):
    """A number within limits."""

    description: str
    minimum: float | None = None
    maximum: float | None = None

    def read(self, tree: Tree, reading: Reading) -> float | None:
        """The number."""
        value = as_number(tree) if type(tree) is Scalar else None
        if value is None:
            reading.wrong(tree, "a number", _number_hint(tree))
            return None
        return float(value) if _within(tree, value, self.minimum, self.maximum, reading) else None

    def schema(self, definitions: Definitions) -> Schema:
        """A number."""
        return _limited("number", self.description, self.minimum, self.maximum)


class Whole(Field[int]):
    """A whole number within limits."""

    description: str
    minimum: int | None = None
    maximum: int | None = None

    def read(self, tree: Tree, reading: Reading) -> int | None:
        """The number."""
        value = as_number(tree) if type(tree) is Scalar else None
        if not isinstance(value, int):
            reading.wrong(tree, "a whole number", _number_hint(tree))
            return None
        return value if _within(tree, value, self.minimum, self.maximum, reading) else None

    def schema(self, definitions: Definitions) -> Schema:
        """An integer."""
        return _limited("integer", self.description, self.minimum, self.maximum)


def _number_hint(tree: Tree) -> str:
    if type(tree) is Scalar and tree.style != "plain":
        return "Write the number without quotes."
    return "Write digits without separators, with a point for decimals: 1234.5"


def _within(
    tree: Tree, value: float, minimum: float | None, maximum: float | None, reading: Reading
) -> bool:
    if minimum is not None and value < minimum:
        reading.bad(tree, f"{value:g} is too small", f"The least is {minimum:g}.")
        return False
    if maximum is not None and value > maximum:
        reading.bad(tree, f"{value:g} is too large", f"The most is {maximum:g}.")
        return False
    return True


def _limited(kind: str, description: str, minimum: float | None, maximum: float | None) -> Schema:
    schema: Schema = {"description": description, "type": kind}
    if minimum is not None:
        schema["minimum"] = minimum
    if maximum is not None:
        schema["maximum"] = maximum
    return schema
