"""A talk from right to left: first things stand on the right, and lead to the left."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.place.stagehand import (
    AREA,
    BODY,
    FREE,
    HERE,
    LIST,
    TEXT,
    boxes,
    diagram,
    flat,
    items,
    named,
    pack,
    placed,
    slide,
    slot,
    words,
)

from deckgen.model.asset import Asset
from deckgen.model.blocks import (
    Block,
    Cell,
    Chart,
    Code,
    Column,
    Columns,
    Diagram,
    DiagramType,
    Gallery,
    Math,
    Node,
    Picture,
    Quotation,
    Series,
    Table,
    Text,
)
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Connector,
    MathShape,
    PlacedSlide,
    TableShape,
    TextParagraph,
)
from deckgen.model.geometry import Box, inches
from deckgen.model.outline import Prose
from deckgen.model.pack import Pack
from deckgen.place.mirroring import mirrored

STEPS = ("الصياغة", "التشاور", "التفاوض", "الاعتماد")
PIXELS = Asset("sky.png", "0", "image/png", 400, 300, b"")


def arabic(*blocks: Block, role: str = "diagram", header: str = "") -> PlacedSlide:
    """The blocks on one slide of an Arabic talk."""
    made = replace(slide(role, *blocks), header=words(header))  # type: ignore[arg-type]
    return placed(made, language="ar").slides[0]


def columns(*blocks: Block, icon: str = "") -> Columns:
    made = (Column(words(f"عمود {at}"), (each,), HERE, icon=icon) for at, each in enumerate(blocks))
    return Columns(tuple(made), HERE)


def said(page: PlacedSlide, text: str) -> TextParagraph:
    """The paragraph that says so."""
    return next(
        para
        for shape in flat(page.shapes)
        if isinstance(shape, AutoShape) and shape.text
        for para in shape.text.paragraphs
        if text in "".join(run.text for run in para.runs)
    )


def lefts(page: PlacedSlide, *names: str) -> list[int]:
    return [boxes(page, name)[0].x for name in names]


def falling(numbers: list[int]) -> bool:
    return all(one > other for one, other in pairwise(numbers))


@pytest.mark.parametrize("kind", ["process", "cards", "timeline"])
def test_the_first_node_stands_on_the_right_and_the_last_on_the_left(kind: DiagramType) -> None:
    page = arabic(diagram(kind, *STEPS))

    assert falling(lefts(page, *STEPS))


def test_the_arrows_of_a_process_point_to_the_left() -> None:
    page = arabic(diagram("process", *STEPS))
    arrows = [shape for shape in flat(page.shapes) if isinstance(shape, Connector)]

    assert all(arrow.begin[0] > arrow.end[0] for arrow in arrows)
    assert {(arrow.begin_site, arrow.end_site) for arrow in arrows} == {(1, 3)}


def test_an_arrow_ends_at_the_panel_that_it_is_glued_to() -> None:
    page = arabic(diagram("process", *STEPS))
    panels = {shape.origin.node: shape for shape in named(page, "Panel")}
    for arrow in (shape for shape in flat(page.shapes) if isinstance(shape, Connector)):
        begin, end = panels[arrow.begin_node], panels[arrow.end_node]
        assert isinstance(begin, AutoShape)
        assert isinstance(end, AutoShape)
        assert begin.box is not None
        assert end.box is not None
        assert (arrow.begin[0], arrow.end[0]) == (begin.box.x, end.box.right)


def test_time_runs_from_right_to_left_in_proportion() -> None:
    years = (1957.0, 1969.0, 1998.0)
    nodes = tuple(Node(words(f"حدث {year:.0f}"), HERE, moment=year) for year in years)
    page = arabic(Diagram("timeline", nodes, HERE, scale="proportional"))
    first, second, third = (box.x + box.cx for box in boxes(page, "Marker"))

    assert (first - second) / (second - third) == pytest.approx(12 / 29, rel=0.01)


def test_an_event_alone_has_its_date_on_the_right() -> None:
    node = Node(words("حدث"), HERE, when=words("2019"))
    page = arabic(Diagram("timeline", (node,), HERE))

    assert boxes(page, "Date")[0].x > boxes(page, "Event")[0].right


def test_the_second_step_of_a_cycle_stands_on_the_left() -> None:
    page = arabic(diagram("cycle", *STEPS))

    assert lefts(page, "التشاور")[0] < lefts(page, "الصياغة")[0] < lefts(page, "الاعتماد")[0]


def test_the_first_child_of_a_hierarchy_stands_on_the_right() -> None:
    children = tuple(Node(words(each), HERE) for each in STEPS[:2])
    page = arabic(Diagram("hierarchy", (Node(words("الجمعية"), HERE, nodes=children),), HERE))

    assert falling(lefts(page, *STEPS[:2]))


def test_a_matrix_begins_on_the_right_and_has_its_vertical_axis_there() -> None:
    axes = (words("من السهل إلى الصعب"), words("الأثر"))
    page = arabic(replace(diagram("matrix", *STEPS), axes=axes))
    (upright,) = named(page, "Vertical axis")
    (lying,) = named(page, "Horizontal axis")
    assert isinstance(upright, Connector)
    assert isinstance(lying, Connector)

    assert falling(lefts(page, "الصياغة", "التشاور"))
    assert upright.begin[0] > boxes(page, "الصياغة")[0].right
    assert lying.begin[0] > lying.end[0]


def test_what_a_pyramids_levels_mean_stands_on_their_left() -> None:
    page = arabic(diagram("pyramid", *STEPS))

    assert all(
        level.x > text.right
        for level, text in zip(boxes(page, "Level"), boxes(page, "Level text"), strict=True)
    )


def test_a_panel_has_its_number_on_the_right() -> None:
    node = Node(words("الصياغة"), HERE, number="1")
    page = arabic(Diagram("cards", (node, node), HERE))
    panel, number = boxes(page, "Panel")[0], boxes(page, "Number")[0]

    assert number.right == panel.right - pack().style.padding
    assert said(page, "1").align == "r"


def test_column_one_stands_on_the_right_with_its_icon_at_the_far_end() -> None:
    page = arabic(columns(items("أ"), items("ب"), icon="scale"), role="columns")
    first, second = boxes(page, "Column heading")
    icon = boxes(page, "Icon scale")[0]

    assert first.x > second.right
    assert second.right < icon.x < icon.right <= first.x


def test_pictures_of_a_gallery_begin_on_the_right_and_are_not_turned() -> None:
    pictures = tuple(Picture(PIXELS, f"{n}", HERE, fit="fill", focus=(0.1, 0.5)) for n in range(3))
    right_first = boxes(arabic(Gallery(pictures, HERE), role="gallery"), "Picture")
    (page,) = placed(slide("gallery", Gallery(pictures, HERE))).slides

    assert falling([box.x for box in right_first])
    assert [p.crop for p in named(page, "Picture")] == [  # type: ignore[union-attr]
        p.crop
        for p in named(arabic(Gallery(pictures, HERE), role="gallery"), "Picture")  # type: ignore[union-attr]
    ]


def test_the_rule_of_a_quotation_stands_on_its_right() -> None:
    page = arabic(columns(Quotation(words("خير الكلام"), HERE)), role="columns")

    assert boxes(page, "Rule")[0].x >= boxes(page, "Quotation")[-1].right


def test_an_english_quotation_in_an_arabic_talk_is_set_from_the_left() -> None:
    quoted = Quotation(words("Space is free"), HERE, words("Outer Space Treaty"))
    page = arabic(columns(quoted), role="columns")

    for text in ("Space is free", "Outer Space Treaty"):
        assert (said(page, text).rtl, said(page, text).align) == (False, "l")


def test_a_table_says_that_its_first_column_is_on_the_right_and_stands_there() -> None:
    row = (Cell(words("أ")), Cell(words("ب")))
    page = arabic(Table(row, (row,), HERE), role="table")
    (table,) = named(page, "Table")
    assert isinstance(table, TableShape)

    assert table.rtl
    assert table.box.right == AREA.right


def test_a_chart_turns_and_keeps_its_legend_at_the_end_of_the_line() -> None:
    pie = Chart("pie", ("أ", "ب"), (Series("س", (1.0, 2.0)),), "", HERE)
    (chart,) = named(arabic(pie, role="chart"), "Chart")
    assert isinstance(chart, ChartShape)

    assert (chart.rtl, chart.style.legend) == (True, "l")


def test_a_listing_runs_from_left_to_right_where_it_stood() -> None:
    code = Code("x = 1", HERE)
    (page,) = placed(slide("code", code)).slides
    turned = arabic(code, role="code")

    assert boxes(turned, "Listing") == boxes(page, "Listing")
    assert (said(turned, "x").rtl, said(turned, "x").align) == (False, "l")


def test_a_formula_in_a_column_stands_at_the_columns_right() -> None:
    page = arabic(columns(Math("a", HERE), items("أ")), role="columns")
    formula = next(shape for shape in flat(page.shapes) if isinstance(shape, MathShape))

    assert formula.box.right == AREA.right


def test_an_arabic_quotation_leaves_an_english_talk_as_it_is() -> None:
    quotes = columns(Quotation(words("خير الكلام"), HERE), Quotation(words("Yes"), HERE))
    (page,) = placed(slide("columns", quotes)).slides
    first, second = boxes(page, "Column heading")

    assert first.right < second.x
    assert said(page, "خير الكلام").rtl is True
    assert said(page, "Yes").rtl is None


def test_the_first_column_goes_into_the_right_placeholder() -> None:
    half = AREA.cx // 2
    sides = [Box(AREA.x, AREA.y, half, AREA.cy), Box(AREA.x + half, AREA.y, half, AREA.cy)]
    slots = (
        slot("heading", "body", 11, replace(sides[0], cy=inches(0.6))),
        slot("body", "body", 1, sides[0]),
        slot("heading2", "body", 12, replace(sides[1], cy=inches(0.6))),
        slot("body2", "body", 2, sides[1]),
    )
    two = replace(TEXT, name="Two", slots=(TEXT.slots[0], *slots))
    stage = pack()
    on = replace(stage, deck=replace(stage.deck, roles={**stage.deck.roles, "comparison": two}))
    sided = replace(columns(items("أول"), items("ثان")), compared=True)
    page = placed(slide("comparison", sided), language="ar", on=on).slides[0]
    filled = [shape for shape in page.shapes if isinstance(shape, AutoShape) and shape.ph]

    assert [shape.ph.idx for shape in filled[1:5] if shape.ph] == [12, 2, 11, 1]


def test_a_latin_name_in_a_list_stands_on_the_right_like_the_others() -> None:
    page = arabic(items("الوكالة", "UNOOSA", "2019"), role="content")

    for text in ("UNOOSA", "2019"):
        assert (said(page, text).rtl, said(page, text).align) == (True, "r")


def arabic_template() -> Pack:
    """A pack whose placeholders are meant for text from right to left."""
    body = replace(BODY, align="r", rtl=True)
    there = replace(TEXT, slots=(TEXT.slots[0], replace(LIST, levels=(body,) * 9)))
    stage = pack()
    roles = {**stage.deck.roles, "content": there}
    deck = replace(stage.deck, roles=roles, layouts=(FREE, there), turned=True)
    return replace(stage, deck=deck)


def test_an_arabic_template_is_not_told_what_it_says_itself() -> None:
    (page,) = placed(slide("content", items("أ")), language="ar", on=arabic_template()).slides

    assert (said(page, "أ").rtl, said(page, "أ").align) == (True, None)


def test_an_english_talk_in_an_arabic_template_runs_from_left_to_right() -> None:
    (page,) = placed(slide("content", items("Peace.")), on=arabic_template()).slides

    assert (said(page, "Peace").rtl, said(page, "Peace").align) == (False, "l")


def test_shapes_of_an_english_talk_in_an_arabic_template_say_their_direction() -> None:
    (page,) = placed(
        slide("diagram", diagram("cards", "Peace", "Law")), on=arabic_template()
    ).slides

    assert (said(page, "Peace").rtl, said(page, "Peace").align) == (False, "l")


def test_an_address_keeps_its_last_stroke() -> None:
    page = arabic(items("الموقع: https://www.unoosa.org/"), role="content")

    assert any(run.text.endswith("org/\u200e") for run in said(page, "unoosa").runs)


def test_a_running_header_ends_where_the_title_does() -> None:
    page = arabic(items("أ"), role="content", header="المبادئ")
    (header,) = boxes(page, "Running header")
    title = TEXT.slots[0]

    assert (header.x, header.right) == (title.box.x, title.box.right - title.insets.left)


def test_arabic_notes_are_set_from_the_right() -> None:
    made = replace(slide("content", items("أ")), notes=Prose("اشكر الحضور.", HERE))
    notes = placed(made, language="ar").slides[0].notes

    assert notes is not None
    assert [(para.rtl, para.align) for para in notes.paragraphs] == [(True, "r")]


def test_shapes_are_read_in_the_outlines_order_all_the_same() -> None:
    page = arabic(diagram("process", *STEPS))
    names = [shape.origin.name for shape in flat(page.shapes)]

    assert [name for name in names if name in STEPS] == list(STEPS)


KINDS: tuple[DiagramType, ...] = (
    "cards", "timeline", "process", "cycle", "pyramid", "hierarchy", "matrix",
)  # fmt: skip
TITLES = st.lists(
    st.sampled_from(["الفضاء", "NASA", "معاهدة 1967", "اتفاقية المسؤولية", "COPUOS، فيينا"]),
    min_size=2, max_size=6,
)  # fmt: skip


@given(st.sampled_from(KINDS), TITLES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_mirrored_diagrams_stay_in_their_area_and_off_each_other(
    kind: DiagramType, titles: list[str]
) -> None:
    made = diagram(kind, *(titles * 2)[:4]) if kind == "matrix" else diagram(kind, *titles)
    page = arabic(made)
    nodes = [
        shape.box
        for shape in flat(page.shapes)
        if not isinstance(shape, Connector)
        and shape.box is not None
        and shape.origin.node.count("/") == 2
        and not shape.origin.decorative
    ]

    assert all(AREA.x <= box.x and box.right <= AREA.right for box in nodes)
    assert not any(
        min(a.right, b.right) > max(a.x, b.x) and min(a.bottom, b.bottom) > max(a.y, b.y)
        for a, b in combinations(nodes, 2)
    )


@given(st.sampled_from(KINDS), TITLES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_mirrored_twice_stands_where_it_stood(kind: DiagramType, titles: list[str]) -> None:
    made = diagram(kind, *(titles * 2)[:4]) if kind == "matrix" else diagram(kind, *titles)
    shapes = arabic(made).shapes[1:]

    assert mirrored(mirrored(shapes, AREA), AREA) == shapes


def test_a_text_beside_a_chart_changes_sides_with_it() -> None:
    chart = Chart("bar", ("أ",), (Series("س", (1.0,)),), "", HERE)
    page = arabic(columns(Text("body", (words("نص"),), HERE), chart), role="columns")
    (drawn,) = boxes(page, "Chart")

    assert drawn.right < boxes(page, "Column heading")[0].x
