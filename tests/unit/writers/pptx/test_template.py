"""What becomes of the template: its sample slides go, all else stays as it was."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import (
    MAIN,
    MAIN_RELS,
    TYPES,
    before,
    body,
    chain,
    relationship,
    repack,
    slide,
    typed,
    written,
)

from deckgen.model.deck import Section
from deckgen.ooxml import names
from deckgen.ooxml.archive import PackageRefused
from deckgen.ooxml.validity import faults
from deckgen.writers.pptx import write

TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
MACRO_TYPE = "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"


def retyped(kind: str) -> bytes:
    return repack(
        stock.plain(),
        {TYPES: lambda xml: xml.replace(names.TYPE_PRESENTATION.encode(), kind.encode())},
    )


def test_sample_slides_go_with_what_only_they_use():
    made = written(slide(), base=stock.with_samples())

    assert made.names("ppt/slides/") == ["ppt/slides/slide1.xml"]
    assert made.names("ppt/charts/") == []
    assert made.names("ppt/media/") == []
    assert made.names("ppt/embeddings/") == []
    assert made.names("ppt/notesSlides/") == []


def test_a_picture_that_a_layout_shares_with_a_sample_slide_stays():
    image = next(n for n in stock.Written(stock.with_samples()).members if "media" in n)
    base = repack(
        stock.with_samples(),
        {
            "ppt/slideLayouts/_rels/slideLayout7.xml.rels": relationship(
                "rId9", "image", f"../media/{image.rpartition('/')[2]}"
            )
        },
    )

    assert written(slide(), base=base).names("ppt/media/") == [image]


def test_the_notes_master_of_the_template_is_used():
    made = written(slide(notes=body("Hello")), base=stock.with_samples())

    assert made.names("ppt/notesMasters/") == ["ppt/notesMasters/notesMaster1.xml"]
    assert (
        made.members["ppt/notesMasters/notesMaster1.xml"]
        == (stock.Written(stock.with_samples()).members["ppt/notesMasters/notesMaster1.xml"])
    )


def test_parts_that_the_deck_does_not_need_stay_byte_for_byte():
    base = repack(
        stock.plain(),
        {
            "ppt/tags/tag1.xml": b'<p:tagLst xmlns:p="x"/>',
            "customXml/item1.xml": b"<own/>",
            MAIN_RELS: chain(
                relationship("rId91", "tags", "tags/tag1.xml"),
                relationship("rId92", "customXml", "../customXml/item1.xml"),
            ),
            TYPES: typed(
                "ppt/tags/tag1.xml",
                "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
            ),
        },
    )
    made = written(slide(), base=base)

    given = stock.Written(base)
    for part in ("ppt/tags/tag1.xml", "customXml/item1.xml", stock.LAYOUT, "ppt/theme/theme1.xml"):
        assert made.members[part] == given.members[part]
    assert "customXml/item1.xml" in {t.removeprefix("../") for t in made.arrows(MAIN).values()}


def test_a_second_master_stays_with_its_layout():
    base = second_master()
    made = written(slide(layout="ppt/slideLayouts/slideLayout99.xml"), base=base)

    assert len(made.reopened().slide_masters) == 2
    assert made.reopened().slides[0].slide_layout.part.partname.endswith("slideLayout99.xml")
    assert faults(made.data) == ()


def second_master() -> bytes:
    """The plain template with a copy of its master, which has one layout."""
    given = stock.Written(stock.plain())
    master = given.text("ppt/slideMasters/slideMaster1.xml")
    head, _, rest = master.partition("<p:sldLayoutIdLst>")
    tail = rest.partition("</p:sldLayoutIdLst>")[2]
    layouts = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483999" r:id="rId1"/></p:sldLayoutIdLst>'
    layout = "ppt/slideLayouts/slideLayout99.xml"
    arrows = f'<Relationships xmlns="{names.RELATIONSHIPS}"></Relationships>'
    return repack(
        stock.plain(),
        {
            "ppt/slideMasters/slideMaster2.xml": (head + layouts + tail).encode(),
            "ppt/slideMasters/_rels/slideMaster2.xml.rels": chain(
                relationship("rId1", "slideLayout", "../slideLayouts/slideLayout99.xml"),
                relationship("rId2", "theme", "../theme/theme1.xml"),
            )(arrows.encode()),
            layout: given.members[stock.LAYOUT],
            "ppt/slideLayouts/_rels/slideLayout99.xml.rels": relationship(
                "rId1", "slideMaster", "../slideMasters/slideMaster2.xml"
            )(arrows.encode()),
            MAIN_RELS: relationship("rId88", "slideMaster", "slideMasters/slideMaster2.xml"),
            MAIN: before(
                "</p:sldMasterIdLst>", '<p:sldMasterId id="2147483998" r:id="rId88"/>'
            ),
            TYPES: chain(
                typed(
                    "ppt/slideMasters/slideMaster2.xml",
                    "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
                ),
                typed(
                    layout,
                    "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
                ),
            ),
        },
    )  # fmt: skip


@pytest.mark.parametrize("kind", [TEMPLATE_TYPE, MACRO_TYPE])
def test_a_template_becomes_a_presentation(kind: str):
    made = written(slide(), base=retyped(kind))

    assert names.TYPE_PRESENTATION in made.text(TYPES)
    assert kind not in made.text(TYPES)
    assert len(made.reopened().slides) == 1


def test_macros_are_left_behind():
    base = repack(
        retyped(MACRO_TYPE),
        {
            "ppt/vbaProject.bin": b"macros",
            MAIN_RELS: relationship("rId77", names.REL_VBA, "vbaProject.bin"),
            TYPES: typed("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
        },
    )
    made = written(slide(), base=base)

    assert "ppt/vbaProject.bin" not in made.members
    assert "vbaProject" not in made.text(TYPES) + made.text(MAIN_RELS)


def test_a_jump_from_a_layout_to_a_sample_slide_is_cut():
    link = '<a:hlinkClick r:id="rId9" action="ppaction://hlinksldjump"/>'
    base = repack(
        stock.with_samples(),
        {
            stock.LAYOUT: lambda xml: xml.replace(
                b'<p:cNvPr id="2" name="Title 1"/>',
                b'<p:cNvPr id="2" name="Title 1">%s</p:cNvPr>' % link.encode(),
            ),
            "ppt/slideLayouts/_rels/slideLayout2.xml.rels": relationship(
                "rId9", "slide", "../slides/slide2.xml"
            ),
        },
    )
    assert link.encode() in stock.Written(base).members[stock.LAYOUT]

    made = written(slide(), base=base)

    assert "hlinkClick" not in made.text(stock.LAYOUT)
    assert faults(made.data, base) == ()


def test_custom_shows_and_sections_of_the_samples_are_forgotten():
    base = repack(
        stock.with_samples(),
        {
            MAIN: chain(
                lambda xml: xml.replace(
                    b"<p:defaultTextStyle>",
                    b'<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst>'
                    b'<p:sld r:id="rId7"/></p:sldLst></p:custShow></p:custShowLst>'
                    b"<p:defaultTextStyle>",
                ),
                before(
                    "</p:presentation>",
                    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
                    f'<p14:sectionLst xmlns:p14="{names.P14}"><p14:section name="Old"'
                    ' id="{AAAAAAAA-0000-4000-8000-000000000000}"><p14:sldIdLst>'
                    '<p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst>'
                    "</p:ext></p:extLst>",
                ),
            )
        },
    )
    assert b"custShowLst" in stock.Written(base).members[MAIN]

    made = written(slide(), base=base)

    assert "custShowLst" not in made.text(MAIN)
    assert "sectionLst" not in made.text(MAIN)


@pytest.mark.parametrize("prefix", ["", "pres:"], ids=["none", "another"])
def test_slides_and_sections_are_listed_whatever_prefixes_the_template_uses(prefix: str):
    def renamed(xml: bytes) -> bytes:
        declared = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
        changed = xml.replace(b"xmlns:p=", f"{declared}=".encode()).replace(
            b"xmlns:r=", b"xmlns:q="
        )
        return re.sub(rb"(</?)p:", rb"\1" + prefix.encode(), changed).replace(b" r:id", b" q:id")

    base = repack(stock.plain(), {MAIN: renamed})
    made = written(slide(), base=base, sections=(Section("a", "First", ("one",)),))

    assert [each.slide_id for each in made.reopened().slides] == [256]
    assert [each.get("name") for each in made.root(MAIN).iter(f"{{{names.P14}}}section")] == [
        "First"
    ]
    assert faults(made.data, base) == ()


def test_a_show_of_some_sample_slides_becomes_a_show_of_all():
    show = '<p:showPr><p:sldRg st="1" end="1"/></p:showPr>'
    properties = f'<p:presentationPr xmlns:p="{names.P}">{show}</p:presentationPr>'
    base = repack(stock.plain(), {"ppt/presProps.xml": properties.encode()})

    assert "sldRg" not in written(slide(), base=base).text("ppt/presProps.xml")


def test_a_wide_slide_is_no_longer_called_four_to_three():
    base = repack(
        stock.plain(), {MAIN: lambda xml: xml.replace(b'cx="9144000"', b'cx="12192000"', 1)}
    )
    assert b'type="screen4x3"' in stock.Written(base).members[MAIN]

    size = written(slide(), base=base).root(MAIN).find(f"{{{names.P}}}sldSz")

    assert dict(size.attrib) == {"cx": "12192000", "cy": "6858000"}


def test_a_true_four_to_three_keeps_its_name():
    size = written(slide()).root(MAIN).find(f"{{{names.P}}}sldSz")

    assert size.get("type") == "screen4x3"


def test_the_thumbnail_of_the_template_is_dropped():
    assert any("thumbnail" in name for name in stock.Written(stock.plain()).members)

    made = written(slide())

    assert not any("thumbnail" in name for name in made.members)
    assert "jpeg" not in made.text(TYPES)


def test_slides_repeat_the_colour_map_of_their_layout():
    mapping = (
        '<a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"'
        ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5"'
        ' accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )
    base = repack(
        stock.plain(),
        {stock.LAYOUT: lambda xml: xml.replace(b"<a:masterClrMapping/>", mapping.encode())},
    )

    assert mapping in written(slide(), base=base).slide()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        (b"PK\x03\x04 and then nothing", "not a zip"),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, words: str):
    with pytest.raises(PackageRefused, match=words):
        write(stock.deck(slide()), stock.template(data), 0)


def test_a_zip_without_a_presentation_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "hello")

    with pytest.raises(PackageRefused, match="no Office document"):
        write(stock.deck(slide()), stock.template(buffer.getvalue()), 0)
