"""What is shown where and to whom."""

from __future__ import annotations

from tests.unit.documents.talks import NoFiles

from deckgen.diagnostics import Diagnostic
from deckgen.model.blocks import ItemList
from deckgen.model.inline import plain
from deckgen.model.outline import Outline
from deckgen.readers import read_outline

HEAD = "talk: {title: T}\nslides:\n"


def read(slides: str, *audiences: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    return read_outline(f"{HEAD}{slides}".encode(), "outline.yaml", NoFiles(), audiences)


def outline(slides: str, *audiences: str) -> Outline:
    found, diagnostics = read(slides, *audiences)
    assert found is not None, diagnostics
    return found


def titles(shown: Outline) -> list[str]:
    return [plain(slide.title) for slide in shown.slides]


def items(shown: Outline) -> list[str]:
    block = shown.slides[0].blocks[0]
    assert isinstance(block, ItemList)
    return [plain(item.text) for item in block.items]


def test_an_outline_without_marks_is_the_same_everywhere():
    shown = outline("  - bullets: A\n    items: [a]\n")

    assert shown.variants == {}
    assert shown.shown_in("briefing") is shown


def test_a_slide_can_be_for_one_format_only():
    shown = outline(
        "  - bullets: A\n    items: [a]\n  - bullets: B\n    items: [b]\n    only: briefing\n"
    )

    assert titles(shown.shown_in("deck")) == ["A"]
    assert titles(shown.shown_in("briefing")) == ["A", "B"]
    assert titles(shown.shown_in("summary")) == ["A"]


def test_an_item_can_be_left_out_of_a_format():
    shown = outline("  - bullets: A\n    items: [a, {text: b, not: [deck]}]\n")

    assert items(shown.shown_in("deck")) == ["a"]
    assert items(shown.shown_in("summary")) == ["a", "b"]


def test_what_is_for_an_audience_is_shown_to_it_alone():
    slide = "  - bullets: A\n    items: [a, {text: b, audience: internal}]\n"

    assert items(outline(slide)) == ["a"]
    assert items(outline(slide, "internal")) == ["a", "b"]


def test_notes_and_paragraphs_can_be_marked():
    slide = "  - bullets: A\n    items: [a]\n    notes: {text: N, only: [briefing]}\n"
    slide += "    briefing: [P, {text: Q, audience: internal}]\n"
    shown = outline(slide)
    paper = shown.shown_in("briefing").slides[0]

    assert shown.slides[0].notes is None
    assert (paper.notes and paper.notes.source) == "N"
    assert (paper.briefing and paper.briefing.source) == "P"


def test_a_part_takes_its_slides_with_it():
    shown = outline(
        "  - part: One\n  - bullets: A\n    items: [a]\n"
        "  - part: Two\n    not: [summary]\n  - bullets: B\n    items: [b]\n"
    )

    assert titles(shown.shown_in("summary")) == ["A"]
    assert len(shown.shown_in("deck").parts) == 2


def test_two_versions_of_a_slide_may_have_one_title():
    shown = outline(
        "  - bullets: A\n    items: [a]\n    only: [deck]\n"
        "  - bullets: A\n    items: [b]\n    not: [deck]\n"
    )

    assert items(shown) == ["a"]
    assert items(shown.shown_in("briefing")) == ["b"]


def test_what_is_shown_elsewhere_can_be_referred_to():
    slides = "  - bullets: A\n    items: ['see @slide:b']\n"
    slides += "  - bullets: B\n    items: [b]\n    only: [briefing]\n"
    run = outline(slides).slides[0].blocks[0].items[0].text[-1]  # type: ignore[union-attr]

    assert (run.text, run.link) == ("B", "")


def test_a_format_that_there_is_not_is_found():
    _, found = read("  - bullets: A\n    items: [a, {text: b, only: [brief]}]\n")

    assert [(each.code, each.span and each.span.line) for each in found] == [("unknown-format", 4)]


def test_an_audience_that_nothing_is_for_is_a_warning():
    shown, found = read("  - bullets: A\n    items: [a, {text: b, audience: press}]\n", "pres")

    assert shown is not None
    assert found[0].code == "unknown-audience"
    assert found[0].hint == "Did you mean 'press'?"


def test_what_an_audience_is_not_shown_is_not_named_to_it():
    slides = (
        "  - bullets: Open\n    items: [a]\n    briefing: See @slide:secret.\n"
        "  - bullets: Secret\n    audience: internal\n    items: [a]\n"
    )
    _, found = read(slides)

    assert [(one.code, one.span and one.span.line) for one in found] == [("reference-not-shown", 5)]
    assert outline(slides, "internal")
