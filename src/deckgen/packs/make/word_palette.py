"""A pack's colours on paper: always dark on white, whatever the slides' ground is."""

from __future__ import annotations

from dataclasses import replace

from deckgen.colour import contrast, dark, lum, mixed
from deckgen.frozen import Frozen
from deckgen.packs.tokens import Colours, Tokens

PAPER = "FFFFFF"
_TEXT = 4.5  # WCAG 2.2, 1.4.3: ordinary text
_INK = 10.0


class Paper(Frozen):
    """Colours as six hex digits; all but `panel` and `hairline` can be read on white."""

    ink: str
    muted: str
    accent: str
    second: str
    panel: str
    hairline: str
    link: str
    visited: str


def paper(tokens: Tokens) -> Paper:
    """The tokens' colours, darkened where they were meant for a dark ground."""
    colours = tokens.colours
    night = dark(colours.ground)
    ink = readable(colours.ground if night else colours.ink, _INK)
    return Paper(
        ink=ink,
        muted=readable(colours.muted),
        accent=readable(colours.accent),
        second=readable(colours.second),
        panel=mixed(readable(colours.accent), PAPER, 0.06) if night else colours.panel,
        hairline=mixed(ink, PAPER, 0.2) if night else colours.hairline,
        link=readable(colours.link),
        visited=readable(colours.visited),
    )


def printed(tokens: Tokens) -> Tokens:
    """The tokens with these colours, for the theme of the paper."""
    shown = paper(tokens)
    colours: Colours = replace(
        tokens.colours,
        ink=shown.ink,
        ground=PAPER,
        muted=shown.muted,
        panel=shown.panel,
        hairline=shown.hairline,
        accent=shown.accent,
        second=shown.second,
        link=shown.link,
        visited=shown.visited,
        data=tuple(readable(colour, 3.0) for colour in tokens.colours.data),
    )
    return replace(tokens, colours=colours)


def readable(colour: str, least: float = _TEXT) -> str:
    """The colour, darkened in steps until its contrast with white is enough."""
    step = 100
    shown = colour
    while contrast(shown, PAPER) < least and step > 0:
        step -= 4
        shown = lum(colour, mod=step)
    return shown
