"""What is composed from left to right, for talks from right to left.

Diagrams, columns and frames are composed for one direction only. Here, and nowhere else, their
shapes change sides within the box that they were given: the first step stands on the right and the
arrows point to the left. What is within pictures, formulas and listings has no such direction.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.frozen import replace
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Connector,
    Group,
    Shape,
    TableShape,
    TextBody,
)
from deckgen.model.geometry import Box

_OPPOSITE = {1: 3, 3: 1}  # a rectangle's connection sites: left and right


def mirrored(shapes: Iterable[Shape], frame: Box) -> tuple[Shape, ...]:
    """The shapes with left and right of the frame exchanged, in the order in which they stand.

    Tables and charts turn their inner order as well.
    """
    return tuple(_mirrored(shape, frame) for shape in shapes)


def across(box: Box, frame: Box) -> Box:
    """The box as far from the frame's right edge as it stood from its left."""
    return replace(box, x=frame.x + frame.right - box.right)


def _mirrored(shape: Shape, frame: Box) -> Shape:
    match shape:
        case Connector():
            return _turned(shape, frame.x + frame.right)
        case AutoShape():
            box = across(shape.box, frame) if shape.box is not None else None
            return replace(shape, box=box, text=_margins(shape.text))
        case Group():
            inner = mirrored(shape.shapes, frame)
            return replace(shape, box=across(shape.box, frame), shapes=inner)
        case TableShape():
            return replace(shape, box=across(shape.box, frame), rtl=True)
        case ChartShape():
            legend = "l" if shape.style.legend == "r" else shape.style.legend
            style = replace(shape.style, legend=legend)
            return replace(shape, box=across(shape.box, frame), style=style, rtl=True)
    return replace(shape, box=across(shape.box, frame))


def _turned(line: Connector, both: int) -> Connector:
    """The connector from side to side; `both` is the sum of the edges' x."""
    (x1, y1), (x2, y2) = line.begin, line.end
    return replace(
        line,
        begin=(both - x1, y1),
        end=(both - x2, y2),
        begin_site=_OPPOSITE.get(line.begin_site, line.begin_site),
        end_site=_OPPOSITE.get(line.end_site, line.end_site),
    )


def _margins(text: TextBody | None) -> TextBody | None:
    if text is None or text.insets is None or text.insets.left == text.insets.right:
        return text
    insets = replace(text.insets, left=text.insets.right, right=text.insets.left)
    return replace(text, insets=insets)
