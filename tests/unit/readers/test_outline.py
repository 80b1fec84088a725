from __future__ import annotations

from pathlib import Path

from deckgen.model.inline import plain
from deckgen.readers import read_outline


class NoFiles:
    def read(self, path: str) -> bytes:
        raise AssertionError(path)


def read(text):
    return read_outline(text.encode(), "o.yaml", NoFiles())


def outline_of(slides, talk="title: T", more=""):
    outline, found = read(f"talk: {{{talk}}}\n{more}slides:\n{slides}")
    assert outline is not None, found
    return outline


def test_the_talk_is_read():
    talk = outline_of(
        "  - title-slide",
        talk="title: T, speaker: A, dates: 2016-11-20, language: zh-Hans, keywords: [a, b], "
        "key_messages: [One., Two.], footer: F, classification: public, about: B",
    ).talk
    assert talk.speakers[0].name == "A"
    assert (talk.dates, talk.language, talk.keywords) == (("2016-11-20",), "zh-Hans", ("a", "b"))
    assert [plain(message) for message in talk.key_messages] == ["One.", "Two."]


def test_the_modeline_is_a_comment():
    assert read("# yaml-language-server: $schema=x.json\ntalk: {title: T}\nslides: [title-slide]")[
        0
    ]


def test_parts_are_numbered_and_hold_the_slides_after_them():
    outline = outline_of(
        "  - statement: a\n  - part: P\n  - statement: b\n"
        "  - part: Q\n    slide: true\n    text: x\n"
    )
    assert [(part.number, part.id, plain(part.title)) for part in outline.parts] == [
        (1, "p", "P"),
        (2, "q", "Q"),
    ]
    assert [(slide.id, slide.role, slide.part) for slide in outline.slides] == [
        ("a", "statement", 0),
        ("b", "statement", 1),
        ("q", "section", 2),
    ]


def test_an_id_comes_from_the_title():
    outline = outline_of(
        "  - agenda: China's *new* Plan, 2016–2020\n    items: [x]\n  - statement: Café — 中国\n"
    )
    assert [slide.id for slide in outline.slides] == ["chinas-new-plan-2016-2020", "cafe-中国"]


def test_ids_that_are_made_step_aside():
    outline = outline_of("  - statement: A b\n  - statement: A, b\n  - statement: C\n    id: a-b\n")
    assert [slide.id for slide in outline.slides] == ["a-b-2", "a-b-3", "a-b"]


def test_a_slide_keeps_its_id_when_others_come_before_it():
    alone = outline_of("  - statement: A\n").slides[0].id
    assert outline_of("  - statement: B\n  - statement: A\n").slides[1].id == alone


def test_sources_are_named_by_their_keys():
    outline = outline_of(
        "  - statement: a\n    sources: [x, y]\n  - statement: b\n    sources: y\n",
        more='sources: {x: X, y: {text: Y, url: "https://example.org"}}\n',
    )
    assert [slide.sources for slide in outline.slides] == [("x", "y"), ("y",)]
    assert [(source.key, source.url) for source in outline.sources] == [
        ("x", ""),
        ("y", "https://example.org"),
    ]


def test_links_to_slides_are_found():
    outline = outline_of("  - statement: See [b](#b)\n  - statement: b\n")
    assert outline.slides[0].title[1].link == "#b"


def test_notes_and_briefing_know_where_they_stand():
    (slide,) = outline_of("  - statement: a\n    notes: |\n      N\n    briefing: B\n").slides
    assert (slide.notes.source, slide.notes.span.line, slide.notes.span.column) == ("N\n", 5, 7)
    assert (slide.briefing.span.line, slide.briefing.span.column) == (6, 15)


def test_slides_may_repeat_what_an_anchor_names():
    outline = outline_of("  - bullets: a\n    items: &i [x]\n  - bullets: b\n    items: *i\n")
    assert outline.slides[0].blocks == outline.slides[1].blocks


def test_a_slide_that_is_repeated_whole_has_no_title_of_its_own():
    outline, found = read("talk: {title: T}\nslides:\n  - &s {statement: a}\n  - *s\n")
    assert outline is None
    assert [one.code for one in found] == ["duplicate-title"]


def test_the_same_text_gives_the_same_outline():
    text = (Path(__file__).parents[2] / "errors/everything-at-once/outline.yaml").read_text()
    good = text.replace("itmes", "items")
    assert read_outline(good.encode(), "o", _Nothing()) == read_outline(
        good.encode(), "o", _Nothing()
    )


class _Nothing:
    def read(self, path: str) -> bytes:
        from deckgen.model.files import FileRefused

        raise FileRefused("no", "no")
