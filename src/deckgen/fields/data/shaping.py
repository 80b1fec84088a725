"""From what an outline says about data to the data: filter, group, sort, select, format."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from deckgen.fields.data.checks import names_known, of_all_series, unrenamed
from deckgen.fields.data.keys import DataKeys
from deckgen.fields.data.looks import Looks
from deckgen.fields.data.steps import Made, arranged, filtered, grouped, report_bad
from deckgen.fields.reading import Reading
from deckgen.frozen import replace

if TYPE_CHECKING:
    from deckgen.datasets.data import Data
    from deckgen.datasets.looks import Look
    from deckgen.datasets.rows import Rows


def shaped(keys: DataKeys, base: Data, reading: Reading) -> Data | None:
    """The data that are asked for; None after reporting all that cannot be done."""
    if not names_known(keys, base.header, base.path, reading):
        return None
    rows = filtered(keys, base.rows, reading) if keys.where else base.rows
    if rows is None:
        return None
    made = grouped(keys, rows, reading) if keys.group else arranged(keys, rows)
    return None if made is None else _dressed(keys, made, base, reading)


def _dressed(keys: DataKeys, made: Made, base: Data, reading: Reading) -> Data | None:
    """The columns that are shown, each in its look."""
    from deckgen.datasets.data import dressed

    rows = made.rows
    columns, header = tuple(range(len(rows.header))), rows.header
    if keys.select:
        columns = tuple(rows.header.index(named.name) for named in keys.select)
        header = tuple(named.title for named in keys.select)
    heads = range(len(keys.group)) if keys.group else columns[:1]
    looks = {**_inherited(keys, made, base), **_asked(keys.format or Looks(), rows, heads, keys)}
    named = len(keys.group) if keys.others or keys.total else 0  # rows of no group have a name
    suits = [_suits(looks[at], rows, at, keys, reading) for at in looks if at >= named]
    if not all(suits):
        return None
    final = replace(
        rows, header=header, rows=tuple(tuple(r[c] for c in columns) for r in rows.rows)
    )
    shown = {new: looks[old] for new, old in enumerate(columns) if old in looks}
    return dressed(final, shown, reading.language, total=made.total)


def _asked(asked: Looks, rows: Rows, heads: Collection[int], keys: DataKeys) -> dict[int, Look]:
    """The looks that are asked for here, for all columns that they suit or by column."""
    found: dict[int, Look] = {}
    if asked.every is not None:
        found = _for_every(asked.every, rows, heads)
    for name, look in asked.columns:
        if of_all_series(name.text, keys):
            found.update(dict.fromkeys(range(len(keys.group), len(rows.header)), look))
        else:
            found[rows.header.index(unrenamed(name.text, rows.header, keys))] = look
    return found


def _for_every(look: Look, rows: Rows, heads: Collection[int]) -> dict[int, Look]:
    """The look for all columns that hold nothing else than numbers, or dates; not for row heads."""
    from deckgen.datasets.dates import as_iso
    from deckgen.datasets.looks import NumberLook
    from deckgen.datasets.rows import blank, numbers_of

    def suits(column: int) -> bool:
        cells = [row[column] for row in rows.rows if not blank(row[column])]
        if isinstance(look, NumberLook):
            return column not in heads and bool(cells) and not numbers_of(rows, column)[1]
        return bool(cells) and all(as_iso(str(cell)) for cell in cells)

    return {column: look for column in range(len(rows.header)) if suits(column)}


def _suits(look: Look, rows: Rows, column: int, keys: DataKeys, reading: Reading) -> bool:
    """Whether a look for numbers has numbers to show; reports the cells that are none."""
    from deckgen.datasets.looks import NumberLook
    from deckgen.datasets.rows import numbers_of

    if not isinstance(look, NumberLook):
        return True
    bad = numbers_of(rows, column)[1]
    return not report_bad(bad, rows, keys.tree("format").span, reading)


def _inherited(keys: DataKeys, made: Made, base: Data) -> dict[int, Look]:
    """What the columns bring along: looks of named data, percent signs of what is added up."""
    from deckgen.datasets.data import all_percent
    from deckgen.datasets.looks import NumberLook

    found: dict[int, Look] = {}
    for column, origin in enumerate(made.origins):
        if origin < 0:
            continue
        asked = base.asked[origin]
        if asked is not None:
            found[column] = asked
        elif keys.group and column >= len(keys.group) and all_percent(base.rows, origin):
            found[column] = NumberLook(percent="points")
    return found
