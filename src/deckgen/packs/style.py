"""How native shapes look: from a pack's tokens, or fitted to a template that has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.colour import contrast, dark, distance, lum
from deckgen.frozen import replace
from deckgen.model.deck import Colour
from deckgen.model.geometry import inches
from deckgen.model.pack import DeckTemplate, DiagramStyle
from deckgen.packs.palette import palette
from deckgen.packs.tokens import Tokens


def made_style(tokens: Tokens) -> DiagramStyle:
    """The style of a pack that is made from tokens."""
    paints, colours, sizes = palette(tokens), tokens.colours, tokens.sizes
    style = DiagramStyle(
        body=sizes.body,
        card_title=sizes.card_title,
        card_text=sizes.card_text,
        cell=sizes.cell,
        label=sizes.label,
        caption=sizes.caption,
        floor_title=sizes.floor_title,
        floor_body=sizes.floor_body,
        floor_dense=sizes.floor_dense,
        floor_label=sizes.floor_label,
        gutter=tokens.slide.gutter,
        accent=paints.colour(colours.accent),
        second=paints.colour(colours.second),
        ink=paints.colour(colours.ink),
        muted=paints.colour(colours.muted),
        panel=paints.colour(colours.panel),
        hairline=paints.colour(colours.hairline),
        data=tuple(Colour(f"accent{at}") for at in range(1, 7)),
        transition=tokens.slide.transition,
    )
    return overridden(style, tokens.style)


def fitted_style(deck: DeckTemplate) -> DiagramStyle:
    """A style for a template of others: its sizes, its accents as far as they can be read.

    Placing adapts the colours to each layout's ground.
    """
    layout = deck.roles["diagram"]
    ground, slots = layout.background, layout.colours
    body = deck.roles["content"].slot("body")
    scale = type_scale(deck.size)
    asked = body.levels[0].size if body else 18.0 * scale
    size = min(24.0 * scale, max(16.0 * scale, asked))
    accents = [Colour(f"accent{at}") for at in range(1, 7)]
    usable = [each for each in accents if _usable(slots[each.base], ground)] or [Colour("tx1")]
    first = usable[0]
    others = [each for each in usable if distance(slots[each.base], slots[first.base]) > 40]
    usual = DiagramStyle()
    return replace(
        _sized(usual, scale),
        body=size,
        card_title=min(usual.card_title * scale, size),
        card_text=min(usual.card_text * scale, size * 0.9),
        cell=min(usual.cell * scale, size * 0.9),
        accent=first,
        second=(others or usable)[0],
        panel=_panel(slots, ground),
        hairline=_towards(ground, 20),
        data=tuple(accents),
    )


def type_scale(size: tuple[int, int]) -> float:
    """How much smaller or larger type is set on a slide that is shown as large as any other."""
    scale = min(size[1] / inches(7.5), size[0] / inches(10))
    return scale if scale > 1.25 else min(1.0, scale)


def _sized(style: DiagramStyle, scale: float) -> DiagramStyle:
    """The style with its small sizes scaled; its floors are lower, as boxes are what they are."""
    return replace(
        style,
        scale=scale,
        label=style.label * scale,
        caption=style.caption * scale,
        floor_title=20 * scale,
        floor_body=14 * scale,
        floor_dense=style.floor_dense * scale,
        floor_label=style.floor_label * scale,
        gutter=round(style.gutter * scale),
        padding=round(style.padding * scale),
    )


def _usable(hue: str, ground: str) -> bool:
    """Whether an accent, or a shade of it, can be read on the ground."""
    shades = ((100, 0), (75, 25), (60, 40)) if dark(ground) else ((100, 0), (75, 0), (50, 0))
    return any(contrast(lum(hue, mod, off), ground) >= 4.5 for mod, off in shades)


def _panel(slots: Mapping[str, str], ground: str) -> Colour:
    """A ground for cards that is seen, and on which text is read as on the slide's own."""
    near = contrast(slots["bg2"], ground)
    return Colour("bg2") if 1.03 < near < 1.6 else _towards(ground, 6)


def _towards(ground: str, percent: float) -> Colour:
    """The ground itself, a little lighter or darker."""
    if dark(ground):
        return Colour(ground, lum_mod=100 - percent, lum_off=percent)
    return Colour(ground, lum_mod=100 - percent)


def overridden(style: DiagramStyle, by_hand: Mapping[str, object]) -> DiagramStyle:
    """The style with the fields that pack.yaml sets."""
    changes: dict[str, Any] = dict(by_hand)
    return replace(style, **changes)
