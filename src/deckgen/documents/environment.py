"""The sandbox that document templates run in: nothing to reach, nothing without end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from jinja2 import FunctionLoader, StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

LARGEST_TEXT = 2_000_000
MOST_ROUNDS = 500_000
_KEPT_FILTERS = (
    "batch", "capitalize", "count", "default", "d", "dictsort", "first", "float", "groupby",
    "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "round", "select", "selectattr", "slice", "sort",
    "string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
_STRETCHING = frozenset(
    {"center", "expandtabs", "format", "format_map", "ljust", "rjust", "translate", "zfill"}
)


class TemplateTooLarge(Exception):
    """A template writes or loops more than any document needs."""


class DocumentEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 for Markdown: strict about names, bounded in loops and in the text it makes."""

    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"+", "*", "%", "**"})  # type: ignore[misc]

    def __init__(
        self, sources: Mapping[str, str], files: Mapping[str, str], filters: Mapping[str, Any]
    ) -> None:
        def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
            if name not in sources:
                return None
            return sources[name], files.get(name, name), lambda: True

        super().__init__(
            loader=FunctionLoader(load),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.rounds = 0
        kept = {name: self.filters[name] for name in _KEPT_FILTERS}
        self.filters = {**kept, **filters, "_counted": self._counted, "_joined": _joined}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        bounded: nodes.Template = _Bounding().visit(tree)
        bounded.set_environment(self)
        return bounded

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self.rounds += 1
            if self.rounds > MOST_ROUNDS:
                raise TemplateTooLarge(f"the loops go round more than {MOST_ROUNDS:,} times")
            yield value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No underscored names, and no methods of texts that can make them arbitrarily long."""
        if isinstance(obj, str) and attr in _STRETCHING:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operator, if its result stays of a reasonable size."""
        if operator == "**" and not (abs(left) <= 1_000 and abs(right) <= 16):
            raise TemplateTooLarge("a power is too large")
        if operator == "%" and isinstance(left, str):
            raise TemplateTooLarge("texts are not formatted with %; use ~")
        if operator == "*":
            _check_size(_length(left) * _count(right) if _length(left) else 0)
            _check_size(_length(right) * _count(left) if _length(right) else 0)
        if operator == "+":
            _check_size(_length(left) + _length(right))
        return super().call_binop(context, operator, left, right)


class _Bounding(NodeTransformer):
    """Every loop counts its rounds, every `~` checks the length of what it makes."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - named after the node
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)
        node.iter = _filtered("_counted", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return _filtered("_joined", parts)


def _filtered(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _joined(values: Iterable[Any]) -> str:
    text = "".join(str(value) for value in values)
    _check_size(len(text))
    return text


def _length(value: object) -> int:
    return len(value) if isinstance(value, str | tuple | list) else 0


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _check_size(length: int) -> None:
    if length > LARGEST_TEXT:
        raise TemplateTooLarge(f"a text is longer than {LARGEST_TEXT:,} characters")
