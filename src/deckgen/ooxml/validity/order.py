"""Well-formed XML, whose elements stand in the order of their schema.

Office repairs, or refuses, what stands in another order; readers that look elements up by their
name, as LibreOffice does, never notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from deckgen.ooxml.validity.sequences import REST, Ranks, ranks


def form_faults(part: str, content: bytes) -> tuple[str, ...]:
    """What is wrong with a part's XML: it is not well formed, or an element is out of its order."""
    walk = _Walk(ranks())
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True  # a list, which is made faster than a dict
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        return (f"{part} is not well formed: {error}",)
    return tuple(
        f"{part} has {_local(child)} out of its order in {_local(parent)}"
        for child, parent in walk.misplaced
    )


def advanced(own: Ranks, last: int, child: str) -> int | None:
    """How far a sequence is used up after a child; None when the child stands out of its order."""
    rank = own.get(child) or own[REST]
    if rank < 0:
        return last
    return None if rank < last or (rank == last and rank & 1) else rank


class _Walk:
    """What expat calls: keeps how far the sequence of each open element is used up."""

    __slots__ = ("_all", "_around", "_last", "_name", "_ranks", "misplaced")

    def __init__(self, known: Mapping[str, Ranks]) -> None:
        self._all = known
        self._around: list[tuple[str, Ranks | None, int]] = []
        self._name, self._ranks, self._last = "", known.get(""), -1
        self.misplaced: dict[tuple[str, str], None] = {}

    def start(self, child: str, _: object) -> None:
        """An element begins."""
        own = self._ranks
        if own is not None:
            last = advanced(own, self._last, child)
            if last is None:
                self.misplaced[child, self._name] = None
            else:
                self._last = last
        self._around.append((self._name, own, self._last))
        self._name, self._ranks, self._last = child, self._all.get(child), -1

    def end(self, _: str) -> None:
        """An element ends."""
        self._name, self._ranks, self._last = self._around.pop()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
