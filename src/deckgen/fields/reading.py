"""What every field has in common: how it reads, what it reports, its JSON Schema."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, field

from deckgen.diagnostics import Diagnostics, Span
from deckgen.fields.core_schema import as_bool, as_number, is_null
from deckgen.frozen import Frozen
from deckgen.model.asset import Asset, Prepared
from deckgen.model.files import Files
from deckgen.model.tree import Broken, Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from deckgen.datasets import Rows, Source
    from deckgen.datasets.data import Data
    from deckgen.fields.constants import Constants

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Schema = dict[str, object]
Definitions = dict[str, Schema]
"""Schemas by name, for `$defs`: what is used often or holds itself."""


class Refusal(Frozen):
    """Why a file cannot be used, said at every place that names it."""

    code: str
    message: str
    hint: str


class Reading(Struct):
    """One reading of an outline: its findings, its files, and what can be checked only at the end.

    `links` are the slides' ids that texts link to, `references` what they refer to by name
    (`@table:laws`), `citations` the works they cite; `pictures` and `rows` are the files read so
    far, `datasets` what the talk has named (None for what could not be read). `language` is the
    talk's, in which numbers and dates are written; `prepared` are pictures of earlier runs, and
    `constants` what other readings of the same outline have in common.
    """

    found: Diagnostics
    files: Files
    links: list[tuple[str, Span]] = field(default_factory=list)
    references: list[tuple[str, Span]] = field(default_factory=list)
    citations: list[tuple[str, Span]] = field(default_factory=list)
    pictures: dict[str, Asset | Refusal] = field(default_factory=dict)
    rows: dict[Source, Rows | Refusal] = field(default_factory=dict)
    datasets: dict[str, Data | None] = field(default_factory=dict)
    language: str = "en"
    prepared: Prepared | None = None
    constants: Constants | None = None

    def wrong(self, tree: Tree, expected: str, hint: str) -> None:
        """Report a value of the wrong type, in words: `expected a list, found the text 'abc'`."""
        if not isinstance(tree, Broken):
            message = f"expected {expected}, found {describe(tree)}"
            self.found.error("wrong-type", message, tree.span, hint)

    def bad(self, tree: Tree, message: str, hint: str) -> None:
        """Report a value of the right type that cannot stand here."""
        self.found.error("bad-value", message, tree.span, hint)


class Field(Frozen, Generic[T_co]):
    """Reads one value of the outline, and describes it to people and editors."""

    @abstractmethod
    def read(self, tree: Tree, reading: Reading) -> T_co | None:
        """The typed value, or None after reporting why there is none."""

    @abstractmethod
    def schema(self, definitions: Definitions) -> Schema:
        """JSON Schema 2020-12; named parts are added to the definitions."""


def counted(number: int, noun: str) -> str:
    """A number and what it counts: 1 row, 2 rows."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def describe(tree: Tree) -> str:
    """A value as a person would call it: the number 5, a list of 3, the text 'abc'."""
    if isinstance(tree, Sequence):
        return "an empty list" if not tree.items else f"a list of {len(tree.items)}"
    if isinstance(tree, Mapping):
        keys = ", ".join(repr(key.text) for key, _ in tree.entries[:3])
        more = ", ..." if len(tree.entries) > 3 else ""
        return f"a mapping with {keys}{more}" if keys else "an empty mapping"
    if isinstance(tree, Broken) or is_null(tree):
        return "nothing"
    if as_bool(tree) is not None:
        return f"the truth value {tree.text}"
    if as_number(tree) is not None:
        return f"the number {tree.text}"
    return f"the text '{_shortened(tree)}'" if tree.text.strip() else "an empty text"


def _shortened(tree: Scalar) -> str:
    text = " ".join(tree.text.split())
    return text if len(text) <= 40 else text[:39] + "…"
