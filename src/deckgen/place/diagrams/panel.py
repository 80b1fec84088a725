"""A panel: a node of cards and processes, with its mark above its heading and text."""

from __future__ import annotations

from typing import Literal

from deckgen.frozen import Frozen
from deckgen.model.blocks import Node
from deckgen.model.deck import AutoShape, Custom, Group, Line, Origin, PictureShape, Preset, Shape
from deckgen.model.geometry import NO_INSETS, Box, Insets, inches, points
from deckgen.model.inline import Run, plain
from deckgen.place.blocks.cropping import cropped
from deckgen.place.scene import Need, Scene
from deckgen.place.textset import Para, TextStyle, body, height

_MARK = inches(0.56)
_PICTURE = inches(1.5)
_TOP_RULE = points(3)
_ICON_STROKE = points(2)


class PanelLook(Frozen):
    """What the panels of one diagram have in common: the same parts stand at the same height."""

    mark: Literal["", "small", "picture"]


def look(nodes: tuple[Node, ...]) -> PanelLook:
    """The look that all nodes share; a picture on one gives all the room for one."""
    if any(node.picture for node in nodes):
        return PanelLook("picture")
    return PanelLook("small" if any(node.icon or node.number for node in nodes) else "")


def paragraphs(node: Node, scene: Scene) -> list[Para]:
    """The heading and the text of a panel."""
    style = scene.style
    title = scene.size(style.card_title, style.floor_body)
    text = scene.size(style.card_text, style.floor_dense)
    ink = style.ink
    paras = [Para(node.title, TextStyle(title, heading=True, bold=True, colour=ink, leading=1.1))]
    paras += [
        Para(line, TextStyle(text, colour=ink, leading=1.2, before=text * 0.4))
        for line in node.text
    ]
    return paras


def need(node: Node, width: int, shared: PanelLook, scene: Scene) -> Need:
    """The height of the panel at this width."""
    return height(paragraphs(node, scene), width, scene, _insets(shared, scene))


def draw(node: Node, box: Box, shared: PanelLook, scene: Scene, path: str) -> Group:
    """The panel as a group: ground with text, rule, mark."""
    ground = AutoShape(
        Origin(f"{path}/panel", "Panel"),
        box,
        _outline(box, scene),
        fill=scene.style.panel,
        line=Line(scene.style.second, points(1.5)) if node.emphasis else None,
        text=body(paragraphs(node, scene), scene, anchor="t", insets=_insets(shared, scene)),
    )
    rule = AutoShape(
        Origin(f"{path}/rule", "Rule", decorative=True),
        Box(box.x, box.y, box.cx, _TOP_RULE),
        Preset("rect"),
        fill=scene.style.second if node.emphasis else scene.style.accent,
    )
    shapes: tuple[Shape, ...] = (ground, rule, *_mark(node, box, scene, path))
    return Group(Origin(path, plain(node.title) or "Panel"), box, shapes)


def _outline(box: Box, scene: Scene) -> Preset:
    radius = scene.style.radius
    if not radius:
        return Preset("rect")
    share = min(50_000, round(100_000 * radius / min(box.cx, box.cy)))
    return Preset("roundRect", (("adj", share),))


def _mark_size(scene: Scene) -> int:
    """The side of an icon or number: it grows with the text."""
    return round(_MARK * (1 - 0.15 * min(scene.step, 0)))


def _insets(shared: PanelLook, scene: Scene) -> Insets:
    pad = scene.style.padding
    above = {"": 0, "small": _mark_size(scene) + pad * 2 // 3, "picture": _PICTURE}[shared.mark]
    return Insets(pad, pad + _TOP_RULE + above, pad, pad)


def _mark(node: Node, box: Box, scene: Scene, path: str) -> tuple[Shape, ...]:
    if node.picture:
        frame = Box(box.x, box.y, box.cx, _PICTURE)
        origin = Origin(f"{path}/picture", "Picture", node.picture.alt, node.picture.decorative)
        return (PictureShape(origin, frame, node.picture.asset, cropped(node.picture, frame)),)
    pad = scene.style.padding
    side = _mark_size(scene)
    at = Box(box.x + pad, box.y + pad + _TOP_RULE, side, side)
    marks: list[Shape] = []
    if node.icon:
        marks.append(icon_shape(node.icon, at, scene, f"{path}/icon"))
    if node.number:
        after = side + pad if node.icon else 0
        beside = Box(at.x + after, at.y, box.cx - 2 * pad - after, at.cy)
        marks.append(_number(node.number, beside, scene, path))
    return tuple(marks)


def _number(number: str, at: Box, scene: Scene, path: str) -> AutoShape:
    style = TextStyle(
        32 - 4 * min(scene.step, 0), heading=True, colour=scene.style.second, leading=1.0
    )
    return AutoShape(
        Origin(f"{path}/number", "Number"),
        at,
        Preset("rect"),
        text=body([Para((Run(number),), style)], scene, anchor="ctr", insets=NO_INSETS),
        text_box=True,
    )


def icon_shape(name: str, at: Box, scene: Scene, path: str) -> AutoShape:
    """A named icon as native geometry, its strokes in the accent."""
    from deckgen.icons import icon

    drawing: Custom | None = icon(name)
    line = Line(scene.style.accent, _ICON_STROKE, round_caps=True)
    return AutoShape(Origin(path, f"Icon {name}", decorative=True), at, drawing, line=line)
