"""The deck as a whole: slides, sections, notes, properties, the same bytes twice."""

from __future__ import annotations

import re

import pytest
from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import (
    MAIN,
    asset,
    body,
    card,
    deck,
    origin,
    run,
    slide,
    template,
    written,
)

from deckgen.model.deck import PictureShape, Properties, Section
from deckgen.model.geometry import Box
from deckgen.ooxml import names
from deckgen.ooxml.validity import faults
from deckgen.writers.pptx import write

P14 = f"{{{names.P14}}}"


def test_slide_ids_begin_at_256():
    made = written(slide(), slide(name="two"))

    assert [each.slide_id for each in made.reopened().slides] == [256, 257]


def test_sections_hold_their_slides():
    sections = (Section("a", "Start & end", ("one",)), Section("b", "Middle", ("two", "three")))
    made = written(slide(), slide(name="two"), slide(name="three"), sections=sections)

    found = made.root(MAIN).iter(f"{P14}section")
    assert [
        (each.get("name"), [slide.get("id") for slide in each.iter(f"{P14}sldId")])
        for each in found
    ] == [("Start & end", ["256"]), ("Middle", ["257", "258"])]


def test_a_section_is_known_by_a_guid_in_upper_case_that_stays():
    made = written(slide(), sections=(Section("a", "Before", ("one",)),))
    renamed = written(slide(), sections=(Section("a", "After", ("one",)),))

    guids = [next(each.root(MAIN).iter(f"{P14}section")).get("id") for each in (made, renamed)]
    assert guids[0] == guids[1]
    assert re.fullmatch(r"\{[0-9A-F-]{36}\}", guids[0])


def test_a_slide_keeps_its_number_whatever_stands_before_it():
    alone = written(slide(name="two"))
    second = written(slide(), slide(name="two"))

    numbers = [
        next(made.root(f"ppt/slides/slide{place}.xml").iter(f"{P14}creationId")).get("val")
        for made, place in ((alone, 1), (second, 2))
    ]
    assert numbers[0] == numbers[1]


def test_notes_read_back():
    notes = body("Say ", run("this", bold=True))
    made = written(slide(notes=notes), slide(name="two"))

    slides = made.reopened().slides
    assert slides[0].notes_slide.notes_text_frame.text == "Say this"
    assert not slides[1].has_notes_slide


def test_a_notes_master_is_made_where_the_template_has_none():
    made = written(slide(notes=body("x")))

    assert len(made.root(MAIN).findall(f".//{{{names.P}}}notesMasterId")) == 1
    themes = [made.arrows("ppt/notesMasters/notesMaster1.xml")["rId1"]]
    assert themes == ["../theme/theme2.xml"]
    assert made.members["ppt/theme/theme2.xml"] == made.members["ppt/theme/theme1.xml"]
    assert faults(made.data) == ()


def test_without_notes_there_is_no_notes_master():
    assert written(slide()).names("ppt/notesMasters/") == []


def test_a_notes_page_shows_the_slide_and_its_number():
    made = written(slide(notes=body("x")))

    kinds = re.findall(r'<p:ph type="(\w+)"', made.text("ppt/notesSlides/notesSlide1.xml"))
    assert kinds == ["sldImg", "body", "sldNum"]


def test_a_link_in_the_notes():
    made = written(slide(notes=body(run("x", link="https://a.example"), run("y", link="#one"))))

    targets = made.arrows("ppt/notesSlides/notesSlide1.xml").values()
    assert "https://a.example" in targets
    assert made.text("ppt/notesSlides/notesSlide1.xml").count("hlinkClick") == 1


def test_properties_are_the_talks():
    properties = Properties("A <talk>", "Ann", "Space", "law, treaty", "fr", "Org", "Briefing")
    base = deck(slide())
    data = write(type(base)(base.slides, (), properties), template(stock.plain()), stock.EPOCH)

    core = stock.Written(data).reopened().core_properties
    assert (core.title, core.author, core.subject, core.keywords, core.language, core.category) == (
        "A <talk>", "Ann", "Space", "law, treaty", "fr", "Briefing",
    )  # fmt: skip
    assert core.created.isoformat() == core.modified.isoformat()
    assert core.created.isoformat().startswith("2023-11-14T22:13:20")
    assert core.last_modified_by == "Ann"
    assert "<Company>Org</Company>" in stock.Written(data).text("docProps/app.xml")


def test_the_same_deck_gives_the_same_bytes():
    picture = PictureShape(origin("p"), Box(0, 0, 9, 9), asset("red"))
    slides = (slide(picture, card("a"), notes=body("x")), slide(name="two"))

    assert written(*slides).data == written(*slides).data


def test_nothing_of_one_deck_is_left_in_the_next():
    before = written(slide()).data
    written(slide(PictureShape(origin("p"), Box(0, 0, 9, 9), asset("red")), notes=body("x")))

    assert written(slide()).data == before


@pytest.mark.parametrize(
    ("transition", "xml"),
    [
        ("fade", '<p:transition spd="med"><p:fade/></p:transition>'),
        ("push", '<p:transition spd="med"><p:push dir="l"/></p:transition>'),
    ],
)
def test_transitions(transition: str, xml: str):
    assert xml in written(slide(transition=transition)).slide()


def test_no_transition_unless_asked():
    assert "<p:transition" not in written(slide()).slide()


def test_a_thousand_slides_are_as_sound_as_one():
    slides = tuple(slide(card("a"), name=f"s{n}", notes=body("x")) for n in range(1000))
    sections = (Section("all", "All", tuple(each.id for each in slides)),)
    made = written(*slides, sections=sections)

    assert faults(made.data) == ()
    assert len(made.names("ppt/slides/")) == 1000
