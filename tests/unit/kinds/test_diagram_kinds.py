from __future__ import annotations

import pytest

from deckgen.model.inline import plain


def test_cards_are_texts_or_more(slide_of):
    (cards,) = slide_of(
        "cards: C\nnumbered: true\n"
        "items: [a, {title: b, text: [x, y], icon: satellite, number: Z, emphasis: true}]"
    ).blocks
    first, second = cards.nodes
    assert (plain(first.title), first.number) == ("a", "1")
    assert [plain(line) for line in second.text] == ["x", "y"]
    assert (second.icon, second.number, second.emphasis) == ("satellite", "Z", True)


def test_events_know_their_moment(slide_of):
    (timeline,) = slide_of(
        "timeline: T\nscale: even\nevents: [{when: 2000, what: a}, {when: April 2014, what: b}]"
    ).blocks
    assert timeline.scale == "even"
    assert [plain(node.when) for node in timeline.nodes] == ["2000", "April 2014"]
    assert timeline.nodes[0].moment == 2000
    assert timeline.nodes[1].moment == pytest.approx(2014.25, abs=0.01)


def test_days_without_a_year_have_a_moment_only_among_themselves(slide_of):
    (mixed,) = slide_of(
        "timeline: T\nevents: [{when: 2000, what: a}, {when: 24 April, what: b}]"
    ).blocks
    assert [node.moment for node in mixed.nodes] == [2000, None]
    (alone,) = slide_of(
        "timeline: T\nevents: [{when: 1 March, what: a}, {when: 24 April, what: b}]"
    ).blocks
    assert alone.nodes[0].moment < alone.nodes[1].moment < 1


@pytest.mark.parametrize(
    ("kind", "key"), [("process", "steps"), ("cycle", "steps"), ("pyramid", "levels")]
)
def test_steps_and_levels_are_texts_or_more(slide_of, kind, key):
    (diagram,) = slide_of(f"{kind}: T\n{key}: [a, {{title: b, text: x}}, c]").blocks
    assert diagram.type == kind
    assert [plain(node.title) for node in diagram.nodes] == ["a", "b", "c"]


def test_a_hierarchy_has_one_root(slide_of):
    (diagram,) = slide_of(
        "hierarchy: H\nroot: {title: a, children: [b, {title: c, children: [d]}]}"
    ).blocks
    (root,) = diagram.nodes
    assert [plain(node.title) for node in root.nodes] == ["b", "c"]
    assert plain(root.nodes[1].nodes[0].title) == "d"


def test_a_matrix_has_axes(slide_of):
    (matrix,) = slide_of("matrix: M\ncells: [a, b, c, d]\naxes: {x: cost, y: use}").blocks
    assert [plain(axis) for axis in matrix.axes] == ["cost", "use"]
