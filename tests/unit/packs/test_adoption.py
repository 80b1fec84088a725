"""Templates of others: what their placeholders and layouts are taken for."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.geometry import Box
from deckgen.model.pack import DeckTemplate
from deckgen.ooxml.archive import write_archive
from deckgen.ooxml.package import Package
from deckgen.packs.roles import ROLES, Choice
from deckgen.packs.template import read_template


def adopt(data: bytes, by_hand: dict[str, Choice] | None = None) -> DeckTemplate:
    found = Diagnostics()
    deck = read_template(data, "odd.pptx", by_hand or {}, found)
    assert list(found) == []
    assert deck is not None
    return deck


@pytest.fixture
def usual(odd: SimpleNamespace) -> list[object]:
    """PowerPoint's own layouts, without their types, in German."""
    ph, sheet = odd.Ph, odd.Sheet
    left, right = (7, 25, 42, 65), (51, 25, 42, 65)
    heads = ((7, 22, 42, 9), (51, 22, 42, 9))
    below = ((7, 33, 42, 57), (51, 33, 42, 57))
    title = odd.TITLE
    opening = (ph("ctrTitle", 0, (12, 16, 75, 35)), ph("subTitle", 1, (12, 53, 75, 24)))
    low = ph("title", 0, (7, 42, 86, 28))
    return [
        sheet("Titelfolie", opening),
        sheet("Titel und Inhalt", (title, odd.BODY)),
        sheet("Abschnitts-Überschrift", (low, ph("body", 1, (7, 72, 86, 20)))),
        sheet("Zwei Inhalte", (title, ph("obj", 1, left), ph("obj", 2, right))),
        sheet(
            "Vergleich",
            (
                title,
                ph("body", 1, heads[0]), ph("obj", 2, below[0]),
                ph("body", 3, heads[1]), ph("obj", 4, below[1]),
            ),
        ),
        sheet("Nur Titel", (title,)),
        sheet("Bild mit Text", (title, ph("pic", 1, left), ph("body", 2, right))),
        sheet("Leer"),
    ]  # fmt: skip


EXPECTED = {
    "title": "Titelfolie",
    "content": "Titel und Inhalt",
    "section": "Abschnitts-Überschrift",
    "columns": "Zwei Inhalte",
    "comparison": "Vergleich",
    "diagram": "Nur Titel",
    "picture": "Bild mit Text",
}


def test_roles_are_found_without_types(odd: SimpleNamespace, usual: list[object]) -> None:
    deck = adopt(odd.make([(odd.MASTER, usual)]))
    assert {role: deck.roles[role].name for role in EXPECTED} == EXPECTED


def test_roles_are_found_without_types_and_names(
    odd: SimpleNamespace, usual: list[SimpleNamespace]
) -> None:
    nameless = [odd.Sheet(f"Layout {at}", each.holders) for at, each in enumerate(usual)]
    deck = adopt(odd.make([(odd.MASTER, nameless)]))
    numbers = {each.name: at for at, each in enumerate(usual)}
    for role, name in EXPECTED.items():
        assert deck.roles[role].name == f"Layout {numbers[name]}", role


def test_every_role_is_served_and_says_why(odd: SimpleNamespace, usual: list[object]) -> None:
    deck = adopt(odd.make([(odd.MASTER, usual)]))
    assert set(deck.roles) >= set(ROLES)
    assert all(deck.reasons[role] for role in ROLES)
    assert {"quote", "statement", "agenda", "closing"} <= deck.fallbacks
    assert not {"table", "chart", "content", "title"} & deck.fallbacks


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("目录", "agenda"),
        ("جدول الأعمال", "agenda"),
        ("Inhaltsverzeichnis", "agenda"),
        ("Zitat", "quote"),
        ("Cita con autor", "quote"),
        ("引用", "quote"),
        ("Vielen Danke", "closing"),
        ("谢谢", "closing"),
        ("Big statement", "statement"),
    ],
)
def test_names_in_many_languages_are_understood(odd: SimpleNamespace, name: str, role: str) -> None:
    layouts = [
        odd.Sheet("Titel und Inhalt", (odd.TITLE, odd.BODY), type="obj"),
        odd.Sheet(name, (odd.TITLE, odd.BODY)),
    ]
    deck = adopt(odd.make([(odd.MASTER, layouts)]))
    assert deck.roles[role].name == name
    assert deck.roles["content"].name == "Titel und Inhalt"


def test_a_name_without_the_placeholders_it_promises_is_no_use(odd: SimpleNamespace) -> None:
    layouts = [
        odd.Sheet("Comparison", (odd.TITLE,)),
        odd.Sheet("Inhalt", (odd.TITLE, odd.BODY)),
    ]
    deck = adopt(odd.make([(odd.MASTER, layouts)]))
    assert "comparison" in deck.fallbacks
    assert deck.roles["content"].name == "Inhalt"


def test_the_layout_chosen_by_hand_wins(odd: SimpleNamespace, usual: list[object]) -> None:
    deck = adopt(odd.make([(odd.MASTER, usual)]), {"content": Choice("nur titel", None)})
    assert deck.roles["content"].name == "Nur Titel"
    assert deck.reasons["content"] == "chosen in pack.yaml"


def test_an_unknown_layout_chosen_by_hand_is_an_error(
    odd: SimpleNamespace, usual: list[object]
) -> None:
    found = Diagnostics()
    choice = Choice("Nur Titl", Span("pack.yaml", 3, 12))
    read_template(odd.make([(odd.MASTER, usual)]), "odd.pptx", {"content": choice}, found)
    (finding,) = found
    assert (finding.code, finding.hint) == ("unknown-layout", "Did you mean 'Nur Titel'?")


def test_the_first_master_with_anything_to_fill_serves(odd: SimpleNamespace) -> None:
    useful = [odd.Sheet("Inhalt", (odd.TITLE, odd.BODY))]
    deck = adopt(odd.make([(odd.MASTER, [odd.Sheet("Empty")]), (odd.MASTER, useful)]))
    assert deck.roles["content"].name == "Inhalt"
    assert [layout.name for layout in deck.layouts] == ["Empty", "Inhalt"]


@pytest.mark.parametrize("layouts", [[], ["Decoration"]])
def test_a_template_with_nothing_to_fill_gets_plain_layouts(
    odd: SimpleNamespace, layouts: list[str]
) -> None:
    sheets = [odd.Sheet(name) for name in layouts]
    deck = adopt(odd.make([(odd.MASTER, sheets)]))
    assert [deck.roles[role].name for role in ("title", "content", "diagram")] == [
        "Title slide",
        "Title and content",
        "Title only",
    ]
    again = adopt(deck.data)
    assert [layout.part for layout in again.layouts] == [layout.part for layout in deck.layouts]


def test_places_are_inherited_from_the_master(odd: SimpleNamespace) -> None:
    layout = odd.Sheet("Inhalt", (odd.Ph("title"), odd.Ph("obj", 14)))
    deck = adopt(odd.make([(odd.MASTER, [layout])]))
    width, height = deck.size
    body = deck.roles["content"].slot("body")
    assert body is not None
    assert body.box == Box(
        width * 7 // 100, height * 25 // 100, width * 86 // 100, height * 65 // 100
    )


def test_text_styles_are_inherited_level_by_level(odd: SimpleNamespace) -> None:
    style = '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr b="1"/></a:lvl1pPr>'
    layout = odd.Sheet("Inhalt", (odd.TITLE, odd.Ph("body", 1, (7, 25, 86, 65), style)))
    body = adopt(odd.make([(odd.MASTER, [layout])])).roles["content"].slot("body")
    assert body is not None
    level = body.levels[0]
    assert (level.size, level.bold, level.bullet, level.margin_left) == (24, True, "", 0)
    assert len(body.levels) == 9


@pytest.mark.parametrize(
    "size", [(9_144_000, 6_858_000), (6_858_000, 9_144_000), (10_692_000, 15_120_000)]
)
def test_the_area_lies_below_the_title_on_any_slide(
    odd: SimpleNamespace, usual: list[object], size: tuple[int, int]
) -> None:
    deck = adopt(odd.make([(odd.MASTER, usual)], size))
    layout = deck.roles["diagram"]
    title = layout.slot("title")
    assert title is not None
    assert layout.area.y >= title.box.bottom
    assert layout.area.bottom <= size[1]
    assert layout.area.cy > size[1] // 2


def test_a_line_below_the_title_leaves_the_area_free(odd: SimpleNamespace) -> None:
    lead = odd.Ph("body", 10, (7, 20, 86, 8))
    layouts = [odd.Sheet("General", (odd.TITLE, lead)), odd.Sheet("Text", (odd.TITLE, odd.BODY))]
    layout = adopt(odd.make([(odd.MASTER, layouts)])).layouts[0]
    slot = layout.slot("lead")
    assert slot is not None
    assert layout.area.y >= slot.box.bottom


def test_lines_are_told_by_where_they_stand(odd: SimpleNamespace) -> None:
    ph = odd.Ph
    layout = odd.Sheet(
        "Image",
        (
            ph("title", 0, (7, 12, 86, 10)),
            ph("body", 10, (7, 4, 86, 5)),
            ph("pic", 11, (7, 25, 86, 50)),
            ph("body", 12, (7, 77, 86, 5)),
            ph("body", 13, (7, 90, 86, 5)),
        ),
    )
    deck = adopt(odd.make([(odd.MASTER, [layout])]))
    roles = [slot.role for slot in deck.layouts[0].slots]
    assert roles == ["title", "header", "picture", "caption", "source"]


SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="404040"/></a:gs></a:gsLst></a:gradFill>'
)


@pytest.mark.parametrize(
    ("fill", "background", "ink"),
    [
        (SOLID.format("102030"), "102030", "FFFFFF"),
        (SOLID.format("F0F0E0"), "F0F0E0", "000000"),
        (GRADIENT, "202020", "FFFFFF"),
        (
            '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>'
            "</a:solidFill>",
            "808080",
            "000000",
        ),
    ],
)
def test_ground_and_ink(odd: SimpleNamespace, fill: str, background: str, ink: str) -> None:
    layout = odd.Sheet("Nur Titel", (odd.TITLE,), background=fill)
    found = adopt(odd.make([(odd.MASTER, [layout])])).layouts[0]
    assert (found.background, found.ink) == (background, ink)
    assert found.dark == (ink == "FFFFFF")


def test_a_layout_that_turns_the_colours_over(odd: SimpleNamespace) -> None:
    slots = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7))
    turned = f'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {slots} hlink="hlink" folHlink="folHlink"'
    fill = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    layout = odd.Sheet("Nur Titel", (odd.TITLE,), background=fill, override=turned)
    found = adopt(odd.make([(odd.MASTER, [layout])])).layouts[0]
    assert (found.background, found.colours["tx1"], found.dark) == ("000000", "FFFFFF", True)


def test_more_than_a_hundred_layouts_are_read(odd: SimpleNamespace) -> None:
    many = [odd.Sheet(f"Layout {at}", (odd.TITLE, odd.BODY)) for at in range(130)]
    deck = adopt(odd.make([(odd.MASTER, many)]))
    assert len(deck.layouts) == 130
    assert deck.roles["content"].name == "Layout 0"


@pytest.mark.parametrize("value", ["", "x", "-1", "1e999", "nan", "50%", "9" * 30])
def test_senseless_numbers_count_as_missing(
    odd: SimpleNamespace, usual: list[object], value: str
) -> None:
    package = Package.open(odd.make([(odd.MASTER, usual)]))
    spoilt = {
        part: re.sub(
            rb'\b(x|y|cx|cy|idx|sz|marL|indent)="[^"]*"', rb'\1="%b"' % value.encode(), data
        )
        for part in package.members
        if (data := package.read(part))
    }
    deck = adopt(write_archive(spoilt))
    assert set(deck.roles) >= set(ROLES)
    for layout in deck.layouts:
        assert layout.area.cx > 0
        assert layout.area.cy > 0


@pytest.mark.parametrize("data", [b"", b"PK", b"no template at all"])
def test_what_is_no_template_is_refused(data: bytes) -> None:
    found = Diagnostics()
    assert read_template(data, "odd.pptx", {}, found) is None
    (finding,) = found
    assert finding.code == "bad-template"
    assert finding.hint


def test_a_word_document_is_refused() -> None:
    from docx import Document

    file = io.BytesIO()
    Document().save(file)
    found = Diagnostics()
    assert read_template(file.getvalue(), "odd.pptx", {}, found) is None
    assert found.failed


def test_a_cover_is_known_by_its_name_and_a_line(odd: SimpleNamespace) -> None:
    line = odd.Ph("body", 11, (7, 60, 50, 6))
    cover = odd.Sheet("Cover_Dark", (odd.Ph("title", 0, (7, 30, 60, 25)), line))
    content = odd.Sheet("Inhalt", (odd.TITLE, odd.BODY))
    deck = adopt(odd.make([(odd.MASTER, [content, cover])]))
    assert deck.roles["title"].name == "Cover_Dark"
    assert deck.roles["title"].slot("subtitle") is not None


def test_a_list_of_everything_wants_one_body(odd: SimpleNamespace) -> None:
    numbers = tuple(odd.Ph("obj", at, (7, 20 + 12 * at, 40, 10)) for at in range(1, 6))
    agenda = odd.Sheet("Agenda", (odd.TITLE, *numbers))
    content = odd.Sheet("Inhalt", (odd.TITLE, odd.BODY))
    deck = adopt(odd.make([(odd.MASTER, [content, agenda])]))
    assert deck.roles["agenda"].name == "Inhalt"


def test_sizes_that_a_template_only_shows_are_said(odd: SimpleNamespace) -> None:
    data = odd.make([(odd.MASTER, [odd.Sheet("Inhalt", (odd.TITLE, odd.BODY))])])
    package = Package.open(data)
    parts = {part: package.read(part) for part in package.members}
    master = "ppt/slideMasters/slideMaster1.xml"
    head, _, _ = parts[master].partition(b"<p:txStyles>")
    shown = b'<a:p><a:pPr algn="ctr"/><a:endParaRPr sz="3300"/></a:p>'
    parts[master] = head.replace(b"<a:p/>", shown) + b"</p:sldMaster>"
    title = adopt(write_archive(parts)).layouts[0].slot("title")
    assert title is not None
    level = title.levels[0]
    assert (level.size, level.align, level.unsaid) == (33, "ctr", True)
