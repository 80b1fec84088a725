"""The steps from rows to rows; the columns that they name are there (see `checks`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields.data.checks import results_known, sorted_by
from deckgen.fields.data.keys import DataKeys
from deckgen.fields.reading import Reading
from deckgen.frozen import Frozen, replace

if TYPE_CHECKING:
    from deckgen.datasets.conditions import Condition
    from deckgen.datasets.grouping import Group, Grouping, Numbers
    from deckgen.datasets.rows import Rows

_COMPARED = 2_000  # values that a misspelt one is compared with
_BAD_HINT = "Leave a cell empty where there is no value; keep units in the header."


class Made(Frozen):
    """Rows, and where each of their columns comes from: -1 is from none, as with counts."""

    rows: Rows
    origins: tuple[int, ...]
    total: bool = False


def filtered(keys: DataKeys, rows: Rows, reading: Reading) -> Rows | None:
    """The rows that are meant; an error when none is left, a warning of values that none has."""
    meant = [(rows.header.index(one.column.text), one) for one in keys.where]
    for column, clause in meant:
        _warn_of_strangers(clause.condition, rows, column, clause.column.span, reading)
    kept = [
        number
        for number, row in enumerate(rows.rows)
        if all(clause.condition.holds(row[column], rows) for column, clause in meant)
    ]
    if not kept:
        message, hint = (
            f"no row of '{rows.path}' is as asked",
            "Ask for less, or look into the file.",
        )
        reading.found.error("no-rows", message, keys.tree("where").span, hint)
        return None
    return chosen(rows, kept)


def chosen(rows: Rows, numbers: Sequence[int]) -> Rows:
    """Some of the rows, in the order of their numbers."""
    kept = tuple(rows.places[number] for number in numbers) if rows.places else ()
    return replace(rows, rows=tuple(rows.rows[number] for number in numbers), places=kept)


def _warn_of_strangers(
    condition: Condition, rows: Rows, column: int, span: Span, reading: Reading
) -> None:
    """Warn of values that no cell of the column has: they are most likely misspelt."""
    values = tuple(dict.fromkeys(row[column] for row in rows.rows))
    for test in condition.named():
        same = replace(test, operator="=")
        if not any(same.holds(value, rows) for value in values):
            near = did_you_mean(test.text, [str(v) for v in values[:_COMPARED] if v is not None])
            name = rows.header[column]
            message = f"no row of '{rows.path}' has '{test.text}' in the column '{name}'"
            hint = near or "Check how the file spells it."
            reading.found.warning("unmatched-value", message, span, hint)


def arranged(keys: DataKeys, rows: Rows) -> Made:
    """The rows sorted and cut."""
    order = ordered(keys, rows)
    return Made(chosen(rows, cut(keys, order)[0]), tuple(range(len(rows.header))))


def ordered(keys: DataKeys, rows: Rows) -> Sequence[int]:
    """The numbers of the rows as they are sorted."""
    from deckgen.datasets.ordering import in_order

    by = [sorted_by(named.name, rows.header) for named in keys.sort]
    return in_order(rows, [(rows.header.index(name), down) for name, down in by])


def cut(keys: DataKeys, numbers: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """What `top` or `last` leave, and the rest."""
    if keys.top is not None:
        return numbers[: keys.top], numbers[keys.top :]
    if keys.last is not None:
        return numbers[-keys.last :], numbers[: -keys.last]
    return numbers, ()


def grouped(keys: DataKeys, rows: Rows, reading: Reading) -> Made | None:
    """A row for each group, sorted and cut, with the rest and the total as they are asked for."""
    from deckgen.datasets.grouping import groups, summary
    from deckgen.datasets.rows import DataRefused

    grouping = _grouping(keys, rows)
    numbers = _numbers(keys, grouping, rows, reading)
    if numbers is None:
        return None
    try:
        made = groups(rows, grouping)
        told = summary(rows, grouping, made, numbers)
    except DataRefused as refused:
        message, span = f"'{rows.path}' {refused.message}", keys.tree("group").span
        reading.found.error("bad-data", message, span, refused.hint)
        return None
    if keys.series is not None and not results_known(keys, told.header, rows.path, reading):
        return None
    order = _group_order(keys, told, made, grouping, numbers)
    final = summary(rows, grouping, _shown(keys, [made[number] for number in order]), numbers)
    sources = [measure.column for measure in grouping.measures]
    if grouping.series is not None:
        sources *= len(final.header) - len(grouping.keys)
    return Made(final, (*grouping.keys, *sources), bool(keys.total))


def _shown(keys: DataKeys, made: Sequence[Group]) -> list[Group]:
    """The groups that `top` or `last` leave, with the rest and the total as they are asked for."""
    from deckgen.datasets.grouping import together

    kept, rest = cut(keys, range(len(made)))
    shown = [made[number] for number in kept]
    if rest and keys.others:
        shown.append(together(keys.others, [made[number] for number in rest]))
    if keys.total:
        shown.append(together(keys.total, shown))
    return shown


def _group_order(
    keys: DataKeys, told: Rows, made: Sequence[Group], grouping: Grouping, numbers: Numbers
) -> Sequence[int]:
    """As asked; the largest first when only the largest are asked for; else as they come."""
    from deckgen.datasets.grouping import told_of

    order = list(range(len(made)))
    if keys.sort:
        return ordered(keys, told)
    if keys.top is not None:
        sizes = [told_of(grouping.measures[0], group.members, numbers) or 0.0 for group in made]
        order.sort(key=lambda number: -sizes[number])
    return order


def _grouping(keys: DataKeys, rows: Rows) -> Grouping:
    """The columns that are grouped and measured."""
    from deckgen.datasets.grouping import Grouping, Measure, Series

    place, across = rows.header.index, keys.series
    return Grouping(
        tuple(place(named.name) for named in keys.group),
        tuple(named.title for named in keys.group),
        tuple(
            Measure(function, named.title, -1 if function == "count" else place(named.name))
            for function, named in keys.measures()
        ),
        keys.by,
        None if across is None else Series(place(across.column.name), across.top, across.others),
    )


def _numbers(keys: DataKeys, grouping: Grouping, rows: Rows, reading: Reading) -> Numbers | None:
    """The numbers of the columns that are measured; None after reporting cells that are none."""
    from deckgen.datasets.rows import numbers_of

    found: dict[int, list[float | None]] = {}
    good = True
    for (_, named), measure in zip(keys.measures(), grouping.measures, strict=True):
        if measure.column >= 0 and measure.column not in found:
            values, bad = numbers_of(rows, measure.column)
            found[measure.column] = values
            good = not report_bad(bad, rows, named.span, reading) and good
    return found if good else None


def report_bad(bad: Sequence[str], rows: Rows, span: Span, reading: Reading) -> bool:
    """Report cells that should be numbers and are none; whether there were any."""
    if bad:
        more = f", and {len(bad) - 1} more" if len(bad) > 1 else ""
        message = f"'{rows.path}' has what is no number: {bad[0]}{more}"
        reading.found.error("bad-data", message, span, _BAD_HINT)
    elif rows.doubt:
        way = "a decimal comma" if rows.comma else "a decimal point"
        message = f"'{rows.path}' has numbers such as '{rows.doubt}', read as with {way}"
        hint = "Say which it is: `data: {file: ..., decimal: comma}`, or `point`."
        reading.found.warning("doubtful-numbers", message, span, hint)
    return bool(bad)
