"""What deckgen sees in a template, as plain data for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from deckgen.model.geometry import EMU_PER_CM, Box
from deckgen.model.outline import Role
from deckgen.model.pack import DeckTemplate, Layout, Pack, Slot
from deckgen.packs.facts import facts_of
from deckgen.packs.roles import ROLES
from deckgen.typeset.stand_ins import stand_in

_LARGE = 18.0  # points from which on text needs less contrast (WCAG 2.2, 1.4.3)


def inspected(pack: Pack, data: bytes) -> dict[str, Any]:
    """Size, fonts, facts, the layout of every role, every layout, and warnings.

    `data` is the template as it was given. Lengths are in centimetres, sizes in points. Raises
    PackageRefused.
    """
    deck = pack.deck
    return {
        "file": deck.file,
        "size_cm": [_cm(side) for side in deck.size],
        "fonts": {"headings": deck.fonts.major, "body": deck.fonts.minor},
        "facts": asdict(facts_of(data)),
        "roles": [_role(deck, role) for role in _all_roles(deck)],
        "layouts": [_layout(deck, layout) for layout in deck.layouts],
        "warnings": list(_warnings(deck)),
    }


def _all_roles(deck: DeckTemplate) -> tuple[str, ...]:
    return (*ROLES, *(role for role in deck.roles if role not in ROLES))


def _role(deck: DeckTemplate, role: Role | str) -> dict[str, Any]:
    layout = deck.roles[role]
    return {
        "role": role,
        "layout": layout.name,
        "part": layout.part,
        "reason": deck.reasons.get(role, ""),
        "native": role not in deck.fallbacks,
    }


def _layout(deck: DeckTemplate, layout: Layout) -> dict[str, Any]:
    serves = [role for role, chosen in deck.roles.items() if chosen.part == layout.part]
    return {
        "name": layout.name,
        "part": layout.part,
        "type": layout.type,
        "serves": serves,
        "area_cm": _box(layout.area),
        "background": layout.background,
        "placeholders": [_placeholder(slot) for slot in layout.slots],
    }


def _placeholder(slot: Slot) -> dict[str, Any]:
    level = slot.levels[0]
    return {
        "role": slot.role,
        "name": slot.name,
        "type": slot.type,
        "idx": slot.idx,
        "box_cm": _box(slot.box),
        "moved": slot.moved,
        "font": level.font,
        "size": level.size,
        "colour": level.colour,
        "contrast": round(level.contrast, 1),
        "bullet": level.bullet,
        "vertical": slot.vertical,
    }


def _box(box: Box) -> list[float]:
    return [_cm(side) for side in (box.x, box.y, box.cx, box.cy)]


def _cm(length: int) -> float:
    return round(length / EMU_PER_CM, 2)


# -- warnings -----------------------------------------------------------------------------------


def _warnings(deck: DeckTemplate) -> Iterator[str]:
    used = {layout.part: layout for layout in deck.roles.values()}
    families = [slot.levels[0].font for layout in used.values() for slot in layout.slots]
    for family in dict.fromkeys((deck.fonts.major, deck.fonts.minor, *families)):
        if family and not stand_in(family).exact:
            yield f"The font '{family}' is not among the measured ones: lines may break otherwise."
    for layout in used.values():
        yield from _contrast(layout)
    content = deck.roles["content"]
    if content.slot("number") is None:
        yield f"The layout '{content.name}' has no slide number."
    for role in ROLES:
        if role in deck.fallbacks:
            yield (
                f"There is no layout for {role} slides: they stand on '{deck.roles[role].name}'."
            )


def _contrast(layout: Layout) -> Iterator[str]:
    for slot in layout.slots:
        level = slot.levels[0]
        least = 3.0 if level.size >= _LARGE else 4.5
        if slot.role in ("title", "subtitle", "body", "body2", "body3") and level.contrast < least:
            yield (
                f"'{slot.name}' of the layout '{layout.name}' has a contrast of"
                f" {level.contrast:.1f}: its text is set in another colour of the theme."
            )
