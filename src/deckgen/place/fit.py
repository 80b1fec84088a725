"""Fitting: the size the template asks, then smaller in whole steps, then over several slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from deckgen.model.blocks import Block
from deckgen.model.outline import Fit
from deckgen.place.blocks import flow
from deckgen.place.blocks.stack import stack_need
from deckgen.place.regions import Region
from deckgen.place.scene import Need, Scene
from deckgen.place.textset import Para, height

_ROOMY = 0.92
_MOST_GROWTH = -2
Page = tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Content that fits: its step, its pages, and how full the fullest is.

    `excess` is 0.0, or by how much of its height the content does not fit at all.
    """

    step: int
    pages: tuple[Page, ...]
    fullness: float
    excess: float = 0.0


def region_need(region: Region, scene: Scene) -> Need:
    """The height that a region's content takes in its box's width."""
    if region.slot is not None and region.flows:
        paras = flow.slot_paras(region.blocks, region.slot, scene)  # type: ignore[arg-type]
        return height(paras, region.box.cx, scene, region.slot.insets)
    return stack_need(region.blocks, region.box.cx, scene)


def fit(content: Page, allowed: Fit, scene: Scene) -> Fitted:
    """The largest step at which all regions fit, over as few pages as need be."""
    steps = _steps(content, allowed, scene)
    for step in steps:
        at = replace(scene, step=step)
        limit = _ROOMY if step < 0 else 1.0
        if all(_fits(region, at, limit) for region in content):
            return Fitted(step, (content,), _fullness(content, at))
    if allowed.split:
        pages = _split(content, steps, scene)
        if pages is not None:
            return pages
    smallest = replace(scene, step=steps[-1])
    if all(region_need(region, smallest).least <= region.box.cy for region in content):
        # Only a word wider than its measure stands in the way: it is broken inside.
        return Fitted(steps[-1], (content,), _fullness(content, smallest))
    fullness = _fullness(content, smallest)
    return Fitted(steps[-1], (content,), fullness, excess=fullness - 1)


def _steps(content: Page, allowed: Fit, scene: Scene) -> list[int]:
    grows = any(_grows(region, scene) for region in content)
    first = _MOST_GROWTH if grows else 0
    last = max((_give(region, scene) for region in content), default=0) if allowed.shrink else 0
    return list(range(first, last + 1))


def _grows(region: Region, scene: Scene) -> bool:
    return region.slot is None and all(scene.composer(block).grows for block in region.blocks)


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


def _fits(region: Region, scene: Scene, limit: float = 1.0) -> bool:
    need = region_need(region, scene)
    return not need.broken and need.least <= region.box.cy * limit


def _fullness(content: Page, scene: Scene) -> float:
    shares = [region_need(region, scene).least / max(1, region.box.cy) for region in content]
    return min(max(shares, default=0.0), 99.0)


# -- over several slides ------------------------------------------------------------------------


def _split(content: Page, steps: Sequence[int], scene: Scene) -> Fitted | None:
    """The content over the fewest pages that the smallest size needs, as large as they allow."""
    smallest = _paged(content, replace(scene, step=steps[-1]))
    if smallest is None:
        return None
    fewest = len(smallest)
    for step in (step for step in steps if step >= 0):
        at = replace(scene, step=step)
        pages = _paged(content, at)
        if pages is not None and len(pages) <= fewest:
            return Fitted(step, pages, max(_fullness(page, at) for page in pages))
    return None


def _paged(content: Page, scene: Scene) -> tuple[Page, ...] | None:
    columns: list[list[Region]] = []
    for region in content:
        pieces = _pieces(region, scene)
        if pieces is None:
            return None
        columns.append(pieces)
    rows = zip_longest(*columns)
    return tuple(tuple(region for region in row if region is not None) for row in rows)


def _pieces(region: Region, scene: Scene) -> list[Region] | None:
    """The region in as many pieces as it needs at this step, evenly filled."""
    if _height(region, scene) <= region.box.cy:
        return [region]
    main = _divisible(region, scene)
    if main is None:
        return None
    pieces = _greedy(region, main, region.box.cy, scene)
    if pieces is None:
        return None
    low, high, best = 0, region.box.cy, pieces
    for _ in range(6):
        middle = (low + high) // 2
        tried = _greedy(region, main, middle, scene)
        if tried is not None and len(tried) <= len(pieces):
            best, high = tried, middle
        else:
            low = middle
    return best


def _height(region: Region, scene: Scene) -> int:
    return region_need(region, scene).least


def _divisible(region: Region, scene: Scene) -> int | None:
    """The index of the block with the most pieces, if any has more than one."""
    counts = [scene.composer(block).atoms(block) for block in region.blocks]
    most = max(counts, default=1)
    return counts.index(most) if most > 1 else None


def _greedy(region: Region, main: int, room: int, scene: Scene) -> list[Region] | None:
    """Pieces no higher than `room`, each as long as it can be; None if one piece is too high."""
    block = region.blocks[main]
    total = scene.composer(block).atoms(block)
    pieces: list[Region] = []
    first = 0
    while first < total:
        low, high = first, total
        while low < high:
            middle = (low + high + 1) // 2
            if _height(_piece(region, main, first, middle, total, scene), scene) <= room:
                low = middle
            else:
                high = middle - 1
        if low == first:
            return None
        pieces.append(_piece(region, main, first, low, total, scene))
        first = low
    return pieces


def _piece(region: Region, main: int, first: int, last: int, total: int, scene: Scene) -> Region:
    """The region with a part of its main block; what stands before it leads the first piece."""
    block = region.blocks[main]
    part: Block = scene.composer(block).part(block, first, last)
    before = region.blocks[:main] if first == 0 else ()
    after = region.blocks[main + 1 :] if last == total else ()
    return replace(region, blocks=(*before, part, *after))
