"""A gallery: two to six pictures on a grid, each with its caption below."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.blocks import Gallery, Picture
from deckgen.model.deck import AutoShape, Group, Origin, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, inches
from deckgen.model.inline import join
from deckgen.place.blocks.composer import Composer
from deckgen.place.blocks.cropping import contained
from deckgen.place.blocks.picture import picture_shape
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height

_LEAST_ROW = inches(1.2)
_TO_CAPTION = inches(0.08)
_CAPTION = inches(0.4)


def _columns(count: int, width: int, scene: Scene) -> int:
    """The number of columns that gives the pictures the most room."""
    gutter, high = scene.style.gutter, scene.layout.area.cy

    def side(columns: int) -> int:
        rows = -(-count // columns)
        cell = (width - gutter * (columns - 1)) // columns
        frame = (high - gutter * (rows - 1)) // rows - _CAPTION
        return min(cell, round(frame * 4 / 3))

    return max(range(1, count + 1), key=lambda columns: (side(columns), columns))


def _cell(block: Gallery, width: int, scene: Scene) -> int:
    columns = _columns(len(block.pictures), width, scene)
    return (width - scene.style.gutter * (columns - 1)) // columns


def _caption(picture: Picture, scene: Scene) -> list[Para]:
    size = scene.size(scene.style.label, scene.style.floor_dense)
    text = join((picture.caption, picture.credit), " · ")
    return [Para(text, TextStyle(size, colour=scene.style.ink))] if text else []


def _caption_height(block: Gallery, cell: int, scene: Scene) -> Need:
    needs = [height(_caption(p, scene), cell, scene) for p in block.pictures if _caption(p, scene)]
    least = max((need.least for need in needs), default=0)
    return Need(least + _TO_CAPTION if least else 0, broken=any(need.broken for need in needs))


def _rows(block: Gallery, width: int, scene: Scene) -> int:
    return -(-len(block.pictures) // _columns(len(block.pictures), width, scene))


def _need(block: Gallery, width: int, scene: Scene) -> Need:
    caption = _caption_height(block, _cell(block, width, scene), scene)
    rows = _rows(block, width, scene)
    row = round(_LEAST_ROW * min(1.0, scene.style.scale))
    least = rows * (row + caption.least) + (rows - 1) * scene.style.gutter
    return Need(least, stretches=True, broken=caption.broken)


def _draw(block: Gallery, box: Box, scene: Scene, node: str) -> Drawn:
    cell = _cell(block, box.cx, scene)
    below = _caption_height(block, cell, scene).least
    rows, gutter = _rows(block, box.cx, scene), scene.style.gutter
    columns = _columns(len(block.pictures), box.cx, scene)
    row = (box.cy - gutter * (rows - 1)) // rows
    framed = min(row - below, _tallest(block, cell))
    spare = box.cy - rows * (framed + below) - gutter * (rows - 1)
    shapes: list[Shape] = []
    for index, picture in enumerate(block.pictures):
        line, column = divmod(index, columns)
        left = box.x + column * (cell + gutter)
        top = box.y + spare // 3 + line * (framed + below + gutter)
        frame = Box(left, top, cell, framed)
        shapes.append(_framed(picture, frame, below, scene, f"{node}/{index + 1}"))
    return Drawn(tuple(shapes))


def _tallest(block: Gallery, cell: int) -> int:
    """The height that the tallest picture takes at the cell's width; at most three to two."""
    most = round(cell * 1.5)
    return max(
        round(cell * 0.75)
        if picture.fit == "fill"
        else contained(picture, Box(0, 0, cell, most)).cy
        for picture in block.pictures
    )


def _framed(picture: Picture, frame: Box, below: int, scene: Scene, path: str) -> Shape:
    shape = picture_shape(picture, frame, f"{path}/picture")
    paras = _caption(picture, scene)
    if not paras:
        return shape
    under = Box(frame.x, frame.bottom + _TO_CAPTION, frame.cx, below - _TO_CAPTION)
    words = AutoShape(
        Origin(f"{path}/caption", "Caption"),
        under,
        Preset("rect"),
        text=body(paras, scene, anchor="t", insets=NO_INSETS),
        text_box=True,
    )
    whole = Box(frame.x, frame.y, frame.cx, frame.cy + below)
    return Group(Origin(path, "Picture with caption", picture.alt), whole, (shape, words))


def _sizes(_block: Gallery, scene: Scene) -> tuple[float, float]:
    return scene.style.label, scene.style.floor_dense


def _atoms(block: Gallery) -> int:
    return len(block.pictures)


def _part(block: Gallery, first: int, last: int) -> Gallery:
    return replace(block, pictures=block.pictures[first:last])


GALLERY = Composer(_need, _draw, _sizes, _atoms, _part)
