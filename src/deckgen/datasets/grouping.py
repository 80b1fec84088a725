"""Rows put together: one for each group, with sums, means, counts; and series across."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum
from typing import Literal

from deckgen.datasets.dates import as_iso, following, truncated
from deckgen.datasets.ordering import ordinal, rank
from deckgen.datasets.rows import DataRefused, Rows, Value, blank
from deckgen.frozen import Frozen

Function = Literal["sum", "mean", "median", "min", "max", "count"]
Unit = Literal["", "year", "quarter", "month"]
_MOST_CELLS = 1_000_000
_MOST_SPANS = 1_000
Numbers = Mapping[int, Sequence[float | None]]
"""The numbers of the columns that are measured, a number or a gap for each row."""


class Measure(Frozen):
    """What is told of a group's rows, under which name; a count needs no column."""

    function: Function
    name: str
    column: int = -1


class Series(Frozen):
    """The column whose values become columns; the `most` largest, the rest as `others` if named."""

    column: int
    most: int | None = None
    others: str = ""


class Grouping(Frozen):
    """Key columns with their names, and what is told of each group."""

    keys: tuple[int, ...]
    names: tuple[str, ...]
    measures: tuple[Measure, ...]
    by: Unit = ""
    series: Series | None = None


class Group(Frozen):
    """A group: the values that its rows share, and the rows' numbers."""

    key: tuple[Value, ...]
    members: tuple[int, ...]


def groups(rows: Rows, grouping: Grouping) -> tuple[Group, ...]:
    """The groups as they come up, or in their order when they are numbers or dates.

    A span of time between others that has no rows is a group as well: a gap is no short step.
    Raises DataRefused for what is no day, where days are put together.
    """
    members: dict[tuple[str, ...], list[int]] = {}
    first: dict[tuple[str, ...], tuple[Value, ...]] = {}
    for number, row in enumerate(rows.rows):
        key = tuple(row[column] for column in grouping.keys)
        if grouping.by:
            key = (_truncated(rows, number, grouping.keys[0], grouping.by), *key[1:])
        name = tuple("" if blank(value) else str(value) for value in key)
        members.setdefault(name, []).append(number)
        first.setdefault(name, key)
    made = [Group(first[name], tuple(numbers)) for name, numbers in members.items()]
    if grouping.by or ordinal((group.key[0] for group in made), rows):
        made.sort(key=lambda group: (blank(group.key[0]), rank(group.key[0], rows)))
    if grouping.by and len(grouping.keys) == 1:
        return _without_holes(made, grouping.by)
    return tuple(made)


def _without_holes(made: Sequence[Group], unit: Unit) -> tuple[Group, ...]:
    """Groups by spans of time, and those between the first and the last that have no rows."""
    filled: list[Group] = []
    for group in made:
        span = following(str(filled[-1].key[0]), unit) if filled else None
        while span is not None and span < str(group.key[0]) and not blank(group.key[0]):
            filled.append(Group((span,), ()))
            span = following(span, unit) if len(filled) < _MOST_SPANS else None
        filled.append(group)
    return tuple(filled)


def _truncated(rows: Rows, row: int, column: int, unit: Unit) -> Value:
    value = rows.rows[row][column]
    if blank(value):
        return None
    made = truncated(as_iso(str(value)), unit)
    if not made:
        place = f"{rows.where(row)}, column '{rows.header[column]}'"
        hint = "Write days as 2016-11-20 or 20.11.2016."
        raise DataRefused(f"has what is no day: '{value}' in {place}", hint)
    return made


def together(label: str, some: Sequence[Group]) -> Group:
    """Groups as one, under a name of its own."""
    width = len(some[0].key) if some else 1
    return Group((label, *[None] * (width - 1)), tuple(n for one in some for n in one.members))


def summary(rows: Rows, grouping: Grouping, chosen: Sequence[Group], numbers: Numbers) -> Rows:
    """A row for each group: its key, and what is told of it; raises DataRefused for too many."""
    series = None if grouping.series is None else _across(rows, grouping, grouping.series, numbers)
    told = tuple(measure.name for measure in grouping.measures) if series is None else series.names
    if len(chosen) * len(told) > _MOST_CELLS:
        message = f"makes {len(chosen):,} groups with {len(told):,} columns"
        hint = "Group by less, or keep the largest: `series: {column: country, top: 5}`."
        raise DataRefused(message, hint)
    made = tuple(
        (
            *group.key,
            *(
                tuple(told_of(m, group.members, numbers) for m in grouping.measures)
                if series is None
                else series.told(grouping.measures[0], group.members, numbers)
            ),
        )
        for group in chosen
    )
    return Rows(rows.path, (*grouping.names, *told), made, comma=rows.comma, doubt=rows.doubt)


def told_of(measure: Measure, members: Sequence[int], numbers: Numbers) -> float | None:
    """What a measure tells of some rows; gaps do not count, and nothing is told of gaps alone."""
    if measure.function == "count":
        return len(members)
    column = numbers[measure.column]
    values = [value for number in members if (value := column[number]) is not None]
    if not values:
        return None
    return _TELLS[measure.function](values)


def _tidy(value: float) -> float:
    """A sum of decimals as a person would write it: 0.3, not 0.30000000000000004."""
    return float(f"{value:.15g}")


def _mean(values: list[float]) -> float:
    return fsum(values) / len(values)


def _median(values: list[float]) -> float:
    ranked, middle = sorted(values), len(values) // 2
    return ranked[middle] if len(values) % 2 else _mean(ranked[middle - 1 : middle + 1])


_TELLS: Mapping[Function, Callable[[list[float]], float]] = {
    "sum": lambda values: _tidy(fsum(values)),
    "mean": _mean,
    "median": _median,
    "min": min,
    "max": max,
}


class _Across(Frozen):
    """Series side by side: their names, and for each row the place of its series."""

    names: tuple[str, ...]
    places: Sequence[int | None]

    def told(
        self, measure: Measure, members: Sequence[int], numbers: Numbers
    ) -> tuple[float | None, ...]:
        parts: list[list[int]] = [[] for _ in self.names]
        for number in members:
            place = self.places[number]
            if place is not None:
                parts[place].append(number)
        return tuple(told_of(measure, part, numbers) for part in parts)


def _across(rows: Rows, grouping: Grouping, series: Series, numbers: Numbers) -> _Across:
    members: dict[str, list[int]] = {}
    for number, row in enumerate(rows.rows):
        value = row[series.column]
        members.setdefault("" if blank(value) else str(value), []).append(number)
    names = list(members)
    if series.most is not None:
        measure = grouping.measures[0]
        names.sort(key=lambda name: -(told_of(measure, members[name], numbers) or 0.0))
        names, rest = names[: series.most], names[series.most :]
        if rest and series.others:
            # A series that bears the name of the rest is part of it.
            rest += [name for name in names if name == series.others]
            names = [name for name in names if name != series.others]
            members[series.others] = [number for name in rest for number in members[name]]
            names.append(series.others)
    elif ordinal(names, rows):
        names.sort(key=lambda name: rank(name, rows))
    places: list[int | None] = [None] * len(rows.rows)
    for place, name in enumerate(names):
        for number in members[name]:
            places[number] = place
    return _Across(tuple(names), places)
