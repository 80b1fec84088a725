"""Pictures: whole within their frame, or filling it about their focal point."""

from __future__ import annotations

from deckgen.model.blocks import Picture
from deckgen.model.deck import Origin, PictureShape
from deckgen.model.geometry import Box, inches
from deckgen.place.blocks.composer import Composer
from deckgen.place.blocks.cropping import contained, cropped
from deckgen.place.scene import Drawn, Need, Scene

_LEAST = inches(1.5)


def _need(_block: Picture, _width: int, scene: Scene) -> Need:
    return Need(round(_LEAST * min(1.0, scene.style.scale)), stretches=True)


def picture_shape(block: Picture, frame: Box, node: str) -> PictureShape:
    """The picture in its frame, as `fit` asks."""
    origin = Origin(node, "Picture", block.alt, block.decorative)
    if block.fit == "fill":
        return PictureShape(origin, frame, block.asset, cropped(block, frame))
    return PictureShape(origin, contained(block, frame), block.asset)


def _draw(block: Picture, box: Box, _scene: Scene, node: str) -> Drawn:
    return Drawn((picture_shape(block, box, node),))


def _sizes(_block: Picture, scene: Scene) -> tuple[float, float]:
    return scene.style.caption, scene.style.caption


PICTURE = Composer(_need, _draw, _sizes)
