"""Charts with their workbooks, alone or side by side."""

from __future__ import annotations

import re

from deckgen.documents.charts import chart_table
from deckgen.model.blocks import Chart, Columns
from deckgen.model.geometry import EMU_PER_CM, Box
from deckgen.ooxml import names
from deckgen.ooxml.relationships import Relationship
from deckgen.place import paper
from deckgen.writers.docx.diagrams import in_figure, page_of
from deckgen.writers.docx.figures import EMU_PER_TWIP, in_line, measure
from deckgen.writers.docx.measures import figure_typesetter
from deckgen.writers.docx.runs import Emphasis, inline
from deckgen.writers.docx.story import Story
from deckgen.writers.docx.tables import Placed, Rows, native, room_for

_CHART_HEIGHT = int(5 * EMU_PER_CM)


def beside(story: Story, block: Columns, title: str) -> str:
    """Charts side by side, each under its column's title, in a table without rules."""
    count = len(block.columns)
    indent, whole = room_for(story, count)
    width = whole // count
    room = width * EMU_PER_TWIP - 180_000
    heads = tuple(
        Placed((inline(story, column.title, Emphasis(bold=True)),), place)
        for place, column in enumerate(block.columns)
    )
    drawings = tuple(
        Placed(
            tuple(
                _chart(story, inner, room, _CHART_HEIGHT)
                for inner in column.blocks
                if isinstance(inner, Chart)
            ),
            place,
        )
        for place, column in enumerate(block.columns)
    )
    lines = (heads, drawings) if any(column.title for column in block.columns) else (drawings,)
    widths, align = (width,) * count, ("left",) * count
    written = native(story, Rows((), lines, widths, align, title, "gallery", indent=indent))
    story.after_table = False
    return _TURNED.sub("", written)


_TURNED = re.compile(r"<w:bidi/>(?=(?:(?!</w:p>).)*<c:chart )")


def chart(story: Story, block: Chart) -> str:
    """A native chart with its workbook, in a paragraph that keeps with its caption."""
    return in_figure(story, _chart(story, block, measure(story), _CHART_HEIGHT))


def _chart(story: Story, block: Chart, width: int, height: int) -> str:
    """A chart's run, with the parts that it needs."""
    from deckgen.ooxml.charts import chart_xml, workbook

    number = story.drawing_id()
    alt = block.alt or "; ".join(", ".join(row) for row in chart_table(block, story.language).rows)
    sheet = page_of(story, width)
    shape = paper.chart(block, Box(0, 0, width, height), sheet, figure_typesetter())
    part, book = f"word/charts/chart{number}.xml", f"word/embeddings/workbook{number}.xlsx"
    story.draft.put(part, chart_xml(shape, "rId1"), names.TYPE_CHART)
    story.draft.put_media(book, workbook(shape), names.TYPE_WORKBOOK)
    story.draft.put_relationships(part, [Relationship("rId1", names.REL_EMBEDDED, book)])
    rid = story.links.add(names.REL_CHART, part)
    graphic = (
        f'<a:graphic xmlns:a="{names.A}"><a:graphicData uri="{names.C}">'
        f'<c:chart xmlns:c="{names.C}" r:id="{rid}"/></a:graphicData></a:graphic>'
    )
    return in_line(number, "Chart", width, height, alt, graphic)
