"""Styles for templates that have none for a role: quiet ones, in the template's own face.

They are measured by the template's own text and take its fonts and colours. Every one of them says
where its lines begin and how far apart they are: what they are based on may set first lines back,
justify, or stand on lines of one height, which tables, pictures and listings cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from deckgen.frozen import Frozen, field
from deckgen.writers.docx.looks import Look

Type = Literal["paragraph", "character", "table"]

_ORDER = (
    "keepNext", "keepLines", "numPr", "pBdr", "shd", "snapToGrid", "spacing", "ind",
    "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip
_MONO = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
_BOLD = "<w:b/><w:bCs/>"


# Attributes of a `w:color` where no theme has one.
ACCENT = 'w:val="808080"'
LINK = 'w:val="0563C1"'


class SpareStyle(Frozen):
    """A style's type, the role that it is based on, and its properties as XML."""

    xml: str = ""
    type: Type = "paragraph"
    based: str = "normal"


class Face(Frozen):
    """What spare styles take from the document: how its text and its headings look.

    `headings` are those of its own, by level from 1. `accent` and `link` are attributes of
    `w:color` without the element; `major` says that a theme names a face for headings.
    """

    body: Look
    headings: Mapping[int, Look] = field(default_factory=dict)
    accent: str = ACCENT
    link: str = LINK
    major: bool = False


def spare_type(role: str) -> Type:
    """Which type of style a role asks for."""
    if role in {"table", "timeline", "gallery"}:
        return "table"
    if role in {"caption-label", "code-words", "footnote-reference", "endnote-reference", "link"}:
        return "character"
    return "paragraph"


def spare(role: str, face: Face) -> SpareStyle:
    """The style for a role, in the document's face."""
    name = role.rstrip("123456")
    if name in _LISTS:
        return SpareStyle(_LISTS[name](int(role[-1]), face))
    if role in _TABLES:
        return SpareStyle(_TABLES[role].replace("ACCENT", _ruled(face)), "table", "")
    return SpareStyle(_SPARES[role](face), spare_type(role), spare_parent(role))


def spare_parent(role: str) -> str:
    """The role whose style a spare one is based on."""
    return {"plain-heading": "heading1", "dense-table-text": "table-text"}.get(role, "normal")


def _ruled(face: Face) -> str:
    """The accent as attributes of a border."""
    return face.accent.replace("w:val=", "w:color=")


def _size(face: Face, factor: float) -> str:
    half = max(14, round(face.body.size * factor * 2))
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _paragraph(face: Face, before: int, after: int, **how: str) -> str:
    """`w:pPr` in the schema's order; `how` maps an element's name to its attributes."""
    left, hanging = int(how.pop("left", "0")), int(how.pop("hanging", "0"))
    first = f' w:hanging="{hanging}"' if hanging else ' w:firstLine="0"'
    # Indents in characters, once inherited, hold against lengths until they are 0 (17.3.1.12).
    chars = ' w:firstLineChars="0"' if face.body.hanging and not hanging else ""
    right = how.pop("right", "0")
    elements = {
        "snapToGrid": 'w:val="0"',
        "spacing": f'{face.body.spaced(before, after)} w:line="{how.pop("line", "252")}"'
        ' w:lineRule="auto"',
        "ind": f'w:left="{left}" w:right="{right}"{chars}{first}',
        "jc": 'w:val="left"',
        **how,
    }
    written = []
    for name in _ORDER:
        if name in elements:
            value = elements[name]
            written.append(value if value.startswith("<") else f"<w:{name} {value.lstrip()}/>")
    return f"<w:pPr>{''.join(written)}</w:pPr>".replace(" />", "/>")


def _run(*parts: str) -> str:
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


# -- headings and the cover ---------------------------------------------------------------------

_HEADING_SIZES = (1.45, 1.2, 1.05, 1.0, 1.0, 1.0)


def _heading_face(face: Face) -> tuple[str, str]:
    """Font and colour of headings: those of the document's own, else its theme's."""
    nearest = next(iter(face.headings.values()), None)
    if nearest is not None:
        return nearest.fonts, nearest.colour
    fonts = (
        '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"'
        ' w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>'
    )
    return (fonts if face.major else ""), f"<w:color {face.accent}/>" if face.major else ""


def _heading(level: int, face: Face) -> str:
    fonts, colour = _heading_face(face)
    above = [look for number, look in sorted(face.headings.items()) if number < level]
    most = above[-1].size * 0.94 if above else 72.0
    size = max(face.body.size, min(face.body.size * _HEADING_SIZES[level - 1], most))
    bold = _BOLD if not above or above[-1].bold else ""
    half = round(size * 2)
    italic = "<w:i/><w:iCs/>" if not bold and size <= face.body.size else ""
    shown = _paragraph(
        face,
        max(120, int(size * 18)),
        max(60, int(size * 8)),
        keepNext=" ",
        keepLines=" ",
        outlineLvl=f'w:val="{level - 1}"',
    )
    sized = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return shown + _run(fonts, bold, italic, colour, sized)


def _line(face: Face, after: int, factor: float = 1.0, *more: str, heading: bool = False) -> str:
    fonts, colour = _heading_face(face) if heading else ("", "")
    return _paragraph(face, 0, after) + _run(fonts, *more, colour, _size(face, factor))


def _contents_heading(face: Face) -> str:
    fonts, colour = _heading_face(face)
    shown = _paragraph(face, 360, 120, keepNext=" ")
    return shown + _run(fonts, _BOLD, colour, _size(face, 1.2))


# -- boxes, captions, figures -------------------------------------------------------------------

_PANEL = 'w:val="clear" w:color="auto" w:fill="F2F2F2"'


def _box(face: Face, before: int, **how: str) -> str:
    side = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" {_ruled(face)}/></w:pBdr>'
    return _paragraph(
        face, before, 60, pBdr=side, shd=_PANEL, left="510", right="170", hanging="340", **how
    )


_SPARES: Mapping[str, Callable[[Face], str]] = {
    "normal": lambda _: "",
    "body": lambda face: (
        f"<w:pPr><w:spacing{face.body.spaced(None, int(face.body.size * 12))}/></w:pPr>"
    ),
    "title": lambda face: _line(face, 120, 2.2, heading=True),
    "subtitle": lambda face: _line(face, 120, 1.27),
    "byline": lambda face: _line(face, 40),
    "occasion": lambda face: _line(face, 240),
    "classification": lambda face: _line(face, 240, 1.0, _BOLD, "<w:caps/>"),
    "about": lambda face: _paragraph(face, 0, 160, shd=_PANEL),
    "messages-heading": lambda face: _box(face, 160, keepNext=" ") + _run(_BOLD),
    "message": lambda face: _box(face, 0),
    "contents-heading": _contents_heading,
    "caption": lambda face: _paragraph(face, 160, 80, keepLines=" ") + _run(_size(face, 0.85)),
    "caption-label": lambda _: _run(_BOLD),
    "figure": lambda face: _paragraph(face, 160, 60, keepNext=" ", line="240"),
    "formula": lambda face: _paragraph(face, 120, 120, jc='w:val="center"', line="240"),
    "quote": lambda face: (
        _paragraph(face, 120, 60, left="567", right="567") + _run("<w:i/><w:iCs/>")
    ),
    "attribution": lambda face: _paragraph(face, 0, 160, left="567", right="567"),
    "code": lambda face: (
        _paragraph(face, 0, 160, shd=_PANEL, line="240")
        + _run(_MONO, "<w:noProof/>", _size(face, 0.82))
    ),
    "code-words": lambda _: _run(_MONO, "<w:noProof/>"),
    "note": lambda face: _paragraph(face, 40, 160) + _run(_size(face, 0.82)),
    "source": lambda face: _paragraph(face, 0, 60, left="454", hanging="454"),
    "table-text": lambda face: _paragraph(face, 0, 0, line="245") + _run(_size(face, 0.87)),
    "dense-table-text": lambda face: _run(_size(face, 0.8)),
    "footnote-text": lambda face: _paragraph(face, 0, 20, line="240") + _run(_size(face, 0.82)),
    "footnote-reference": lambda _: _run('<w:vertAlign w:val="superscript"/>'),
    "endnote-text": lambda face: _paragraph(face, 0, 40, line="240") + _run(_size(face, 0.9)),
    "endnote-reference": lambda _: _run('<w:vertAlign w:val="superscript"/>'),
    "list-entry": lambda face: _paragraph(face, 0, 60),
    "link": lambda face: _run(f'<w:color {face.link}/><w:u w:val="single"/>'),
    "plain-heading": lambda _: '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
    **{f"heading{level}": partial(_heading, level) for level in range(1, 7)},
}


# -- lists and contents -------------------------------------------------------------------------


def _item(level: int, face: Face, hanging: int = 340) -> str:
    left = level * 340
    return _paragraph(face, 0, 60, left=str(left), hanging=str(hanging))


_LISTS: Mapping[str, Callable[[int, Face], str]] = {
    "bullet": _item,
    "number": _item,
    "continue": lambda level, face: _item(level, face, 0),
    "contents": lambda level, face: _paragraph(face, 0, 60, left=str((level - 1) * 240)),
}


# -- tables -------------------------------------------------------------------------------------


def _margins(top: int, sides: int) -> str:
    sizes = (("top", top), ("left", sides), ("bottom", top), ("right", sides))
    inner = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes if size)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def _rule(side: str, size: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" ACCENT/>'


def _part(name: str, rules: str = "") -> str:
    borders = f"<w:tcPr><w:tcBorders>{rules}</w:tcBorders></w:tcPr>" if rules else ""
    return f'<w:tblStylePr w:type="{name}"><w:rPr>{_BOLD}</w:rPr>{borders}</w:tblStylePr>'


_TABLES: Mapping[str, str] = {
    "table": (
        f"<w:tblPr><w:tblBorders>{_rule('top', 8)}{_rule('bottom', 8)}</w:tblBorders>"
        f"{_margins(40, 85)}</w:tblPr>"
        f"{_part('firstRow', _rule('bottom', 4))}{_part('lastRow', _rule('top', 4))}"
        f"{_part('firstCol')}"
    ),
    "timeline": (
        f"<w:tblPr><w:tblBorders>{_rule('insideV', 12)}</w:tblBorders>"
        f"{_margins(40, 142)}</w:tblPr>{_part('firstCol')}"
    ),
    "gallery": f"<w:tblPr>{_margins(0, 57)}</w:tblPr>",
}
