"""A slide's part (ECMA-376 part 1, clause 19.3.1.38)."""

from __future__ import annotations

from deckgen.model.deck import PlacedSlide
from deckgen.ooxml import names
from deckgen.ooxml.xml import attribute, document
from deckgen.writers.pptx.ids import slide_number
from deckgen.writers.pptx.page import Page
from deckgen.writers.pptx.shapes import shape_xml
from deckgen.writers.pptx.timing import timing, transition

NAMESPACES = f'xmlns:a="{names.A}" xmlns:r="{names.R}" xmlns:p="{names.P}"'

TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def slide_xml(slide: PlacedSlide, page: Page, colour_map: str) -> bytes:
    """The slide's part. `colour_map` is the layout's own p:clrMapOvr content.

    The slide's name is the outline's id, which VBA and other tools then see.
    """
    shapes = "".join([shape_xml(shape, page) for shape in slide.shapes])
    return document(
        f"<p:sld {NAMESPACES}>"
        f'<p:cSld name="{attribute(slide.id)}"><p:spTree>{TREE_HEAD}{shapes}</p:spTree>'
        f"{creation_id(slide.id)}</p:cSld>"
        f"<p:clrMapOvr>{colour_map}</p:clrMapOvr>"
        f"{transition(slide)}{timing(slide, page.ids)}</p:sld>"
    )


def creation_id(name: str) -> str:
    """The extension by which PowerPoint knows a slide again."""
    return (
        '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">'
        f'<p14:creationId xmlns:p14="{names.P14}" val="{slide_number(name)}"/></p:ext></p:extLst>'
    )
