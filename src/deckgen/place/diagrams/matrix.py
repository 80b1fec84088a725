"""A matrix of two by two, its axes named along its sides."""

from __future__ import annotations

from deckgen.model.blocks import Diagram
from deckgen.model.deck import AutoShape, Connector, Line, Origin, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches, points
from deckgen.model.inline import Inline
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import panel
from deckgen.place.diagrams.cards import card_sizes
from deckgen.place.diagrams.describe import together
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height

_GAP = inches(0.14)
_WIDEST = inches(10.6)
_LOOSE = inches(2.2)


def _axis_style(scene: Scene) -> TextStyle:
    size = scene.size(scene.style.label, scene.style.floor_label)
    return TextStyle(size, bold=True, colour=scene.style.accent, align="ctr", leading=1.0)


def _band(text: Inline, length: int, scene: Scene) -> int:
    """The height of an axis' name with its arrow."""
    return height([Para(text, _axis_style(scene))], length, scene).least + points(10)


def _margins(block: Diagram, scene: Scene) -> tuple[int, int]:
    """What the y axis takes on the left and the x axis below."""
    if block.axes is None:
        return 0, 0
    across, up = block.axes
    length = inches(3)
    return _band(up, length, scene) if up else 0, _band(across, length * 2, scene) if across else 0


def _cell_width(width: int, left: int) -> int:
    return (min(width, _WIDEST) - left - _GAP) // 2


def _row(block: Diagram, cell: int, scene: Scene) -> Need:
    shared = panel.look(block.nodes)
    needs = [panel.need(node, cell, shared, scene) for node in block.nodes]
    return Need(max(need.least for need in needs), broken=any(need.broken for need in needs))


def _need(block: Diagram, width: int, scene: Scene) -> Need:
    left, below = _margins(block, scene)
    row = _row(block, _cell_width(width, left), scene)
    return Need(2 * row.least + _GAP + below, stretches=True, broken=row.broken)


def _draw(block: Diagram, box: Box, scene: Scene, node: str) -> Drawn:
    left, below = _margins(block, scene)
    cell = _cell_width(box.cx, left)
    least = _row(block, cell, scene).least
    row = max(least, min((box.cy - below - _GAP) // 2, _LOOSE))
    x = box.x + (box.cx - left - 2 * cell - _GAP) // 2 + left
    y = box.y + (box.cy - below - 2 * row - _GAP) * 2 // 5
    shared = panel.look(block.nodes)
    shapes: list[Shape] = []
    for index, quarter in enumerate(block.nodes):
        down, right = divmod(index, 2)
        at = Box(x + right * (cell + _GAP), y + down * (row + _GAP), cell, row)
        shapes.append(panel.draw(quarter, at, shared, scene, f"{node}/{index + 1}"))
    if block.axes:
        field = Box(x, y, 2 * cell + _GAP, 2 * row + _GAP)
        shapes += _axes(block.axes, field, (left, below), scene, node)
    return together(block, box, shapes, scene, node)


def _axes(
    axes: tuple[Inline, Inline], field: Box, bands: tuple[int, int], scene: Scene, node: str
) -> list[Shape]:
    across, up = axes
    line = Line(scene.style.accent, points(1.5), tail="triangle")
    off = points(6)
    made: list[Shape] = []
    if up:
        x = field.x - off
        origin = Origin(f"{node}/axis-y", "Vertical axis", decorative=True)
        made.append(Connector(origin, (x, field.bottom), (x, field.y), line))
        made.append(_upright(up, field, bands[0] - points(10), scene, node))
    if across:
        y = field.bottom + off
        origin = Origin(f"{node}/axis-x", "Horizontal axis", decorative=True)
        made.append(Connector(origin, (field.x, y), (field.right, y), line))
        under = Box(field.x, y + points(4), field.cx, bands[1] - points(10))
        made.append(_label(across, under, 0.0, scene, f"{node}/axis-x-name"))
    return made


def _upright(text: Inline, field: Box, thick: int, scene: Scene, node: str) -> AutoShape:
    """The y axis' name: turned by 270 degrees about its middle."""
    middle_x = field.x - points(10) - thick // 2
    middle_y = field.y + field.cy // 2
    lying = Box(middle_x - field.cy // 2, middle_y - thick // 2, field.cy, thick)
    return _label(text, lying, 270.0, scene, f"{node}/axis-y-name")


def _label(text: Inline, box: Box, rotation: float, scene: Scene, path: str) -> AutoShape:
    words = body([Para(text, _axis_style(scene))], scene, anchor="ctr", insets=NO_INSETS)
    origin = Origin(path, "Axis name")
    return AutoShape(origin, box, Preset("rect"), text=words, text_box=True, rotation=rotation)


MATRIX = Composer(_need, _draw, card_sizes, grows=True)
