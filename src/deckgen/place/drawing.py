"""A planned slide becomes shapes: title first, then in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.model.deck import (
    AutoShape,
    ChartShape,
    Ph,
    PictureShape,
    PlacedSlide,
    Reveal,
    Shape,
    TableShape,
)
from deckgen.model.inline import Inline, Run, plain
from deckgen.model.outline import Slide
from deckgen.place.blocks import flow
from deckgen.place.blocks.stack import stack_draw
from deckgen.place.fit import Fitted, Page
from deckgen.place.furniture import (
    Title,
    foot_shape,
    footer_shapes,
    header_shape,
    title_shape,
)
from deckgen.place.notes import notes_body
from deckgen.place.regions import Region, foot_texts
from deckgen.place.scene import Drawn, Scene


@dataclass(frozen=True, slots=True)
class Furnishing:
    """What stands on every page of a slide."""

    slide: Slide
    scene: Scene
    title: Title
    footer: tuple[Inline, ...]


def draw_slide(around: Furnishing, content: Fitted) -> tuple[PlacedSlide, ...]:
    """The slide, or its continuation slides, each with a title of its own."""
    count = len(content.pages)
    return tuple(
        _page(around, page, number, count, content) for number, page in enumerate(content.pages, 1)
    )


def _page(around: Furnishing, page: Page, number: int, count: int, content: Fitted) -> PlacedSlide:
    slide = around.slide
    scene = replace(around.scene, step=content.step)
    mark: Inline = (Run(f" ({number}/{count})"),) if count > 1 else ()
    title = replace(around.title, text=(*slide.title, *mark))
    node = slide.id if number == 1 else f"{slide.id}-{number}"
    shapes: list[Shape] = [title_shape(title, scene, f"{node}/title")]
    if slide.header:
        shapes.append(header_shape(slide.header, scene, f"{node}/header")[0])
    reveals: list[Reveal] = []
    for drawn in _regions(page, scene, node):
        shapes += drawn.shapes
        reveals += drawn.reveals
    foot = foot_texts(slide)
    if foot:
        shapes.append(foot_shape(foot, scene, f"{node}/foot")[0])
    shapes += footer_shapes(around.footer, scene, node)
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


def _regions(page: Sequence[Region], scene: Scene, node: str) -> Iterator[Drawn]:
    for index, region in enumerate(page, 1):
        path = f"{node}/{index}"
        slot = region.slot
        if slot is None:
            yield stack_draw(region.blocks, region.box, scene, path)
        elif region.flows:
            drawn = flow.draw_in_slot(region.blocks, slot, scene, path)  # type: ignore[arg-type]
            yield drawn if region.box == slot.box else _boxed(drawn, region)
        else:
            yield _in_slot(stack_draw(region.blocks, region.box, scene, path), region)


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
