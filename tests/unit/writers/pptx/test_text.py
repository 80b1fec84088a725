"""How words are written: runs, languages, links, fields, breaks, bullets, fitting."""

from __future__ import annotations

import pytest
from tests.unit.writers.pptx import stock
from tests.unit.writers.pptx.stock import MAIN, body, origin, run, slide, title, written

from deckgen.model.deck import AutoShape, Bullet, Colour, Ph, TextBody, TextParagraph, TextRun
from deckgen.model.geometry import Insets
from deckgen.ooxml import names

A = f"{{{names.A}}}"


def content(text: TextBody) -> AutoShape:
    return AutoShape(origin("body"), None, text=text, ph=Ph("obj", 1))


def paragraph(**how: object) -> TextBody:
    return TextBody((TextParagraph((run("Words"),), **how),))  # type: ignore[arg-type]


def xml_of(text: TextBody, **how: str) -> str:
    return written(slide(content(text)), **how).slide()


def test_every_run_and_paragraph_end_names_its_language():
    made = written(slide(content(body("One", run("two", lang="de")))), language="fr")

    languages = [each.get("lang") for each in made.find("//a:rPr | //a:endParaRPr")]
    assert languages == ["fr-FR", "fr-FR", "fr-FR", "de-DE", "de-DE"]


@pytest.mark.parametrize(
    ("words", "language"),
    [("カタカナ", "ja-JP"), ("汉字", "zh-CN"), ("한국어", "ko-KR"), ("العربية", "ar-SA")],
)
def test_words_in_another_script_name_its_language(words: str, language: str):
    assert f'lang="{language}" altLang="en-US"' in xml_of(body(words))


def test_han_in_a_japanese_talk_is_japanese():
    assert 'lang="ja-JP" altLang="en-US"' in xml_of(body("漢字"), language="ja")


def test_emphasis_comes_in_the_order_of_the_schema():
    xml = xml_of(
        body(
            run("x", size=10.5, bold=True, italic=False, strike=True, underline=True, baseline=30,
                spacing=1.5, font="Courier New", colour=Colour("accent2"), link="https://a.example")
        )
    )  # fmt: skip

    assert (
        '<a:rPr lang="en-US" sz="1050" b="1" i="0" u="sng" strike="sngStrike" spc="150"'
        ' baseline="30000"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
        '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/><a:hlinkClick r:id="rId2">'
    ) in xml


def test_a_theme_face_is_set_for_every_script():
    xml = xml_of(body(run("x", font="+mj-lt")))

    assert '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>' in xml


def test_what_markup_means_is_escaped_and_what_xml_forbids_is_dropped():
    made = written(slide(content(body('<a> & "b"\x00\x0c\ud800\ufffe'))))

    assert made.find("//a:t")[1].text == '<a> & "b"'


def test_a_forced_break_stands_between_its_lines():
    made = written(slide(content(body("One", "\n", "two\nthree"))))

    tags = [each.tag.removeprefix(A) for each in made.find("//p:sp[2]//a:p/*")]
    assert tags == ["r", "br", "r", "br", "r", "endParaRPr"]


@pytest.mark.parametrize(("first", "shown"), [(None, ["1", "2"]), ("0", ["0", "1"])])
def test_a_slide_number_is_a_field_that_shows_the_number_already(
    first: str | None, shown: list[str]
):
    numbered = content(body(run("", field="slidenum")))
    attribute = f' firstSlideNum="{first}"'.encode() if first else b""
    start = b"<p:presentation"
    base = stock.repack(stock.plain(), {MAIN: lambda xml: xml.replace(start, start + attribute)})
    made = written(slide(numbered, notes=body("Said.")), slide(numbered, name="two"), base=base)

    fields = [made.find("//a:fld[@type='slidenum']/a:t", number)[0].text for number in (1, 2)]
    assert fields == shown
    note = made.root("ppt/notesSlides/notesSlide1.xml").find(f".//{A}fld/{A}t")
    assert note.text == shown[0]


def test_equal_links_share_a_relationship():
    linked = [run("a", link="https://a.example/?x=1&y=ü z"), run("b", link="https://b.example")]
    made = written(slide(content(body(*linked, linked[0]))))

    assert made.arrows("ppt/slides/slide1.xml") == {
        "rId1": "../slideLayouts/slideLayout2.xml",
        "rId2": "https://a.example/?x=1&y=%C3%BC%20z",
        "rId3": "https://b.example",
    }


def test_a_link_to_a_slide_jumps_there():
    made = written(slide(content(body(run("there", link="#two")))), slide(name="two"))

    link = made.find("//a:hlinkClick")[0]
    assert link.get("action") == "ppaction://hlinksldjump"
    assert made.arrows("ppt/slides/slide1.xml")[link.get(f"{{{names.R}}}id")] == "slide2.xml"


def test_a_link_to_no_slide_is_plain_text():
    made = written(slide(content(body(run("nowhere", link="#none")))))

    assert made.find("//a:hlinkClick") == []
    assert made.find("//a:t")[1].text == "nowhere"


def test_a_link_with_a_colour_keeps_it():
    own = xml_of(body(run("x", link="https://a.example", colour=Colour("FFFFFF"))))
    usual = xml_of(body(run("x", link="https://a.example")))

    assert "ahyp:hlinkClr" in own
    assert "ahyp:hlinkClr" not in usual


def test_paragraph_settings_come_in_the_order_of_the_schema():
    xml = xml_of(
        paragraph(
            level=2, align="ctr", margin_left=457_200, indent=-228_600, line_spacing=1.1,
            space_before=6.0, space_after=0.0, rtl=False, tabs=((914_400, "dec"),),
            bullet=Bullet("char", "–", colour=Colour("accent1"), font="Arial"),
        )
    )  # fmt: skip

    assert (
        '<a:pPr marL="457200" lvl="2" indent="-228600" algn="ctr" rtl="0">'
        '<a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft><a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        '<a:buFont typeface="Arial"/><a:buChar char="–"/>'
        '<a:tabLst><a:tab pos="914400" algn="dec"/></a:tabLst></a:pPr>'
    ) in xml


@pytest.mark.parametrize(
    ("bullet", "xml"),
    [
        (Bullet("none"), "<a:buNone/>"),
        (Bullet("number"), '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'),
        (Bullet("number", start=3), '<a:buAutoNum type="arabicPeriod" startAt="3"/>'),
    ],
)
def test_bullets(bullet: Bullet, xml: str):
    assert xml in xml_of(paragraph(bullet=bullet))


def test_fitting_is_written_in_thousandths_of_a_percent():
    xml = xml_of(body("x", font_scale=92.5, spacing_reduction=10.0))

    assert '<a:normAutofit fontScale="92500" lnSpcReduction="10000"/>' in xml


def test_a_placeholder_inherits_what_its_body_does_not_say():
    assert "<a:bodyPr/>" in xml_of(body("x"))


def test_a_body_says_where_and_how_it_stands():
    xml = xml_of(
        body("x", anchor="b", insets=Insets(1, 2, 3, 4), columns=2, column_gap=9, no_autofit=True)
    )

    assert (
        '<a:bodyPr lIns="1" tIns="2" rIns="3" bIns="4" numCol="2" spcCol="9" anchor="b">'
        "<a:noAutofit/></a:bodyPr>"
    ) in xml


def test_an_empty_body_has_a_paragraph():
    assert "<a:lstStyle/><a:p/></p:txBody>" in xml_of(TextBody(()))


def test_an_empty_run_leaves_no_trace():
    made = written(slide(content(body(TextRun("")))))

    assert made.find("//p:sp[2]//a:r") == []


def test_what_is_typed_next_has_the_size_of_the_last_run():
    assert '<a:endParaRPr lang="en-US" sz="1400"/>' in xml_of(body(run("x", size=14.0)))


def test_the_title_reads_back():
    assert (
        written(slide()).reopened().slides[0].shapes.title.text
        == title().text.paragraphs[0].runs[0].text
    )
