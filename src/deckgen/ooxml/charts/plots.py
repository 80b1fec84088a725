"""The plots of a chart: bars, lines, areas, slices, points (ECMA-376 part 1, clause 21.2.2)."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.blocks import Series
from deckgen.model.deck import ChartShape, ChartStyle, Colour
from deckgen.ooxml.charts.labels import labels
from deckgen.ooxml.charts.sheet import Sheet, cells_reference, heading_reference, sheet
from deckgen.ooxml.drawing import colour, fill
from deckgen.ooxml.xml import text

CATEGORY_AXIS = 111_111_111
VALUE_AXIS = 222_222_222

_ACCENTS = tuple(Colour(f"accent{number}") for number in range(1, 7))
_AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
_LINE_WIDTH = 31_750  # 2.5 pt
_POINT_SIZE = 7


def plots(chart: ChartShape) -> str:
    """All plots of the chart, one in most, bars and lines in a combination."""
    places = sheet(chart)
    every = list(enumerate(chart.series))
    match chart.type:
        case "pie" | "doughnut":
            return _slices(chart, places)
        case "scatter":
            return _points(chart, places)
        case "line":
            return _lines(chart, places, every)
        case "area" | "stacked-area":
            return _areas(chart, places)
        case "combo":
            bars = [(number, series) for number, series in every if not series.line]
            rising = [(number, series) for number, series in every if series.line]
            return (_bars(chart, places, bars) if bars else "") + (
                _lines(chart, places, rising) if rising else ""
            )
        case _:
            return _bars(chart, places, every)


def series_colour(style: ChartStyle, number: int) -> Colour:
    """The colour of a series; the colours begin again when there are too few."""
    colours = style.colours or _ACCENTS
    return colours[number % len(colours)]


def point_colour(style: ChartStyle, number: int) -> Colour:
    """The colour of a point in pies and highlighted series."""
    colours = style.point_colours or style.colours or _ACCENTS
    return colours[number % len(colours)]


def inner_inks(style: ChartStyle, number: int) -> tuple[Colour, ...]:
    """The ink of the labels within a series' marks: one, or one a point."""
    if style.point_colours or not style.inks:
        return style.inks
    return (style.inks[number % len(style.inks)],)


def _bars(chart: ChartShape, places: Sheet, chosen: list[tuple[int, Series]]) -> str:
    stacked = chart.type.startswith("stacked")
    direction = "bar" if chart.type.endswith("bar") else "col"
    highlighted = len(chart.series) == 1
    inner = "".join(
        _head(number, series, places, fill(series_colour(chart.style, number)))
        + '<c:invertIfNegative val="0"/>'
        + (_highlights(chart, series) if highlighted else "")
        + labels(chart, "stacked" if stacked else "bar", inner_inks(chart.style, number))
        + _categories(chart, places, number)
        + _values(chart, series, places, number)
        + "</c:ser>"
        for number, series in chosen
    )
    grouping = "stacked" if stacked else "clustered"
    overlap = 100 if stacked else -8 if len(chosen) > 1 else 0
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{inner}<c:gapWidth val="{chart.style.gap_width}"/>'
        f'<c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
    )


def _lines(chart: ChartShape, places: Sheet, chosen: list[tuple[int, Series]]) -> str:
    smooth = f'<c:smooth val="{int(chart.style.smooth)}"/>'
    inner = "".join(
        _head(number, series, places, _stroke(series_colour(chart.style, number)))
        + _marker(series_colour(chart.style, number))
        + labels(chart, "line")
        + _categories(chart, places, number)
        + _values(chart, series, places, number)
        + f"{smooth}</c:ser>"
        for number, series in chosen
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{inner}'
        f'<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


def _areas(chart: ChartShape, places: Sheet) -> str:
    stacked = chart.type == "stacked-area"
    inner = "".join(
        _head(number, series, places, _ground(series_colour(chart.style, number), stacked))
        + labels(chart, "area", inner_inks(chart.style, number))
        + _categories(chart, places, number)
        + _values(chart, series, places, number)
        + "</c:ser>"
        for number, series in enumerate(chart.series)
    )
    grouping = "stacked" if stacked else "standard"
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{inner}{_AXES}'
        "</c:areaChart>"
    )


def _ground(value: Colour, stacked: bool) -> str:
    """An area's looks; areas that stand behind each other are veils with an edge."""
    return fill(value) if stacked else fill(replace(value, alpha=35.0)) + _stroke(value)


def _slices(chart: ChartShape, places: Sheet) -> str:
    """A pie or a ring; its slices are parted by lines in the ground's colour."""
    ring = chart.type == "doughnut"
    parted = '<a:ln w="19050"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln>'
    inner = ""
    for number, series in enumerate(chart.series):
        slices = "".join(
            f'<c:dPt><c:idx val="{point}"/><c:bubble3D val="0"/>'
            f"<c:spPr>{fill(point_colour(chart.style, point))}{parted}</c:spPr></c:dPt>"
            for point in range(len(series.values))
        )
        inner += (
            _head(number, series, places, fill(point_colour(chart.style, 0)) + parted)
            + slices
            + labels(chart, chart.type, chart.style.inks)
            + _categories(chart, places, number)
            + _values(chart, series, places, number)
            + "</c:ser>"
        )
    tag = "doughnutChart" if ring else "pieChart"
    hole = '<c:holeSize val="62"/>' if ring else ""
    return f'<c:{tag}><c:varyColors val="1"/>{inner}<c:firstSliceAng val="0"/>{hole}</c:{tag}>'


def _points(chart: ChartShape, places: Sheet) -> str:
    inner = ""
    for number, series in enumerate(chart.series):
        own = series_colour(chart.style, number)
        drawn = _stroke(own) if series.line or chart.style.smooth else "<a:ln><a:noFill/></a:ln>"
        columns = places.series[number]
        abscissae = cells_reference(columns.categories, len(series.x))
        inner += (
            _head(number, series, places, drawn)
            + _marker(own)
            + labels(chart, "line")
            + f"<c:xVal><c:numRef><c:f>{abscissae}</c:f>{_cache(series.x, 'General')}</c:numRef>"
            f"</c:xVal>{_values(chart, series, places, number, tag='c:yVal')}"
            f'<c:smooth val="{int(chart.style.smooth)}"/></c:ser>'
        )
    return (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{inner}{_AXES}'
        "</c:scatterChart>"
    )


def _head(number: int, series: Series, places: Sheet, looks: str) -> str:
    reference = heading_reference(places.series[number].values)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{reference}'
        f'</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{text(series.name)}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx><c:spPr>{looks}</c:spPr>"
    )


def _highlights(chart: ChartShape, series: Series) -> str:
    """The points of a lone series that have a colour of their own."""
    own = chart.style.point_colours
    plain = series_colour(chart.style, 0)
    return "".join(
        f'<c:dPt><c:idx val="{point}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(shade)}</c:spPr></c:dPt>"
        for point, shade in enumerate(own[: len(series.values)])
        if shade != plain
    )


def _categories(chart: ChartShape, places: Sheet, number: int) -> str:
    count = len(chart.categories)
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{text(name)}</c:v></c:pt>'
        for point, name in enumerate(chart.categories)
    )
    reference = cells_reference(places.series[number].categories, count)
    return (
        f'<c:cat><c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{count}"/>{points}'
        "</c:strCache></c:strRef></c:cat>"
    )


def _values(
    chart: ChartShape, series: Series, places: Sheet, number: int, tag: str = "c:val"
) -> str:
    reference = cells_reference(places.series[number].values, len(series.values))
    cache = _cache(series.values, chart.number_format or "General")
    return f"<{tag}><c:numRef><c:f>{reference}</c:f>{cache}</c:numRef></{tag}>"


def _cache(values: tuple[float | None, ...], number_format: str) -> str:
    points = "".join(
        f'<c:pt idx="{point}"><c:v>{value!r}</c:v></c:pt>'
        for point, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numCache><c:formatCode>{text(number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    )


def _stroke(value: Colour) -> str:
    return (
        f'<a:ln w="{_LINE_WIDTH}" cap="rnd"><a:solidFill>{colour(value)}</a:solidFill>'
        "<a:round/></a:ln>"
    )


def _marker(value: Colour) -> str:
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{_POINT_SIZE}"/><c:spPr>{fill(value)}'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:ln></c:spPr>'
        "</c:marker>"
    )
