"""A layout's part -> Layout: its placeholders in place, its ground, the room that it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckgen.colour import contrast, dark
from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import Box
from deckgen.model.pack import Layout, Slot
from deckgen.ooxml.names import P
from deckgen.ooxml.package import Package
from deckgen.packs.areas import free_area, open_room
from deckgen.packs.decorations import (
    Decoration,
    apart,
    around,
    clear_above,
    decorations,
    moved,
    obstacles,
    off_feet,
    on_slide,
    reaching,
    under,
)
from deckgen.packs.grounds import Ground, Sheet, frame, ground
from deckgen.packs.holders import Master, placeholders, read_slot
from deckgen.packs.inks import readable, said
from deckgen.packs.slots import decide
from deckgen.packs.themes import Colours, mapped, override
from deckgen.packs.words import opens


class _Scenery(Frozen):
    """What a layout shows besides its placeholders, and which of it stands in the way."""

    ground: Ground
    decorated: tuple[Decoration, ...]
    blocked: Sequence[Box]

    def under(self, box: Box) -> str:
        """The colour under a box, empty when it cannot be told."""
        return under(box, self.decorated, self.ground)


def read_layout(package: Package, part: str, master: Master) -> Layout:
    """The layout in a part, with all that it inherits from its master. Raises PackageRefused."""
    root = package.xml(part)
    own = override(root)
    colours = mapped(master.sheet.theme, own) if own is not None else master.sheet.colours
    sheet = Sheet(part, root, colours, master.sheet.theme)
    # What the master shows, it shows in the colours of the layout's map.
    sheets = (sheet, replace(master.sheet, colours=colours))
    decorated = decorations(package, sheets)
    blocked = obstacles(decorated, master.size)
    scenery = _Scenery(ground(package, sheets, master.size), decorated, blocked)
    named = root.find(f"{{{P}}}cSld")
    name = named.get("name", "") if named is not None else ""
    slots = _slots(sheet, master, scenery, name)
    remapped = colours.slots != master.sheet.colours.slots
    if remapped:
        slots = tuple(said(slot) for slot in slots)
    area = around(_area(slots, master), blocked)
    background = scenery.under(area) or scenery.ground.under(area)
    title = next((slot.box for slot in slots if slot.role == "title"), None)
    above = (decorated, scenery.ground, background)
    return Layout(
        part=part,
        name=name,
        type=root.get("type", ""),
        slots=slots,
        area=area,
        background=background,
        ink=_ink(slots, background, colours),
        colours=dict(colours.slots),
        dark=dark(background),
        remapped=remapped,
        room=around(open_room(slots, master.size), blocked),
        head=clear_above(title, *above) if title is not None else 0,
    )


def _slots(sheet: Sheet, master: Master, scenery: _Scenery, name: str) -> tuple[Slot, ...]:
    """The placeholders that can be seen, each in its place, with its role and its inks."""
    size, blocked = master.size, scenery.blocked
    read = [read_slot(shape, ph, sheet, master) for shape, ph in placeholders(sheet.root)]
    shown = [slot for slot in _distinct(read) if on_slide(slot.box, size)]
    placed = [moved(slot, blocked, size) for slot in shown]
    over = next((slot for slot in placed if slot.type in ("title", "ctrTitle")), None)
    placed = [off_feet(apart(slot, over), placed) for slot in placed]
    placed = [reaching(each, placed, blocked, size[1], scenery.ground) for each in placed]
    kind = "title" if opens(name) else sheet.root.get("type", "")
    return tuple(
        readable(slot, slot.fill or scenery.under(slot.box), sheet.colours.slots)
        for slot in decide(placed, kind, size)
    )


def _area(slots: Sequence[Slot], master: Master) -> Box:
    """Where native shapes may stand, with the master's own places for what the layout lacks."""
    title, body = (_place(master.holders.get(kind)) for kind in ("title", "body"))
    return free_area(slots, title, body, master.size)


def _place(holder: Any | None) -> Box | None:
    return frame(holder) if holder is not None else None


def _distinct(slots: Sequence[Slot]) -> list[Slot]:
    """One placeholder for each type and index: slides name a placeholder by these alone.

    Where two share the index only, readers disagree on which is meant: the second's place is said.
    """
    kept: dict[tuple[str, int], Slot] = {}
    for slot in slots:
        shares = any(slot.idx == other.idx for other in kept.values())
        kept.setdefault(slot.key, replace(slot, moved=True) if shares else slot)
    return list(kept.values())


def _ink(slots: Sequence[Slot], background: str, colours: Colours) -> str:
    """The colour of text on the ground: the body's or the title's own where it can be read."""
    first = {slot.role: slot.levels[0].colour for slot in reversed(slots)}
    wanted = [first[role] for role in ("subtitle", "title") if role in first]
    body = [first["body"]] if "body" in first else []
    text = colours.slots["tx1"]
    choices = [*body, text, *wanted, colours.slots["bg1"], "FFFFFF", "000000"]
    return next(each for each in choices if contrast(each, background) >= 4.5)
