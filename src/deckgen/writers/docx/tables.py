"""Tables: native, ruled by the template's table style, their first row repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.documents.blocks import alignments, spread, table_width
from deckgen.frozen import Frozen
from deckgen.model.blocks import Cell, Table
from deckgen.model.inline import plain
from deckgen.ooxml import xml
from deckgen.text.spaces import bound
from deckgen.writers.docx.measures import asked_widths, column_widths, hold
from deckgen.writers.docx.runs import Emphasis, inline
from deckgen.writers.docx.story import Story, paragraph

_JC = {"right": "right", "centre": "center", "left": "", "end": "right"}
WIDE = 4  # columns up to which a table stands under the text
KEPT_ROWS = 9  # a table up to this many rows stays on one page


class Placed(Frozen):
    """A cell on the grid: its runs, the columns it spans, whether it goes on from above.

    `column` is the first grid column it covers; `merge` is `restart`, `continue` or empty; `low`
    sets it on the row's lower edge.
    """

    content: tuple[str, ...]
    column: int
    columns: int = 1
    merge: str = ""
    low: bool = False


class Rows(Frozen):
    """What a native table is made of. Widths in twips; `align` has a value a column.

    `end` is where lines end: on the left in a paper from right to left. `text` is the role of the
    cells' paragraphs.
    """

    header: tuple[Placed, ...]
    body: tuple[tuple[Placed, ...], ...]
    widths: tuple[int, ...]
    align: tuple[str, ...]
    title: str
    style: str = "table"
    text: str = "table-text"
    total: bool = False
    header_column: bool = False
    indent: int = 0


def native(story: Story, rows: Rows) -> str:
    """The table as WordprocessingML (ECMA-376 17.4). The next paragraph gets room above it."""
    lines = [rows.header, *rows.body] if rows.header else [*rows.body]
    last = len(lines) - 1
    # A long table breaks where it must, but leaves no row alone at a page's foot or head.
    together = {*range(last)} if len(lines) <= KEPT_ROWS else {0, 1, last - 1}
    if story.next_kind == "note" or rows.style == "gallery":  # what follows belongs to it
        together.add(last)
    written = [
        _row(story, line, rows, bool(rows.header) and i == 0, i in together)
        for i, line in enumerate(lines)
    ]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in rows.widths)
    story.after_table = True
    return (
        f"<w:tbl>{_properties(story, rows)}<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"
    )


def _properties(story: Story, rows: Rows) -> str:
    flags = (bool(rows.header), rows.total, rows.header_column)
    value = 0x0020 * flags[0] | 0x0040 * flags[1] | 0x0080 * flags[2] | 0x0600
    look = "".join(
        f' w:{name}="{int(flag)}"'
        for name, flag in zip(("firstRow", "lastRow", "firstColumn"), flags, strict=True)
    )
    indent = f'<w:tblInd w:w="{rows.indent}" w:type="dxa"/>' if rows.indent else ""
    bidi = "<w:bidiVisual/>" if story.rtl else ""
    title = f'<w:tblCaption w:val="{xml.attribute(rows.title)}"/>' if rows.title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{story.styles.id(rows.style)}"/>{bidi}'
        f'<w:tblW w:w="{sum(rows.widths)}" w:type="dxa"/>{indent}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}"{look} w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{title}</w:tblPr>"
    )


def _row(story: Story, line: Sequence[Placed], rows: Rows, header: bool, keep_next: bool) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    cells = "".join(_cell(story, cell, rows, keep_next or header) for cell in line)
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(story: Story, cell: Placed, rows: Rows, keep_next: bool) -> str:
    width = sum(rows.widths[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(
        cell.merge, ""
    )
    asked = rows.align[cell.column]
    align = _JC.get(asked, "")
    if story.rtl and asked == "right":
        align = ""  # where text begins, and what Word calls left there
    after_table, story.after_table = story.after_table, False
    paragraphs = "".join(
        paragraph(story, rows.text, content, keep_next=keep_next, align=align)
        for content in cell.content or ("",)
    )
    story.after_table = after_table
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    low = '<w:vAlign w:val="bottom"/>' if cell.low else ""
    return f"<w:tc><w:tcPr>{size}{span}{merge}{low}</w:tcPr>{paragraphs}</w:tc>"


def table(story: Story, block: Table, title: str) -> str:
    """A table of the outline, its spans kept."""
    count = table_width(block)
    grid = spread(block, count)
    align = alignments(block, grid)
    emphasis = Emphasis(bold=True)
    header = tuple(_placed_row(story, block.header, count)) if block.header else ()
    body = tuple(
        tuple(
            _on_grid(
                story,
                block.rows,
                number,
                count,
                emphasis if block.total and number == len(block.rows) - 1 else None,
            )
        )
        for number in range(len(block.rows))
    )
    texts = [
        [
            bound(plain(text), story.language)
            for text in (
                *(cell.text for cell in block.header[column : column + 1]),
                *(row[column] for row in grid),
            )
        ]
        for column in range(count)
    ]
    indent, room = room_for(story, count)
    text = text_role(story, texts, room)
    look = story.styles.look(text)
    if block.widths:
        widths = asked_widths(texts, block.widths, look, room)
    else:
        widths = column_widths(texts, look, room, bold_first_column=block.header_column)
    return native(
        story,
        Rows(
            header,
            body,
            widths,
            align,
            title,
            text=text,
            total=block.total,
            header_column=block.header_column,
            indent=indent,
        ),
    )


def text_role(story: Story, texts: Sequence[Sequence[str]], room: int) -> str:
    """The role of a table's text: a smaller one where columns would part words."""
    fitting = hold(texts, story.styles.look("table-text"), room)
    return "table-text" if fitting else "dense-table-text"


def room_for(story: Story, columns: int) -> tuple[int, int]:
    """Indent and width for a table: under the text, or over the whole page if it is wide."""
    left = story.styles.look("body").left if columns <= WIDE else 0
    return left, story.width - left


def _placed_row(story: Story, cells: Sequence[Cell], count: int) -> list[Placed]:
    placed, column = [], 0
    for cell in cells:
        if column >= count:
            break
        columns = min(cell.columns, count - column)
        placed.append(Placed((inline(story, cell.text, Emphasis(bold=True)),), column, columns))
        column += columns
    placed += [Placed(("",), empty) for empty in range(column, count)]
    return placed


def _on_grid(
    story: Story,
    rows: Sequence[Sequence[Cell]],
    number: int,
    count: int,
    emphasis: Emphasis | None,
) -> list[Placed]:
    """A body row with the cells that go on from the rows above it."""
    owners = _owners(rows, count)
    placed, column = [], 0
    while column < count:
        owner = owners.get((number, column))
        if owner is None:
            placed.append(Placed(("",), column))
            column += 1
            continue
        cell, first_row = owner
        columns = min(cell.columns, count - column)
        content = inline(story, cell.text, emphasis or Emphasis()) if first_row == number else ""
        merge = "" if cell.rows == 1 else "restart" if first_row == number else "continue"
        placed.append(Placed((content,), column, columns, merge))
        column += columns
    return placed


def _owners(rows: Sequence[Sequence[Cell]], count: int) -> dict[tuple[int, int], tuple[Cell, int]]:
    """For each place of the grid the cell that covers it, and the row in which that begins."""
    owners: dict[tuple[int, int], tuple[Cell, int]] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in owners:
                column += 1
            if column >= count:
                break
            for below in range(min(cell.rows, len(rows) - number)):
                for right in range(min(cell.columns, count - column)):
                    owners[number + below, column + right] = (cell, number)
            column += cell.columns
    return owners
