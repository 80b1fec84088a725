"""What a Word style comes to when everything that it inherits is resolved (ECMA-376 17.7.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.frozen import Frozen, replace
from deckgen.ooxml import xml
from deckgen.ooxml.attributes import twips, whole
from deckgen.writers.docx.names import w

_TWIPS = 20
_LINE = 240  # twips: what a line is where spaces are given in lines
_AUTOMATIC = 280  # the space that programs leave by themselves, as browsers do
_ON = frozenset({"1", "true", "on"})


class Look(Frozen):
    """How a paragraph style sets text, inheritance resolved; lengths in twentieths of a point.

    `family` is measured as `face` where that is not empty; `size` in points; `line` is a factor, or
    twips when `exact`; no line is lower than `least`. `pitch` is that of the grid which lines stand
    on, `cell` the width of its characters, 0 where there is none (17.6.5). `level` is the list
    level of `numbering`, 0 when the style has no numbers of its own; `tabs` counts its tab stops.
    `outline` is the level in the contents from 0, 9 for none. `above` and `below` are what the
    rules of `frame`, the element `w:pBdr`, add to the height. `fonts` and `colour` are the elements
    `w:rFonts` and `w:color` that apply; `spread` is added to each character's width. A space may be
    held by `lines`, or be `automatic`: then lengths say nothing against it.
    """

    family: str = "Calibri"
    face: str = ""
    size: float = 11.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    before: int = 0
    after: int = 0
    before_held: str = ""
    after_held: str = ""
    line: float = 1.0
    exact: bool = False
    least: int = 0
    pitch: int = 0
    cell: int = 0
    spread: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    begins_page: bool = False
    widows: bool = True
    contextual: bool = False
    numbering: int = 0
    level: int = 0
    tabs: int = 0
    outline: int = 9
    above: int = 0
    below: int = 0
    frame: str = ""
    align: str = ""
    snapped: bool = True
    fonts: str = ""
    colour: str = ""

    @property
    def parted(self) -> bool:
        """Whether a reader sees where a paragraph ends: by space, or by its first line."""
        return bool((self.before or self.after) and not self.contextual) or self.hanging != 0

    def spaced(self, before: int | None, after: int | None) -> str:
        """The attributes of a `w:spacing` that gives other spaces, also where these are held."""
        written = ""
        for side, given, held in (
            ("before", before, self.before_held),
            ("after", after, self.after_held),
        ):
            if given is None:
                continue
            written += f' w:{side}="{given}"'
            if held == "lines":
                written += f' w:{side}Lines="{given * 100 // _LINE}"'
            elif held:
                written += f' w:{side}Autospacing="0"'
        return written


# What holds where a document sets nothing (17.3.2.38 and Word's own default face).
BARE = Look(family="Times New Roman", size=10.0)


def based(look: Look, run: Any | None, paragraph: Any | None, theme: Mapping[str, str]) -> Look:
    """The look with a style's own `w:rPr` and `w:pPr` upon it; `theme` names its faces."""
    if run is not None:
        look = replace(look, **_run_values(run, theme))
    if paragraph is not None:
        look = replace(look, **_paragraph_values(paragraph, look))
    return look


def on_grid(look: Look, pitch: int, cell: int = 0) -> Look:
    """The look on a page whose lines stand on a grid of `pitch` twips (17.6.5)."""
    return replace(look, pitch=pitch, cell=cell) if pitch and look.snapped else look


def on(element: Any) -> bool:
    """Whether a toggle says yes (17.17.4)."""
    return element.get(w("val"), "1") not in {"0", "false", "off"}


def _run_values(run: Any, theme: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    fonts = run.find(w("rFonts"))
    if fonts is not None:
        values["fonts"] = _copied(fonts)
        own = theme.get(fonts.get(w("asciiTheme"), "")[:5], "") or fonts.get(w("ascii"), "")
        if own:
            values["family"] = own
    size = run.find(w("sz"))
    if size is not None:
        values["size"] = whole(size.get(w("val")), 22) / 2 or 11.0
    colour = run.find(w("color"))
    if colour is not None:
        values["colour"] = _copied(colour)
    if (spread := run.find(w("spacing"))) is not None:
        values["spread"] = twips(spread.get(w("val")), 0)
    for name, key in (("b", "bold"), ("i", "italic"), ("caps", "caps")):
        element = run.find(w(name))
        if element is not None:
            values[key] = on(element)
    return values


def _copied(element: Any) -> str:
    """A `w:rFonts` or `w:color` as it stands, written anew."""
    name = element.tag.rpartition("}")[2]
    shown = "".join(
        f' w:{key.rpartition("}")[2]}="{xml.attribute(value)}"'
        for key, value in element.attrib.items()
        if key == w(key.rpartition("}")[2])
    )
    return f"<w:{name}{shown}/>" if shown else ""


def _paragraph_values(paragraph: Any, look: Look) -> dict[str, Any]:
    values: dict[str, Any] = {**_spacing(paragraph, look), **_indent(paragraph, look)}
    if (tabs := paragraph.find(w("tabs"))) is not None:
        values["tabs"] = len(tabs)
    for name, key in (
        ("keepNext", "keep_next"),
        ("keepLines", "keep_lines"),
        ("pageBreakBefore", "begins_page"),
        ("widowControl", "widows"),
        ("contextualSpacing", "contextual"),
        ("snapToGrid", "snapped"),
    ):
        element = paragraph.find(w(name))
        if element is not None:
            values[key] = on(element)
    if not values.get("snapped", True):
        values |= {"pitch": 0, "cell": 0}
    if (borders := paragraph.find(w("pBdr"))) is not None:
        above, below = (_edge(borders.find(w(side))) for side in ("top", "bottom"))
        frame = xml.serialise(borders).decode() if above or below else ""
        values |= {"above": above, "below": below, "frame": frame}
    if (align := paragraph.find(w("jc"))) is not None:
        values["align"] = align.get(w("val"), "")
    if (outline := paragraph.find(w("outlineLvl"))) is not None:
        values["outline"] = whole(outline.get(w("val")), 9)
    number = paragraph.find(f"{w('numPr')}/{w('numId')}")
    level = paragraph.find(f"{w('numPr')}/{w('ilvl')}")
    if number is not None:
        values["numbering"] = whole(number.get(w("val")), 0)
    if level is not None or number is not None:
        values["level"] = whole(level.get(w("val")), 0) if level is not None else 0
    return values


def _edge(rule: Any | None) -> int:
    """The height of a rule with the space to the text (17.3.1.24)."""
    if rule is None or rule.get(w("val"), "nil") in {"nil", "none"}:
        return 0
    return whole(rule.get(w("space")), 0) * _TWIPS + whole(rule.get(w("sz")), 0) * _TWIPS // 8


def _spacing(paragraph: Any, look: Look) -> dict[str, Any]:
    values: dict[str, Any] = {}
    spacing = paragraph.find(w("spacing"))
    if spacing is None:
        return values
    for name, held in (("before", look.before_held), ("after", look.after_held)):
        lines = whole(spacing.get(w(f"{name}Lines")), 0)
        auto = spacing.get(w(f"{name}Autospacing"))
        length = spacing.get(w(name))
        if auto in _ON:
            values |= {name: _AUTOMATIC, f"{name}_held": "automatic"}
        elif lines:
            values |= {name: lines * _LINE // 100, f"{name}_held": "lines"}
        elif length is not None and (held != "automatic" or auto is not None):
            values |= {name: twips(length, 0), f"{name}_held": ""}
    if (line := spacing.get(w("line"))) is not None:
        values |= _leading(twips(line, 240), spacing.get(w("lineRule"), "auto"))
    return values


def _leading(line: int, rule: str) -> dict[str, Any]:
    """What a rule makes of a line's height (17.3.1.33): a factor, what it is, or is at least."""
    if rule == "exact":
        return {"line": float(line), "exact": True, "least": 0}
    if rule == "atLeast":
        return {"line": 1.0, "exact": False, "least": line}
    return {"line": line / 240, "exact": False, "least": 0}


def _indent(paragraph: Any, look: Look) -> dict[str, Any]:
    values: dict[str, Any] = {}
    indent = paragraph.find(w("ind"))
    if indent is None:
        return values
    for key, first, second in (("left", "left", "start"), ("right", "right", "end")):
        found = indent.get(w(first), indent.get(w(second)))
        if found is not None:
            values[key] = twips(found, 0)
    if (hanging := indent.get(w("hanging"))) is not None:
        values["hanging"] = twips(hanging, 0)
    elif (first := indent.get(w("firstLine"))) is not None:
        values["hanging"] = -twips(first, 0)
    # Hundredths of a character hold instead of lengths (17.3.1.12), but where none are given: the
    # length beside them is what they came to on the page's grid, and all that LibreOffice reads.
    for name, sign in (("hangingChars", 1), ("firstLineChars", -1)):
        characters = whole(indent.get(w(name)), 0)
        if characters and not values.get("hanging"):
            values["hanging"] = sign * int(characters * look.size * _TWIPS / 100)
    return values
