"""Makes the icons' data from a folder of SVG files: `python -m deckgen.icons.make FOLDER`.

For development: needs svgelements. Lucide's files are in the npm package lucide-static, where
an icon's earlier names are files with the same drawing.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from math import ceil, pi
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckgen.icons import DATA, GRID, UNITS

if TYPE_CHECKING:
    Segment = Any

_BLOCK = 64  # icons; deflate looks back 32 kB, about as much
Command = tuple[str, tuple[int, ...]]


def make(folder: Path) -> bytes:
    """The compressed data of all SVG files in a folder, the same for the same files."""
    named: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.svg"), key=lambda file: file.stem):
        named.setdefault(_written(_commands(file)), []).append(file.stem)
    icons = sorted((" ".join(names), path) for path, names in named.items())
    index: list[str] = []
    blocks = b""
    for start in range(0, len(icons), _BLOCK):
        some = icons[start : start + _BLOCK]
        block = _compressed(f"{names}\t{path}" for names, path in some)
        index.append(f"{len(block)} {' '.join(names for names, _ in some)}")
        blocks += block
    compressed_index = _compressed(index)
    return f"{len(compressed_index)}\n".encode() + compressed_index + blocks


def _compressed(lines: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(lines).encode("ascii"), 9)


def _commands(file: Path) -> Iterator[Command]:
    """M, L, C and Z commands with absolute coordinates in units."""
    from svgelements import SVG, Shape
    from svgelements import Path as Outline

    for shape in SVG.parse(str(file), width=GRID, height=GRID).elements():
        if isinstance(shape, Shape):
            for segment in Outline(shape).reify():
                yield from _segment(segment)


def _segment(segment: Segment) -> Iterator[Command]:
    match type(segment).__name__:
        case "Move":
            yield "M", _points(segment.end)
        case "Line":
            yield "L", _points(segment.end)
        case "Close":
            yield "Z", ()
        case "CubicBezier":
            yield "C", _points(segment.control1, segment.control2, segment.end)
        case "QuadraticBezier":
            start, middle, end = segment.start, segment.control, segment.end
            thirds = (start + (middle - start) * (2 / 3), end + (middle - end) * (2 / 3))
            yield "C", _points(*thirds, end)
        case "Arc":
            quarters = max(1, ceil(abs(segment.sweep) / (pi / 2) - 0.01))
            for curve in segment.as_cubic_curves(quarters):
                yield from _segment(curve)


def _points(*points: Segment) -> tuple[int, ...]:
    scale = UNITS / GRID
    return tuple(round(value * scale) for point in points for value in (point.x, point.y))


def _written(commands: Iterable[Command]) -> str:
    """Relative commands, each point counted from the one before it: they compress best."""
    written: list[str] = []
    x = y = start_x = start_y = 0
    for letter, points in commands:
        deltas: list[int] = []
        for new_x, new_y in zip(points[::2], points[1::2], strict=True):
            deltas += (new_x - x, new_y - y)
            x, y = new_x, new_y
        if letter == "M":
            start_x, start_y = x, y
        elif letter == "Z":
            x, y = start_x, start_y
        written.append(letter.lower() + " ".join(map(str, deltas)))
    return "".join(written)


if __name__ == "__main__":
    Path(__file__).with_name(DATA).write_bytes(make(Path(sys.argv[1])))
