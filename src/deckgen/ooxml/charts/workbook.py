"""The workbook embedded beside a chart, so that its numbers can be edited in Office."""

from __future__ import annotations

import io
from datetime import datetime

from deckgen.model.deck import ChartShape
from deckgen.ooxml.archive import OWN, read_archive, write_archive
from deckgen.ooxml.charts.sheet import SHEET, sheet
from deckgen.ooxml.xml import clean

# Never a formula, never a link: what looks like one in the outline stays text.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(1980, 1, 1)


def workbook(chart: ChartShape) -> bytes:
    """The chart's numbers as an .xlsx file; equal charts give equal bytes."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet(SHEET)
    numbers = book.add_format({"num_format": chart.number_format or "General"})
    for place, column in enumerate(sheet(chart).columns):
        page.write_string(0, place, clean(column.heading))
        for row, cell in enumerate(column.cells, 1):
            if isinstance(cell, str):
                page.write_string(row, place, clean(cell))
            elif cell is not None:
                page.write_number(row, place, cell, numbers)
    book.close()
    # Packed again: the archive's own dates and host system would differ from build to build.
    members = read_archive(target.getvalue(), OWN)
    return write_archive({name: member.read() for name, member in members.items()})
