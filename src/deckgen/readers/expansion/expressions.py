"""A text of the outline, compiled: constant pieces and expressions, or a small template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError, nodes

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.documents.bounds import TemplateTooLarge
from deckgen.frozen import Frozen, replace
from deckgen.model.tree import Broken, Scalar, Tree
from deckgen.readers.expansion.environment import BEGINS, ENDS, RowEnvironment
from deckgen.readers.expansion.values import Markdown, TooManyValues, as_text, as_tree

Names = Mapping[str, Any]
Value = Callable[[Names], Any]

_MARKS = re.compile(f"[{BEGINS}{ENDS}]")
_OPENS = re.compile(r"\{\{-?\+?")
_SHOWN = 300
_SYNTAX_HINT = "Write `{{ column }}`; where braces mean themselves: {% raw %}{{ }}{% endraw %}."


class Piece(Frozen):
    """An expression of a text, and where in the outline it begins."""

    value: Value
    span: Span


class Text(Frozen):
    """A compiled text: one of its three forms.

    `only` is its single expression, when there is nothing beside it; else `pieces` are what it
    consists of; a text with statements is a `template`.
    """

    scalar: Scalar
    only: Piece | None = None
    pieces: tuple[str | Piece, ...] = ()
    template: Template | None = None

    def tree(self, names: Names, found: Diagnostics) -> Tree:
        """What the text becomes for a row; after an error it is broken."""
        if self.only is None:
            return self.filled(names, found)
        try:
            return as_tree(self.only.value(names), self.scalar)
        except Exception as error:  # whatever an expression can raise is its own fault
            _report(error, self.only.span, names, found)
            return Broken(self.scalar.span)

    def filled(self, names: Names, found: Diagnostics) -> Scalar | Broken:
        """The text with its expressions' values, always a text."""
        span = self.scalar.span
        try:
            if self.template is not None:
                text, given = _taken_apart(self.template.render(names))
            else:
                text, given = "", []
                for piece in (self.only,) if self.only else self.pieces:
                    if isinstance(piece, str):
                        text += piece
                        continue
                    span = piece.span
                    value = piece.value(names)
                    shown = as_text(value)
                    if shown and not isinstance(value, Markdown):
                        given.append((len(text), len(text) + len(shown)))
                    text += shown
        except Exception as error:
            _report(error, span, names, found)
            return Broken(self.scalar.span)
        return replace(self.scalar, text=text, given=tuple(given))


def compiled(scalar: Scalar, environment: RowEnvironment, found: Diagnostics) -> Text | None:
    """The text compiled; None when it has no expression, or after an error."""
    text = scalar.text
    if "{{" not in text and "{%" not in text:
        return None
    try:
        parsed = environment.parse(text)
        if not all(isinstance(each, nodes.Output) for each in parsed.body):
            return Text(scalar, template=environment.from_string(parsed))
        pieces = tuple(_pieces(parsed, scalar, environment))
    except (TemplateError, SyntaxError, RecursionError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        message = " ".join(str(error)[:_SHOWN].split())
        found.error("bad-expression", message, _line(scalar, line), _SYNTAX_HINT)
        return None
    expressions = [piece for piece in pieces if isinstance(piece, Piece)]
    alone = not any(isinstance(piece, str) and piece.strip() for piece in pieces)
    if len(expressions) == 1 and alone:
        return Text(scalar, only=expressions[0])
    return Text(scalar, pieces=pieces)


def _pieces(
    parsed: nodes.Template, scalar: Scalar, environment: RowEnvironment
) -> Sequence[str | Piece]:
    places = [_place(scalar, found.start()) for found in _OPENS.finditer(scalar.text)]
    shown = [each for output in parsed.find_all(nodes.Output) for each in output.nodes]
    count = sum(not isinstance(each, nodes.TemplateData) for each in shown)
    spans = iter(places if len(places) == count else [scalar.span] * count)
    return [
        each.data
        if isinstance(each, nodes.TemplateData)
        else Piece(_value(_bare(each), environment), next(spans))
        for each in shown
    ]


def _bare(shown: nodes.Expr) -> nodes.Expr:
    """The expression itself, without the filter that pays for what it writes."""
    assert isinstance(shown, nodes.Filter)
    assert isinstance(shown.node, nodes.Expr)
    return shown.node


def _value(node: nodes.Expr, environment: RowEnvironment) -> Value:
    """A name alone, the usual case, is looked up; everything else is compiled."""
    compiled_value: Value = environment.expression(node)
    if not isinstance(node, nodes.Name):
        return compiled_value
    name = node.name

    def looked_up(names: Names) -> Any:
        return names[name] if name in names else compiled_value(names)

    return looked_up


def _taken_apart(rendered: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks, and the stretches that stood between them."""
    text, given = "", []
    depth = begun = done = 0
    for mark in _MARKS.finditer(rendered):
        text += rendered[done : mark.start()]
        done = mark.end()
        if mark[0] == BEGINS:
            begun = begun if depth else len(text)
            depth += 1
        else:
            depth -= 1
            if not depth and len(text) > begun:
                given.append((begun, len(text)))
    return text + rendered[done:], given


def _place(scalar: Scalar, offset: int) -> Span:
    """Where a character of the text stands; near it, where the text has escapes or folds."""
    begins = scalar.at(offset)
    if scalar.style in ("plain", "quoted") and "\n" not in scalar.text[:offset]:
        return Span(begins.file, begins.line, begins.column + offset)
    return begins


def _line(scalar: Scalar, line: int) -> Span:
    begins = scalar.content
    return Span(begins.file, begins.line + line - 1, begins.column) if line > 1 else begins


def _report(error: Exception, span: Span, names: Names, found: Diagnostics) -> None:
    hint = None
    if isinstance(error, UndefinedError):
        columns = [str(name) for name in names["row"]]
        missing = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'", str(error))
        near = did_you_mean(missing[1] or missing[2], columns) if missing else None
        hint = near or f"The columns are {', '.join(columns[:20])}."
    elif isinstance(error, TooManyValues):
        error = TemplateTooLarge("the value holds more than 100,000 values")
    elif isinstance(error, TypeError):
        hint = "Values of a CSV file are texts: `units | float` is the number that one means."
    message = " ".join(str(error)[:_SHOWN].split()) or type(error).__name__
    found.error("bad-expression", message, span, hint)
