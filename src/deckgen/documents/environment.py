"""The sandbox that document templates run in: nothing to reach, nothing without end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import CodeType
from typing import Any, ClassVar

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from deckgen.documents import bytecode
from deckgen.documents.bounds import (
    Meter,
    TemplateTooLarge,
    batched,
    check_length,
    check_product,
    joined,
    replaced,
    text_of,
    weighed,
)

_TEXT_FILTERS = (
    "capitalize", "float", "int", "lower", "string", "title", "trim", "truncate", "upper",
    "wordcount",
)  # fmt: skip
_OTHER_FILTERS = (
    "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list",
    "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr",
    "sort", "sum", "unique",
)  # fmt: skip
_GLOBALS = ("cycler", "joiner", "namespace", "range")
# Methods of plain values: those that neither change them nor make them arbitrarily long.
_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (
        str,
        frozenset(
            {
                "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum",
                "isalpha", "isdecimal", "isdigit", "islower", "isnumeric", "isspace", "isupper",
                "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind",
                "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip",
                "swapcase", "title", "upper",
            }
        ),
    ),
    (list, frozenset({"count", "index"})),
    (tuple, frozenset({"count", "index"})),
    (dict, frozenset({"get", "items", "keys", "values"})),
    (bytes, frozenset()),
    (int, frozenset()),
    (float, frozenset()),
)  # fmt: skip


# Code knows no environment: it is given one when it runs.
_CODE: dict[tuple[type, str, str | None, str | None], CodeType] = {}
MOST_CODE = 64


class DocumentEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 for Markdown: strict about names, bounded in loops and in the text it makes."""

    # Jinja2 annotates it as an instance's; here it is the class's.
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
        self.meter = Meter()
        self._sources = sources
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        kept = {name: self._of_text(self.filters[name]) for name in _TEXT_FILTERS}
        kept |= {name: self._paid(self.filters[name]) for name in _OTHER_FILTERS}
        kept |= {"join": self._paid(joined), "batch": self._paid(batched), "replace": replaced}
        inner = {"_counted": self._counted, "_shown": self._shown, "_joined": self._concatenated}
        self.filters = {**kept, **filters, **inner, "_weighed": weighed}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        bounded: nodes.Template = _Bounding(name, filename).visit(tree)
        bounded.set_environment(self)
        return bounded

    def compile(self, source: Any, name: Any = None, filename: Any = None, *rest: Any) -> Any:
        """The code of a template; that of the same text is made once for all environments."""
        if not isinstance(source, str) or any(rest):
            return super().compile(source, name, filename, *rest)
        key = (type(self), source, name, filename)
        if key not in _CODE:
            if len(_CODE) >= MOST_CODE:
                _CODE.clear()
            _CODE[key] = self._code(source, name, filename)
        return _CODE[key]

    def _code(self, source: str, name: str | None, filename: str | None) -> CodeType:
        """The code of a pack's template as it is kept; that of texts without a name is made."""
        kept = bytecode.load(source, name, filename) if name else None
        if kept is not None:
            return kept
        code: CodeType = super().compile(source, name, filename)
        if name:
            bytecode.store(code, source, name, filename)
        return code

    def get_template(self, name: Any, *arguments: Any, **options: Any) -> Template:
        """A template by its name; including it is paid for like a call."""
        self.meter.write(len(self._sources.get(name, "")) if isinstance(name, str) else 0)
        return super().get_template(name, *arguments, **options)

    def call(self, context: Any, obj: Any, /, *arguments: Any, **options: Any) -> Any:
        """A call of a macro or a method, paid for."""
        self.meter.spend()
        return super().call(context, obj, *arguments, **options)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No underscored names, and of plain values only methods that are known to be harmless."""
        for kind, methods in _METHODS:
            if isinstance(obj, kind):
                return attr in methods
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operator, if its result stays of a reasonable size."""
        self.meter.spend()
        if operator == "**" and not (abs(left) <= 1_000 and abs(right) <= 16):
            raise TemplateTooLarge("a power is too large")
        if operator == "%" and isinstance(left, str):
            raise TemplateTooLarge("texts are not formatted with %; use ~")
        if operator == "*":
            check_product(left, right)
        if operator == "+" and isinstance(left, str | list | tuple) and isinstance(right, str):
            check_length(len(left) + len(right))
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, list | tuple):
            self.meter.spend(len(result) // 16)
            weighed(result)
        return result

    def _of_text(self, written: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja2's that takes its value for a text."""
        return self._paid(written, lambda value: value if _is_number(value) else text_of(value))

    def _paid(
        self, written: Callable[..., Any], made: Callable[[Any], Any] = lambda value: value
    ) -> Callable[..., Any]:
        """A filter whose value is paid for; some take the environment or the context before it."""
        at = 1 if hasattr(written, "jinja_pass_arg") else 0

        @wraps(written)
        def paid(*arguments: Any, **options: Any) -> Any:
            value = made(self.meter.paid(arguments[at]))
            return written(*arguments[:at], value, *arguments[at + 1 :], **options)

        return paid

    # With the context, so that the compiler does not evaluate them once and for all.

    @pass_context
    def _counted(self, _: object, values: Iterable[Any]) -> Iterator[Any]:
        return self.meter.counted(values)

    @pass_context
    def _shown(self, _: object, value: object, constant: int = 0) -> object:
        """What an expression writes, paid for, with the constant text that stands beside it."""
        text = text_of(value)
        self.meter.write(len(text) + constant)
        return value

    @pass_context
    def _concatenated(self, _: object, values: list[Any]) -> str:
        text = "".join([text_of(value) for value in values])
        self.meter.write(len(text))
        return text


class _Bounding(NodeTransformer):
    """Every loop counts its rounds, and everything that makes or writes a value checks its size."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._name, self._filename = name, filename

    def visit_For(self, node: nodes.For) -> nodes.For:
        if node.recursive:
            raise TemplateSyntaxError(
                "a loop cannot be recursive; use a macro", node.lineno, self._name, self._filename
            )
        self.generic_visit(node)
        assert isinstance(node.iter, nodes.Expr)
        node.iter = _filtered("_counted", node.iter)
        node.body.insert(0, _constant_text(node))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:
        self.generic_visit(node)
        node.body.insert(0, _constant_text(node))
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:
        self.generic_visit(node)
        node.body.insert(0, _constant_text(node))
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        self.generic_visit(node)
        node.nodes = [
            each if isinstance(each, nodes.TemplateData) else _filtered("_shown", each)
            for each in node.nodes
        ]
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:
        self.generic_visit(node)
        return _filtered("_joined", nodes.List(node.nodes, lineno=node.lineno))

    def visit_List(self, node: nodes.List) -> nodes.Expr:
        self.generic_visit(node)
        return _filtered("_weighed", node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:
        self.generic_visit(node)
        return _filtered("_weighed", node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:
        self.generic_visit(node)
        return _filtered("_weighed", node) if node.ctx == "load" else node


def _constant_text(body: nodes.Node) -> nodes.ExprStmt:
    """A statement that pays for the text that stands in a body, each time that it is written."""
    length = sum(len(each.data) for each in body.find_all(nodes.TemplateData))
    size = nodes.Const(length)
    return nodes.ExprStmt(_filtered("_shown", nodes.Const(""), size), lineno=body.lineno)


def _filtered(name: str, node: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)
