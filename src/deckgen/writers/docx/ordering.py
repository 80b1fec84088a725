"""Elements out of the order of their schema, which others wrote and Word may refuse."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from deckgen.ooxml.validity.sequences import REST, Ranks, ranks


def put_in_order(root: Any) -> None:
    """Sort the children of every element that is known; those in their order already stay."""
    known = ranks()
    for element in root.iter("{*}*"):
        own = known.get(element.tag[1:].replace("}", " ")) if len(element) > 1 else None
        if own is None:
            continue
        places = _places(element, own)
        if any(one > other for one, other in pairwise(places)):
            children = list(element)
            element[:] = [children[at] for at in sorted(range(len(places)), key=places.__getitem__)]


def _places(element: Any, own: Ranks) -> list[int]:
    """Where each child belongs; what may stand anywhere stays behind what it follows."""
    places: list[int] = []
    for child in element:
        name = child.tag[1:].replace("}", " ") if isinstance(child.tag, str) else ""
        rank = own.get(name) or own[REST]
        places.append(rank if rank >= 0 else places[-1] if places else 0)
    return places
