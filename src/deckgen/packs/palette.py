"""Hex colours as references to the theme, so that a deck follows when its theme is changed."""

from __future__ import annotations

import re

from deckgen.colour import dark, distance, lum
from deckgen.frozen import Frozen
from deckgen.model.deck import Colour
from deckgen.packs.tokens import Tokens

# The tints and shades that PowerPoint's own colour picker offers.
_TINTS = (
    (95, 0), (90, 0), (85, 0), (75, 0), (65, 0), (50, 0), (25, 0),
    (95, 5), (90, 10), (85, 15), (75, 25), (65, 35), (60, 40), (50, 50), (40, 60), (20, 80),
)  # fmt: skip
_NEAR = 4.0  # 255ths of a channel: no eye sees the difference
_HEX = re.compile("[0-9A-F]{6}")


class Palette(Frozen):
    """The theme's slots as hex, by their names on slides (`bg1`, `tx1`, `accent1`)."""

    slots: dict[str, str]
    inverted: bool

    def colour(self, wanted: str) -> Colour:
        """The slot, the tint of a slot, or else the colour itself."""
        for slot, value in self.slots.items():
            if value == wanted:
                return Colour(slot)
        found = min(
            (
                (distance(lum(value, mod, off), wanted), at, Colour(slot, mod, off or None))
                for slot, value in self.slots.items()
                for at, (mod, off) in enumerate(_TINTS)
            ),
            key=lambda each: each[:2],
        )
        return found[2] if found[0] <= _NEAR else Colour(wanted)

    def xml(self, wanted: str) -> str:
        """The colour as DrawingML, to stand in a fill."""
        return colour_xml(self.colour(wanted))

    def fill(self, wanted: str) -> str:
        """A solid fill."""
        return f"<a:solidFill>{self.xml(wanted)}</a:solidFill>"


def palette(tokens: Tokens) -> Palette:
    """The palette that the theme of these tokens has."""
    colours = tokens.colours
    slots = {
        "tx1": colours.ink,
        "bg1": colours.ground,
        "tx2": colours.muted,
        "bg2": colours.panel,
        **{f"accent{at}": each for at, each in enumerate(colours.data, 1)},
        "hlink": colours.link,
        "folHlink": colours.visited,
    }
    return Palette(slots, dark(colours.ground))


def colour_xml(colour: Colour) -> str:
    """A colour as DrawingML."""
    tag = "srgbClr" if _HEX.fullmatch(colour.base) else "schemeClr"
    changes = "".join(
        f'<a:{name} val="{round(value * 1000)}"/>'
        for name, value in (
            ("lumMod", colour.lum_mod),
            ("lumOff", colour.lum_off),
            ("alpha", colour.alpha),
        )
        if value is not None
    )
    return f'<a:{tag} val="{colour.base}">{changes}</a:{tag}>'
