"""A timeline downwards: dates on the left, what happened beside them; for long texts."""

from __future__ import annotations

from deckgen.model.blocks import Diagram
from deckgen.model.deck import AutoShape, Connector, Group, Line, Origin, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches, points
from deckgen.model.inline import plain
from deckgen.place.diagrams.event import MARKER, date_paragraphs, event_paragraphs, marker
from deckgen.place.scene import Need, Scene
from deckgen.place.textset import body, height, natural_width

_RAIL = inches(0.5)
_GAP = inches(0.16)
_WIDEST_DATE = 0.28
_LOOSEST = inches(0.42)
_READABLE = 0.86


def need(block: Diagram, width: int, scene: Scene) -> Need:
    """The height of all rows and the gaps between them."""
    rows = [_row(block, index, width, scene) for index in range(len(block.nodes))]
    total = sum(row.least for row in rows) + _GAP * (len(rows) - 1)
    return Need(total, stretches=True, broken=any(row.broken for row in rows))


def draw(block: Diagram, box: Box, scene: Scene, node: str) -> list[Shape]:
    """The rail, then every event as a group."""
    heights = [_row(block, index, box.cx, scene).least for index in range(len(block.nodes))]
    spare = box.cy - sum(heights)
    gap = min(_LOOSEST, spare // max(1, len(heights) - 1)) if len(heights) > 1 else 0
    top = box.y + max(0, (spare - gap * (len(heights) - 1)) // 3)
    dates = _date_width(block, box.cx, scene)
    rail = box.x + dates + _RAIL // 2
    groups: list[Shape] = []
    middles: list[int] = []
    for index, cy in enumerate(heights):
        row = Box(box.x, top, box.cx, cy)
        middle = _first_line(block, index, dates, top, scene)
        middles.append(middle)
        groups.append(_event(block, index, row, (rail, middle), scene, f"{node}/{index + 1}"))
        top += cy + gap
    line = Line(scene.style.accent, points(1.5))
    origin = Origin(f"{node}/axis", "Axis", decorative=True)
    axis = Connector(origin, (rail, middles[0]), (rail, middles[-1]), line)
    return [axis, *groups] if len(groups) > 1 else groups


def _date_width(block: Diagram, width: int, scene: Scene) -> int:
    wanted = [
        natural_width(para.text, para.style, scene)
        for node in block.nodes
        for para in date_paragraphs(node, scene)
    ]
    return min(max(wanted, default=0) + points(4), round(width * _WIDEST_DATE))


def _text_width(block: Diagram, width: int, scene: Scene) -> int:
    return round((width - _date_width(block, width, scene) - _RAIL) * _READABLE)


def _row(block: Diagram, index: int, width: int, scene: Scene) -> Need:
    event = block.nodes[index]
    date = height(date_paragraphs(event, scene), _date_width(block, width, scene), scene)
    text = height(event_paragraphs(event, scene), _text_width(block, width, scene), scene)
    return Need(max(date.least, text.least), broken=date.broken or text.broken)


def _first_line(block: Diagram, index: int, dates: int, top: int, scene: Scene) -> int:
    """The middle of the row's first line, where its marker stands."""
    event = block.nodes[index]
    paras = date_paragraphs(event, scene) or event_paragraphs(event, scene)[:1]
    return top + min(height(paras, dates or scene.layout.area.cx, scene).least, points(32)) // 2


def _event(
    block: Diagram, index: int, row: Box, dot: tuple[int, int], scene: Scene, path: str
) -> Group:
    event = block.nodes[index]
    dates = _date_width(block, row.cx, scene)
    date = Box(row.x, row.y, dates, row.cy)
    words = Box(row.x + dates + _RAIL, row.y, _text_width(block, row.cx, scene), row.cy)
    shapes: list[Shape] = []
    for name, paras, box in (
        ("Date", date_paragraphs(event, scene), date),
        ("Event", event_paragraphs(event, scene), words),
    ):
        if paras:
            text = body(paras, scene, anchor="t", insets=NO_INSETS)
            origin = Origin(f"{path}/{name.lower()}", name)
            shapes.append(AutoShape(origin, box, Preset("rect"), text=text, text_box=True))
    shapes.insert(len(shapes) - 1, marker(event, *dot, scene, path))
    name = ": ".join(part for part in (plain(event.when), plain(event.title)) if part)
    return Group(Origin(path, name), _cover(row, MARKER), tuple(shapes))


def _cover(row: Box, least: int) -> Box:
    return Box(row.x, row.y, row.cx, max(row.cy, least))
