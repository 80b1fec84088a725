"""A placeholder's nine levels, each property from the first list style that says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from lxml import etree

from deckgen.frozen import Frozen, field
from deckgen.model.pack import LevelStyle
from deckgen.ooxml.attributes import number, share, whole
from deckgen.ooxml.names import A
from deckgen.packs.themes import Colours, Theme

_SINGLE = 1.2  # the height of a line at single spacing, as a share of the size
_RUN = f"{{{A}}}defRPr"
_MARKS = {f"{{{A}}}buNone": "", f"{{{A}}}buAutoNum": "1.", f"{{{A}}}buBlip": "•"}
_BULLET = f"{{{A}}}buChar"
_BULLETS = frozenset((*_MARKS, _BULLET))
_DEFAULT_SIZE = 18.0
_ON = ("1", "true", "on")


Known = dict[tuple[Any, ...], tuple[LevelStyle, ...]]
"""All nine levels by what says them: most layouts of a master have placeholders alike."""


class _Overlaid(Frozen):
    """What elements say in attributes and hold in children, by name; all bullets have one."""

    said: dict[str, str]
    holds: dict[Any, Any]


class Chain(Frozen):
    """List styles from the nearest to the most general, and what their names mean.

    `own` are the placeholder's and its master's, `shared` those of many. `samples` are the
    paragraphs that the placeholder shows; they count where no style says a size. `known` are levels
    of the same theme and colours that were read before.
    """

    own: Sequence[Any]
    shared: Sequence[Any]
    theme: Theme
    colours: Colours
    samples: Sequence[Any] = ()
    known: Known = field(default_factory=dict)

    def levels(self) -> tuple[LevelStyle, ...]:
        """All nine levels."""
        key = (*map(etree.tostring, self.own), *self.shared)
        levels = self.known.get(key)
        if levels is None:
            levels = tuple(self._level(at) for at in range(1, 10))
            if not any(level.unsaid for level in levels):
                self.known[key] = levels
        return levels

    def _level(self, at: int) -> LevelStyle:
        name = f"{{{A}}}lvl{at}pPr"
        found = (style.find(name) for style in (*self.own, *self.shared))
        paragraphs = [each for each in found if each is not None]
        runs = [run for each in paragraphs if (run := each.find(_RUN)) is not None]
        paragraph, run = _overlaid(paragraphs), _overlaid(runs)
        unsaid = not run.said.get("sz")
        shown = [each for each in self.samples if unsaid and _depth(each) == at]
        looks = [*runs, *(look for each in shown if (look := _shown_run(each)) is not None)]
        places = [each for sample in shown if (each := sample.find(f"{{{A}}}pPr")) is not None]
        size = max(1.0, number(_attribute(looks, "sz"), _DEFAULT_SIZE * 100) / 100)
        line, exact = _line(paragraph.holds.get(f"{{{A}}}lnSpc"))
        align = _attribute([*paragraphs, *places], "algn")
        return LevelStyle(
            size=size,
            font=self._face(run, "latin", "+mn-lt"),
            ea_font=self._face(run, "ea", "+mn-ea"),
            cs_font=self._face(run, "cs", "+mn-cs"),
            bold=run.said.get("b") in _ON,
            italic=run.said.get("i") in _ON,
            caps=run.said.get("cap") == "all",
            colour=self._colour(looks),
            align=_ALIGNMENTS.get(align, "l"),
            margin_left=whole(paragraph.said.get("marL"), 0),
            indent=whole(paragraph.said.get("indent"), 0),
            line_spacing=line,
            exact=exact,
            space_before=_space(paragraph.holds.get(f"{{{A}}}spcBef"), size),
            space_after=_space(paragraph.holds.get(f"{{{A}}}spcAft"), size),
            bullet=_bullet(paragraph.holds.get(_BULLET)),
            letter_spacing=number(run.said.get("spc"), 0) / 100,
            unsaid=unsaid,
            recolour=len(looks) > len(runs),
            rtl=paragraph.said.get("rtl") in _ON,
        )

    def _face(self, run: _Overlaid, script: str, default: str) -> str:
        face = run.holds.get(f"{{{A}}}{script}")
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


def _overlaid(elements: Sequence[Any]) -> _Overlaid:
    """What elements say together, the first ones before the others."""
    found = _Overlaid({}, {})
    for element in reversed(elements):
        found.said.update(element.items())
        for child in element.iterchildren(reversed=True):
            found.holds[_BULLET if child.tag in _BULLETS else child.tag] = child
    return found


def _bullet(mark: Any | None) -> str:
    """The bullet's character; `1.` for automatic numbers, empty for none."""
    if mark is None:
        return ""
    return str(_MARKS[mark.tag] if mark.tag in _MARKS else mark.get("char", "•"))


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
