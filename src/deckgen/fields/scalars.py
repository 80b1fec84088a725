"""Fields of one value: texts, flags, choices."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Generic, TypeVar

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields.core_schema import as_bool, is_null
from deckgen.fields.latex import check_latex
from deckgen.fields.reading import Definitions, Field, Reading, Schema
from deckgen.model.inline import Inline
from deckgen.model.tree import Mapping, Scalar, Tree

S = TypeVar("S", bound=str)

ANY_SCALAR: list[str] = ["string", "number", "boolean"]

LONGEST_TEXT = 10_000  # characters: more than any slide can show
LONGEST_PROSE = 30_000  # twelve pages
LONGEST_LISTING = 20_000
TOO_LONG_HINT = "Divide it, or leave out what is not needed here."


def read_words(
    tree: Tree,
    reading: Reading,
    expected: str = "text",
    hint: str = "",
    longest: int = LONGEST_TEXT,
) -> Scalar | None:
    """The scalar when it has text; numbers and truth values count as they are written."""
    if type(tree) is not Scalar or is_null(tree) or not tree.text.strip():
        reading.wrong(tree, expected, hint or _words_hint(tree))
        return None
    if len(tree.text) > longest:
        message = f"this text has {len(tree.text):,} characters, at most {longest:,} fit"
        reading.bad(tree, message, TOO_LONG_HINT)
        return None
    return tree


def as_markdown(words: Scalar, *, blocks: bool = False) -> str:
    """The text as Markdown: as it is written, what came out of data with its signs escaped."""
    if not words.given:
        return words.text
    from deckgen.text.literal import with_literals

    return with_literals(words.text, words.given, blocks=blocks)


def to_inline(source: str, span_of: Scalar, reading: Reading) -> Inline:
    """Inline Markdown as runs; what it links or refers to is kept for the check at the end."""
    inline = _inline_parser()(source)
    for run in inline:
        if run.reference:
            place = span_of.at(max(0, span_of.text.find(run.reference)))
            note_reference(run.reference, place, reading)
        elif run.link.startswith("#"):
            reading.links.append((run.link[1:], span_of.span))
        if run.math:
            check_latex(run.text, span_of.span, reading)
    return inline


def note_reference(written: str, span: Span, reading: Reading) -> None:
    """Keep a reference, or the keys of a citation, for the check at the end."""
    from deckgen.text.references import works

    if written.startswith("["):
        reading.citations += [(key, span) for key, _ in works(written)]
    else:
        reading.references.append((written, span))


@cache
def _inline_parser() -> Callable[[str], Inline]:
    from deckgen.text.inline import parse_inline

    return parse_inline


def _words_hint(tree: Tree) -> str:
    if type(tree) is Mapping and len(tree.entries) == 1:
        key, value = tree.entries[0]
        if type(value) is Scalar:
            return f'A text with a colon needs quotes: "{key.text}: {value.text}"'
    if type(tree) is Scalar:
        return "Write something here, or leave it out."
    return "Write a text, in quotes if it begins with a bracket."


class Text(Field[Inline]):
    """Text with inline Markdown. `hint` helps who writes something else here."""

    description: str
    hint: str = ""

    def read(self, tree: Tree, reading: Reading) -> Inline | None:
        """The runs."""
        words = read_words(tree, reading, hint=self.hint)
        inline = () if words is None else to_inline(as_markdown(words).strip(), words, reading)
        if words is not None and not inline:
            reading.bad(tree, "this text says nothing", _words_hint(tree))
        return inline or None

    def schema(self, definitions: Definitions) -> Schema:
        """A string; numbers pass as they are written."""
        return {"description": self.description, "type": ANY_SCALAR}


class Plain(Field[str]):
    """Text without markup: names, keys, paths, source code."""

    description: str
    examples: tuple[str, ...] = ()

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The text as it is written, without blanks around it."""
        words = read_words(tree, reading)
        return None if words is None else words.text.strip()

    def schema(self, definitions: Definitions) -> Schema:
        """A string; numbers pass as they are written."""
        schema: Schema = {"description": self.description, "type": ANY_SCALAR}
        if self.examples:
            schema["examples"] = list(self.examples)
        return schema


class Listing(Field[str]):
    """Text whose blanks count: a program, a formula over several lines."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The text as it stands, without empty lines around it."""
        words = read_words(tree, reading, longest=LONGEST_LISTING)
        return None if words is None else words.text.rstrip().lstrip("\n")

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {"description": self.description, "type": "string"}


class Formula(Field[str]):
    """A displayed formula in LaTeX, without dollar signs."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The LaTeX, if it can be set."""
        words = read_words(tree, reading)
        latex = "" if words is None else words.text.strip()
        return latex if latex and check_latex(latex, tree.span, reading) else None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {"description": self.description, "type": "string"}


class Flag(Field[bool]):
    """Yes or no, written true or false."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> bool | None:
        """The truth value."""
        value = as_bool(tree) if type(tree) is Scalar else None
        if value is None:
            reading.wrong(tree, "true or false", "Write true or false, without quotes.")
        return value

    def schema(self, definitions: Definitions) -> Schema:
        """A boolean."""
        return {"description": self.description, "type": "boolean"}


class Choice(Field[S], Generic[S]):
    """One of a few words."""

    options: tuple[S, ...]
    description: str

    def read(self, tree: Tree, reading: Reading) -> S | None:
        """The word."""
        words = read_words(tree, reading, "one of " + ", ".join(self.options))
        if words is None:
            return None
        for option in self.options:
            if option == words.text:
                return option
        choices = self.description if len(self.options) == 1 else _choices(self.options)
        hint = did_you_mean(words.text, self.options) or choices
        reading.bad(tree, f"'{words.text}' is not one of the choices", hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """An enumeration."""
        return {"description": self.description, "enum": list(self.options)}


def _choices(options: tuple[str, ...]) -> str:
    return f"Choose from {', '.join(options)}."
