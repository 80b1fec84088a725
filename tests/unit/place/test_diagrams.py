"""Diagrams: equal nodes, inside the area, in order, joined to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.unit.place.stagehand import AREA, boxes, diagram, flat, named, placed, slide, words

from deckgen.model.blocks import DiagramType
from deckgen.model.deck import Connector, Group
from deckgen.model.geometry import Box

TITLES = ("Peaceful purpose", "Protection", "Governance", "Benefit sharing", "Review", "Return")
EVERY: tuple[DiagramType, ...] = (
    "cards", "timeline", "process", "cycle", "matrix", "pyramid", "hierarchy",
)  # fmt: skip


def inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - 1
        and inner.y >= outer.y - 1
        and inner.right <= outer.right + 1
        and inner.bottom <= outer.bottom + 1
    )


@pytest.mark.parametrize("kind", EVERY)
def test_a_diagram_stays_in_the_content_area(kind: DiagramType) -> None:
    (page,) = placed(slide("diagram", diagram(kind, *TITLES[:4], text="A line of text."))).slides
    shapes = [shape for shape in flat(page.shapes) if not isinstance(shape, Connector)]
    placed_boxes = [shape.box for shape in shapes if shape.box is not None]
    assert placed_boxes
    assert all(inside(box, AREA) for box in placed_boxes)


@pytest.mark.parametrize("kind", EVERY)
def test_a_diagram_is_one_group_with_a_text_alternative(kind: DiagramType) -> None:
    (page,) = placed(slide("diagram", diagram(kind, *TITLES[:4]))).slides
    (group,) = [shape for shape in page.shapes if isinstance(shape, Group)]
    assert all(title in group.origin.alt for title in TITLES[:4])


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_cards_have_one_size_and_do_not_touch(count: int) -> None:
    (page,) = placed(slide("diagram", diagram("cards", *TITLES[:count]))).slides
    panels = boxes(page, "Panel")
    assert len(panels) == count
    assert len({(box.cx, box.cy) for box in panels}) == 1
    rows = {box.y for box in panels}
    for top in rows:
        row = sorted((box for box in panels if box.y == top), key=lambda box: box.x)
        assert all(left.right < right.x for left, right in pairwise(row))


def test_arrows_of_a_process_are_glued_to_their_steps() -> None:
    (page,) = placed(slide("diagram", diagram("process", *TITLES[:3]))).slides
    nodes = {shape.origin.node for shape in flat(page.shapes)}
    arrows = [shape for shape in flat(page.shapes) if isinstance(shape, Connector)]
    assert len(arrows) == 2
    assert all(arrow.begin_node in nodes and arrow.end_node in nodes for arrow in arrows)


def test_a_proportional_timeline_spaces_its_events_by_their_dates() -> None:
    from dataclasses import replace

    block = diagram("timeline", "First", "Second", "Third", "Fourth")
    years = (2000.0, 2006.0, 2011.0, 2016.0)
    nodes = tuple(
        replace(node, when=words(str(int(year))), moment=year)
        for node, year in zip(block.nodes, years, strict=True)
    )
    (page,) = placed(slide("diagram", replace(block, nodes=nodes, scale="proportional"))).slides
    lefts = [box.x for box in boxes(page, "Marker")]
    first, second = lefts[1] - lefts[0], lefts[2] - lefts[1]
    assert first / second == pytest.approx(6 / 5, rel=0.01)


def test_long_texts_turn_a_timeline_downwards() -> None:
    long = "Interim Measures on the Administration of Licensing the Project of Launching Objects"
    (page,) = placed(slide("diagram", diagram("timeline", *[long * 2] * 5))).slides
    markers = boxes(page, "Marker")
    assert len({box.x for box in markers}) == 1
    assert [box.y for box in markers] == sorted(box.y for box in markers)


def test_crowded_cards_continue_on_a_second_slide() -> None:
    text = "A long explanation that needs a good deal of room on its card. " * 5
    pages = placed(slide("diagram", diagram("cards", *TITLES, text=text))).slides
    assert len(pages) > 1
    assert sum(len(named(page, "Panel")) for page in pages) == len(TITLES)
