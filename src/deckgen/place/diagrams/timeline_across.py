"""Timelines along a horizontal axis: even, proportional, or alternating in two rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Diagram, Node
from deckgen.model.deck import AutoShape, Connector, Group, Line, Origin, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches, points
from deckgen.model.inline import plain
from deckgen.place.diagrams.event import MARKER, date_paragraphs, event_paragraphs, marker
from deckgen.place.scene import Scene
from deckgen.place.textset import Para, body, height

_GAP = inches(0.25)
_TO_AXIS = inches(0.2)
_NARROWEST = inches(1.3)
_MOST_LINES_WORTH = 0.62
_OPTICAL_MIDDLE = 0.4


class Across(Frozen):
    """Where each event stands: its left edge and width in EMU, above or below the axis."""

    lefts: tuple[int, ...]
    widths: tuple[int, ...]
    alternating: bool
    dates: int
    texts: int
    broken: bool
    cramped: bool
    proportional: bool = False

    @property
    def above(self) -> int:
        """The height over the axis."""
        return (self.dates + self.texts if self.alternating else self.dates) + _TO_AXIS

    @property
    def height(self) -> int:
        """The whole height, axis included."""
        below = (self.dates + self.texts if self.alternating else self.texts) + _TO_AXIS
        return self.above + MARKER + below


def options(block: Diagram, width: int, scene: Scene) -> Iterator[Across]:
    """The arrangements that come into question, the best first."""
    count = len(block.nodes)
    if count < 2:
        return
    if block.scale == "proportional":
        spread = _proportional(block.nodes, width)
        if spread is not None:
            found = _measured(block.nodes, *spread, alternating=False, scene=scene)
            yield replace(found, proportional=True)
    column = (width - _GAP * (count - 1)) // count
    lefts = [at * (column + _GAP) for at in range(count)]
    yield _measured(block.nodes, lefts, [column] * count, alternating=False, scene=scene)
    if count >= 5:
        step = (width + _GAP) // (count + 1)
        lefts = [at * step for at in range(count)]
        yield _measured(
            block.nodes, lefts, [2 * step - _GAP] * count, alternating=True, scene=scene
        )


def draw(block: Diagram, across: Across, box: Box, scene: Scene, node: str) -> list[Shape]:
    """The axis, then every event as a group."""
    top = box.y + round((box.cy - across.height) * _OPTICAL_MIDDLE)
    axis = top + across.above + MARKER // 2
    shapes: list[Shape] = [_axis(box, axis, scene, node)]
    for index, event in enumerate(block.nodes):
        column = Box(box.x + across.lefts[index], top, across.widths[index], across.height)
        over = across.alternating and index % 2 == 1
        shapes.append(_event(event, column, axis, across, over, scene, f"{node}/{index + 1}"))
    return shapes


def _proportional(nodes: Sequence[Node], width: int) -> tuple[list[int], list[int]] | None:
    moments = [node.moment for node in nodes if node.moment is not None]
    if len(moments) != len(nodes) or moments != sorted(moments) or moments[0] == moments[-1]:
        return None
    last = max(_NARROWEST, width // (len(nodes) + 1))
    span = moments[-1] - moments[0]
    lefts = [round((moment - moments[0]) / span * (width - last)) for moment in moments]
    ends = [*lefts[1:], width + _GAP]
    return lefts, [end - left - _GAP for left, end in zip(lefts, ends, strict=True)]


def _measured(
    nodes: Sequence[Node],
    lefts: Sequence[int],
    widths: Sequence[int],
    *,
    alternating: bool,
    scene: Scene,
) -> Across:
    pairs = list(zip(nodes, widths, strict=True))
    dates = [height(date_paragraphs(node, scene), cx, scene) for node, cx in pairs if node.when]
    texts = [height(event_paragraphs(node, scene), cx, scene) for node, cx in pairs]
    tallest = max(need.least for need in texts)
    return Across(
        tuple(lefts),
        tuple(widths),
        alternating,
        max((need.least for need in dates), default=0),
        tallest,
        any(need.broken for need in (*dates, *texts)),
        min(widths) < _NARROWEST or tallest > min(widths) * 2 * _MOST_LINES_WORTH,
    )


def _axis(box: Box, y: int, scene: Scene, node: str) -> Connector:
    line = Line(scene.style.accent, points(1.5))
    origin = Origin(f"{node}/axis", "Axis", decorative=True)
    return Connector(origin, (box.x, y), (box.right, y), line)


def _event(
    event: Node, column: Box, axis: int, across: Across, over: bool, scene: Scene, path: str
) -> Group:
    below = axis + MARKER // 2 + _TO_AXIS
    dates = date_paragraphs(event, scene)
    texts = event_paragraphs(event, scene)
    dot = marker(event, column.x + MARKER // 2, axis, scene, path)
    if across.alternating:
        both = across.dates + across.texts
        top = axis - MARKER // 2 - _TO_AXIS - both if over else below
        frame = Box(column.x, top, column.cx, both)
        words = _words([*dates, *texts], frame, "b" if over else "t", scene, path, "Event")
        return Group(Origin(path, _title(event)), _around([dot, words]), (words, dot))
    date = Box(column.x, column.y, column.cx, across.dates)
    said = Box(column.x, below, column.cx, across.texts)
    words = _words(texts, said, "t", scene, path, "Event")
    if not dates:
        return Group(Origin(path, _title(event)), _around([dot, words]), (dot, words))
    when = _words(dates, date, "b", scene, path, "Date")
    return Group(Origin(path, _title(event)), _around([when, words]), (when, dot, words))


def _words(
    paras: list[Para], box: Box, anchor: str, scene: Scene, path: str, name: str
) -> AutoShape:
    text = body(paras, scene, anchor="b" if anchor == "b" else "t", insets=NO_INSETS)
    origin = Origin(f"{path}/{name.lower()}", name)
    return AutoShape(origin, box, Preset("rect"), text=text, text_box=True)


def _title(event: Node) -> str:
    return ": ".join(part for part in (plain(event.when), plain(event.title)) if part)


def _around(shapes: Sequence[AutoShape]) -> Box:
    boxes = [shape.box for shape in shapes if shape.box is not None]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)
