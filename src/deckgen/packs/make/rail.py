"""The rail: a broad bar on the left edge, on the slides that open, divide and close."""

from __future__ import annotations

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box, inches
from deckgen.packs.make.layouts import Kit
from deckgen.packs.make.markup import Holder, Level, Ornament, Plan, rectangle
from deckgen.packs.make.scales import Scales
from deckgen.packs.make.strong import Look, Place, foot_in, header_over, strong_plans
from deckgen.packs.tokens import Colours, Sizes

_RAIL = 0.9  # inches, on a slide 7.5 in high
_TEXT = 1.6


def rail_plans(kit: Kit) -> dict[str, Plan]:
    """The strong layouts by name."""
    rail = _Rail(kit)
    return strong_plans(
        {
            "Title slide": rail.title(),
            "Agenda": rail.agenda(),
            "Section": rail.section(),
            "Statement": rail.statement(),
            "Statement with title": rail.statement_titled(),
            "Quotation": rail.quotation(),
            "Closing": rail.closing(),
        }
    )


class _Rail(Frozen):
    kit: Kit

    def title(self) -> Look:
        ink, light = self._colours.strong_ink, self._colours.strong_accent
        byline = (
            *self._scales.plain(20, ink, bold=True),
            *self._scales.plain(16, ink, before=2),
        )
        return Look(
            self._ground(),
            {
                "Title": Place(self._box(2.0, 3.0), self._large(self._sizes.display, ink), "b"),
                "Subtitle": Place(
                    self._box(5.15, 0.8), self._scales.plain(self._sizes.subtitle, light)
                ),
                "Byline": Place(self._box(0.7, 1.1), byline),
                "Occasion": Place(self._box(6.13, 0.72), self._scales.plain(16, ink), "b"),
            },
            self._rail(self._colours.accent),
        )

    def agenda(self) -> Look:
        """The ordinary frame, the parts in large type."""
        grid = self.kit.grid
        hang = inches(0.8)
        levels = (
            *self._scales.plain(
                26, self._colours.ink, before=22, margin=hang, hang=hang, numbered=True,
                bullet_colour=self._scales.paints.xml(self._colours.accent),
            ),
            *self._scales.plain(
                self._sizes.column, self._colours.muted, before=3, margin=hang
            ),
        )  # fmt: skip
        return Look(
            "",
            {
                "Title": Place(grid.title, self._large(32, self._colours.ink)),
                "Content": Place(grid.content, levels, "ctr"),
            },
            (),
            self.kit.foot()[1:],
            alone=False,
        )

    def section(self) -> Look:
        ink, light = self._colours.strong_ink, self._colours.strong_accent
        return Look(
            self._ground(),
            {
                "Title": Place(self._box(2.55, 2.2), self._large(self._sizes.section, ink), "b"),
                "Part number": Place(self._box(0.7, 1.75, 3.0), self._large(88, light)),
                "Subtitle": Place(
                    self._box(4.95, 1.3, 8.0), self._scales.plain(self._sizes.body, ink)
                ),
            },
            self._rail(self._colours.accent),
            foot_in(self.kit, light, self._footer()),
        )

    def statement(self) -> Look:
        words = self._large(self._sizes.statement, self._colours.strong_ink)
        return Look(
            self._ground(),
            {
                "Title": Place(self._box(1.3, 4.2), words, "ctr"),
                "Attribution": self._speaker(self._colours.strong_accent),
            },
            self._rail(self._colours.accent),
            self._around(self._colours.strong_accent),
        )

    def statement_titled(self) -> Look:
        words = self._large(self._sizes.statement, self._colours.strong_ink)
        title = self._large(self._sizes.title, self._colours.strong_accent)
        return Look(
            self._ground(),
            {
                "Title": Place(self._box(0.78, 0.9), title),
                "Content": Place(self._box(1.8, 3.75), words, "ctr"),
                "Attribution": self._speaker(self._colours.strong_accent),
            },
            self._rail(self._colours.accent),
            self._around(self._colours.strong_accent),
        )

    def quotation(self) -> Look:
        """Words of others stand on the ordinary ground, beside a rail of the second colour."""
        colours = self._colours
        words = self._scales.plain(self._sizes.quote, colours.ink, font="+mj", line=100.0)
        title = self._large(self._sizes.heading, colours.ink)
        return Look(
            self._scales.paints.xml(colours.ground),
            {
                "Title": Place(self._box(0.78, 0.8), title),
                "Content": Place(self._box(1.7, 3.6), words, "ctr"),
                "Attribution": self._speaker(colours.second),
            },
            self._rail(colours.second),
            (
                *self._around(colours.header)[:1],
                self._sourced(),
                *foot_in(self.kit, colours.muted, self._footer()),
            ),
        )

    def closing(self) -> Look:
        ink = self._colours.strong_ink
        contact = self._scales.plain(self._sizes.body, ink, before=4)
        return Look(
            self._ground(),
            {
                "Title": Place(self._box(0.7, 3.2), self._large(self._sizes.display, ink)),
                "Content": Place(self._box(4.2, 2.6), contact, "b"),
            },
            self._rail(self._colours.accent),
        )

    # -- shared ---------------------------------------------------------------------------------

    @property
    def _scales(self) -> Scales:
        return self.kit.scales

    @property
    def _colours(self) -> Colours:
        return self.kit.scales.tokens.colours

    @property
    def _sizes(self) -> Sizes:
        return self.kit.scales.tokens.sizes

    def _large(self, size: float, colour: str) -> tuple[Level, ...]:
        return self._scales.heading(size, colour, bold=True)

    def _ground(self) -> str:
        return self._scales.paints.xml(self._colours.strong_ground)

    def _down(self, inch: float) -> int:
        """A length as drawn on a slide 7.5 in high."""
        return round(inch * self.kit.grid.height / 7.5)

    def _box(self, top: float, tall: float, wide: float = 0.0) -> Box:
        """A box beside the rail, in inches; as wide as the slide allows when it does not say."""
        left = self._down(_TEXT)
        room = self.kit.grid.width - self.kit.grid.margin - left
        return Box(left, self._down(top), self._down(wide) if wide else room, self._down(tall))

    def _rail(self, colour: str) -> tuple[Ornament, ...]:
        box = Box(0, 0, self._down(_RAIL), self.kit.grid.height)
        return (rectangle("Rail", box, self._scales.paints.xml(colour)),)

    def _speaker(self, colour: str) -> Place:
        return Place(self._box(5.7, 0.6), self._scales.plain(18, colour, bold=True))

    def _footer(self) -> Box:
        number = self.kit.grid.number
        left = self._down(_TEXT)
        return Box(left, number.y, self.kit.grid.date.x - left, number.cy)

    def _sourced(self) -> Holder:
        source = self.kit.source()
        return self.kit.line(source.name, source.idx or 0, self._box(6.5, 0.3), source.levels, "b")

    def _around(self, colour: str) -> tuple[Holder, ...]:
        header = header_over(self.kit, self._box(0.42, 0.3), colour)
        return (header, *foot_in(self.kit, colour, self._footer()))
