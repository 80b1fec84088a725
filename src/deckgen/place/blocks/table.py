"""Tables: column widths from the content, numbers on their decimal, rules instead of boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.frozen import replace
from deckgen.model.blocks import Table
from deckgen.model.deck import Borders, Line, Origin, TableCell, TableShape
from deckgen.model.geometry import Box, points
from deckgen.model.inline import plain
from deckgen.place.blocks.composer import Composer, Pieces
from deckgen.place.blocks.table_grid import Place, grid, merged_heights
from deckgen.place.blocks.table_setting import Setting
from deckgen.place.blocks.table_widths import column_widths, decimal_places, is_number
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.textset import INSETS_OF_CELL, Align, Para, TextStyle, body, height
from deckgen.text.spoken import spoken

_THICK = points(1.5)
_THIN = points(0.75)
_LOOSEST = 1.5
_ALIGNS: Mapping[str, Align] = {"right": "r", "decimal": "r", "centre": "ctr"}
_LONG = 8


def size_of(scene: Scene) -> float:
    """The size of the cells' text, in points."""
    return scene.size(scene.style.cell, scene.style.floor_dense)


def cell_paras(
    block: Table, places: Sequence[Place], aligns: Sequence[str], scene: Scene
) -> list[Para]:
    """The cells' texts as paragraphs; what is a head or a sum is bold."""

    size = size_of(scene)
    styles: dict[tuple[bool, bool, str], TextStyle] = {}
    made: list[Para] = []
    for place in places:
        summed, named = block.total and place.last, block.header_column and not place.column
        key = place.head or summed or named, place.head, aligns[place.column]
        style = styles.get(key)
        if style is None:
            style = styles[key] = _cell_style(*key, size, scene)
        made.append(Para(place.cell.text, style))
    return made


def _cell_style(strong: bool, head: bool, align: str, size: float, scene: Scene) -> TextStyle:
    colour = scene.style.accent if head else scene.style.ink
    return TextStyle(size, bold=strong, colour=colour, align=_ALIGNS.get(align, "l"), leading=1.1)


def alignments(block: Table, places: Sequence[Place], count: int) -> list[str]:
    """Each column's alignment: as asked, or to the right where it holds numbers."""
    asked = [*block.align, *["auto"] * (count - len(block.align))]
    texts: list[list[str]] = [[] for _ in asked]
    for place in places:
        if not place.head and place.cell.text:
            texts[place.column].append(plain(place.cell.text))
    return [
        ("decimal" if found and all(map(is_number, found)) else "left")
        if align == "auto"
        else align
        for align, found in zip(asked, texts, strict=True)
    ]


def _padded(places: Sequence[Place], aligns: Sequence[str]) -> list[Place]:
    """Numbers filled up with figure spaces so that their decimals stand below each other."""
    most = [0] * len(aligns)
    for place in places:
        if aligns[place.column] == "decimal" and not place.head:
            found = decimal_places(plain(place.cell.text))
            most[place.column] = max(most[place.column], found)
    return [_with_decimals(p, most[p.column]) if most[p.column] else p for p in places]


def _with_decimals(place: Place, most: int) -> Place:
    text = plain(place.cell.text)
    missing = most - decimal_places(text)
    if place.head or not text or not missing or not is_number(text):
        return place
    filler = "\u2008" if missing == most else ""
    last = place.cell.text[-1]
    padded = replace(last, text=last.text + filler + "\u2007" * missing)
    return replace(place, cell=replace(place.cell, text=(*place.cell.text[:-1], padded)))


def _cells(block: Table, scene: Scene) -> tuple[list[tuple[Place, Para]], int]:
    """The cells with their paragraphs, and the number of columns."""
    places, count = grid(block)
    aligns = alignments(block, places, count)
    places = _padded(places, aligns)
    paras = cell_paras(block, places, aligns, scene)
    return list(zip(places, paras, strict=True)), count


def _set(block: Table, width: int, scene: Scene) -> Setting:
    """Cells, column widths, row heights; whether a word had to be broken."""
    key = width, size_of(scene), scene.fonts, scene.style
    return scene.tables.of(block, key, lambda: _made(block, width, scene))


def _made(block: Table, width: int, scene: Scene) -> Setting:
    cells, count = _cells(block, scene)
    widths = column_widths(block, cells, count, width, scene)
    needs = [
        height([para], sum(widths[p.column : p.column + p.cell.columns]), scene, INSETS_OF_CELL)
        for p, para in cells
    ]
    heights = merged_heights([place for place, _ in cells], [need.least for need in needs])
    broken = any(need.broken for need in needs)
    return Setting(tuple(cells), tuple(widths), tuple(heights), broken)


def _need(block: Table, width: int, scene: Scene) -> Need:
    found = _set(block, width, scene)
    return Need(sum(found.heights), stretches=True, broken=found.broken)


def _draw(block: Table, box: Box, scene: Scene, node: str) -> Drawn:
    found = _set(block, box.cx, scene)
    widths, heights = found.widths, list(found.heights)
    loose = min(_LOOSEST, box.cy / max(1, sum(heights)))
    heights = [round(high * max(1.0, loose)) for high in heights]
    empty = _empty(scene)
    rows = [[empty] * len(widths) for _ in heights]
    for place, para in found.cells:
        _put(rows, place, para, block, scene)
    frame = Box(box.x, box.y, sum(widths), sum(heights))
    shape = TableShape(
        Origin(node, "Table", _alternative(block, scene.language)),
        frame,
        widths,
        tuple(heights),
        tuple(tuple(row) for row in rows),
        header_row=bool(block.header),
        header_column=block.header_column,
        total_row=block.total,
        banded=_banded(block),
    )
    return Drawn((shape,))


def _put(rows: list[list[TableCell]], place: Place, para: Para, block: Table, scene: Scene) -> None:
    columns, deep = place.cell.columns, place.cell.rows
    text = body([para], scene, anchor="ctr", insets=INSETS_OF_CELL)
    fill = scene.style.panel if _banded(block) and _is_band(place, block) else None
    cell = TableCell(text, fill, _rules(place, block, scene), columns, deep)
    rows[place.row][place.column] = cell
    if columns == deep == 1:
        return
    empty = _empty(scene)
    for down in range(deep):
        for across in range(columns):
            covered = replace(
                empty,
                borders=cell.borders,
                merged_across=across > 0,
                merged_down=down > 0,
                columns=columns if across == 0 and down else 1,
                rows=deep if down == 0 and across else 1,
            )
            if down or across:
                rows[place.row + down][place.column + across] = covered


def _rules(place: Place, block: Table, scene: Scene) -> Borders:
    thick = Line(scene.style.accent, _THICK)
    thin = Line(scene.style.hairline, _THIN)
    if place.head:
        return Borders(top=thick, bottom=Line(scene.style.accent, _THIN))
    sum_row = block.total and place.last
    above = Line(scene.style.accent, _THIN) if sum_row else None
    return Borders(top=above, bottom=thick if place.last else thin)


def _banded(block: Table) -> bool:
    """Long tables are banded, so that the eye keeps its row."""
    return len(block.rows) >= _LONG and not any(c.rows > 1 for row in block.rows for c in row)


def _is_band(place: Place, block: Table) -> bool:
    return not place.head and (place.row - bool(block.header)) % 2 == 1


def _empty(scene: Scene) -> TableCell:
    return TableCell(body([Para((), TextStyle(size_of(scene)))], scene, insets=INSETS_OF_CELL))


def _alternative(block: Table, language: str) -> str:
    words = spoken(language)
    heads = words["comma"].join(plain(cell.text) for cell in block.header if cell.text)
    said = words["row" if len(block.rows) == 1 else "rows"].format(len(block.rows))
    return f"{said}{words['colon'] if heads else ''}{heads}{words['stop']}"


def _sizes(_block: Table, scene: Scene) -> tuple[float, float]:
    return scene.style.cell, scene.style.floor_dense


def _atoms(block: Table) -> int:
    """Rows that a cell spans stay together: such a table is not split."""
    spans = any(cell.rows > 1 for row in block.rows for cell in row)
    return 1 if spans else len(block.rows)


def _part(block: Table, first: int, last: int) -> Table:
    whole = last == len(block.rows)
    return replace(block, rows=block.rows[first:last], total=block.total and whole)


def _pieces(block: Table, width: int, scene: Scene) -> Pieces:
    heights = _set(block, width, scene).heights
    heads = len(heights) - len(block.rows)
    return Pieces(sum(heights[:heads]), heights[heads:])


def _settle(block: Table, width: int, scene: Scene) -> Table:
    """The table with its column widths fixed: they are the same on all its slides."""
    widths = _set(block, width, scene).widths
    return replace(block, widths=tuple(map(float, widths)), width=sum(widths) / width)


TABLE = Composer(
    _need, _draw, _sizes, _atoms, _part, grows=True, fills=True, pieces=_pieces, settle=_settle
)
