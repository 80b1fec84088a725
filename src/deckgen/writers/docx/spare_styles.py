"""Styles for templates that have none for a role: quiet ones, in the template's own face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SpareStyle:
    """A style's type and its properties as XML."""

    xml: str = ""
    type: Literal["paragraph", "character", "table"] = "paragraph"


def _box(spacing: str) -> str:
    return (
        '<w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="808080"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>{spacing}'
        '<w:ind w:left="510" w:right="170" w:hanging="340"/></w:pPr>'
    )


def _heading(level: int) -> str:
    size = (32, 26, 22, 22, 22, 22)[level - 1]
    return (
        f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _spaced(before: int, after: int, more: str = "") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>{more}'


def _indented(left: int, hanging: int = 0) -> str:
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:pPr><w:spacing w:after="60"/><w:ind w:left="{left}"{hang}/></w:pPr>'


_CENTRED = '<w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_INSET = '<w:ind w:left="567" w:right="567"/>'
_RULES = (
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>'
    "</w:tblStylePr>"
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    '<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>'
    "</w:tblStylePr>"
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
)
_TIMELINE = (
    '<w:tblPr><w:tblBorders><w:insideV w:val="single" w:sz="12" w:space="0" w:color="auto"/>'
    '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="142" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
)
_GALLERY = (
    '<w:tblPr><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr>"
)

SPARE: dict[str, SpareStyle] = {
    "normal": SpareStyle(),
    "body": SpareStyle(f"<w:pPr>{_spaced(0, 140)}</w:pPr>"),
    "title": SpareStyle(f'<w:pPr>{_spaced(0, 120)}</w:pPr><w:rPr><w:sz w:val="48"/></w:rPr>'),
    "subtitle": SpareStyle(f'<w:pPr>{_spaced(0, 120)}</w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>'),
    "byline": SpareStyle(f"<w:pPr>{_spaced(0, 40)}</w:pPr>"),
    "occasion": SpareStyle(f"<w:pPr>{_spaced(0, 240)}</w:pPr>"),
    "classification": SpareStyle(
        f"<w:pPr>{_spaced(0, 240)}</w:pPr><w:rPr><w:b/><w:bCs/><w:caps/></w:rPr>"
    ),
    "about": SpareStyle(
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
        + _spaced(0, 160)
        + "</w:pPr>"
    ),
    "messages-heading": SpareStyle(
        _box(_spaced(160, 60)).replace("<w:pPr>", "<w:pPr><w:keepNext/>")
        + "<w:rPr><w:b/><w:bCs/></w:rPr>"
    ),
    "message": SpareStyle(_box(_spaced(0, 60))),
    "contents-heading": SpareStyle(
        f"<w:pPr><w:keepNext/>{_spaced(360, 120)}</w:pPr>"
        '<w:rPr><w:b/><w:bCs/><w:sz w:val="26"/></w:rPr>'
    ),
    "caption": SpareStyle(
        f"<w:pPr><w:keepLines/>{_spaced(160, 80)}</w:pPr>"
        '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    ),
    "caption-label": SpareStyle("<w:rPr><w:b/><w:bCs/></w:rPr>", "character"),
    "figure": SpareStyle(f"<w:pPr><w:keepNext/>{_spaced(160, 60)}</w:pPr>"),
    "formula": SpareStyle(f"<w:pPr>{_spaced(120, 120, _CENTRED)}</w:pPr>"),
    "quote": SpareStyle(f"<w:pPr>{_spaced(120, 60, _INSET)}</w:pPr><w:rPr><w:i/><w:iCs/></w:rPr>"),
    "attribution": SpareStyle(f"<w:pPr>{_spaced(0, 160, _INSET)}</w:pPr>"),
    "code": SpareStyle(
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
        f"{_spaced(0, 160, _LEFT)}</w:pPr>"
        '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
        '<w:noProof/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    ),
    "code-words": SpareStyle(
        '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
        "<w:noProof/></w:rPr>",
        "character",
    ),
    "note": SpareStyle(f'<w:pPr>{_spaced(40, 160)}</w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
    "source": SpareStyle(_indented(454, 454)),
    "table-text": SpareStyle(f'<w:pPr>{_spaced(0, 0)}</w:pPr><w:rPr><w:sz w:val="19"/></w:rPr>'),
    "footnote-text": SpareStyle(
        f'<w:pPr>{_spaced(0, 20)}</w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    ),
    "footnote-reference": SpareStyle(
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character"
    ),
    "link": SpareStyle(
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>', "character"
    ),
    "table": SpareStyle(_RULES, "table"),
    "timeline": SpareStyle(_TIMELINE, "table"),
    "gallery": SpareStyle(_GALLERY, "table"),
    "plain-heading": SpareStyle(_heading(1)),
    **{f"heading{level}": SpareStyle(_heading(level)) for level in range(1, 7)},
    **{
        f"contents{n}": SpareStyle(
            f'<w:pPr><w:spacing w:after="60"/><w:ind w:left="{(n - 1) * 240}"/></w:pPr>'
        )
        for n in (1, 2, 3)
    },
    **{f"bullet{n}": SpareStyle(_indented(n * 340, 340)) for n in (1, 2, 3)},
    **{f"number{n}": SpareStyle(_indented(n * 340, 340)) for n in (1, 2, 3)},
    **{f"continue{n}": SpareStyle(_indented(n * 340)) for n in (1, 2, 3)},
}
