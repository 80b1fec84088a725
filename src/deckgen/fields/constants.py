"""Parts of an outline that are the same in every reading, read once where that is all it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from deckgen.diagnostics import Diagnostics
from deckgen.fields.reading import Reading
from deckgen.model.tree import Tree

T = TypeVar("T")


class _Touched(Exception):
    """What is read depends on more than its own words."""


class _Untouched(dict[Any, Any]):
    """Stands for what other readings have filled; whoever looks into it is told on."""

    def _tell(self, *_: object) -> NoReturn:
        raise _Touched

    get = setdefault = __getitem__ = __setitem__ = __contains__ = __iter__ = __len__ = _tell


class _NoFiles:
    def read(self, _: str) -> NoReturn:
        raise _Touched


class Constants:
    """What was read of trees that are the very same in every reading."""

    __slots__ = ("_known", "_trees")

    def __init__(self, trees: Iterable[Tree]) -> None:
        self._trees = {id(tree): tree for tree in trees}
        self._known: dict[tuple[int, str], tuple[Any, Reading] | None] = {}

    def read(self, tree: Tree, reading: Reading, read: Callable[[Tree, Reading], T]) -> T:
        """What `read` gives; it is asked once for a tree that needs no file and has no fault."""
        if id(tree) not in self._trees:
            return read(tree, reading)
        key = id(tree), reading.language
        if key not in self._known:
            if len(self._known) > 10 * len(self._trees):  # the rows name many languages
                self._known.clear()
            self._known[key] = _alone(tree, reading.language, read)
        known = self._known[key]
        if known is None:
            return read(tree, reading)
        value, own = known
        reading.links += own.links
        reading.references += own.references
        reading.citations += own.citations
        made: T = value
        return made


def _alone(
    tree: Tree, language: str, read: Callable[[Tree, Reading], T]
) -> tuple[T, Reading] | None:
    """What a tree says by itself; None where it takes more, or something is wrong with it."""
    untouched = _Untouched()
    own = Reading(
        Diagnostics(),
        _NoFiles(),
        pictures=untouched,
        rows=untouched,
        datasets=untouched,
        language=language,
    )
    try:
        value = read(tree, own)
    except _Touched:
        return None
    return None if any(own.found) else (value, own)
