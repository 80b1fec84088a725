"""Content over several slides: as few as the smallest size needs, as even as they allow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, zip_longest

from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Block
from deckgen.place.needs import others_need, pieces_of, region_need
from deckgen.place.regions import Region
from deckgen.place.scene import Scene

Page = tuple[Region, ...]
_EVENING_ROUNDS = 8


class Division(Frozen):
    """A region about to be divided: its main block, and how far a part may reach.

    `reach(first, room)` is the end of the longest part from `first` that is no higher than `room`.
    """

    region: Region
    main: int
    block: Block
    total: int
    reach: Callable[[int, int], int]


def split(content: Page, steps: Sequence[int], scene: Scene) -> tuple[int, tuple[Page, ...]] | None:
    """The step and the pages, or None when a single piece is too high for a slide."""
    smallest = _paged(content, replace(scene, step=steps[-1]))
    if smallest is None:
        return None
    for step in steps[:-1]:
        pages = _paged(content, replace(scene, step=step))
        if pages is not None and len(pages) <= len(smallest):
            return step, pages
    return steps[-1], smallest


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
    """The region in as many parts as it needs at this step, evenly filled."""
    if region_need(region, scene).least <= region.box.cy:
        return [region]
    division = _division(region, scene)
    ends = _ends(division, region.box.cy) if division else None
    if division is None or ends is None:
        return None
    low, high = 0, region.box.cy
    for _ in range(_EVENING_ROUNDS):
        middle = (low + high) // 2
        tried = _ends(division, middle)
        if tried is not None and len(tried) <= len(ends):
            ends, high = tried, middle
        else:
            low = middle
    starts = [0, *ends[:-1]]
    return [_part(division, first, last, scene) for first, last in zip(starts, ends, strict=True)]


def _division(region: Region, scene: Scene) -> Division | None:
    """The region with its longest block ready to be cut; None when no block has two pieces."""
    counts = [scene.composer(block).atoms(block) for block in region.blocks]
    most = max(counts, default=1)
    if most < 2:
        return None
    main = counts.index(most)
    width = region.box.cx
    block: Block = scene.composer(region.blocks[main]).settle(region.blocks[main], width, scene)
    blocks = (*region.blocks[:main], block, *region.blocks[main + 1 :])
    whole = replace(region, blocks=blocks)
    return Division(whole, main, block, most, _reach(whole, main, most, scene))


def _reach(region: Region, main: int, total: int, scene: Scene) -> Callable[[int, int], int]:
    pieces = pieces_of(region, region.blocks[main], scene)
    if pieces is None:
        return _reach_by_trial(region, main, total, scene)
    before = others_need(region, region.blocks[:main], scene)
    after = others_need(region, region.blocks[main + 1 :], scene)
    sums = [0, *accumulate(pieces.heights)]

    def reach(first: int, room: int) -> int:
        free = room - pieces.base - (before if first == 0 else 0)
        end = bisect_right(sums, sums[first] + free) - 1
        if end == total and sums[total] - sums[first] + after > free:
            end = bisect_right(sums, sums[first] + free - after) - 1
        return end

    return reach


def _reach_by_trial(
    region: Region, main: int, total: int, scene: Scene
) -> Callable[[int, int], int]:
    """For the few pieces of a diagram, whose heights depend on each other."""

    def high(first: int, last: int) -> int:
        return region_need(_cut(region, main, (first, last), total, scene), scene).least

    def reach(first: int, room: int) -> int:
        end = first
        while end < total and high(first, end + 1) <= room:
            end += 1
        return end

    return reach


def _ends(division: Division, room: int) -> list[int] | None:
    """Where each part ends when none is higher than `room`; None if a piece is too high."""
    ends: list[int] = []
    first = 0
    while first < division.total:
        last = division.reach(first, room)
        if last <= first:
            return None
        ends.append(last)
        first = last
    return ends


def _part(division: Division, first: int, last: int, scene: Scene) -> Region:
    return _cut(division.region, division.main, (first, last), division.total, scene)


def _cut(region: Region, main: int, span: tuple[int, int], total: int, scene: Scene) -> Region:
    """The region with a part of its main block; what stands before it leads the first part."""
    first, last = span
    block = region.blocks[main]
    part: Block = scene.composer(block).part(block, first, last)
    before = region.blocks[:main] if first == 0 else ()
    after = region.blocks[main + 1 :] if last == total else ()
    return replace(region, blocks=(*before, part, *after))
