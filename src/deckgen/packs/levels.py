"""A placeholder's nine levels, each property from the first list style that says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from deckgen.frozen import Frozen
from deckgen.model.pack import LevelStyle
from deckgen.ooxml.attributes import number, share, whole
from deckgen.ooxml.names import A
from deckgen.packs.themes import Colours, Theme

_SINGLE = 1.2  # the height of a line at single spacing, as a share of the size
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")
_DEFAULT_SIZE = 18.0
_ON = ("1", "true", "on")


class Chain(Frozen):
    """List styles from the nearest to the most general, and what their names mean.

    `samples` are the paragraphs that the placeholder shows; they count where no style says a size.
    """

    styles: Sequence[Any]
    theme: Theme
    colours: Colours
    samples: Sequence[Any] = ()

    def levels(self) -> tuple[LevelStyle, ...]:
        """All nine levels."""
        return tuple(self._level(at) for at in range(1, 10))

    def _level(self, at: int) -> LevelStyle:
        found = [style.find(f"{{{A}}}lvl{at}pPr") for style in self.styles]
        paragraphs = [each for each in found if each is not None]
        runs = [run for each in paragraphs if (run := each.find(f"{{{A}}}defRPr")) is not None]
        unsaid = not _attribute(runs, "sz")
        shown = [each for each in self.samples if unsaid and _depth(each) == at]
        looks = [*runs, *(run for each in shown if (run := _shown_run(each)) is not None)]
        places = [each for sample in shown if (each := sample.find(f"{{{A}}}pPr")) is not None]
        size = max(1.0, number(_attribute(looks, "sz"), _DEFAULT_SIZE * 100) / 100)
        line, exact = _line(_child(paragraphs, "lnSpc"))
        align = _attribute([*paragraphs, *places], "algn")
        return LevelStyle(
            size=size,
            font=self._face(runs, "latin", "+mn-lt"),
            ea_font=self._face(runs, "ea", "+mn-ea"),
            cs_font=self._face(runs, "cs", "+mn-cs"),
            bold=_attribute(runs, "b") in _ON,
            italic=_attribute(runs, "i") in _ON,
            caps=_attribute(runs, "cap") == "all",
            colour=self._colour(looks),
            align=_ALIGNMENTS.get(align, "l"),
            margin_left=whole(_attribute(paragraphs, "marL"), 0),
            indent=whole(_attribute(paragraphs, "indent"), 0),
            line_spacing=line,
            exact=exact,
            space_before=_space(_child(paragraphs, "spcBef"), size),
            space_after=_space(_child(paragraphs, "spcAft"), size),
            bullet=_bullet(paragraphs),
            letter_spacing=number(_attribute(runs, "spc"), 0) / 100,
            unsaid=unsaid,
            recolour=len(looks) > len(runs),
            rtl=_attribute(paragraphs, "rtl") in _ON,
        )

    def _face(self, runs: Sequence[Any], script: str, default: str) -> str:
        face = _child(runs, script)
        named = face.get("typeface", "") if face is not None else ""
        return self.theme.family(named or default)

    def _colour(self, runs: Sequence[Any]) -> str:
        for run in runs:
            for tag in ("solidFill", "gradFill"):
                fill = run.find(f"{{{A}}}{tag}")
                colour = self.colours.of(fill) if fill is not None else None
                if colour:
                    return colour
        return self.colours.slots["tx1"]


_ALIGNMENTS: dict[str, Literal["l", "ctr", "r", "just"]] = {
    "l": "l", "ctr": "ctr", "r": "r", "just": "just", "justLow": "just", "dist": "just",
}  # fmt: skip


def _depth(paragraph: Any) -> int:
    properties = paragraph.find(f"{{{A}}}pPr")
    return 1 + whole(properties.get("lvl") if properties is not None else None, 0)


def _shown_run(paragraph: Any) -> Any | None:
    """The properties of the text that a paragraph shows, or would show."""
    run = paragraph.find(f"{{{A}}}r/{{{A}}}rPr")
    return run if run is not None else paragraph.find(f"{{{A}}}endParaRPr")


def _attribute(elements: Sequence[Any], name: str) -> str:
    return str(next((value for each in elements if (value := each.get(name)) is not None), ""))


def _child(elements: Sequence[Any], name: str) -> Any | None:
    found = (each.find(f"{{{A}}}{name}") for each in elements)
    return next((each for each in found if each is not None), None)


def _bullet(paragraphs: Sequence[Any]) -> str:
    """The bullet's character; `1.` for automatic numbers, empty for none."""
    for paragraph in paragraphs:
        for tag in _BULLETS:
            bullet = paragraph.find(f"{{{A}}}{tag}")
            if bullet is not None:
                marks = {"buNone": "", "buAutoNum": "1.", "buBlip": "•"}
                return str(marks.get(tag, bullet.get("char", "•")))
    return ""


def _line(spacing: Any | None) -> tuple[float, bool]:
    """Line spacing as a factor, or in points when it is exact."""
    if spacing is None:
        return 1.0, False
    for child in spacing:
        value = child.get("val", "")
        if child.tag == f"{{{A}}}spcPts":
            return number(value, 1200) / 100, True
        if child.tag == f"{{{A}}}spcPct":
            return share(value, 1.0), False
    return 1.0, False


def _space(spacing: Any | None, size: float) -> float:
    """Space before or after, in points; a percentage counts single lines."""
    for child in spacing if spacing is not None else ():
        value = child.get("val", "")
        if child.tag == f"{{{A}}}spcPts":
            return number(value, 0) / 100
        if child.tag == f"{{{A}}}spcPct":
            return round(share(value, 1.0) * size * _SINGLE, 2)
    return 0.0
