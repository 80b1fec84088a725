"""The theme part: colours, faces and formats (ECMA-376 part 1, 20.1.6)."""

from __future__ import annotations

from deckgen.ooxml import names
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.palette import palette
from deckgen.packs.tokens import Tokens

# Faces for other scripts, by the style of the Latin face: those that Office ships.
_SERIF = {
    "Jpan": "游明朝", "Hang": "바탕", "Hans": "宋体", "Hant": "新細明體", "Arab": "Times New Roman",
    "Hebr": "Times New Roman", "Thai": "Angsana New", "Deva": "Mangal", "Beng": "Vrinda",
    "Taml": "Latha", "Geor": "Sylfaen", "Armn": "Sylfaen", "Ethi": "Nyala", "Khmr": "DaunPenh",
    "Viet": "Times New Roman",
}  # fmt: skip
_SANS = {
    "Jpan": "游ゴシック", "Hang": "맑은 고딕", "Hans": "微软雅黑", "Hant": "微軟正黑體",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Leelawadee UI", "Deva": "Nirmala UI",
    "Beng": "Nirmala UI", "Taml": "Nirmala UI", "Geor": "Sylfaen", "Armn": "Sylfaen",
    "Ethi": "Ebrima", "Khmr": "Leelawadee UI", "Viet": "Arial",
}  # fmt: skip
_WITH_SERIFS = frozenset(
    ("Cambria", "Times New Roman", "Georgia", "Garamond", "Book Antiqua", "Constantia")
)


def theme_part(tokens: Tokens, name: str) -> bytes:
    """A theme of the tokens' colours and faces; fills and lines are flat, effects empty."""
    return document(
        f'<a:theme xmlns:a="{names.A}" name="{attribute(name)}"><a:themeElements>'
        f"{_colours(tokens, name)}{_fonts(tokens, name)}{_formats(name)}</a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(tokens: Tokens, name: str) -> str:
    paints = palette(tokens)
    slots = paints.slots
    order = ("bg1", "tx1", "bg2", "tx2") if paints.inverted else ("tx1", "bg1", "tx2", "bg2")
    parts = dict(zip(("dk1", "lt1", "dk2", "lt2"), (slots[each] for each in order), strict=True))
    parts |= {key: slots[key] for key in slots if key.startswith(("accent", "hlink", "folHlink"))}
    inner = "".join(
        f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in parts.items()
    )
    return f'<a:clrScheme name="{attribute(name)}">{inner}</a:clrScheme>'


def _fonts(tokens: Tokens, name: str) -> str:
    fonts = tokens.fonts
    major = _face("majorFont", fonts.headings, fonts.east_asian.headings)
    minor = _face("minorFont", fonts.body, fonts.east_asian.body)
    return f'<a:fontScheme name="{attribute(name)}">{major}{minor}</a:fontScheme>'


def _face(tag: str, latin: str, east_asian: str) -> str:
    scripts = _SERIF if latin in _WITH_SERIFS else _SANS
    inner = "".join(
        f'<a:font script="{script}" typeface="{family}"/>' for script, family in scripts.items()
    )
    return (
        f'<a:{tag}><a:latin typeface="{attribute(latin)}"/>'
        f'<a:ea typeface="{attribute(east_asian)}"/><a:cs typeface=""/>{inner}</a:{tag}>'
    )


def _formats(name: str) -> str:
    tint = '<a:schemeClr val="phClr"><a:lumMod val="{}000"/><a:lumOff val="{}000"/></a:schemeClr>'
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    light = f"<a:solidFill>{tint.format(60, 40)}</a:solidFill>"
    lighter = f"<a:solidFill>{tint.format(20, 80)}</a:solidFill>"
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{flat}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (9525, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="{attribute(name)}"><a:fillStyleLst>{flat}{light}{lighter}'
        f"</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
