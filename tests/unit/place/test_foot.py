"""What stands at a slide's foot by itself: works that it rests on, the talk's classification."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.place.stagehand import (
    BODY,
    HERE,
    LIST,
    items,
    layout,
    named,
    outline,
    pack,
    served,
    slide,
    slot,
    text_of,
    words,
)

from deckgen.model.blocks import Text
from deckgen.model.deck import Deck
from deckgen.model.geometry import Box, inches
from deckgen.model.inline import Run
from deckgen.model.outline import Outline, Part, Slide, Source, Talk
from deckgen.place import place

SMALL = replace(BODY, size=11, bullet="", margin_left=0, indent=0)
WORKS = (
    Source("a", words("A long title of a work"), HERE, short=words("Ode, 2008")),
    Source("b", words("Another work"), HERE),
)


def deck(talk: Outline) -> Deck:
    made, found = place(talk, pack())
    assert made is not None, found
    return made


def talk(shown: Slide) -> Outline:
    return replace(outline(shown), sources=WORKS)


def test_a_slide_names_the_works_that_it_rests_on():
    shown = replace(slide("content", items("a")), sources=("b", "a"))

    assert "Another work; Ode, 2008" in text_of(deck(talk(shown)).slides[0]).replace("\n", "")


def test_a_source_line_of_ones_own_stays_alone():
    own = Text("source", (words("Own line"),), HERE)
    shown = replace(slide("content", items("a"), own), sources=("b",))

    assert "Another work" not in text_of(deck(talk(shown)).slides[0])


def test_what_a_text_cites_by_its_number_stands_below():
    cited = Text("body", ((Run("As said "), Run("[1]", reference="[@a]")),), HERE)

    assert "[1] Ode, 2008" in text_of(deck(talk(slide("content", cited))).slides[0]).replace(
        "\n", ""
    )


def test_a_slide_without_a_footer_carries_the_classification():
    marked = Talk(words("A talk"), HERE, classification="Secret")
    made = deck(replace(outline(slide("content", items("a"))), talk=marked))

    assert "Secret" in text_of(made.slides[0])
    assert named(made.slides[0], "Classification")


def test_without_a_classification_there_is_no_marking():
    assert not named(deck(outline(slide("content", items("a")))).slides[0], "Classification")


def footer(title: str, wide: float, part: str = "") -> str:
    """What the footer says in a placeholder so many inches wide."""
    box = Box(0, inches(7), inches(wide), inches(0.3))
    foot = slot("footer", "ftr", 11, box, SMALL)
    parts = (Part(1, "p", words(part), HERE),) if part else ()
    shown = replace(slide("content", items("a")), part=len(parts))
    asked = replace(outline(shown, parts=parts), talk=Talk(words(title), HERE))
    made, found = place(asked, served(layout("Footed", LIST, foot)))
    assert made is not None, found
    (shape,) = named(made.slides[0], "Footer")
    return "".join(run.text for run in shape.text.paragraphs[0].runs)


def test_a_footer_says_as_much_as_its_line_holds():
    long = "The budget of 2031: priorities and trade-offs on the way to a balanced account"

    assert footer(long, 12, "Risks") == f"{long} · Risks"
    assert footer(long, 2, "Risks") == "Risks"
    assert footer(long, 12) == long
    assert footer(long, 3) == "The budget of 2031"
