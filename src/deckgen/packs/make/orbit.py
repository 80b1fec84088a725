"""The orbit: fine arcs around a corner of the slide, on those that open, divide and close."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box, inches, points
from deckgen.packs.make.arcs import Orbits
from deckgen.packs.make.layouts import Kit
from deckgen.packs.make.markup import Holder, Ornament, Plan, rectangle
from deckgen.packs.make.scales import Scales
from deckgen.packs.make.strong import Look, Place, foot_in, header_over, strong_plans
from deckgen.packs.tokens import Colours, Sizes

_WIDE = (2.6, 3.75, 4.9, 6.15)  # radii in inches, on a slide 7.5 in high
_NEAR = (1.7, 2.5, 3.3)


def orbit_plans(kit: Kit) -> dict[str, Plan]:
    """The strong layouts by name."""
    orbit = _Orbit(kit)
    return strong_plans(
        {
            "Title slide": orbit.title(),
            "Agenda": orbit.agenda(),
            "Section": orbit.section(),
            "Statement": orbit.statement(),
            "Statement with title": orbit.statement_titled(),
            "Quotation": orbit.quotation(),
            "Closing": orbit.closing(),
        }
    )


class _Orbit(Frozen):
    kit: Kit

    def title(self) -> Look:
        colours, sizes, scales = self._facts()
        ink, gold = colours.strong_ink, colours.strong_accent
        byline = (
            *scales.plain(20, ink, bold=True),
            *scales.plain(16, ink, before=2),
        )
        return Look(
            self._dark(),
            {
                "Title": Place(
                    self._strip(1.0, 2.75, 0.7), scales.heading(sizes.display, ink), "b"
                ),
                "Subtitle": Place(self._strip(4.2, 0.8, 0.62), scales.plain(sizes.subtitle, ink)),
                "Byline": Place(self._strip(5.1, 1.06, 0.52), byline),
                "Occasion": Place(self._strip(6.18, 0.72, 0.52), scales.plain(16, gold), "b"),
            },
            (*self._arcs(_WIDE, 2, 0.62), self._rule(3.96)),
        )

    def agenda(self) -> Look:
        """The title on a dark third, the parts beside it."""
        colours, sizes, scales = self._facts()
        grid = self.kit.grid
        edge = round(grid.width * 0.33)
        left = edge + inches(0.75)
        right = grid.width - grid.margin - left
        panel = Box(0, 0, edge, grid.height)
        hang = inches(0.7)
        levels = (
            *scales.plain(
                26, colours.ink, before=22, margin=hang, hang=hang, numbered=True,
                bullet_colour=scales.paints.xml(colours.second),
            ),
            *scales.plain(sizes.column, colours.muted, before=3, margin=hang),
        )  # fmt: skip
        title = Box(grid.margin, self._down(0.72), edge - grid.margin - inches(0.4), self._down(3))
        foot = Box(left, grid.footer.y, grid.footer.right - left, grid.footer.cy)
        orbits = self._orbits(panel, (0, 0.35), (1.5, 2.25, 3.0), 1, 0.45)
        return Look(
            "",
            {
                "Title": Place(title, scales.heading(36, colours.strong_ink)),
                "Content": Place(Box(left, self._down(0.8), right, self._down(5.9)), levels, "ctr"),
            },
            (
                rectangle("Panel", panel, self._dark()),
                *orbits.ornaments(scales.paints, colours.strong_line, colours.strong_accent),
            ),
            foot_in(self.kit, colours.muted, foot),
        )

    def section(self) -> Look:
        colours, sizes, scales = self._facts()
        ink, gold = colours.strong_ink, colours.strong_accent
        return Look(
            self._dark(),
            {
                "Title": Place(
                    self._strip(2.3, 1.85, 0.72), scales.heading(sizes.section, ink), "b"
                ),
                "Part number": Place(self._strip(0.55, 1.15, 0.3), scales.heading(66, gold)),
                "Subtitle": Place(self._strip(4.62, 1.4, 0.56), scales.plain(sizes.column, ink)),
            },
            (*self._arcs(_WIDE[:3], 1, 0.5), self._rule(4.36)),
            foot_in(self.kit, gold),
        )

    def statement(self) -> Look:
        colours, sizes, scales = self._facts()
        words = scales.heading(sizes.statement, colours.strong_ink)
        return Look(
            self._dark(),
            {
                "Title": Place(self._strip(1.3, 4.2, 0.84), words, "ctr"),
                "Attribution": self._speaker(),
            },
            self._arcs(_NEAR, 1, 0.5),
            self._around(),
        )

    def statement_titled(self) -> Look:
        colours, sizes, scales = self._facts()
        words = scales.heading(sizes.statement, colours.strong_ink)
        title = scales.heading(sizes.floor_title, colours.strong_accent)
        return Look(
            self._dark(),
            {
                "Title": Place(self._strip(0.74, 0.94, 1), title),
                "Content": Place(self._strip(1.8, 3.75, 0.84), words, "ctr"),
                "Attribution": self._speaker(),
            },
            self._arcs(_NEAR, 1, 0.5),
            self._around(),
        )

    def quotation(self) -> Look:
        """Words of others stand on the warm panel, so that they look unlike the speaker's own."""
        colours, sizes, scales = self._facts()
        indent = 0.045
        rule = self._strip(1.8, 4.1, 0.01)
        bar = Box(rule.x, rule.y, points(3), rule.cy)
        return Look(
            scales.paints.xml(colours.panel),
            {
                "Title": Place(
                    self._strip(0.74, 0.8, 1), scales.heading(sizes.heading, colours.accent)
                ),
                "Content": Place(
                    self._strip(1.8, 3.3, 0.84 - indent, indent),
                    scales.heading(sizes.quote, colours.accent),
                    "ctr",
                ),
                "Attribution": Place(
                    self._strip(5.2, 0.7, 0.6, indent),
                    scales.plain(18, colours.header, bold=True),
                    "b",
                ),
            },
            (
                *self._corner(_NEAR, 1, 0.5).ornaments(
                    scales.paints, colours.hairline, colours.second
                ),
                rectangle("Rule", bar, scales.paints.xml(colours.second)),
            ),
            (self.kit.header(), self.kit.source(), *self.kit.foot()),
        )

    def closing(self) -> Look:
        colours, sizes, scales = self._facts()
        ink = colours.strong_ink
        contact = scales.plain(sizes.column, ink, before=4)
        return Look(
            self._dark(),
            {
                "Title": Place(self._strip(1.6, 2.1, 0.7), scales.heading(sizes.display, ink), "b"),
                "Content": Place(self._strip(4.2, 2.2, 0.52), contact),
            },
            (*self._arcs(_WIDE, 2, 0.62), self._rule(3.92)),
        )

    # -- shared ---------------------------------------------------------------------------------

    def _facts(self) -> tuple[Colours, Sizes, Scales]:
        tokens = self.kit.scales.tokens
        return tokens.colours, tokens.sizes, self.kit.scales

    def _dark(self) -> str:
        return self.kit.scales.paints.xml(self.kit.scales.tokens.colours.strong_ground)

    def _down(self, inch: float) -> int:
        """A height as drawn on a slide 7.5 in high."""
        return round(inch * self.kit.grid.height / 7.5)

    def _strip(self, top: float, tall: float, wide: float, left: float = 0.0) -> Box:
        """A box by inches down, and shares of the live width across."""
        grid = self.kit.grid
        live = grid.width - 2 * grid.margin
        start = grid.margin + round(left * live)
        return Box(start, self._down(top), round(wide * live), self._down(tall))

    def _rule(self, top: float) -> Ornament:
        """A short bar that marks where the text turns."""
        colour = self.kit.scales.paints.xml(self.kit.scales.tokens.colours.strong_accent)
        box = Box(self.kit.grid.margin, self._down(top), inches(0.8), points(2.5))
        return rectangle("Rule", box, colour)

    def _speaker(self) -> Place:
        gold = self.kit.scales.tokens.colours.strong_accent
        return Place(self._strip(5.75, 0.6, 0.6), self.kit.scales.plain(18, gold))

    def _around(self) -> tuple[Holder, ...]:
        gold = self.kit.scales.tokens.colours.strong_accent
        return (header_over(self.kit, self.kit.grid.header, gold), *foot_in(self.kit, gold))

    def _arcs(self, radii: tuple[float, ...], bearer: int, along: float) -> tuple[Ornament, ...]:
        colours = self.kit.scales.tokens.colours
        orbits = self._corner(radii, bearer, along)
        return orbits.ornaments(self.kit.scales.paints, colours.strong_line, colours.strong_accent)

    def _corner(self, radii: tuple[float, ...], bearer: int, along: float) -> Orbits:
        grid = self.kit.grid
        field = Box(0, 0, grid.width, grid.height)
        return self._orbits(field, (grid.width - self._down(0.75), 0.75), radii, bearer, along)

    def _orbits(
        self,
        field: Box,
        middle: tuple[int, float],
        radii: tuple[float, ...],
        bearer: int,
        along: float,
    ) -> Orbits:
        below = field.bottom + self._down(middle[1])
        reaches = tuple(self._down(radius) for radius in radii)
        return Orbits(field, (middle[0], below), reaches, bearer, along)
