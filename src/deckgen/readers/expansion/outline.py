"""The outline's tree, compiled: what does not depend on the row stays the same object."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as AbstractMapping
from itertools import chain
from typing import Any

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.frozen import Frozen
from deckgen.model.tree import Broken, Mapping, Scalar, Sequence, Tree
from deckgen.readers.expansion.environment import RowEnvironment
from deckgen.readers.expansion.expressions import Names, Text, compiled
from deckgen.readers.yaml import read_tree
from deckgen.readers.yaml.findings import report_duplicate

Values = AbstractMapping[str, Any]


def names_of(values: Values, number: int) -> Names:
    """What expressions can name: the columns, `row` with all of them, and the row's `number`."""
    return {"row": values, "number": number, **values}


class _Items(Frozen):
    items: tuple[_Plan, ...]
    origin: Sequence

    def tree(self, names: Names, found: Diagnostics) -> Tree:
        origin = self.origin
        return Sequence(
            tuple(_filled(item, names, found) for item in self.items), origin.span, origin.whole
        )


class _Entries(Frozen):
    entries: tuple[tuple[Scalar | Text, _Plan], ...]
    origin: Mapping

    def tree(self, names: Names, found: Diagnostics) -> Tree:
        entries: list[tuple[Scalar, Tree]] = []
        first: dict[str, Span] = {}
        for key, value in self.entries:
            name = key.filled(names, found) if isinstance(key, Text) else key
            if isinstance(name, Broken):
                continue
            if name.text in first:
                report_duplicate(name.text, name.span, first[name.text], found)
                continue
            first[name.text] = name.span
            entries.append((name, _filled(value, names, found)))
        return Mapping(tuple(entries), self.origin.span, self.origin.whole)


_Plan = Scalar | Sequence | Mapping | Broken | Text | _Items | _Entries


class OutlineTemplate(Frozen):
    """An outline that is read once for all rows."""

    plan: _Plan
    environment: RowEnvironment

    def expand(self, values: Values, number: int) -> tuple[Tree, tuple[Diagnostic, ...]]:
        """The outline's tree for a row, which counts from 1, and what is wrong with it."""
        found = Diagnostics()
        self.environment.new_row()
        tree = _filled(self.plan, names_of(values, number), found)
        return tree, found.as_tuple()

    def varying(self) -> frozenset[Span]:
        """The places of all that depends on the row: expressions, and what they stand in."""
        return frozenset(_varying(self.plan))

    def constants(self) -> Iterator[Tree]:
        """The slides that are the very same trees for every row."""
        entries = self.plan.entries if isinstance(self.plan, _Entries | Mapping) else ()
        for name, plan in entries:
            if isinstance(name, Scalar) and name.text == "slides":
                items = plan.items if isinstance(plan, _Items | Sequence) else ()
                yield from (each for each in items if isinstance(each, Mapping | Scalar))

    def value(self, key: str, values: Values, number: int) -> Scalar | None:
        """The text of a key at the top of the outline for a row, if there is one."""
        entries = self.plan.entries if isinstance(self.plan, _Entries | Mapping) else ()
        for name, plan in entries:
            if isinstance(name, Scalar) and name.text == key:
                tree = _filled(plan, names_of(values, number), Diagnostics())
                return tree if isinstance(tree, Scalar) else None
        return None


def read_template(data: bytes, file: str) -> tuple[OutlineTemplate | None, tuple[Diagnostic, ...]]:
    """Read and compile an outline; None when its syntax, or an expression's, is wrong."""
    found = Diagnostics()
    tree = read_tree(data, file, found)
    if tree is None:
        return None, found.as_tuple()
    environment = RowEnvironment()
    plan = _planned(tree, environment, found)
    template = None if found.failed else OutlineTemplate(plan, environment)
    return template, found.as_tuple()


def _varying(plan: _Plan) -> Iterator[Span]:
    if isinstance(plan, Text):
        yield plan.scalar.span
    elif isinstance(plan, _Items | _Entries):
        yield plan.origin.span
        inner = plan.items if isinstance(plan, _Items) else chain.from_iterable(plan.entries)
        for each in inner:
            yield from _varying(each)


def _filled(plan: _Plan, names: Names, found: Diagnostics) -> Tree:
    if isinstance(plan, Text | _Items | _Entries):
        return plan.tree(names, found)
    return plan


def _planned(tree: Tree, environment: RowEnvironment, found: Diagnostics) -> _Plan:
    """The plan of a tree: the tree itself where nothing in it is an expression."""
    if isinstance(tree, Scalar):
        return compiled(tree, environment, found) or tree
    if isinstance(tree, Sequence):
        items = tuple(_planned(item, environment, found) for item in tree.items)
        same = all(new is old for new, old in zip(items, tree.items, strict=True))
        return tree if same else _Items(items, tree)
    if isinstance(tree, Mapping):
        entries = tuple(
            (compiled(key, environment, found) or key, _planned(value, environment, found))
            for key, value in tree.entries
        )
        same = all(
            new[0] is old[0] and new[1] is old[1]
            for new, old in zip(entries, tree.entries, strict=True)
        )
        return tree if same else _Entries(entries, tree)
    return tree
