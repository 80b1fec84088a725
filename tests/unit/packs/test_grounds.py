"""What text and shapes stand on: place by place, through groups, under freeforms and patterns."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from deckgen.colour import contrast, dark
from deckgen.diagnostics import Diagnostics
from deckgen.model.geometry import Box
from deckgen.model.pack import Layout
from deckgen.ooxml.archive import write_archive
from deckgen.ooxml.package import Package
from deckgen.packs.outlines import covered
from deckgen.packs.template import read_template

WIDTH, HEIGHT = 12_192_000, 6_858_000
LAYOUT = "ppt/slideLayouts/slideLayout1001.xml"
DARK_ABOVE = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000030"/></a:gs><a:gs pos="30000">'
    '<a:srgbClr val="FFFFFF"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill>'
)
SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'


def layout_of(odd: SimpleNamespace, *holders: object, ground: str = "", shape: str = "") -> Layout:
    sheet = odd.Sheet("Inhalt", holders or (odd.TITLE, odd.BODY), background=ground)
    package = Package.open(odd.make([(odd.MASTER, [sheet])]))
    parts = {part: package.read(part) for part in package.members}
    parts[LAYOUT] = parts[LAYOUT].replace(b"<p:sp>", shape.encode() + b"<p:sp>", 1)
    found = Diagnostics()
    deck = read_template(write_archive(parts), "odd.pptx", {}, found)
    assert deck is not None, list(found)
    return deck.layouts[0]


def shape(fill: str, geometry: str = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>') -> str:
    """A shape that covers the slide."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{HEIGHT}"/></a:xfrm>{geometry}'
        f"{fill}</p:spPr></p:sp>"
    )


def test_a_gradient_counts_where_the_text_stands(odd: SimpleNamespace) -> None:
    layout = layout_of(odd, ground=DARK_ABOVE)
    title, body = layout.slot("title"), layout.slot("body")
    assert title is not None
    assert body is not None
    assert dark(title.ground)
    assert not dark(body.ground)
    assert title.levels[0].ink == "bg1"
    assert layout.background == body.ground


def test_a_panel_within_a_group_is_the_ground_of_shapes(odd: SimpleNamespace) -> None:
    half = f'<a:off x="0" y="{HEIGHT // 5}"/><a:ext cx="{WIDTH}" cy="{HEIGHT * 4 // 5}"/>'
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="98" name="Group"/><p:cNvGrpSpPr/><p:nvPr/>'
        f'</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{half}<a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{WIDTH}" cy="{HEIGHT}"/></a:xfrm></p:grpSpPr>'
        f"{shape(SOLID.format('FFFFFF'))}</p:grpSp>"
    )
    layout = layout_of(odd, ground=SOLID.format("202020"), shape=group)
    assert layout.background == "FFFFFF"
    title = layout.slot("title")
    assert title is not None
    assert title.ground == "202020"


@pytest.mark.parametrize(("pattern", "white"), [("pct10", True), ("pct90", False)])
def test_a_pattern_is_as_dark_as_its_share_says(
    odd: SimpleNamespace, pattern: str, white: bool
) -> None:
    fill = (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )
    assert dark(layout_of(odd, ground=fill).background) is not white


def test_a_freeform_colours_only_what_it_covers(odd: SimpleNamespace) -> None:
    low = (
        '<a:custGeom><a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="9"/></a:moveTo>'
        '<a:lnTo><a:pt x="10" y="9"/></a:lnTo><a:lnTo><a:pt x="10" y="10"/></a:lnTo>'
        '<a:lnTo><a:pt x="0" y="10"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'
    )
    shown = layout_of(odd, shape=shape(SOLID.format("000000"), low))
    title = shown.slot("title")
    assert title is not None
    assert contrast(title.ground, "FFFFFF") == 1
    assert covered(Box(0, 90, 100, 10), Box(0, 0, 100, 100), ()) == 1


def test_placeholders_that_share_an_index_say_where_they_stand(odd: SimpleNamespace) -> None:
    both = (odd.TITLE, odd.Ph("subTitle", 0, (7, 30, 86, 30)))
    layout = layout_of(odd, *both)
    title, subtitle = layout.slot("title"), layout.slot("subtitle")
    assert title is not None
    assert subtitle is not None
    assert (title.moved, subtitle.moved) == (False, True)


def test_a_body_ends_where_the_footer_begins(odd: SimpleNamespace) -> None:
    feet = odd.Ph("ftr", 11, (30, 85, 40, 8))
    body = layout_of(odd, odd.TITLE, odd.BODY, feet).slot("body")
    assert body is not None
    assert body.box.bottom <= HEIGHT * 85 // 100


def test_a_foot_that_hangs_over_the_edge_moves_in(odd: SimpleNamespace) -> None:
    number = layout_of(odd, odd.TITLE, odd.Ph("sldNum", 12, (90, 96, 8, 8))).slot("number")
    assert number is not None
    assert number.box.bottom == HEIGHT
    assert number.box.cy == HEIGHT * 8 // 100
