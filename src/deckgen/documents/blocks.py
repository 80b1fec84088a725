"""Blocks as a template sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.documents.charts import chart_table
from deckgen.documents.markup import fact
from deckgen.documents.views import BlockView, ColumnView, ItemView, ListView, TableView
from deckgen.model.blocks import (
    Block,
    Chart,
    Code,
    Columns,
    Diagram,
    Gallery,
    Item,
    ItemList,
    Math,
    Node,
    Picture,
    Quotation,
    Table,
    Text,
)
from deckgen.model.inline import Inline, plain

Say = Callable[[Inline], str]


def view(
    block: Block,
    name: str,
    say: Say,
    found: dict[str, Block],
    labels: Mapping[str, str],
    language: str = "en",
) -> BlockView:
    """The view of a block called `name`; `found` learns the block by its name."""
    found[name] = block
    match block:
        case Text():
            texts = tuple(say(paragraph) for paragraph in block.paragraphs)
            return BlockView(name, "text", role=block.role, paragraphs=texts)
        case ItemList():
            return BlockView(name, "list", list=_list(block, say))
        case Table():
            table = _table(block, say)
            return BlockView(name, "table", caption=say(block.caption), table=table)
        case Chart():
            table = chart_table(block, language)
            return BlockView(
                name, "chart", caption=say(block.caption), alt=fact(block.alt), table=table
            )
        case Columns():
            columns = tuple(
                ColumnView(
                    say(column.title),
                    tuple(
                        view(inner, f"{name}-{i}-{j}", say, found, labels, language)
                        for j, inner in enumerate(column.blocks, 1)
                    ),
                )
                for i, column in enumerate(block.columns, 1)
            )
            return BlockView(name, "columns", columns=columns)
        case _:
            return _single(block, name, say, labels["colon"])


def _single(
    block: Picture | Gallery | Quotation | Code | Math | Diagram, name: str, say: Say, colon: str
) -> BlockView:
    match block:
        case Diagram():
            nodes = tuple(_node(node, say, colon) for node in block.nodes)
            ordered = block.type in {"process", "cycle"}
            return BlockView(
                name,
                block.type,
                caption=say(block.caption),
                alt=fact(block.alt),
                list=ListView(nodes, ordered),
                table=_node_table(block, say),
            )
        case Picture():
            return BlockView(
                name,
                "picture",
                caption=say(block.caption),
                alt=fact(block.alt),
                path=block.asset.path,
            )
        case Gallery():
            captions = tuple(ItemView(say(p.caption) or fact(p.alt)) for p in block.pictures)
            return BlockView(name, "gallery", list=ListView(captions))
        case Quotation():
            return BlockView(name, "quotation", paragraphs=(say(block.text),), by=say(block.by))
        case Code():
            return BlockView(
                name,
                "code",
                caption=say(block.caption),
                listing=block.source.rstrip("\n"),
                language=block.language,
            )
        case Math():
            return BlockView(
                name,
                "math",
                caption=say(block.caption),
                alt=fact(block.alt),
                latex=block.latex.strip(),
            )


def _list(block: ItemList, say: Say) -> ListView:
    return ListView(tuple(_item(item, say) for item in block.items), block.ordered, block.start)


def _item(item: Item, say: Say) -> ItemView:
    return ItemView(say(item.text), tuple(_item(below, say) for below in item.items))


def _node(node: Node, say: Say, colon: str) -> ItemView:
    """A node as an item: date or title in bold, what it says after it."""
    title = say(node.title)
    lead = say(node.when)
    if lead:
        head = f"**{lead}**{colon}{title}" if title else f"**{lead}**"
    else:
        head = f"**{title}**" if title and node.text and not title.startswith("**") else title
    texts = [say(text) for text in node.text]
    if texts:
        mark = " – " if lead and title else colon
        head = f"{head}{mark}{texts[0]}" if head else texts[0]
    below = [ItemView(text) for text in texts[1:]]
    return ItemView(head, (*below, *(_node(inner, say, colon) for inner in node.nodes)))


def _node_table(block: Diagram, say: Say) -> TableView | None:
    """Nodes that all have a title and a text, as a table of the two."""
    if not all(node.title and node.text and not node.nodes for node in block.nodes):
        return None
    rows = tuple((say(node.title), " ".join(map(say, node.text))) for node in block.nodes)
    return TableView((), rows, ("left", "left"))


def _table(block: Table, say: Say) -> TableView:
    """The words of a table; what spans stands in its first cell, the others are empty."""
    width = table_width(block)
    grid = spread(block, width)
    rows = tuple(tuple(say(cell) for cell in row) for row in grid)
    header: tuple[str, ...] = ()
    if block.header:
        words: list[str] = []
        for cell in block.header:
            words += [say(cell.text), *[""] * (cell.columns - 1)]
        header = tuple((words + [""] * width)[:width])
    if block.total and rows:
        rows = (*rows[:-1], tuple(f"**{w}**" if w and "**" not in w else w for w in rows[-1]))
    return TableView(header, rows, alignments(block, grid))


def table_width(block: Table) -> int:
    """How many columns the table has."""
    counts = [sum(cell.columns for cell in row) for row in (block.header, *block.rows)]
    return max(counts, default=0)


def spread(block: Table, width: int) -> tuple[tuple[Inline, ...], ...]:
    """The body's cells on their grid; places that a spanning cell covers are empty."""
    taken: dict[tuple[int, int], bool] = {}
    grid = []
    for number, row in enumerate(block.rows):
        line: list[Inline] = [()] * width
        column = 0
        for cell in row:
            while taken.get((number, column)):
                column += 1
            if column >= width:
                break
            line[column] = cell.text
            for below in range(cell.rows):
                for right in range(cell.columns):
                    taken[number + below, column + right] = True
            column += cell.columns
        grid.append(tuple(line))
    return tuple(grid)


def alignments(block: Table, grid: tuple[tuple[Inline, ...], ...]) -> tuple[str, ...]:
    """Each column's alignment; `auto` sets columns of numbers right."""
    width = table_width(block)
    wanted = [*block.align, *["auto"] * width][:width]
    found = []
    for column, align in enumerate(wanted):
        words = [plain(row[column]).strip() for row in grid if row[column]]
        if align == "auto":  # the first column names its rows, also where it has years
            numbers = column > 0 and bool(words) and all(is_number(word) for word in words)
            found.append("right" if numbers else "left")
        else:
            found.append("right" if align == "decimal" else align)
    return tuple(found)


def is_number(word: str) -> bool:
    """Whether a cell's word reads as a number: digits, signs, separators, a unit of percent."""
    bare = word.replace("\u202f", "").replace("\u00a0", "").strip("+-−–%‰€$£¥ ")
    return word in {"–", "—", "-"} or (
        bool(bare) and bare[0].isdigit() and all(c.isdigit() or c in ".,' " for c in bare)
    )
