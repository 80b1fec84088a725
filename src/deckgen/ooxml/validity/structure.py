"""What Office wants of text bodies and tables, which their tags alone tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_EMPTY_BODY = re.compile(rb"(?:<a:lstStyle/>|</a:lstStyle>|</?a:bodyPr[^>]*>)</(?:p|a):txBody>")


class Structure(NamedTuple):
    """Whether a text body lacks a paragraph; the columns of tables with a row that has others."""

    empty_body: bool
    uneven: tuple[int, ...]


def structure(tags: bytes) -> Structure:
    """What the tags of a part tell, with or without its texts and values."""
    return Structure(_EMPTY_BODY.search(tags) is not None, tuple(_uneven(tags)))


def _uneven(tags: bytes) -> Iterator[int]:
    for table in tags.split(b"<a:tbl>")[1:]:
        grid, *rows = table.partition(b"</a:tbl>")[0].split(b"<a:tr ")
        columns = grid.count(b"<a:gridCol ")
        if any(row.count(b"<a:tc>") + row.count(b"<a:tc ") != columns for row in rows):
            yield columns
