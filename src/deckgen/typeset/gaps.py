"""The gaps between a text's characters, each with all that line breaking looks at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from deckgen.frozen import Frozen
from deckgen.typeset.classes import CLASS, CLASSES, EAST_ASIAN, UNASSIGNED_EMOJI, entries

_NEVER_COMBINED = frozenset(("BK", "CR", "LF", "NL", "SP", "ZW"))
_DOTTED_CIRCLE = "\u25cc"
_LETTER = CLASSES.index("AL")


class Unit(Frozen, eq=False):
    """A character with the marks that combine with it (UAX #14, LB9 and LB10).

    Equal units are one object, so that a gap is a cheap key.
    """

    cls: str
    wide: bool = False
    dotted: bool = False
    reserved: bool = False
    joiner: bool = False


EDGE = Unit("")


class Gap(NamedTuple):
    """What stands around a gap between two units.

    `base` is the last unit before it that is no space and `before_base` the one before that;
    `number` tells whether a number is "open" (NU, then SY or IS) or "closed" (then CL or CP);
    `odd` whether an odd count of regional indicators ends at `left`.
    """

    left: Unit
    right: Unit
    earlier: Unit
    later: Unit
    last: Unit
    base: Unit
    before_base: Unit
    number: str
    odd: bool


def units(text: str) -> tuple[list[Unit], list[int]]:
    """The units of a text and where each begins."""
    found: list[Unit] = []
    starts: list[int] = []
    base, dotted = _LETTER, False
    for at, (char, entry) in enumerate(zip(text, entries(text), strict=True)):
        cls = CLASSES[entry & CLASS]
        if cls not in ("CM", "ZWJ"):
            base, dotted = entry, char == _DOTTED_CIRCLE
            found.append(_unit(base, dotted))
        elif found and found[-1].cls not in _NEVER_COMBINED:
            found[-1] = _unit(base, dotted, cls == "ZWJ")
            continue
        else:
            base, dotted = _LETTER, False
            found.append(_unit(base, dotted, cls == "ZWJ"))
        starts.append(at)
    return found, starts


def gaps(found: list[Unit]) -> Iterator[Gap]:
    """Every gap between neighbouring units, from left to right."""
    number, odd = "", False
    base, before_base = EDGE, EDGE
    end = len(found)
    for at in range(1, end):
        left = found[at - 1]
        number = _number(number, left.cls)
        odd = left.cls == "RI" and not odd
        if left.cls != "SP":
            base, before_base = left, found[at - 2] if at > 1 else EDGE
        yield Gap(
            left=left,
            right=found[at],
            earlier=found[at - 2] if at > 1 else EDGE,
            later=found[at + 1] if at + 1 < end else EDGE,
            last=found[at + 2] if at + 2 < end else EDGE,
            base=base,
            before_base=before_base,
            number=number,
            odd=odd,
        )


@cache
def _unit(entry: int, dotted: bool = False, joiner: bool = False) -> Unit:
    wide, reserved = bool(entry & EAST_ASIAN), bool(entry & UNASSIGNED_EMOJI)
    return Unit(CLASSES[entry & CLASS], wide, dotted, reserved, joiner)


def _number(state: str, cls: str) -> str:
    if cls == "NU":
        return "open"
    if state == "open" and cls in ("SY", "IS"):
        return "open"
    return "closed" if state == "open" and cls in ("CL", "CP") else ""
