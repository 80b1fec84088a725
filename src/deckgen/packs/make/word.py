"""pack.yaml's tokens -> briefing.docx: a Word template that a person can open and edit."""

from __future__ import annotations

from deckgen.ooxml import names
from deckgen.ooxml.package import Draft
from deckgen.ooxml.relationships import Relationship
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.make.theme import theme_part
from deckgen.packs.make.word_looks import paragraph_styles, sheet
from deckgen.packs.make.word_palette import paper, printed
from deckgen.packs.make.word_styles import styles_part
from deckgen.packs.make.word_tables import W, numbering_part
from deckgen.packs.tokens import Tokens

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SAMPLE = (
    ("Title", "Title"),
    ("Subtitle", "Subtitle"),
    ("Heading1", "Heading of a chapter"),
    ("Heading2", "Heading of a section"),
    ("BodyText", "The text of a paper. deckgen replaces these lines; edit the styles, the page, "
     "the header and the footer."),
    ("ListBullet", "An item of a list"),
    ("Quote", "A quotation"),
    ("Caption", "A caption"),
)  # fmt: skip


def make_word(tokens: Tokens) -> bytes:
    """A Word template with the styles of a paper; the same tokens give the same bytes."""
    shown, page = paper(tokens), sheet(tokens)
    main = "word/document.xml"
    draft = Draft()
    related = (
        (_OFFICE + "styles", "word/styles.xml", _WORD + "styles+xml",
         styles_part(paragraph_styles(tokens, shown), tokens, shown)),
        (_OFFICE + "numbering", "word/numbering.xml", _WORD + "numbering+xml",
         numbering_part(page.column, shown)),
        (_OFFICE + "fontTable", "word/fontTable.xml", _WORD + "fontTable+xml", _fonts(tokens)),
        (_OFFICE + "settings", "word/settings.xml", _WORD + "settings+xml", _settings()),
        (names.REL_THEME, "word/theme/theme1.xml", names.TYPE_THEME,
         theme_part(printed(tokens), tokens.name)),
        (_OFFICE + "header", "word/header1.xml", _WORD + "header+xml", _header()),
        (_OFFICE + "header", "word/header2.xml", _WORD + "header+xml", _empty_header()),
        (_OFFICE + "footer", "word/footer1.xml", _WORD + "footer+xml", _footer()),
        (_OFFICE + "footer", "word/footer2.xml", _WORD + "footer+xml", _footer()),
    )  # fmt: skip
    for _, part, content_type, content in related:
        draft.put(part, content, content_type)
    draft.put(main, _document(tokens), _WORD + "document.main+xml")
    draft.put_relationships(
        main,
        [Relationship(f"rId{at}", kind, part) for at, (kind, part, *_) in enumerate(related, 1)],
    )
    _put_properties(draft, tokens, main)
    return draft.seal()


def _document(tokens: Tokens) -> bytes:
    page = sheet(tokens)
    frames = "".join(
        f'<w:{frame}Reference w:type="{kind}" r:id="rId{at}"/>'
        for at, (frame, kind) in enumerate(
            (
                ("header", "default"),
                ("header", "first"),
                ("footer", "default"),
                ("footer", "first"),
            ),
            6,
        )
    )
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in _SAMPLE
    )
    return document(
        f'<w:document xmlns:w="{W}" xmlns:r="{names.R}"><w:body>{paragraphs}<w:sectPr>{frames}'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.margin}" w:right="{page.margin}" w:bottom="{page.margin}"'
        f' w:left="{page.margin}" w:header="709" w:footer="709" w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _fonts(tokens: Tokens) -> bytes:
    families = dict.fromkeys((tokens.fonts.body, tokens.fonts.headings, tokens.fonts.mono))
    inner = "".join(f'<w:font w:name="{attribute(family)}"/>' for family in families)
    return document(f'<w:fonts xmlns:w="{W}">{inner}</w:fonts>')


def _settings() -> bytes:
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
    return document(
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{modes}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
        ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"'
        ' w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
        ' w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _header() -> bytes:
    """The talk's title, and the part that the page belongs to (17.16.5.59, STYLEREF).

    A renderer that knows no such field shows the event: no part stands on all pages.
    """
    part = _field("STYLEREF 1", "{{ talk.event }}")
    return _frame("hdr", "Header", f"{_text('{{ talk.title }}')}{_TAB}{part}")


def _empty_header() -> bytes:
    """The first page has no header; its paragraph must not draw the header's rule."""
    return _frame("hdr", "Normal", "")


def _footer() -> bytes:
    parts = (
        _text("{{ talk.speakers }}"),
        _TAB,
        _text("{{ labels.page }} "),
        _field("PAGE"),
        _text(" {{ labels.of }} "),
        _field("NUMPAGES"),
        _text("{{ labels.pages }}"),
    )
    return _frame("ftr", "Footer", "".join(parts))


_TAB = "<w:r><w:tab/></w:r>"


def _frame(kind: str, style: str, content: str) -> bytes:
    return document(
        f'<w:{kind} xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
        f"</w:{kind}>"
    )


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _field(name: str, shown: str = "1") -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _put_properties(draft: Draft, tokens: Tokens, main: str) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{attribute(tokens.name.capitalize())} briefing template</dc:title>"
        "</cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>deckgen</Application></Properties>'
    )
    draft.put("docProps/core.xml", document(core), names.TYPE_CORE)
    draft.put("docProps/app.xml", document(app), names.TYPE_APP)
    draft.put_relationships(
        "",
        [
            Relationship("rId1", names.REL_DOCUMENT, main),
            Relationship("rId2", names.REL_CORE, "docProps/core.xml"),
            Relationship("rId3", names.REL_APP, "docProps/app.xml"),
        ],
    )
