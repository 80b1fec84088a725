"""What appears click by click."""

from __future__ import annotations

from tests.unit.writers.pptx.stock import Written, card, origin, run, slide, written

from deckgen.model.deck import (
    AutoShape,
    Group,
    Ph,
    Reveal,
    TextBody,
    TextParagraph,
)
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.validity import faults

P = f"{{{names.P}}}"
LIST = AutoShape(
    origin("list"),
    None,
    text=TextBody(tuple(TextParagraph((run(word),)) for word in ("one", "two", "three"))),
    ph=Ph("obj", 1),
)


def effects(made: Written) -> list[tuple[str, str, tuple[str, str] | None]]:
    """For each effect: its trigger, the shape's id, the paragraphs."""
    found = []
    for node in made.find("//p:cTn[@presetID]"):
        target = node.find(f".//{P}spTgt")
        words = target.find(f".//{P}pRg")
        lines = None if words is None else (words.get("st"), words.get("end"))
        found.append((node.get("nodeType"), target.get("spid"), lines))
    return found


def test_shapes_appear_one_a_click():
    made = written(slide(card("a"), card("b"), reveals=(Reveal("b"), Reveal("a"))))

    assert effects(made) == [("clickEffect", "4", None), ("clickEffect", "3", None)]
    assert [dict(each.attrib) for each in made.find("//p:bldP")] == [
        {"spid": "4", "grpId": "0", "animBg": "1"},
        {"spid": "3", "grpId": "0", "animBg": "1"},
    ]


def test_paragraphs_of_one_click_appear_together():
    made = written(slide(LIST, reveals=(Reveal("list", (0, 0)), Reveal("list", (1, 2)))))

    assert effects(made) == [
        ("clickEffect", "3", ("0", "0")),
        ("clickEffect", "3", ("1", "1")),
        ("withEffect", "3", ("2", "2")),
    ]
    assert [dict(each.attrib) for each in made.find("//p:bldP")] == [
        {"spid": "3", "grpId": "0", "build": "p"}
    ]


def test_a_group_appears_as_one_and_is_not_listed_as_built():
    group = Group(origin("g"), Box(0, 0, 9, 9), (card("a"),))
    made = written(slide(group, reveals=(Reveal("g"),)))

    assert effects(made) == [("clickEffect", "3", None)]
    assert made.find("//p:bldLst") == []
    assert made.find("//p:cTn[@presetID]")[0].get("grpId") is None


def test_time_nodes_are_numbered_without_gaps():
    made = written(slide(card("a"), LIST, reveals=(Reveal("a"), Reveal("list", (0, 2)))))

    numbers = [int(each.get("id")) for each in made.find("//p:cTn")]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_reveal_of_nothing_shown_is_left_out():
    made = written(slide(card("a"), reveals=(Reveal("gone"),)))

    assert made.find("//p:timing") == []
    assert faults(made.data) == ()
