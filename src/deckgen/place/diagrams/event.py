"""How an event of a timeline is set: its date, its heading, its text."""

from __future__ import annotations

from deckgen.model.blocks import Node
from deckgen.model.deck import AutoShape, Origin, Preset
from deckgen.model.geometry import Box, points
from deckgen.place.scene import Scene
from deckgen.place.textset import Para, TextStyle

MARKER = points(13)


def date_paragraphs(node: Node, scene: Scene) -> list[Para]:
    """The event's date as its heading line; nothing when it has none."""
    style = scene.style
    size = scene.size(style.card_title + 2, style.floor_body)
    colour = style.second if node.emphasis else style.accent
    words = TextStyle(size, heading=True, bold=True, colour=colour, leading=1.0)
    return [Para(node.when, words)] if node.when else []


def event_paragraphs(node: Node, scene: Scene) -> list[Para]:
    """What happened, and what there is to say of it."""
    style = scene.style
    title = scene.size(style.body, style.floor_dense + 2)
    text = scene.size(style.card_text, style.floor_dense)
    paras = [Para(node.title, TextStyle(title, bold=node.emphasis, colour=style.ink))]
    muted = TextStyle(text, colour=scene.muted, leading=1.2, before=text * 0.3)
    return paras + [Para(line, muted) for line in node.text]


def marker(node: Node, x: int, y: int, scene: Scene, path: str) -> AutoShape:
    """The event's dot on the axis, its middle at (x, y); emphasis gives it the second colour."""
    box = Box(x - MARKER // 2, y - MARKER // 2, MARKER, MARKER)
    fill = scene.style.second if node.emphasis else scene.style.accent
    return AutoShape(
        Origin(f"{path}/marker", "Marker", decorative=True), box, Preset("ellipse"), fill
    )
