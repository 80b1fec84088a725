"""A pack's own layouts, which are drawn from left to right, for talks from right to left.

The slide is seen in a mirror, but for what pictures show. Only packs that are made from tokens are
turned: in a template of others everything stays where its makers have put it, and so it does in a
pack whose text runs from right to left already.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from deckgen.frozen import replace
from deckgen.model.geometry import Box
from deckgen.model.pack import DeckTemplate, Layout, LevelStyle, Pack, Slot
from deckgen.ooxml.names import A, P
from deckgen.ooxml.package import Draft, Package
from deckgen.ooxml.xml import serialise

_SHEETS = ("ppt/slideMasters/slideMaster", "ppt/slideLayouts/slideLayout")
_Align = Literal["l", "ctr", "r", "just"]
_OPPOSITE: Mapping[str, _Align] = {"l": "r", "r": "l"}
_GUIDE = "{http://schemas.microsoft.com/office/powerpoint/2012/main}guide"
_EMU_PER_GUIDE = 1_587.5  # an eighth of a point


def turned(pack: Pack) -> Pack:
    """The pack for a talk from right to left, whose layouts are turned if they are its own."""
    deck = pack.deck
    if deck.adopted or deck.turned:
        return pack
    return replace(pack, deck=_turned_deck(deck))


# -- what was learnt of the template ------------------------------------------------------------


def _turned_deck(deck: DeckTemplate) -> DeckTemplate:
    width = deck.size[0]
    layouts = {layout.part: _turned_layout(layout, width) for layout in deck.layouts}
    roles = {role: layouts[layout.part] for role, layout in deck.roles.items()}
    data = _turned_file(deck.data, width)
    return replace(deck, data=data, layouts=tuple(layouts.values()), roles=roles, turned=True)


def _turned_layout(layout: Layout, width: int) -> Layout:
    return replace(
        layout,
        slots=tuple(_turned_slot(slot, width) for slot in layout.slots),
        area=_across(layout.area, width),
        room=_across(layout.room, width) if layout.room is not None else None,
    )


def _turned_slot(slot: Slot, width: int) -> Slot:
    insets = replace(slot.insets, left=slot.insets.right, right=slot.insets.left)
    levels = tuple(map(_turned_level, slot.levels))
    return replace(slot, box=_across(slot.box, width), levels=levels, insets=insets)


def _turned_level(level: LevelStyle) -> LevelStyle:
    return replace(level, align=_OPPOSITE.get(level.align, level.align), rtl=True)


def _across(box: Box, width: int) -> Box:
    return replace(box, x=width - box.right)


# -- the template itself ------------------------------------------------------------------------


@lru_cache(maxsize=2)
def _turned_file(data: bytes, width: int) -> bytes:
    """The template's file with its masters and layouts turned."""
    package = Package.open(data)
    kept = (each for each in package.members if not each.endswith((".rels", "_Types].xml")))
    parts = list(kept)
    draft = Draft.keeping(package, parts)
    draft.put_relationships("", package.relationships())
    for part in parts:
        if part.startswith(_SHEETS):
            root = package.xml(part)
            _turn_sheet(root, width)
            draft.put(part, serialise(root), package.types.of(part))
    main = package.main_part()
    presentation = package.xml(main)
    presentation.set("rtl", "1")
    _turn_levels(presentation)
    draft.put(main, serialise(presentation), package.types.of(main))
    return draft.seal()


def _turn_sheet(root: Any, width: int) -> None:
    for shape in root.find(f"{{{P}}}cSld/{{{P}}}spTree"):
        _turn_shape(shape, width)
    for body in root.iter(f"{{{A}}}bodyPr"):
        _turn_body(body)
    for guide in root.iter(_GUIDE):
        if guide.get("orient") != "horz":
            guide.set("pos", str(round(width / _EMU_PER_GUIDE) - int(guide.get("pos"))))
    for style in root.iterfind(f"{{{P}}}txStyles/*"):
        _complete(style)
    _turn_levels(root)


def _turn_levels(root: Any) -> None:
    for element in root.iter():
        if isinstance(element.tag, str) and _is_level(element.tag):
            element.set("rtl", "1")
            element.set("algn", _OPPOSITE.get(said := element.get("algn", "l"), said))


def _complete(style: Any) -> None:
    """Give a master's style the levels that it leaves out: they run from left to right unsaid."""
    tags = [f"{{{A}}}lvl{at}pPr" for at in range(1, 10)]
    for tag in tags:
        if style.find(tag) is None:
            style.append(style.makeelement(tag))
    order = (f"{{{A}}}defPPr", *tags)
    style[:] = sorted(style, key=lambda each: order.index(each.tag) if each.tag in order else 99)


def _is_level(tag: str) -> bool:
    return tag.startswith(f"{{{A}}}lvl") and tag.endswith("pPr")


def _turn_shape(shape: Any, width: int) -> None:
    """Set a shape on the other side; what is drawn and holds no picture turns as well."""
    place = next(shape.iterfind(f"*/{{{A}}}xfrm"), None)
    corner = place.find(f"{{{A}}}off") if place is not None else None
    if place is None or corner is None or shape.tag == f"{{{P}}}nvGrpSpPr":
        return
    extent = place.find(f"{{{A}}}ext")
    corner.set("x", str(width - int(corner.get("x")) - int(extent.get("cx"))))
    if place.get("rot"):
        place.set("rot", str(-int(place.get("rot"))))
    drawn = shape.find(f"{{{P}}}spPr/{{{A}}}custGeom") is not None
    if drawn:
        place.set("flipH", "0" if place.get("flipH") in ("1", "true") else "1")


def _turn_body(body: Any) -> None:
    left, right = body.get("lIns"), body.get("rIns")
    for name, value in (("lIns", right), ("rIns", left)):
        if value is not None:
            body.set(name, value)
        else:
            body.attrib.pop(name, None)
    if body.get("rtlCol"):
        body.set("rtlCol", "1")
