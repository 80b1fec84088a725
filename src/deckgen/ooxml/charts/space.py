"""The chart part: plots, axes, legend and the reference to the workbook."""

from __future__ import annotations

from deckgen.model.deck import ChartShape
from deckgen.ooxml import names
from deckgen.ooxml.charts.labels import text_properties, title
from deckgen.ooxml.charts.plots import CATEGORY_AXIS, VALUE_AXIS, plots
from deckgen.ooxml.drawing import fill
from deckgen.ooxml.languages import culture
from deckgen.ooxml.xml import attribute, document

_ROUND = ("pie", "doughnut")
_WHOLES = ({1.0}, {100.0})
_UPWARDS = ' rot="-5400000" vert="horz"'
_DOWNWARDS = ' rot="0" vert="wordArtVertRtl"'
_EAST_ASIAN = (
    ("\u2e80", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
)
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(chart: ChartShape, workbook_id: str) -> bytes:
    """The chart part. `workbook_id` is the id of its relationship to the workbook."""
    axes = "" if chart.type in _ROUND else _axes(chart)
    look = text_properties(chart, chart.style.size, chart.style.text)
    return document(
        f'<c:chartSpace xmlns:c="{names.C}" xmlns:a="{names.A}" xmlns:r="{names.R}">'
        f'<c:date1904 val="0"/><c:lang val="{attribute(culture(chart.lang))}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plots(chart)}{axes}"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{_legend(chart)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{look}"
        f'<c:externalData r:id="{attribute(workbook_id)}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _axes(chart: ChartShape) -> str:
    """Both axes. Horizontal bars read from the top, so their categories run downwards."""
    lying = chart.type in ("bar", "stacked-bar")
    side = "r" if chart.rtl else "l"
    across, along = (side, "b") if lying else ("b", side)
    named = chart.y_title or chart.unit
    if chart.type == "scatter":
        first = _value_axis(chart, CATEGORY_AXIS, VALUE_AXIS, "b", chart.x_title, grid=False)
    else:
        first = _category_axis(chart, across, downwards=lying)
    second = _value_axis(
        chart, VALUE_AXIS, CATEGORY_AXIS, along, named,
        grid=chart.style.gridlines, shown=chart.style.value_axis, far=lying,
    )  # fmt: skip
    return first + second


def _turn(words: str) -> str:
    """How words stand beside an upright axis; East Asian ones upright, one below the other."""
    upright = bool(words) and all(
        any(first <= char <= last for first, last in _EAST_ASIAN) for char in words
    )
    return _DOWNWARDS if upright else _UPWARDS


def _category_axis(chart: ChartShape, place: str, *, downwards: bool) -> str:
    turn = _turn(chart.x_title) if downwards else ""
    order = "maxMin" if downwards or chart.rtl else "minMax"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{place}"/>'
        f"{title(chart, chart.x_title, turn)}"
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{fill(chart.style.grid)}</a:ln></c:spPr>'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    chart: ChartShape, own: int, other: int, place: str, words: str, *,
    grid: bool, shown: bool = True, far: bool = False,
) -> str:  # fmt: skip
    """A value axis. One that is not shown keeps its title, which says what the values count."""
    lines = ""
    if grid:
        lines = (
            f'<c:majorGridlines><c:spPr><a:ln w="6350">{fill(chart.style.grid)}</a:ln></c:spPr>'
            "</c:majorGridlines>"
        )
    kept = shown or bool(words)
    number_format = chart.number_format or "General"
    if own == CATEGORY_AXIS:
        number_format = "General"
    between = "midCat" if chart.type in ("scatter", "area", "stacked-area") else "between"
    order = "maxMin" if chart.rtl and place == "b" else "minMax"
    line = f'<c:spPr><a:ln w="9525">{fill(chart.style.grid)}</a:ln></c:spPr>'
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="{order}"/>'
        f"{_ends(chart)}</c:scaling>"
        f'<c:delete val="{int(not kept)}"/><c:axPos val="{place}"/>{lines}'
        f"{title(chart, words, _turn(words) if place in 'lr' else '')}"
        f'<c:numFmt formatCode="{attribute(number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"nextTo" if shown else "none"}"/>'
        f"{line if own == CATEGORY_AXIS else _NO_LINE}"
        f'<c:crossAx val="{other}"/><c:crosses val="{"max" if far else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/></c:valAx>'
    )


def _ends(chart: ChartShape) -> str:
    """Filled marks show amounts by their length, so that their axis begins at nought.

    It ends where stacks of shares end: there is nothing above all.
    """
    if chart.type in ("line", "scatter"):
        return ""
    rows = zip(*(series.values for series in chart.series), strict=True)
    stacks = [[value or 0.0 for value in row] for row in rows]
    if min((value for stack in stacks for value in stack), default=0.0) < 0:
        return ""
    heights = {round(sum(stack), 6) for stack in stacks}
    shares = chart.type.startswith("stacked") and heights in _WHOLES
    return (f'<c:max val="{heights.pop():g}"/>' if shares else "") + '<c:min val="0"/>'


def _legend(chart: ChartShape) -> str:
    if not chart.style.legend:
        return ""
    look = text_properties(chart, chart.style.label_size, chart.style.text)
    return (
        f'<c:legend><c:legendPos val="{chart.style.legend}"/><c:overlay val="0"/>{look}</c:legend>'
    )
