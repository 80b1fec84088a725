"""How native shapes look: from a pack's tokens, or fitted to a template that has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from deckgen.colour import contrast, dark, lum
from deckgen.model.deck import Colour
from deckgen.model.geometry import inches
from deckgen.model.pack import DeckTemplate, DiagramStyle
from deckgen.packs.make.palette import palette
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
    """A style for a template of others: its sizes, and those of its colours that can be read."""
    layout = deck.roles["diagram"]
    ground, slots = layout.background, layout.colours
    body = deck.roles["content"].slot("body")
    asked = body.levels[0].size if body else 18.0
    size = min(24.0, max(16.0, asked)) * type_scale(deck.size)
    accents = [Colour(f"accent{at}") for at in range(1, 7)]
    seen = [each for each in accents if contrast(slots[each.base], ground) >= 3]
    ink = "tx1" if contrast(slots["tx1"], ground) >= 4.5 else layout.ink
    readable = [each for each in accents if contrast(slots[each.base], ground) >= 4.5]
    first = (readable or seen or [Colour(ink)])[0]
    usual = DiagramStyle()
    scale = type_scale(deck.size)
    return replace(
        _sized(usual, scale),
        body=size,
        card_title=min(usual.card_title * scale, size),
        card_text=min(usual.card_text * scale, size * 0.9),
        cell=min(usual.cell * scale, size * 0.9),
        accent=first,
        second=_second(first, accents, slots, ground),
        ink=Colour(ink),
        muted=Colour("tx2" if contrast(slots["tx2"], ground) >= 4.5 else ink),
        panel=_panel(slots, ground),
        hairline=_towards(ground, 20),
        data=tuple(seen if len(seen) > 2 else accents),
    )


def type_scale(size: tuple[int, int]) -> float:
    """How much smaller type may be on a small slide, which is shown as large as any other."""
    return min(1.0, size[1] / inches(7.5), size[0] / inches(10))


def _sized(style: DiagramStyle, scale: float) -> DiagramStyle:
    """The style with its small sizes scaled; its floors are lower, as boxes are what they are."""
    return replace(
        style,
        label=style.label * scale,
        caption=style.caption * scale,
        floor_title=20 * scale,
        floor_body=14 * scale,
        floor_dense=style.floor_dense * scale,
        floor_label=style.floor_label * scale,
    )


def _second(
    first: Colour, accents: Sequence[Colour], slots: Mapping[str, str], ground: str
) -> Colour:
    """An accent, or the tint of one, that is told from the first and read on the ground."""
    tints = ((60, 40), (40, 60)) if dark(ground) else ((75, None), (50, None))
    shades = [replace(each, lum_mod=mod, lum_off=off) for mod, off in tints for each in accents]
    for each in (*accents, *shades):
        hue = slots[each.base]
        made = lum(hue, each.lum_mod or 100, each.lum_off or 0)
        if hue != slots.get(first.base, first.base) and contrast(made, ground) >= 4.5:
            return each
    return first


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
