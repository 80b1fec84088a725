"""Changing texts wherever they stand in the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from deckgen.diagnostics import Span
from deckgen.frozen import Frozen, replace
from deckgen.model.asset import Asset
from deckgen.model.inline import Run

T = TypeVar("T")


def changed(value: T, change: Callable[[Run], Run]) -> T:
    """The value with every run within it changed; what stays the same is the same object."""
    result: Any = _changed(value, change)
    return result  # type: ignore[no-any-return] # a change of runs keeps the type


def _changed(value: Any, change: Callable[[Run], Run]) -> Any:
    if isinstance(value, Run):
        return change(value)
    if isinstance(value, tuple):
        items = tuple(_changed(item, change) for item in value)
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    if not isinstance(value, Frozen) or isinstance(value, Span | Asset):
        return value
    new = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = _changed(before, change)
        if after is not before:
            new[name] = after
    return replace(value, **new) if new else value
