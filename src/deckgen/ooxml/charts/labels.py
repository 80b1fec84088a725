"""A chart's words: labels at the data, titles of axes, the look of its text."""

from __future__ import annotations

import re

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
_THEME_FACE = re.compile(r"\+(mj|mn)-lt\Z")


def labels(chart: ChartShape, plot: str, ground: Colour | None) -> str:
    """The data labels of a series, or none; `ground` is the fill that they may stand on."""
    if not chart.style.labels:
        return ""
    places = _PLACES[plot]
    wanted = chart.style.label_position
    place = wanted if wanted in places else next(iter(places), "")
    round_chart = plot in ("pie", "doughnut")
    percent = round_chart and "%" not in chart.number_format
    named = round_chart and not chart.style.legend
    number_format = "0%" if percent else chart.number_format or "General"
    inside = chart.type == "stacked-area" or (place in _INSIDE and plot != "line")
    ink = ink_on(ground) if inside and ground is not None else chart.style.text
    if plot == "doughnut":
        ink = Colour("bg1")
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    parted = "<c:separator>\n</c:separator>" if named else ""
    leaders = '<c:showLeaderLines val="0"/>' if round_chart else ""
    return (
        f'<c:dLbls><c:numFmt formatCode="{attribute(number_format)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(chart, chart.style.label_size, ink)}{position}"
        f'<c:showLegendKey val="0"/><c:showVal val="{int(not percent)}"/>'
        f'<c:showCatName val="{int(named)}"/><c:showSerName val="0"/>'
        f'<c:showPercent val="{int(percent)}"/><c:showBubbleSize val="0"/>'
        f"{parted}{leaders}</c:dLbls>"
    )


def text_properties(chart: ChartShape, size: float, ink: Colour, turn: str = "") -> str:
    """The c:txPr of words in the chart; `size` in points."""
    look = _default_run(chart, size, ink)
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr>"
        f'<a:endParaRPr lang="{_language(chart)}"/></a:p></c:txPr>'
    )


def title(chart: ChartShape, words: str, turn: str = "") -> str:
    """An axis' title; empty for no words."""
    if not words:
        return ""
    look = _default_run(chart, chart.style.label_size, chart.style.text)
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr>"
        f'<a:r><a:rPr lang="{_language(chart)}"/><a:t>{text(words)}</a:t></a:r></a:p></c:rich>'
        '</c:tx><c:overlay val="0"/></c:title>'
    )


def ink_on(ground: Colour) -> Colour:
    """Light words on a plain theme colour or a dark one, dark words on a tint."""
    if ground.lum_off:
        return Colour("tx1")
    try:
        red, green, blue = bytes.fromhex(ground.base)
    except ValueError:
        return Colour("bg1")
    return Colour("bg1" if 0.30 * red + 0.59 * green + 0.11 * blue < 150 else "tx1")


def _default_run(chart: ChartShape, size: float, ink: Colour) -> str:
    return (
        f'<a:defRPr sz="{round(size * 100)}" b="0">{fill(ink)}{_faces(chart.style.font)}</a:defRPr>'
    )


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
