"""What pack.yaml says about single layouts: which placeholder is which, where shapes may stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import cast, get_args

from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.frozen import replace
from deckgen.model.geometry import Box
from deckgen.model.pack import DeckTemplate, Layout, Slot, SlotRole
from deckgen.packs.nodes import Node, check_keys
from deckgen.packs.reading import BadValue, length

_PARTS: tuple[str, ...] = get_args(SlotRole)
_SIDES = ("left", "top", "width", "height")


def steered(deck: DeckTemplate, node: Node, found: Diagnostics) -> DeckTemplate:
    """The template with `placeholders` and `areas` of pack.yaml applied to its roles' layouts."""
    roles: dict[str, Layout] = dict(deck.roles)
    for key, map_ in _entries(node, "placeholders", roles, found):
        roles[key] = _renamed(roles[key], map_, found)
    areas = _entries(node, "areas", roles, found)
    named = frozenset(key for key, _ in areas)
    for key, sides in areas:
        area = _area(sides, deck.size, found)
        if area is not None:
            roles |= {role: replace(roles[role], area=area) for role in _alike(roles, key, named)}
    return replace(deck, roles=roles)


def _alike(roles: Mapping[str, Layout], key: str, named: Collection[str]) -> list[str]:
    """The roles that an area is for: a diagram's is for all that is drawn on its layout."""
    part = roles[key].part if key == "diagram" else ""
    others = [role for role, each in roles.items() if each.part == part and role not in named]
    return [key, *others]


def _entries(
    node: Node, name: str, roles: Mapping[str, Layout], found: Diagnostics
) -> list[tuple[str, Node]]:
    """The entries under roles; those under kinds need a layout of their own first."""
    part = node.at(name)
    made: list[tuple[str, Node]] = []
    for key, value in part.mapping.items() if part else ():
        if key in roles:
            made.append((key, value))
            continue
        hint = did_you_mean(key, roles) or f"Known: {', '.join(roles)}."
        message = f"`{name}` knows no {key!r}; a kind of slide is known when `layouts` names it."
        found.error("unknown-role", message, value.key, hint)
    return made


def _renamed(layout: Layout, map_: Node, found: Diagnostics) -> Layout:
    """The layout whose placeholders, by name or index, play the parts that a person gave them."""
    check_keys(map_, _PARTS, "`placeholders`", found)
    chosen: dict[tuple[str, int], SlotRole] = {}
    for part, value in map_.mapping.items():
        slot = _slot(layout, value.value if isinstance(value.value, str) else "")
        if slot is not None and part in _PARTS:
            chosen[slot.key] = cast("SlotRole", part)
        elif part in _PARTS:
            has = ", ".join(f"{slot.name!r} ({slot.idx})" for slot in layout.slots)
            message = f"The layout {layout.name!r} has no placeholder {value.value!r}."
            found.error("unknown-placeholder", message, value.span, f"It has: {has or 'none'}.")
    slots = tuple(
        replace(
            slot, role=chosen.get(slot.key, "other" if slot.role in chosen.values() else slot.role)
        )
        for slot in layout.slots
    )
    return replace(layout, slots=slots)


def _slot(layout: Layout, named: str) -> Slot | None:
    by_name = (slot for slot in layout.slots if slot.name == named)
    by_index = (slot for slot in layout.slots if str(slot.idx) == named)
    return next(by_name, None) or next(by_index, None)


def _area(sides: Node, size: tuple[int, int], found: Diagnostics) -> Box | None:
    """A box by its four sides, on the slide."""
    check_keys(sides, _SIDES, "An area", found)
    lengths: list[int] = []
    for name in _SIDES:
        node = sides.at(name)
        if node is None:
            hint = "Write all four, for example `left: 1.5cm`."
            found.error("bad-value", f"An area lacks its {name}.", sides.span, hint)
            return None
        try:
            lengths.append(length(node))
        except BadValue as bad:
            found.error("bad-value", f"`{name}`: {bad}", node.span, bad.hint)
            return None
    area = Box(*lengths)
    if area.right > size[0] or area.bottom > size[1] or min(area.cx, area.cy) <= 0:
        shown = " x ".join(f"{side / 360_000:.1f}" for side in size)
        found.error("bad-value", "The area is not on the slide.", sides.span, f"It has {shown} cm.")
        return None
    return area
