"""What stands around placeholders: logos, bands and grounds, and how text keeps clear of them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.model.pack import DeckTemplate
from deckgen.ooxml.archive import write_archive
from deckgen.ooxml.package import Package
from deckgen.packs.template import read_template

WIDTH, HEIGHT = 12_192_000, 6_858_000
LAYOUT = "ppt/slideLayouts/slideLayout1001.xml"


def adopt(data: bytes) -> DeckTemplate:
    found = Diagnostics()
    deck = read_template(data, "odd.pptx", {}, found)
    assert deck is not None, list(found)
    return deck


def decorated(data: bytes, box: tuple[int, int, int, int], fill: str = "203040") -> bytes:
    """The template with a filled shape (its box in hundredths of the slide) on its layout."""
    x, y, cx, cy = (
        share * side // 100 for share, side in zip(box, (WIDTH, HEIGHT) * 2, strict=True)
    )
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></p:spPr></p:sp><p:sp>'
    )
    package = Package.open(data)
    parts = {part: package.read(part) for part in package.members}
    parts[LAYOUT] = parts[LAYOUT].replace(b"<p:sp>", shape.encode(), 1)
    return write_archive(parts)


def one(odd: SimpleNamespace, *holders: object, background: str = "") -> bytes:
    sheet = odd.Sheet("Inhalt", holders or (odd.TITLE, odd.BODY), background=background)
    data: bytes = odd.make([(odd.MASTER, [sheet])])
    return data


def test_a_title_keeps_clear_of_a_logo_at_its_end(odd: SimpleNamespace) -> None:
    (layout,) = adopt(decorated(one(odd), (80, 5, 15, 10))).layouts
    title = layout.slot("title")
    assert title is not None
    assert title.moved
    assert title.box.right <= WIDTH * 80 // 100


def test_shapes_keep_clear_of_a_band_at_the_foot(odd: SimpleNamespace) -> None:
    data = decorated(one(odd), (0, 85, 100, 15))
    assert adopt(data).layouts[0].area.bottom <= HEIGHT * 85 // 100


def test_a_placeholder_that_leaves_the_slide_is_drawn_in(odd: SimpleNamespace) -> None:
    wide = odd.Ph("obj", 1, (-5, 25, 120, 65))
    body = adopt(one(odd, odd.TITLE, wide)).layouts[0].slot("body")
    assert body is not None
    assert (body.moved, body.box.x, body.box.right) == (True, 0, WIDTH)


def test_a_placeholder_off_the_slide_is_none(odd: SimpleNamespace) -> None:
    note = odd.Ph("body", 7, (110, 10, 20, 20))
    (layout,) = adopt(one(odd, odd.TITLE, odd.BODY, note)).layouts
    assert [slot.idx for slot in layout.slots] == [0, 1]


def test_a_body_below_a_title_that_covers_its_head_begins_there(odd: SimpleNamespace) -> None:
    title = odd.Ph("title", 0, (7, 6, 86, 34))
    (layout,) = adopt(one(odd, title, odd.BODY)).layouts
    title_slot, body = layout.slot("title"), layout.slot("body")
    assert title_slot is not None
    assert body is not None
    assert body.box.y == title_slot.box.bottom


@pytest.mark.parametrize(("fill", "ink"), [("101010", "bg1"), ("FFFFFF", "tx1"), ("FDFDFD", "tx1")])
def test_text_on_a_ground_knows_what_reads_there(odd: SimpleNamespace, fill: str, ink: str) -> None:
    ground = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
    body = adopt(one(odd, background=ground)).layouts[0].slot("body")
    assert body is not None
    assert body.levels[0].ink == ink
    assert (body.levels[0].contrast < 4.5) == (ink == "bg1")


def test_text_on_a_band_is_judged_by_the_band(odd: SimpleNamespace) -> None:
    (layout,) = adopt(decorated(one(odd), (0, 0, 100, 22), fill="000000")).layouts
    title, body = layout.slot("title"), layout.slot("body")
    assert title is not None
    assert body is not None
    assert title.levels[0].ink == "bg1"
    assert body.levels[0].ink == "tx1"


def test_what_towers_over_the_title_is_a_number(odd: SimpleNamespace) -> None:
    large = '<a:lvl1pPr><a:defRPr sz="9600"/></a:lvl1pPr>'
    low, beside = odd.Ph("title", 0, (7, 42, 50, 28)), odd.Ph("body", 1, (65, 30, 25, 40), large)
    (layout,) = adopt(one(odd, low, beside)).layouts[:1]
    assert [slot.role for slot in layout.slots] == ["title", "ordinal"]


def test_given_masters_stay_as_they_are_when_layouts_are_added(odd: SimpleNamespace) -> None:
    given = odd.make([(odd.MASTER, [odd.Sheet("Empty")])])
    before, after = Package.open(given), Package.open(adopt(given).data)
    kept = [part for part in before.members if part not in ("ppt/presentation.xml",)]
    changed = [
        part
        for part in kept
        if part.startswith("ppt/") and "_rels/presentation" not in part
        if before.read(part) != after.read(part)
    ]
    assert changed == []


@pytest.mark.parametrize(("title", "added"), [((7, 42, 86, 28), True), ((7, 6, 86, 14), False)])
def test_layouts_are_added_where_none_has_room(
    odd: SimpleNamespace, title: tuple[int, int, int, int], added: bool
) -> None:
    deck = adopt(one(odd, odd.Ph("title", 0, title)))
    assert (len(deck.layouts) > 1) is added
    assert deck.roles["content"].area.cy > HEIGHT * 0.3
