"""The icons of the Lucide project as native geometry, drawn with strokes on a 24 x 24 grid.

The data beside this module is made by `deckgen.icons.make`: the length of an index, the index,
and blocks of some icons each, so that one icon is found without reading the others. Index and
blocks are compressed text. A line of the index is a block's length and its icons' names; a line
of a block is an icon's names and its path in relative commands.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path as File

from deckgen.model.deck import Custom, Path

GRID = 24
UNITS = GRID * 100
DATA = "lucide.bin"
STROKE = 2 / GRID
"""The width of Lucide's strokes, as a fraction of the icon's width."""

_COMMAND = re.compile(r"([mlcz])([^mlcz]*)")


@cache
def icon(name: str) -> Custom | None:
    """The geometry of an icon by its name or an earlier name: one open path, to be stroked.

    Strokes are meant to be `STROKE` of the width, with round caps and joins.
    """
    place = _index().get(name)
    if place is None:
        return None
    path = Path(UNITS, UNITS, _commands(_block(*place)[name]), filled=False, stroked=True)
    return Custom((path,))


@cache
def names() -> tuple[str, ...]:
    """All names, earlier ones among them, sorted."""
    return tuple(sorted(_index()))


@cache
def _data() -> bytes:
    return (File(__file__).parent / DATA).read_bytes()


@cache
def _index() -> dict[str, tuple[int, int]]:
    """Each name with the start and the end of its block."""
    length, _, _ = _data()[:16].partition(b"\n")
    start = len(length) + 1
    end = start + int(length)
    places: dict[str, tuple[int, int]] = {}
    for line in _text(start, end).splitlines():
        size, *titles = line.split(" ")
        start, end = end, end + int(size)
        places.update(dict.fromkeys(titles, (start, end)))
    return places


@cache
def _block(start: int, end: int) -> dict[str, str]:
    """A block's names with their paths, still as text."""
    lines = [line.partition("\t") for line in _text(start, end).splitlines()]
    return {title: path for titles, _, path in lines for title in titles.split(" ")}


def _text(start: int, end: int) -> str:
    return zlib.decompress(_data()[start:end]).decode("ascii")


def _commands(data: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Absolute commands; every point of a relative one counts from the point before it."""
    commands: list[tuple[str, tuple[int, ...]]] = []
    x = y = start_x = start_y = 0
    for letter, numbers in _COMMAND.findall(data):
        deltas = [int(number) for number in numbers.split()]
        points: list[int] = []
        for dx, dy in zip(deltas[::2], deltas[1::2], strict=True):
            x, y = x + dx, y + dy
            points += (x, y)
        if letter == "m":
            start_x, start_y = x, y
        elif letter == "z":
            x, y = start_x, start_y
        commands.append((letter.upper(), tuple(points)))
    return tuple(commands)
