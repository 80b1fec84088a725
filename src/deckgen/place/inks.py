"""Which ink reads on which ground, once theme colours are looked up in the layout's own map."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.colour import contrast, distance, lum, mixed
from deckgen.frozen import replace
from deckgen.model.deck import Colour
from deckgen.model.pack import DiagramStyle, Layout

_TOLD_APART = 48  # the least difference of a channel, in 255ths
_MOST_KNOWN = 256
_KNOWN: dict[tuple[int, int, bool], tuple[DiagramStyle, Layout, DiagramStyle]] = {}


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


def style_on(style: DiagramStyle, layout: Layout, *, adopted: bool) -> DiagramStyle:
    """The style with colours that read on this layout's ground.

    A pack made from tokens was checked when it was made; only its quiet text gives way on its
    dark slides. Decks in a row share their pack: what was worked out for it is kept.
    """
    key = id(style), id(layout), adopted
    known = _KNOWN.get(key)
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        # With the two themselves, so that no other values take their places in memory.
        known = _KNOWN[key] = style, layout, _style_on(style, layout, adopted)
    return known[2]


def _style_on(style: DiagramStyle, layout: Layout, adopted: bool) -> DiagramStyle:
    if not adopted:
        if not layout.dark:
            return style
        quiet = (Colour("tx1"), Colour("bg1"), Colour(layout.ink))
        return replace(style, muted=_first_read(quiet, layout, (layout.background,)))
    inks = (style.ink, Colour("tx1"), Colour("bg1"), Colour(layout.ink))
    ink = _first_read(inks, layout, (layout.background,))
    near = Colour(layout.background, lum_mod=86, lum_off=14 if layout.dark else None)
    panel = style.panel if _serves(style.panel, ink, layout) else near
    grounds = (layout.background, hex_of(panel, layout))
    fitted = replace(
        style,
        ink=ink,
        panel=panel,
        muted=_first_read((style.muted, ink), layout, grounds),
        accent=_first_read((*_shades(style.accent, layout), ink), layout, grounds),
        second=_first_read((*_shades(style.second, layout), ink), layout, grounds),
        hairline=style.hairline if _apart(style.hairline, layout) >= 1.1 else near,
        data=_series(style.data, layout) or (ink,),
    )
    return _said(fitted, layout) if layout.remapped else fitted


def _said(style: DiagramStyle, layout: Layout) -> DiagramStyle:
    """The style without theme colours, where the layout changes what they mean."""

    def said(colour: Colour) -> Colour:
        return Colour(hex_of(colour, layout))

    return replace(
        style,
        ink=said(style.ink),
        panel=said(style.panel),
        muted=said(style.muted),
        accent=said(style.accent),
        second=said(style.second),
        hairline=said(style.hairline),
        data=tuple(said(each) for each in style.data),
    )


def read_on(colours: Sequence[Colour], grounds: Sequence[Colour], layout: Layout) -> Colour:
    """The first of the colours that can be read on all grounds, else the one that reads best.

    A translucent ground lies on those before it.
    """
    shown: list[str] = []
    for ground in grounds:
        solid = hex_of(replace(ground, alpha=None), layout)
        under = shown[-1] if shown else layout.background
        share = 1.0 if ground.alpha is None else ground.alpha / 100
        shown.append(mixed(solid, under, share))
    return _first_read(colours, layout, shown)


def _first_read(colours: Sequence[Colour], layout: Layout, grounds: Sequence[str]) -> Colour:
    """The first that has enough contrast for small text (WCAG 2.2, 1.4.3), else the best."""

    def least(colour: Colour) -> float:
        return min(contrast(hex_of(colour, layout), ground) for ground in grounds)

    return next((each for each in colours if least(each) >= 4.5), max(colours, key=least))


def _shades(colour: Colour, layout: Layout) -> tuple[Colour, ...]:
    """The colour, then darker on a light ground and lighter on a dark one."""
    if colour.lum_mod is not None:
        return (colour,)
    steps = ((75, 25), (60, 40), (40, 60)) if layout.dark else ((75, None), (50, None))
    return (colour, *(replace(colour, lum_mod=mod, lum_off=off) for mod, off in steps))


def _series(colours: Sequence[Colour], layout: Layout) -> tuple[Colour, ...]:
    """Colours for a chart's marks that are seen (WCAG 2.2, 1.4.11) and told from each other."""
    made: list[Colour] = []
    for colour in colours:
        seen = [each for each in _shades(colour, layout) if _apart(each, layout) >= 3]
        made += [each for each in seen if _alone(each, made, layout)][:1] or seen[:1]
    return tuple(dict.fromkeys(made))


def _alone(colour: Colour, others: Sequence[Colour], layout: Layout) -> bool:
    shown = hex_of(colour, layout)
    return all(distance(shown, hex_of(other, layout)) > _TOLD_APART for other in others)


def _apart(colour: Colour, layout: Layout) -> float:
    return contrast(hex_of(colour, layout), layout.background)


def _serves(panel: Colour, ink: Colour, layout: Layout) -> bool:
    """Whether a panel is quiet on the ground and carries its ink."""
    pair = (hex_of(panel, layout), hex_of(ink, layout))
    return _apart(panel, layout) < 1.8 and contrast(*pair) >= 4.5
