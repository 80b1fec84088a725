"""The styles part of a pack's Word template (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.frozen import Frozen
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.make.word_palette import Paper
from deckgen.packs.make.word_tables import W, table_styles
from deckgen.packs.tokens import Tokens
from deckgen.typeset import Faces
from deckgen.typeset import Style as Upright


class Style(Frozen):
    """One style: `name` is Word's built-in name where there is one, `like` the style below it.

    `size` in points; `before`, `after` in twips; `left`, `right`, `hanging` too. `leading` is
    from line to line, in em; `single` takes what a line needs, as a picture does.
    """

    id: str
    name: str
    like: str = "Normal"
    follow: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    heading_face: bool = False
    mono: bool = False
    caps: bool = False
    spacing: int = 0
    before: int | None = None
    after: int | None = None
    leading: float = 0.0
    single: bool = False
    left: int | None = None
    right: int = 0
    hanging: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    number: tuple[int, int] | None = None
    border: str = ""
    fill: str = ""
    tabs: str = ""
    align: str = ""
    level: int | None = None
    priority: int = 10


def styles_part(styles: Iterable[Style], tokens: Tokens, paper: Paper) -> bytes:
    """The paragraph styles, the styles for characters and tables, and the defaults under them."""
    written = "".join(_paragraph(style, tokens) for style in styles)
    return document(
        f'<w:styles xmlns:w="{W}">{_defaults(tokens, paper)}{_LATENT}{written}'
        f"{_characters(tokens, paper)}{table_styles(paper)}</w:styles>"
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"'
    ' w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
)


def _defaults(tokens: Tokens, paper: Paper) -> str:
    half = round(tokens.page.body * 2)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ' w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
        f'<w:color w:val="{paper.ink}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph(style: Style, tokens: Tokens) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    based = f'<w:basedOn w:val="{style.like}"/>' if style.like else ""
    follow = f'<w:next w:val="{style.follow}"/>' if style.follow else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"{default}>'
        f'<w:name w:val="{style.name}"/>{based}{follow}'
        f'<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, tokens)}</w:pPr>"
        f"<w:rPr>{_run_properties(style, tokens)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, tokens: Tokens) -> str:
    parts = []
    if style.keep_next:
        parts.append("<w:keepNext/>")
    if style.keep_lines:
        parts.append("<w:keepLines/>")
    if style.number:
        level = f'<w:ilvl w:val="{style.number[1]}"/>' if style.number[1] else ""
        parts.append(f'<w:numPr>{level}<w:numId w:val="{style.number[0]}"/></w:numPr>')
    if style.border:
        parts.append(f"<w:pBdr>{style.border}</w:pBdr>")
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>')
    if style.tabs:
        parts.append(f"<w:tabs>{style.tabs}</w:tabs>")
    parts.append(_spacing(style, tokens))
    if style.left is not None:
        right = f' w:right="{style.right}"' if style.right else ""
        hanging = f' w:hanging="{style.hanging}"' if style.hanging else ""
        parts.append(f'<w:ind w:left="{style.left}"{right}{hanging}/>')
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.level is not None:
        parts.append(f'<w:outlineLvl w:val="{style.level}"/>')
    return "".join(parts)


def _spacing(style: Style, tokens: Tokens) -> str:
    values = {"before": style.before, "after": style.after, "line": _line(style, tokens)}
    given = "".join(f' w:{name}="{value}"' for name, value in values.items() if value is not None)
    rule = ' w:lineRule="auto"' if "line" in given else ""
    return f"<w:spacing{given}{rule}/>" if given else ""


def _line(style: Style, tokens: Tokens) -> int | None:
    """The leading as Word counts it: 240ths of the line that the face itself asks for."""
    if style.single or not style.leading:
        return 240 if style.single else None
    fonts = tokens.fonts
    family = fonts.mono if style.mono else fonts.headings if style.heading_face else fonts.body
    return round(style.leading / Faces(written=True).find(family, Upright()).line_height * 240)


def _run_properties(style: Style, tokens: Tokens) -> str:
    parts = []
    if style.heading_face:
        parts.append(
            '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"'
            ' w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
        )
    if style.mono:
        mono = attribute(tokens.fonts.mono)
        parts.append(f'<w:rFonts w:ascii="{mono}" w:hAnsi="{mono}" w:cs="{mono}"/>')
    if style.bold:
        parts.append("<w:b/><w:bCs/>")
    if style.italic:
        parts.append("<w:i/><w:iCs/>")
    if style.caps:
        parts.append("<w:caps/>")
    if style.mono:
        parts.append("<w:noProof/>")
    if style.colour:
        parts.append(f'<w:color w:val="{style.colour}"/>')
    if style.spacing:
        parts.append(f'<w:spacing w:val="{style.spacing}"/>')
    if style.size:
        half = round(style.size * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    return "".join(parts)


_DEFAULT = ' w:default="1"'


def _characters(tokens: Tokens, paper: Paper) -> str:
    mono = attribute(tokens.fonts.mono)
    faces = f'<w:rFonts w:ascii="{mono}" w:hAnsi="{mono}" w:cs="{mono}"/><w:noProof/>'
    small = round(tokens.page.body * 2 - 2)
    looks = (
        ("DefaultParagraphFont", "Default Paragraph Font", ""),
        ("Hyperlink", "Hyperlink", f'<w:color w:val="{paper.link}"/><w:u w:val="single"/>'),
        ("FollowedHyperlink", "FollowedHyperlink",
         f'<w:color w:val="{paper.visited}"/><w:u w:val="single"/>'),
        ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
        ("EndnoteReference", "endnote reference", '<w:vertAlign w:val="superscript"/>'),
        ("VerbatimChar", "Verbatim Char", f'{faces}<w:sz w:val="{small}"/>'),
        ("CaptionLabel", "Caption Label",
         f'<w:b/><w:bCs/><w:color w:val="{paper.accent}"/>'),
    )  # fmt: skip
    return "".join(
        f'<w:style w:type="character" w:styleId="{style_id}"{"" if look else _DEFAULT}>'
        f'<w:name w:val="{name}"/>'
        f'<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr>{look}</w:rPr></w:style>'
        for style_id, name, look in looks
    )
