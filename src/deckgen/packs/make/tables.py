"""The pack's table style: rules, not boxes (ECMA-376 part 1, 20.1.4.2)."""

from __future__ import annotations

from uuid import UUID, uuid5

from deckgen.model.geometry import points
from deckgen.ooxml import names
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.palette import Palette, palette
from deckgen.packs.tokens import Tokens

_SPACE = UUID("6d2f7c1e-0b5a-4f0e-9a43-51c7de2a8b90")


def style_id(tokens: Tokens) -> str:
    """The table style's GUID: the same for the same pack, always."""
    return f"{{{str(uuid5(_SPACE, tokens.name)).upper()}}}"


def table_styles_part(tokens: Tokens) -> bytes:
    """The table styles, with the pack's own as the default."""
    paints, colours = palette(tokens), tokens.colours
    thin = _line(paints, colours.hairline, 0.75)
    strong = _line(paints, colours.accent, 1.5)
    none = "<a:ln><a:noFill/></a:ln>"
    whole = _cells(
        _text(paints, colours.ink),
        {"left": none, "right": none, "top": none, "bottom": strong, "insideH": thin,
         "insideV": none},
        "<a:noFill/>",
    )  # fmt: skip
    bold_accent = _text(paints, colours.accent, bold=True)
    bold = _text(paints, colours.ink, bold=True)
    band = f"<a:tcStyle><a:tcBdr/><a:fill>{paints.fill(colours.panel)}</a:fill></a:tcStyle>"
    identity = style_id(tokens)
    return document(
        f'<a:tblStyleLst xmlns:a="{names.A}" def="{identity}"><a:tblStyle styleId="{identity}"'
        f' styleName="{attribute(tokens.name.capitalize())} rules"><a:wholeTbl>{whole}</a:wholeTbl>'
        f"<a:band1H>{band}</a:band1H><a:band1V>{band}</a:band1V>"
        f"<a:lastCol>{_cells(bold, {})}</a:lastCol><a:firstCol>{_cells(bold, {})}</a:firstCol>"
        f"<a:lastRow>{_cells(bold, {'top': strong})}</a:lastRow>"
        f"<a:firstRow>{_cells(bold_accent, {'top': none, 'bottom': strong})}</a:firstRow>"
        "</a:tblStyle></a:tblStyleLst>"
    )


def _text(paints: Palette, colour: str, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return (
        f'<a:tcTxStyle{weight}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        f"{paints.xml(colour)}</a:tcTxStyle>"
    )


def _cells(text: str, borders: dict[str, str], fill: str = "") -> str:
    edges = "".join(f"<a:{side}>{line}</a:{side}>" for side, line in borders.items())
    filled = f"<a:fill>{fill}</a:fill>" if fill else ""
    return f"{text}<a:tcStyle><a:tcBdr>{edges}</a:tcBdr>{filled}</a:tcStyle>"


def _line(paints: Palette, colour: str, width: float) -> str:
    return f'<a:ln w="{points(width)}" cmpd="sng">{paints.fill(colour)}</a:ln>'
