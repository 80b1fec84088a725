"""Word files with parts that briefings do not have, or without parts that they have."""

# ruff: noqa: E501 - a part stands in one line

from __future__ import annotations

from collections.abc import Callable

import docx
from tests.adoption_word.odd_pages import LOGO, PIXEL, USUAL, picture
from tests.adoption_word.word_files import (
    KIND,
    NAMESPACES,
    OFFICE,
    Part,
    W,
    header,
    p,
    packed,
    refers,
    section,
    word_file,
    xml,
)

MICROSOFT = "http://schemas.microsoft.com/office/"


def settings(inner: str, *more: Part) -> tuple[Part, ...]:
    data = xml("settings", inner)
    return (Part("word/settings.xml", data, "settings", KIND + "settings+xml"), *more)


def macros() -> bytes:
    return word_file(
        p("Text"),
        USUAL,
        Part(
            "word/vbaProject.bin", b"\xd0\xcf macros", MICROSOFT + "2006/relationships/vbaProject",
            "application/vnd.ms-office.vbaProject",
        ),
        Part(
            "word/vbaData.xml", "<wne:vbaSuppData xmlns:wne='http://schemas.microsoft.com/office/word/2006/wordml'/>",
            MICROSOFT + "2006/relationships/wordVbaData", "application/vnd.ms-word.vbaData+xml",
            source="word/vbaProject.bin",
        ),
        main="vnd.ms-word.template.macroEnabledTemplate.main+xml",
    )  # fmt: skip


def a_template_by_type() -> bytes:
    return word_file(p("Text"), USUAL, main="template.main")


def absolute_targets() -> bytes:
    return word_file(p("Text"), USUAL, header(1, p("Head")), last=section(refers(1)), absolute=True)


def elsewhere() -> bytes:
    """The document is not where Word puts it, and another part has the styles' usual name."""
    main = xml("document", f"<w:body>{p('Text', 'Heading1')}{section()}</w:body>")
    return packed(
        (
            Part("Content/body2.xml", main, "officeDocument", KIND + "document.main+xml", source=""),
            Part("Content/looks.xml", USUAL.data, "styles", KIND + "styles+xml", source="Content/body2.xml"),
            Part("word/numbering.xml", "<other/>", "customXml", source="Content/body2.xml"),
            Part("word/media/picture1.png", PIXEL, "image", source="word/header1.xml", id="rIdLogo"),
            Part("word/header1.xml", xml("hdr", f"<w:p>{picture()}</w:p>"), "header",
                 KIND + "header+xml", source="Content/body2.xml"),
        )
    )  # fmt: skip


def with_all_sorts() -> bytes:
    """Custom XML, a glossary, an embedded font, text of another file, a comment, notes."""
    notes = "".join(
        f'<w:{{0}} {more}w:id="{at}"><w:p><w:r>{inner}</w:r></w:p></w:{{0}}>'
        for at, (more, inner) in enumerate(
            (
                ('w:type="separator" ', "<w:separator/>"),
                ('w:type="continuationSeparator" ', "<w:continuationSeparator/>"),
                ("", "<w:t>An old note</w:t>"),
            )
        )
    )
    referring = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Old</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:ins w:id="9" w:author="A" w:date="2020-01-01T00:00:00Z"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:id="8" w:author="A" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>gone</w:delText>'
        '</w:r></w:del></w:p><w:altChunk r:id="rIdChunk"/>'
    )
    fonts = xml(
        "fonts", '<w:font w:name="Own"><w:embedRegular r:id="rIdFont" w:fontKey="{0}"/></w:font>'
    )
    glossary = xml("glossaryDocument", "<w:docParts/>")
    comment = f'<w:comment w:id="0" w:author="A">{p("Really?")}</w:comment>'
    return word_file(
        referring,
        USUAL,
        Part("word/footnotes.xml", xml("footnotes", notes.format("footnote")), "footnotes", KIND + "footnotes+xml"),
        Part("word/endnotes.xml", xml("endnotes", notes.format("endnote")), "endnotes", KIND + "endnotes+xml"),
        Part("word/comments.xml", xml("comments", comment), "comments", KIND + "comments+xml"),
        Part("word/afchunk.html", "<html/>", "aFChunk", "text/html", "rIdChunk"),
        Part("word/fontTable.xml", fonts, "fontTable", KIND + "fontTable+xml"),
        Part("word/fonts/font1.odttf", b"font", "font", "application/vnd.openxmlformats-officedocument.obfuscatedFont", "rIdFont", "word/fontTable.xml"),
        Part("word/glossary/document.xml", glossary, "glossaryDocument", KIND + "document.glossary+xml"),
        Part("customXml/item1.xml", "<firm/>", "customXml"),
    )  # fmt: skip


def protected_and_old() -> bytes:
    """A form of 2007 that only lets fields be filled in, bound to a data source."""
    return word_file(
        p("Text"),
        USUAL,
        *settings(
            '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rIdData"/>'
            '</w:mailMerge><w:attachedTemplate r:id="rIdT"/><w:trackRevisions/>'
            '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:compat><w:compatSetting'
            ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
            ' w:val="12"/></w:compat>',
            Part("file:///c:/data.mdb", "", "mailMergeSource", id="rIdData", source="word/settings.xml", external=True),
            Part("file:///c:/firm.dotm", "", "attachedTemplate", id="rIdT", source="word/settings.xml", external=True),
        ),
    )  # fmt: skip


def other_prefixes() -> bytes:
    """The namespace is the default one, and `w` means something else."""
    body = p("Text") + section()
    plain = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    plain = (
        plain.replace("<w:", "<")
        .replace("</w:", "</")
        .replace(f'xmlns:w="{W}"', f'xmlns="{W}" xmlns:w="urn:other" xmlns:q="{W}"')
    )
    plain = plain.replace(" w:", " q:")
    return packed((
        Part("word/document.xml", plain, "officeDocument", KIND + "document.main+xml", source=""),
        USUAL,
    ))  # fmt: skip


def with_links_that_lead_nowhere() -> bytes:
    """Faults of the template in text that stays: deckgen neither mends nor multiplies them."""
    link = '<w:hyperlink w:anchor="gone"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    return word_file(p("{{ body }}") + f"<w:p>{link}</w:p>" + p("Text", "no-such-style"), USUAL)


def without_document_text() -> bytes:
    return packed(
        (Part("word/document.xml", xml("document", ""), "officeDocument", KIND + "document.main+xml", source=""),)
    )  # fmt: skip


def pythons() -> bytes:
    """python-docx's own: many table styles, a second copy of the styles."""
    import io

    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


def letter_with_a_logo() -> bytes:
    return word_file(
        p("Dear Sir") + f"<w:p>{picture()}</w:p>",
        USUAL,
        LOGO,
        header(1, f"<w:p>{picture(1)}</w:p>"),
        Part("word/media/image1.png", PIXEL, "image", id="rIdLogo", source="word/header1.xml"),
        Part("https://example.org/", "", OFFICE + "hyperlink", id="rIdLink", external=True),
        last=section(refers(1)),
    )


PACKAGES: dict[str, Callable[[], bytes]] = {
    "macros": macros,
    "a-template-by-type": a_template_by_type,
    "absolute-targets": absolute_targets,
    "elsewhere": elsewhere,
    "with-all-sorts": with_all_sorts,
    "protected-and-old": protected_and_old,
    "other-prefixes": other_prefixes,
    "with-links-that-lead-nowhere": with_links_that_lead_nowhere,
    "without-document-text": without_document_text,
    "pythons": pythons,
    "letter-with-a-logo": letter_with_a_logo,
}
