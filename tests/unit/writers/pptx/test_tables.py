"""Native tables: full rows, spans, rules and styles."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import body, origin, slide, written

from deckgen.model.deck import Borders, Colour, Line, TableCell, TableShape
from deckgen.model.geometry import Box, Insets
from deckgen.ooxml import names
from deckgen.ooxml.validity import faults

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
RULE = Line(Colour("tx1"), 6350)


def cell(text: str, **how: object) -> TableCell:
    return TableCell(body(text), **how)  # type: ignore[arg-type]


TABLE = TableShape(
    origin("t"),
    Box(0, 0, 300, 200),
    (100, 100, 100),
    (100, 100),
    ((cell("a"), cell("b"), cell("c")), (cell("d"), cell("e"), cell("f"))),
)


def test_a_table_reads_back():
    table = written(slide(TABLE)).reopened().slides[0].shapes[1].table

    assert [[each.text for each in row.cells] for row in table.rows] == [list("abc"), list("def")]
    assert [column.width for column in table.columns] == [100, 100, 100]


def test_a_table_from_right_to_left_says_so() -> None:
    made = written(slide(replace(TABLE, rtl=True)))

    assert made.find("//a:tblPr")[0].get("rtl") == "1"


def test_its_first_row_is_marked_as_a_header():
    made = written(slide(replace(TABLE, total_row=True, header_column=True, banded=True)))

    assert dict(made.find("//a:tblPr")[0].attrib) == {
        "firstRow": "1", "firstCol": "1", "lastRow": "1", "bandRow": "1",
    }  # fmt: skip


def test_spans_run_through_the_cells_that_they_cover():
    across, down = cell("", merged_across=True), cell("", merged_down=True)
    rows = (
        (cell("a", columns=2, rows=2), across, cell("c")),
        (down, replace(across, merged_down=True), cell("f")),
    )
    made = written(slide(replace(TABLE, rows=rows)))

    assert [dict(each.attrib) for each in made.find("//a:tc")] == [
        {"gridSpan": "2", "rowSpan": "2"},
        {"rowSpan": "2", "hMerge": "1"},
        {},
        {"gridSpan": "2", "vMerge": "1"},
        {"hMerge": "1", "vMerge": "1"},
        {},
    ]
    assert faults(made.data) == ()


def test_a_cell_says_its_rules_its_fill_and_its_insets():
    look = TableCell(
        body("x", anchor="ctr", insets=Insets(1, 2, 3, 4)), Colour("bg2"), Borders(bottom=RULE)
    )
    made = written(slide(replace(TABLE, rows=((look,) * 3, (look,) * 3))))

    assert (
        '<a:tcPr marL="1" marR="3" marT="2" marB="4" anchor="ctr">'
        '<a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR>'
        '<a:lnT w="0"><a:noFill/></a:lnT>'
        '<a:lnB w="6350"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:lnB>'
        '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:tcPr>'
    ) in made.slide()


def test_a_style_is_named_only_if_the_template_has_it():
    assert "tableStyleId" not in written(slide(TABLE)).slide()


def test_the_plain_style_is_named_where_the_template_has_it():
    style = f'<a:tblStyle styleId="{PLAIN_STYLE}" styleName="No Style, No Grid"/>'
    styles = f'<a:tblStyleLst xmlns:a="{names.A}" def="{PLAIN_STYLE}">{style}</a:tblStyleLst>'
    base = stock.repack(stock.plain(), {"ppt/tableStyles.xml": styles.encode()})

    made = written(slide(TABLE), base=base)

    assert f"<a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId>" in made.slide()
