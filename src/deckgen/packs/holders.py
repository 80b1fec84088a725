"""A layout's placeholders, with what they inherit from the master resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from deckgen.frozen import Frozen, field
from deckgen.model.geometry import Box, Insets
from deckgen.model.pack import Slot
from deckgen.ooxml.attributes import whole
from deckgen.ooxml.names import A, P
from deckgen.packs.grounds import Sheet, frame, upended
from deckgen.packs.levels import Chain, Known

_MASTER_TYPES = {"ctrTitle": "title", "title": "title"} | {
    name: name for name in ("dt", "ftr", "sldNum", "hdr")
}
_TITLES = frozenset(("title", "ctrTitle"))
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}


# A slide names its placeholder by this number: a layout's that is none cannot be filled.
_INDEX = re.compile("0|[1-9][0-9]{0,9}")


class Master(Frozen):
    """A slide master: its sheet, its placeholders by type and its text styles.

    `levels` are those that were read in its colours.
    """

    sheet: Sheet
    holders: dict[str, Any]
    size: tuple[int, int]
    default_style: Any | None
    levels: Known = field(default_factory=dict)

    def styles(self, kind: str) -> Iterator[Any]:
        """The master's list styles for a type of placeholder, then the presentation's."""
        name = "titleStyle" if kind in _TITLES else "bodyStyle"
        if kind in ("dt", "ftr", "sldNum", "hdr"):
            name = "otherStyle"
        style = self.sheet.root.find(f"{{{P}}}txStyles/{{{P}}}{name}")
        if style is not None:
            yield style
        if self.default_style is not None:
            yield self.default_style


def read_master(sheet: Sheet, size: tuple[int, int], default_style: Any | None) -> Master:
    """The master of a sheet; the first placeholder of each type counts."""
    holders: dict[str, Any] = {}
    for shape, ph in placeholders(sheet.root):
        holders.setdefault(_MASTER_TYPES.get(ph.get("type", "obj"), "body"), shape)
    return Master(sheet, holders, size, default_style)


def placeholders(root: Any) -> Iterator[tuple[Any, Any]]:
    """The placeholders of a master or layout in their order: the shape and its `ph`."""
    tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    for shape in tree.iterchildren() if tree is not None else ():
        if not isinstance(shape.tag, str):
            continue
        ph = shape.find(f"./*/{{{P}}}nvPr/{{{P}}}ph")
        if ph is not None and _INDEX.fullmatch(ph.get("idx", "0")):
            yield shape, ph


def read_slot(shape: Any, ph: Any, sheet: Sheet, master: Master) -> Slot:
    """A layout's placeholder; its role is decided when its neighbours are known."""
    kind = ph.get("type", "obj")
    above = master.holders.get(_MASTER_TYPES.get(kind, "body"))
    chain = [shape] if above is None else [shape, above]
    bodies = [body for each in chain if (body := each.find(f"{{{P}}}txBody")) is not None]
    properties = [each for body in bodies if (each := body.find(f"{{{A}}}bodyPr")) is not None]
    styles = [each for body in bodies if (each := body.find(f"{{{A}}}lstStyle")) is not None]
    box = next((found for each in chain if (found := frame(each)) is not None), None)
    name = shape.find(f"./*/{{{P}}}cNvPr")
    return Slot(
        role="other",
        type=kind,
        idx=whole(ph.get("idx"), 0),
        name=name.get("name", "") if name is not None else "",
        box=box or _usual_place(kind, master.size),
        levels=Chain(
            own=styles,
            shared=tuple(master.styles(kind)),
            theme=sheet.theme,
            colours=sheet.colours,
            samples=_samples(bodies),
            known=master.levels if sheet.colours is master.sheet.colours else {},
        ).levels(),
        insets=_insets(properties),
        anchor=_anchor(properties),
        autofit=_autofit(properties),
        vertical=_vertical(properties, ph, chain),
        fill=_fill(chain, sheet),
        moved=box is None,
    )


def _samples(bodies: Sequence[Any]) -> list[Any]:
    """The paragraphs that a placeholder shows, its own before its master's."""
    return [each for body in bodies for each in body.findall(f"{{{A}}}p")]


def _fill(chain: Sequence[Any], sheet: Sheet) -> str:
    """The solid fill of the placeholder itself, as hex."""
    for shape in chain:
        for fill in shape.iterfind(f"{{{P}}}spPr/*"):
            if fill.tag == f"{{{A}}}solidFill":
                return sheet.colours.of(fill) or ""
            if fill.tag == f"{{{A}}}noFill":
                return ""
    return ""


def _usual_place(kind: str, size: tuple[int, int]) -> Box:
    """Where PowerPoint puts a placeholder that says nowhere where it stands."""
    width, height = size
    side = round(width * 0.07)
    live = width - 2 * side
    if kind in _TITLES:
        return Box(side, round(height * 0.05), live, round(height * 0.16))
    if kind in ("dt", "ftr", "sldNum"):
        third = live // 3
        at = {"dt": 0, "ftr": 1, "sldNum": 2}[kind]
        return Box(side + third * at, round(height * 0.93), third, round(height * 0.05))
    return Box(side, round(height * 0.25), live, round(height * 0.65))


def _insets(properties: Sequence[Any]) -> Insets:
    sides = [
        next((whole(value, 0) for each in properties if (value := each.get(name))), default)
        for name, default in _INSETS.items()
    ]
    return Insets(*sides)


def _anchor(properties: Sequence[Any]) -> Literal["t", "ctr", "b"]:
    value = next((found for each in properties if (found := each.get("anchor"))), "t")
    return "ctr" if value == "ctr" else "b" if value == "b" else "t"


def _autofit(properties: Sequence[Any]) -> Literal["none", "norm", "shape"]:
    for each in properties:
        if each.find(f"{{{A}}}normAutofit") is not None:
            return "norm"
        if each.find(f"{{{A}}}spAutoFit") is not None:
            return "shape"
        if each.find(f"{{{A}}}noAutofit") is not None:
            return "none"
    return "none"


def _vertical(properties: Sequence[Any], ph: Any, chain: Sequence[Any]) -> bool:
    places = (each.find(f"{{{P}}}spPr/{{{A}}}xfrm") for each in chain)
    if any(upended(place) for place in places if place is not None):
        return True
    value = next((found for each in properties if (found := each.get("vert"))), "horz")
    return value != "horz" or ph.get("orient") == "vert"
