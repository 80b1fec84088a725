"""What was asked for and could not be had, though everything fits."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics
from deckgen.model.blocks import Diagram
from deckgen.place.diagrams.timeline import keeps_scale
from deckgen.place.fit import Fitted
from deckgen.place.scene import Scene


def remark(content: Fitted, scene: Scene, found: Diagnostics) -> None:
    """Say where a timeline does not keep the proportions that the outline asks for."""
    at = scene.at(content.step)
    for page in content.pages:
        for region in page:
            for block in region.blocks:
                if not isinstance(block, Diagram) or block.type != "timeline":
                    continue
                if not keeps_scale(block, region.box.cx, at):
                    found.warning(
                        "uneven-timeline",
                        "the events stand too close, or without dates in order, to be set apart"
                        " in proportion: they stand at even distances",
                        block.span,
                        "Shorten their texts, or leave out `scale: proportional`.",
                    )
