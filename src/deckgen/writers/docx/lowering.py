"""Lower forms of figures that are written already, for pages that have a little less room."""

from __future__ import annotations

import re

from deckgen.model.blocks import Diagram
from deckgen.writers.docx.diagrams import redrawn
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.units import Unit

_EXTENT = re.compile(r'(<(?:wp:extent|a:ext) cx=")(\d+)(" cy=")(\d+)"')
_LOWEST_CHART = 0.8  # its words stay as large, and need room
_GROUP = re.compile(r"<w:r><mc:AlternateContent .*?</mc:AlternateContent></w:r>", re.DOTALL)


def lowered(story: Story, unit: Unit, written: str, share: float) -> str:
    """The figure with a share of its height; empty where it has no such form.

    Pictures keep their proportions, charts their width and the size of their words; diagrams are
    drawn anew.
    """
    block = story.blocks.get(unit.block)
    extent = _EXTENT.search(written)
    if extent is None:
        return ""
    if not isinstance(block, Diagram):
        chart = "<c:chart " in written
        if chart and share < _LOWEST_CHART:
            return ""
        return _EXTENT.sub(lambda found: _scaled(found, 1.0 if chart else share, share), written)
    made = redrawn(story, block, int(extent[2]), int(int(extent[4]) * share))
    return _GROUP.sub(lambda _: made, written, count=1) if made else ""


def _scaled(found: re.Match[str], across: float, down: float) -> str:
    width, height = round(int(found[2]) * across), round(int(found[4]) * down)
    return f'{found[1]}{width}{found[3]}{height}"'
