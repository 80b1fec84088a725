"""Who places which block: one line a block type, one line a diagram type."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.place.blocks import (
    chart,
    code,
    columns,
    flow,
    gallery,
    math,
    picture,
    quotation,
    table,
)
from deckgen.place.blocks.composer import Composer
from deckgen.place.diagrams import cards, cycle, hierarchy, matrix, process, pyramid, timeline

COMPOSERS: Mapping[str, Composer] = {
    "Text": flow.TEXT,
    "ItemList": flow.LIST,
    "Quotation": quotation.QUOTATION,
    "Columns": columns.COLUMNS,
    "Table": table.TABLE,
    "Chart": chart.CHART,
    "Picture": picture.PICTURE,
    "Gallery": gallery.GALLERY,
    "Code": code.CODE,
    "Math": math.MATH,
    "cards": cards.CARDS,
    "timeline": timeline.TIMELINE,
    "process": process.PROCESS,
    "cycle": cycle.CYCLE,
    "hierarchy": hierarchy.HIERARCHY,
    "matrix": matrix.MATRIX,
    "pyramid": pyramid.PYRAMID,
}
