"""The gate for presentations: what Office would refuse or repair is found and named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import (
    MAIN,
    MAIN_RELS,
    TYPES,
    before,
    body,
    card,
    origin,
    relationship,
    repack,
    slide,
    typed,
    written,
)

from deckgen.model.blocks import Series
from deckgen.model.deck import (
    ChartShape,
    ChartStyle,
    Colour,
    Connector,
    Line,
    Reveal,
    Section,
    TableCell,
    TableShape,
)
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.archive import read_archive, write_archive
from deckgen.ooxml.package import Package
from deckgen.ooxml.validity import Seen, examined, faults

SLIDE = "ppt/slides/slide1.xml"
SLIDE_ARROWS = "ppt/slides/_rels/slide1.xml.rels"
NOTES_ARROWS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
CHART_ARROWS = "ppt/charts/_rels/chart1.xml.rels"
BOX = Box(0, 0, 90, 90)
LOOK = ChartStyle((Colour("accent1"),), Colour("tx1"), Colour("bg2"))
CHART = ChartShape(origin("c"), BOX, "column", ("a",), (Series("s", (1.0,)),), LOOK)
CELL = TableCell(body("x"))
TABLE = TableShape(origin("t"), BOX, (45, 45), (90,), ((CELL, CELL),))
LINE = Connector(origin("l"), (0, 0), (9, 9), Line(Colour("tx1")), begin_node="a")


def sound() -> bytes:
    return written(
        slide(card("a"), LINE, CHART, TABLE, notes=body("x"), reveals=(Reveal("a"),)),
        slide(name="two"),
        sections=(Section("s", "All", ("one", "two")),),
    ).data


def swap(old: str, new: str, count: int = 1) -> Callable[[bytes], bytes]:
    """A change that replaces text, and complains when there is none to replace."""

    def change(content: bytes) -> bytes:
        changed = re.sub(old, new, content.decode(), count=count).encode()
        assert changed != content, f"nothing matches {old}"
        return changed

    return change


def rewritten(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package as this project writes it, with members changed."""
    contents = {name: member.read() for name, member in read_archive(data).items()}
    changed = {name: change(contents[name]) for name, change in changes.items()}
    return write_archive(contents | changed)


def lower_guid(content: bytes) -> bytes:
    return re.sub(rb'(name="All" id=")([^"]*)', lambda found: found[1] + found[2].lower(), content)


def test_a_sound_deck_has_no_faults():
    assert faults(sound()) == ()


FAULTS: list[tuple[str, Callable[[bytes], bytes], str]] = [
    (TYPES, typed("ppt/ghost.xml", "x/y"), "gives a type to ppt/ghost.xml, which is not there"),
    (TYPES, swap(r'<Default Extension="rels"[^>]*/>', ""), "has no content type"),
    (MAIN_RELS, relationship("rId999", "theme", "gone.xml"), "leads to ppt/gone.xml, which"),
    (
        MAIN_RELS,
        relationship("rId1", "theme", "theme/theme1.xml"),
        "two relationships called rId1",
    ),
    (MAIN, swap(r' id="257"', ' id="256"'), "gives two slides the same id"),
    (MAIN, swap(r'<p:sldId id="257"', '<p:sldId id="12"'), "outside 256 to"),
    (MAIN, swap(r'(<p:sldId id="257" r:id=")[^"]*', r"\1rId1"), "no relationship leads to"),
    (
        MAIN,
        swap(r'<p14:sldId id="257"', '<p14:sldId id="999"'),
        "the slide 999, which is not there",
    ),
    (MAIN, swap(r'<p14:sldId id="257"/>', ""), "the slide 257 is in none"),
    (MAIN, swap(r'<p14:sldId id="257"', '<p14:sldId id="256"'), "a slide in two sections"),
    (MAIN, lower_guid, "upper case"),
    (MAIN, swap("<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""), "names no notes master"),
    (NOTES_ARROWS, swap("relationships/slide", "relationships/x"), "leads to no slide"),
    (SLIDE_ARROWS, swap("relationships/slideLayout", "relationships/x"), "has 0 layouts"),
    (SLIDE, swap('r:id="rId3"', 'r:id="rId77"'), "uses the relationship rId77"),
    (SLIDE, swap('<p:cNvPr id="3"', '<p:cNvPr id="2"'), "two shapes with one id"),
    (SLIDE, swap('<p:cNvPr id="6"', '<p:cNvPr id="-6"'), "without a positive id"),
    (SLIDE, swap('<a:stCxn id="3"', '<a:stCxn id="33"'), "a:stCxn to the shape 33"),
    (SLIDE, swap('<p:spTgt spid="3"', '<p:spTgt spid="44"'), "p:spTgt to the shape 44"),
    (SLIDE, swap('<p:ph type="title"/>', '<p:ph idx="71"/>'), "the placeholder obj 71, which"),
    (SLIDE, swap('<p:ph type="title"/>', '<p:ph type="hdr"/>'), "the placeholder hdr 0, which"),
    (SLIDE, swap("<a:tc>.*?</a:tc>", ""), "does not fill the grid of 2 columns"),
    (
        SLIDE,
        swap("<a:lstStyle/><a:p>.*?</a:p></p:txBody>", "<a:lstStyle/></p:txBody>"),
        "without a paragraph",
    ),
    (SLIDE, swap("<a:t>Word", "<a:t>Wo\x0brd"), "a character that XML does not allow"),
    (SLIDE, swap("<a:t>Word", "<a:t>Wo&#x1F;rd"), "a character that XML does not allow"),
    (SLIDE, swap("<a:t>Word", "<a:t>Wo\uffffrd"), "a character that XML does not allow"),
    (
        "ppt/charts/chart1.xml",
        swap("<c:externalData.*</c:externalData>", ""),
        "has no workbook",
    ),
    (CHART_ARROWS, swap("relationships/package", "relationships/x"), "has no workbook"),
    ("ppt/charts/chart1.xml", swap('<c:axId val="', '<c:axId val="-'), "a negative axis id"),
    (MAIN, swap(r'<p:sldId id="257"[^>]*>', ""), "does not list every slide"),
    (
        TYPES,
        swap('<Override PartName="/ppt/slides/slide1.xml"[^>]*>', ""),
        "slide1.xml is a slide, but",
    ),
    (
        TYPES,
        swap('<Override PartName="/ppt/charts/chart1.xml"[^>]*>', ""),
        "chart1.xml is a chart, but",
    ),
    (TYPES, swap('<Override PartName="/ppt/notesSlides/[^>]*>', ""), "is a notesSlide, but"),
    (SLIDE, swap("<a:t>Word", "<a:t>Wo & rd"), "is not well formed"),
    (SLIDE, swap("</p:cSld>", ""), "is not well formed"),
    (SLIDE, swap("<a:t>Word", "<q:x/><a:t>Word"), "is not well formed"),
    (SLIDE, swap("<p:sld ", '<p:sld mc:Ignorable="w99" '), "the prefix w99, which it does not"),
    (
        SLIDE,
        swap("(<p:spPr>.*?</p:spPr>)(<p:txBody>.*?</p:txBody>)", r"\2\1"),
        "spPr out of its order in sp",
    ),
    (SLIDE, swap("(<a:rPr[^>]*>.*?)(<a:t>.*?</a:t>)", r"\2\1"), "rPr out of its order in r"),
    (SLIDE, swap("</a:r>", "</a:r><a:pPr/>"), "pPr out of its order in p"),
    (
        SLIDE,
        swap("(<a:tblGrid>.*?</a:tblGrid>)(.*?)</a:tbl>", r"\2\1</a:tbl>"),
        "tblGrid out of its order in tbl",
    ),
    (
        SLIDE,
        swap("<a:lstStyle/>", "<a:lstStyle/><a:lstStyle/>"),
        "lstStyle out of its order in txBody",
    ),
    (
        "ppt/charts/chart1.xml",
        swap("(<c:cat>.*?</c:cat>)(<c:val>.*?</c:val>)", r"\2\1"),
        "cat out of its order in ser",
    ),
    (SLIDE, swap(r'<a:ext cx="\d+"', '<a:ext cx="-5"'), "a:ext that is negative"),
    (SLIDE, swap(r'<a:gridCol w="\d+"', '<a:gridCol w="-5"'), "a:gridCol that is negative"),
    (SLIDE, swap("<a:rPr ", '<a:rPr sz="40" '), "text of the size 40"),
]


@pytest.mark.parametrize(("part", "change", "words"), FAULTS)
def test_a_fault_is_named(part: str, change: Callable[[bytes], bytes], words: str):
    found = faults(repack(sound(), {part: change}))

    assert any(words in each for each in found), found


@pytest.mark.parametrize(("part", "change", "words"), FAULTS)
def test_a_fault_is_named_in_a_file_like_one_that_was_sound(
    part: str, change: Callable[[bytes], bytes], words: str
):
    seen = Seen()
    assert examined(rewritten(sound(), {}), seen=seen).faults == ()
    broken = rewritten(sound(), {part: change})

    assert examined(broken, seen=seen).faults == faults(broken)
    assert any(words in each for each in faults(broken))


def test_of_a_file_like_the_last_only_what_differs_is_read(monkeypatch: pytest.MonkeyPatch):
    seen = Seen()
    examined(rewritten(sound(), {}), stock.plain(), seen)
    changed = rewritten(sound(), {SLIDE: swap("<a:t>Word", "<a:t>Another")})
    read: list[str] = []

    def noted(package: Package, part: str) -> bytes:
        read.append(part)
        return package.members[part].read()

    monkeypatch.setattr(Package, "read", noted)

    assert examined(changed, stock.plain(), seen).faults == ()
    assert read == [SLIDE]


def test_a_reference_to_a_line_end_is_no_fault():
    assert faults(repack(sound(), {SLIDE: swap("<a:t>Word", "<a:t>Wo&#10;rd&#9;")})) == ()


def test_a_formula_and_its_fallback_may_share_an_id():
    given = written(slide(card("a"))).data
    wrapped = (
        f'<mc:AlternateContent xmlns:mc="{names.MC}" xmlns:a14="{names.A14}">'
        '<mc:Choice Requires="a14">\\1</mc:Choice>'
        "<mc:Fallback>\\1</mc:Fallback></mc:AlternateContent>"
    )

    assert (
        faults(repack(given, {SLIDE: swap('(<p:sp><p:nvSpPr><p:cNvPr id="3".*?</p:sp>)', wrapped)}))
        == ()
    )


def test_what_was_wrong_in_the_template_is_not_held_against_the_deck():
    arrows = "ppt/slideLayouts/_rels/slideLayout5.xml.rels"
    base = repack(stock.plain(), {arrows: relationship("rId9", "image", "../media/gone.png")})
    made = written(slide(), base=base).data

    assert faults(made, base) == ()
    assert any("gone.png" in each for each in faults(made))


def test_a_relationship_of_the_presentation_to_nothing_is_left_out():
    base = repack(
        stock.plain(), {MAIN_RELS: relationship("rId91", "printerSettings", "printer.bin")}
    )

    assert faults(written(slide(), base=base).data, base) == ()


def test_what_is_no_package_is_a_fault():
    assert faults(b"not a zip") == ("the file is not a zip archive, or it is truncated",)


def test_a_layout_is_asked_for_by_the_kind_of_title():
    opening = replace(slide(), layout="ppt/slideLayouts/slideLayout1.xml")

    assert "ctrTitle" in stock.Written(stock.plain()).text(opening.layout)
    assert faults(written(opening).data) == ()


def test_a_custom_show_does_not_hide_behind_the_slides():
    broken = repack(sound(), {MAIN: before("</p:sldIdLst>", '<p:sldId id="300" r:id="rId9999"/>')})

    assert any("no relationship leads to" in each for each in faults(broken))
