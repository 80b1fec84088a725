"""A chart in a sentence, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckgen.model.blocks import ChartType, Series
from deckgen.text.spoken import spoken

if TYPE_CHECKING:
    from deckgen.datasets.separators import Separators

_MOST_VALUES, _MOST_SERIES = 8, 4


def describe_chart(
    chart: ChartType,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    unit: str,
    asked: str,
    language: str,
) -> str:
    """What kind of chart it is and what its numbers say, in the format that is asked for."""
    words = spoken(language)
    name = words[chart] + (words["counted"].format(unit) if unit and unit != "%" else "")
    if chart == "scatter":
        names = words["and"].join(one.name for one in series)
        points = words["points"].format(names=names, count=len(series[0].values))
        return f"{name}{points}{words['stop']}"
    said = _numbers(unit, asked, language)
    told = [_series(categories, one, said, words) for one in series[:_MOST_SERIES]]
    if len(series) > _MOST_SERIES:
        told.append(words["more"].format(len(series) - _MOST_SERIES))
    return f"{name}{words['next']}{words['semicolon'].join(told)}{words['stop']}"


def _series(
    categories: tuple[str, ...],
    one: Series,
    said: Callable[[float], str],
    words: Mapping[str, str],
) -> str:
    pairs = [
        (category, value)
        for category, value in zip(categories, one.values, strict=True)
        if value is not None
    ]
    if len(pairs) <= _MOST_VALUES:
        told = words["comma"].join(f"{name} {said(value)}" for name, value in pairs)
    else:
        low = min(pairs, key=lambda pair: pair[1])
        high = max(pairs, key=lambda pair: pair[1])
        first, last, lowest, highest = (
            f"{said(value)} ({name})" for name, value in (pairs[0], pairs[-1], low, high)
        )
        told = words["range"].format(first=first, last=last, lowest=lowest, highest=highest)
    return f"{one.name}{words['colon']}{told}"


def _numbers(unit: str, asked: str, language: str) -> Callable[[float], str]:
    """How the chart's numbers are said."""
    from deckgen.datasets.separators import separators

    marks = separators(language)
    sign = marks.percent if unit == "%" else ""
    if asked:
        from deckgen.datasets.looks import NumberLook, look, shown

        try:
            own = look(asked)
        except ValueError:  # a format of Excel's that nobody but Excel can follow
            own = None
        if isinstance(own, NumberLook):
            more = "" if "%" in asked else sign
            return lambda value: shown(value, own, language) + more
    return lambda value: _number(value, marks) + sign


def _number(value: float, marks: Separators) -> str:
    said = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
    if abs(value) < 10 ** (2 + marks.least):
        said = said.replace(",", "")
    return said.translate({ord(","): marks.group, ord("."): marks.decimal})
