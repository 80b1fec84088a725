"""Word files with several sections, covers, boxes, controls and odd pages."""

from __future__ import annotations

import base64
from collections.abc import Callable

from tests.adoption_word.odd_styles import level
from tests.adoption_word.word_files import (
    A4,
    LANDSCAPE,
    Part,
    header,
    normal,
    p,
    refers,
    section,
    style,
    styles,
    word_file,
)

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
LOGO = Part("word/media/image1.png", PIXEL, "image", id="rIdLogo")
USUAL = styles(
    normal(content='<w:pPr><w:spacing w:after="120"/></w:pPr>'),
    style("heading 1", "Heading1", '<w:basedOn w:val="Normal"/>' + level(1)),
    style("heading 2", "Heading2", '<w:basedOn w:val="Normal"/>' + level(2)),
    style("Title", "Title", '<w:rPr><w:sz w:val="56"/></w:rPr>'),
    style("Subtitle", "Subtitle"),
    style("header", "Header"),
)


def picture(number: int = 7) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="914400" cy="914400"/><wp:docPr id="{number}" name="Logo"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(inner: str) -> str:
    """A text box, for old programs and for new ones."""
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2914400" cy="914400"/>'
        '<wp:docPr id="31" name="Box"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2914400"'
        ' cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        "<wps:txbx><w:txbxContent>"
        f"{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape id="box1" style="width:230pt;height:72pt"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
COVER = "http://schemas.microsoft.com/office/2006/coverPageProps"


def control(bound: str, shown: str, namespace: str = CORE) -> str:
    """A content control that shows one of the file's properties."""
    root, store = {
        CORE: ("coreProperties", "6C3C8BC8-F283-45AE-878A-BAB7291924A1"),
        COVER: ("CoverPageProperties", "55AF091B-3C7A-41E3-B477-F2FDAA23CFDA"),
    }[namespace]
    mappings = f"xmlns:ns0='{namespace}' xmlns:ns1='http://purl.org/dc/elements/1.1/'"
    inner = "ns1" if namespace == CORE else "ns0"
    return (
        f'<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:prefixMappings="{mappings}"'
        f' w:xpath="/ns0:{root}[1]/{inner}:{bound}[1]" w:storeItemID="{{{store}}}"/><w:text/>'
        f"</w:sdtPr><w:sdtContent>{p(shown)}</w:sdtContent></w:sdt>"
    )


def ends(inner: str) -> str:
    """A paragraph that ends a section."""
    return f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>"


def several_sections() -> bytes:
    """A cover with a logo, contents, a long text in landscape, a short annex; headers go on."""
    cover = f"<w:p>{picture()}</w:p>" + p("Sample title", "Title") + p("Prepared for: nobody")
    return word_file(
        cover
        + ends(refers(1) + A4)
        + p("Sample chapter", "Heading1")
        + p("Long sample text. " * 40)
        + ends(refers(2) + LANDSCAPE)
        + p("Annex", "Heading1"),
        USUAL,
        LOGO,
        header(1, p("Cover header", "Header")),
        header(2, p("{{ talk.title }}", "Header")),
        header(1, p("Foot"), "footer"),
        last=section(refers(1, frame="footer") + A4),
    )


def title_page_and_even_pages() -> bytes:
    inner = "".join(refers(at, kind) for at, kind in enumerate(("default", "first", "even"), 1))
    shown = "<w:r><w:t>Old</w:t></w:r>"
    stale = f'<w:fldSimple w:instr=" STYLEREF &quot;heading 1&quot; ">{shown}</w:fldSimple>'
    return word_file(
        p("Text", "Heading1"),
        USUAL,
        header(1, p("On {{| talk|.ti|tle }}", "Header") + f"<w:p>{stale}</w:p>"),
        header(2, box(p("{{ talk.speaker }}, {{talk.dates}}"))),
        header(3, control("title", "[Document title]")),
        Part("word/media/image1.png", PIXEL, "image", id="rIdLogo", source="word/header1.xml"),
        last=section(inner + A4 + "<w:titlePg/>"),
    )


def word_s_own_cover() -> bytes:
    cover = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/>'
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        + box(control("title", "[Document title]") + control("subject", "[Subtitle]"))
        + control("CompanyAddress", "[Address]", COVER)
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p></w:sdtContent></w:sdt>'
    )
    return word_file(cover + p("Old chapter", "Heading1") + p("Old text"), USUAL)


def cover_before_a_page_break() -> bytes:
    cover = f"<w:p>{picture()}</w:p>" + p("A title", "Title") + p("A subtitle", "Subtitle")
    turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return word_file(cover + turn + p("Chapter", "Heading1") + p("Old text " * 30), USUAL, LOGO)


def two_columns() -> bytes:
    cols = '<w:cols w:num="2" w:space="425"/>'
    return word_file(p("Text"), USUAL, last=section(LANDSCAPE + cols))


def no_section() -> bytes:
    return word_file(p("Text"), USUAL, last="")


def no_size_and_no_such_header() -> bytes:
    return word_file(
        p("Text"), USUAL, last=section('<w:headerReference w:type="default" r:id="rIdX"/>')
    )


def narrow_in_centimetres() -> bytes:
    page = (
        '<w:pgSz w:w="10.5cm" w:h="148mm"/><w:pgMar w:top="1cm" w:right="1cm" w:bottom="1cm"'
        ' w:left="1cm" w:header="0" w:footer="0" w:gutter="0"/>'
    )
    return word_file(p("Text"), USUAL, last=section(page))


def marked() -> bytes:
    """The place of the text is marked between words that stay; Word has split the mark."""
    return word_file(
        p("{{ talk.title }}", "Title")
        + p("This is a paper of the institute.")
        + p("{|{ bo|dy }|}")
        + p("Closing words of the institute.", "Heading2")
        + f"<w:p>{picture()}</w:p>"
        + ends(A4)
        + p("Imprint"),
        USUAL,
        LOGO,
        last=section(LANDSCAPE),
    )


def marked_in_a_cell() -> bytes:
    cell = '<w:tc><w:tcPr><w:tcW w:w="9354" w:type="dxa"/></w:tcPr>{}</w:tc>'
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="9354"/></w:tblGrid><w:tr>'
        + cell.format(p("{{ body }}"))
        + "</w:tr></w:tbl>"
    )
    return word_file(table + p("After"), USUAL)


def marked_at_a_section_s_end() -> bytes:
    ended = p("{{ body }}", ppr=f"<w:sectPr>{LANDSCAPE}</w:sectPr>")
    return word_file(p("Before") + ended + p("After"), USUAL)


PAGES: dict[str, Callable[[], bytes]] = {
    "several-sections": several_sections,
    "title-page-and-even-pages": title_page_and_even_pages,
    "words-own-cover": word_s_own_cover,
    "cover-before-a-page-break": cover_before_a_page_break,
    "two-columns": two_columns,
    "no-section": no_section,
    "no-size-and-no-such-header": no_size_and_no_such_header,
    "narrow-in-centimetres": narrow_in_centimetres,
    "marked": marked,
    "marked-in-a-cell": marked_in_a_cell,
    "marked-at-a-sections-end": marked_at_a_section_s_end,
}
