"""Text bodies, paragraphs and runs (ECMA-376 part 1, clause 21.1.2)."""

from __future__ import annotations

from functools import lru_cache

from deckgen.model.deck import Bullet, Colour, TextBody, TextParagraph, TextRun
from deckgen.ooxml import drawing, names
from deckgen.ooxml.drawing import fill
from deckgen.ooxml.languages import EAST_ASIAN, culture, primary, script_language
from deckgen.ooxml.xml import attribute, text
from deckgen.writers.pptx.ids import guid
from deckgen.writers.pptx.omml import math_paragraph, math_style
from deckgen.writers.pptx.page import Page

_LEVELS = 9  # DrawingML knows no more (ST_TextIndentLevelType)

# A link in the run's own colour instead of the theme's: PowerPoint's hyperlink colour extension.
_OWN_LINK_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    f'<ahyp:hlinkClr xmlns:ahyp="{names.AHYP}" val="tx"/></a:ext></a:extLst>'
)


def text_body(body: TextBody, page: Page, *, inherits: bool, math: bool = False) -> str:
    """A shape's p:txBody. `inherits` leaves to the placeholder what the body does not say.

    With `math`, paragraphs that hold OMML are written as formulas, else as their runs.
    """
    return (
        f"<p:txBody>{_body_properties(body, inherits)}"
        f"{math_style(body) if math else '<a:lstStyle/>'}"
        f"{paragraphs(body, page, math=math)}</p:txBody>"
    )


def paragraphs(body: TextBody, page: Page, *, math: bool = False) -> str:
    """The paragraphs of a body; at least one, as the schema asks."""
    return "".join([_paragraph(each, page, math) for each in body.paragraphs]) or "<a:p/>"


def has_math(body: TextBody | None) -> bool:
    """Whether a paragraph of the body is a formula."""
    if body is not None:
        for paragraph in body.paragraphs:
            if paragraph.math:
                return True
    return False


def _body_properties(body: TextBody, inherits: bool) -> str:
    attributes = ""
    if not inherits or not body.wrap:
        attributes += ' wrap="square"' if body.wrap else ' wrap="none"'
    if (insets := body.insets) is not None:
        attributes += (
            f' lIns="{insets.left}" tIns="{insets.top}"'
            f' rIns="{insets.right}" bIns="{insets.bottom}"'
        )
    if body.columns > 1:
        attributes += f' numCol="{body.columns}" spcCol="{body.column_gap}"'
    if not inherits:
        attributes += ' rtlCol="0"'
    if body.anchor is not None:
        attributes += f' anchor="{body.anchor}"'
    if fitting := _autofit(body):
        return f"<a:bodyPr{attributes}>{fitting}</a:bodyPr>"
    return f"<a:bodyPr{attributes}/>"


def _autofit(body: TextBody) -> str:
    if body.no_autofit:
        return "<a:noAutofit/>"
    if body.font_scale is None and body.spacing_reduction is None:
        return ""
    scale = "" if body.font_scale is None else f' fontScale="{round(body.font_scale * 1000)}"'
    less = body.spacing_reduction
    reduction = "" if less is None else f' lnSpcReduction="{round(less * 1000)}"'
    return f"<a:normAutofit{scale}{reduction}/>"


def _paragraph(paragraph: TextParagraph, page: Page, math: bool) -> str:
    properties = _paragraph_properties(
        paragraph.level, paragraph.align, paragraph.bullet, paragraph.margin_left, paragraph.indent,
        paragraph.space_before, paragraph.space_after, paragraph.line_spacing, paragraph.rtl,
        paragraph.tabs,
    )  # fmt: skip
    if math and paragraph.math:
        return f"<a:p>{properties}{math_paragraph(paragraph)}</a:p>"
    written, size, language = "", paragraph.end_size, ""
    for run in paragraph.runs:
        written += _run(run, page)
    if paragraph.runs:
        size = run.size if size is None else size
        language = run.lang
    return f"<a:p>{properties}{written}{_end(language or page.language, size)}</a:p>"


@lru_cache(maxsize=256)
def _end(language: str, size: float | None) -> str:
    return f'<a:endParaRPr lang="{attribute(culture(language))}"{_size(size)}/>'


@lru_cache(maxsize=1_024)
def _paragraph_properties(
    level: int,
    align: str | None,
    bullet: Bullet | None,
    margin_left: int | None,
    indent: int | None,
    before: float | None,
    after: float | None,
    line_spacing: float | None,
    rtl: bool | None,
    tabs: tuple[tuple[int, str], ...],
) -> str:
    attributes = ""
    if margin_left is not None:
        attributes += f' marL="{margin_left}"'
    if level:
        attributes += f' lvl="{min(level, _LEVELS - 1)}"'
    if indent is not None:
        attributes += f' indent="{indent}"'
    if align is not None:
        attributes += f' algn="{align}"'
    if rtl is not None:
        attributes += ' rtl="1"' if rtl else ' rtl="0"'
    children = ""
    if line_spacing is not None:
        children = f'<a:lnSpc><a:spcPct val="{round(line_spacing * 100_000)}"/></a:lnSpc>'
    children += _space("spcBef", before) + _space("spcAft", after)
    if bullet is not None:
        children += _bullet(bullet)
    if tabs:
        stops = "".join(f'<a:tab pos="{at}" algn="{kind}"/>' for at, kind in tabs)
        children += f"<a:tabLst>{stops}</a:tabLst>"
    if children:
        return f"<a:pPr{attributes}>{children}</a:pPr>"
    return f"<a:pPr{attributes}/>" if attributes else ""


def _space(tag: str, points: float | None) -> str:
    if points is None:
        return ""
    return f'<a:{tag}><a:spcPts val="{round(points * 100)}"/></a:{tag}>'


def _bullet(bullet: Bullet) -> str:
    if bullet.kind == "none":
        return "<a:buNone/>"
    own = "" if bullet.colour is None else f"<a:buClr>{drawing.colour(bullet.colour)}</a:buClr>"
    font = f'<a:buFont typeface="{attribute(bullet.font)}"/>' if bullet.font else ""
    if bullet.kind == "char":
        return f'{own}{font}<a:buChar char="{attribute(bullet.char)}"/>'
    start = f' startAt="{bullet.start}"' if bullet.start != 1 else ""
    # Numbers follow the text's face; a symbol face that a level inherits would garble them.
    face = font or '<a:buFont typeface="+mj-lt"/>'
    return f'{own}{face}<a:buAutoNum type="{attribute(bullet.scheme)}"{start}/>'


def _run(run: TextRun, page: Page) -> str:
    words = run.text
    if not words and not run.field:
        return ""
    properties = _run_properties(run, page)
    if run.field:
        shown = text(words) or page.number
        name = _field_guid(run.field)
        return f'<a:fld id="{name}" type="{run.field}">{properties}<a:t>{shown}</a:t></a:fld>'
    if "\n" not in words and "\v" not in words:
        return f"<a:r>{properties}<a:t>{text(words)}</a:t></a:r>"
    lines = words.replace("\v", "\n").split("\n")
    return f"<a:br>{properties}</a:br>".join(
        f"<a:r>{properties}<a:t>{text(line)}</a:t></a:r>" if line else "" for line in lines
    )


@lru_cache(maxsize=16)
def _field_guid(field: str) -> str:
    return guid("field", field)


def _run_properties(run: TextRun, page: Page) -> str:
    words, tag = run.text, run.lang or page.language
    link = page.link(run.link) if run.link else ""
    return _looks(
        tag, "" if words.isascii() else script_language(words, tag), run.size, run.bold, run.italic,
        run.underline, run.strike, run.spacing, run.baseline, run.colour, run.font, link,
    )  # fmt: skip


@lru_cache(maxsize=1_024)
def _looks(
    tag: str,
    foreign: str,
    size: float | None,
    bold: bool | None,
    italic: bool | None,
    underline: bool | None,
    strike: bool,
    spacing: float | None,
    baseline: int,
    colour: Colour | None,
    font: str,
    link: str,
) -> str:
    """A run's properties; a talk has few of them. `link` are the attributes of a hyperlink."""
    attributes = _languages(tag, foreign) + _size(size)
    if bold is not None:
        attributes += ' b="1"' if bold else ' b="0"'
    if italic is not None:
        attributes += ' i="1"' if italic else ' i="0"'
    if underline is not None:
        attributes += ' u="sng"' if underline else ' u="none"'
    if strike:
        attributes += ' strike="sngStrike"'
    if spacing is not None:
        attributes += f' spc="{round(spacing * 100)}"'
    if baseline:
        attributes += f' baseline="{baseline * 1000}"'
    children = "" if colour is None else fill(colour)
    if font:
        children += _faces(font, primary(tag))
    if link:
        own = "" if colour is None else _OWN_LINK_COLOUR
        children += (
            f"<a:hlinkClick {link}>{own}</a:hlinkClick>" if own else f"<a:hlinkClick {link}/>"
        )
    return f"<a:rPr{attributes}>{children}</a:rPr>" if children else f"<a:rPr{attributes}/>"


def _languages(tag: str, foreign: str) -> str:
    """`lang`, and `altLang` for what a run holds of the other kind of script."""
    if foreign:
        return f' lang="{culture(foreign)}" altLang="{attribute(culture(tag))}"'
    other = ' altLang="en-US"' if primary(tag) in EAST_ASIAN else ""
    return f' lang="{attribute(culture(tag))}"{other}'


def _size(size: float | None) -> str:
    return "" if size is None else f' sz="{round(size * 100)}"'


def _faces(font: str, language: str) -> str:
    """The typefaces of a run; a Latin family does not displace the theme's East Asian one."""
    if font in ("+mj-lt", "+mn-lt"):
        kind = font[:3]
        return "".join(f'<a:{tag} typeface="{kind}-{end}"/>' for tag, end in _THEME_FACES)
    face = attribute(font)
    east = f'<a:ea typeface="{face}"/>' if language in EAST_ASIAN else ""
    return f'<a:latin typeface="{face}"/>{east}<a:cs typeface="{face}"/>'


_THEME_FACES = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
