"""A layout's signature: what it has, and where, as the choice of roles asks it."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box
from deckgen.model.pack import Layout


class Shape(Frozen):
    """Counts of placeholders and shares of the slide; titles stand high, low or nowhere."""

    layout: Layout
    titled: bool
    centred_title: bool
    high_title: bool
    low_title: bool
    subtitles: int
    bodies: int
    objects: int
    headings: int
    pictures: int
    tables: int
    charts: int
    body_share: float
    area_share: float
    vertical: bool
    covered_title: bool

    @property
    def graphics(self) -> int:
        """Placeholders for tables and charts."""
        return self.tables + self.charts


def shape_of(layout: Layout, size: tuple[int, int]) -> Shape:
    """The signature of a layout on a slide of a size."""
    width, height = size
    title = layout.slot("title")

    def count(*roles: str) -> int:
        return sum(slot.role in roles for slot in layout.slots)

    bodies = [slot for slot in layout.slots if slot.role in ("body", "body2", "body3")]
    pictures = [slot for slot in layout.slots if slot.role == "picture"]
    middle = title.box.y + title.box.cy / 2 if title else 0.0
    raised = title is not None and title.box.y < height * 0.28 and title.box.cy <= height * 0.45
    narrow = title is not None and title.box.cx < width * 0.4
    return Shape(
        layout=layout,
        titled=title is not None and not title.vertical,
        centred_title=title is not None and title.type == "ctrTitle",
        high_title=title is not None and (raised or narrow),
        low_title=title is not None and middle > height * 0.3 and not narrow,
        subtitles=count("subtitle"),
        bodies=len(bodies),
        objects=sum(slot.type == "obj" for slot in layout.slots),
        headings=count("heading", "heading2", "heading3"),
        pictures=count("picture"),
        tables=count("table"),
        charts=count("chart"),
        body_share=sum(slot.box.cx * slot.box.cy for slot in bodies) / (width * height),
        area_share=layout.area.cx * layout.area.cy / (width * height),
        covered_title=any(_covers(slot.box, title.box) for slot in pictures) if title else False,
        vertical=any(slot.vertical for slot in (*bodies, *([title] if title else []))),
    )  # fmt: skip


def _covers(picture: Box, title: Box) -> bool:
    """Whether a picture lies over a third of a title."""
    across = min(picture.right, title.right) - max(picture.x, title.x)
    down = min(picture.bottom, title.bottom) - max(picture.y, title.y)
    return across > 0 and down > 0 and 3 * across * down > title.cx * title.cy
