"""Which ink a placeholder's text takes where its own colour cannot be read."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.colour import contrast
from deckgen.frozen import replace
from deckgen.model.pack import LevelStyle, Slot

_INKS = ("tx1", "bg1", "tx2", "bg2")


def said(slot: Slot) -> Slot:
    """The placeholder with its colours to be said as they are on every slide.

    Not every application follows a layout that changes the meaning of its theme's colours.
    """
    levels = tuple(
        replace(each, recolour=True, ink=each.ink if each.contrast < 3 else each.colour)
        for each in slot.levels
    )
    return replace(slot, levels=levels)


def readable(slot: Slot, under: str, slots: Mapping[str, str]) -> Slot:
    """The placeholder, each level with its contrast and the ink that reads best there.

    `under` is the hex colour that it stands on, empty when it cannot be told.
    """
    if not under:
        return slot
    best = max(_INKS[:2], key=lambda name: contrast(slots[name], under))
    if contrast(slots[best], under) < 4.5:
        best = max(_INKS, key=lambda name: contrast(slots[name], under))
    if contrast(slots[best], under) < 4.5:
        best = max(("FFFFFF", "000000"), key=lambda ink: contrast(ink, under))
    levels = tuple(_level(level, under, best) for level in slot.levels)
    return replace(slot, levels=levels, ground=under)


def _level(level: LevelStyle, under: str, ink: str) -> LevelStyle:
    ratio = contrast(level.colour, under)
    return replace(
        level, contrast=ratio, ink=level.colour if level.recolour and ratio >= 3 else ink
    )
