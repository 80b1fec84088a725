"""Word files whose styles are called, numbered or missing in ways of their own."""

from __future__ import annotations

from collections.abc import Callable

from tests.adoption_word.word_files import (
    A4,
    KIND,
    Part,
    normal,
    p,
    section,
    style,
    styles,
    word_file,
    xml,
)


def level(number: int) -> str:
    return f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{number - 1}"/></w:pPr>'


def numbering(
    *abstract: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> Part:
    return Part(
        "word/numbering.xml", xml("numbering", "".join(abstract) + nums), "numbering",
        KIND + "numbering+xml",
    )  # fmt: skip


def abstract(*levels: tuple[str, str, str], number: int = 0) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{linked}"/>' if linked else "")
        + f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{432 * (at + 1)}" w:hanging="432"/></w:pPr></w:lvl>'
        for at, (form, text, linked) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{inner}</w:abstractNum>"
    )


def no_styles() -> bytes:
    return word_file(p("A letter without any style"))


def shown_in_german() -> bytes:
    return word_file(
        p("Musterkapitel", "berschrift1") + p("Mustertext", "Textkrper"),
        styles(
            normal("Standard", "Standard"),
            style("Überschrift 1", "berschrift1", '<w:basedOn w:val="Standard"/>' + level(1)),
            style("Überschrift 2", "berschrift2", '<w:basedOn w:val="Standard"/>' + level(2)),
            style("Textkörper", "Textkrper", '<w:pPr><w:spacing w:after="140"/></w:pPr>'),
            style("Titel", "Titel", '<w:rPr><w:sz w:val="56"/></w:rPr>'),
            style("Aufzählungszeichen", "Aufz", '<w:pPr><w:ind w:left="360"/></w:pPr>'),
        ),
    )


def official_chinese() -> bytes:
    """First lines set back by characters, lines on a grid, numbers linked to styles."""
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'
    body = (
        '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr>'
    )
    number = '<w:pPr><w:numPr>{}<w:numId w:val="1"/></w:numPr></w:pPr>'
    return word_file(
        p("关于测试的通知", "a3") + p("总则", "1") + p("正文内容。" * 30),
        styles(
            normal("Normal", "a", body),
            style("标题 1", "1", '<w:basedOn w:val="a"/>' + number.format("")),
            style("标题 2", "2", '<w:basedOn w:val="a"/>' + number.format('<w:ilvl w:val="1"/>')),
            style("标题", "a3", '<w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr>'),
        ),
        numbering(abstract(("chineseCounting", "%1、", "1"), ("chineseCounting", "（%2）", "2"))),
        last=section(A4 + grid),
    )


def only_ids_are_words() -> bytes:
    return word_file(
        p("Kapitel", "Heading1"),
        styles(
            normal("Firma Grundtext", "Normal"),
            style("Firma Kapitel", "Heading1", "<w:rPr><w:b/></w:rPr>"),
            style("Firma Abschnitt", "Heading2", "<w:rPr><w:b/></w:rPr>"),
        ),
    )


def only_levels() -> bytes:
    return word_file(
        p("Chapter", "firm-a") + p("Section", "firm-b"),
        styles(
            normal("Firm text", "firm-t", '<w:pPr><w:spacing w:after="120"/></w:pPr>'),
            style("Firm A", "firm-a", '<w:basedOn w:val="firm-t"/>' + level(1)),
            style("Firm A appendix", "firm-x", '<w:basedOn w:val="firm-a"/>'),
            style("Firm B", "firm-b", '<w:basedOn w:val="firm-t"/>' + level(2)),
            style("Firm C", "firm-c", '<w:basedOn w:val="firm-b"/>' + level(3)),
        ),
    )


def only_latent() -> bytes:
    latent = (
        '<w:latentStyles w:defLockedState="0" w:count="2">'
        '<w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/>'
        '<w:lsdException w:name="List Bullet"/></w:latentStyles>'
    )
    return word_file(p("Text"), styles(normal(), latent=latent))


def numbered_beside_the_style() -> bytes:
    """The second level is numbered by its style, the first by hand in every heading."""
    by_hand = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    by_style = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    return word_file(
        p("Summary", "Heading1") + p("Introduction", "Heading1", by_hand) + p("Part", "Heading2"),
        styles(
            normal(),
            style("heading 1", "Heading1", '<w:basedOn w:val="Normal"/>' + level(1)),
            style(
                "heading 2", "Heading2",
                f'<w:basedOn w:val="Normal"/><w:pPr>{by_style}<w:outlineLvl w:val="1"/></w:pPr>',
            ),
            style(
                "TOC Heading", "TOCHeading",
                '<w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
                '<w:outlineLvl w:val="9"/></w:pPr>',
            ),
        ),
        numbering(abstract(("upperRoman", "%1", ""), ("decimal", "%1.%2", "Heading2"))),
    )  # fmt: skip


def counted_by(number: int) -> str:
    return f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def lists_of_its_own() -> bytes:
    """A bullet style that counts, a list number without numbers, a definition by a style."""
    nums = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(3)
    )
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        '<w:numStyleLink w:val="FirmList"/></w:abstractNum>'
    )
    return word_file(
        p("Text"),
        styles(
            normal(),
            style("List Bullet", "ListBullet", counted_by(1)),
            style("List Number", "ListNumber", counted_by(2)),
            style("Firm list", "FirmList", counted_by(3), "numbering"),
        ),
        numbering(
            abstract(("decimal", "%1)", "")), linked,
            abstract(("decimal", "%1.", ""), ("lowerLetter", "%2.", ""), number=2), nums=nums,
        ),
    )  # fmt: skip


def circular_and_twice() -> bytes:
    return word_file(
        p("Text", "no-such-style"),
        styles(
            normal("Normal", "N &amp; M", '<w:basedOn w:val="B"/>'),
            style("Body Text", "B", '<w:basedOn w:val="N &amp; M"/>'),
            style("heading 1,Kapitel", "H 1", '<w:aliases w:val="K1,K2"/>' + level(1)),
            style("heading 1", "H 1 again", level(1)),
            style("Title", "Caption Label", kind="character"),
            style("Paper Table", "Table", kind="paragraph"),
        ),
    )


def a_table_style_of_its_own() -> bytes:
    fill = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="00808B"/></w:tcPr></w:tblStylePr>'
    )
    return word_file(
        p("Text"),
        styles(
            normal(content='<w:pPr><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>'),
            style("Normal Table", "TableNormal", kind="table", more='w:default="1"'),
            style("Firm table", "FirmTable", '<w:basedOn w:val="TableNormal"/>' + fill, "table",
                  'w:customStyle="1"'),
        ),
    )  # fmt: skip


STYLES: dict[str, Callable[[], bytes]] = {
    "no-styles": no_styles,
    "shown-in-german": shown_in_german,
    "official-chinese": official_chinese,
    "only-ids-are-words": only_ids_are_words,
    "only-levels": only_levels,
    "only-latent": only_latent,
    "numbered-beside-the-style": numbered_beside_the_style,
    "lists-of-its-own": lists_of_its_own,
    "circular-and-twice": circular_and_twice,
    "a-table-style-of-its-own": a_table_style_of_its_own,
}
