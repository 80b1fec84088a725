"""The sandbox of expressions over a row: that of document templates, strict about numbers too."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from jinja2 import Undefined, nodes

from deckgen.documents.bounds import Meter, TemplateTooLarge, text_of
from deckgen.documents.environment import DocumentEnvironment
from deckgen.readers.expansion.values import Markdown, as_text

# Lone surrogates: no outline and no value can hold them.
BEGINS, ENDS = "\ud800", "\udfff"

_TEXT_TIMES_NUMBER = "a text cannot be multiplied; make a number of it: `{{ (units | float) * 2 }}`"


class RowEnvironment(DocumentEnvironment):
    """Jinja2 over a row: what an expression writes stands between marks, so that it is known."""

    def __init__(self) -> None:
        filters = {"markdown": _markdown, "int": _int, "float": _float}
        super().__init__({}, {}, filters)
        self.comment_start_string, self.comment_end_string = "{{#", "#}}"  # `{#id` is Markdown
        self.finalize = _between_marks

    def new_row(self) -> None:
        """Begin a row: what may be spent is counted anew."""
        self.meter = Meter()

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operator; a text out of a CSV file is no number, even where Python would go on."""
        if operator == "*" and (isinstance(left, str) or isinstance(right, str)):
            raise TypeError(_TEXT_TIMES_NUMBER)
        return super().call_binop(context, operator, left, right)

    def expression(self, node: nodes.Expr) -> Any:
        """A compiled expression: called with the names that it knows, it gives its value."""
        target = nodes.Name("result", "store", lineno=node.lineno)
        body: list[nodes.Node] = [nodes.Assign(target, node, lineno=node.lineno)]
        tree = nodes.Template(body, lineno=1)
        tree.set_environment(self)
        template = self.from_string(tree)

        def value(names: Mapping[str, Any]) -> Any:
            context = template.new_context(dict(names))
            for _ in template.root_render_func(context):
                pass
            result = context.vars["result"]
            if isinstance(result, Undefined):
                result._fail_with_undefined_error()
            return result

        return value


def _between_marks(value: object) -> str:
    return value if isinstance(value, Markdown) else f"{BEGINS}{as_text(value)}{ENDS}"


def _markdown(value: object) -> Markdown:
    """The value's text is Markdown, not only characters."""
    return Markdown(as_text(value))


_NO_DEFAULT = object()


def _int(value: object, default: object = _NO_DEFAULT) -> object:
    """The value as a whole number; an error when it is none and no default is given."""
    number = _float(value, default)
    return int(number) if isinstance(number, int | float) else number


def _float(value: object, default: object = _NO_DEFAULT) -> object:
    """The value as a number; an error when it is none and no default is given."""
    if isinstance(value, int | float):
        return value
    try:
        number = float(text_of(value).strip())
        if math.isfinite(number):
            return int(number) if number.is_integer() and abs(number) < 2**53 else number
    except ValueError:
        pass
    if default is _NO_DEFAULT:
        raise TemplateTooLarge(f"{as_text(value)[:40]!r} is no number")
    return default
