"""A template's theme as read: its colours, its faces, and what a colour in the XML means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckgen import colour as arithmetic
from deckgen.frozen import Frozen
from deckgen.model.pack import FontScheme
from deckgen.ooxml.attributes import number, share
from deckgen.ooxml.names import A, P

SLOTS = (
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
_MAPPED = ("bg1", "tx1", "bg2", "tx2", *SLOTS[4:])
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_OFFICE = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
    "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080", "navy": "000080", "teal": "008080",
    "silver": "C0C0C0", "maroon": "800000", "orange": "FFA500", "purple": "800080",
}  # fmt: skip


class Theme(Frozen):
    """A theme part. `fills` are its background fills (elements), for `bgRef`."""

    colours: Mapping[str, str]
    fonts: FontScheme
    fills: tuple[Any, ...] = ()
    part: str = ""

    def family(self, reference: str) -> str:
        """The family that a reference such as `+mj-lt` means; a family's own name otherwise."""
        fonts = self.fonts
        meant = {
            "+mj-lt": fonts.major, "+mn-lt": fonts.minor, "+mj-ea": fonts.major_ea,
            "+mn-ea": fonts.minor_ea, "+mj-cs": fonts.major_cs, "+mn-cs": fonts.minor_cs,
        }  # fmt: skip
        return meant.get(reference, reference)


class Colours(Frozen):
    """The colours that names such as `tx1` mean under a colour map; all values are hex."""

    slots: Mapping[str, str]

    def of(self, element: Any, placeholder: str = "") -> str | None:
        """The colour in a fill or a colour element, its changes applied; None when it has none.

        `placeholder` is what `phClr` means here.
        """
        for child in element.iter():
            tag = _local(child)
            if tag in _BASES:
                base = self._base(child, tag, placeholder)
                return _changed(base, child) if base else None
        return None

    def _base(self, element: Any, tag: str, placeholder: str) -> str | None:
        value = element.get("val", "")
        if tag == "schemeClr":
            return placeholder or None if value == "phClr" else self.slots.get(value)
        if tag == "srgbClr":
            return _hex(value)
        if tag == "sysClr":
            return _hex(element.get("lastClr", "")) or ("FFFFFF" if value == "window" else "000000")
        if tag == "prstClr":
            return _NAMED.get(value, "808080")
        if tag == "scrgbClr":
            return arithmetic.hexed(*(share(element.get(part, "0")) for part in "rgb"))
        from colorsys import hls_to_rgb

        hue = number(element.get("hue"), 0) / 21_600_000 % 1
        lightness, saturation = (share(element.get(part, "0")) for part in ("lum", "sat"))
        return arithmetic.hexed(*hls_to_rgb(hue, lightness, saturation))


_BASES = frozenset(("schemeClr", "srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr"))


def read_theme(root: Any, part: str) -> Theme:
    """A theme part's facts; what is missing is taken from Office's own theme."""
    scheme = root.find(f".//{{{A}}}clrScheme")
    bare = Colours({})
    colours = dict(_OFFICE)
    for child in scheme if scheme is not None else ():
        found = bare.of(child)
        if _local(child) in colours and found:
            colours[_local(child)] = found
    fills = root.find(f".//{{{A}}}bgFillStyleLst")
    return Theme(colours, _fonts(root), tuple(fills if fills is not None else ()), part)


def no_theme() -> Theme:
    """What stands for a theme that a template does not have."""
    return Theme(_OFFICE, FontScheme("Calibri", "Calibri"))


def mapped(theme: Theme, clr_map: Any | None) -> Colours:
    """The theme's colours under a `clrMap` or `overrideClrMapping` (None: the usual map)."""
    names = dict(_USUAL_MAP) | {name: name for name in SLOTS}
    if clr_map is not None:
        names |= {name: clr_map.get(name, names[name]) for name in _MAPPED}
    slots = {name: theme.colours.get(slot, "000000") for name, slot in names.items()}
    return Colours(slots)


def override(layout: Any) -> Any | None:
    """A layout's own colour map, if it overrides its master's."""
    return layout.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")


def _fonts(root: Any) -> FontScheme:
    faces = {
        f"{size}_{script}": _typeface(root, f"{size}Font", script)
        for size in ("major", "minor")
        for script in ("latin", "ea", "cs")
    }
    return FontScheme(
        faces["major_latin"], faces["minor_latin"],
        faces["major_ea"], faces["minor_ea"], faces["major_cs"], faces["minor_cs"],
    )  # fmt: skip


def _typeface(root: Any, size: str, script: str) -> str:
    face = root.find(f".//{{{A}}}fontScheme/{{{A}}}{size}/{{{A}}}{script}")
    return face.get("typeface", "") if face is not None else ""


def _changed(base: str, element: Any) -> str:
    """The colour after the changes that stand below its element, in their order."""
    changed = base
    for change in element:
        amount = share(change.get("val", "0")) * 100
        match _local(change):
            case "lumMod":
                changed = arithmetic.lum(changed, mod=amount)
            case "lumOff":
                changed = arithmetic.lum(changed, off=amount)
            case "shade":
                changed = arithmetic.mixed(changed, "000000", amount / 100)
            case "tint":
                changed = arithmetic.mixed(changed, "FFFFFF", amount / 100)
            case _:
                continue
    return changed


def _hex(value: str) -> str | None:
    return value.upper() if re.fullmatch("[0-9A-Fa-f]{6}", value) else None


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
