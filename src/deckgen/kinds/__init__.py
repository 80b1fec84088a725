"""The kinds of slides, in one table: a new kind is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.kinds import (
    agenda,
    bullets,
    cards,
    chart,
    closing,
    code,
    columns,
    comparison,
    cycle,
    gallery,
    hierarchy,
    math,
    matrix,
    picture,
    process,
    pyramid,
    quote,
    quotes,
    section,
    statement,
    table,
    text,
    timeline,
    title_slide,
)
from deckgen.kinds._kind import Content, Kind, Setting

_TABLE = (
    title_slide.KIND,
    agenda.KIND,
    section.KIND,
    bullets.KIND,
    text.KIND,
    statement.KIND,
    quote.KIND,
    quotes.KIND,
    cards.KIND,
    timeline.KIND,
    process.KIND,
    cycle.KIND,
    pyramid.KIND,
    hierarchy.KIND,
    matrix.KIND,
    comparison.KIND,
    picture.KIND,
    gallery.KIND,
    table.KIND,
    chart.KIND,
    code.KIND,
    math.KIND,
    closing.KIND,
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {kind.name: kind for kind in (*_TABLE, columns.columns(kind for kind in _TABLE if kind.nested))}
)

__all__ = ["KINDS", "Content", "Kind", "Setting"]
