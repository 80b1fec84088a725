"""Arcs of circles, cut at the edges of a field, as native geometry."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin, tan

from deckgen.frozen import Frozen
from deckgen.model.geometry import Box, points
from deckgen.packs.make.markup import Ornament
from deckgen.packs.palette import Palette

_STEPS = 3600


class Orbits(Frozen):
    """Circles around a middle that lies at or below the field's lower edge; lengths in EMU.

    `bearer` is the index of the circle that carries a body, `along` where on it (0 left, 1 right).
    """

    field: Box
    middle: tuple[int, int]
    radii: tuple[int, ...]
    bearer: int
    along: float

    def ornaments(self, paints: Palette, line: str, body: str) -> tuple[Ornament, ...]:
        """The arcs in one colour and the body in another, both as hex."""
        arcs = [
            self._arc(f"Orbit {at}", radius, paints.fill(line))
            for at, radius in enumerate(self.radii, 1)
        ]
        return (*arcs, self._body(paints.fill(body)))

    def _span(self, radius: int) -> tuple[float, float]:
        """The angles between which the upper half of a circle lies within the field."""
        inside = [
            at
            for at in range(_STEPS + 1)
            if self._within(self._spot(radius, pi + pi * at / _STEPS))
        ]
        return pi + pi * inside[0] / _STEPS, pi + pi * inside[-1] / _STEPS

    def _spot(self, radius: int, angle: float) -> tuple[float, float]:
        return self.middle[0] + radius * cos(angle), self.middle[1] + radius * sin(angle)

    def _within(self, spot: tuple[float, float]) -> bool:
        field = self.field
        return field.x <= spot[0] <= field.right and field.y <= spot[1] <= field.bottom

    def _body(self, fill: str) -> Ornament:
        radius = self.radii[self.bearer]
        start, end = self._span(radius)
        x, y = self._spot(radius, start + (end - start) * self.along)
        size = points(11)
        return Ornament(
            "Satellite",
            Box(round(x) - size // 2, round(y) - size // 2, size, size),
            '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>',
            f"{fill}<a:ln><a:noFill/></a:ln>",
        )

    def _arc(self, name: str, radius: int, fill: str) -> Ornament:
        """An arc as Bézier curves of about 30 degrees, in a box that just holds it."""
        start, end = self._span(radius)
        count = max(1, round((end - start) / (pi / 6)))
        step = (end - start) / count
        reach = 4 / 3 * tan(step / 4) * radius
        knots = [start + step * at for at in range(count + 1)]
        spots = [self._spot(radius, start + (end - start) * at / 90) for at in range(91)]
        left, top = (round(min(spot[axis] for spot in spots)) for axis in (0, 1))
        right, low = (round(max(spot[axis] for spot in spots)) for axis in (0, 1))

        def point(x: float, y: float) -> str:
            return f'<a:pt x="{round(x) - left}" y="{round(y) - top}"/>'

        curves = ""
        for a, b in pairwise(knots):
            (x1, y1), (x2, y2) = self._spot(radius, a), self._spot(radius, b)
            first = point(x1 - reach * sin(a), y1 + reach * cos(a))
            second = point(x2 + reach * sin(b), y2 - reach * cos(b))
            curves += f"<a:cubicBezTo>{first}{second}{point(x2, y2)}</a:cubicBezTo>"
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{right - left}" h="{low - top}" fill="none">'
            f"<a:moveTo>{point(*self._spot(radius, start))}</a:moveTo>{curves}"
            "</a:path></a:pathLst></a:custGeom>"
        )
        paint = f'<a:noFill/><a:ln w="{points(1)}">{fill}</a:ln>'
        return Ornament(name, Box(left, top, right - left, low - top), geometry, paint)
