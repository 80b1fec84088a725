"""Guides on the grid, as PowerPoint 2013 and later show them."""

from __future__ import annotations

from deckgen.packs.make.grid import Grid

_P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
MASTER_GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
_MASTER_UNIT = 1587.5  # EMU: guides count in 576ths of an inch


def guides_xml(grid: Grid, uri: str) -> str:
    """An extension with guides at the margins, the title's and the content's edges."""
    uprights = (grid.margin, grid.content.x, grid.width - grid.margin)
    levels = (grid.title.y, grid.content.y, grid.content.bottom, grid.footer.y)
    lines = [("", each) for each in sorted(set(uprights))]
    lines += [(' orient="horz"', each) for each in sorted(set(levels))]
    guides = "".join(
        f'<p15:guide id="{at}"{orient} pos="{round(place / _MASTER_UNIT)}" userDrawn="1">'
        '<p15:clr><a:srgbClr val="F26B43"/></p15:clr></p15:guide>'
        for at, (orient, place) in enumerate(lines, 1)
    )
    return (
        f'<p:ext uri="{uri}"><p15:sldGuideLst xmlns:p15="{_P15}">{guides}</p15:sldGuideLst></p:ext>'
    )
