"""Fitting: the size the template asks, then smaller in whole steps, then over several slides."""

from __future__ import annotations

from deckgen.frozen import Frozen
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


class Fitted(Frozen):
    """Content that fits: its step, its pages, and how full the fullest is.

    `excess` is 0.0, or by how much of its height the content does not fit at all.
    """

    step: int
    pages: tuple[Page, ...]
    fullness: float
    excess: float = 0.0


def fit(content: Page, allowed: Fit, scene: Scene) -> Fitted:
    """The largest step at which all regions fit, over as few pages as need be."""
    first = _first_step(content, scene)
    fullness = _filled(content, scene.at(first))
    if fullness is not None:
        return Fitted(first, (content,), fullness)
    steps = range(first, _last_step(content, allowed, scene) + 1)
    smallest = scene.at(steps[-1])
    if len(steps) > 1 and _filled(content, smallest) is not None:
        for step in steps[1:]:
            fullness = _filled(content, scene.at(step))
            if fullness is not None:
                return Fitted(step, (content,), fullness)
    if allowed.split:
        found = split(content, [step for step in steps if step >= 0], scene)
        if found is not None:
            step, pages = found
            at = scene.at(step)
            return Fitted(step, pages, max(_fullness(page, at) for page in pages))
    if all(region_need(region, smallest).least <= region.box.cy for region in content):
        # Only a word wider than its measure stands in the way: it is broken inside.
        return Fitted(steps[-1], (content,), _fullness(content, smallest))
    fullness = _fullness(content, smallest)
    return Fitted(steps[-1], (content,), fullness, excess=fullness - 1)


def _first_step(content: Page, scene: Scene) -> int:
    return _MOST_GROWTH if any(_grows(region, scene) for region in content) else 0


def _last_step(content: Page, allowed: Fit, scene: Scene) -> int:
    return max((0, *(_give(region, scene) for region in content))) if allowed.shrink else 0


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


def _filled(content: Page, scene: Scene) -> float | None:
    """How full the fullest region is at the scene's step; None when one does not fit."""
    limit = _ROOMY if scene.step < 0 else 1.0
    shares = [0.0]
    for region in content:
        need = region_need(region, scene)
        if need.broken or need.least > region.box.cy * limit:
            return None
        shares.append(need.least / max(1, region.box.cy))
    return max(shares)


def _fullness(content: Page, scene: Scene) -> float:
    shares = [region_need(region, scene).least / max(1, region.box.cy) for region in content]
    return min(max(shares, default=0.0), 99.0)
