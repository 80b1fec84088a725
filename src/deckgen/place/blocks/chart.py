"""Charts: what to label, which colours, whether an axis is needed, when nothing is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from deckgen.frozen import replace
from deckgen.model.blocks import Chart
from deckgen.model.deck import ChartShape, ChartStyle, Colour, Origin
from deckgen.model.geometry import Box, inches
from deckgen.place.blocks.chart_labels import readable
from deckgen.place.blocks.composer import Composer
from deckgen.place.inks import ink_on
from deckgen.place.scene import Drawn, Need, Scene
from deckgen.place.scripts import tag

_LEAST = inches(2.2)
_TALLEST = 1.15  # times its width
_WIDE = 1.3  # times its height
_ROUND = frozenset({"pie", "doughnut"})
_STACKED = frozenset({"stacked-bar", "stacked-column", "stacked-area"})


def _need(_block: Chart, _width: int, scene: Scene) -> Need:
    return Need(round(_LEAST * min(1.0, scene.style.scale)), stretches=True)


def _draw(block: Chart, box: Box, scene: Scene, node: str) -> Drawn:
    # Programs centre a chart in its frame: in a tall one it would hang below its heading.
    box = replace(box, cy=min(box.cy, round(box.cx * _TALLEST)))
    shape = ChartShape(
        Origin(node, "Chart", block.alt),
        box,
        block.type,
        block.categories,
        block.series,
        _style(block, box, scene),
        number_format=_number_format(block),
        x_title=_titles(block)[0],
        y_title=_titles(block)[1],
        lang=tag(scene.language),
    )
    return Drawn((shape,))


def _titles(block: Chart) -> tuple[str, str]:
    """The titles of the categories' and of the values' axis.

    The outline names axes by where they lie; in bars the categories stand on the vertical one.
    """
    lying = block.type in {"bar", "stacked-bar"}
    first, second = (block.y_title, block.x_title) if lying else (block.x_title, block.y_title)
    return first, second or ("" if block.unit == "%" else block.unit)


def _number_format(block: Chart) -> str:
    """The values' format; a percent sign stands at the numbers and not on the axis."""
    asked = block.number_format or "General"
    if block.unit != "%" or "%" in asked:
        return asked
    return f'{"0" if asked == "General" else asked}"%"'


def _style(block: Chart, box: Box, scene: Scene) -> ChartStyle:
    size = scene.size(scene.style.label, scene.style.floor_dense)
    labels = _labels(block, box, size, scene)
    colours, points = _series_colours(block, scene), _point_colours(block, scene)
    return ChartStyle(
        colours=colours,
        inks=tuple(ink_on(ground, scene.layout) for ground in points or colours),
        text=scene.style.ink,
        grid=scene.style.hairline,
        size=size,
        font=scene.fonts.body_face or "+mn-lt",
        label_size=size,
        point_colours=points,
        labels=labels,
        label_position=_label_position(block),
        legend=_legend(block, box),
        value_axis=not labels,
        gridlines=not labels,
    )


def _labels(block: Chart, box: Box, size: float, scene: Scene) -> bool:
    """Labels on the marks themselves where they can be read, or are asked for."""
    if block.labels is not None:
        return block.labels
    return readable(block, box, size, _number_format(block), scene)


def _label_position(block: Chart) -> Literal["", "outEnd", "ctr", "t"]:
    if block.type in _STACKED:
        return "ctr"
    if block.type in {"line", "combo"}:
        return "t"
    return "outEnd" if block.type in {"bar", "column", "pie"} else ""


def _legend(block: Chart, box: Box) -> Literal["", "b", "t", "r"]:
    if block.legend is False:
        return ""
    if block.type in _ROUND:  # where there is more room beside it than below it
        return "r" if box.cx > _WIDE * box.cy else "b"
    return "t" if block.legend or len(block.series) > 1 else ""


def _palette(scene: Scene, count: int) -> tuple[Colour, ...]:
    data = scene.style.data or tuple(Colour(f"accent{number}") for number in range(1, 7))
    return tuple(data[at % len(data)] for at in range(count))


def _series_colours(block: Chart, scene: Scene) -> tuple[Colour, ...]:
    marked = [series.highlight or series.name in block.highlight for series in block.series]
    if any(marked):
        return _marked(marked, scene, alike=False)
    return _palette(scene, len(block.series))


def _point_colours(block: Chart, scene: Scene) -> tuple[Colour, ...]:
    """One colour a point: for round charts, or where categories of a lone series stand out."""
    marked = [category in block.highlight for category in block.categories]
    if any(marked) and (len(block.series) == 1 or block.type in _ROUND):
        return _marked(marked, scene, alike=block.type not in _ROUND)
    return _palette(scene, len(block.categories)) if block.type in _ROUND else ()


def _marked(marked: Sequence[bool], scene: Scene, *, alike: bool) -> tuple[Colour, ...]:
    """The accent for what stands out; the rest in one grey, or in greys that differ."""
    greys = _greys(scene)
    quiet = iter((greys[1:2] if alike else greys) * len(marked))
    return tuple(scene.style.accent if is_marked else next(quiet) for is_marked in marked)


def _greys(scene: Scene) -> list[Colour]:
    base = scene.style.muted.base
    return [Colour(base, lum_mod=100 - off, lum_off=off) for off in (20, 45, 65)]


def _sizes(_block: Chart, scene: Scene) -> tuple[float, float]:
    return scene.style.label, scene.style.floor_dense


CHART = Composer(_need, _draw, _sizes)
