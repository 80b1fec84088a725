"""What stands at a slide's foot by itself: works that it rests on, the talk's classification."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.place.stagehand import HERE, items, named, outline, pack, slide, text_of, words

from deckgen.model.blocks import Text
from deckgen.model.deck import Deck
from deckgen.model.inline import Run
from deckgen.model.outline import Outline, Slide, Source, Talk
from deckgen.place import place

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
