"""Which ink reads on which ground, once theme colours are looked up in the layout's own map."""

from __future__ import annotations

from deckgen.colour import contrast, lum, mixed
from deckgen.model.deck import Colour
from deckgen.model.pack import Layout


def hex_of(colour: Colour, layout: Layout) -> str:
    """The colour as six hex digits on this layout, laid over its background if translucent."""
    base = layout.colours.get(colour.base, colour.base)
    mod = 100.0 if colour.lum_mod is None else colour.lum_mod
    shown = lum(base, mod, colour.lum_off or 0.0)
    return shown if colour.alpha is None else mixed(shown, layout.background, colour.alpha / 100)


def ink_on(ground: Colour, layout: Layout) -> Colour:
    """The theme's text or background colour, whichever has more contrast with the ground."""
    inks = (Colour("bg1"), Colour("tx1"))
    under = hex_of(ground, layout)
    return max(inks, key=lambda ink: contrast(hex_of(ink, layout), under))
