"""The text styles of a pack: every placeholder's levels, made from the tokens."""

from __future__ import annotations

from deckgen.frozen import Frozen, replace
from deckgen.model.geometry import inches
from deckgen.packs.make.markup import Level
from deckgen.packs.palette import Palette, palette
from deckgen.packs.tokens import Tokens

# The next smaller size for each list level below the first; the floor of body text on a slide.
_STEPS = (1.0, 0.85, 0.75, 0.67, 0.67)
_BULLETS = ("•", "–", "•", "–", "•")
_BEFORE = (10.0, 5.0, 4.0, 3.0, 3.0)


class Scales(Frozen):
    """Levels by what a placeholder is for."""

    paints: Palette
    tokens: Tokens

    def plain(self, size: float, colour: str, **more: object) -> tuple[Level, ...]:
        """One style for all levels, without bullets."""
        level = Level(size, self.paints.xml(colour))
        return (replace(level, **more),)  # type: ignore[arg-type] # fields of Level, whatever type

    @property
    def title(self) -> tuple[Level, ...]:
        """Titles of ordinary slides."""
        bold = self.tokens.slide.title == "side"
        colour = self.tokens.colours.ink if bold else self.tokens.colours.accent
        return self.heading(self.tokens.sizes.title, colour, bold=bold)

    def heading(self, size: float, colour: str, **more: object) -> tuple[Level, ...]:
        """Large type in the headings' face, set tight."""
        return self.plain(size, colour, font="+mj", line=92.0, **more)

    @property
    def body(self) -> tuple[Level, ...]:
        """Running text and lists, five levels."""
        sizes = [max(14.0, float(round(self.tokens.sizes.body * step))) for step in _STEPS]
        return self.bullets(tuple(sizes), self.tokens.colours.ink)

    def bullets(self, sizes: tuple[float, ...], colour: str) -> tuple[Level, ...]:
        """Bulleted levels, each hanging by its bullet."""
        step = inches(0.26)
        return tuple(
            Level(
                size,
                self.paints.xml(colour),
                margin=step * (at + 1),
                hang=step,
                before=_BEFORE[at],
                bullet=_BULLETS[at],
                bullet_colour=self.paints.xml(self.tokens.colours.second),
            )
            for at, size in enumerate(sizes)
        )

    @property
    def column(self) -> tuple[Level, ...]:
        """Lists in a column, a step smaller than over the whole width."""
        sizes = [max(14.0, float(round(self.tokens.sizes.column * step))) for step in _STEPS]
        return self.bullets(tuple(sizes), self.tokens.colours.ink)

    @property
    def header(self) -> tuple[Level, ...]:
        """The running header above the title."""
        return self.plain(self.tokens.sizes.header, self.tokens.colours.header, bold=True)

    @property
    def label(self) -> tuple[Level, ...]:
        """Headings of columns."""
        colours = self.tokens.colours
        return self.plain(self.tokens.sizes.heading, colours.accent, bold=True, line=95.0)

    @property
    def caption(self) -> tuple[Level, ...]:
        """Captions of pictures, tables and charts."""
        return self.plain(self.tokens.sizes.caption, self.tokens.colours.muted)

    @property
    def source(self) -> tuple[Level, ...]:
        """Sources and footnotes."""
        return self.plain(self.tokens.sizes.footer, self.tokens.colours.muted)

    @property
    def code(self) -> tuple[Level, ...]:
        """Listings; the face is named, since a theme has no third one."""
        size = self.tokens.sizes.code
        return self.plain(size, self.tokens.colours.ink, font=self.tokens.fonts.mono, line=105.0)


def scales(tokens: Tokens) -> Scales:
    """The styles that the tokens describe."""
    return Scales(palette(tokens), tokens)
