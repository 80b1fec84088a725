"""A chart's words: labels at the data, titles of axes, the look of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.model.deck import ChartShape, Colour
from deckgen.ooxml.drawing import fill
from deckgen.ooxml.languages import culture
from deckgen.ooxml.xml import attribute, text

# Where labels may stand by the kind of plot, the first by default. Another place, or any place in
# rings and areas, makes PowerPoint call the file damaged (ECMA-376 part 1, 21.2.2.48).
_PLACES: dict[str, tuple[str, ...]] = {
    "bar": ("outEnd", "inEnd", "ctr"),
    "stacked": ("ctr", "inEnd"),
    "line": ("t", "r", "ctr"),
    "pie": ("outEnd", "inEnd", "ctr", "bestFit"),
    "doughnut": (),
    "area": (),
}
_INSIDE = ("ctr", "inEnd")
_ROUND = ("pie", "doughnut")
_THEME_FACE = re.compile(r"\+(mj|mn)-lt\Z")


def labels(chart: ChartShape, plot: str, inner: Sequence[Colour] = ()) -> str:
    """The data labels of a series, or none.

    `inner` are the inks of labels that stand within the marks: one for the series, or one for
    each of its points.
    """
    if not chart.style.labels:
        return ""
    places = _PLACES[plot]
    wanted = chart.style.label_position
    place = wanted if wanted in places else next(iter(places), "")
    inside = chart.type in ("stacked-area", "doughnut") or (place in _INSIDE and plot != "line")
    inks = tuple(inner) if inside and inner else (chart.style.text,)
    parts = "".join(
        f'<c:dLbl><c:idx val="{point}"/>{_label(chart, plot, place, ink)}</c:dLbl>'
        for point, ink in enumerate(inks)
        if ink != inks[0]
    )
    leaders = '<c:showLeaderLines val="0"/>' if plot in _ROUND else ""
    return f"<c:dLbls>{parts}{_label(chart, plot, place, inks[0])}{leaders}</c:dLbls>"


def _label(chart: ChartShape, plot: str, place: str, ink: Colour) -> str:
    """How one label looks and what it says; ECMA-376 part 1, 21.2.2.47."""
    percent = plot in _ROUND and "%" not in chart.number_format
    named = plot in _ROUND and not chart.style.legend
    number_format = "0%" if percent else chart.number_format or "General"
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    turn = "" if named else ' wrap="none"'  # else LibreOffice parts a number from its sign
    parted = "<c:separator>\n</c:separator>" if named else ""
    return (
        f'<c:numFmt formatCode="{attribute(number_format)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(chart, chart.style.label_size, ink, turn)}{position}"
        f'<c:showLegendKey val="0"/><c:showVal val="{int(not percent)}"/>'
        f'<c:showCatName val="{int(named)}"/><c:showSerName val="0"/>'
        f'<c:showPercent val="{int(percent)}"/><c:showBubbleSize val="0"/>{parted}'
    )


def text_properties(chart: ChartShape, size: float, ink: Colour, turn: str = "") -> str:
    """The c:txPr of words in the chart; `size` in points."""
    look = _default_run(chart, size, ink)
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr{_direction(chart)}>{look}</a:pPr>"
        f'<a:endParaRPr lang="{_language(chart)}"/></a:p></c:txPr>'
    )


def title(chart: ChartShape, words: str, turn: str = "") -> str:
    """An axis' title; empty for no words."""
    if not words:
        return ""
    look = _default_run(chart, chart.style.label_size, chart.style.text)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr{_direction(chart)}>{look}</a:pPr>"
        f'<a:r><a:rPr lang="{_language(chart)}"/><a:t>{text(words)}</a:t></a:r></a:p></c:rich>'
        '</c:tx><c:overlay val="0"/></c:title>'
    )


def _default_run(chart: ChartShape, size: float, ink: Colour) -> str:
    return (
        f'<a:defRPr sz="{round(size * 100)}" b="0">{fill(ink)}{_faces(chart.style.font)}</a:defRPr>'
    )


def _direction(chart: ChartShape) -> str:
    return ' rtl="1"' if chart.rtl else ""


def _faces(font: str) -> str:
    if not font:
        return ""
    if theme := _THEME_FACE.match(font):
        kind = theme[1]
        return "".join(
            f'<a:{tag} typeface="+{kind}-{tag[:2] if tag != "latin" else "lt"}"/>'
            for tag in ("latin", "ea", "cs")
        )
    return f'<a:latin typeface="{attribute(font)}"/><a:cs typeface="{attribute(font)}"/>'


def _language(chart: ChartShape) -> str:
    return attribute(culture(chart.lang))
