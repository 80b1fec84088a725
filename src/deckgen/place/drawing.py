"""A planned slide becomes shapes: title first, then in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.frozen import Frozen, replace
from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Connector,
    Ph,
    PictureShape,
    PlacedSlide,
    Reveal,
    Shape,
    TableShape,
    TextBody,
)
from deckgen.model.geometry import Box, inches
from deckgen.model.inline import Inline, Run, plain
from deckgen.model.outline import Slide
from deckgen.place.blocks import flow
from deckgen.place.blocks.stack import stack_draw
from deckgen.place.diagrams.panel import icon_shape
from deckgen.place.fit import Fitted
from deckgen.place.furniture import (
    Title,
    filled,
    foot_shape,
    footer_shapes,
    header_shape,
    title_shape,
)
from deckgen.place.mirroring import mirrored
from deckgen.place.notes import notes_body
from deckgen.place.regions import ICON, Region, foot_texts
from deckgen.place.scene import Drawn, Scene
from deckgen.place.splitting import Page

_TO_CAPTION = inches(0.1)


class Furnishing(Frozen):
    """What stands on every page of a slide."""

    slide: Slide
    scene: Scene
    title: Title
    footer: TextBody | None
    marking: AutoShape | None = None


def draw_slide(around: Furnishing, content: Fitted) -> tuple[PlacedSlide, ...]:
    """The slide, or its continuation slides, each with a title of its own."""
    count = len(content.pages)
    return tuple(
        _page(around, page, number, count, content) for number, page in enumerate(content.pages, 1)
    )


def page_id(slide: str, number: int) -> str:
    """The id of a slide's first page, which is its own, or of a continuation slide."""
    return slide if number == 1 else f"{slide}-{number}"


def _page(around: Furnishing, page: Page, number: int, count: int, content: Fitted) -> PlacedSlide:
    slide = around.slide
    scene = around.scene.at(content.step)
    mark: Inline = (Run(f" ({number}/{count})"),) if count > 1 else ()
    title = replace(around.title, text=(*slide.title, *mark)) if mark else around.title
    node = page_id(slide.id, number)
    shapes: list[Shape] = [title_shape(title, scene, f"{node}/title")]
    if slide.header:
        shapes.append(header_shape(slide.header, scene, f"{node}/header")[0])
    shapes += _ordinal(slide, scene, f"{node}/ordinal")
    reveals: list[Reveal] = []
    drawings = list(_regions(page, scene, node))
    if scene.rtl:
        drawings = list(map(_mirrored, drawings, page))
    for drawn in _closed_up(page, drawings, scene):
        shapes += drawn.shapes
        reveals += drawn.reveals
    foot = foot_texts(slide)
    if foot:
        shapes.append(foot_shape(foot, scene, f"{node}/foot")[0])
    shapes += footer_shapes(around.footer, scene, node)
    if around.marking is not None:
        shapes.append(around.marking)
    return PlacedSlide(
        id=node,
        layout=scene.layout.part,
        title=plain(title.text),
        shapes=tuple(shapes),
        notes=notes_body(slide.notes, scene.language) if number == 1 else None,
        reveals=tuple(reveals) if slide.reveal else (),
        transition=scene.style.transition,
        fullness=content.fullness,
        shrunk=max(0, content.step),
    )


def _ordinal(slide: Slide, scene: Scene, node: str) -> list[Shape]:
    """The part's number on the slide that opens it, where the layout has a place for it."""
    slot = scene.layout.slot("ordinal")
    if slot is None or slide.role != "section" or not slide.part:
        return []
    return [filled(slot, (Run(str(slide.part)),), scene, node, slot.name)]


def _regions(page: Sequence[Region], scene: Scene, node: str) -> Iterator[Drawn]:
    for index, region in enumerate(page, 1):
        path = f"{node}/{index}"
        slot = region.slot
        if slot is None:
            yield stack_draw(region.blocks, region.box, scene, path)
        elif region.flows:
            drawn = flow.draw_in_slot(region.blocks, slot, scene, path)  # type: ignore[arg-type]
            placed = drawn if region.box == slot.box else _boxed(drawn, region)
            yield _with_icon(placed, region, slot.box, scene, path) if region.icon else placed
        else:
            yield _in_slot(stack_draw(region.blocks, region.box, scene, path), region)


def _mirrored(drawn: Drawn, region: Region) -> Drawn:
    """What a region shows, its sides exchanged; a placeholder stays where the layout has it."""
    frame = region.slot.box if region.slot is not None else region.box
    return replace(drawn, shapes=mirrored(drawn.shapes, frame))


def _closed_up(page: Sequence[Region], drawn: Sequence[Drawn], scene: Scene) -> Iterator[Drawn]:
    """A caption in its own placeholder moves up to the content that it belongs to.

    A title between the two stays between them.
    """
    title = scene.layout.slot("title")
    bottoms = [
        shape.box.bottom
        for region, done in zip(page, drawn, strict=True)
        if region.slot is None or not region.flows
        for shape in done.shapes
        if not isinstance(shape, Connector) and shape.box is not None
    ]
    for region, done in zip(page, drawn, strict=True):
        slot = region.slot
        if slot is None or slot.role != "caption" or not bottoms:
            yield done
            continue
        top = min(region.box.y, max(bottoms) + _TO_CAPTION)
        if title is not None and _between(title.box, top, region.box):
            top = region.box.y
        yield _boxed(done, replace(region, box=replace(region.box, y=top)))


def _between(box: Box, top: int, below: Box) -> bool:
    """Whether a box stands over another one, and lower than `top`."""
    beside = box.right <= below.x or below.right <= box.x
    return not beside and top < box.bottom <= below.y + _TO_CAPTION


def _with_icon(drawn: Drawn, region: Region, whole: Box, scene: Scene, path: str) -> Drawn:
    at = Box(whole.right - ICON, whole.bottom - ICON - inches(0.06), ICON, ICON)
    icon = icon_shape(region.icon, at, scene, f"{path}/icon")
    return replace(drawn, shapes=(*drawn.shapes, icon))


def _boxed(drawn: Drawn, region: Region) -> Drawn:
    shapes = (
        replace(shape, box=region.box) if isinstance(shape, AutoShape) else shape
        for shape in drawn.shapes
    )
    return replace(drawn, shapes=tuple(shapes))


def _in_slot(drawn: Drawn, region: Region) -> Drawn:
    """The graphic among the shapes fills the placeholder."""
    assert region.slot is not None
    ph = Ph(region.slot.type, region.slot.idx)
    shapes = list(drawn.shapes)
    for index, shape in enumerate(shapes):
        if isinstance(shape, TableShape | ChartShape | PictureShape):
            shapes[index] = replace(shape, ph=ph)
            break
    return replace(drawn, shapes=tuple(shapes))
