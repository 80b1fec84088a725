"""A chart in a sentence, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.model.blocks import ChartType, Series

_MOST_VALUES = 8


def describe_chart(
    chart: ChartType,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    unit: str,
    asked: str = "",
) -> str:
    """What kind of chart it is and what its numbers say, in the format that is asked for."""
    name = chart.replace("-", " ").capitalize()
    counted = f" in {unit}" if unit and unit != "%" else ""
    if chart == "scatter":
        names = " and ".join(one.name for one in series)
        return f"{name} chart of {names}{counted} with {len(series[0].values)} points."
    told = "; ".join(_series(categories, one, _words(unit, asked)) for one in series[:4])
    more = f"; and {len(series) - 4} more series" if len(series) > 4 else ""
    return f"{name} chart{counted}. {told}{more}."


def _series(categories: tuple[str, ...], one: Series, said: Callable[[float], str]) -> str:
    pairs = [
        (category, value)
        for category, value in zip(categories, one.values, strict=True)
        if value is not None
    ]
    if len(pairs) <= _MOST_VALUES:
        told = ", ".join(f"{name} {said(value)}" for name, value in pairs)
        return f"{one.name}: {told}"
    low = min(pairs, key=lambda pair: pair[1])
    high = max(pairs, key=lambda pair: pair[1])
    first, last, lowest, highest = (
        f"{said(value)} ({name})" for name, value in (pairs[0], pairs[-1], low, high)
    )
    return f"{one.name}: from {first} to {last}, lowest {lowest}, highest {highest}"


def _words(unit: str, asked: str) -> Callable[[float], str]:
    """How the chart's numbers are said."""
    sign = "%" if unit == "%" else ""
    if asked:
        from deckgen.datasets.looks import NumberLook, look, shown

        try:
            own = look(asked)
        except ValueError:  # a format of Excel's that nobody but Excel can follow
            own = None
        if isinstance(own, NumberLook):
            more = "" if "%" in asked else sign
            return lambda value: shown(value, own, "en") + more
    return lambda value: _number(value) + sign


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
