"""Blocks side by side, each column headed and with its own stack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import (
    Block,
    Code,
    Column,
    Columns,
    ItemList,
    Quotation,
    Table,
    Text,
)
from deckgen.model.deck import AutoShape, Connector, Line, Origin, Preset, Reveal, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches
from deckgen.place.blocks import code, flow, table
from deckgen.place.blocks.composer import Composer
from deckgen.place.blocks.stack import gap, stack_draw, stack_need
from deckgen.place.diagrams.panel import icon_shape
from deckgen.place.regions import ICON
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height


def _gutter(scene: Scene) -> int:
    return scene.style.gutter * 2


def widths(columns: Sequence[Column], width: int, scene: Scene) -> list[int]:
    """The columns' widths in EMU, in proportion to what they ask."""
    free = width - _gutter(scene) * (len(columns) - 1)
    whole = sum(column.width for column in columns)
    return [round(free * column.width / whole) for column in columns]


def _heading(column: Column, scene: Scene) -> list[Para]:
    style = scene.style
    size = scene.size(style.card_title, style.floor_body)
    return [Para(column.title, TextStyle(size, bold=True, colour=style.accent))]


def _heading_height(columns: Sequence[Column], wide: Sequence[int], scene: Scene) -> int:
    # All headings stand on one height so that the columns' texts begin on one line.
    highs = [
        max(
            height(_heading(column, scene), cx - _icon_room(column), scene).least,
            _icon_room(column),
        )
        for column, cx in zip(columns, wide, strict=True)
        if column.title
    ]
    return max(highs, default=0)


def _icon_room(column: Column) -> int:
    return ICON + inches(0.08) if column.icon else 0


def _above(columns: Sequence[Column], wide: Sequence[int], scene: Scene) -> int:
    head = _heading_height(columns, wide, scene)
    return head + gap(scene) if head else 0


def _need(block: Columns, width: int, scene: Scene) -> Need:
    wide = widths(block.columns, width, scene)
    needs = [
        stack_need(column.blocks, cx, scene) for column, cx in zip(block.columns, wide, strict=True)
    ]
    return Need(
        max(need.least for need in needs) + _above(block.columns, wide, scene),
        any(need.stretches for need in needs),
        any(need.broken for need in needs),
    )


def _draw(block: Columns, box: Box, scene: Scene, node: str) -> Drawn:
    wide = widths(block.columns, box.cx, scene)
    head = _heading_height(block.columns, wide, scene)
    above = _above(block.columns, wide, scene)
    shapes: list[Shape] = []
    reveals: list[Reveal] = []
    left = box.x
    for index, (column, cx) in enumerate(zip(block.columns, wide, strict=True), 1):
        path = f"{node}/{index}"
        if column.title:
            shapes += _draw_heading(column, Box(left, box.y, cx, head), scene, path)
        inner = Box(left, box.y + above, cx, _inner_height(block, wide, box.cy - above, scene))
        drawn = stack_draw(column.blocks, inner, scene, f"{path}/content")
        shapes += drawn.shapes
        reveals += drawn.reveals
        left += cx + _gutter(scene)
    return Drawn(tuple(shapes), tuple(reveals))


def _inner_height(block: Columns, wide: Sequence[int], room: int, scene: Scene) -> int:
    """The height of every column: quotations side by side end on one line."""
    if not all(isinstance(b, Quotation) for column in block.columns for b in column.blocks):
        return room
    return max(
        stack_need(column.blocks, cx, scene).least
        for column, cx in zip(block.columns, wide, strict=True)
    )


def _draw_heading(column: Column, box: Box, scene: Scene, path: str) -> list[Shape]:
    below = box.bottom + gap(scene) // 3
    icon = Box(box.right - ICON, box.bottom - ICON, ICON, ICON)
    drawn = [icon_shape(column.icon, icon, scene, f"{path}/icon")] if column.icon else []
    words = replace(box, cx=box.cx - _icon_room(column))
    return [
        *drawn,
        AutoShape(
            Origin(f"{path}/heading", "Column heading"),
            words,
            Preset("rect"),
            text=body(_heading(column, scene), scene, anchor="b", insets=NO_INSETS),
            text_box=True,
        ),
        Connector(
            Origin(f"{path}/rule", "Rule", decorative=True),
            (box.x, below),
            (box.right, below),
            Line(scene.style.second, scene.style.rule),
        ),
    ]


def _sizes(block: Columns, scene: Scene) -> tuple[float, float]:
    inner = [scene.composer(b).sizes(b, scene) for column in block.columns for b in column.blocks]
    spread = max((asked - floor for asked, floor in inner), default=0)
    return scene.style.floor_body + spread, scene.style.floor_body


def _pieces_of(block: Block) -> int:
    composer = _DIVISIBLE.get(type(block))
    return composer.atoms(block) if composer else 1


def _main(column: Column) -> int:
    """The index of the column's block with the most pieces."""
    counts = [_pieces_of(block) for block in column.blocks]
    return counts.index(max(counts))


def _atoms(block: Columns) -> int:
    """Columns are divided side by side: so many pieces as the longest has."""
    return max(_pieces_of(inner) for column in block.columns for inner in column.blocks)


def _part(block: Columns, first: int, last: int) -> Columns:
    columns = tuple(_some(column, first, last) for column in block.columns)
    return replace(block, columns=columns)


def _some(column: Column, first: int, last: int) -> Column:
    """The column with some pieces of its main block; the others stand on the first slide."""
    main = _main(column)
    kept: list[Block] = []
    for index, block in enumerate(column.blocks):
        composer = _DIVISIBLE.get(type(block))
        if index == main and composer and first < composer.atoms(block):
            kept.append(composer.part(block, first, last))
        elif first == 0:
            kept.append(block)
    return replace(column, blocks=tuple(kept))


_DIVISIBLE: Mapping[type, Composer] = {
    ItemList: flow.LIST,
    Text: flow.TEXT,
    Table: table.TABLE,
    Code: code.CODE,
}
COLUMNS = Composer(_need, _draw, _sizes, _atoms, _part)
