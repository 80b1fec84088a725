"""The layouts that open, divide and close a talk: what they hold is the same in every pack."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import Box
from deckgen.packs.make.layouts import ATTRIBUTION, BYLINE, OCCASION, PART_NUMBER, Kit
from deckgen.packs.make.markup import Anchor, Holder, Level, Ornament, Plan

# Placeholders by layout: name, type, index, prompt. The title comes first, as it is read first.
_HOLDERS: dict[str, tuple[tuple[str, str, int | None, tuple[str, ...]], ...]] = {
    "Title slide": (
        ("Title", "ctrTitle", None, ("Title of the talk",)),
        ("Subtitle", "subTitle", 1, ("Subtitle",)),
        ("Byline", "body", BYLINE, ("Speaker", "Role, organisation")),
        ("Occasion", "body", OCCASION, ("Event, place, dates",)),
    ),
    "Agenda": (
        ("Title", "title", None, ("Agenda",)),
        ("Content", "body", 1, ("Part", "What it says")),
    ),
    "Section": (
        ("Title", "title", None, ("Title of the part",)),
        ("Part number", "body", PART_NUMBER, ("1",)),
        ("Subtitle", "body", 1, ("What this part says",)),
    ),
    "Statement": (
        ("Title", "title", None, ("One sentence that stays",)),
        ("Attribution", "body", ATTRIBUTION, ("Who says so",)),
    ),
    "Statement with title": (
        ("Title", "title", None, ("Title",)),
        ("Content", "body", 1, ("One sentence that stays",)),
        ("Attribution", "body", ATTRIBUTION, ("Who says so",)),
    ),
    "Quotation": (
        ("Title", "title", None, ("What the words are about",)),
        ("Content", "body", 1, ("The words as they stand",)),
        ("Attribution", "body", ATTRIBUTION, ("Who said them, where, when",)),
    ),
    "Closing": (
        ("Title", "title", None, ("Thank you",)),
        ("Content", "body", 1, ("Contact",)),
    ),
}
_TYPES = {"Title slide": "title", "Section": "secHead", "Agenda": "tx"}
_QUARTERS = frozenset(("Byline", "Occasion", "Attribution", "Part number"))


class Place(Frozen):
    """Where a placeholder stands on a strong slide and how its text looks."""

    box: Box
    levels: tuple[Level, ...]
    anchor: Anchor = "t"


class Look(Frozen):
    """How a pack sets one of the strong layouts.

    `ground` is a DrawingML colour, empty for the master's; `more` are the placeholders beside its
    own: header, source, foot.
    """

    ground: str
    places: Mapping[str, Place]
    ornaments: tuple[Ornament, ...]
    more: tuple[Holder, ...] = ()
    alone: bool = True


def strong_plans(looks: Mapping[str, Look]) -> dict[str, Plan]:
    """The strong layouts by name."""
    return {name: _plan(name, looks[name]) for name in _HOLDERS}


def _plan(name: str, look: Look) -> Plan:
    holders = []
    for called, kind, idx, prompt in _HOLDERS[name]:
        place = look.places[called]
        holder = Holder(called, kind, idx, place.box, prompt, place.levels, place.anchor)
        holders.append(replace(holder, quarter=called in _QUARTERS))
    return Plan(
        name, _TYPES.get(name, ""), (*holders, *look.more), look.ground, look.ornaments, look.alone
    )


def header_over(kit: Kit, box: Box, colour: str) -> Holder:
    """The running header in a place and colour of its own."""
    size = kit.scales.tokens.sizes.header
    return replace(kit.header(), box=box, levels=kit.scales.plain(size, colour, bold=True))


def foot_in(kit: Kit, colour: str, footer: Box | None = None) -> tuple[Holder, ...]:
    """Footer and slide number in a colour of their own, the footer in a place of its own."""
    _, text, number = kit.foot(colour)
    return (replace(text, box=footer or text.box), number)
