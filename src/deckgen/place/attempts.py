"""Ways to set a slide on a template that others made, from its placeholders to the free area."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import Box, inches
from deckgen.model.outline import Fit, Slide
from deckgen.model.pack import DeckTemplate, DiagramStyle, Layout
from deckgen.place.arrangements import on_area, reaching, spread
from deckgen.place.fit import Fitted, fit
from deckgen.place.furniture import Title, fit_title, foot_shape, header_shape
from deckgen.place.regions import Region, foot_texts, regions
from deckgen.place.scene import Scene

_TO_TITLE = inches(0.12)
Arrange = Callable[[Slide, Layout, str], tuple[Region, ...]]
# Slides that are one picture in the listeners' mind: they never go on over a second slide.
WHOLE = frozenset({"title", "section", "closing", "statement"})
_MUCH = 0.3  # by so much text is set smaller before other room is looked for
_LEAST_TITLE, _LEAST_BODY = 0.6, 0.72


class Attempt(Frozen):
    """A slide's layout with its scene, its title and its content, and how well they fit."""

    scene: Scene
    title: Title
    content: Fitted

    @property
    def fits(self) -> bool:
        """Whether everything has its place."""
        return self.title.excess <= 0 and self.content.excess <= 0


def best_attempt(
    slide: Slide,
    template: DeckTemplate,
    layout: Layout,
    scene_on: Callable[[Layout], Scene],
) -> Attempt:
    """The first way that serves well, else the first that serves, else the first of all.

    Only templates of others have more than one: a pack made from tokens has room for what it
    takes, and says so when there is too much.
    """
    ways = _ways(slide, template, layout) if template.adopted else iter(((layout, regions, False),))
    tried: list[Attempt] = []
    for on, arrange, small in ways:
        scene = scene_on(on)
        if small:
            scene = replace(scene, style=_smaller(scene.style))
        attempt = _attempt(slide, scene, arrange)
        if attempt.fits and _good(attempt, slide):
            return attempt
        tried.append(attempt)
        if small and (serving := [each for each in tried if each.fits]):
            return min(serving, key=lambda each: each.content.step)
    return next((each for each in tried if each.fits), tried[0])


def _attempt(slide: Slide, scene: Scene, arrange: Arrange) -> Attempt:
    title = fit_title(slide.title, scene)
    if title.box is not None:
        area = scene.layout.area
        top = max(area.y, title.box.bottom + _TO_TITLE)
        area = Box(area.x, top, area.cx, max(1, area.bottom - top))
        scene = replace(scene, layout=replace(scene.layout, area=area))
    allowed = Fit(slide.fit.shrink, slide.fit.split and slide.role not in WHOLE)
    return Attempt(scene, title, fit(_content(slide, scene, arrange), allowed, scene))


def _content(slide: Slide, scene: Scene, arrange: Arrange) -> tuple[Region, ...]:
    """The slide's regions, less what a header without placeholder and the foot lines take."""
    top = header_shape(slide.header, scene, slide.id)[1] if slide.header else 0
    foot = foot_texts(slide)
    below = foot_shape(foot, scene, slide.id)[1] if foot else 0
    area = scene.layout.area
    least, most = area.y + top, area.bottom - below
    return tuple(
        replace(region, box=_clipped(region.box, least if top else 0, most if below else 10**9))
        for region in arrange(slide, scene.layout, scene.language)
    )


def _clipped(box: Box, least: int, most: int) -> Box:
    top, bottom = max(box.y, least), min(box.bottom, most)
    return Box(box.x, top, box.cx, max(1, bottom - top))


def _ways(
    slide: Slide, template: DeckTemplate, layout: Layout
) -> Iterator[tuple[Layout, Arrange, bool]]:
    """Layouts with an arrangement each, and whether the smallest sizes are allowed."""
    usual: tuple[Arrange, ...] = (regions, reaching)
    free = layout if slide.layout else template.roles["diagram"]
    if slide.role in WHOLE:
        usual = (*usual, spread)
    yield from ((layout, arrange, False) for arrange in usual)
    if slide.role in WHOLE:
        yield from ((layout, arrange, True) for arrange in usual)
    yield layout, on_area, False
    yield free, on_area, False
    yield from ((layout, arrange, True) for arrange in usual)
    yield layout, on_area, True
    yield free, on_area, True
    for last in (layout, free):
        if last.room is not None:
            yield replace(last, area=last.room), on_area, False
            yield replace(last, area=last.room), on_area, True


def _good(attempt: Attempt, slide: Slide) -> bool:
    """Whether the text stays near the size that the template asks."""
    if slide.role not in WHOLE:
        return True
    asked = max(
        (
            region.slot.levels[0].size
            for page in attempt.content.pages
            for region in page
            if region.slot is not None
        ),
        default=attempt.scene.style.body,
    )
    return attempt.content.step <= _MUCH * asked


def _smaller(style: DiagramStyle) -> DiagramStyle:
    """The style with floors that only need has: better small than not at all."""
    return replace(
        style,
        floor_title=style.floor_title * _LEAST_TITLE,
        floor_body=style.floor_body * _LEAST_BODY,
        floor_dense=style.floor_dense * 0.8,
        floor_label=style.floor_label * 0.8,
    )
