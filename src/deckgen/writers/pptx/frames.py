"""Graphic frames: tables and charts (ECMA-376 part 1, clauses 21.1.3 and 21.2)."""

from __future__ import annotations

from functools import lru_cache

from deckgen.model.deck import Borders, ChartShape, Colour, TableCell, TableShape
from deckgen.ooxml import names
from deckgen.ooxml.charts import chart_xml, workbook
from deckgen.ooxml.drawing import fill, line, transform
from deckgen.ooxml.package import Relationship
from deckgen.writers.pptx.page import Page, beside
from deckgen.writers.pptx.text import paragraphs

# PowerPoint's "No Style, No Grid": the cells' own fills and rules then stand alone.
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def table(shape: TableShape, non_visual: str, placeholder: str, page: Page) -> str:
    """A native table with every cell of its grid."""
    flags = "".join(
        f' {name}="1"'
        for name, on in (
            ("rtl", shape.rtl),
            ("firstRow", shape.header_row),
            ("firstCol", shape.header_column),
            ("lastRow", shape.total_row),
            ("bandRow", shape.banded),
        )
        if on
    )
    style = ""
    if _PLAIN_STYLE in page.store.table_styles:
        style = f"<a:tableStyleId>{_PLAIN_STYLE}</a:tableStyleId>"
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in shape.widths)
    rows = "".join(
        f'<a:tr h="{height}">{cells}</a:tr>'
        for height, cells in zip(shape.heights, _rows(shape, page), strict=True)
    )
    return _frame(
        shape,
        non_visual,
        placeholder,
        "http://schemas.openxmlformats.org/drawingml/2006/table",
        f"<a:tbl><a:tblPr{flags}>{style}</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>",
    )


def chart(shape: ChartShape, non_visual: str, placeholder: str, page: Page) -> str:
    """A native chart; its part and its workbook are put into the store."""
    draft = page.store.draft
    part, sheet = page.store.next_chart(), page.store.next_workbook()
    draft.put(part, chart_xml(shape, "rId1"), names.TYPE_CHART)
    draft.put_media(sheet, workbook(shape), names.TYPE_WORKBOOK)
    draft.put_relationships(part, [Relationship("rId1", names.REL_EMBEDDED, sheet)])
    arrow = page.arrows.to(names.REL_CHART, beside(part))
    reference = f'<c:chart xmlns:c="{names.C}" r:id="{arrow}"/>'
    return _frame(shape, non_visual, placeholder, names.C, reference)


def _frame(
    shape: TableShape | ChartShape, non_visual: str, placeholder: str, uri: str, content: str
) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{non_visual}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"{placeholder}</p:nvGraphicFramePr>{transform(shape.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def _rows(shape: TableShape, page: Page) -> list[str]:
    """The cells of each row. A covered cell repeats the span that runs through it."""
    above: list[TableCell | None] = [None] * len(shape.widths)
    rows = []
    for row in shape.rows:
        cells = []
        anchor: TableCell | None = None
        for column, cell in enumerate(row):
            spans = ""
            if cell.merged_down and (over := above[column]) is not None:
                spans = _span("gridSpan", over.columns if not cell.merged_across else 1)
            elif cell.merged_across and anchor is not None:
                spans = _span("rowSpan", anchor.rows)
            elif not cell.merged_across:
                anchor = cell
                spans = _span("gridSpan", cell.columns) + _span("rowSpan", cell.rows)
            if not cell.merged_down:
                above[column] = anchor
            cells.append(_cell(cell, spans, page))
        rows.append("".join(cells))
    return rows


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _cell(cell: TableCell, spans: str, page: Page) -> str:
    covered = (' hMerge="1"' if cell.merged_across else "") + (
        ' vMerge="1"' if cell.merged_down else ""
    )
    insets, anchor = "", ""
    if (margin := cell.text.insets) is not None:
        insets = (
            f' marL="{margin.left}" marR="{margin.right}"'
            f' marT="{margin.top}" marB="{margin.bottom}"'
        )
    if cell.text.anchor is not None:
        anchor = f' anchor="{cell.text.anchor}"'
    return (
        f"<a:tc{spans}{covered}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.text, page)}"
        f"</a:txBody><a:tcPr{insets}{anchor}>{_looks(cell.borders, cell.fill)}</a:tcPr></a:tc>"
    )


@lru_cache(maxsize=256)
def _looks(borders: Borders, ground: Colour | None) -> str:
    """A cell's rules and its fill; a table has few of them."""
    rules = (
        ("a:lnL", borders.left),
        ("a:lnR", borders.right),
        ("a:lnT", borders.top),
        ("a:lnB", borders.bottom),
    )
    return "".join([line(rule, tag) for tag, rule in rules]) + fill(ground)
