"""Which rows are meant, as a mapping of columns to what their cells must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.fields.core_schema import is_null
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.fields.scalars import ANY_SCALAR, read_words
from deckgen.frozen import Frozen
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from deckgen.datasets.conditions import Condition

MOST_VALUES = 200
_FORMS = '`China`, `[China, India]`, `">= 2000"`, `2000..2010`, `"!= Iran"`, `"~ part of it"`'
_HINT = f"Write a mapping of columns to what they must be: {_FORMS} or `not empty`."


class Clause(Frozen):
    """A column as written, and what its cells must be."""

    column: Scalar
    condition: Condition


class Where(Field[tuple[Clause, ...]]):
    """A mapping of columns to values, comparisons, or lists of both."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Clause, ...] | None:
        """The clauses."""
        if not isinstance(tree, Mapping) or not tree.entries:
            reading.wrong(tree, "a mapping of columns to what they must be", _HINT)
            return None
        read = [_clause(key, value, reading) for key, value in tree.entries]
        clauses = tuple(clause for clause in read if clause is not None)
        return clauses if len(clauses) == len(read) else None

    def schema(self, definitions: Definitions) -> Schema:
        """An object with free keys."""
        one: Schema = {"type": [*ANY_SCALAR, "null"]}
        several: Schema = {"type": "array", "items": one, "minItems": 1}
        return {
            "description": self.description,
            "type": "object",
            "additionalProperties": {"anyOf": [one, several]},
            "examples": [{"year": ">= 2000", "country": ["China", "India"]}],
        }


def _clause(column: Scalar, tree: Tree, reading: Reading) -> Clause | None:
    from deckgen.datasets.conditions import ConditionUnclear, condition

    items = tree.items if isinstance(tree, Sequence) else (tree,)
    if len(items) > MOST_VALUES:
        message = f"{len(items):,} values for one column, at most {MOST_VALUES} can be asked for"
        reading.bad(tree, message, "Mark the rows that you mean in a column of the data.")
        return None
    texts: list[str] = []
    for item in items:
        words = None if is_null(item) else read_words(item, reading, "a value or a comparison")
        if words is None and not is_null(item):
            return None
        texts.append("empty" if words is None else words.text.strip())
    if not texts:
        reading.wrong(tree, "a value or a comparison", f"Write {_FORMS}.")
        return None
    try:
        return Clause(column, condition(tuple(texts)))
    except ConditionUnclear as unclear:
        reading.bad(tree, str(unclear), f"Write {_FORMS}.")
        return None
