"""The parts that the workbooks of all charts share, deflated once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from deckgen.ooxml import names
from deckgen.ooxml.archive import Member, pack
from deckgen.ooxml.charts.sheet import SHEET
from deckgen.ooxml.xml import document

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART = "xl/worksheets/sheet1.xml"
TEXTS_PART = "xl/sharedStrings.xml"
STYLES_PART = "xl/styles.xml"

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
    "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip


@cache
def shared_parts(rtl: bool) -> dict[str, Member]:
    """Everything but the sheet, its texts and its styles (ECMA-376 part 1, 12.3).

    With `rtl` the book has the window that the view of a sheet stands in (18.2.30).
    """
    window = "<bookViews><workbookView/></bookViews>" if rtl else ""
    types = {
        "xl/workbook.xml": _TYPE.format("sheet.main"),
        SHEET_PART: _TYPE.format("worksheet"),
        TEXTS_PART: _TYPE.format("sharedStrings"),
        STYLES_PART: _TYPE.format("styles"),
        "xl/theme/theme1.xml": names.TYPE_THEME,
    }
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items()
    )
    arrows = (
        ("worksheet", SHEET_PART),
        ("sharedStrings", TEXTS_PART),
        ("styles", STYLES_PART),
        ("theme", "xl/theme/theme1.xml"),
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{names.CONTENT_TYPES}">'
        f'<Default Extension="rels" ContentType="{names.TYPE_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _arrows((("officeDocument", "xl/workbook.xml"),)),
        "xl/_rels/workbook.xml.rels": _arrows((kind, part[3:]) for kind, part in arrows),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{names.R}">'
        f"{window}<sheets>"
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/theme/theme1.xml": _theme(),
    }
    return {name: pack(name, document(body)) for name, body in parts.items()}


def _arrows(found: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{names.R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'<Relationships xmlns="{names.RELATIONSHIPS}">{lines}</Relationships>'


def _theme() -> str:
    """The plainest theme that the schema allows (20.1.6.9)."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in _COLOURS.items()
    )
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{names.A}" name="Sheet"><a:themeElements>'
        f'<a:clrScheme name="Sheet">{colours}</a:clrScheme><a:fontScheme name="Sheet">'
        f"<a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Sheet"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
