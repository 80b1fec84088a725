"""The workbook embedded beside a chart, so that its numbers can be edited in Office.

A small SpreadsheetML package (ECMA-376 part 1, clause 18). Only the sheet, its texts and its number
format differ from chart to chart: the other parts are deflated once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.model.deck import ChartShape
from deckgen.ooxml.archive import write_archive
from deckgen.ooxml.charts.book_parts import (
    MAIN,
    SHEET_PART,
    STYLES_PART,
    TEXTS_PART,
    shared_parts,
)
from deckgen.ooxml.charts.sheet import SheetColumn, letters, sheet
from deckgen.ooxml.xml import attribute, document, text

_OWN_FORMAT = 164  # the first number that is not one of the built-in formats (18.8.30)
_RIGHT_TO_LEFT = '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>'
_LONGEST = 32_767  # characters of a cell's text: with more Excel repairs the file
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what would be read as a character (22.9.2.19)


def workbook(chart: ChartShape) -> bytes:
    """The chart's numbers as an .xlsx file; equal charts give equal bytes.

    Texts stay texts, whatever they look like: nothing becomes a formula or a link.
    """
    columns = sheet(chart).columns
    texts: dict[str, int] = {}
    rows = "".join(_rows(columns, texts, formatted=bool(chart.number_format)))
    view = _RIGHT_TO_LEFT if chart.rtl else ""
    return write_archive(
        {
            **shared_parts(chart.rtl),
            SHEET_PART: document(
                f'<worksheet xmlns="{MAIN}">{view}<sheetData>{rows}</sheetData></worksheet>'
            ),
            TEXTS_PART: _shared(texts),
            STYLES_PART: _styles(chart.number_format),
        }
    )


def _rows(
    columns: Sequence[SheetColumn], texts: dict[str, int], *, formatted: bool
) -> Iterator[str]:
    """The rows that hold something; `texts` takes up the texts in the order of their use."""
    style = ' s="1"' if formatted else ""
    for row in range(max((len(column.cells) for column in columns), default=0) + 1):
        cells = ""
        for place, column in enumerate(columns):
            below = column.cells[row - 1] if 0 < row <= len(column.cells) else None
            value = below if row else column.heading
            name = f"{letters(place)}{row + 1}"
            if isinstance(value, str):
                cells += f'<c r="{name}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
            elif value is not None:
                cells += f'<c r="{name}"{style}><v>{value!r}</v></c>'
        if cells:
            yield f'<row r="{row + 1}">{cells}</row>'


def _shared(texts: dict[str, int]) -> bytes:
    items = "".join(
        f'<si><t xml:space="preserve">{text(_ESCAPE.sub("_x005F_", each)[:_LONGEST])}</t></si>'
        for each in texts
    )
    return document(f'<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{items}</sst>')


def _styles(number_format: str) -> bytes:
    """The number format of the cells, and what Excel wants to find beside it."""
    own, cell = "", ""
    if number_format:
        code = attribute(number_format)
        own = f'<numFmts count="1"><numFmt numFmtId="{_OWN_FORMAT}" formatCode="{code}"/></numFmts>'
        cell = (
            f'<xf numFmtId="{_OWN_FORMAT}" fontId="0" fillId="0" borderId="0" xfId="0"'
            ' applyNumberFormat="1"/>'
        )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return document(
        f'<styleSheet xmlns="{MAIN}">{own}'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{2 if cell else 1}">{plain} xfId="0"/>{cell}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
