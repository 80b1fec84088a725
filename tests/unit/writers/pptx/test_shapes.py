"""Shapes, connectors, pictures and groups."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.unit.writers.pptx.stock import asset, body, card, origin, slide, title, written

from deckgen.model.deck import (
    AutoShape,
    Colour,
    Connector,
    Custom,
    Group,
    Line,
    Path,
    Ph,
    PictureShape,
    Preset,
)
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.writers.pptx.ids import shape_guid

BOX = Box(100, 200, 3000, 4000)
STROKE = Line(Colour("accent1"), 19_050)


def connector(begin: tuple[int, int], end: tuple[int, int], **how: object) -> Connector:
    return Connector(origin("line"), begin, end, STROKE, **how)  # type: ignore[arg-type]


def test_a_placeholder_of_the_default_type_names_its_index_alone():
    made = written(slide(AutoShape(origin("b"), None, text=body("x"), ph=Ph("obj", 1))))

    assert [dict(ph.attrib) for ph in made.find("//p:ph")] == [{"type": "title"}, {"idx": "1"}]


def test_a_placeholder_without_a_box_stands_where_the_layout_says():
    assert written(slide()).find("//p:sp[1]/p:spPr/*") == []


def test_shape_ids_are_counted_in_reading_order():
    group = Group(origin("g"), BOX, (card("a"), card("b")))
    made = written(slide(group, card("c")))

    found = [(each.get("id"), each.get("name")) for each in made.find("//p:cNvPr")]
    assert found == [("1", ""), ("2", "Title"), ("3", "G"), ("4", "A"), ("5", "B"), ("6", "C")]


def test_a_shape_can_be_traced_to_its_node():
    made = written(slide(card("events/2")))

    assert shape_guid("one", "events/2") in made.slide()
    assert re.fullmatch(
        r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}",
        shape_guid("one", "events/2"),
    )


def test_a_slide_is_named_by_its_id():
    assert written(slide(name="white-papers")).find("p:cSld")[0].get("name") == "white-papers"


def test_alternative_text_and_decoration():
    said = replace(card("a"), origin=origin("a", alt="What it shows"))
    silent = replace(card("b"), origin=origin("b", decorative=True))
    made = written(slide(said, silent))

    assert made.find("//p:cNvPr[@id='3']")[0].get("descr") == "What it shows"
    assert made.slide().count('<adec:decorative xmlns:adec="http://schemas.microsoft.com/'
                              'office/drawing/2017/decorative" val="1"/>') == 1  # fmt: skip


def test_a_shape_without_fill_or_line_says_so():
    shape = AutoShape(origin("a"), BOX, Preset("ellipse"))

    assert (
        '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        in written(slide(shape)).slide()
    )


def test_colours_of_the_theme_and_of_ones_own():
    theme = replace(card("a"), fill=Colour("bg2", lum_mod=90.0, lum_off=5.0, alpha=50.0))
    own = replace(card("b"), fill=Colour("0b3c6f"))
    xml = written(slide(theme, own)).slide()

    assert (
        '<a:schemeClr val="bg2"><a:lumMod val="90000"/><a:lumOff val="5000"/>'
        '<a:alpha val="50000"/></a:schemeClr>'
    ) in xml
    assert '<a:srgbClr val="0B3C6F"/>' in xml


def test_a_stroke_comes_in_the_order_of_the_schema():
    stroke = Line(Colour("tx1"), 9525, "sysDash", head="oval", tail="triangle", round_caps=True)

    assert (
        '<a:ln w="9525" cap="rnd"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:prstDash val="sysDash"/><a:round/><a:headEnd type="oval" w="med" len="med"/>'
        '<a:tailEnd type="triangle" w="med" len="med"/></a:ln>'
    ) in written(slide(replace(card("a"), line=stroke))).slide()


def test_a_drawn_geometry():
    commands = (("M", (0, 0)), ("L", (24, 0)), ("C", (24, 12, 12, 24, 0, 24)), ("Z", ()))
    icon = AutoShape(origin("icon"), BOX, Custom((Path(24, 24, commands, filled=False),)))

    assert (
        '<a:path w="24" h="24" fill="none"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        '<a:lnTo><a:pt x="24" y="0"/></a:lnTo><a:cubicBezTo><a:pt x="24" y="12"/>'
        '<a:pt x="12" y="24"/><a:pt x="0" y="24"/></a:cubicBezTo><a:close/></a:path>'
    ) in written(slide(icon)).slide()


def test_a_turned_shape():
    assert '<a:xfrm rot="18900000">' in written(slide(replace(card("a"), rotation=-45.0))).slide()


def test_a_connector_is_glued_to_the_shapes_of_its_nodes():
    line = connector((0, 0), (9, 9), begin_node="b", begin_site=3, end_node="a", end_site=1)
    made = written(slide(line, card("a"), card("b")))

    assert dict(made.find("//a:stCxn")[0].attrib) == {"id": "5", "idx": "3"}
    assert dict(made.find("//a:endCxn")[0].attrib) == {"id": "4", "idx": "1"}


def test_a_connector_to_a_node_that_is_not_shown_hangs_free():
    assert "stCxn" not in written(slide(connector((0, 0), (9, 9), begin_node="gone"))).slide()


@pytest.mark.parametrize(
    ("begin", "end", "turn"),
    [
        ((0, 0), (40, 20), ""),
        ((40, 0), (0, 20), ' flipH="1"'),
        ((0, 20), (40, 0), ' flipV="1"'),
        ((40, 20), (0, 0), ' flipH="1" flipV="1"'),
    ],
)
def test_a_straight_connector_is_flipped_to_begin_at_its_beginning(
    begin: tuple[int, int], end: tuple[int, int], turn: str
):
    xml = written(slide(connector(begin, end))).slide()

    assert f'<a:xfrm{turn}><a:off x="0" y="0"/><a:ext cx="40" cy="20"/></a:xfrm>' in xml
    assert 'prst="straightConnector1"' in xml


@pytest.mark.parametrize(
    ("begin", "end", "turn"),
    [
        ((40, 0), (0, 100), ' rot="5400000"'),
        ((0, 0), (40, 100), ' rot="5400000" flipV="1"'),
        ((0, 100), (40, 0), ' rot="5400000" flipH="1" flipV="1"'),
    ],
)
def test_an_elbow_that_leaves_downwards_is_turned_about_its_middle(
    begin: tuple[int, int], end: tuple[int, int], turn: str
):
    line = connector(begin, end, elbow=True, begin_node="a", begin_site=2)
    xml = written(slide(card("a"), line)).slide()

    assert f'<a:xfrm{turn}><a:off x="-30" y="30"/><a:ext cx="100" cy="40"/></a:xfrm>' in xml
    assert 'prst="bentConnector3"' in xml


def test_an_elbow_that_leaves_sideways_is_not_turned():
    line = connector((0, 0), (40, 100), elbow=True, begin_node="a", begin_site=3)
    xml = written(slide(card("a"), line)).slide()

    assert '<a:xfrm><a:off x="0" y="0"/><a:ext cx="40" cy="100"/></a:xfrm>' in xml


def test_equal_pictures_are_one_part():
    pictures = [PictureShape(origin(name), BOX, asset("red")) for name in "ab"]
    made = written(slide(*pictures), slide(pictures[0], name="two"))

    assert len(made.names("ppt/media/")) == 1
    assert len(made.arrows("ppt/slides/slide1.xml")) == 2


def test_a_crop_is_written_in_thousandths_of_a_percent():
    picture = PictureShape(origin("p"), BOX, asset("red"), crop=(0.125, 0, 0.125, 0))

    assert '<a:srcRect l="12500" r="12500"/>' in written(slide(picture)).slide()


def test_a_vector_stands_beside_its_pixels():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    made = written(slide(PictureShape(origin("p"), BOX, asset("red", svg))))

    blip, vector = made.find("//a:blip")[0], made.root("ppt/slides/slide1.xml").find(
        f".//{{{names.ASVG}}}svgBlip"
    )  # fmt: skip
    arrows = made.arrows("ppt/slides/slide1.xml")
    assert arrows[blip.get(f"{{{names.R}}}embed")].endswith(".png")
    assert made.members["ppt/" + arrows[vector.get(f"{{{names.R}}}embed")][3:]] == svg


def test_a_picture_can_fill_a_placeholder():
    picture = PictureShape(origin("p"), BOX, asset("red"), ph=Ph("pic", 1))
    made = written(slide(picture, layout="ppt/slideLayouts/slideLayout9.xml"))

    assert made.reopened().slides[0].placeholders[1].image.size == (16, 9)


def test_a_group_keeps_the_coordinates_of_the_slide():
    made = written(slide(Group(origin("g"), BOX, (card("a"), card("b", 3)))))

    xfrm = made.find("//p:grpSp/p:grpSpPr/a:xfrm")[0]
    assert [tuple(each.attrib.values()) for each in xfrm] == [
        ("100", "200"), ("3000", "4000"), ("100", "200"), ("3000", "4000"),
    ]  # fmt: skip


def test_shapes_stand_in_reading_order():
    made = written(slide(card("b"), connector((0, 0), (1, 1)), card("a")))

    assert [shape.name for shape in made.reopened().slides[0].shapes] == ["Title", "B", "Line", "A"]
    assert title().origin.name == "Title"
