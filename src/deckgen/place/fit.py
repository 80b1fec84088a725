"""Fitting: the size the template asks, then smaller in whole steps, then over several slides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.model.blocks import Block, Columns, Text
from deckgen.model.outline import Fit
from deckgen.place.blocks import flow
from deckgen.place.needs import region_need
from deckgen.place.regions import Region
from deckgen.place.scene import Scene
from deckgen.place.splitting import Page, split
from deckgen.place.textset import Para

_ROOMY = 0.92
_MOST_GROWTH = -2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Content that fits: its step, its pages, and how full the fullest is.

    `excess` is 0.0, or by how much of its height the content does not fit at all.
    """

    step: int
    pages: tuple[Page, ...]
    fullness: float
    excess: float = 0.0


def fit(content: Page, allowed: Fit, scene: Scene) -> Fitted:
    """The largest step at which all regions fit, over as few pages as need be."""
    steps = _steps(content, allowed, scene)
    smallest = replace(scene, step=steps[-1])
    if _fit_at(content, smallest):
        for step in steps:
            at = replace(scene, step=step)
            if _fit_at(content, at):
                return Fitted(step, (content,), _fullness(content, at))
    if allowed.split:
        found = split(content, [step for step in steps if step >= 0], scene)
        if found is not None:
            step, pages = found
            at = replace(scene, step=step)
            return Fitted(step, pages, max(_fullness(page, at) for page in pages))
    if all(region_need(region, smallest).least <= region.box.cy for region in content):
        # Only a word wider than its measure stands in the way: it is broken inside.
        return Fitted(steps[-1], (content,), _fullness(content, smallest))
    fullness = _fullness(content, smallest)
    return Fitted(steps[-1], (content,), fullness, excess=fullness - 1)


def _steps(content: Page, allowed: Fit, scene: Scene) -> list[int]:
    grows = any(_grows(region, scene) for region in content)
    first = _MOST_GROWTH if grows else 0
    gives = [_give(region, scene) for region in content]
    last = max((0, *gives)) if allowed.shrink else 0
    return list(range(first, last + 1))


def _grows(region: Region, scene: Scene) -> bool:
    return region.slot is None and all(_block_grows(block, scene) for block in region.blocks)


def _block_grows(block: Block, scene: Scene) -> bool:
    if isinstance(block, Columns):
        return all(_block_grows(inner, scene) for c in block.columns for inner in c.blocks)
    if isinstance(block, Text) and block.role == "lead":
        return True
    return scene.composer(block).grows


def _give(region: Region, scene: Scene) -> int:
    """How many points the text of a region can lose before it meets its floor."""
    if region.slot is not None and region.flows:
        levels = [para.style.asked for para in _slot_paras(region, scene)]
        sizes = [level.size for level in levels if level is not None]
        return round(max(0.0, max(sizes, default=0) - scene.style.floor_body))
    pairs = [scene.composer(block).sizes(block, scene) for block in region.blocks]
    return round(max((asked - floor for asked, floor in pairs), default=0))


def _slot_paras(region: Region, scene: Scene) -> list[Para]:
    assert region.slot is not None
    return flow.slot_paras(region.blocks, region.slot, scene)  # type: ignore[arg-type]


def _fit_at(content: Page, scene: Scene) -> bool:
    limit = _ROOMY if scene.step < 0 else 1.0
    needs = ((region, region_need(region, scene)) for region in content)
    return all(not need.broken and need.least <= region.box.cy * limit for region, need in needs)


def _fullness(content: Page, scene: Scene) -> float:
    shares = [region_need(region, scene).least / max(1, region.box.cy) for region in content]
    return min(max(shares, default=0.0), 99.0)
